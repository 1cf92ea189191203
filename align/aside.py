"""Writes a file aside and moves it to its place, for what is too big to be held in memory."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO


@contextmanager
def written_aside(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing; a reader of its path sees the old content, or the new once all is written.

    A symbolic link stays one; the mode of an existing file stays. After an error nothing is left behind.

    Raises:
        PermissionError: The file exists and may not be written.
    """
    target = path.resolve()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is read-only", str(path))
    aside = target.with_name(f".{target.name[:200]}.{os.urandom(6).hex()}.tmp")
    try:
        with aside.open("xb") as out:
            yield out
        if target.exists():
            aside.chmod(target.stat().st_mode & 0o7777)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
