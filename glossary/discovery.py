"""Which glossaries belong to a file, and how each is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import InputError
from glossary.cache import cached_layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.termbase import Layer


NAMES = tuple(f"glossary{suffix}" for suffix in (".csv", ".tsv", ".tbx", ".tmx", ".xlsx"))
ROOT_MARKS = (".git", "pyproject.toml", "align.toml")  # a folder with one of these is a project's root


def find_glossaries(path: Path, stop: Path | None = None) -> tuple[Path, ...]:
    """Return the glossaries beside a file or folder and in the folders above it, the nearest first.

    The search ends with the root of the project (the folder that holds ``.git``, ``pyproject.toml``
    or ``align.toml``), or below the home directory.

    Args:
        path: The file or folder; it need not exist.
        stop: The last folder to look at, instead of the root of the project.
    """
    path = path.absolute()
    folders = _folders(path if path.is_dir() else path.parent, stop.absolute() if stop else None)
    return tuple(found for folder in folders for name in NAMES if (found := folder / name).is_file())


def _folders(folder: Path, stop: Path | None) -> Iterator[Path]:
    home = Path.home()
    for place in (folder, *folder.parents):
        if place != folder and (place == home or place in home.parents):
            return
        yield place
        if place == stop or (stop is None and any((place / mark).exists() for mark in ROOT_MARKS)):
            return


def load_layer(path: Path) -> Layer:
    """Return a glossary file ready to be searched, from the cache where it was compiled before.

    Raises:
        ConfigError: The format is unknown.
        InputError: The file is wrong.
    """
    from glossary.formats import format_of, read_glossary

    format_of(path)
    if path.is_dir():
        raise InputError("a folder, expected a glossary", path=path)
    return cached_layer(path, read_glossary)
