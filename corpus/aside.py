"""Writes a file aside and moves it to its place, so that nothing is half written."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR
from stat import S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO


@contextmanager
def written_aside(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing; a reader of its path sees the old content, or the new once all is written.

    A symbolic link stays one; the mode and the owner of an existing file stay. What is no file, such as
    ``/dev/stdout`` or a named pipe, is written to. After an error nothing is left behind.

    Raises:
        OSError: The file cannot be written, or may not be; the error names it.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(EISDIR, "a folder, expected a file", str(path))
    existing = path.stat() if path.exists() else None
    if existing and not S_ISREG(existing.st_mode):
        with path.open("wb") as out:
            yield out
        return
    if existing and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, "the file is read-only", str(path))
    aside = target.with_name(f".{target.name[:50]}.{os.urandom(6).hex()}.tmp")
    try:
        with _named(aside, path), aside.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        with _named(aside, path):
            if existing:
                aside.chmod(existing.st_mode & 0o7777)
                _keep_owner(aside, existing)
            aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_aside(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never half of it.

    Raises:
        OSError: The file cannot be written, or may not be; the error names it.
    """
    with written_aside(path) as out:
        out.write(data)


@contextmanager
def _named(aside: Path, path: Path) -> Iterator[None]:
    """Let an error name the file that was asked for, not the one aside, which nobody knows of."""
    try:
        yield
    except OSError as error:
        if error.filename == str(aside):
            error.filename, error.filename2 = str(path), None
        raise


def _keep_owner(path: Path, existing: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, existing.st_uid, existing.st_gid)
