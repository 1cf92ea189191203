"""Chinese names are cut into surname and given name, read, and spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.romanise import parses, readings
from glossary.spelling import System, spellings

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@pytest.mark.parametrize(
    ("name", "surname", "given_name"),
    [
        ("周钘", "周", "钘"),
        ("欧阳娜娜", "欧阳", "娜娜"),
        ("諸葛亮", "諸葛", "亮"),
        ("司马", "司", "马"),
        ("郑李淑芳", "郑李", "淑芳"),
        ("项司徒文良", "项司徒", "文良"),
        ("岩井俊二", None, None),
        ("絮兰", "絮", "兰"),
    ],
)
def test_a_name_is_cut_behind_its_surname(name: str, surname: str | None, given_name: str | None) -> None:
    found = readings(name)
    assert (found and found.surname, found and found.given) == (surname, given_name)


@pytest.mark.parametrize("text", ["", "周", "埃隆·马斯克", "Zhou Xin", "周 钘", "〇〇", "周周周周周周周"])
def test_what_is_no_name_has_no_reading(text: str) -> None:
    assert readings(text) is None or len(text) == 2


@given(st.text(HAN, min_size=2, max_size=6))
def test_a_cut_gives_the_name_back_with_a_reading_a_character(name: str) -> None:
    for parse in parses(name):
        assert parse.text == name
        assert all(len(reading) == len(parse.surname) for reading in parse.surname_readings)
        assert len(parse.given_readings) == len(parse.given)
        assert all(parse.given_readings)


def texts(name: str) -> list[str]:
    return [spelling.text for spelling in spellings(name)]


def test_the_standard_spelling_comes_first() -> None:
    assert texts("周钘")[0] == "Zhou Xing"
    assert texts("单志强")[0] == "Shan Zhiqiang"
    assert texts("欧阳娜娜")[0] == "Ouyang Nana"
    assert texts("郑李淑芳")[0] == "Zheng-Li Shufang"
    assert texts("王晟")[0] == "Wang Sheng"


def test_every_way_of_writing_a_given_name_is_accepted() -> None:
    joined = "Zhou Xiaoming|ZHOU Xiaoming|Zhou Xiao-ming|Zhou Xiao-Ming|Zhou Xiao Ming|Xiaoming Zhou"
    others = "Zhou X. M.|X. M. Zhou|X.M. Zhou|Chou Hsiao-ming|Chow …|Chew …"
    assert {*joined.split("|"), *others.split("|")} <= set(texts("周晓明"))


def test_the_umlaut_is_spelled_in_four_ways() -> None:
    assert texts("吕梅")[:5] == ["Lü Mei", "LÜ Mei", "Lyu Mei", "Lu Mei", "Lv Mei"]
    assert "Wang Nue" in texts("王虐")


def test_an_apostrophe_stands_where_a_syllable_begins_with_a_vowel() -> None:
    assert {"Li Chang'e", "Li Change"} <= set(texts("李长娥"))
    assert texts("李西安")[0] == "Li Xi'an"


def test_rarer_readings_are_listed_behind_the_usual_one() -> None:
    rare = [spelling.text for spelling in spellings("乐嘉") if spelling.why == "a rarer reading"]
    assert rare == ["Le Jia"]


def test_a_spelling_is_listed_once() -> None:
    for name in ("周晓明", "吕绿", "乐乐", "曾庆"):
        assert len(texts(name)) == len(set(texts(name)))


def test_wade_giles_has_its_system() -> None:
    systems = {spelling.text: spelling.system for spelling in spellings("蔡平")}
    assert systems["Ts'ai P'ing"] is systems["Tsai Ping"] is System.WADE_GILES
