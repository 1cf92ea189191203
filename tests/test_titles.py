"""Titles with ranks: how Chinese composes them, and where a translation changes them."""

from __future__ import annotations

import pytest

from align.clues.ranks import gained_ranks, lost_ranks
from glossary.title import composed_title, ranks, title_in_english, titles_in


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("副总经理", "deputy general manager"),
        ("常务副市长", "executive vice mayor"),
        ("常务副总工程师", "executive deputy chief engineer"),
        ("代理局长", "acting director"),
        ("名誉副会长", "honorary vice president"),
        ("候任会长", "president-designate"),
        ("代理首席执行官", "acting chief executive officer"),
    ],
)
def test_ranks_are_composed(chinese: str, english: str) -> None:
    title = composed_title(chinese)
    assert title is not None
    assert title.english == english


@pytest.mark.parametrize("text", ["总经理", "副刊", "副", "王副总", "首席执行官", "副总经理王敏"])
def test_what_is_no_title_with_a_rank_is_not_composed(text: str) -> None:
    assert composed_title(text) is None


def test_every_rank_is_found_before_a_title() -> None:
    for rank in ranks():
        assert [title.ranks[0].chinese for title in titles_in(f"{rank}主席")] == [rank]


def test_a_title_is_found_in_english_in_any_case_and_number() -> None:
    base = next(titles_in("副市长")).base
    assert title_in_english(base).search("two MAYORS of the town")


def test_a_deputy_beside_the_chief_is_left_alone() -> None:
    assert not list(lost_ranks("副总经理陪同总经理到会。", "The general manager and Wang Min were there."))


def test_a_rank_in_other_words_is_left_alone() -> None:
    assert not list(lost_ranks("副州长到会。", "The lieutenant governor was there."))
    assert not list(lost_ranks("副校长到会。", "The pro-vice-chancellor was there."))


def test_the_chief_of_two_is_not_taken_for_the_deputy() -> None:
    english = "The mayor was there. A deputy mayor spoke for the mayor."
    assert not list(gained_ranks("市长到会，由他人代为致辞。", english))
