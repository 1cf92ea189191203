"""The notation for English phrases matches what it says, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.phrase import compile_phrase, is_possible, needed, tokens_of

PHRASES = ["soil water", "ox/cow", "fresh meat? stall", "stir * pot", "=landing", "closed-door/shut soup"]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("soil water", "the Soil and the water"),
        ("soil water", "soil, water"),
        ("soil water", "soil-water"),
        ("soil water", "the soil’s water"),
        ("soil water", "soil and\nhis waters"),
        ("wear small shoe", "wore the small shoes"),
        ("ox/cow head", "a cow's head"),
        ("draw little? snake", "draws a snake"),
        ("draw little? snake", "draws a little snake"),
        ("can't find", "they can’t find"),
        ("stir * pot", "stirring it in the pot"),
        ("=landing", "the landing of"),
        ("closed-door/shut soup", "closed-door soup"),
        ("85's generation", "85’s generation"),
    ],
)
def test_a_phrase_matches_its_wordings(phrase: str, text: str) -> None:
    assert compile_phrase(phrase).search(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("soil water", "soil. Water"),
        ("soil water", "subsoil water"),
        ("soil water", "soil under water"),
        ("soil water", "soil waterfall"),
        ("stir * pot", "stir one two three four pot"),
        ("=landing", "he landed"),
        ("cat", "catch"),
    ],
)
def test_a_phrase_does_not_match_anything_else(phrase: str, text: str) -> None:
    assert not compile_phrase(phrase).search(text)


def test_a_loose_phrase_takes_any_ending_of_a_long_word() -> None:
    assert compile_phrase("acclimatise", loose=True).search("acclimatization")
    assert compile_phrase("adapt", loose=True).search("his adaptation")
    assert not compile_phrase("cat", loose=True).search("catch")


@pytest.mark.parametrize("phrase", ["", "the", "* soil", "soil *", "fresh?", "so(il", "soil|water"])
def test_what_is_not_of_the_notation_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="word"):
        tokens_of(phrase)


def test_what_is_passed_over_in_texts_does_not_count_in_a_phrase() -> None:
    assert tokens_of("stand on one's own feet, and the rest") == tokens_of("stand on own feet rest")


@given(st.sampled_from(PHRASES), st.text("soilwaterxcdfhmnpu -,'’\n"))
def test_a_text_that_matches_is_possible(phrase: str, text: str) -> None:
    if compile_phrase(phrase).search(text):
        assert is_possible(phrase, text.lower())


@given(st.sampled_from(PHRASES), st.text())
def test_no_text_breaks_a_search(phrase: str, text: str) -> None:
    compile_phrase(phrase).search(text)


def test_the_hardest_need_comes_first() -> None:
    assert needed("go incompatible soil")[0] == ("incompatibl",)
