"""English adverbs that change what is claimed (suddenly, almost), and the Chinese that may be behind them.

A translator adds adjectives now and then, but hardly ever such an adverb: something in the source stands for
it. The table lists, adverb by adverb, the characters one of which does.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from string import ascii_lowercase
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = frozenset(ascii_lowercase)


def unfounded(chinese: str, english: str) -> Iterator[Span]:
    """Yield the places of such adverbs in English that nothing in its simplified Chinese can be behind.

    >>> text = "The plant suddenly closed."
    >>> [span.of(text) for span in unfounded("工厂关闭了。", text)], list(unfounded("工厂突然关闭了。", text))
    (['suddenly'], [])
    """
    automaton, licences = _adverbs()
    lower = english.lower()
    for start, end, number in automaton.find_overlapping(lower):
        inside = lower[max(0, start - 1) : start] in _LETTERS or lower[end : end + 1] in _LETTERS
        if not inside and licences[number].isdisjoint(chinese):
            yield Span(start, end)


def has_adverb(english: str) -> bool:
    """Tell whether English has one of the adverbs, or a word with one in it: mostly it has not."""
    return bool(_adverbs()[0].find(english.lower()))


@cache
def _adverbs() -> tuple[Automaton, tuple[frozenset[str], ...]]:
    """Return what finds the adverbs, and the characters that each may stand for."""
    text = files("glossary.data").joinpath("qualifiers.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    table = {word: frozenset(chinese) for words, chinese in rows for word in words.split()}
    return Automaton(list(table)), tuple(table.values())
