"""Acronyms are recognised, told from others, and reported where nothing else accounts for them."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from align.article import Article, Context, Pair
from align.clues.acronyms import garbled_acronyms
from align.clues.scrambled import is_scrambled, scrambled_names
from glossary.acronyms import TABLE, acronym_terms, acronyms_in, is_acronym, is_garbled, spells
from glossary.builtin import TABLES, builtin_layer, table_entries
from glossary.termbase import TermBase


def context_of(*pairs: Pair) -> Context:
    return Context(TermBase((builtin_layer(),)), Article(pairs))


def garbled(src: str, tgt: str) -> list[tuple[str, str]]:
    pair = Pair(src, tgt)
    return [(wanted.acronym, span.of(tgt)) for wanted, span in garbled_acronyms(pair, context_of(pair))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用PCR检测，GDP增长", ["PCR", "GDP"]),
        ("Louis XIV and WWII in the U.S.", ["WWII"]),
        ("SMEs, the EU's SoCs", ["SME", "EU", "SoC"]),
        ("AT&T, AU$5, B2B, #ABC, A-Z, I, a@BC.DE", []),
    ],
)
def test_acronyms_are_words_of_capitals(text: str, found: list[str]) -> None:
    assert [text[slice(*place)] for place in acronyms_in(text)] == found


@pytest.mark.parametrize(
    ("written", "right"), [("SARS", "SAR"), ("CPC", "PC"), ("IAEA", "IAEA"), ("XYZ", "ABC")]
)
def test_a_plural_and_another_acronym_are_not_garbled(written: str, right: str) -> None:
    assert not is_garbled(written, right)


def test_words_spell_an_acronym_with_and_without_small_words() -> None:
    assert spells("UAE", "the United Arab Emirates")
    assert spells("IUCN", "the International Union for Conservation of Nature")
    assert not spells("UEA", "the United Arab Emirates")


def test_a_garbled_acronym_is_found_by_the_source_or_by_what_it_means() -> None:
    assert garbled("卫星使用GNSS信号。", "The satellite uses GSNS signals.") == [("GNSS", "GSNS")]
    assert garbled("特区政府同意了。", "The government of the SRA agreed.") == [("SAR", "SRA")]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("卫星使用GNSS信号。", "The satellite uses GNSS, not GSNS signals."),
        ("特区政府同意了。", "The Special Administrative Region has an SRA."),
        ("特区政府同意了。", "The Strategic Reserves Authority (SRA) of the region agreed."),
        ("特区政府和SRA同意了。", "The SRA agreed."),
        ("卫星使用GNSS信号。", "THE SATELLITE USES GSNS SIGNALS"),
    ],
)
def test_an_acronym_that_is_accounted_for_is_left_alone(src: str, tgt: str) -> None:
    assert garbled(src, tgt) == []


def test_another_sentence_of_the_article_may_account_for_an_acronym() -> None:
    first, second = Pair("SRA来了。", "The SRA came."), Pair("特区政府同意了。", "The SRA agreed.")
    assert list(garbled_acronyms(second, context_of(first, second))) == []


def test_a_name_with_a_word_lost_or_moved_is_found() -> None:
    pair = Pair("世界粮食计划署的报告", "the report of Rome's World Programme Food")
    ((src, tgt, name),) = scrambled_names(pair, context_of(pair))
    assert (src.of(pair.src), tgt.of(pair.tgt), name) == (
        "世界粮食计划署",
        "World Programme Food",
        "World Food Programme",
    )


@pytest.mark.parametrize(
    "tgt", ["the World Food Programme", "the World Food Program", "the WFP and the World Programme"]
)
def test_a_name_that_is_there_in_another_form_is_left_alone(tgt: str) -> None:
    pair = Pair("世界粮食计划署的报告", tgt)
    assert list(scrambled_names(pair, context_of(pair))) == []


def test_the_beginning_of_a_long_name_is_found_unless_it_is_a_name_itself() -> None:
    pair = Pair("进博会和香港特区政府", "the China International was full, Hong Kong said")
    ((src, tgt, _),) = scrambled_names(pair, context_of(pair))
    assert (src.of(pair.src), tgt.of(pair.tgt)) == ("进博会", "China International")


def test_two_ways_to_join_words_and_what_a_body_does_without_are_no_scrambling() -> None:
    assert not is_scrambled("St. Paul's Ruins", "Ruins of St. Paul's")
    assert not is_scrambled("People's Congress", "National People's Congress")
    assert not is_scrambled("World Bank", "World Food Programme")


def test_every_row_of_the_table_has_an_acronym_and_what_it_stands_for() -> None:
    for entry in table_entries(TABLE):
        forms = entry.accepted("en")
        assert any(is_acronym(part) or not form.islower() for form in forms for part in form.split()), forms
        assert len(forms) > 1, forms


def test_the_table_is_sorted_and_its_chinese_forms_stand_in_no_other() -> None:
    text = files("glossary.data").joinpath(f"{TABLE}.csv").read_text(encoding="utf-8")
    sources = [row["source"] for row in csv.DictReader(text.splitlines())]
    assert sources == sorted(sources)
    forms = [form for source in sources for form in source.split("|")]
    assert len(forms) == len(set(forms))
    others = {
        form
        for name in TABLES
        if name != TABLE
        for entry in table_entries(name)
        for form in entry.forms("zh")
    }
    assert others.isdisjoint(forms)


def test_the_table_is_asked_in_both_languages() -> None:
    assert {item.entry.preferred("en") for item in acronym_terms().find("环评和核磁共振成像", "zh")} == {
        "EIA",
        "MRI",
    }
