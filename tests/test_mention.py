"""A mention knows its sentence, and whether a person is introduced there."""

from __future__ import annotations

import pytest

from align.article import Article, Pair
from align.clues.mention import NameMention, mentions


def mention(text: str, number: int = 0) -> NameMention:
    found = [item for group in mentions(Article((Pair("", text),))).values() for item in group]
    return sorted(found, key=lambda item: item.span)[number]


@pytest.mark.parametrize(
    "text",
    [
        "The director Zhou Xin left.",
        "The director, Zhou Xin, left.",
        "Zhou Xin, a director, left.",
        "Zhou Xin, who left, laughed.",
        "Zhou Xin (born 1985) left.",
        "Dr. Zhou Xin left.",
    ],
)
def test_a_title_or_a_description_introduces(text: str) -> None:
    assert mention(text).introduced


@pytest.mark.parametrize(
    "text",
    [
        "Zhou Xin left.",
        "It is said that Zhou Xin left.",
        "Asked about it, Zhou Xin left.",
        "So said Zhou Xin.",
    ],
)
def test_a_bare_name_is_not_introduced(text: str) -> None:
    assert not mention(text).introduced


def test_a_sentence_ends_at_a_stop_but_not_behind_mr() -> None:
    text = "Mr. Zhou Xin and Mr. Zhou Jin left. Zhou Ping stayed."
    first, second, third = (mention(text, number) for number in range(3))
    assert first.in_sentence_with(second)
    assert second.in_sentence_with(first)
    assert not second.in_sentence_with(third)


def test_the_topic_is_that_of_the_sentence() -> None:
    assert mention("It rains. The marketing director Zhou Xin left Xiaomi. Good.").topic == {
        "marketing",
        "director",
        "left",
        "xiaomi",
    }


def test_relatives_are_seen() -> None:
    assert mention("His sister Zhou Xin left.").beside_kin
    assert not mention("His assistant Zhou Xin left.").beside_kin


def test_both_orders_of_a_name_are_one_group() -> None:
    assert len(mentions(Article((Pair("", "Zhou Xin left. Xin Zhou laughed."),)))) == 1
