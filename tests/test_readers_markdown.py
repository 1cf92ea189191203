from __future__ import annotations

import pytest

from corpus.document import OBJECT
from corpus.documents import parse_document
from corpus.span import Span


def roles(raw: str) -> list[tuple[str, str]]:
    return [(segment.text, segment.role.value) for segment in parse_document(raw, format="markdown").segments]


def texts(raw: str) -> list[str]:
    return [text for text, _ in roles(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # emphasis, links, images
        ("周钘**加盟**小米_汽车_。", ["周钘加盟小米_汽车_。"]),
        ("Zhou *Xin* left __Xiaomi__ ~~now~~.", ["Zhou Xin left Xiaomi now."]),
        ("***a* b** and *not closed and snake_case_name", ["a b and *not closed and snake_case_name"]),
        ("[雷军](https://a.cn/雷军 '题')来了。", ["雷军来了。"]),
        ("[雷**军**][r]来了，[周钘]也来了。\n\n[r]: u 'x'\n[周钘]: <v>", ["雷军来了，周钘也来了。"]),
        ("[a](b)a [[c](d)c", ["aa [cc"]),
        ("[not a link] and [x](y z)", ["[not a link] and [x](y z)"]),
        ("See <https://a.cn/%E5%91%A8> or <li@a.cn>.", ["See https://a.cn/%E5%91%A8 or li@a.cn."]),
        # code and markup
        ("Run `align *lint*` and ``a`b``.", [f"Run {OBJECT} and {OBJECT}."]),
        ("A ` alone.", ["A ` alone."]),
        ("one\n\n```python\ncode\n```\n\n    code\n\ntwo", ["one", "two"]),
        ("one <b>two</b><br>three", ["one two", "three"]),
        ("<div>\none <b>two</b>\n</div>\n\nthree", ["one two", "three"]),
        ("<script>\nx\n</script>\n\none", ["one"]),
        ("one <!-- two --> three\n\n<!-- four\n\nfive -->\n\nsix", ["one three", "six"]),
        # breaks and blanks
        ("Zhou\nXin  \nleft\\\nXiaomi", ["Zhou Xin", "left", "Xiaomi"]),
        ("周钘\r\n加盟，\r\n小米", ["周钘加盟，小米"]),
        ("\u3000\u3000周钘。\n\n　　他来了。", ["周钘。", "他来了。"]),
        # entities and escapes
        (r"R&amp;D &copy; \*a\* 1\. b\c &nope;", ["R&D © *a* 1. b\\c &nope;"]),
        # blocks
        ("# 一。二。 #\n\n三\n===\n\n四\n---", ["一。二。", "三", "四"]),
        ("## C# and # and a#", ["C# and # and a#"]),
        ("> 引文\n> 第二行\n续行\n> > 里层", ["引文第二行续行", "里层"]),
        ("- one\n  two\n- [x] three\n\n  four\n  1. five", ["one two", "three", "four", "five"]),
        ("one[^1] two.\n\n[^1]: 脚注。\n[^note]: more words", ["one two.", "脚注。", "more words"]),
        ("***\n\n---", []),
    ],
)
def test_markdown_reads_without_its_marks(raw: str, expected: list[str]) -> None:
    assert texts(raw) == expected


def test_roles_come_from_the_blocks() -> None:
    raw = "# 题\n\n段\n\n- 项\n\n> 引\n\n| 头 | b |\n|---|---|\n| 格 | c |\n\n![图](u)\n"
    assert roles(raw) == [
        ("题", "heading"),
        ("段", "paragraph"),
        ("项", "item"),
        ("引", "paragraph"),
        ("头", "cell"),
        ("b", "cell"),
        ("格", "cell"),
        ("c", "cell"),
        ("图", "alt"),
    ]


def test_descriptions_of_images_follow_the_block_they_stand_in() -> None:
    raw = 'one ![Zhou *Xin* &amp; ![x](y)](u.png "A title") two <img alt="three"> four'
    assert roles(raw) == [
        ("one two four", "paragraph"),
        ("Zhou Xin & x", "alt"),
        ("A title", "alt"),
        ("three", "alt"),
    ]


def test_comments_are_kept_with_their_places() -> None:
    raw = "one <!-- align: ignore A --> two\n\n<!-- align: ignore B -->\n"
    document = parse_document(raw, format="markdown")
    assert [comment.text for comment in document.comments] == ["align: ignore A", "align: ignore B"]
    assert document.comments[1].span.of(raw) == "<!-- align: ignore B -->"


@pytest.mark.parametrize(
    ("raw", "text", "place"),
    [
        ("a a **a** a", "a a a a", "a a **a** a"),
        ("[x](http://Xin) Xin", "Xin", "Xin"),
        ("- - Xin", "Xin", "Xin"),
        ("> 1. a\n>    Xin left", "a Xin", "a\n>    Xin"),
        ("# # Xin #", "# Xin", "# Xin"),
        ("| a | a \\| Xin |\n|-|-|\n| a | b |", "| Xin", "| Xin"),
        ("| a |\n|-|\n| b |\n| &amp; Xin |", "& Xin", "&amp; Xin"),
        ("\ufeff一\r\n\r\n**𠮷**e\u0301\\*", "𠮷e\u0301*", "𠮷**e\u0301\\*"),
        ("![a **Xin**](u)", "a Xin", "a **Xin"),
        ("Setext Xin\r\n===", "Xin", "Xin"),
        ("\tcode\n\n-\tXin\n\n\tleft", "left", "left"),
    ],
)
def test_a_text_leads_back_to_its_place(raw: str, text: str, place: str) -> None:
    document = parse_document(raw, format="markdown")
    start = document.text.index(text)
    found = document.to_raw(Span(start, start + len(text)))
    assert found.of(raw) == place


def test_a_link_text_leads_behind_the_address_of_the_link_before() -> None:
    raw = "[a](Xin)[Xin](b)"
    document = parse_document(raw, format="markdown")
    assert document.to_raw(Span(1, 4)) == Span(9, 12)


@pytest.mark.parametrize("unit", ["*a ", "[", "![", "`a", "> ", "- ", "| a ", "<b>", "**a*", "[a](", "&amp;"])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    raw = unit * (20_000 // len(unit))
    assert parse_document(raw, format="markdown").raw == raw
