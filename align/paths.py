"""Paths as people and patterns see them."""

from __future__ import annotations

import os
from pathlib import Path


def absolute(path: Path) -> Path:
    """Return the absolute path without ``..``; a symbolic link keeps its own name."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links


def below(path: Path, folder: Path) -> str | None:
    """Return a path from a folder on, with forward slashes, or None where it lies elsewhere.

    >>> below(Path("en/../zh/a.txt"), Path())
    'zh/a.txt'
    """
    try:
        return absolute(path).relative_to(absolute(folder)).as_posix()
    except ValueError:
        return None


def shown(path: Path, folder: Path) -> str:
    """Return a path for a report: from the folder on where it lies there, else as it was given.

    Bytes of a file name that are no text become U+FFFD, because reports are UTF-8.

    >>> shown(Path("en/a.txt").absolute(), Path())
    'en/a.txt'
    """
    name = below(path, folder) or path.as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def relative(path: Path, folder: Path) -> str:
    """Return the way from a folder to a path, with forward slashes; the whole path on another drive.

    >>> relative(Path("en/a.txt"), Path("ci"))
    '../en/a.txt'
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return absolute(path).as_posix()
