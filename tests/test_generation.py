"""Generations named by their decade are recognised, and what machines make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.generation import Generation, generations_in, shorthand_in


def literal(zh: str, en: str) -> list[str]:
    return [item.tgt.of(en) for item in shorthand_in(en, generations_in(zh))]


def literal_alone(en: str) -> list[str]:
    return [item.tgt.of(en) for item in shorthand_in(en)]


@pytest.mark.parametrize(
    ("zh", "digits"),
    [
        ("他是85后。", ["85"]),
        ("８５後与零零后", ["85", "00"]),
        ("九五后、九〇后", ["95", "90"]),
        ("85后，另一个85后", ["85"]),
        ("1985后", []),
        ("跌到90后反弹，满80后退休", []),
        ("二十九零后", []),
        ("3.85后", []),
        ("后85", []),
    ],
)
def test_generations_are_told_from_numbers(zh: str, digits: list[str]) -> None:
    assert [generation.digits for generation in generations_in(zh)] == digits


@pytest.mark.parametrize(
    ("digits", "label", "born"),
    [
        ("85", "the post-85 generation", "after 1985"),
        ("90", "the post-90s generation", "in the 1990s"),
        ("00", "the post-2000 generation", "in the 2000s"),
        ("05", "the post-2005 generation", "after 2005"),
    ],
)
def test_a_generation_has_a_name_in_english(digits: str, label: str, born: str) -> None:
    assert (Generation(digits).label, Generation(digits).born) == (label, born)


@pytest.mark.parametrize(
    "en",
    [
        "an 85's generation",
        "the 85 generation",
        "the 85’s generation",
        "those after 85",
        "after-85s",
        "85 behind",
    ],
)
def test_a_literal_rendering_is_found_beside_its_source(en: str) -> None:
    assert len(literal("他是85后。", en)) == 1


@pytest.mark.parametrize(
    "en",
    [
        "born after 1985",
        "the post-85s",
        "the post-1985 generation",
        "a millennial",
        "Generation Z after 85",
        "after 85%",
        "after $85",
        "after 8500",
        "in 1985",
    ],
)
def test_a_right_rendering_is_left_alone(en: str) -> None:
    assert literal("他是85后。", en) == []


def test_the_nineties_generation_is_english() -> None:
    assert literal("90后来了。", "The 90s generation is here.") == []
    assert literal("95后来了。", "The 95s generation is here.") == ["95s generation"]


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("As an 85’s generation, he knows.", ["85’s generation"]),
        ("The after-90s like it.", ["after-90s"]),
        ("After 90s of waiting, the '90s generation left.", []),
        ("The post-85's generation is here.", []),
        ("Windows 95's generational change", []),
    ],
)
def test_without_a_source_only_what_means_nothing_else_is_found(en: str, found: list[str]) -> None:
    assert literal_alone(en) == found


@given(st.text(), st.text("aftergnios-'’ 0589后"))
def test_spans_lie_inside_any_text(zh: str, en: str) -> None:
    for item in (*shorthand_in(en), *shorthand_in(en, generations_in(zh + "85后"))):
        assert item.tgt.of(en)
