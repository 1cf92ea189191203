from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.nearmiss import (
    abbreviates,
    is_inflected,
    is_misspelt,
    is_name,
    near_miss,
    reworded,
    share_of_words,
)


@pytest.mark.parametrize(
    ("form", "text", "found", "strong"),
    [
        ("Fintech Supervisory Sandbox", "the FinTech Regulatory Sandbox", "FinTech Regulatory Sandbox", True),
        ("Banking Advisory Committee", "the Banking Industry Advisory Committee’s", None, True),
        ("Global Leaders’ Investment Summit", "International Leaders' Investment Summit 2024", None, True),
        ("consumer credit products", "unsecured consumer loan products", "consumer loan products", False),
        ("Langao County", "in Langoa County", "Langoa County", False),
        ("Xiaomi", "the Xiaome car", "Xiaome", False),
        ("水利资源部", "水力资源部同意了", "水力资源部", False),
    ],
)
def test_a_form_with_another_word_or_letter_is_near(
    form: str, text: str, found: str | None, strong: bool
) -> None:
    near = near_miss(form, text)
    assert near is not None
    assert found is None or near.span.of(text) == found
    assert near.strong is strong


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Germany", "the German chancellor"),
        ("local stock market", "the stock market"),
        ("export of services", "exports of goods and services"),
        ("Government of the Special Region", "Placements by the Special Region"),
        ("Chief Executive of the Special Administrative Region", "Chief Executive of the Special Region"),
        ("Government of the New Special Region", "Placements by the New Special Region"),
        ("New Area Code of Practice", "New Area Code in Practice"),
        ("the first three months of net lending growth", "the last three months of net loan growth"),
        ("Sales Committee of Banks", "Sales Committee by Leading Banks"),
        ("14th Annual Conference", "15th Annual Conference"),
        ("Policy Research Office", "policy review office"),
        ("Green Finance Centre", "Green. Finance Centre"),
        ("Green Finance Centre", "Green Finance Center"),
        ("stock market", "labour market"),
        ("五菱汽车", "五菱货车厂"[:3]),
        ("", "anything"),
    ],
)
def test_what_may_be_another_thing_or_a_free_rendering_is_not_near(form: str, text: str) -> None:
    assert near_miss(form, text) is None


def test_the_words_of_a_form_in_other_inflections_are_the_form() -> None:
    assert is_inflected("statements of cash flows", "a Statement of Cash Flow")
    assert is_inflected("authorized institution", "authorised institutions")
    assert not is_inflected("cash flow statement", "a statement of cash flows")
    assert not is_inflected("", "text")


def test_a_name_has_capitals_in_all_but_its_small_words() -> None:
    assert is_name("the Bank of China")
    assert is_name("3M")
    assert not is_name("New energy vehicle")
    assert not is_name("五菱")


def test_an_acronym_stands_for_its_words_and_the_other_way_round() -> None:
    assert abbreviates("Automated Teller Machines", "ATMs are everywhere")
    assert abbreviates("ATM", "Automated Teller Machines are everywhere")
    assert not abbreviates("Xiaomi", "X of China")


def test_words_that_begin_alike_are_shared() -> None:
    assert share_of_words("Democratic Party", "the Democrats") == 0.5
    assert share_of_words("", "text") == 0.0


def test_a_word_is_misspelt_by_a_letter_and_a_long_one_by_two() -> None:
    assert is_misspelt("xiaomi", "xiaomo")
    assert not is_misspelt("xiaomi", "xiaoma o")
    assert is_misspelt("automobile", "autonobilo")
    assert not is_misspelt("wuling", "puling")
    assert not is_misspelt("nio", "nia")


WORDS = st.lists(
    st.sampled_from(["Green", "Finance", "of", "and", "the", "Centre", "bonds", "3rd", "五菱", ","]),
    max_size=8,
)


@given(WORDS, WORDS)
def test_what_is_near_is_a_stretch_of_the_text_and_not_the_form(form: list[str], text: list[str]) -> None:
    near = near_miss(" ".join(form), " ".join(text))
    if near is not None:
        assert 0 <= near.span.start < near.span.end <= len(" ".join(text))
        assert near.span.of(" ".join(text)) != " ".join(form)


def test_a_name_in_other_words_shares_half_of_them() -> None:
    found = reworded(
        "Sustainable Finance Action Agenda", "The Sustainable Finance Action Plan was published."
    )
    assert found is not None
    assert found.span.of("The Sustainable Finance Action Plan was published.") == (
        "Sustainable Finance Action Plan"
    )
    assert not found.strong


def test_a_name_with_all_words_or_few_of_a_form_is_not_another_name_for_it() -> None:
    assert reworded("Chief Executive of the Harbour Bank", "Harbour Bank Chief Executive Li left.") is None
    assert reworded("Harbour Bank", "the Southern Credit Bank of Norway") is None
    assert reworded("Harbour", "the Harbour Bank") is None
    assert reworded("harbour bank", "the Harbour Council") is None
