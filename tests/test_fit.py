"""An English name is told to be a spelling of a Chinese one, a near miss, or neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.fit import Closeness, reads_as
from glossary.reading import readings_of
from glossary.spelling import System, spellings
from glossary.surnames import surnames

SURNAMES = st.sampled_from(sorted({surname.text for surname in surnames().values()}))
GIVEN = st.text(st.sampled_from("钘伟明晓娜绿安长娥志强欣宇晟"), min_size=1, max_size=2)


@pytest.mark.parametrize(
    ("zh", "en", "system"),
    [
        ("周晓明", "Zhou Xiaoming", System.PINYIN),
        ("周晓明", "ZHOU Xiao-Ming", System.PINYIN),
        ("周晓明", "Xiaoming Zhou", System.PINYIN),
        ("周晓明", "Zhou Xiao Ming", System.PINYIN),
        ("周晓明", "Zhou X. M.", System.INITIALS),
        ("周晓明", "X.M. Zhou", System.INITIALS),
        ("周晓明", "X. Zhou", System.INITIALS),
        ("周晓明", "Chou Hsiao-ming", System.WADE_GILES),
        ("周曉明", "Chow Siu Ming", System.CANTONESE),
        ("周晓明", "Chew Siew Meng", System.OVERSEAS),
        ("毛泽东", "Mao Tse-tung", System.WADE_GILES),
        ("吕布", "Lyu Bu", System.PINYIN),
        ("吕布", "Lv Bu", System.PINYIN),
        ("欧阳娜娜", "Ou Yang Nana", System.PINYIN),
        ("欧阳娜娜", "Nana Ouyang", System.PINYIN),
        ("郑李淑芳", "Zheng-Li Shufang", System.PINYIN),
        ("乐嘉", "Le Jia", System.PINYIN),
        ("马英九", "Ma Ying-jeou", System.OVERSEAS),
        ("蔡英文", "Tsai Ing-wen", System.OVERSEAS),
        ("刘德华", "Andy Lau", System.CANTONESE),
        ("李娜", "Lina Li", System.OVERSEAS),
    ],
)
def test_accepted_spellings_are_known_with_their_system(zh: str, en: str, system: System) -> None:
    assert reads_as(zh, en).system is system


@pytest.mark.parametrize(
    ("zh", "en", "written"),
    [
        ("周钘", "Zhou Xin", "xin"),
        ("周钘", "Zhou Jin", "jin"),
        ("仇文涛", "Chou Wentao", "chou"),
        ("单志强", "Dan Zhiqiang", "dan"),
        ("李絮兰", "Shulan Li", "shu"),
    ],
)
def test_a_near_miss_names_the_syllable_that_is_wrong(zh: str, en: str, written: str) -> None:
    fit = reads_as(zh, en)
    assert fit.closeness is Closeness.NEAR
    assert [difference.written for difference in fit.differences] == [written]


def test_a_difference_says_how_far_it_is() -> None:
    assert reads_as("周钘", "Zhou Xin").differences[0].step == "one letter or sound"
    assert reads_as("潘望岳", "Pan Zhiyue").differences[0].step == "another syllable"


def test_a_given_name_turned_round_is_a_near_miss() -> None:
    assert reads_as("张文彬", "Binwen Zhang").closeness is Closeness.NEAR


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("周钘", "Li Na"),
        ("周钘", "Zhou"),
        ("周钘", ""),
        ("", "Zhou Xin"),
        ("小米汽车公司", "Xiaomi"),
        ("周钘", "，"),
    ],
)
def test_other_names_are_unrelated(zh: str, en: str) -> None:
    assert reads_as(zh, en).closeness is Closeness.UNRELATED


@given(SURNAMES, GIVEN)
def test_every_spelling_that_is_listed_is_accepted(surname: str, given_name: str) -> None:
    for spelling in spellings(surname + given_name):
        assert (
            reads_as(surname + given_name, spelling.text.replace("…", "Kwok-wai")).closeness
            is Closeness.ACCEPTED
        )


@given(st.text(max_size=12), st.text(max_size=30))
def test_any_two_texts_can_be_compared(zh: str, en: str) -> None:
    assert 0 <= reads_as(zh, en).likeness <= 1


def test_readings_exist_for_the_characters_of_these_tests() -> None:
    assert all(readings_of(char) for char in "钘晓絮望")
