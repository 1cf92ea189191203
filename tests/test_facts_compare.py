"""How two values stand to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from align.facts import Clock, Date, How, Label, Quantity, Score, Verdict, compare, extract_values

EQUAL = [
    ("4.244亿美元", "US$424.4 million"),
    ("约600亿元", "about 60 billion yuan"),
    ("两万五", "25,000"),
    ("三成五", "35 percent"),
    ("四分之三", "three quarters"),
    ("50%", "half of it"),
    ("2024年上半年", "the first half of 2024"),
    ("20世纪30年代", "the 1930s"),
    ("民国三十八年", "1949"),
    ("60分钟", "one hour"),
    ("320大卡", "320 calories"),
    ("半年", "six months"),
    ("3000米", "3 km"),
    ("10斤", "5 kg"),
    ("15时", "3 p.m."),
    ("晚上12点", "midnight"),
    ("30周年", "three decades"),
    ("120万千瓦", "1.2 million kilowatts"),
    ("翻两番", "quadrupled"),
    ("“十三五”规划", "the 13th Five-Year Plan"),
    ("百万分之五", "five parts per million"),
    ("“六一”", "Children's Day"),
    ("3比2", "3-2"),
    ("第三", "third"),
]
COMPATIBLE = [
    ("2024年", "the first half of 2024"),
    ("2024年3月", "March 5"),
    ("1935年", "the 1930s"),
    ("90年代", "the 1990s"),
    ("100公里", "62 miles"),
    ("15公里", "nine miles"),
    ("19%", "one in five"),
    ("华氏104度", "40 degrees Celsius"),
    ("200摄氏度", "400°F"),
    ("30厘米", "a foot"),
    ("90天", "three months"),
    ("97人", "nearly 100 people"),
    ("1亩", "667 square metres"),
    ("1.77万亿", "1.8 trillion"),
    ("数百人", "some 300 people"),
    ("8时", "8 p.m."),
    ("3月", "the first quarter"),
    ("两个月", "60 days"),
    ("90天", "three months"),
    ("一年", "365 days"),
]
CONFLICT = [
    ("4.244亿", "424.4 billion", How.SCALE),
    ("33.06万", "33.06 million", How.SCALE),
    ("1.77万亿", "1.7 trillion", How.VALUE),
    ("新元100", "100 yuan", How.CURRENCY),
    ("500日元", "500 euros", How.CURRENCY),
    ("90平方公里", "90 square metres", How.UNIT),
    ("17.5亿立方米", "1.75 billion metres", How.UNIT),
    ("30%", "30", How.UNIT),
    ("100公里", "100 miles", How.UNIT),
    ("3天", "three months", How.UNIT),
    ("100公里", "70 miles", How.VALUE),
    ("15公里", "eight miles", How.VALUE),
    ("19%", "one in four", How.VALUE),
    ("97人", "over 100 people", How.VALUE),
    ("80人", "nearly 100 people", How.VALUE),
    ("不到3%", "more than 3%", How.BOUND),
    ("近100人", "over 100 people", How.BOUND),
    ("3月4日", "4 March 2020", None),
    ("3月4日", "April 3", How.DAY_AND_MONTH_SWAPPED),
    ("7月18日", "July 28", How.DAY),
    ("7月18日", "June 18", How.MONTH),
    ("2019年7月", "July 2020", How.YEAR),
    ("周三", "Thursday", How.WEEKDAY),
    ("上半年", "the second half of 2024", How.PERIOD),
    ("20世纪30年代", "the 1920s", How.PERIOD),
    ("上午8时", "8 p.m.", How.HALF_OF_DAY),
    ("下午5时", "6 p.m.", How.TIME),
    ("3比2", "3-1", How.VALUE),
    ("“六一”", "May Day", How.VALUE),
]
UNRELATED = [
    ("5公里", "3 hours"),
    ("30%", "5 days"),
    ("5日", "July"),
    ("3公里", "the 1990s"),
    ("8:30", "the 8th floor"),
]


def only(text: str, lang: str) -> object:
    facts = extract_values(text, lang)
    assert len(facts) == 1, facts
    return facts[0].value


@pytest.mark.parametrize(("chinese", "english"), EQUAL)
def test_equal_values_are_equal_in_both_orders(chinese: str, english: str) -> None:
    first, second = only(chinese, "zh"), only(english, "en")
    assert compare(first, second).fits
    assert compare(second, first).fits
    assert compare(first, second).verdict is Verdict.EQUAL


@pytest.mark.parametrize(("chinese", "english"), COMPATIBLE)
def test_values_that_may_both_be_true_are_compatible(chinese: str, english: str) -> None:
    first, second = only(chinese, "zh"), only(english, "en")
    assert compare(first, second).verdict is Verdict.COMPATIBLE
    assert compare(second, first).verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize(("chinese", "english", "how"), CONFLICT)
def test_a_conflict_says_what_it_is_about(chinese: str, english: str, how: How | None) -> None:
    relation = compare(only(chinese, "zh"), only(english, "en"))
    assert relation.how is how
    assert (relation.verdict is Verdict.CONFLICT) == (how is not None)


@pytest.mark.parametrize(("chinese", "english"), UNRELATED)
def test_values_about_different_things_are_unrelated(chinese: str, english: str) -> None:
    assert compare(only(chinese, "zh"), only(english, "en")).verdict is Verdict.UNRELATED


def test_the_exponent_leads_from_the_first_value_to_the_second() -> None:
    small, large = Quantity(Decimal(5)), Quantity(Decimal(5000))
    assert (compare(small, large).exponent, compare(large, small).exponent) == (3, -3)


def test_growth_by_three_times_is_fourfold_and_may_mean_threefold() -> None:
    (fact,) = extract_values("增长了3倍", "zh")
    assert [str(value.value) for value in fact.readings if isinstance(value, Quantity)] == ["4", "3"]


@pytest.mark.parametrize(
    "pair",
    [
        (Label("a"), Quantity(Decimal(1))),
        (Score(Decimal(1), Decimal(2)), Date(2020)),
        (Clock(8), Date(day=8)),
        (Clock(8), Quantity(Decimal(8))),
    ],
)
def test_values_of_different_kinds_are_unrelated(pair: tuple[object, object]) -> None:
    assert compare(*pair).verdict is Verdict.UNRELATED
