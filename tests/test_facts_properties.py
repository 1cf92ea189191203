"""What one side prints, the other reads; and reading never fails."""

from __future__ import annotations

import random
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from align.facts import (
    Clock,
    Date,
    How,
    Ordinal,
    Quantity,
    Verdict,
    compare,
    express,
    extract,
    extract_values,
)
from align.facts.assign import assign
from align.facts.unit import units

if TYPE_CHECKING:
    from align.facts import Value

LANGS = ("zh", "en")
# Names that are read in one way only; 元, $ and the like are read as one of several.
UNITS = sorted(
    unit.code
    for unit in units().values()
    if unit.code
    not in ("?", "yuan", "dollar", "yen", "pound", "share", "quarter", "fortnight", "cent", "mark")
)
numbers = st.one_of(
    st.integers(2, 10**4).map(Decimal),
    st.integers(1, 9999).map(lambda n: Decimal(n).scaleb(random.Random(n).randrange(11))),
    st.decimals("0.01", "999", places=2),
)
quantities = st.builds(Quantity, numbers, st.sampled_from(UNITS))
days = st.dates().map(lambda day: Date(max(day.year, 1000) % 1100 + 1000, day.month, min(day.day, 28)))
months = st.builds(Date, month=st.integers(1, 12), day=st.one_of(st.none(), st.integers(1, 28)))
periods = st.one_of(
    st.builds(Date, st.integers(1900, 2099), half=st.integers(1, 2)),
    st.builds(Date, st.integers(1900, 2099), quarter=st.integers(1, 4)),
    st.builds(Date, century=st.integers(1, 21)),
    st.builds(Date, decade=st.integers(100, 209).filter(lambda tens: tens % 10).map(lambda tens: tens * 10)),
    st.builds(Date, weekday=st.integers(1, 7)),
)
dates = st.one_of(days, months, periods)
clocks = st.builds(
    lambda hour, minute: Clock(hour, minute, None, "pm"), st.integers(13, 23), st.integers(0, 59)
)
ordinals = st.builds(Ordinal, st.integers(1, 400).map(Decimal))


def read(value: Value, lang: str) -> tuple[Value, ...]:
    """Return the readings of the one fact in what a language prints for a value."""
    text = express(value, lang)
    facts = extract_values(text, lang)
    assert len(facts) == 1, (text, facts)
    assert facts[0].text in (text, text.removeprefix("the "), text.removeprefix("第")), (text, facts)
    return facts[0].readings


@pytest.mark.parametrize("lang", LANGS)
@given(value=st.one_of(quantities, dates, clocks, ordinals))
def test_what_a_language_prints_it_reads_again(lang: str, value: Value) -> None:
    assert compare(value, read(value, lang)[0]).verdict is Verdict.EQUAL


@given(value=st.one_of(quantities, dates, clocks, ordinals))
def test_what_one_language_prints_agrees_with_what_the_other_prints(value: Value) -> None:
    facts = [extract_values(express(value, lang), lang) for lang in LANGS]
    assignment = assign(*facts)
    assert not assignment.changes
    assert not assignment.missing
    assert not assignment.added


@given(first=quantities, factor=st.sampled_from((10, 100, 1000, 10**4)))
def test_a_power_of_ten_is_found_and_named(first: Quantity, factor: int) -> None:
    said = read(first, "zh")[0]
    relation = compare(said, Quantity(said.value * factor, said.unit))
    assert (relation.verdict, relation.how, 10**relation.exponent) == (Verdict.CONFLICT, How.SCALE, factor)


@example(text="0\u0660年", lang="zh")  # an Arabic nought is a digit as well
@example(text="1\u0663 May \u0663, 20\u06602", lang="en")
@given(text=st.text(max_size=200), lang=st.sampled_from(LANGS))
def test_reading_never_fails_and_spans_fit(text: str, lang: str) -> None:
    for fact in extract(text, lang):
        assert fact.span.of(text) == fact.text


SCRAPS = [
    *"0123456789.,-–/:%$¥ ()万亿千百十一二三两几多余半年月日时分点号至到、，约不第周成折倍番元㎡𠮷é",
    *(
        "公里",
        "世纪",
        "分之",
        " million",
        " and ",
        "twenty",
        " hundred ",
        " July ",
        " p.m.",
        " the ",
        "th",
        "'s",
        "\r\n",
    ),
]


@given(scraps=st.lists(st.sampled_from(SCRAPS), max_size=60), lang=st.sampled_from(LANGS))
def test_scraps_of_numbers_never_break_the_reader(scraps: list[str], lang: str) -> None:
    text = "".join(scraps)
    for fact in extract(text, lang):
        assert fact.span.of(text) == fact.text


ENDLESS = {
    "digits": "1",
    "ten thousands": "万",
    "groups": "1,",
    "blanks": "1 ",
    "spelled": "twenty ",
    "hundreds": "one hundred and ",
    "points": "三点",
    "ranges": "1至",
    "parts": "一分之",
    "dates": "May 1, ",
    "years": "2020年",
    "times": "5:30 ",
    "addresses": "a@",
    "ordinals": "第一",
    "dashes": "twenty-",
    "letters": "A",
    "dollars": "$",
    "quotes": "“",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_reading_takes_time_in_proportion_to_the_text(name: str) -> None:
    def seconds(length: int) -> float:
        text = (ENDLESS[name] * length)[:length]
        began = time.process_time()
        assign(extract(text, "zh"), extract(text, "en"))
        return time.process_time() - began

    short, long = (min(seconds(length) for _ in range(3)) for length in (1_000, 8_000))
    assert long < 0.02 + 24 * short  # eight times the text; a square would take 64 times
