"""What became of every value of a pair."""

from __future__ import annotations

import pytest

from align.facts import How, extract_values
from align.facts.assign import Assignment, assign


def assigned(chinese: str, english: str) -> Assignment:
    return assign(extract_values(chinese, "zh"), extract_values(english, "en"))


def changes(chinese: str, english: str) -> list[tuple[str, str, How | None]]:
    return [
        (change.source.fact.text, change.target.fact.text, change.relation.how)
        for change in assigned(chinese, english).changes
    ]


KEPT_BOTH_WAYS = [
    ("以4分02秒18夺冠", "won in 4:02.18"),
    ("用时3分43.13秒", "in 3:43.13"),
    ("2小时14分37秒", "2:14:37"),
    ("片长2小时40分", "with a running time of 2:40"),
    ("等了45分钟", "waited for three-quarters of an hour"),
    ("降息25个基点", "a quarter-point cut"),
    ("成立仅18个月", "only a year and a half old"),
]
KEPT = [
    ("7月25日24时", "at midnight on July 25"),
    ("2020年9月1日开学", "School began in 2020, on the first of September"),
    ("分别为63.3%、86.3%", "63.3 and 86.3 percent"),
    ("十多名工人", "a dozen workers"),
    ("四十余个基地", "some four dozen bases"),
    ("24小时以上", "for more than a day"),
    ("十年后", "a decade later"),
    ("双方握手", "the two sides shook hands"),
    ("价格高出约十倍", "about ten times the price"),
    ("首3季", "in the first three quarters"),
    ("5日至8日", "between the 5th and the 8th"),
    ("三四五六年级", "grades three to six"),
    ("90后", "those born after 1990"),
    ("2005/6年度", "in 2005-06"),
    ("七成人", "about 70% of the people"),
    ("每小时240千米（每小时149英里）", "240 km/h (149 mph)"),
    ("2016年“六一”", "on June 1, 2016"),
    ("一半", "50 percent"),
    ("1小时52分钟", "just under two hours"),
    ("片长两小时四十分", "It runs 160 minutes"),
    ("体重从152斤降到128斤", "from 76 kilos down to 64"),
    ("100至200毫米，局地超过400毫米", "four to eight inches, and over sixteen in some places"),
    ("身高一米九三", "six foot four"),
    ("最高28℃，夜里只有11℃", "a high of 82°F but only 52 at night"),
    ("相距100公里", "60 miles apart"),
    ("不到二十平米", "barely 200 square feet"),
    ("28分钟", "in under half an hour"),
    ("差0.09秒", "nine hundredths behind"),
    *KEPT_BOTH_WAYS,
]


@pytest.mark.parametrize(("chinese", "english"), KEPT)
def test_a_value_said_otherwise_is_kept(chinese: str, english: str) -> None:
    found = assigned(chinese, english)
    assert not found.changes
    assert not [part for part in found.missing if part.fact.strength]


@pytest.mark.parametrize(("chinese", "english"), KEPT_BOTH_WAYS)
def test_a_duration_is_kept_into_chinese_as_well(chinese: str, english: str) -> None:
    found = assign(extract_values(english, "en"), extract_values(chinese, "zh"))
    assert not found.changes
    assert not [part for part in found.added if part.fact.strength]


def test_a_number_behind_hours_is_minutes_only_where_nothing_stands_between() -> None:
    assert changes("过去24小时，33个区县", "thirty-six counties in 24 hours") == [
        ("33", "thirty-six", How.VALUE)
    ]


def test_a_hedge_that_is_not_true_excuses_nothing() -> None:
    assert changes("112分钟", "in over two hours") == [("112分钟", "over two hours", How.VALUE)]


def test_a_unit_beside_a_bare_number_excuses_nothing_that_it_does_not_make() -> None:
    assert changes("体重从152斤降到128斤", "from 76 kilos down to 46") == []
    assert [part.fact.text for part in assigned("从152斤到128斤", "from 76 kilos to 46").missing] == ["128斤"]


def test_one_side_left_over_is_no_change() -> None:
    found = assigned("共有340户。", "There are families.")
    assert not found.changes
    assert [part.fact.text for part in found.missing] == ["340"]
    assert [part.fact.text for part in assigned("家庭", "340 families").added] == ["340"]


def test_left_over_values_are_paired_by_unit_and_scale_before_place() -> None:
    chinese, english = "30公里，用了50天，花了4亿元", "It took 60 days and 40 million yuan for 20 km"
    assert changes(chinese, english) == [
        ("50天", "60 days", How.VALUE),
        ("4亿元", "40 million yuan", How.SCALE),
        ("30公里", "20 km", How.VALUE),
    ]


def test_the_same_number_in_another_unit_is_a_change_of_the_unit() -> None:
    assert changes("1600公里（1000英里）", "1600 metres (1000 miles)") == [
        ("1600公里", "1600 metres", How.UNIT)
    ]


def test_only_the_field_of_a_date_that_differs_is_changed() -> None:
    (change,) = assigned("2020年7月26日", "June 26, 2020").changes
    assert (change.source.name, change.relation.how) == ("month", How.MONTH)


def test_a_day_with_another_month_is_found_beside_a_right_date_of_that_month() -> None:
    assert changes(
        "7月5日出现症状，6日检测，7月7日确诊", "symptoms on June 5, a test on the 6th, ill by July 7"
    ) == [("7月5日", "June 5", How.MONTH)]


def test_a_measured_value_whose_place_another_takes_is_a_change() -> None:
    assert changes("下降65%，下降63%", "down by 65% and by 65%") == [("63%", "65%", How.VALUE)]


def test_a_loose_numeral_allows_and_never_demands() -> None:
    assert not changes("三亚一些百姓", "Five of them went to Sanya with 12 others")
    assert not assigned("一步一步", "step by step").changes


def test_thousands_of_leftovers_are_left_alone() -> None:
    chinese = "、".join(str(2 * number) for number in range(100, 3000))
    english = ", ".join(str(2 * number + 1) for number in range(100, 3000))
    found = assigned(chinese, english)
    assert not found.changes
    assert len(found.missing) > 1000
