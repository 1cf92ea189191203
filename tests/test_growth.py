"""Time grows with the length of a text, not with its square."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from pace import assert_linear

from align.article import Article, Pair
from align.clues.opposites import Direction, swapped_words
from align.comparison.side import LIMIT_FACTS, read_side
from align.linter import check_article
from align.rule import all_rules
from corpus.documents import parse_document
from glossary.builtin import builtin_layer
from glossary.table import entries_of_rows
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from corpus import Lang

LENGTHS = (1_000, 2_000, 4_000)
# More than linear would be 4; a text of one piece has a few steps that are fewer than its length.
MOST_GROWTH = 2.6
ENGLISH = "He came yesterday, and Zhou Xin said 1 million yuan."
REPEATED: dict[str, tuple[str, str]] = {
    "a country among words that hold it": ("中国", ENGLISH),
    "dates that the translation lacks": ("1月1日", ENGLISH),
    "dates that the source lacks": (ENGLISH, "1月1日"),
    "sums that the source lacks": (ENGLISH, "1万元"),
    "directions without an opposite": ("股价不上升", "Shares were 上升. "),
    "brackets that nothing closes": ("(", "("),
    "brackets that nothing opens": ("a)", "a)"),
    "links": ("[](", "[]("),
    "names": ("周钘，", "Zhou Xin, "),
    "figures": ("1,000 ", "1,000 "),
    "quotation marks": ("“", "“"),
}


def steps(source: str, target: str, into: str) -> int:
    """Return how many functions, generators and comprehensions are begun or resumed in linting a pair."""
    langs = ("zh", "en") if into == "en" else ("en", "zh")
    article = Article((Pair(source, target, *langs),))
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        list(check_article(article, TermBase([builtin_layer()]), all_rules()))
    finally:
        sys.setprofile(None)
    return count


def lengthened(text: str, length: int) -> str:
    return text if text == ENGLISH else (text * length)[:length]


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        ("50% ", "百分之", ("en", "zh")),
        ("他在1998年买了3公斤，", "He left in 1997. ", ("zh", "en")),
        ("涨3%，", "fell 4%, ", ("zh", "en")),
    ],
)
def test_figures_that_differ_are_compared_in_linear_time(
    source: str, target: str, langs: tuple[Lang, Lang]
) -> None:
    terms = TermBase([builtin_layer()])

    def lint(text: str) -> None:
        pair = Pair(text, lengthened(target, len(text)), *langs)
        list(check_article(Article((pair,)), terms, all_rules()))

    assert_linear(lint, source)


@pytest.mark.parametrize("case", REPEATED)
def test_twice_the_text_takes_at_most_some_more_than_twice_the_steps(case: str) -> None:
    source, target = REPEATED[case]
    into = "zh" if source == ENGLISH else "en"
    steps(source, target, into)  # what is read on first use is not counted
    counts = [steps(lengthened(source, n), lengthened(target, n), into) for n in LENGTHS]
    assert all(after <= MOST_GROWTH * before for before, after in pairwise(counts)), counts


class Unsearchable(str):
    """A text that nobody may search from one end to the other."""

    __slots__ = ()

    def __contains__(self, _part: object) -> bool:
        raise AssertionError("searched for one place in it")


def test_a_word_around_a_place_is_looked_for_there_only() -> None:
    (found,) = TermBase.of(entries_of_rows([("国航", "Air China")])).find("各国航线", "zh")
    assert found.is_inside(["外国航", "国航线"], Unsearchable("各国航线"))
    assert not found.is_inside(["外国航", "国航空"], Unsearchable("各国航线"))


def test_a_direction_is_looked_for_once_however_often_its_opposite_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def may_be_said(side: Direction, _lower: str) -> bool:
        asked.append(side.name)
        return False

    monkeypatch.setattr(Direction, "may_be_said", may_be_said)
    assert not list(swapped_words("股价上升，" * 50, "Shares fell."))
    assert len(asked) == len(set(asked)) > 0


def test_a_table_in_one_line_is_compared_by_its_first_figures() -> None:
    figures = "，".join(f"{number}万元" for number in range(100, 600))
    side = read_side(parse_document(f"各地收入为{figures}。"))
    (part,) = side.parts
    assert len(side.facts_of(part)) == LIMIT_FACTS
