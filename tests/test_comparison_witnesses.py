"""Which facts may be in conflict."""

from __future__ import annotations

import pytest

from align.comparison.witnesses import may_clash, topic
from align.facts import compare, extract


def clash(zh: str, en: str) -> bool:
    one, other = extract(zh, "zh")[0], extract(en, "en")[0]
    return may_clash(one, other, compare(one.value, other.value))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2018年", "in 2019"),
        ("4.8万", "42,000"),
        ("13.5%", "12.8%"),
        ("4.244亿美元", "$424.4 billion"),  # a slip of scale is far off, but has the same digits
        ("3月5日", "March 6"),
    ],
)
def test_facts_of_one_measure_clash(zh: str, en: str) -> None:
    assert clash(zh, en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2018年", "in 2018"),
        ("2024年上半年", "in 2024"),
        ("300", "42,000"),  # too far apart to be one number told differently
        ("5%", "5 kilometres"),
        ("2018年", "42,000"),
    ],
)
def test_facts_that_fit_or_are_of_different_things_do_not_clash(zh: str, en: str) -> None:
    assert not clash(zh, en)


@pytest.mark.parametrize(
    ("en", "kind"),
    [
        ("in 2019", "year"),
        ("in March 2019", "date"),
        ("$3 million", "money"),
        ("5%", "percentage"),
        ("42,000", "number"),
    ],
)
def test_the_topic_of_a_fact_is_a_plain_word(en: str, kind: str) -> None:
    assert topic(extract(en, "en")[0]) == kind
