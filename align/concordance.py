"""The concordance: where words stand in a translation memory, and what the other language has there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.project.config import load_settings
from corpus import ConfigError, InputError, Span
from corpus.rows import ROW_SUFFIXES, is_bitext, read_rows
from corpus.script import HAN, simplified
from glossary.discovery import NAMES as GLOSSARY_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.rows import Row

_LATIN = rf"[^\W{HAN}]"  # what makes a Latin word longer
_PLURAL = re.compile(r"(?<=[A-Za-z]{3})(?<![su])s\Z")
_JOINTS = re.compile(r"[\s‐‑–-]+")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row in which words were found; spans count code points of the row's texts."""

    path: Path
    row: Row
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def memories(path: Path) -> tuple[Path, ...]:
    """Return the files of bitext rows in a folder, by name, but for glossaries and what the settings exclude.

    A file is returned as it is.

    Raises:
        InputError: The file is no bitext, or the folder has none.
    """
    if not path.is_dir():
        if path.exists() and path.suffix.lower() not in ROW_SUFFIXES:
            raise InputError(f"no translation memory; known: {', '.join(sorted(ROW_SUFFIXES))}", path=path)
        return (path,)
    settings = load_settings(path)
    found = tuple(
        file
        for file in sorted(path.rglob("*"))
        if file.suffix.lower() in ROW_SUFFIXES
        and file.name not in GLOSSARY_NAMES
        and file.is_file()
        and is_bitext(file)
        and not settings.excludes(file)
    )
    if not found:
        raise InputError(
            "the folder has no translation memory; `align pair … -o memory.tmx` makes one", path=path
        )
    return found


def pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds words in a simplified text, in any case and joined by hyphens, blanks or nothing.

    English is found as whole words, in singular and plural, whichever is asked for.

    Raises:
        ConfigError: There are no words.

    >>> found = pattern_of("new energy vehicle")
    >>> [bool(found.search(text)) for text in ("New-energy vehicles", "renew energy vehicle")]
    [True, False]
    >>> bool(pattern_of("general managers").search("the general manager"))
    True
    """
    plain = simplified(words).strip()
    parts = [re.escape(part) for part in _JOINTS.split(_PLURAL.sub("", plain)) if part]
    if not parts:
        raise ConfigError("no words to look for")
    start = rf"(?<!{_LATIN})" if re.match(_LATIN, plain) else ""
    end = rf"(?:e?s)?(?!{_LATIN})" if re.search(rf"{_LATIN}\Z", plain) else ""
    return re.compile(start + _JOINTS.pattern.replace("+", "*").join(parts) + end, re.IGNORECASE)


def occurrences(pattern: re.Pattern[str], path: Path) -> Iterator[FoundRow]:
    """Return the rows of a file in which a pattern is found on either side, in order.

    Raises:
        InputError: The file is wrong; what stands before has been returned.
    """
    for row in read_rows(path):
        source, target = (_spans(pattern, text) for text in (row.source, row.target))
        if source or target:
            yield FoundRow(path, row, source, target)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in pattern.finditer(simplified(text)))
