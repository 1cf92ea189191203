"""The numbers and dates of a Chinese text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.facts.date_zh import clock_named, date_at
from align.facts.fact import Kind, Strength
from align.facts.label import STARTS_ZH, label_zh, pattern_zh
from align.facts.moment import digital_date, digital_time
from align.facts.numeral_zh import NUMERALS, RUN
from align.facts.plain import plain_zh
from align.facts.quantity_zh import quantity_at
from align.facts.read import Read, dated
from align.facts.series import with_shared
from align.facts.value import Date
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.facts.fact import Fact
    from align.facts.moment import Found

_SCAN = lazy(rf"{pattern_zh()}|周[日天]|星期[日天]|礼拜[日天]|[元正腊](?=[月年])|{RUN}", re.VERBOSE)
# Looking for these first is six times faster than trying every branch at every character.
_START = lazy(f"[0-9{NUMERALS}{STARTS_ZH}周星礼正腊]")
_LABELLED = frozenset("后·•・")


def scan_zh(text: str) -> list[Fact]:
    """Return the numbers, dates and times of a Chinese text, in order."""
    return with_shared([read.fact(text) for read in _reads(plain_zh(text))], text)


def _reads(plain: str) -> Iterator[Read]:
    place = 0
    while found := _START.search(plain, place):
        match = _SCAN.match(plain, found.start())
        place = match.end() if match else found.end()
        read = _read(plain, *match.span()) if match else None
        if read is not None:
            yield read
            place = read.end


def _read(plain: str, start: int, end: int) -> Read | None:
    char = plain[start]
    if char in "周星礼":
        return Read(Kind.DATE, (Date(weekday=7),), start, end, Strength.WORDS)
    if char in "元正腊" and plain[start + 1] in "月年":
        first = date_at(plain, start, end)
        return dated(first, plain) if first else None
    if (not char.isdigit() or plain[end : end + 1] in _LABELLED) and (label := label_zh(plain, start)):
        return label
    found = date_at(plain, start, end) or (_digital(plain, start) if char.isdigit() else None)
    return dated(found, plain) if found else quantity_at(plain, start, end)


def _digital(plain: str, start: int) -> Found | None:
    if found := digital_date(plain, start):
        return found
    found = digital_time(plain, start)
    return clock_named(plain, found) if found else None
