"""What messages about numbers say, and the words that put a number right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.article import Pair
from align.clues.restate import explained, restated
from align.facts import extract_values
from align.facts.assign import assign

if TYPE_CHECKING:
    from corpus import Lang

MESSAGES: list[tuple[str, str, Lang, str]] = [
    ("It cost $1.4 billion.", "它花了14亿人民币。", "zh", "$1.4 billion is 14亿美元, not 14亿人民币"),
    (
        "It cost 4.5 billion dollars.",
        "成本为45万美元。",
        "zh",
        "4.5 billion dollars is 45亿美元, not 45万美元",
    ),
    ("It cost $45 million.", "成本为45万港元。", "zh", "$45 million is 4500万港元, not 45万港元"),
    ("It costs 60 yuan.", "售价70元。", "zh", "60 yuan is 60元, not 70元"),
    ("A third came.", "一半人来了。", "zh", "third is 三分之一, not 一半"),
    ("三分之二的会员", "a quarter of the members", "en", "三分之二 is two thirds, not quarter"),
    ("They sold 1.4 million.", "賣出1400萬頂。", "zh", "1.4 million is 140萬, not 1400萬"),
]
FIXES: list[tuple[str, str, Lang, str | None]] = [
    ("They sold 1.4 million.", "賣出1400萬頂。", "zh", "140萬"),
    ("They sold 1.4 million.", "卖出1400多万顶。", "zh", None),
    ("成本为45亿美元。", "It cost $45m.", "en", None),
    ("成本为45亿美元。", "a $45-million fortune", "en", "$4.5 billion"),
]


@pytest.mark.parametrize(("source", "target", "lang", "message"), MESSAGES)
def test_a_message_says_the_value_as_a_reader_would_write_it(
    source: str, target: str, lang: Lang, message: str
) -> None:
    pair = Pair(source, target, "en" if lang == "zh" else "zh", lang)
    found = assign(extract_values(source, pair.src_lang), extract_values(target, lang))
    assert [explained(change, pair) for change in found.changes] == [message]


@pytest.mark.parametrize(("source", "target", "lang", "words"), FIXES)
def test_a_number_is_put_right_whole_or_not_at_all(
    source: str, target: str, lang: Lang, words: str | None
) -> None:
    pair = Pair(source, target, "en" if lang == "zh" else "zh", lang)
    found = assign(extract_values(source, pair.src_lang), extract_values(target, lang))
    assert [restated(change, pair) for change in found.changes] == [words]
