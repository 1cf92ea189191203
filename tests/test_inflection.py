"""Words are found in all their forms, and forms of one word have one stem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.inflection import forms_of, stem_of


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("eat", {"eats", "ate", "eaten", "eating"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("carry", {"carries", "carried", "carrying"}),
        ("make", {"makes", "made", "making"}),
        ("lie", {"lies", "lay", "lain", "lying"}),
        ("fox", {"foxes"}),
        ("leaf", {"leaves"}),
        ("ox", {"oxen"}),
        ("play", {"plays", "played", "playing"}),
        ("85", {"85s"}),
    ],
)
def test_a_word_has_its_forms(word: str, forms: set[str]) -> None:
    assert forms | {word} <= set(forms_of(word))


def test_a_short_word_is_not_doubled_after_two_vowels() -> None:
    assert "eatting" not in forms_of("eat")


@pytest.mark.parametrize(
    "words",
    [
        ("wolf", "wolves", "Wolf"),
        ("run", "running", "ran", "runs"),
        ("quick", "quickly", "quickness"),
        ("make", "making", "made"),
        ("city", "cities"),
        ("fall", "falls", "fallen"),
    ],
)
def test_forms_of_one_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem_of(word) for word in words}) == 1


@given(st.text(min_size=1))
def test_a_word_is_a_form_of_itself_and_has_a_stem(word: str) -> None:
    assert word.lower() in forms_of(word)
    assert stem_of(word)
