"""The numbers and dates of an English text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.date_en import DECADES, MONTHS, WEEKDAYS, date_from_number, month_first, weekday
from align.facts.degrees import with_degree
from align.facts.label import label_en, plan_en, starts_en
from align.facts.moment import Found, digital_date
from align.facts.numeral import FIGURE, Flaw, Numeral, separate
from align.facts.numeral_en import STARTS, Reading, Sort, read_numeral
from align.facts.plain import plain_en
from align.facts.portion_en import PORTIONS, portion_at
from align.facts.quantity_en import (
    MULTIPLES,
    ROMAN,
    SINGLES,
    multiple_at,
    quantity_at,
    quarter_at,
    roman_at,
    single_at,
)
from align.facts.read import Read, dated
from align.facts.series import with_shared
from align.facts.time_en import NAMED, time_from_number, time_from_word
from align.facts.value import Date
from corpus.pattern import either, lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.facts.fact import Fact

# A figure, with its blanks where it is written 2 500. It begins with the digit, which the search skips to.
_FIGURES = lazy(
    r"\d(?:(?<![\d.,:/]\d)\d{0,2}(?: \d{3})++(?![\d:/]|[.,]\d)|" + FIGURE.replace("++", "*+", 1) + ")"
)
_TIMES = frozenset((*NAMED, "half", "quarter"))
_LABELS = starts_en()
_KNOWN = frozenset((*_LABELS, *STARTS, *MONTHS, *WEEKDAYS, *DECADES, *MULTIPLES, *SINGLES, *ROMAN, *_TIMES))
# Searched for in the text with a blank before it, so that every word has a character before it to skip to.
_WORDS = lazy(f"[^a-z]({either(word for word in _KNOWN if word.isalpha())})(?![a-z])")


def scan_en(text: str) -> list[Fact]:
    """Return the numbers, dates and times of an English text, in order."""
    lower = plain_en(text)
    return with_shared([with_degree(read, text, lower).fact(text) for read in _reads(text, lower)], text)


def _reads(text: str, lower: str) -> Iterator[Read]:
    done = 0
    for start, word in _tokens(lower):
        if start < done:
            continue
        read = portion_at(lower, start) if word in PORTIONS else None
        read = read or _word(text, lower, start, word)
        if read is None and (word[0].isdigit() or word in STARTS):
            read = _number(text, lower, start, word)
        if read is not None:
            yield read
            done = read.end


def _tokens(lower: str) -> list[tuple[int, str]]:
    """Return the figures and the words that a fact may begin with, each behind its place."""
    found = [(match.start(), match[1]) for match in _WORDS.finditer(f" {lower}")]
    if figures := [(match.start(), match[0]) for match in _FIGURES.finditer(lower)]:
        return sorted(found + figures)
    return found


def _number(text: str, lower: str, start: int, word: str) -> Read | None:
    if " " in word:
        return quantity_at(text, lower, _spaced(word, start), start)
    if lower[start].isdigit() and (found := digital_date(lower, start)):
        return dated(found, lower)
    reading = read_numeral(lower, start)
    if reading is None:
        return None
    if plan := plan_en(lower, start, reading.end, reading.numeral.value):
        return plan
    found = time_from_number(lower, start, reading) or date_from_number(text, lower, start, reading)
    return dated(found, lower) if found else quantity_at(text, lower, reading, start)


def _spaced(figure: str, start: int) -> Reading:
    """Return what 2 500 means: one number with a blank in it, or two numbers side by side."""
    others = separate(figure.split())
    numeral = Numeral(Decimal(figure.replace(" ", "")), others=others, flaw=Flaw.BLANK)
    return Reading(numeral, Sort.CARDINAL, start + len(figure))


def _word(text: str, lower: str, start: int, word: str) -> Read | None:
    if word in _LABELS and (label := label_en(lower, start, word)):
        return label
    if word in MULTIPLES:
        return multiple_at(start, word)
    if word in SINGLES:
        return single_at(lower, start, word)
    if word in ROMAN:
        return roman_at(text, lower, start, word)
    found: Found | None = None
    if word in MONTHS:
        found = month_first(text, lower, start, word)
    elif word in WEEKDAYS:
        found = weekday(text, start, word)
    elif word in DECADES:
        found = Found((Date(decade=DECADES[word]),), start, start + len(word), sure=False)
    elif word in _TIMES:
        found = time_from_word(lower, start, word)
        if found is None and word == "quarter":
            return quarter_at(lower, start)
    return dated(found, lower) if found else None
