from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.script import (
    AMBIGUOUS,
    CJK_PUNCTUATION,
    FULLWIDTH,
    HAN,
    fold,
    has_han,
    is_han,
    lang_of,
    simplified,
)


@pytest.mark.parametrize("char", ["钘", "㐀", "龥", "𠮷", "𪟝", "\U00030000", "〇", "々", "豈", "⼀"])
def test_ideographs_of_every_block_are_han(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", ["。", "，", "あ", "カ", "한", "A", "Ａ", "１", "“", "…", "　", "é", "😀"])
def test_other_characters_are_not_han(char: str) -> None:
    assert not is_han(char)


def test_classes_can_be_put_into_one_pattern() -> None:
    pattern = re.compile(f"[{HAN}{CJK_PUNCTUATION}{FULLWIDTH}]+")
    assert pattern.fullmatch("（周钘，《𠮷》Ａ）。　")
    assert not pattern.search("(Zhou Xin), “A” — 1…")


def test_has_han_finds_one_ideograph_in_english() -> None:
    assert has_han("Zhou Xin (钘)")
    assert not has_han("Zhou Xin, “Wuling”…")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("周钘加盟小米。", "zh"),
        ("小米 SU7 Ultra、MINIEV 和 NanoEV 都来了", "zh"),
        ("IT之家", "zh"),
        ("He met Zhou Xin (周钘) in Liuzhou.", "en"),
        ("SAIC-GM-Wuling (上汽通用五菱) hired him in 2011.", "en"),
        ("Élan vital", "en"),
        ("2024 — 42%", None),
        ("", None),
        ("これは日本語の文です", None),
        ("Привет", None),
        ("안녕하세요", None),
    ],
)
def test_language_is_told_by_script(text: str, lang: str | None) -> None:
    assert lang_of(text) == lang


def test_full_width_letters_digits_and_marks_fold_to_ascii() -> None:
    assert fold("Ａｚ０９！～　（￥）。") == "Az09!~ (¥)。"


def test_traditional_text_is_simplified_character_by_character() -> None:
    assert (
        simplified("上汽通用五菱銷售公司副總經理周鈃將於八月加入")
        == "上汽通用五菱销售公司副总经理周钘将于八月加入"
    )


@pytest.mark.parametrize("name", ["陈乾旺", "毕昇", "哪吒", "宫商角徵羽", "周钘与陈乾旺", "a乾b"])
def test_simplified_names_with_ambiguous_characters_stay(name: str) -> None:
    assert simplified(name) == name


def test_ambiguous_characters_are_converted_among_traditional_ones() -> None:
    assert simplified("乾燥機") == "干燥机"


def test_every_ambiguous_character_is_one_the_conversion_would_change() -> None:
    assert all(simplified(f"{char}車") != f"{char}车" for char in AMBIGUOUS)


@given(st.text())
def test_folding_and_simplifying_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(simplified(text)) == len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_simplifying_twice_changes_nothing_more(text: str) -> None:
    once = simplified(text)
    assert simplified(once + "车") == once + "车" or any(char in AMBIGUOUS for char in once)


def test_english_needs_no_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert simplified("Zhou Xin") == "Zhou Xin"


def test_the_characters_of_gb_2312_are_simplified_alone_as_in_a_traditional_text() -> None:
    rows = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    chars = {char for pair in rows for char in pair.decode("gb2312", "ignore")}
    different = {char for char in chars if simplified(char) != simplified("賽" + char)[1:]}
    assert different <= set(AMBIGUOUS)
