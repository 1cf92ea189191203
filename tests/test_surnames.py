"""The table of surnames is complete, consistent, and right where dictionaries are wrong."""

from __future__ import annotations

import pytest

from corpus.script import is_han
from glossary.reading import keys_of
from glossary.surnames import (
    possible_surname_keys,
    spelled_surnames,
    surname_at,
    surname_keys,
    surnames,
)
from glossary.syllables import KEYS
from glossary.wade_giles import wade_giles

# Readings as surnames, the usual one first; dictionaries and pypinyin have another one for most of them.
HARD = """
仇 qiu|单 shan|曾 zeng|解 xie|查 zha|朴 piao,pu|区 ou|种 chong|缪 miao|翟 zhai,di|盖 gai,ge|乐 yue,le
覃 qin,tan|卜 bu|繁 po,fan|召 shao|折 she|员 yun,yuan|黑 he,hei
秘 bi,mi|洗 xian,xi|冼 xian|隗 wei,kui|郇 xun,huan|乜 nie|宓 mi,fu|牟 mou,mu
郗 xi,chi|逄 pang|佘 she|余 yu|逯 lu|阚 kan|訾 zi|笪 da|谌 chen,shen|禤 xuan|宿 su|贠 yun
祭 zhai,ji|燕 yan|任 ren|华 hua|葛 ge|纪 ji|哈 ha|那 na,nuo|车 che|能 nai,neng|都 du|句 gou,ju|过 guo|令 ling
应 ying|宁 ning|戚 qi|柏 bai,bo|薄 bo|晟 cheng,sheng|尹 yin|郝 hao|适 kuo,shi|尉 wei,yu|盛 sheng|石 shi|万 wan
欧阳 ou yang|司马 si ma|诸葛 zhu ge|上官 shang guan|尉迟 yu chi|万俟 mo qi|令狐 ling hu|澹台 tan tai
长孙 zhang sun|单于 chan yu|乐正 yue zheng|呼延 hu yan|夏侯 xia hou|闾丘 lü qiu|耶律 ye lü|公孙 gong sun
"""
SPELLED = (
    "chan 陈|tan 陈|wong 王|wong 黄|ng 吴|cheung 张|tsai 蔡|hsieh 谢|chiang 蒋|szeto 司徒|lee 李|park 朴"
)
WADE_GILES = (
    "zhou chou|xin hsin|qiu ch'iu|zi tzu|ci tz'u|si ssu|ri jih|xiong hsiung|lüe lüeh|yan yen|you yu|gui kuei|"
    "duo to|er erh|shuo shuo|guo kuo|jian chien|juan chüan|he ho|weng weng"
)
ROWS = [row.split(" ", 1) for line in HARD.split("\n") for row in line.split("|") if row]


@pytest.mark.parametrize(("surname", "expected"), ROWS)
def test_a_surname_has_its_readings_as_a_surname(surname: str, expected: str) -> None:
    assert [" ".join(reading) for reading in surnames()[surname].readings] == expected.split(",")


def test_the_table_has_the_frequent_surnames_and_the_compound_ones() -> None:
    forms = {surname.text for surname in surnames().values()}
    assert len([form for form in forms if len(form) == 1]) >= 450
    assert len([form for form in forms if len(form) > 1]) >= 70


def test_every_row_is_well_formed() -> None:
    for form, surname in surnames().items():
        assert all(is_han(char) for char in form), form
        assert len(form) == len(surname.text)
        assert surname.readings, form
        for reading in surname.readings:
            assert len(reading) == len(surname.text), form
            assert all(syllable.replace("ü", "u") in KEYS for syllable in reading), form
        for spelling in surname.cantonese + surname.overseas:
            assert spelling[0].isupper(), (form, spelling)
            assert spelling.replace(" ", "").replace("-", "").isalpha(), (form, spelling)


def test_a_reading_that_no_dictionary_has_is_a_known_one() -> None:
    unknown = {
        surname.text
        for surname in surnames().values()
        for reading in surname.readings
        for char, syllable in zip(surname.text, reading, strict=True)
        if syllable.replace("ü", "u") not in keys_of(char)
    }
    assert unknown <= set("谌贠黑")


def test_traditional_forms_lead_to_the_same_surname() -> None:
    assert surnames()["葉"] is surnames()["叶"]
    assert surnames()["諸葛"] is surnames()["诸葛"]


def test_the_longest_surname_is_found() -> None:
    assert surname_at("司马迁").text == "司马"
    assert surname_at("爱新觉罗·溥仪").text == "爱新觉罗"
    assert surname_at("司").text == "司"
    assert surname_at("", 0) is None
    assert surname_at("周", 5) is None


def test_a_surname_that_is_often_misread_is_possible_but_no_reading() -> None:
    assert ("ceng",) in possible_surname_keys()
    assert ("ceng",) not in surname_keys()


@pytest.mark.parametrize(
    ("spelling", "surname"),
    [item.split() for item in SPELLED.split("|")],
)
def test_spellings_of_other_places_lead_to_their_surnames(spelling: str, surname: str) -> None:
    assert surname in spelled_surnames()[spelling]


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [item.split() for item in WADE_GILES.split("|")],
)
def test_wade_giles_is_that_of_the_books(pinyin: str, expected: str) -> None:
    assert wade_giles(pinyin) == expected
