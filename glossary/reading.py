"""How a Chinese character is read."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from corpus import Span
from glossary.data import table_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def readings_of(char: str) -> tuple[str, ...]:
    """Return the readings of a character without tones, the usual one first; none for what is not Chinese.

    >>> readings_of("钘"), readings_of("絮")[0], readings_of("A")
    (('xing',), 'xu', ())
    """
    return _table().get(char, ())


@cache
def keys_of(char: str) -> frozenset[str]:
    """Return the readings of a character as keys, that is with ü as u, to compare with an English spelling.

    >>> sorted(keys_of("绿"))
    ['lu']
    """
    return frozenset(reading.replace("ü", "u") for reading in readings_of(char))


@cache
def chars_of(key: str) -> frozenset[str]:
    """Return the characters that have a key among their readings.

    >>> "绿" in chars_of("lu"), chars_of("word")
    (True, frozenset())
    """
    return frozenset(chars_by_key().get(key, ""))


def stretches_read(text: str, keys: Sequence[str]) -> Iterator[Span]:
    """Return where a Chinese text reads as some syllables, given as keys.

    >>> [span.of("上汽通用五菱") for span in stretches_read("上汽通用五菱", ("wu", "ling"))]
    ['五菱']
    """
    for start in range(len(text) - len(keys) + 1):
        chars = text[start : start + len(keys)]
        if all(key in keys_of(char) for key, char in zip(keys, chars, strict=True)):
            yield Span(start, start + len(keys))


@cache
def chars_by_key() -> Mapping[str, str]:
    """Return the characters of every key; a character can stand there twice."""
    found: dict[str, str] = {}
    for syllable, usual, rarer in _rows():
        key = syllable.replace("ü", "u")
        found[key] = found.get(key, "") + usual + rarer
    return found


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the readings of every character; loading takes 10 ms, where pypinyin takes 150."""
    table: dict[str, tuple[str, ...]] = {}
    for syllable, usual, _ in _rows():
        table.update(dict.fromkeys(usual, (syllable,)))
    for syllable, _, rarer in _rows():
        for char in rarer:
            table[char] = (*table[char], syllable)
    return table


@cache
def _rows() -> list[list[str]]:
    text = table_text("readings.csv")
    return list(csv.reader(text.splitlines()))[1:]
