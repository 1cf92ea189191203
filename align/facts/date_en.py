"""Dates in English: 1 July 2020, Jul. 1st, the first half of 2024, the 1930s, the 19th century, 221 BC."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from align.facts.era_table import ERAS
from align.facts.moment import LAST_YEAR, Found, possible
from align.facts.namesake import is_person
from align.facts.numeral import Flaw, ordinal_ending
from align.facts.numeral_en import Sort, read_numeral
from align.facts.unit import unit_at
from align.facts.value import Date, Ordinal, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.numeral_en import Reading
    from align.facts.value import Value

_MONTH_NAMES = "january february march april may june july august september october november december"
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_DECADE_NAMES = "twenties thirties forties fifties sixties seventies eighties nineties"
MONTH_NAMES = tuple(_MONTH_NAMES.split())
DAYS = tuple(_DAY_NAMES.split())
MONTHS = {form: number for number, name in enumerate(MONTH_NAMES, 1) for form in (name, name[:3])} | {
    "sept": 9
}
WEEKDAYS = {form: number for number, name in enumerate(DAYS, 1) for form in (name, name[:3])} | {
    "tues": 2,
    "thur": 4,
    "thurs": 4,
}
DECADES = {name: 10 * tens for tens, name in enumerate(_DECADE_NAMES.split(), 2)}
# Words or names as well: months only with a capital, and surely only behind a word that tells.
_AMBIGUOUS = frozenset(("may", "march", "mar", "jan", "dec", "april", "june", "august", "jun", "sep"))
_TELLING_WORDS = (
    "in of since by until till from to between early late mid last this next through and before after"
    " during each every for as"
)
_TELLING = frozenset(_TELLING_WORDS.split())
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])"
# A point belongs to a short form, and ends the sentence behind a whole name.
_MONTH += r"(?:(?<![a-z]{5})(?<!may)(?<!june)(?<!july)\.)?"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|(?:ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|twelfth"
)
# Not the beginning of a larger number, a share or a time: May 30 million, May 3.5%, May 2020.
_DAY = (
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})(?![a-z0-9%]|-[a-z])(?![.,:/]\d)"
    r"(?! (?:million|billion|thousand|percent|per cent|[ap]\.?m))"
)
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d)"
_MONTH_FIRST = lazy(
    rf"{_MONTH}(?:,? ?(?:the )?{_DAY}(?:[,.]{{0,2}} ?(?:of )?{_YEAR})?"
    rf"|,? ?(?:of )?{_YEAR.replace('year', 'only')})?"
)
_DAY_FIRST = lazy(rf"{_DAY}(?: day)?(?P<joint> of|,)? ?{_MONTH}(?:[,.]{{0,2}} ?(?:of )?{_YEAR})?")
_OF_YEAR = lazy(rf"(?:,? (?:of |in )?(?:the year )?){_YEAR}")
_CENTURY = lazy(r"[ -]?(?P<more>(?:and|to|or)(?: the)? [a-z0-9-]+ )?centur(?:y|ies)(?![a-z])")
_PERIOD = lazy(r"[ -](?P<name>half|quarter)(?= (?:of|in|this|last|next|year|from|as|\d)|[.,;)]|$)")
_BC = lazy(r" ?b\.?c\.?(?:e\.?)?(?![a-z])")
_OF_ERA = lazy(r" year of (?:the )?(?:reign of )?(?:emperor )?(?P<era>[a-z]+)")
_BEFORE_DAY = lazy(r"\b(?:on|by|until|till|from|since|of|and|to) (?:the )?$")
_ALONE = lazy(r"[.,;)]|$| (?:in|at|and|to|local|due|when|while|after|by|with)\b")
_VERBS = ("KRW", "mark")  # the 2023 won a prize, the 2023 marks a change
_PARTS = {
    "early": "early",
    "beginning": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
_PART_BEFORE = lazy(r"(?<![a-z])(early|mid|late|end|beginning|middle)(?: in| of)?(?: the)?[ -]$")
_ERAS = dict(ERAS.values())


def month_first(text: str, lower: str, start: int, word: str) -> Found | None:
    """Return the date that begins with the name of a month."""
    match = _MONTH_FIRST.match(lower, start)
    if match is None or (word in _AMBIGUOUS and not text[start].isupper()):
        return None
    year = match["year"] or match["only"]
    if not year and is_person(text, start, match.end("month"), dated=match["day"] is not None):
        return None
    date = _date(match["month"], match["day"], year, lower, start)
    if not possible(date):
        return Found((Date(month=date.month),), start, start + len(word))
    alone = date.day is None and date.year is None and date.part is None and word in _AMBIGUOUS
    before = lower[max(0, start - 10) : start].split()
    return Found(
        (date,), start, match.end(), sure=not alone or bool(before and before[-1].strip("-(") in _TELLING)
    )


def weekday(text: str, start: int, word: str) -> Found | None:
    """Return the weekday that a word names; a short form (Sat., Sun.) is not sure."""
    date = Date(weekday=WEEKDAYS[word])
    return (
        Found((date,), start, start + len(word), sure=word.endswith("day")) if text[start].isupper() else None
    )


def date_from_number(text: str, lower: str, start: int, reading: Reading) -> Found | None:
    """Return the date that begins with a numeral, or None where the numeral stands for itself.

    >>> date_from_number("26th, July, 2020", "26th, july, 2020", 0, read_numeral("26th", 0)).values[0].given
    {'year': 2020, 'month': 7, 'day': 26}
    """
    value = reading.numeral.value
    if value > LAST_YEAR or value != value.to_integral_value():
        return None
    ordinal = reading.sort is Sort.ORDINAL or lower.startswith(("st", "nd", "rd", "th"), reading.end)
    end = reading.end + 2 * (ordinal and reading.sort is not Sort.ORDINAL)
    if value <= 31 and (found := _day_first(text, lower, start)):
        return found
    if ordinal:
        return _ordered(lower, start, end, int(value)) or _bare_day(lower, start, end, int(value))
    return _year(lower, start, end, int(value)) if reading.numeral.digits else None


def _date(month: str, day: str | None, year: str | None, lower: str, start: int) -> Date:
    return Date(
        year=int(year) if year else None,
        month=MONTHS[month],
        day=_day(day) if day else None,
        part=None if day else _part_before(lower, start),
    )


def _day(text: str) -> int:
    if text[0].isdigit():
        return int(text.rstrip("stndrh"))
    reading = read_numeral(text, 0)
    return int(reading.numeral.value) if reading else 0


def _part_before(lower: str, start: int) -> str | None:
    match = _PART_BEFORE.search(lower[max(0, start - 20) : start])
    return _PARTS[match[1]] if match else None


def _day_first(text: str, lower: str, start: int) -> Found | None:
    match = _DAY_FIRST.match(lower, start)
    if match is None or (match["month"] in _AMBIGUOUS and not text[match.start("month")].isupper()):
        return None
    date = _date(match["month"], match["day"], match["year"], lower, start)
    sure = bool(match["year"]) or lower.endswith("on ", 0, start)
    flaw = Flaw.COMMA if match["joint"] == "," and sure else None
    return Found((date,), start, match.end(), flaw=flaw) if possible(date) else None


def _ordered(lower: str, start: int, end: int, number: int) -> Found | None:
    """Read what an ordinal orders: a century, the halves and quarters of a year, the years of an era."""
    part = _part_before(lower, start)
    if match := _CENTURY.match(lower, end):
        before_christ = _BC.match(lower, match.end())
        date = Date(century=-number if before_christ else number, part=part)
        listed = match["more"] is not None  # 15th and 16th centuries: the second has its own reading
        return Found((date,), start, end if listed else (before_christ or match).end())
    if match := _PERIOD.match(lower, end):
        year = _OF_YEAR.match(lower, match.end())
        date = Date(
            year=int(year["year"]) if year else None,
            half=number if match["name"] == "half" else None,
            quarter=number if match["name"] == "quarter" else None,
        )
        return Found((date,), start, year.end() if year else match.end()) if number <= 4 else None
    if (match := _OF_ERA.match(lower, end)) and match["era"] in _ERAS:
        return Found(
            (Date(year=_ERAS[match["era"]] + number - 1), Ordinal(Decimal(number))), start, match.end()
        )
    return None


def _bare_day(lower: str, start: int, end: int, number: int) -> Found | None:
    """Read an ordinal that orders nothing as a day: on the 26th."""
    if (
        not 1 <= number <= 31
        or not _BEFORE_DAY.search(lower, max(0, start - 12), start)
        or not _ALONE.match(lower, end)
    ):
        return None
    count = Decimal(number)
    if lower[start].isdigit() and lower[end - 2 : end] != ordinal_ending(count):
        return None
    return Found((Date(day=number), Ordinal(count)), start, end)


def _year(lower: str, start: int, end: int, number: int) -> Found | None:
    """Read a figure as a year: 2020, 221 BC, and with an s behind it as a decade or a century: the 1700s."""
    if match := _BC.match(lower, end):
        return Found((Date(year=-number),), start, match.end())
    plural = lower.startswith(("s", "'s"), end) and not lower[end + 1 : end + 2].isalpha()
    if plural and number % 10 == 0 and (end - start == 4 or (end - start == 2 and number >= 10)):
        return _years(lower, start, end + (2 if lower[end] == "'" else 1), number)
    if end - start != 4 or number < 1000 or _measures(lower, start, end):
        return None
    return Found(_dates_of(number, _part_before(lower, start)), start, end)


@lru_cache(maxsize=1024)
def _dates_of(number: int, part: str | None) -> tuple[Value, ...]:
    """Return what a figure that may be a year may mean."""
    return Date(year=number, part=part), Quantity(Decimal(number))


def _measures(lower: str, start: int, end: int) -> bool:
    """Tell whether a number of four digits has a unit behind it, and no word before it that dates it."""
    before = lower[max(0, start - 10) : start].split()
    found = unit_at(lower, end + 1, "en")
    dated = bool(before) and before[-1].strip("(") in _TELLING
    return found is not None and found.code not in _VERBS and not dated


def _years(lower: str, start: int, end: int, number: int) -> Found:
    part = _part_before(lower, start)
    decade = Date(decade=number, part=part)
    if number < 100:  # in their thirties, or degrees in the high 30s
        return Found((decade, Quantity(Decimal(number), high=Decimal(number + 10))), start, end)
    if number % 100:
        return Found((decade,), start, end)
    return Found((Date(century=number // 100 + 1, part=part), decade), start, end)
