"""A name is replaced where both sides are left with one; alone, neither proves anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article import Article, Context, Pair
from align.clues.foreign import (
    SHARE_TELLING,
    TELLING,
    foreign_names,
    may_have_foreign_names,
    sounds_as,
    sounds_in,
    without_words,
)
from align.clues.orphans_en import Sort, unaccounted_names
from align.clues.orphans_zh import Kin, bracketed_names, unrendered_names
from align.rules.replaced_names import latin_name_left_out, name_replaced
from glossary.builtin import builtin_layer
from glossary.lexicon import LONGEST_WORD, load_lexicon
from glossary.termbase import TermBase


def context_of(*pairs: Pair) -> Context:
    return Context(TermBase((builtin_layer(),)), Article(pairs))


def replaced(src: str, tgt: str) -> list[tuple[str, str]]:
    pair = Pair(src, tgt)
    return [
        (hit.src.of(src), hit.tgt.of(tgt))
        for hit in name_replaced(pair, context_of(pair))
        if hit.src and hit.tgt
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("发言人霍博特里斯说", ["霍博特里斯"]),
        ("州长加维·沙里科到了", ["加维", "沙里科"]),
        ("里程碑式的工程，特别是能源", []),
        ("他去了塞弗纳州", ["塞弗纳"]),
    ],
)
def test_foreign_names_are_found_by_their_characters(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in foreign_names(text)] == names


@given(st.text(alphabet="斯特的里程碑·州说在ab 𠮷", max_size=40))
def test_words_are_blotted_out_in_their_place(text: str) -> None:
    assert len(without_words(text)) == len(text)
    for span in foreign_names(text):
        assert span.end <= len(text)


def test_a_name_is_heard_in_its_word_and_in_no_other() -> None:
    assert sounds_in("Sarkozy", "前总统萨科齐", 0.75)
    assert not sounds_in("Hollande", "前总统萨科齐", 0.75)
    assert sounds_as("Wozniak", ["沃兹尼亚克"], 0.75)
    assert sounds_as("Ulrich", ["乌尔里希"], 0.75)


def test_the_sorts_of_unaccounted_names_are_told_apart() -> None:
    pair = Pair("他昨天走了。", "Yesterday he and Hambrook went to Austria. Quellerby stayed.")
    sorts = {item.text: item.sort for item in unaccounted_names(pair, context_of(pair))}
    assert sorts == {"Austria": Sort.PLACE, "Hambrook": Sort.WORD, "Quellerby": Sort.FIRST}


@pytest.mark.parametrize(
    "tgt",
    ["The Chinese side agreed.", "The US is far.", "We flew to New York.", "A Springer journal has it."],
)
def test_a_short_form_or_a_latin_word_accounts_for_a_name(tgt: str) -> None:
    pair = Pair("中美双方在纽约同意在Springer发表。", tgt)
    assert unaccounted_names(pair, context_of(pair)) == []


def unaccounted(src: str, tgt: str) -> dict[str, Sort]:
    pair = Pair(src, tgt)
    return {item.text: item.sort for item in unaccounted_names(pair, context_of(pair))}


def test_an_acronym_and_a_full_name_of_the_tables_are_known_names() -> None:
    text = "Henry Kissinger spoke to the UNHCR."
    assert unaccounted("他发言了。", text) == {"Henry Kissinger": Sort.PERSON, "UNHCR": Sort.KNOWN}
    assert unaccounted("基辛对联合国难民署发言。", text) == {}  # a name cut short


def test_a_country_is_accounted_for_where_the_source_speaks_of_its_own() -> None:
    assert unaccounted("代表团到了。", "The delegation of China came.") == {"China": Sort.PLACE}
    assert unaccounted("我国代表团到了。", "The delegation of China came.") == {}


def test_a_word_with_a_capital_inside_is_no_unknown_name() -> None:
    assert unaccounted("他走了。", "Yesterday the SMEs ate McNuggets.") == {}


def unrendered(src: str, tgt: str) -> dict[str, Kin]:
    pair = Pair(src, tgt)
    return {item.span.of(src): item.kin for item in unrendered_names(pair, context_of(pair))}


def test_the_kinds_of_unrendered_names_are_told_apart() -> None:
    source = "拜登从韩国到重庆的中国银行，霍博特里斯在Zenmark任职。"
    assert unrendered(source, "He works there.") == {
        "拜登": Kin.PERSON,
        "韩国": Kin.COUNTRY,
        "重庆": Kin.PLACE,
        "中国银行": Kin.BODY,
        "霍博特里斯": Kin.FOREIGN,
        "Zenmark": Kin.LATIN,
    }


@pytest.mark.parametrize("tgt", ["He came to Laibin.", "The guests came.", "The Layben came."])
def test_a_name_is_rendered_by_itself_by_its_meaning_or_by_its_sound(tgt: str) -> None:
    assert unrendered("来宾到了。", "They came.") == {"来宾": Kin.PLACE}
    assert unrendered("来宾到了。", tgt) == {}


def test_both_sides_must_be_left_with_a_name() -> None:
    assert replaced("发言人霍博特里斯说，会开了。", "The spokesman Wakefield said so.") == [
        ("霍博特里斯", "Wakefield")
    ]
    assert replaced("发言人霍博特里斯说，会开了。", "The spokesman Hobbotris said so.") == []
    assert replaced("发言人霍博特里斯说，会开了。", "The spokesman said so.") == []
    assert replaced("发言人说，会开了。", "The spokesman Wakefield said so.") == []


def test_a_name_that_another_sentence_has_is_only_moved() -> None:
    first, second = Pair("德林格来了。", "Dellinger came."), Pair("霍博特里斯说话。", "Here Dellinger spoke.")
    assert list(name_replaced(second, context_of(first, second))) == []


def test_a_bracketed_name_is_asked_for_and_an_acronym_is_not() -> None:
    pair = Pair("在戈马火山（Mount Goma）和卫生组织（WHO）", "at the volcano")
    assert [name for _, name in bracketed_names(pair)] == ["Mount Goma"]
    (hit,) = latin_name_left_out(pair, context_of(pair))
    assert hit.src is not None
    assert hit.src.of(pair.src) == "Mount Goma"


def test_another_ending_of_a_bracketed_name_counts() -> None:
    assert list(bracketed_names(Pair("戈马人（Goman）", "the Gomans"))) == []


@given(st.text("斯拉尔帕利马的说，。", max_size=12))
def test_a_text_in_which_foreign_names_are_found_has_the_hint_that_is_looked_for_first(text: str) -> None:
    assert may_have_foreign_names(text) or not any(
        len(set(run) & TELLING) >= SHARE_TELLING * len(run) for run in re.findall("[斯拉尔帕利马]{2,}", text)
    )


def test_no_word_of_the_dictionary_goes_on_across_the_end_of_a_clause() -> None:
    words = [word for word in load_lexicon().stems if len(word) <= LONGEST_WORD]
    assert not [word for word in words if re.search(r"[，。！？、；：\s]", word)]
