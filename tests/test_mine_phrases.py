"""The phrases that may be names or terms, and the counts that tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.association import dice, log_likelihood
from glossary.candidates_en import english_phrases
from glossary.candidates_zh import chinese_phrases


def names(text):
    return [item.text for item in english_phrases(text) if item.name]


def terms(text):
    return [item.text for item in english_phrases(text) if not item.name]


def test_a_title_across_of_and_the_is_one_name():
    assert "Director of the Marketing Center" in names("He became Director of the Marketing Center.")


def test_a_possessive_ends_a_name():
    assert names("He praised Xiaomi’s Auto Show team.")[0] == "Xiaomi"


def test_a_headline_has_no_names_by_capitals():
    assert names("Car Maker Names Another Director After Long Search") == []


def test_a_compound_is_a_name_inside_a_longer_one():
    assert {"SAIC-GM-Wuling", "SAIC-GM-Wuling Sales Company"} <= set(
        names("It is SAIC-GM-Wuling Sales Company.")
    )


def test_new_belongs_to_a_name_but_the_does_not():
    assert names("The New York office is open.") == ["New York"]


def test_terms_hold_no_function_words():
    assert terms("the smart car of the future market") == ["smart car", "future market"]


def test_a_dotted_name_is_not_cut():
    found = {item.text for item in chinese_phrases("他见了戈登·史密斯。")}
    assert "戈登·史密斯" in found
    assert "戈登" not in found


def test_phrases_do_not_join_two_things():
    assert "上海和北京" not in {item.text for item in chinese_phrases("上海和北京")}


@given(st.text(max_size=60))
def test_phrases_are_slices_of_their_text(text):
    for phrase in (*english_phrases(text), *chinese_phrases(text)):
        assert phrase.span.of(text) == phrase.text


@given(st.data())
def test_association_is_zero_at_chance_and_never_negative(data):
    total = data.draw(st.integers(1, 1000))
    left, right = data.draw(st.integers(1, total)), data.draw(st.integers(1, total))
    joint = data.draw(st.integers(max(0, left + right - total), min(left, right)))
    assert log_likelihood(joint, left, right, total) >= 0
    assert 0 <= dice(joint, left, right) <= 1
