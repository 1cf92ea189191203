"""Values that share what only the last of them has: 3至5万, 1-3月, 10 to 20 percent, June 1-3, 3 to 5 p.m."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.fact import Fact, Kind
from align.facts.moment import clock, possible
from align.facts.value import Clock, Date, Quantity, Score
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.facts.value import Value

_RANGE = frozenset("- – — ―― —— ― − ~ ～ ∼ 至 到 或 to or through until till".split())
LIST_SIGNS = frozenset(("、", ",", "，", "和", "及", "与", "and", "&", "/")) | _RANGE
_LONGEST_GAP = 9
_SCALE_ZH = lazy(r"\d ?([百千万亿]+)")
_SCALE_EN = lazy(
    r"\b(thousand|million|billion|trillion|hundred|mn|bn|tn)\b|\d(?:bn|mn|m|tn)\b", re.IGNORECASE
)
_LETTER = lazy("[a-zA-Z]")
_SIZES = {
    "百": 2,
    "千": 3,
    "万": 4,
    "亿": 8,
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}


def with_shared(facts: list[Fact], text: str) -> list[Fact]:
    """Return the facts with ranges joined, and with what a list or a range leaves out filled in.

    A range of numbers becomes one fact; a range or list of dates stays as many as it has.
    """
    done: list[Fact] = []
    for fact in facts:
        before = done[-1] if done else None
        if before is None or fact.span.start - before.span.end > _LONGEST_GAP:
            done.append(fact)
            continue
        gap = text[before.span.end : fact.span.start].strip().lower()
        if gap in LIST_SIGNS:
            done[-1:] = _shared(before, fact, text, ranged=gap in _RANGE or _between(gap, before, text))
        else:
            done.append(fact)
    return done


def _between(gap: str, before: Fact, text: str) -> bool:
    return gap == "and" and text[: before.span.start].rstrip().lower().endswith(("between", "between the"))


def _shared(first: Fact, second: Fact, text: str, *, ranged: bool) -> Iterable[Fact]:
    left, right = first.value, second.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        years = (_as_year(first), _as_year(second)) if ranged else ()
        if len(years) == 2 and years[0] and years[1]:
            return (years[0], years[1])
        joined = (_range(first, second, text) or _score(first, second, text)) if ranged else None
        if joined:
            return (joined,)
        if right.unit == "%" and not left.unit:  # 63.3 and 86.3 percent
            first = replace(first, value=replace(left, unit="%"), others=(left, *first.others))
        return (first, second)
    if isinstance(left, Quantity) and not left.unit and isinstance(right, Date | Clock):
        taken = _as_moment(left, right, second.text)
        return (replace(first, kind=second.kind, value=taken, others=(left,)) if taken else first, second)
    if isinstance(left, Date) and isinstance(right, Quantity):
        taken = _as_day_or_year(left, right)
        return (first, replace(second, kind=Kind.DATE, value=taken, others=(right,)) if taken else second)
    return (first, second)


def _as_year(fact: Fact) -> Fact | None:
    """Return the year that a bare number of four digits may be: the ends of 2017-2022."""
    year = next((value for value in fact.others if isinstance(value, Date)), None)
    bare = isinstance(fact.value, Quantity) and not fact.value.unit
    return replace(fact, kind=Kind.DATE, value=year, others=(fact.value,)) if year and bare else None


def _range(first: Fact, second: Fact, text: str) -> Fact | None:
    left, right = first.value, second.value
    assert isinstance(left, Quantity)
    assert isinstance(right, Quantity)
    if left.high is not None or right.high is not None or left.unit not in ("", right.unit):
        return None
    scale = _scale(second.text)
    shared = scale > 1 and _scale(first.text) == 1 and left.value < right.value / scale
    low = left.value * scale if shared else left.value
    if low >= right.value:
        return None
    others = (replace(left, unit=right.unit),) if shared else ()
    span = Span(first.span.start, second.span.end)
    value = Quantity(low, right.unit, right.value, left.bound or right.bound)
    return Fact(Kind.NUMBER, value, span, span.of(text), second.strength, others, first.flaw or second.flaw)


def _score(first: Fact, second: Fact, text: str) -> Fact | None:
    """Read 5-3, which goes down, as a score."""
    left, right = first.value, second.value
    assert isinstance(left, Quantity)
    assert isinstance(right, Quantity)
    bare = not left.unit and not right.unit and left.high is None and right.high is None
    if not bare or text[first.span.end : second.span.start] != "-" or not 100 > left.value >= right.value:
        return None
    span = Span(first.span.start, second.span.end)
    return Fact(Kind.SCORE, Score(left.value, right.value), span, span.of(text), first.strength)


def _scale(text: str) -> Decimal:
    if match := _SCALE_ZH.search(text):
        return Decimal(10) ** sum(_SIZES[char] for char in match[1])
    if match := _SCALE_EN.search(text):
        return Decimal(10) ** _SIZES.get(match[0].lower().lstrip("0123456789"), 6)
    return Decimal(1)


def _as_moment(left: Quantity, right: Date | Clock, written: str) -> Value | None:
    """Return what a bare number before a date or time counts: 1-3月 the month, 26 and 27 July the day."""
    if left.value != left.value.to_integral_value() or left.value > 10**4:
        return None
    number = int(left.value)
    if isinstance(right, Clock):
        return clock(number, None, right.half if number <= 12 else None) if number <= 24 else None
    name = next((name for name in right.given if name != "part"), "year")
    if right.day is not None and written[0].isdigit() and _LETTER.search(written):
        name = "day"
    if name == "year":
        return Date(year=number) if number >= 1000 else None
    date = Date(**{name: number})  # type: ignore[arg-type]  # never the part, the only text
    return date if possible(date) and (name in ("month", "day") or number <= 100) else None


def _as_day_or_year(left: Date, right: Quantity) -> Date | None:
    """Return what a bare number behind a date counts: June 1-3 the day, 1990-95 the year."""
    if right.value != right.value.to_integral_value() or right.high is not None:
        return None
    number = int(right.value)
    if left.day is not None and not right.unit and left.day < number <= 31:
        return Date(month=left.month, day=number)
    if (
        left.year is not None
        and left.month is None
        and right.unit in ("", "year")
        and left.year % 100 < number < 100
    ):
        return Date(year=left.year // 100 * 100 + number)
    return None
