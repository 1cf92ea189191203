"""Words are cut into pinyin syllables, and syllables compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.syllables import SYLLABLES, cuts, distance, likeness, near, neighbours

syllables = st.sampled_from(sorted(SYLLABLES))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Zhou", [("zhou",)]),
        ("XIAOMING", [("xiao", "ming"), ("xi", "ao", "ming")]),
        ("Xiao-ming", [("xiao", "ming"), ("xi", "ao", "ming")]),
        ("Chang'e", [("chang", "e")]),
        ("Chang’e", [("chang", "e")]),
        ("Change", [("chan", "ge"), ("chang", "e")]),
        ("Lü", [("lu",)]),
        ("Lv", [("lu",)]),
        ("Lǚ", [("lu",)]),
        ("L\u0075\u0308", [("lu",)]),
        ("Nyu", [("nu",)]),
        ("Zhōu", [("zhou",)]),
        ("Smith", []),
        ("", []),
        ("-", []),
        ("𠮷", []),
    ],
)
def test_a_word_is_cut_in_every_way_the_likeliest_first(word: str, expected: list[tuple[str, ...]]) -> None:
    assert list(cuts(word)) == expected


@given(st.lists(syllables, min_size=1, max_size=3))
def test_what_is_joined_is_cut_again(parts: list[str]) -> None:
    assert tuple(parts) in cuts("-".join(parts).capitalize())
    assert tuple(parts) in cuts("".join(parts))


@given(st.text(max_size=60))
def test_any_text_is_cut_into_syllables_or_not_at_all(text: str) -> None:
    assert all(set(cut) <= SYLLABLES for cut in cuts(text))


@given(syllables, syllables)
def test_likeness_is_symmetric_and_one_for_the_same(first: str, second: str) -> None:
    assert likeness(first, second) == likeness(second, first)
    assert (likeness(first, second) == 1) == (first == second)
    assert 0 <= likeness(first, second) <= 1


@given(syllables, syllables)
def test_one_letter_apart_is_near(first: str, second: str) -> None:
    if distance(first, second) == 1:
        assert near(first, second)
    assert near(first, second) == near(second, first)


@pytest.mark.parametrize(
    ("first", "second"), [("jin", "qin"), ("zhi", "zi"), ("shi", "xi"), ("lan", "nan"), ("fu", "hu")]
)
def test_sounds_that_are_mixed_up_are_near(first: str, second: str) -> None:
    assert second in neighbours(first)


@pytest.mark.parametrize(
    ("first", "second"), [("jin", "xing"), ("ping", "xin"), ("zhi", "cheng"), ("hu", "yi")]
)
def test_other_syllables_are_not_near(first: str, second: str) -> None:
    assert not near(first, second)


@given(st.text(max_size=8), st.text(max_size=8))
def test_the_distance_is_that_of_rapidfuzz(first: str, second: str) -> None:
    from rapidfuzz.distance import Levenshtein

    assert distance(first, second) == Levenshtein.distance(first, second)
