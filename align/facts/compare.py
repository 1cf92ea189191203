"""How two values stand to each other: equal, compatible, in conflict and by what, or unrelated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from align.facts.conversion import allowed, converts, rate
from align.facts.unit import agree, is_money
from align.facts.value import Bound, Clock, Date, Label, Ordinal, Quantity, Score, Verbatim

if TYPE_CHECKING:
    from align.facts.value import Value

_EXACT = Decimal("0.000001")
HEDGED = Decimal("0.1")  # by which "nearly 30" or "over 30" may be off


class Verdict(StrEnum):
    """What comes out when two values are compared."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


class How(StrEnum):
    """In what two values conflict."""

    VALUE = "value"
    SCALE = "scale"
    UNIT = "unit"
    CURRENCY = "currency"
    BOUND = "bound"
    DAY_AND_MONTH_SWAPPED = "day and month swapped"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    PERIOD = "period"
    HALF_OF_DAY = "half of the day"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict; for a conflict, what it is about. ``exponent``: the second is the first times 10 to this."""

    verdict: Verdict
    how: How | None = None
    exponent: int = 0

    @property
    def fits(self) -> bool:
        """Whether both may be true."""
        return self.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)


EQUAL = Relation(Verdict.EQUAL)
COMPATIBLE = Relation(Verdict.COMPATIBLE)
UNRELATED = Relation(Verdict.UNRELATED)


def compare(first: Value, second: Value) -> Relation:
    """Return how two values stand to each other.

    >>> compare(Quantity(Decimal("424400000"), "USD"), Quantity(Decimal("424400000000"), "dollar"))
    Relation(verdict=<Verdict.CONFLICT: 'conflict'>, how=<How.SCALE: 'scale'>, exponent=3)
    >>> compare(Date(2024), Date(2024, half=1)).verdict.value
    'compatible'
    """
    if isinstance(first, Date) and isinstance(second, Date):
        return _dates(first, second)
    if isinstance(first, Clock) and isinstance(second, Clock):
        return _clocks(first, second)
    if isinstance(first, Label | Verbatim | Score) or isinstance(second, Label | Verbatim | Score):
        same = type(first) is type(second)
        return EQUAL if first == second else _conflict(How.VALUE) if same else UNRELATED
    if isinstance(first, Date) != isinstance(second, Date):
        return _date_and_number(first, second)
    left, right = _counted(first), _counted(second)
    return _quantities(left, right) if left and right else UNRELATED


def _conflict(how: How, exponent: int = 0) -> Relation:
    return Relation(Verdict.CONFLICT, how, exponent)


def _counted(value: Value) -> Quantity | None:
    if isinstance(value, Quantity):
        return value
    return Quantity(value.number) if isinstance(value, Ordinal) else None


def _date_and_number(first: Value, second: Value) -> Relation:
    """Compare a day with 25th, a year with 2020."""
    date, number = (first, second) if isinstance(first, Date) else (second, first)
    assert isinstance(date, Date)
    counted = _counted(number)
    if counted is None or len(date.given) != 1 or counted.unit:
        return UNRELATED
    said = date.day or date.year
    return UNRELATED if said is None else EQUAL if said == counted.value else UNRELATED


def _quantities(first: Quantity, second: Quantity) -> Relation:
    relation = _numbers(first, second)
    same_numbers = relation.verdict is Verdict.EQUAL
    times = rate(first.unit, second.unit) if first.unit != second.unit else None
    converted = times and _converted(first, second, times, same_numbers=same_numbers)
    if agree(first.unit, second.unit):  # calories may be kilocalories, and need not
        return converted if converted and converted.fits and not relation.fits else relation
    if converted:
        return converted
    if converts(first.value, first.unit, second.value, second.unit):
        return COMPATIBLE
    return _other_unit(first.unit, second.unit) if same_numbers else UNRELATED


def _other_unit(first: str, second: str) -> Relation:
    """Compare the units of one number; nine hundredths may be of a second."""
    if "share" in (first, second):
        return COMPATIBLE
    return _conflict(How.CURRENCY if is_money(first) and is_money(second) else How.UNIT)


def _converted(first: Quantity, second: Quantity, times: Decimal, *, same_numbers: bool) -> Relation:
    """Compare a quantity with one in another unit of the same dimension."""
    if all(
        abs(left * times - right) <= allowed(right, first.unit, second.unit)
        or abs(right / times - left) <= allowed(left, second.unit, first.unit)
        for left, right in zip(
            (first.value, first.high or first.value), (second.value, second.high or second.value), strict=True
        )
    ):
        return EQUAL if abs(first.value * times - second.value) <= _EXACT * abs(second.value) else COMPATIBLE
    if _hedged(first, second, times):
        return COMPATIBLE
    if same_numbers:
        return _conflict(How.UNIT)
    exponent = _exponent(first.value * times, second.value)
    return _conflict(How.SCALE, exponent) if exponent else _conflict(How.VALUE)


def _numbers(first: Quantity, second: Quantity) -> Relation:
    if first.numbers == second.numbers:
        return _conflict(How.BOUND) if first.bound.side * second.bound.side < 0 else EQUAL
    if first.high is not None or second.high is not None:
        if _overlap(first, second):
            return COMPATIBLE
    elif rounded(first.value, second.value) or rounded(second.value, first.value) or _hedged(first, second):
        return COMPATIBLE
    exponent = _exponent(first.value, second.value)
    return _conflict(How.SCALE, exponent) if exponent else _conflict(How.VALUE)


def _hedged(first: Quantity, second: Quantity, times: Decimal = Decimal(1)) -> bool:
    """Tell whether one of two numbers is the other made rounder with a true hedge: 28 minutes, nearly 30."""
    return _is_hedged(first, second, times) or _is_hedged(second, first, 1 / times)


def _is_hedged(exact: Quantity, shown: Quantity, times: Decimal) -> bool:
    if exact.high or shown.high:
        return False
    off = exact.value * times - shown.value
    if times != 1 and shown.bound is Bound.ABOUT and exact.precision == shown.precision == 1:
        return abs(off) <= HEDGED * shown.value  # 约两米, about 6 feet
    if exact.bound or not shown.bound or exact.precision <= shown.precision:
        return False
    return abs(off) <= HEDGED * shown.value and off * shown.bound.side >= 0


def _overlap(first: Quantity, second: Quantity) -> bool:
    return first.value <= (second.high or second.value) and second.value <= (first.high or first.value)


def rounded(exact: Decimal, shown: Decimal) -> bool:
    """Tell whether a number is the other one rounded to fewer digits, at least two.

    >>> rounded(Decimal("1.77"), Decimal("1.8")), rounded(Decimal("1.77"), Decimal("1.7"))
    (True, False)
    """
    exponent, digits = _lowest(shown)
    if digits < 2 or exponent <= _lowest(exact)[0]:
        return False
    unit = Decimal(1).scaleb(exponent)
    nearest: Decimal = (exact / unit).to_integral_value(ROUND_HALF_UP) * unit
    return nearest == shown


def _lowest(number: Decimal) -> tuple[int, int]:
    """Return the exponent of the last digit that counts, and how many digits count."""
    _, digits, exponent = number.normalize().as_tuple()
    return (exponent if isinstance(exponent, int) else 0), len(digits)


def _exponent(first: Decimal, second: Decimal) -> int:
    """Return the power of ten between two numbers, 0 where there is none."""
    if not first or not second:
        return 0
    left, right = first.normalize().as_tuple(), second.normalize().as_tuple()
    if (
        left.digits != right.digits
        or not isinstance(left.exponent, int)
        or not isinstance(right.exponent, int)
    ):
        return 0
    return right.exponent - left.exponent


def _dates(first: Date, second: Date) -> Relation:
    if first == second:
        return EQUAL
    left, right = first.given, second.given
    shared = left.keys() & right.keys()
    unequal = [name for name in _FIELDS if name in shared and not _same_field(name, left[name], right[name])]
    if not unequal:
        return (
            COMPATIBLE if shared - {"part"} or _inside(first, second) or _inside(second, first) else UNRELATED
        )
    if (first.month, first.day) == (second.day, second.month) and {"month", "day"} <= shared:
        return _conflict(How.DAY_AND_MONTH_SWAPPED)
    return _conflict(_FIELDS[unequal[0]])


_FIELDS = {
    "year": How.YEAR, "month": How.MONTH, "day": How.DAY, "weekday": How.WEEKDAY, "half": How.PERIOD,
    "quarter": How.PERIOD, "decade": How.PERIOD, "century": How.PERIOD, "part": How.PERIOD,
}  # fmt: skip


def _same_field(name: str, first: int | str, second: int | str) -> bool:
    if name == "decade" and isinstance(first, int) and isinstance(second, int) and min(first, second) < 100:
        return first % 100 == second % 100
    return first == second


def _inside(first: Date, second: Date) -> bool:
    """Tell whether a year or month lies in the other's decade, century, quarter or half."""
    year, month = first.year, first.month
    if year is not None and second.decade is not None:
        return year // 10 * 10 == second.decade or year % 100 // 10 * 10 == second.decade
    if year is not None and second.century is not None:
        return (year - 1) // 100 + 1 == second.century
    if month is not None and second.quarter is not None:
        return (month - 1) // 3 + 1 == second.quarter
    return month is not None and second.half is not None and (month - 1) // 6 + 1 == second.half


def _clocks(first: Clock, second: Clock) -> Relation:
    if first == second:
        return EQUAL
    if (first.minute or 0) != (second.minute or 0) or first.hour % 12 != second.hour % 12:
        return _conflict(How.TIME)
    if first.half and second.half and first.hour % 24 != second.hour % 24:
        return _conflict(How.HALF_OF_DAY)
    return COMPATIBLE
