"""Which glossaries belong to a file, and how each is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ConfigError, InputError
from glossary.cache import cached_layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary.term import Entry
    from glossary.termbase import Layer


def _read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a glossary in any format; what reads it loads on first use."""
    from glossary.formats import read_glossary

    return read_glossary(path)


READERS: dict[str, Callable[[Path], tuple[Entry, ...]]] = dict.fromkeys(
    (".csv", ".tsv", ".xlsx", ".tbx", ".tmx", ".json", ".utx", ".txt", ".utf8", ".tab"), _read
)
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


def load_glossary(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a glossary file; its suffix tells the format.

    Raises:
        ConfigError: The format is unknown.
        InputError: The file is wrong.
    """
    return _reader(path)(path)


def load_layer(path: Path) -> Layer:
    """Return a glossary file ready to be searched, from the cache where it was compiled before.

    Raises:
        ConfigError: The format is unknown.
        InputError: The file is wrong.
    """
    reader = _reader(path)
    if path.is_dir():
        raise InputError("a folder, expected a glossary", path=path)
    return cached_layer(path, reader)


def _reader(path: Path) -> Callable[[Path], tuple[Entry, ...]]:
    if path.suffix.lower() not in READERS:
        known = ", ".join(READERS)
        raise ConfigError(f"{path}: the suffix tells no format of a glossary; known: {known}")
    return READERS[path.suffix.lower()]
