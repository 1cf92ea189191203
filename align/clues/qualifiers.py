"""English adverbs that change what is claimed (suddenly, almost), and the Chinese that may be behind them.

A translator adds adjectives now and then, but hardly ever such an adverb: something in the source stands for
it. The table lists, adverb by adverb, the characters one of which does.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = lazy(r"[A-Za-z]+")


def unfounded(chinese: str, english: str) -> Iterator[Span]:
    """Yield the places of such adverbs in English that nothing in its simplified Chinese can be behind.

    >>> text = "The plant suddenly closed."
    >>> [span.of(text) for span in unfounded("工厂关闭了。", text)], list(unfounded("工厂突然关闭了。", text))
    (['suddenly'], [])
    """
    table, lower = _licences(), english.lower()
    for match in _WORD.finditer(lower) if has_adverb(lower) else ():
        licences = table.get(match[0])
        if licences and licences.isdisjoint(chinese):
            yield Span(*match.span())


def has_adverb(english: str) -> bool:
    """Tell whether English has one of the adverbs, or a word with one in it: mostly it has not."""
    return bool(_automaton().find(english.lower()))


@cache
def _automaton() -> Automaton:
    return Automaton(list(_licences()))


@cache
def _licences() -> dict[str, frozenset[str]]:
    text = files("glossary.data").joinpath("qualifiers.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    return {word: frozenset(chinese) for words, chinese in rows for word in words.split()}
