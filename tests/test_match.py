from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.match import DROPPED, Shape, View, bare, holds, keys, level, spellings
from glossary.words import COMMON


@given(st.text())
@example("İstanbul \u0130")
@example("é e\u0301 𠮷 ＡＢＣ　　\r\n\ufeff")
def test_levelling_keeps_the_length(text: str) -> None:
    assert len(level(text)) == len(text)


def test_levelling_keeps_the_length_of_every_single_character() -> None:
    wrong = [code for code in range(sys.maxunicode + 1) if len(level(chr(code))) != 1]
    assert not wrong


def test_the_bare_text_is_without_all_blanks() -> None:
    blanks = {char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()}
    assert blanks | {"-", "\0"} == DROPPED
    assert bare("".join(DROPPED)) == ""


@given(st.text())
def test_a_stretch_of_the_bare_text_leads_back_to_the_same_letters(text: str) -> None:
    view = View(text)
    for start in range(len(view.bare)):
        place, end = view.stretch(start, start + 1)
        assert end == place + 1
        assert view.level[place] == view.bare[start]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SAIC GM\nWuling", "SAIC-GM-Wuling"),
        ("SAICGM Wuling", "SAIC-GM-Wuling"),
        ("SAIC‑GM–Wuling", "SAIC-GM-Wuling"),
        ("an e-mail", "email"),
        ("emails", "e-mail"),
        ("the Grand\u00a0Canyon", "The Grand Canyon"),
        ("Grand Canyon’s walls", "the Grand Canyon"),
        ("O’Brien", "O'Brien"),
        ("listed companies", "listed company"),
        ("a listed company", "listed companies"),
        ("Citroe\u0308n", "Citroën"),
        ("ＳＵ７", "SU7"),
    ],
)
def test_a_form_is_held_however_it_is_joined_and_inflected(text: str, form: str) -> None:
    assert holds(text, form, "en")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SU70", "SU7"),
        ("taxi jin", "Xi Jin"),
        ("Zhou Jinping", "Zhou Jin"),
        ("Xis", "Xi"),
        ("said", "AI"),
        ("", "a"),
    ],
)
def test_a_form_is_not_held_inside_a_longer_word(text: str, form: str) -> None:
    assert not holds(text, form, "en")


def test_chinese_is_held_in_traditional_characters_and_beside_latin_letters() -> None:
    assert holds("賽力斯SU7上市", "赛力斯", "zh")
    assert holds("赛力斯 SU7上市", "SU7", "zh")
    assert holds("大卫・贝克汉姆", "大卫·贝克汉姆", "zh")
    assert holds("陈乾旺来了", "陈乾旺", "zh")


def test_a_blank_may_stand_only_where_parts_of_the_form_meet() -> None:
    assert _fits("Nano EV", "NanoEV")
    assert _fits("SU 7", "SU7")
    assert _fits("MINI EV", "MINIEV")
    assert not _fits("is land", "island")
    assert not _fits("as Ian", "Asian")


def test_a_short_or_common_word_needs_its_capitals() -> None:
    assert _fits("IT", "IT")
    assert not _fits("it", "IT")
    assert not _fits("may", "May")
    assert _fits("MAY", "May")
    assert not _fits("journey", "Journey")
    assert _fits("xiaomi", "Xiaomi")
    assert _fits("Host", "host")
    assert _fits("ＩＴ", "IT")


def _fits(text: str, form: str) -> bool:
    return Shape.of(form).fits(View(text), 0, len(text))


def test_a_form_of_nothing_but_marks_has_no_key() -> None:
    assert not keys("·-", "zh")
    assert not keys("the ", "en") - {"the"}


def test_singular_and_plural_are_both_looked_for() -> None:
    assert keys("SUV bus", "en") >= {"suvbus"}
    assert "suvbus" in keys("SUV buses", "en")
    assert "press" not in {key[:-1] for key in keys("press", "en")}
    assert keys("glass", "en") == {"glass"}


def test_common_words_are_long_and_in_lower_case() -> None:
    assert all(len(word) > 5 and word.islower() and word.isascii() for word in COMMON)


@given(st.text(max_size=40))
def test_a_text_holds_itself(text: str) -> None:
    if text.strip() and bare(level(text)).isalnum() and unicodedata.is_normalized("NFKC", text):
        assert holds(f"“{text}”", text, "en")


@given(
    st.text(alphabet="abMNés-\u00adŠ’ ", min_size=1, max_size=6), st.sampled_from(["May", "MAs", "Nos", "SA"])
)
@example("M-AY", "May")
@example("mAY", "May")
def test_a_short_form_is_never_found_but_in_one_of_its_spellings(text: str, form: str) -> None:
    view, shape = View(text), Shape.of(form)
    for key in keys(form, "en"):
        if view.bare == key and shape.fits(view, 0, len(text)):
            assert view.capitals in spellings(form, key)
