"""Idioms are recognised by the dictionary, and English that follows their characters is."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.script import simplified
from glossary import idiom_table
from glossary.calque import calque_finder
from glossary.idiom import LEAST_LENGTH, LEAST_OWN, meaningful_stems
from glossary.idiom_table import compile_idioms, load_idioms

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.idiom import Idioms

DICTIONARY = """\
# a comment
紅 红 [hong2] /red/popular/
花 花 [hua1] /flower/to spend/
綠 绿 [lu:4] /green/
葉 叶 [ye4] /leaf/
紅花綠葉 红花绿叶 [hong2 hua1 lu:4 ye4] /lit. red flowers, green leaves (idiom)/fig. the star and his helpers/
紅紅綠綠 红红绿绿 [hong2 hong2 lu:4 lu:4] /in gaudy colors/
綠葉紅花 绿叶红花 [lu:4 ye4 hong2 hua1] /red and green plants/
紅葉綠花 红叶绿花 [Hong2 Ye4 Lu:4 Hua1] /a place/
花紅葉綠 花红叶绿 [hua1 hong2 ye4 lu:4] /(idiom) as Zhou Xin once said/
"""
TABLE = """\
source,literal,meaning,also
打草惊蛇,hit grass snake startle,alert the enemy,warn alarm
红花绿叶,petal foliage,the star and his helpers,lead
红花也要绿叶扶持,red flower leaf,nobody succeeds alone,
"""
IDIOMS = compile_idioms(DICTIONARY, TABLE)


def literal(idiom: str, en: str, *, whole: bool = False) -> str | None:
    span = IDIOMS.literal_span(idiom, en, whole=whole)
    return span.of(en) if span else None


def spelled(idiom: str, en: str) -> str | None:
    span = IDIOMS.spelled_span(idiom, en)
    return span.of(en) if span else None


def test_an_idiom_is_what_the_dictionary_calls_so_or_explains_by_other_words() -> None:
    assert IDIOMS.meanings == {
        "红花绿叶": "the star and his helpers; the star and his helpers",
        "红红绿绿": "in gaudy colors",
        "花红叶绿": "as Zhou Xin once said",
        "打草惊蛇": "alert the enemy",
        "红花也要绿叶扶持": "nobody succeeds alone",
    }


def test_the_syllables_of_an_idiom_are_kept_unless_a_name_explains_it() -> None:
    assert IDIOMS.readings == {"红花绿叶": "hong hua lu ye", "红红绿绿": "hong hong lu lu"}


def test_idioms_are_found_wherever_they_stand() -> None:
    assert [(span.start, span.end) for span in IDIOMS.find("𠮷红花绿叶。红花绿叶")] == [(1, 5), (6, 10)]
    assert [(span.start, span.end) for span in IDIOMS.find("红花也要绿叶扶持")] == [(0, 8)]
    assert list(IDIOMS.find("红花绿")) == []


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("They are red flower and green leaf.", "red flower and green leaf"),
        ("They are red, flowery green leaves.", "red, flowery green leaves"),
        ("They have red flowers, many green things.", "red flowers, many green"),
        ("They are red flowers with leaves.", "red flowers with leaves"),
        ("They are green leaves for red flowers.", None),
        ("They have red flowers.", None),
        ("Red flower, green leaf: he helps the star.", None),
        ("Red roses in big green gardens have leaves.", None),
        ("", None),
    ],
)
def test_three_characters_in_their_order_are_a_literal_rendering(en: str, found: str | None) -> None:
    assert literal("红花绿叶", en) == found


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("Red flowers", "Red flowers"),
        ("the red and pretty flowers", None),
        ("the red and pretty flowers on leaves", "red and pretty flowers on leaves"),
        ("Flowers, red", None),
        ("Red pretty summer flowers", None),
        ("A star", None),
    ],
)
def test_two_characters_do_where_there_is_nothing_else(en: str, found: str | None) -> None:
    assert literal("红花绿叶", en, whole=True) == found


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("Do not hit the grass and wake snakes.", "hit the grass and wake snakes"),
        ("Do not startle that old snake.", "startle that old snake"),
        ("Do not startle that very old grey snake.", None),
        ("Do not hit the grass: it warns the enemy.", None),
        ("Do not warn the snake in the grass.", None),
        ("The snake is in the long snake.", None),
    ],
)
def test_two_words_of_the_image_are_a_literal_rendering(en: str, found: str | None) -> None:
    assert literal("打草惊蛇", en) == found


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("He met Honghua there.", "Honghua"),
        ("He met Hua Luye there.", "Hua Luye"),
        ("Hong Hua Lu Ye", "Hong Hua Lu Ye"),
        ("He met hong hua there.", None),
        ("He met Hongye there.", None),
        ("He met Hong and Hua.", None),
        ("Honghua luye, the star and its helpers", None),
        ("XHonghua", None),
    ],
)
def test_syllables_in_a_row_with_a_capital_are_spelled_and_not_translated(en: str, found: str | None) -> None:
    assert spelled("红花绿叶", en) == found


@given(st.text(), st.booleans())
def test_no_text_breaks_the_comparison(en: str, whole: bool) -> None:
    IDIOMS.literal_span("红花绿叶", en, whole=whole)
    IDIOMS.spelled_span("红花绿叶", en)


@pytest.fixture
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and a small dictionary that is counted when it is read."""
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(idiom_table, "read_dictionary", lambda: DICTIONARY)
    monkeypatch.setattr(idiom_table, "_read_table", TABLE.encode)
    return tmp_path


def loaded() -> Idioms:
    load_idioms.cache_clear()
    idioms = load_idioms()
    load_idioms.cache_clear()
    return idioms


def test_the_table_is_kept_in_the_cache(empty_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded() == IDIOMS
    monkeypatch.setattr(idiom_table, "read_dictionary", lambda: pytest.fail("read again"))
    assert loaded() == IDIOMS


@pytest.mark.parametrize("content", [b"", b"{", b"3", b"[1, 2]", b"\xff"])
def test_a_damaged_cache_is_made_again(empty_cache: Path, content: bytes) -> None:
    loaded()
    (file,) = empty_cache.iterdir()
    good = file.read_bytes()
    file.write_bytes(content)
    assert loaded() == IDIOMS
    assert file.read_bytes() == good


def test_a_cache_that_cannot_be_written_is_done_without(
    empty_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_cache / "file").write_text("")
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(empty_cache / "file"))
    assert loaded() == IDIOMS


def test_the_dictionary_that_comes_with_the_package_is_read() -> None:
    idioms = load_idioms()
    assert "very poor" in idioms.meanings["家徒四壁"]
    assert "frost" in idioms.glosses["霜"].split()
    assert idioms.readings["目瞪口呆"] == "mu deng kou dai"


def test_the_table_is_sorted_and_every_row_can_be_found() -> None:
    rows = list(csv.DictReader(files("glossary.data").joinpath("idioms.csv").read_text("utf-8").splitlines()))
    sources = [row["source"] for row in rows]
    assert sources == sorted(set(sources))
    assert all(simplified(source) == source and len(source) >= LEAST_LENGTH for source in sources)
    short = [row["source"] for row in rows if len(set(meaningful_stems(row["literal"]))) < LEAST_OWN]
    assert not short


def test_no_word_of_an_image_is_a_word_of_the_meaning() -> None:
    rows = csv.DictReader(files("glossary.data").joinpath("idioms.csv").read_text("utf-8").splitlines())
    for row in rows:
        literal_stems = set(meaningful_stems(row["literal"]))
        assert literal_stems.isdisjoint(meaningful_stems(row["meaning"])), row
        assert not any(stem.startswith(tuple(row["also"].split())) for stem in literal_stems), row


def test_no_idiom_stands_in_both_tables() -> None:
    rows = csv.DictReader(files("glossary.data").joinpath("idioms.csv").read_text("utf-8").splitlines())
    assert not [row["source"] for row in rows if row["source"] in calque_finder()]


def test_a_cache_that_was_cut_short_is_made_again(empty_cache: Path) -> None:
    loaded()
    (file,) = empty_cache.iterdir()
    good = file.read_bytes()
    file.write_bytes(good[:-1])
    assert loaded() == IDIOMS
    assert file.read_bytes() == good
