"""Whether a number is another one in another unit, within the rounding that writers allow themselves."""

from __future__ import annotations

from decimal import Decimal

from align.facts.unit import size_in

# 100 miles are "160 km": converted figures are rounded, mostly to two digits.
CONVERSION_ERROR = Decimal("0.03")
# "One in five" is said of 19%, and "nine miles" of 15 km: of words and whole numbers more is allowed.
ROUNDING_ERROR = Decimal("0.08")
_HALF = Decimal("0.5")
_EXACT = frozenset(("time", "calendar", "share", "points"))  # what nobody rounds to whole numbers
_ROUNDED = frozenset(("share", "week", "fortnight"))  # 15天 are two weeks
_SECONDS = {"time": Decimal(1), "calendar": Decimal(2629746)}  # a month has 30.44 days
_DEGREE = Decimal(9) / Decimal(5)
_FREEZING = Decimal(32)
_TEMPERATURES = {("degC", "degF"), ("degF", "degC")}


def rate(unit: str, other: str) -> Decimal | None:
    """Return how many of another unit a unit is, or None where they measure different things.

    >>> str(rate("km", "m")), rate("km", "kg")
    ('1000', None)
    """
    left, right = size_in(unit), size_in(other)
    if left is None or right is None or left[0] != right[0]:
        return None
    return left[1] / right[1]


def converts(number: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Tell whether a number in one unit may be given as another in another unit.

    >>> converts(Decimal(15), "km", Decimal(9), "mile"), converts(Decimal(15), "km", Decimal(8), "mile")
    (True, False)
    >>> converts(Decimal(400), "degF", Decimal(200), "degC")
    True
    """
    if (unit, other_unit) in _TEMPERATURES:
        return _is_as_warm(number, other, unit)
    times = rate(unit, other_unit)
    if times is None:
        times = _lasting(unit, other_unit)
        return times is not None and abs(number * times - other) <= CONVERSION_ERROR * abs(other)
    return abs(number * times - other) <= allowed(other, unit, other_unit)


def allowed(shown: Decimal, unit: str, shown_unit: str) -> Decimal:
    """Return by how much a converted number may be off: more where a fraction or a whole number is shown."""
    measured = size_in(unit)
    if not _ROUNDED.isdisjoint((unit, shown_unit)):
        return ROUNDING_ERROR * abs(shown)
    if measured and measured[0] not in _EXACT and shown == shown.to_integral_value():
        last = max(0, int(shown.normalize().as_tuple().exponent))  # 200 may be 215 made rounder
        half = Decimal(1).scaleb(last) / 2
        return max(CONVERSION_ERROR * abs(shown), min(half, ROUNDING_ERROR * abs(shown)))
    return CONVERSION_ERROR * abs(shown)


def _lasting(unit: str, other: str) -> Decimal | None:
    """Return how many of a unit of time another unit of time is, days and months taken together."""
    left, right = size_in(unit), size_in(other)
    if left is None or right is None or not {left[0], right[0]} <= _SECONDS.keys():
        return None
    return left[1] * _SECONDS[left[0]] / (right[1] * _SECONDS[right[0]])


def _is_as_warm(degrees: Decimal, other: Decimal, unit: str) -> bool:
    """Tell whether a temperature is another on the other scale, or a rise in it as large."""
    celsius, fahrenheit = (degrees, other) if unit == "degC" else (other, degrees)
    read = (fahrenheit - _FREEZING) / _DEGREE
    return any(
        abs(celsius - each) <= max(CONVERSION_ERROR * abs(celsius), _HALF)
        for each in (read, fahrenheit / _DEGREE)
    )
