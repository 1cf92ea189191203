"""Placeholders, tags and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import assert_linear

from align.article import Article, Context, Pair
from align.clues.inline import addresses, placeholders, tags
from align.rules.markup import broken_entity, changed_address, changed_placeholder, changed_tag
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Hit

RULES = (changed_placeholder, changed_tag, changed_address, broken_entity)
TEXT = st.text(st.sampled_from('%s1$d{}<b>/ id="&;@.a:wh') | st.characters(codec="utf-8"), max_size=80)


def hits(src: str, tgt: str) -> list[Hit]:
    return [hit for rule in RULES for hit in rule(Pair(src, tgt), Context(TermBase(()), Article(())))]


@given(TEXT, TEXT)
def test_hits_lie_in_any_text(src: str, tgt: str) -> None:
    for hit in hits(src, tgt):
        assert hit.message
        assert hit.src is None or hit.src.end <= len(src)
        assert hit.tgt is None or hit.tgt.end <= len(tgt)


@given(TEXT)
def test_a_text_keeps_its_own_markup(text: str) -> None:
    assert [hit for hit in hits(text, text) if hit.fix is None] == []


@pytest.mark.parametrize(
    "text", ["%s", "%1$s", "%(name)d", "%5.2f", "%@", "%ld", "{0}", "{n:,}", "${a.b}", "%NAME%"]
)
def test_placeholders_are_known(text: str) -> None:
    assert [piece.span.of(f"共{text}页") for piece in placeholders(f"共{text}页")] == [text]


@pytest.mark.parametrize("text", ["50% discount", "100%d", "5 % of", "{注}", "a {b c} d"])
def test_what_only_looks_like_a_placeholder_is_none(text: str) -> None:
    assert list(placeholders(text)) == []


@pytest.mark.parametrize("text", ["<About Love>", "a < b > c", "<3", "<王>", "x<y and y>z"])
def test_angle_brackets_alone_make_no_tag(text: str) -> None:
    assert list(tags(text)) == []


def test_the_language_in_a_path_does_not_count_but_the_host_does() -> None:
    chinese, english, other = (
        [piece.key for piece in addresses(url)]
        for url in ("http://a.cn/zh/x", "www.a.cn/en/x/", "http://a.com/zh/x")
    )
    assert chinese == english != other


@pytest.mark.parametrize("piece", ["%", "{", "{{a", "<b ", "<a href=", "a@", "a.", "www.a/zh", "&amp;", "& "])
def test_long_repetitions_are_read_in_linear_time(piece: str) -> None:
    assert_linear(lambda text: hits(text, text[:-1]), piece)
