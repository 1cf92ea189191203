"""Terms and titles rendered word for word: which are reported, and what excuses them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.article import Article, Pair
from align.linter import check_article
from align.rule import all_rules
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

RULES = [rule for rule in all_rules() if rule.code in {"CAL006", "NAM010"}]
ROWS = (
    ("暖风机", "fan heater", "term", "", "space heater", "warm wind machine"),
    ("暖风机节", "heater fair", "term", "", "fair"),
    ("督学", "school inspector", "title", "draft", "", "Supervising Learner"),
    ("远望网", "Vista", "media", "", "", "Faraway Net"),
    ("凉泉", "soda spring", "term", "", "", "cool spring", "", "矿物"),
)


def found(src: str, tgt: str, *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    builtin = (replace(entry, id=f"test:{entry.id}", user=False) for entry in entries_of_rows(ROWS))
    terms = TermBase([EntryLayer(entries_of_rows(rows)), EntryLayer(builtin)])
    items = check_article(Article((Pair(src, tgt),)), terms, RULES)
    return [(item.rule.code, item.hit.tgt.of(tgt)) for item in items if item.hit.tgt]


@pytest.mark.parametrize(
    ("src", "tgt", "written"),
    [
        ("他买了暖风机。", "He bought a warm wind machine.", "warm wind machine"),
        ("暖风机很贵。", "Warm wind machines are dear.", "Warm wind machine"),
        ("督学来了。", "The Supervising Learner has come.", "Supervising Learner"),
        ("暖风机节开幕。", "The warm wind machine fair has opened.", "warm wind machine"),
        ("凉泉有矿物。", "The cool spring has minerals.", "cool spring"),
    ],
)
def test_a_literal_rendering_of_a_term_is_reported(src: str, tgt: str, written: str) -> None:
    assert found(src, tgt) == [("CAL006", written)]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("他买了暖风机。", "He bought a space heater."),
        ("他买了暖风机。", "He bought it."),
        ("他买了暖风机。", "He bought a fan heater, a “warm wind machine”."),
        ("他买了机器。", "He bought a warm wind machine."),
        ("凉泉很近。", "The cool spring is near."),
        ("他说warm wind machine就是暖风机。", "He says warm wind machine."),
    ],
)
def test_other_words_are_left_alone(src: str, tgt: str) -> None:
    assert found(src, tgt) == []


def test_a_name_is_the_other_rules() -> None:
    assert found("据远望网报道", "As Faraway Net reports") == [("NAM010", "Faraway Net")]


def test_what_the_user_wants_is_right() -> None:
    assert found("他买了暖风机。", "He bought a warm wind machine.", ("暖风机", "warm wind machine")) == []
