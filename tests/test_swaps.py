"""Two known names of one kind: one is left out, and the other one stands there."""

from __future__ import annotations

import pytest

from align.article import Article, Context, Pair
from align.clues.swaps import swapped_names
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase


def swapped(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the names of the first pair of an article that are swapped, and those that stand there."""
    pairs = tuple(Pair(*text) for text in texts)
    context = Context(TermBase((builtin_layer(),)), Article(pairs))
    return [(usage.text, span.of(pairs[0].tgt)) for usage, span in swapped_names(pairs[0], context)]


@pytest.mark.parametrize(
    ("src", "tgt", "missing", "found"),
    [
        ("京东在武汉招人。", "Alibaba is hiring in Wuhan.", "京东", "Alibaba"),
        (
            "工商银行换了行长。",
            "China Construction Bank has a new head.",
            "工商银行",
            "China Construction Bank",
        ),
        ("教育部作了说明。", "The Ministry of Finance explained this.", "教育部", "Ministry of Finance"),
        (
            "巴西总统卢拉到了里约热内卢。",
            "President Lula of Brazil is in Buenos Aires.",
            "里约热内卢",
            "Buenos Aires",
        ),
        ("雅鲁藏布江涨水了。", "The Lancang River has risen.", "雅鲁藏布江", "Lancang River"),
        ("国际奥委会主席巴赫来访。", "IAEA President Thomas Bach is here.", "国际奥委会", "IAEA"),
        ("王传福没有到场。", "Wang Jianlin was not there.", "王传福", "Wang Jianlin"),
        ("这里可以用微信支付。", "Alipay can be used here.", "微信支付", "Alipay"),
    ],
)
def test_a_name_in_the_place_of_another_of_its_kind_is_found(
    src: str, tgt: str, missing: str, found: str
) -> None:
    assert swapped((src, tgt)) == [(missing, found)]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("京东在武汉招人。", "JD.com is hiring in Wuhan, like Alibaba."),  # the right name is there
        (
            "京东在武汉招人。",
            "The company is hiring in Wuhan, where Alibaba is strong.",
        ),  # and here it is described
        ("京东和阿里都在招人。", "Alibaba is hiring, and so is its competitor."),  # the source has both
        ("国家卫生健康委作了答复。", "The Ministry of Health gave an answer."),  # renamed
        ("他住在浙江。", "He lives in Hangzhou."),  # one lies in the other
        ("京东的对手来了。", "Alibaba has come."),  # the source speaks of another
        ("《长江日报》停刊。", "The Yellow River has flooded the printers."),  # no two of one kind
    ],
)
def test_a_name_that_may_rightly_stand_there_is_let_off(src: str, tgt: str) -> None:
    assert swapped((src, tgt)) == []


def test_a_name_that_the_article_has_elsewhere_is_let_off() -> None:
    first = ("京东在武汉招人。", "Alibaba is hiring in Wuhan.")
    assert swapped(first, ("阿里巴巴也一样。", "So does JD.com.")) == []
    assert swapped(first, ("天气很好。", "Alibaba hopes that it stays fine.")) == []
