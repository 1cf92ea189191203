"""What a numeral means, and numerals written in digits, which both languages share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from align.facts.value import Bound
from corpus.pattern import lazy

LIMIT_FIGURE = 40  # a longer row of digits is a code, not a number
FIGURE = "[0-9]++(?:[.,][0-9]++)*+"  # \d has the digits of other scripts as well

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_GROUPED = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LAKHS = lazy(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = lazy(r"\d+(?:\.\d+)?")
_LIST = lazy(r"\d(?:,\d)+|\d{4}(?:,\d{4})+")
_POINTS = lazy(r"\d{1,3}(?:\.\d{3}){2,}")


class Flaw(StrEnum):
    """What is wrong with the way a figure or a date is written."""

    GROUPING = "grouping"  # 200,00
    BLANK = "blank"  # 2 500
    POINTS = "points"  # 1.500.000
    ORDINAL = "ordinal"  # 11st
    COMMA = "comma"  # 26th, July, 2020


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral as read: its number, or the ends of a range, and how it was written.

    ``others`` are numbers that the same signs may mean as well. ``vague`` numerals (数百, dozens)
    give the range of what they may mean. ``digits``: written with the digits 0 to 9.
    """

    value: Decimal
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    digits: bool = True
    vague: bool = False
    others: tuple[Decimal, ...] = ()
    flaw: Flaw | None = None


def ordinal_ending(number: Decimal) -> str:
    """Return the letters that make an English ordinal of a figure.

    >>> [ordinal_ending(Decimal(number)) for number in (1, 11, 22, 103)]
    ['st', 'th', 'nd', 'rd']
    """
    return "th" if 10 < number % 100 < 14 else _ENDINGS.get(int(number % 10), "th")


@lru_cache(maxsize=4096)
def read_figure(text: str) -> Numeral | None:
    """Return what a figure means, or None where it is no number but a list, a version, a date or a code.

    >>> str(read_figure("2,400,000").value), str(read_figure("3.5").value), read_figure("1.2.3")
    ('2400000', '3.5', None)
    >>> wrong = read_figure("200,00")
    >>> str(wrong.value), wrong.flaw
    ('20000', <Flaw.GROUPING: 'grouping'>)
    """
    if len(text) > LIMIT_FIGURE:
        return None
    if _PLAIN.fullmatch(text):
        return Numeral(Decimal(text))
    if _GROUPED.fullmatch(text) or _LAKHS.fullmatch(text):
        # 249,289,299 may be three prices.
        listed = separate(text.split(",")) if len(text.partition(",")[0]) == 3 and text.count(",") > 1 else ()
        return Numeral(Decimal(text.replace(",", "")), others=listed)
    if _POINTS.fullmatch(text):
        return Numeral(Decimal(text.replace(".", "")), flaw=Flaw.POINTS)
    if _LIST.fullmatch(text) or text.count(".") > 1 or "," in text.partition(".")[2]:
        return None
    parts = () if "." in text else separate(text.split(","))
    return Numeral(Decimal(text.replace(",", "")), others=parts, flaw=Flaw.GROUPING)


def separate(parts: list[str]) -> tuple[Decimal, ...]:
    """Return what the pieces of a figure may be by themselves; nothing where one begins with a nought."""
    return () if any(part.startswith("0") for part in parts) else tuple(Decimal(part) for part in parts)
