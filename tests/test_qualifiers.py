"""The table of adverbs and adjectives, and what is looked for in it."""

from __future__ import annotations

import csv
from importlib.resources import files

from align.clues.qualifiers import unfounded
from corpus.script import is_han, simplified

TEXT = files("glossary.data").joinpath("qualifiers.csv").read_text(encoding="utf-8")
ROWS = list(csv.reader(TEXT.splitlines()))[1:]


def test_every_word_stands_in_the_table_once_in_order() -> None:
    words = [word for row in ROWS for word in row[0].split()]
    assert len(words) == len(set(words))
    assert sorted(ROWS) == ROWS


def test_every_word_of_the_table_is_looked_for() -> None:
    for row in ROWS:
        for word in row[0].split():
            assert list(unfounded("。", f"It {word} closed.")) != []


def test_what_may_be_behind_a_word_is_simplified_chinese() -> None:
    for _, chinese in ROWS:
        assert all(map(is_han, chinese))
        assert simplified(chinese) == chinese


def test_an_adverb_is_found_whatever_mark_follows_it() -> None:
    for mark in (".", ",", ";", ")", "!"):
        english = f"It closed suddenly{mark}"
        assert [span.of(english) for span in unfounded("它关闭了。", english)] == ["suddenly"]


def test_a_part_of_a_name_or_of_a_compound_is_no_addition() -> None:
    for english in ("the Royal Bridge Company", "a non-military check", "It is childishly easy."):
        assert list(unfounded("专家检查了桥梁。", english)) == []
    assert [span.of("Royal experts came.") for span in unfounded("专家来了。", "Royal experts came.")] == [
        "Royal"
    ]
