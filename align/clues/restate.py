"""What a message says about a changed value, and the words that would put it right."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.compare import How
from align.facts.express import SOME_MONEY, express, number
from align.facts.extract import extract_values
from align.facts.numeral import FIGURE
from align.facts.unit import agree, size_in
from align.facts.value import Date, Quantity
from corpus.pattern import lazy
from corpus.script import in_script_of

if TYPE_CHECKING:
    from align.article import Pair
    from align.facts.assign import Change
    from align.facts.fact import Fact
    from align.facts.value import Value
    from corpus import Lang

_ROUNDED = Decimal("0.00001")  # figures are cut at six places
_NUMERALS = {
    "en": lazy(
        rf"{FIGURE}(?: \d{{3}})*+(?:[ -]?(?:thousand|million|billion|trillion|bn|mn|tn)\b)?", re.IGNORECASE
    ),
    "zh": lazy(rf"{FIGURE}[百千万萬亿億]*+(?![多余餘来來几幾][百千万萬亿億])"),
}


def explained(change: Change, pair: Pair) -> str:
    """Return what is wrong, in one sentence: 4.244亿 is 424.4 million, not 424.4 billion."""
    said, written = change.source.fact.text, change.target.fact.text
    right = expected(change, pair)
    if right in said or said in right:  # 1982 is no news beside 1982年
        return f"the source has {said}, not {written}"
    return f"{said} is {right}, not {written}"


def expected(change: Change, pair: Pair) -> str:
    """Return the source's value in the language of the target, no more precise than the target is."""
    said, written = change.source.fact.value, change.target.fact.value
    if isinstance(said, Quantity) and isinstance(written, Quantity):
        if change.relation.how is not How.UNIT:
            said = _converted(said, written.unit)
        if said.unit in SOME_MONEY and written.unit and agree(said.unit, written.unit):
            said = replace(said, unit=written.unit)
    return in_script_of(express(_as_detailed(said, written), pair.tgt_lang), pair.tgt)


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


def restated(change: Change, pair: Pair) -> str | None:
    """Return the words of the target with the number put right, or None where they must be put otherwise."""
    said, fact = change.source.fact.value, change.target.fact
    if not isinstance(said, Quantity) or not isinstance(fact.value, Quantity):
        return None
    if said.high is not None or fact.value.high is not None or not agree(said.unit, fact.value.unit):
        return None
    figure = in_script_of(number(said.value, pair.tgt_lang), pair.tgt)
    words = with_number(fact, figure, pair.tgt_lang)
    return words if words and _reads_as(words, said, pair.tgt_lang) else None


def _reads_as(words: str, said: Quantity, lang: Lang) -> bool:
    """Tell whether new words say the number that they should: $45m with another figure may not."""
    found = extract_values(words, lang)
    value = found[0].value if len(found) == 1 else None
    return isinstance(value, Quantity) and abs(value.value - said.value) <= _ROUNDED * abs(said.value)


def with_number(fact: Fact, figure: str, lang: Lang) -> str | None:
    """Return the words of a fact with another figure in them, or None where its number is spelled out."""
    found = _NUMERALS[lang].findall(fact.text)
    return _NUMERALS[lang].sub(figure, fact.text) if len(found) == 1 else None
