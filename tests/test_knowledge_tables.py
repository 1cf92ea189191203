"""The built-in tables of persons, places, bodies, titles, terms and events: what their rows must be like."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import pytest

from corpus.script import is_han, simplified
from glossary.builtin import TABLES, table_entries
from glossary.reading import keys_of
from glossary.syllables import cuts
from glossary.table import COLUMNS
from glossary.term import Entry, Kind, Status

KINDS = {
    "bodies": Kind.ORGANISATION,
    "events": Kind.TERM,
    "persons": Kind.PERSON,
    "places": Kind.PLACE,
    "terms": Kind.TERM,
    "titles": Kind.TITLE,
}
ADMINISTRATIVE = {"市": "", "区": " District", "县": " County"}  # what follows the name of a Chinese place
# Names that are words of grammar, too, and have no other form: surnames, a film, a weekly, a game.
NAMES_AND_WORDS = frozenset(["An", "May", "Said", "Up", "Next", "Go"])
# Places that are spelt in one syllable otherwise than read in Mandarin today, and rightly so.
OWN_SPELLING = frozenset(["台北市", "宕昌县", "察隅县", "彰化县", "爱知县", "福井县", "群马县", "那霸市"])


@cache
def entries(table: str) -> tuple[Entry, ...]:
    return table_entries(table)


@cache
def entry_of(table: str, chinese: str) -> Entry:
    (found,) = (entry for entry in entries(table) if chinese in entry.accepted("zh"))
    return found


@pytest.mark.parametrize("table", KINDS)
def test_a_table_of_knowledge_has_the_columns_of_a_glossary_and_is_sorted(table: str) -> None:
    text = files("glossary.data").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert text.partition("\n")[0] == ",".join(COLUMNS)
    assert [row["source"] for row in rows] == sorted(row["source"] for row in rows)
    assert {row["status"] for row in rows} <= {"approved", "draft"}
    assert len(rows) == len(entries(table))


@pytest.mark.parametrize(("table", "kind"), KINDS.items())
def test_a_table_holds_one_kind(table: str, kind: Kind) -> None:
    assert {entry.kind for entry in entries(table)} == {kind}


def test_a_chinese_form_is_in_one_row_of_one_table_or_its_context_tells_which() -> None:
    seen: dict[str, tuple[str, Entry]] = {}
    twice = []
    for table in sorted({*KINDS, *TABLES}):
        for entry in entries(table):
            for form in {simplified(form) for form in entry.accepted("zh")}:
                name, other = seen.setdefault(form, (table, entry))
                if other is not entry and not (entry.context and other.context):
                    twice.append((form, name, table))
    assert twice == []


@pytest.mark.parametrize("table", KINDS)
def test_no_wrong_form_is_a_right_form_of_the_same_name(table: str) -> None:
    for entry in entries(table):
        right = {form.casefold() for form in entry.accepted("en")}
        assert right.isdisjoint(form.casefold() for form in entry.forms("en", Status.DEPRECATED))


@pytest.mark.parametrize("table", KINDS)
def test_a_veto_holds_the_name_that_it_is_for_and_more(table: str) -> None:
    for entry in entries(table):
        for word in entry.vetoes:
            assert any(form in word and form != word for form in entry.accepted("zh")), word


def test_titles_are_never_certain_because_they_have_many_right_translations() -> None:
    assert not any(entry.certain for entry in entries("titles"))


def test_no_name_has_a_single_character() -> None:
    short = [
        form for table in KINDS for entry in entries(table) for form in entry.forms("zh") if len(form) < 2
    ]
    assert short == []


def test_no_form_is_a_pronoun_or_another_word_of_grammar_but_for_a_few_names() -> None:
    (words,) = (row["words"].split() for row in rows_of("phrases") if row["kind"] == "english-function")
    grammar = {*words, "i", "he", "she", "it", "we", "they", "you", "them", "us", "his", "her", "hers"}
    found = {
        form
        for table in {*KINDS, *TABLES}
        for entry in entries(table)
        for form in entry.forms("en")
        if form[0].isupper() and not form[-1].isupper() and form.lower() in grammar
    }
    assert found == NAMES_AND_WORDS


def rows_of(table: str) -> list[dict[str, str]]:
    text = files("glossary.data").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_a_band_that_is_a_word_needs_music_in_the_article() -> None:
    assert {"Fahrenheit", "Mayday"} == {
        entry_of("persons", band).preferred("en") for band in ("飞轮海", "五月天")
    }
    assert all("专辑" in entry_of("persons", band).context for band in ("飞轮海", "五月天"))


def test_chinese_places_are_spelt_as_they_are_read() -> None:
    misread = [
        (form, entry.preferred("en"))
        for entry in entries("places")
        for form in entry.accepted("zh")
        if entry.certain and is_administrative(form) and form not in OWN_SPELLING
        if has_one_slip(form[:-1], entry.preferred("en").removesuffix(ADMINISTRATIVE[form[-1]]))
    ]
    assert misread == []


def is_administrative(chinese: str) -> bool:
    return len(chinese) > 2 and chinese[-1] in ADMINISTRATIVE and all(map(is_han, chinese))


def has_one_slip(chinese: str, english: str) -> bool:
    """Tell whether a name has as many syllables as characters, and all of them right but for one."""
    wrong = [
        [key not in keys_of(char) for key, char in zip(cut, chinese, strict=True)]
        for cut in cuts(english.replace("'", ""))
        if len(cut) == len(chinese) > 1
    ]
    return bool(wrong) and all(sum(slips) == 1 for slips in wrong)


@pytest.mark.parametrize(
    ("table", "chinese", "english", "wrong"),
    [
        ("persons", "范明政", "Pham Minh Chinh", "Fan Mingzheng"),
        ("persons", "许正宇", "Christopher Hui", "Xu Zhengyu"),
        ("persons", "夏立言", "Andrew Hsia", "Xia Liyan"),
        ("bodies", "国台办", "Taiwan Affairs Office", "National Taiwan Office"),
        ("bodies", "司警局", "Judiciary Police", "Judicial Police Bureau"),
        ("events", "九二共识", "1992 Consensus", "Nine-Two Consensus"),
        ("events", "进博会", "China International Import Expo", "Imported Expo"),
        ("places", "岘港", "Da Nang", "Xiangang"),
    ],
)
def test_names_that_machines_get_wrong_are_known(table: str, chinese: str, english: str, wrong: str) -> None:
    entry = entry_of(table, chinese)
    assert entry.certain
    assert entry.preferred("en") == english
    assert wrong in entry.forms("en", Status.DEPRECATED)


def test_the_forms_of_the_mainland_hong_kong_and_taiwan_are_one_person() -> None:
    assert entry_of("persons", "特朗普") is entry_of("persons", "川普") is entry_of("persons", "杜林普")
    assert entry_of("persons", "普京") is entry_of("persons", "普丁")


def test_shaanxi_and_shanxi_are_two() -> None:
    assert entry_of("places", "陕西").accepted("en")[0] == "Shaanxi"
    assert entry_of("places", "山西").accepted("en")[0] == "Shanxi"


def test_a_vietnamese_province_that_is_a_chinese_river_needs_vietnam_in_the_article() -> None:
    assert "越南" in entry_of("places", "北江").context


def test_acronyms_and_adjectives_are_right_forms() -> None:
    assert {"NDRC", "National Development and Reform Commission"} <= set(
        entry_of("bodies", "国家发改委").accepted("en")
    )
    assert {"Dutch", "The Hague"} <= set(entry_of("places", "荷兰").accepted("en"))
