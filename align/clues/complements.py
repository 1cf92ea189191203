"""Negations that have what they negate in themselves (睡不着, 并非所有), and English that affirms it.

English says such a thing by many words (*priced out* for 买不起): only the one that affirms it tells that the
negation was dropped.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from align.clues.negators import has_negative
from corpus import Span
from corpus.pattern import either, lazy
from glossary.data import table_text

if TYPE_CHECKING:
    import re

_SIGN = lazy("[不非]")
_STOP = lazy("[.;:!?]")
_END = lazy("[,.;:!?]")
_PARTIAL = lazy(r"(?i)\b(?:some|many|most|much|half|part(?:ly|ial\w*)|certain|several|various)\b")


def affirmed_complement(chinese: str, english: str) -> tuple[Span, ...]:
    """Return such a negation of simplified Chinese and the English that affirms it; () where all is well.

    >>> text = "她打不开门。"
    >>> affirmed_complement(text, "She can open the door."), affirmed_complement(text, "It is jammed.")
    ((Span(start=1, end=4), Span(start=4, end=12)), ())
    """
    if not _SIGN.search(chinese):
        return ()
    search, renderings = _table()
    found = list(search.finditer(chinese))
    if len(found) != 1 or _PARTIAL.search(english):
        return ()
    affirmations = list(renderings[found[0][0]].finditer(english))
    if len(affirmations) != 1 or _is_negated(english, affirmations[0]):
        return ()
    return Span(*found[0].span()), Span(*affirmations[0].span())


def _is_negated(english: str, match: re.Match[str]) -> bool:
    """Tell whether something negative stands in the clause of a match."""
    before = _STOP.split(english[: match.start()])[-1]
    behind = _END.split(english[match.end() :], maxsplit=1)[0]
    return has_negative(before) or has_negative(behind)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Return what finds the Chinese words of the table, and for each the English that affirms it."""
    rows = list(csv.reader(table_text("complements.csv").splitlines()))[1:]
    renderings = {
        word: lazy(rf"(?i)\b(?:{'|'.join(english.split())})\b".replace("_", " "))
        for chinese, english in rows
        for word in chinese.split()
    }
    return lazy(either(renderings)), renderings
