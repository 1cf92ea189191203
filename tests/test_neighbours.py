"""A pair is judged with those around it: what moved to the next sentence is neither missing nor changed."""

from __future__ import annotations

import pytest

from align.article import Article, Pair
from align.finding import Severity
from align.linter import check_article
from align.rule import all_rules
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

FAMILIES = ("NUM", "DAT", "UNT", "POL", "NAM", "TRM")
RULES = [rule for rule in all_rules() if rule.family in FAMILIES]
TERMS = TermBase([builtin_layer()])
# Two sentences of the source, and two of the translation that say the same together.
MOVED = {
    "a number": (
        "仓库里有39箱新茶。",
        "它们来自福建。",
        "The store holds new tea.",
        "The 39 chests come from Fujian.",
    ),
    "two numbers": (
        "仓库里有39箱茶叶。",
        "另有45袋咖啡。",
        "There are 45 bags of coffee.",
        "The store holds 39 chests of tea.",
    ),
    "a share": ("销量增长15%。", "利润也一样。", "Sales rose.", "Profits rose by 15% as well."),
    "a part": (
        "投资1.2亿元，其中政府4000万元。",
        "其余由企业承担。",
        "It costs 120 million yuan.",
        "Of this, 40 million come from the state.",
    ),
    "a date": ("展馆于5月6日开放。", "当天来了很多人。", "The hall opened.", "On May 6 many came."),
    "two dates": (
        "展馆于5月6日开放。",
        "展馆于7月8日关闭。",
        "It closed on July 8.",
        "The hall had opened on May 6.",
    ),
    "two times": ("会议上午9点开始。", "会议下午4点结束。", "It ended at 4 p.m.", "It had begun at 9 a.m."),
    "two currencies": (
        "投资50亿元。",
        "贷款30亿美元。",
        "The loan is 3 billion dollars.",
        "The investment is 5 billion yuan.",
    ),
    "two units": ("路长50公里。", "河长50英里。", "The river is 50 miles long.", "The road is 50 km long."),
    "two bounds": ("不到30人来了。", "另有30多人请假。", "More than 30 stayed away.", "Fewer than 30 came."),
    "a negation": ("厂区很大。", "它没有关闭。", "The plant did not close.", "It is large."),
    "two directions": ("股价上涨。", "债券价格下跌。", "Bonds fell.", "Shares rose."),
    "a duty": (
        "乘客必须出示证件。",
        "儿童可以入场。",
        "Children may come in.",
        "Passengers must show their papers.",
    ),
    "two persons": ("她说工厂开业了。", "他说没有。", "He said it had not.", "She said the plant was open."),
    "a name": (
        "特朗普昨天抵达北京。",
        "他会见了记者。",
        "He arrived in Beijing yesterday.",
        "Trump met reporters.",
    ),
}


def codes(*pairs: Pair) -> list[str]:
    reported = check_article(Article(pairs), TERMS, RULES)
    return [item.rule.code for item in reported if item.severity is not Severity.INFO]


@pytest.mark.parametrize("texts", MOVED.values(), ids=MOVED.keys())
def test_what_moved_to_the_next_sentence_is_left_alone(texts: tuple[str, str, str, str]) -> None:
    first, second, one, two = texts
    assert codes(Pair(first, one), Pair(second, two)) == []


@pytest.mark.parametrize("name", [name for name in MOVED if name.startswith("two")])
def test_what_is_wrong_in_one_sentence_alone_is_reported(name: str) -> None:
    first, _, one, _ = MOVED[name]
    assert codes(Pair(first, one), Pair("来宾很多。", "There were many guests."))


def test_a_value_that_the_next_sentence_keeps_explains_nothing() -> None:
    wrong, right = (
        Pair("仓库里有39箱茶叶。", "The store holds 45 chests."),
        Pair("有45袋咖啡。", "45 bags of coffee."),
    )
    assert "NUM001" in codes(wrong, right)
