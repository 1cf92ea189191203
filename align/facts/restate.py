"""What a message says about a changed value, and the words that would put it right."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.compare import How
from align.facts.express import express, number
from align.facts.numeral import FIGURE
from align.facts.unit import agree, size_in
from align.facts.value import Date, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.assign import Change
    from align.facts.fact import Fact
    from align.facts.value import Value
    from corpus import Lang

_NUMERALS = {
    "en": lazy(
        rf"{FIGURE}(?: \d{{3}})*+(?: ?(?:thousand|million|billion|trillion|bn|mn|tn)\b)?", re.IGNORECASE
    ),
    "zh": lazy(rf"{FIGURE}[百千万亿]*+"),
}


def explained(change: Change, lang: Lang) -> str:
    """Return what is wrong, in one sentence: 4.244亿 is 424.4 million, not 424.4 billion."""
    said, written = change.source.fact.text, change.target.fact.text
    right = expected(change, lang)
    if right in said or said in right:  # 1982 is no news beside 1982年
        return f"the source has {said}, not {written}"
    return f"{said} is {right}, not {written}"


def expected(change: Change, lang: Lang) -> str:
    """Return the source's value in the language of the target, no more precise than the target is."""
    said, written = change.source.fact.value, change.target.fact.value
    if isinstance(said, Quantity) and isinstance(written, Quantity) and change.relation.how is not How.UNIT:
        said = _converted(said, written.unit)
    return express(_as_detailed(said, written), lang)


def _converted(said: Quantity, unit: str) -> Quantity:
    """Return a quantity in a unit of the same dimension, rounded to three digits; any other as it is."""
    source, target = size_in(said.unit), size_in(unit)
    if (
        said.unit == unit
        or source is None
        or target is None
        or source[0] != target[0]
        or said.high is not None
    ):
        return said
    size = said.value * source[1] / target[1]
    return Quantity(Decimal(f"{size:.3g}"), unit)


def _as_detailed(said: Value, written: Value) -> Value:
    if (
        isinstance(said, Date)
        and isinstance(written, Date)
        and written.year is None
        and (said.month or said.day)
    ):
        return replace(said, year=None)
    return said


def restated(change: Change, lang: Lang) -> str | None:
    """Return the words of the target with the number put right, or None where they must be put otherwise."""
    said, fact = change.source.fact.value, change.target.fact
    if not isinstance(said, Quantity) or not isinstance(fact.value, Quantity):
        return None
    if said.high is not None or fact.value.high is not None or not agree(said.unit, fact.value.unit):
        return None
    return with_number(fact, number(said.value, lang), lang)


def with_number(fact: Fact, figure: str, lang: Lang) -> str | None:
    """Return the words of a fact with another figure in them, or None where its number is spelled out."""
    found = _NUMERALS[lang].findall(fact.text)
    return _NUMERALS[lang].sub(figure, fact.text) if len(found) == 1 else None
