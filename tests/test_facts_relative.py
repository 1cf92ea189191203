"""Dates told from the day of writing."""

from __future__ import annotations

from datetime import date

import pytest
from notation import written

from align.facts import extract

TODAY = date(2022, 7, 21)
ROWS = [
    ("zh", "去年9月", "2021-09"),
    ("zh", "今年", "year 2022"),
    ("zh", "前年底", "year 2020"),
    ("zh", "明年3月5日", "2023-03-05"),
    ("zh", "昨日", "2022-07-20"),
    ("zh", "本月15日", "2022-07-15"),
    ("zh", "上个月", "2022-06"),
    ("zh", "去年的5月", "2021-05"),
    ("en", "last September", "2021-09"),
    ("en", "last May", "2022-05"),
    ("en", "in September last year", "2021-09"),
    ("en", "this year", "year 2022"),
    ("en", "yesterday", "2022-07-20"),
    ("en", "next month", "2022-08"),
]


@pytest.mark.parametrize(("lang", "text", "fact"), ROWS)
def test_a_relative_date_is_resolved_from_the_day_of_writing(lang: str, text: str, fact: str) -> None:
    assert [written(found) for found in extract(text, lang, today=TODAY)] == [fact]


@pytest.mark.parametrize(("lang", "text"), [("zh", "去年"), ("en", "yesterday")])
def test_without_a_day_of_writing_a_relative_date_is_no_fact(lang: str, text: str) -> None:
    assert extract(text, lang) == ()


def test_a_full_date_beside_a_relative_one_stays_as_it_is() -> None:
    facts = extract("今年（2022年）", "zh", today=TODAY)
    assert [written(fact) for fact in facts] == ["year 2022", "year 2022"]
