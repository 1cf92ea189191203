"""The table of calques is sound, and what it knows is found in texts."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.script import has_han, simplified
from glossary.calque import Calque, CalqueFinder, calque_finder, load_calques
from glossary.phrase import needed, tokens_of

COLUMNS = ["source", "literal", "alone", "right", "also", "certain", "unless", "note"]
ROWS = list(
    csv.reader(files("glossary.data").joinpath("calques.csv").read_text(encoding="utf-8").splitlines())
)
CALQUES = load_calques()


def calque(**cells: str) -> Calque:
    return Calque.of_row([cells.get(column, "") for column in COLUMNS])


def found(zh: str, en: str) -> list[str]:
    return [match.literal for match in calque_finder().find(zh, en)]


def found_alone(en: str) -> list[str]:
    return [match.literal for match in calque_finder().find_alone(en)]


def test_the_table_is_rectangular_and_sorted() -> None:
    assert ROWS[0] == COLUMNS
    assert {len(row) for row in ROWS} == {len(COLUMNS)}
    assert [row[0] for row in ROWS[1:]] == sorted(row[0] for row in ROWS[1:])


def test_a_phrase_stands_in_one_row_only() -> None:
    phrases = [phrase for calque in CALQUES for phrase in calque.source]
    assert len(phrases) == len(set(phrases))


def test_cells_hold_no_blanks_around_items_and_no_item_twice() -> None:
    for row in ROWS[1:]:
        for cell in row[:5] + row[6:7]:
            items = cell.split("|") if cell else []
            assert items == [item.strip() for item in items], row
            assert len(items) == len(set(items)), row
        assert row[5] in ("yes", "no"), row


def test_a_phrase_is_simplified_and_has_a_literal_and_a_right_rendering_and_a_note() -> None:
    for item in CALQUES:
        assert all(has_han(phrase) and simplified(phrase) == phrase for phrase in item.source), item
        assert item.literal, item
        assert item.right, item
        assert item.note, item


def test_every_english_cell_is_of_the_notation() -> None:
    for item in CALQUES:
        contexts = [context for context in item.unless if not has_han(context)]
        for phrase in (*item.literal, *item.alone, *item.right, *item.also, *contexts):
            assert tokens_of(phrase)


def test_what_is_right_is_plain_words() -> None:
    for item in CALQUES:
        assert not [right for right in item.right if set(right) & set("*/?=|")], item


def test_no_right_rendering_is_taken_for_a_literal_one() -> None:
    for item in CALQUES:
        for phrase in (*item.right, *item.also):
            text = phrase.replace(" *", "").replace("=", "")
            assert item.literal_span(text) is None, (item.source, phrase)


def test_a_phrase_flagged_alone_has_several_words_and_needs_a_rare_enough_string() -> None:
    for item in CALQUES:
        for phrase in item.alone:
            words = [token for token in tokens_of(phrase) if token.alternatives]
            assert len(words) > 1 or "-" in phrase, (item.source, phrase)
            assert min(map(len, needed(phrase)[0])) > 2, (item.source, phrase)


@pytest.mark.parametrize(
    ("zh", "en", "literal"),
    [
        ("外资在这里水土不服。", "Foreign capital is unaccustomed: the soil and water.", []),
        ("外资在这里水土不服。", "Foreign firms have soil and water here.", ["soil and water"]),
        ("他被老板炒鱿鱼了。", "He was fried squid by the boss.", ["squid"]),
        ("他被老板炒鱿鱼了。", "He was fired, fried like squid.", []),
        ("今晚吃炒鱿鱼这道菜。", "Tonight we eat fried squid.", []),
        ("第十四五岁的孩子", "children of fourteen or fifteen", []),
        ("十四五规划", "the fourteen-five plan", ["fourteen-five plan"]),
        ("草莓熟了，他在种草莓。", "He plants grass.", []),
    ],
)
def test_a_literal_rendering_is_found_unless_the_sense_or_the_context_shows(
    zh: str, en: str, literal: list[str]
) -> None:
    assert found(zh, en) == literal


def test_traditional_characters_are_found_where_they_stand() -> None:
    match = next(calque_finder().find("𠮷田說：水土不服。", "Yoshida said: soil and water."))
    assert (match.phrase, match.src) == ("水土不服", match.src)
    assert match.src is not None
    assert match.src.of("𠮷田說：水土不服。") == "水土不服"


def test_one_rendering_is_reported_once_however_often_the_phrase_occurs() -> None:
    assert found("颜值高，颜值就是正义。", "A high face value; face value is justice.") == ["face value"]


def test_a_rendering_that_is_explained_is_quoted_on_purpose() -> None:
    assert found("马马虎虎", "Literally “horse horse tiger tiger”.") == []
    assert found_alone("The idiom “horse horse tiger tiger” amuses learners.") == []


def test_a_rendering_of_one_word_is_never_certain() -> None:
    finder = CalqueFinder([calque(source="打酱油", literal="soy|soy sauce", right="pass by", certain="yes")])
    assert [match.certain for match in finder.find("打酱油", "for soy")] == [False]
    assert [match.certain for match in finder.find("打酱油", "for soy sauce")] == [True]


def test_the_longest_phrase_and_the_longest_rendering_win() -> None:
    table = [
        calque(source="吃瓜", literal="eat melon", right="gossip"),
        calque(source="吃瓜群众", literal="eat melon mass|mass", right="onlooker"),
    ]
    matches = list(CalqueFinder(table).find("吃瓜群众来了", "The eating-melon masses came."))
    assert [(match.phrase, match.literal) for match in matches] == [("吃瓜群众", "eating-melon masses")]


@pytest.mark.parametrize(
    "en",
    [
        "It is a paper tiger, and he lost face.",
        "They crossed the river by feeling the stones.",
        "She killed two birds with one stone and broke the iron rice bowl.",
        "Add oil, said the fans; lie flat, said the tired.",
        "The Belt and Road, the Two Sessions and the 14th Five-Year Plan were discussed.",
        "Soil and water conservation is a phenomenon at many levels.",
        "The explosive growth of models, and a model of explosive growth.",
    ],
)
def test_accepted_english_is_left_alone(en: str) -> None:
    assert found_alone(en) == []


@given(st.text(), st.text())
def test_no_text_breaks_the_search_and_spans_lie_inside(zh: str, en: str) -> None:
    for match in calque_finder().find(zh + "水土不服", en + " soil, water "):
        assert match.tgt.of(en + " soil, water ") == match.literal
    for match in calque_finder().find_alone(en):
        assert match.tgt.of(en) == match.literal
