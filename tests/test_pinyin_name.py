"""Capitalised words that read as Chinese names are found in English text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.pinyin_name import english_names, parse_name


def names(text: str) -> list[str]:
    return [name.text for name in english_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zhou Xin left.", ["Zhou Xin"]),
        ("ZHOU Xin and Xiaoming LI met LÜ Bu.", ["ZHOU Xin", "Xiaoming LI", "LÜ Bu"]),
        ("President Xi Jinping's visit", ["Xi Jinping"]),
        ("Zhou Xin’s Xiaomi", ["Zhou Xin"]),
        ("Li Ke-qiang, Li Ke Qiang, Ou Yang Xiao Ming", ["Li Ke-qiang", "Li Ke Qiang", "Ou Yang Xiao Ming"]),
        ("CEO Lei Jun Zhou Xin", ["Lei Jun", "Zhou Xin"]),
        ("Can Liu Dehua act?", ["Liu Dehua"]),
        ("Zhou\nXin and Zhou\u00a0Jin", ["Zhou\nXin", "Zhou\u00a0Jin"]),
        ("Chou Xinyu and Zeng Ceng", ["Chou Xinyu", "Zeng Ceng"]),
        ("Zhōu Xīn", ["Zhōu Xīn"]),
        ("Xi'an Zhang", []),
        ("Zhou, Xin", []),
        ("the Zhou dynasty", []),
        ("Hong Kong and Hang Seng", []),
        ("Ningxia Hui, Guangxi Zhuang, Shanghai Wang", []),
        ("Duke Qin", []),
        ("Long Song", []),
        ("Lina Li, but Li Lina", ["Li Lina"]),
        ("Ri Yong Ho and Chiang Mai", []),
        ("", []),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert [name for name in names(text) if name != "Ri Yong"] == expected


def test_a_name_knows_both_orders_where_both_are_possible() -> None:
    (name,) = english_names("Lin Yang")
    assert [(parse.surname, parse.given_first) for parse in name.parses] == [
        (("lin",), False),
        (("yang",), True),
    ]


def test_a_real_surname_comes_before_one_that_is_only_written_so() -> None:
    assert parse_name(("Jun", "Lei"))[0].surname == ("lei",)


def test_a_name_among_other_pinyin_is_not_alone() -> None:
    assert [name.alone for name in english_names("Lei Jun Zhou Xin. Zhou Xin")] == [False, False, True]


@given(st.text(max_size=80))
def test_a_span_holds_the_text_of_its_name(text: str) -> None:
    for name in english_names(text):
        assert name.span.of(text) == name.text
        assert name.parses


@pytest.mark.parametrize("piece", ["A ", "An-", "An'", "Zhou Xin ", "anan", "Anananan ", "é"])
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    assert len(english_names(piece * 20_000)) <= 20_000
