"""Dates and times as both languages write them: 2024-07-01, 2015/6, 17:30, 08H00."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from align.facts.value import Clock, Date, Quantity, Score
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.numeral import Flaw
    from align.facts.value import Value

LAST_YEAR = 2100  # a larger number before 年 counts years

_ISO = lazy(
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2}))?"
    r"(?![\d%,]|\.\d| ?[万亿元])"
)
_YEAR_SIGNS = frozenset("-/.0123456789")  # what follows the year of such a date
_MONTHS = lazy(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])-(?P<last>0[1-9]|1[0-2])(?![\d.%])")
_DIGITAL = lazy(r"(?P<hour>\d{1,2})[:h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:a-z])")


class Found(NamedTuple):
    """The values of a date or time, the likeliest first, and where its words begin and end.

    ``sure``: whether it is one at all (May, Sun. may be a verb and a star).
    """

    values: tuple[Value, ...]
    start: int
    end: int
    sure: bool = True
    flaw: Flaw | None = None


def possible(date: Date) -> bool:
    """Tell whether month and day are such as a calendar has."""
    return (date.month is None or 1 <= date.month <= 12) and (date.day is None or 1 <= date.day <= 31)


def digital_date(plain: str, start: int) -> Found | None:
    """Return the date written in digits at a place; 2005/6 may be a season, 2019-20 a span of years."""
    if not plain.startswith(("19", "20"), start) or plain[start + 4 : start + 5] not in _YEAR_SIGNS:
        return None
    if match := _MONTHS.match(plain, start):
        last = Date(month=int(match["last"]))
        return Found((Date(int(match["year"]), int(match["month"])), last), start, match.end())
    match = _ISO.match(plain, start)
    if match is None:
        return None
    date = Date(int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None)
    if not possible(date) or (match["sign"] == "." and date.day is None):
        return None
    if date.day:
        return Found((date,), start, match.end())
    return Found((date, Date(date.year), Quantity(Decimal(match["month"]))), start, match.end())


def digital_time(plain: str, start: int) -> Found | None:
    """Return the time written in digits at a place; 3:10 may be a score as well."""
    match = _DIGITAL.match(plain, start)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24:
        return None
    score = Score(Decimal(hour), Decimal(minute))
    return Found((clock(hour, minute, second=match["second"]), score), start, match.end())


def clock(hour: int, minute: int | None, half: str | None = None, second: str | None = None) -> Clock:
    """Return a time of day, its hour counted to 24 where the half of the day is known.

    >>> clock(3, 30, "pm").hour, clock(12, 5, "am").hour, clock(15, 0).half
    (15, 0, 'pm')
    """
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half is None and (hour > 12 or hour == 0):
        half = "pm" if 12 < hour < 24 else "am"
    return Clock(hour, minute, int(second) if second else None, half)
