"""The values that facts have, in one normal form for both languages."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Bound(StrEnum):
    """How a number is hedged: 约 about, 近 nearly, 逾 over, 不到 under, 至少 at least, 最多 at most."""

    EXACT = ""
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"

    @property
    def side(self) -> int:
        """1 where the truth lies above the number, -1 where it lies below, 0 where it may be either."""
        return _SIDES.get(self, 0)


_SIDES = {Bound.OVER: 1, Bound.AT_LEAST: 1, Bound.NEARLY: -1, Bound.UNDER: -1, Bound.AT_MOST: -1}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: from ``value`` up to ``high`` in a range, counted in ``unit``.

    ``unit`` is a code of :mod:`align.facts.unit`, ``""`` for a bare number; a share is counted in
    ``%``, a multiple in ``times``. A vague number (数百, dozens) is the range that it may mean.
    """

    value: Decimal
    unit: str = ""
    high: Decimal | None = None
    bound: Bound = Bound.EXACT

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The number, or both ends of the range."""
        return (self.value,) if self.high is None else (self.value, self.high)

    @property
    def precision(self) -> int:
        """How many digits of the number count: 2 for 600 and 0.25 with its zeros cut off, at least 1."""
        return len(self.value.normalize().as_tuple().digits)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row: 第三, third, No. 3, Level III."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """A result or a ratio of two numbers: 3比2, 3-2."""

    left: Decimal
    right: Decimal


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is given; what is not given is None.

    ``year`` is negative before Christ. ``weekday`` is 1 for Monday. ``decade`` is its first year, and
    below 100 where the century is not given (the thirties). ``part`` is ``early``, ``mid`` or ``late``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    half: int | None = None
    quarter: int | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None

    @property
    def given(self) -> dict[str, int | str]:
        """The fields that are given, in their order."""
        values = _date_values(self)
        return {name: value for name, value in zip(_DATE_FIELDS, values, strict=True) if value is not None}

    def in_year(self, year: int) -> Date:
        """Return the same date in some year."""
        _, *others = _date_values(self)
        return Date(year, *others)


_DATE_FIELDS = tuple(field.name for field in fields(Date))
_date_values = attrgetter(*_DATE_FIELDS)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. ``half`` is ``am`` or ``pm`` where the text tells; then ``hour`` counts to 24."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name with numbers in it that are no numbers: “六一”, 双十一, 九二共识, 十三五, 85后, 唐朝."""

    name: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What a translation leaves as it is, casefolded: a code, an address, a Latin word."""

    text: str


Value = Quantity | Ordinal | Score | Date | Clock | Label | Verbatim
