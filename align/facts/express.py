"""Values as a text of either language would print them, for messages and suggestions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from align.facts.date_en import DAYS, MONTH_NAMES
from align.facts.numeral import ordinal_ending
from align.facts.unit import units
from align.facts.value import Clock, Date, Label, Ordinal, Quantity, Score

if TYPE_CHECKING:
    from align.facts.value import Value
    from corpus import Lang

# Digits that count in "424.4 million" and "3.915117 trillion"; a longer number is printed in full.
_LONGEST_FIGURE, _LONGEST_OF_BILLIONS = 5, 8
_BILLION = Decimal(10**9)
_SCALES_EN = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SCALES_ZH = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_SINGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "millennia": "millennium"}
SOME_MONEY = ("yuan", "dollar", "yen")  # 元 and $ do not say whose
_MONEY_ZH = {"yuan": "元", "yen": "元", "CNY": "元", "dollar": "美元"}
_DENOMINATORS = "一二三四五六七八九十"
_PARTS_EN = {3: "third", 6: "sixth", 7: "seventh", 9: "ninth"}
_ORDER = ("first", "second", "third", "fourth")


def express(value: Value, lang: Lang) -> str:
    """Return a value in words and digits of a language.

    >>> express(Quantity(Decimal("424400000"), "USD"), "en"), express(Quantity(Decimal("25000")), "zh")
    ('424.4 million US dollars', '2.5万')
    >>> express(Date(2024, 7, 1), "en"), express(Clock(15, 30, half="pm"), "zh")
    ('July 1, 2024', '15:30')
    >>> express(Quantity(Decimal(2) / 3, "share"), "en"), express(Quantity(Decimal(1) / 3, "share"), "zh")
    ('two thirds', '三分之一')
    """
    if isinstance(value, Quantity):
        return _quantity(value, lang)
    if isinstance(value, Date):
        return _date_en(value) if lang == "en" else _date_zh(value)
    if isinstance(value, Clock):
        return _clock(value)
    if isinstance(value, Ordinal):
        return ordinal(value.number) if lang == "en" else f"第{number(value.number, 'zh')}"
    if isinstance(value, Score):
        return f"{number(value.left, lang)}{'-' if lang == 'en' else '比'}{number(value.right, lang)}"
    return value.name if isinstance(value, Label) else value.text


def number(value: Decimal, lang: Lang) -> str:
    """Return a number with the scale that a reader of the language expects.

    >>> number(Decimal(1500000000000), "en"), number(Decimal(2691), "en"), number(Decimal(26911234), "zh")
    ('1.5 trillion', '2,691', '26,911,234')
    """
    joint = " " if lang == "en" else ""
    longest = _LONGEST_FIGURE if value < _BILLION else _LONGEST_OF_BILLIONS
    for size, name in _SCALES_EN if lang == "en" else _SCALES_ZH:
        if value >= size and len(_plain(value / size).replace(".", "")) <= longest:
            return f"{_plain(value / size)}{joint}{name}"
    return _plain(value) if value < 1000 else grouped(value)


def grouped(value: Decimal) -> str:
    """Return a number in digits, its thousands grouped.

    >>> grouped(Decimal(20000)), grouped(Decimal("1234.50"))
    ('20,000', '1,234.5')
    """
    return f"{value.normalize():,f}"


def _plain(value: Decimal) -> str:
    return f"{round(value, 6).normalize():f}"


def ordinal(value: Decimal) -> str:
    """Return an English ordinal in digits."""
    return f"{_plain(value)}{ordinal_ending(value)}"


def _quantity(value: Quantity, lang: Lang) -> str:
    if value.unit == "share":
        if (value.value * 1000) % 1 and value.high is None:
            return _fraction(Fraction(value.value).limit_denominator(100), lang)
        value = Quantity(value.value * 100, "%", value.high and value.high * 100)
    elif value.unit == "year" and value.high is None and value.value % 1:
        value = Quantity(value.value * 12, "month")
    numbers = (" to " if lang == "en" else "至").join(number(each, lang) for each in value.numbers)
    unit = units().get(value.unit)
    if unit is None:
        return numbers
    if lang == "zh":
        return numbers + _MONEY_ZH.get(unit.code, unit.zh)
    if unit.code in SOME_MONEY:
        return numbers
    name = _singular(unit.en) if value.numbers == (Decimal(1),) else unit.en
    return numbers + name if name == "%" else f"{numbers} {name}"


def _fraction(share: Fraction, lang: Lang) -> str:
    """Return a share that does not end as a decimal: 三分之一, two thirds, 5/12."""
    above, below = share.numerator, share.denominator
    if lang == "zh":
        names = [_DENOMINATORS[each - 1] if each <= 10 else str(each) for each in (below, above)]
        return "分之".join(names)
    if below not in _PARTS_EN or above > 2:
        return f"{above}/{below}"
    return f"a {_PARTS_EN[below]}" if above == 1 else f"two {_PARTS_EN[below]}s"


def per(unit: str, lang: Lang) -> str:
    """Return what says that something is counted for a unit.

    >>> per("t", "en"), per("month", "zh")
    ('per tonne', '每个月')
    """
    found = units()[unit]
    return f"per {_singular(found.en)}" if lang == "en" else f"每{found.zh}"


def _singular(name: str) -> str:
    first, blank, rest = name.partition(" ")
    if rest and not name.endswith("s"):  # kilometres per hour
        return f"{_singular(first)}{blank}{rest}"
    return _SINGULAR.get(name, name.removesuffix("s"))


def _clock(value: Clock) -> str:
    minute = value.minute or 0
    if value.half or value.hour > 12:
        return f"{value.hour:02}:{minute:02}"
    return f"{value.hour}:{minute:02}"


def _date_en(value: Date) -> str:
    if value.decade is not None:
        return _with_part(f"the {value.decade}s" if value.decade > 99 else f"the ’{value.decade:02}s", value)
    if value.century is not None:
        era = " BC" if value.century < 0 else ""
        return _with_part(f"the {ordinal(Decimal(abs(value.century)))} century{era}", value)
    for size, name in ((value.half, "half"), (value.quarter, "quarter")):
        if size is not None:
            return f"the {_ORDER[size - 1]} {name}" + (f" of {value.year}" if value.year else "")
    if value.weekday is not None:
        return DAYS[value.weekday - 1].capitalize()
    return _with_part(_day_en(value), value)


def _with_part(text: str, value: Date) -> str:
    return f"{value.part} {text}" if value.part else text


def _day_en(value: Date) -> str:
    month = MONTH_NAMES[value.month - 1].capitalize() if value.month else ""
    if value.month is None and value.day is not None:
        return f"the {ordinal(Decimal(value.day))}"
    year = "" if value.year is None else f"{-value.year} BC" if value.year < 0 else str(value.year)
    if value.day is None:
        return f"{month} {year}".strip()
    return f"{month} {value.day}" + (f", {year}" if year else "")


def _date_zh(value: Date) -> str:
    if value.century is not None:
        return f"{'公元前' if value.century < 0 else ''}{abs(value.century)}世纪"
    if value.weekday is not None:
        return "星期" + "一二三四五六日"[value.weekday - 1]
    year = "" if value.year is None else f"公元前{-value.year}年" if value.year < 0 else f"{value.year}年"
    pieces = [
        year,
        f"{value.decade}年代" if value.decade is not None else "",
        f"第{'一二三四'[value.quarter - 1]}季度" if value.quarter else "",
        f"{'上下'[value.half - 1]}半年" if value.half else "",
        f"{value.month}月" if value.month else "",
        f"{value.day}日" if value.day else "",
    ]
    return "".join(pieces)
