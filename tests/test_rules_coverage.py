"""Omissions: frames, unrelated targets, English that a dropped word left broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import assert_linear

from align.article import Article, Context, Pair
from align.clues.relatedness import is_unrelated
from align.rules.broken import broken_english, wrong_article
from align.rules.frame import dropped_frame
from align.rules.omission import unrelated_target
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Hit

RULES = (dropped_frame, unrelated_target, broken_english, wrong_article)
CONTEXT = Context(TermBase(()), Article(()))
TEXT = st.text(
    st.sampled_from("1.、（）(新华社电讯-_|网 the of an a by in ,.'’") | st.characters(codec="utf-8"),
    max_size=80,
)


def hits(src: str, tgt: str) -> list[Hit]:
    return [hit for rule in RULES for hit in rule(Pair(src, tgt), CONTEXT)]


@given(TEXT, TEXT)
def test_hits_lie_in_any_text(src: str, tgt: str) -> None:
    for hit in hits(src, tgt):
        assert hit.message
        assert hit.src is None or hit.src.end <= len(src)
        assert hit.tgt is None or hit.tgt.end <= len(tgt)


@pytest.mark.parametrize(
    "english",
    [
        "What it is is hard to say.",
        "He asked for the one that she dreamed of, and got it.",
        "The man I work for has a plan.",
        "Points a and b are on the in-road.",
        "It opens at 8 a.m. on The Of Street.",
        "Log in to see the out-of-date list.",
    ],
)
def test_english_that_looks_odd_and_is_right_is_left_alone(english: str) -> None:
    assert list(broken_english(Pair("", english), CONTEXT)) == []


@pytest.mark.parametrize(
    "words", ["a one-off", "an hour", "a European", "a union", "an heir", "a U-turn", "an X-ray", "an MBA"]
)
def test_an_article_goes_by_the_sound(words: str) -> None:
    assert list(wrong_article(Pair("", f"It is {words} for all."), CONTEXT)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1. 更换机油", "(1) Change the oil"),
        ("1. 更换机油", "I. Change the oil"),
        ("1.5万辆汽车出厂", "The cars left the plant"),
        ("（新华社记者摄）工厂开业", "The plant is open (Xinhua photo)"),
        ("柳州-南宁高铁开通", "Liuzhou Railway Opens"),
    ],
)
def test_a_frame_in_another_form_is_kept(source: str, target: str) -> None:
    assert list(dropped_frame(Pair(source, target), CONTEXT)) == []


def test_a_shared_name_number_or_latin_word_relates_two_texts() -> None:
    source = "他在郊区的工厂里专门生产小型电动汽车，广受用户好评。"
    target = "The committee voted down a proposal to raise tuition fees for foreign students"
    assert is_unrelated(source, target)
    assert not is_unrelated(f"{source}ABC", f"{target} (ABC)")
    assert not is_unrelated(f"{source}35", f"{target} (35)")
    assert not is_unrelated(f"重庆{source}", f"{target} in Chongqing")


@pytest.mark.parametrize(
    "piece", ["-新", "（", "the of ", "the a", "- ", "1.", "工", "一", "In, ", "’s ", "a "]
)
def test_long_repetitions_are_read_in_linear_time(piece: str) -> None:
    assert_linear(lambda text: (hits(text, text), hits(text, "the " + text)), piece)
