"""Months that are misspelled: Jully 26, 5 Sepember."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.facts.date_en import MONTH_NAMES, MONTHS, WEEKDAYS
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_BEFORE_DAY = lazy(r"(?<![A-Za-z])(?P<word>[A-Z][a-z]{1,11})\.? \d{1,2}(?:st|nd|rd|th)?(?![\d,.:]\d|\d)")
_BEHIND_DAY = lazy(r"(?<![\d.,:])\d{1,2}(?:st|nd|rd|th)?,? (?:of )?(?P<word>[A-Z][a-z]{1,11})(?![A-Za-z])")


@lru_cache(maxsize=1 << 6)  # a text with many dates is asked for each of them
def misspelled_month(text: str, month: int) -> Span | None:
    """Return where a month stands misspelled beside a day, or None where it does not.

    >>> misspelled_month("on Jully 26", 7)
    Span(start=3, end=8)
    """
    name = MONTH_NAMES[month - 1]
    return next(
        (Span(*match.span("word")) for match in _words(text) if _like(match["word"].lower(), name)), None
    )


def _words(text: str) -> Iterator[re.Match[str]]:
    yield from _BEFORE_DAY.finditer(text)
    yield from _BEHIND_DAY.finditer(text)


def _like(word: str, name: str) -> bool:
    """Tell whether a word is a month, in full or short, with a letter wrong, or two in a long name."""
    from rapidfuzz.distance import DamerauLevenshtein

    if word in MONTHS or word in WEEKDAYS:
        return False
    allowed = 2 if len(name) > 5 else 1
    return (
        any(
            DamerauLevenshtein.distance(word, form) <= wrong
            for form, wrong in ((name, allowed), (name[:3], 1))
        )
        and word[0] == name[0]
    )
