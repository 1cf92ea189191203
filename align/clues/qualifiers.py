"""English adverbs and adjectives that change what is claimed, and the Chinese that may be behind them.

A translator adds *important* or *local* now and then, but hardly ever *almost*, *wild* or *illegal*:
something in the source stands for it. The table lists, word by word, the characters one of which does.
"""

from __future__ import annotations

import csv
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span
from corpus.pattern import lazy
from glossary.data import table_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINED = frozenset(ascii_lowercase + "-‑'’")
_NO_NAME = lazy(r",|\s[a-z]")  # behind a capitalised word: "Suddenly, he", but not "Royal Bank"


def unfounded(chinese: str, english: str) -> Iterator[Span]:
    """Yield the places of such words in English that nothing in its simplified Chinese can be behind.

    >>> text = "The plant suddenly closed."
    >>> [span.of(text) for span in unfounded("工厂关闭了。", text)], list(unfounded("工厂突然关闭了。", text))
    (['suddenly'], [])
    """
    automaton, licences = _qualifiers()
    lower = english.lower()
    for start, end, number in automaton.find_overlapping(lower):
        joined = lower[max(0, start - 1) : start] in _JOINED or lower[end : end + 1] in _JOINED
        if joined or not licences[number].isdisjoint(chinese):
            continue
        if english[start] == lower[start] or _NO_NAME.match(english, end):
            yield Span(start, end)


@cache
def _qualifiers() -> tuple[Automaton, tuple[frozenset[str], ...]]:
    """Return what finds the words, and the characters that each may stand for."""
    text = table_text("qualifiers.csv")
    rows = list(csv.reader(text.splitlines()))[1:]
    table = {word: frozenset(chinese) for words, chinese in rows for word in words.split()}
    return Automaton(list(table)), tuple(table.values())
