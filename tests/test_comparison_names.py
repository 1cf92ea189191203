"""Names that two texts share, however each of them writes them."""

from __future__ import annotations

import pytest

from align.comparison.names import find_names
from align.comparison.side import read_side
from corpus.documents import parse_document
from glossary.table import entries_of_rows
from glossary.termbase import TermBase
from glossary.transliteration import foreign_words, sound_likeness, sounding_stretches, sounds_en, sounds_zh


def named(zh: str, en: str, terms: TermBase | None = None) -> list[tuple[str, str]]:
    chinese, english = parse_document(zh, lang="zh"), parse_document(en, lang="en")
    found = find_names(read_side(chinese), read_side(english), terms or TermBase.empty())
    return [(name.zh[0].of(chinese.text), name.en[0].of(english.text)) for name in found]


def test_the_glossary_comes_first() -> None:
    terms = TermBase.of(entries_of_rows([("周钘", "Zhou Xin")]))
    assert named("周钘昨天辞职。", "Zhou Xin resigned yesterday.", terms) == [("周钘", "Zhou Xin")]


def test_a_name_that_is_spelled_nearly_as_it_reads_is_found() -> None:
    assert named("周钘昨天辞职。", "Zhou Xin resigned yesterday.") == [("周钘", "Zhou Xin")]


def test_two_spellings_of_one_name_are_one_name() -> None:
    chinese, english = parse_document("周钘昨天辞职。"), parse_document("Zhou Jin left. So Zhou Xin left.")
    (name,) = find_names(read_side(chinese), read_side(english), TermBase.empty())
    assert [span.of(english.text) for span in name.en] == ["Zhou Jin", "Zhou Xin"]


def test_a_brand_in_pinyin_is_found() -> None:
    assert ("五菱", "Wuling") in named("五菱卖得很好。", "SAIC-GM-Wuling sells well.")


def test_a_latin_word_in_chinese_is_found_whatever_its_case() -> None:
    assert ("MINIEV", "MiniEV") in named("宏光MINIEV热销。", "The MiniEV sold well.")


@pytest.mark.parametrize(
    ("word", "chars"),
    [
        ("Merkel", "默克尔"),
        ("Washington", "华盛顿"),
        ("Macron", "马克龙"),
        ("Zelensky", "泽连斯基"),
    ],
)
def test_a_foreign_name_is_found_by_its_sound(word: str, chars: str) -> None:
    text = f"昨天{chars}发表讲话。"
    assert [item.span.of(text) for item in sounding_stretches(word, text)] == [chars]


def test_words_that_begin_differently_do_not_sound_alike() -> None:
    assert sound_likeness(sounds_en("Merkel"), sounds_zh("泽连斯基")) == 0.0


def test_an_ordinary_word_is_no_name_for_its_capital() -> None:
    assert list(foreign_words("People said that Merkel left.")) == ["Merkel"]
