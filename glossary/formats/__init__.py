"""The formats in which glossaries travel; each module loads on first use."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING

from corpus.errors import ConfigError
from glossary.formats.losses import Loss, Losses
from glossary.formats.record import EVERYTHING, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import Any, BinaryIO

    from corpus import Lang
    from glossary.term import Entry

__all__ = [
    "FORMATS",
    "Loss",
    "Losses",
    "Manner",
    "format_of",
    "read_entries",
    "read_glossary",
    "write_entries",
]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a glossary is written: into which language one translates, and the time, for headers with one."""

    into: Lang = "en"
    now: str = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Format:
    """Where a format is read and written, and what of an entry it holds beside one form a language."""

    read: str
    write: str
    holds: frozenset[str] = EVERYTHING


_PAIRS = "glossary.formats.pairs"
FORMATS = {
    "csv": Format("glossary.formats.own:read", "glossary.formats.own:write_csv"),
    "deepl": Format(f"{_PAIRS}:read_deepl", f"{_PAIRS}:write_deepl", frozenset({"source variants"})),
    "deepl-langs": Format(
        f"{_PAIRS}:read_deepl", f"{_PAIRS}:write_deepl_langs", frozenset({"source variants"})
    ),
    "json": Format("glossary.formats.records:read", "glossary.formats.records:write"),
    "memoq": Format(
        "glossary.formats.memoq:read",
        "glossary.formats.memoq:write",
        EVERYTHING - {"status", "context", "reference"},
    ),
    "multiterm": Format("glossary.formats.multiterm:read", "glossary.formats.multiterm:write"),
    "omegat": Format(
        f"{_PAIRS}:read_omegat",
        f"{_PAIRS}:write_omegat",
        frozenset({"source variants", "target variants", "note"}),
    ),
    "tbx": Format("glossary.formats.tbx:read", "glossary.formats.tbx:write"),
    "tbx2": Format("glossary.formats.tbx:read", "glossary.formats.tbx:write_martif"),
    "tmx": Format("glossary.formats.tmx:read", "glossary.formats.tmx:write"),
    "tsv": Format("glossary.formats.own:read", "glossary.formats.own:write_tsv"),
    "utx": Format("glossary.formats.utx:read", "glossary.formats.utx:write"),
    "xlsx": Format("glossary.formats.own:read", "glossary.formats.own:write_xlsx"),
}
SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".tbx": "tbx",
    ".tmx": "tmx",
    ".json": "json",
    ".utx": "utx",
    ".txt": "omegat",
    ".utf8": "omegat",
    ".tab": "omegat",
}


def format_of(path: Path) -> str:
    """Return the format that the suffix of a file stands for.

    Raises:
        ConfigError: There is none; the message lists the known ones.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise ConfigError(f"{path}: the suffix tells no format of a glossary; known: {known}")
    return SUFFIXES[path.suffix.lower()]


def read_entries(path: Path, losses: Losses, form: str | None = None) -> Iterator[Entry]:
    """Return the entries of a glossary file in any of ``FORMATS``, where the format allows as it is read.

    Args:
        path: The file.
        losses: What is in the file and cannot be kept is counted here.
        form: The name of the format; by default it is told by the suffix and the content.

    Raises:
        ConfigError: The format is unknown.
        InputError: The file is wrong.
    """
    if form is None:
        from glossary.formats.sniff import sniff

        form = sniff(path)
    read = _function(_known(form).read)
    entries: Iterator[Entry] = read(path, losses)
    return entries


def read_glossary(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a glossary file whose format is told by its suffix and content.

    Raises:
        ConfigError: The format is unknown.
        InputError: The file is wrong.
    """
    return tuple(read_entries(path, Losses()))


def write_entries(
    entries: Iterable[Entry], form: str, out: BinaryIO, *, losses: Losses, manner: Manner | None = None
) -> int:
    """Write entries in one of ``FORMATS``, as they come where the format allows; return how many came.

    Args:
        entries: What to write.
        form: The name of the format.
        out: Where to.
        losses: What the format cannot hold is counted here.
        manner: Into which language one translates; English by default.
    """
    known, manner = _known(form), manner or Manner()
    numbers = count()
    counted = (entry for entry, _ in zip(entries, numbers, strict=False))
    _function(known.write)(watched(counted, known.holds, manner.into, losses), out, manner, losses)
    return next(numbers)


def _known(form: str) -> Format:
    if form not in FORMATS:
        raise ConfigError(f"unknown format {form!r}; known: {', '.join(FORMATS)}")
    return FORMATS[form]


def _function(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
