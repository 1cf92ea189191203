"""The Chinese that an English name stands for is found, or the nearest thing to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.fit import Closeness
from glossary.pinyin_name import english_names
from glossary.respelling import respelled
from glossary.window import Window, find_window


def window(text: str, name: str) -> Window | None:
    return find_window(text, english_names(name)[0])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("原副总经理周钘将加入小米", "Zhou Xing", "周钘"),
        ("歐陽娜娜與單志強", "Zhiqiang Shan", "單志強"),
        ("歐陽娜娜與單志強", "Ou Yang Na Na", "歐陽娜娜"),
        ("陈乾朝来了", "Chen Qianzhao", "陈乾朝"),
        ("吕布", "Lyu Bu", "吕布"),
        ("新加坡部长陈川仁说", "Tan Chuan-Jin", "陈川仁"),
    ],
)
def test_the_window_that_reads_so_is_accepted(text: str, name: str, expected: str) -> None:
    found = window(text, name)
    assert found is not None
    assert (found.text, found.fit.closeness) == (expected, Closeness.ACCEPTED)
    assert found.span.of(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("原副总经理周钘将加入小米", "Zhou Jin", "周钘"),
        ("仇文涛出席", "Chou Wentao", "仇文涛"),
        ("张文彬教授", "Binwen Zhang", "张文彬"),
    ],
)
def test_otherwise_the_nearest_one_is_found(text: str, name: str, expected: str) -> None:
    found = window(text, name)
    assert found is not None
    assert (found.text, found.fit.closeness) == (expected, Closeness.NEAR)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他走了", "Zhou Xin"),
        ("", "Zhou Xin"),
        ("周", "Zhou Xin"),
        ("楚的剑", "Chu Di"),
        ("李先生走了", "Li Xian"),
        ("那么简单", "Na Me"),
        ("Zhou Xin", "Zhou Xin"),
    ],
)
def test_words_and_titles_are_no_near_names(text: str, name: str) -> None:
    found = window(text, name)
    assert found is None or found.fit.closeness is Closeness.ACCEPTED


@given(st.text(max_size=40))
def test_a_window_holds_its_text(text: str) -> None:
    found = window(text, "Zhou Xin")
    assert found is None or found.span.of(text) == found.text


@pytest.mark.parametrize(
    ("zh", "written", "right"),
    [
        ("何振斋", "He Zhenzai", "He Zhenzhai"),
        ("何振斋", "HE Zhen-zai", "HE Zhen-zhai"),
        ("何振斋", "ZHENZAI HE", "ZHENZHAI HE"),
        ("何振斋", "He Zhen Zai", "He Zhen Zhai"),
        ("张文彬", "Binwen Zhang", "Wenbin Zhang"),
        ("欧阳长娥", "Ouyang Changer", "Ouyang Chang'e"),
    ],
)
def test_the_right_spelling_is_in_the_manner_of_the_wrong_one(zh: str, written: str, right: str) -> None:
    assert respelled(zh, english_names(written)[0]) == right
