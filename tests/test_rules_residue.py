"""What the examples of the rules cannot show."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article import Article, Context, Pair
from align.fixes.fix import apply_fixes
from align.rules.characters import invisible_character, mojibake
from align.rules.untranslated import untranslated_chinese, untranslated_segment
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Hit


def context_of(pair: Pair) -> Context:
    return Context(TermBase.of(()), Article((pair,)))


def misread(text: str) -> str:
    """Return a text as one sees it who takes its UTF-8 bytes for cp1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def mended(text: str) -> str:
    pair = Pair("", text)
    return apply_fixes(text, [hit.fix for hit in mojibake(pair, context_of(pair)) if hit.fix]).text


@given(st.lists(st.sampled_from([*"éñçº’—公司很好，的。", "cafe ", "a", " ", "."]), max_size=12).map("".join))
def test_text_that_was_read_as_cp1252_is_recovered(text: str) -> None:
    assert mended(misread(text)) == text


@given(st.text(alphabet="éüñçßÉÜ’‘“”…–—»«•°™ aE.,", max_size=30))
def test_accents_and_typographic_marks_are_no_mojibake(text: str) -> None:
    assert mended(text) == text


def test_what_was_recovered_is_in_the_message() -> None:
    pair = Pair("", "The cafÃ© opened.")
    [hit] = mojibake(pair, context_of(pair))
    assert "é" in hit.message


@pytest.mark.parametrize("char", ["\u200b", "\u2060", "\ufeff", "\u0000", "\u001f", "\u0085", "\ufffa"])
def test_an_invisible_character_is_named(char: str) -> None:
    pair = Pair("", f"The plant{char} opened.")
    [hit] = invisible_character(pair, context_of(pair))
    assert unicodedata.name(char, f"U+{ord(char):04X}").casefold() in hit.message.casefold()


def whole(source: str, target: str) -> Hit:
    pair = Pair(source, target)
    [hit] = untranslated_segment(pair, context_of(pair))
    return hit


def test_a_copy_is_told_from_other_chinese() -> None:
    assert whole("工厂五月开业。", "工厂五月开业。 ").message == "this is a copy of the source"
    assert whole("工厂五月开业。", "工厂在五月开张。").message == "this is not translated"


def test_a_segment_is_reported_as_a_whole_or_word_by_word_but_not_both() -> None:
    for target in ("工厂五月开业。", "The 工厂 opened in May.", "Zhou Xin (周钘)", "SAIC 上汽集团发布了新车"):
        pair = Pair("", target)
        context = context_of(pair)
        words, segments = list(untranslated_chinese(pair, context)), list(untranslated_segment(pair, context))
        assert not words or not segments


def test_chinese_beyond_16_bits_is_chinese() -> None:
    pair = Pair("", "The 𠮷 opened.")
    [hit] = untranslated_chinese(pair, context_of(pair))
    assert hit.tgt is not None
    assert hit.tgt.of(pair.tgt) == "𠮷"
