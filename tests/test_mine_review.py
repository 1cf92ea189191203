"""The questions about proposals."""

from __future__ import annotations

from align.mining.review import review
from glossary.proposal import Proposal, excerpt

FOUND = [Proposal("周钘", "Zhou Xin", 0.9, 4, "reading"), Proposal("五菱", "Wuling", 0.8, 2, "reading")]


def answered(*answers):
    given = iter(answers)
    told = []
    return list(review(FOUND, lambda _: next(given), told.append)), told


def test_what_is_answered_with_yes_is_approved():
    kept, _ = answered("y", "n")
    assert [(item.zh, item.row[3]) for item in kept] == [("周钘", "approved")]


def test_an_edited_form_replaces_the_proposed_one():
    kept, _ = answered("n", "e", "Wuling Motors", "z", "五菱汽车", "y")
    assert [(item.zh, item.en) for item in kept] == [("五菱汽车", "Wuling Motors")]


def test_leaving_keeps_what_was_accepted():
    kept, _ = answered("y", "q")
    assert len(kept) == 1


def test_another_answer_tells_what_can_be_answered():
    _, told = answered("?", "n", "n")
    assert any("y yes" in line for line in told)


def test_an_empty_edit_changes_nothing():
    kept, _ = answered("e", "", "y", "n")
    assert kept[0].en == "Zhou Xin"


def test_an_excerpt_shows_the_form_in_a_long_text():
    assert "Zhou Xin" in excerpt("word " * 100 + "Zhou Xin" + " word" * 100, "Zhou Xin")
