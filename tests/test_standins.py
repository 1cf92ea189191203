"""One name stands for another: a capital for its country, a company for what it owns."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.article import Article, Context, Pair
from align.clues.intruders import intruders
from align.clues.standins import calls_for
from align.rules.known_names import known_name_replaced
from align.rules.replaced_names import name_replaced
from align.rules.strange_names import name_from_nowhere
from glossary.builtin import builtin_layer
from glossary.data import table_text
from glossary.termbase import TermBase

# Translations in which a seat of government, a country, a post or an owner is called by another name.
GOOD = [
    ("北京对此表示强烈不满。", "China voiced its strong displeasure."),
    ("莫斯科方面否认参与此事。", "Russia denied any part in it."),
    ("东京召见了大使。", "Japan summoned the ambassador."),
    ("首尔尚未作出决定。", "South Korea has not yet made a decision."),
    ("华盛顿收紧了签证规定。", "The United States has tightened its visa rules."),
    ("平壤试射了一枚导弹。", "North Korea test-fired a missile."),
    ("伦敦与北京重启了磋商。", "Britain and China are talking again."),
    ("白宫说会继续施压。", "Washington says it will keep up the pressure."),
    ("克里姆林宫拒绝评论。", "Moscow declined to comment."),
    ("欧盟打算提高关税。", "Brussels plans to raise tariffs."),
    ("五角大楼证实了这一消息。", "The US Department of Defense confirmed the news."),
    ("中国驻美使馆提醒公民注意安全。", "The Chinese Embassy in Washington told citizens to take care."),
    ("硅谷又有一批人失业。", "More people have lost their jobs in California."),
    ("华尔街上周收跌。", "New York closed lower last week."),
    ("微信的母公司上调了预期。", "Tencent, which owns WeChat, has raised its forecast."),
    ("特斯拉老板把总部搬走了。", "Elon Musk has moved the head office away."),
    ("英国国王下月出访。", "King Charles III will travel abroad next month."),
    ("她说那里有39度。", "She said it was 102 degrees Fahrenheit there."),
    ("船长发出求救信号。", "The captain sent out a Mayday call."),
]
PAIRS = Path(__file__).parent / "data/name_pairs.tsv"
RULES = (known_name_replaced, name_from_nowhere, name_replaced)


def test_good_translations_that_call_something_by_another_name_are_not_reported() -> None:
    terms = TermBase((builtin_layer(),))
    found = []
    for row in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = Pair(*row.split("\t"))
        context = Context(terms, Article((pair,)))
        found += [(row, hit.message) for rule in RULES for hit in rule(pair, context)]
    assert found == []


@pytest.mark.parametrize(("src", "tgt"), GOOD)
def test_a_name_that_stands_for_another_is_not_reported(src: str, tgt: str) -> None:
    pair = Pair(src, tgt)
    context = Context(TermBase((builtin_layer(),)), Article((pair,)))
    assert list(intruders(pair, context)) == []
    assert list(name_replaced(pair, context)) == []


def test_a_country_is_called_by_its_seat_or_its_character_beside_another_and_by_no_other() -> None:
    assert calls_for("平壤没有回应", "North Korea")
    assert calls_for("驻俄大使", "Russia’s")
    assert calls_for("首爾方面", "Seoul")
    assert not calls_for("风景很美", "America")
    assert not calls_for("东京没有回应", "South Korea")
    assert not calls_for("微信支付上线了", "Alipay")


def test_the_table_has_three_columns_and_no_empty_name() -> None:
    head, *rows = table_text("standins.csv").splitlines()
    assert head == "short,chinese,english"
    assert all(
        "||" not in row and "|," not in row and ",|" not in row and not row.endswith("|") for row in rows
    )
