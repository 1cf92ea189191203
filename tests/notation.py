"""Facts in one line, as the tables in tests/data write them.

    1500000000000 USD    a quantity with its unit; ``~`` about, ``<~`` nearly, ``>`` over, ``<`` under,
                         ``>=`` at least, ``<=`` at most; ``30000..50000`` a range
    #3                   an ordinal
    3:2                  a score
    2020-07-01           a date; -07-01 without its year, --25 a day alone, year 2020; /H1 /Q3 /early behind;
                         wd3 Wednesday, 1930s a decade, c18 a century
    T15:30 pm            a time
    {childrens-day}      a name

A ``?`` before it marks a loose fact, ``!`` a flaw behind it; shares that do not end are cut at six places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts import Bound, Clock, Date, Label, Ordinal, Quantity, Score, Strength, Verbatim

if TYPE_CHECKING:
    from decimal import Decimal

    from align.facts import Fact, Value

BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "~",
    Bound.NEARLY: "<~",
    Bound.OVER: ">",
    Bound.UNDER: "<",
    Bound.AT_LEAST: ">=",
    Bound.AT_MOST: "<=",
}


def written(fact: Fact) -> str:
    """Return a fact's likeliest reading in one line."""
    loose = "?" if fact.strength is Strength.LOOSE else ""
    flaw = f" !{fact.flaw}" if fact.flaw else ""
    return f"{loose}{_value(fact.value)}{flaw}"


def _value(value: Value) -> str:
    if isinstance(value, Quantity):
        numbers = "..".join(_number(number) for number in value.numbers)
        return f"{BOUNDS[value.bound]}{numbers} {value.unit}".strip()
    if isinstance(value, Ordinal):
        return f"#{_number(value.number)}"
    if isinstance(value, Score):
        return f"{_number(value.left)}:{_number(value.right)}"
    if isinstance(value, Date):
        return _date(value)
    if isinstance(value, Clock):
        minute = "" if value.minute is None else f":{value.minute:02}"
        return f"T{value.hour}{minute} {value.half or ''}".strip()
    assert isinstance(value, Label | Verbatim)
    return f"{{{value.name if isinstance(value, Label) else value.text}}}"


def _number(number: Decimal) -> str:
    return f"{round(number, 6).normalize():f}"


def _date(date: Date) -> str:
    if date.weekday is not None:
        return f"wd{date.weekday}"
    if date.decade is not None:
        text = f"{date.decade}s"
    elif date.century is not None:
        text = f"c{date.century}"
    else:
        year = "" if date.year is None else str(date.year)
        month = "" if date.month is None else f"-{date.month:02}"
        day = "" if date.day is None else f"{'' if month else '-'}-{date.day:02}"
        text = year + month + day if month or day or not year else f"year {year}"
    behind = [f"H{date.half}"] * bool(date.half) + [f"Q{date.quarter}"] * bool(date.quarter)
    return "/".join([text, *behind, *([date.part] if date.part else [])])
