"""Names in translations into Chinese: another name is reported, another way to call somebody is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.article import Article, Pair
from align.linter import check_article
from align.rule import all_rules
from glossary.builtin import builtin_layer
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

DATA = Path(__file__).parent / "data"
GLOSSARY = (
    ("雷军", "Lei Jun"),
    ("周钘", "Zhou Xin"),
    ("王小丽", "Wang Xiaoli"),
    ("欧阳致远", "Ouyang Zhiyuan"),
    ("钟南山", "Zhong Nanshan"),
)
RULES = tuple(rule for rule in all_rules() if rule.code in {"NAM006", "NAM022"})
TERMS = TermBase((EntryLayer(entries_of_rows(GLOSSARY)), builtin_layer()))


def rows(name: str) -> list[list[str]]:
    return [row.split("\t") for row in (DATA / name).read_text(encoding="utf-8").splitlines()]


def marked(*pairs: tuple[str, str]) -> list[str]:
    """Return what is reported in the translations of an article."""
    article = Article(tuple(Pair(src, tgt, "en", "zh") for src, tgt in pairs))
    hits = [item.hit for item in check_article(article, TERMS, RULES)]
    return [hit.tgt.of(article.pairs[hit.pair].tgt) for hit in hits if hit.tgt]


@pytest.mark.parametrize(("src", "tgt"), rows("name_pairs_into_zh.tsv"))
def test_a_good_translation_is_not_reported(src: str, tgt: str) -> None:
    assert marked((src, tgt)) == []


@pytest.mark.parametrize(("src", "tgt", "wrong"), rows("name_errors_into_zh.tsv"))
def test_a_wrong_name_is_reported(src: str, tgt: str, wrong: str) -> None:
    assert marked((src, tgt)) == [wrong]


def test_a_name_that_another_sentence_has_is_not_reported() -> None:
    wrong = ("The World Health Organization lifted the alert.", "世界贸易组织解除了警报。")
    assert marked(wrong, ("Nothing else happened.", "别无他事。")) == ["世界贸易组织"]
    assert marked(wrong, ("The World Trade Organization met.", "世贸组织开会了。")) == []


def test_a_character_is_not_wrong_where_another_name_of_the_article_reads_so() -> None:
    assert marked(("Wang Xiaoli won.", "王小华赢了。")) == ["王小华"]
    assert marked(("Wang Xiaoli won.", "王小华赢了。"), ("Wang Xiaohua lost.", "她输了。")) == []
