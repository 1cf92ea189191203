"""The user's cache folder: what can be worked out again, kept so that it need not be.

A cache that cannot be read or written is done without; a file in it is never half written.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from corpus.aside import write_aside

FOLDER_VARIABLE = "ALIGN_CACHE_DIR"


def cache_folder() -> Path:
    """Return the folder, which ``ALIGN_CACHE_DIR`` may name; it need not exist."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("align-zhen", appauthor=False)


def store(path: Path, data: bytes, *, kind: str, limit: int = 1) -> None:
    """Write a file aside and move it to its place.

    Args:
        path: The file.
        data: What it is to hold.
        kind: A pattern for the names of the files that it is one of.
        limit: How many of them are kept, the newest.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, data)
        alike = sorted(path.parent.glob(kind), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in alike[limit:]:
            if old != path:
                old.unlink(missing_ok=True)
