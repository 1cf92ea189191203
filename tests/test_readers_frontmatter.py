from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Document, Role
from corpus.documents import parse_document
from corpus.errors import InputError


def parse(yaml: str, body: str = "正文。") -> Document:
    return parse_document(f"---\n{yaml}\n---\n{body}", path=Path("a.md"))


@pytest.mark.parametrize(
    ("yaml", "text", "raw"),
    [
        ("title: 周钘加盟", "周钘加盟", "周钘加盟"),
        ("title:   周钘 加盟  # 注", "周钘 加盟", "周钘 加盟"),
        ("title: 'Zhou''s car'", "Zhou's car", "Zhou''s car"),
        (r'title: "A \"car\" \u5468\t&amp;"', 'A "car" 周 &amp;', r"A \"car\" \u5468\t&amp;"),
        ('title: "one \\\n  two"', "one two", "one \\\n  two"),
        ("title: one\n  two\nx: y", "one two", "one\n  two"),
        ("title: 'one\n\n  two'", "one two", "one\n\n  two"),
        ("title: >-\n  one\n  two\nx: y", "one two", "one\n  two"),
        ("title: |\n  周钘\n  加盟", "周钘加盟", "周钘\n  加盟"),
        ("x: {title: no}\ntitle: 2024 年", "2024 年", "2024 年"),
    ],
)
def test_the_title_is_located_exactly(yaml: str, text: str, raw: str) -> None:
    document = parse("a: b\n" + yaml)
    title = document.segments[0]
    assert (title.text, title.role) == (text, Role.TITLE)
    assert document.to_raw(title.span).of(document.raw) == raw
    assert [segment.text for segment in document.segments[1:]] == ["正文。"]


def test_other_text_of_the_article_is_read_in_order() -> None:
    document = parse("description: 一。二。\nsubtitle: 副题。\ntitle: 题\nsummary: ''\nauthor: 周钘")
    assert [(segment.text, segment.role.value) for segment in document.segments] == [
        ("一。", "paragraph"),
        ("二。", "paragraph"),
        ("副题。", "heading"),
        ("题", "title"),
        ("正文。", "paragraph"),
    ]


def test_everything_is_metadata() -> None:
    document = parse("title: 题\nsource: zh/a.md\ntags: [a, b]\ndate: 2022-07-22\n1: 2")
    assert document.metadata == {
        "title": "题",
        "source": "zh/a.md",
        "tags": ["a", "b"],
        "date": date(2022, 7, 22),
        "1": 2,
    }


def test_comments_are_kept_and_hashes_inside_values_are_not() -> None:
    document = parse("# one\ntitle: 'C # not' # two\nx: |\n  # not\ny: a#not\n  # three")
    assert [comment.text for comment in document.comments] == ["one", "two", "three"]
    assert [comment.span.of(document.raw) for comment in document.comments] == ["# one", "# two", "# three"]


@pytest.mark.parametrize("title", ["~", "null", "", "[a, b]", "{a: b}", "''"])
def test_a_title_without_text_is_none(title: str) -> None:
    assert [segment.text for segment in parse(f"title: {title}").segments] == ["正文。"]


@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", "\r\n", "\ufeff \n"])
def test_blank_lines_and_a_byte_order_mark_may_stand_before_it(start: str) -> None:
    document = parse_document(f"{start}---\r\ntitle: 题\r\n...\r\n正文。", format="text")
    assert [segment.text for segment in document.segments] == ["题", "正文。"]
    assert document.metadata == {"title": "题"}


@pytest.mark.parametrize(
    "raw",
    [
        "---\n正文。\n---\n",
        "---\n\n一。\n",
        "----\ntitle: x\n----\n",
        "a\n---\ntitle: x\n---\n",
        "---\n# 题\n",
        "---\n# 题\n\n---\n",
    ],
)
def test_a_rule_is_no_front_matter(raw: str) -> None:
    assert parse_document(raw, format="markdown").metadata == {}


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        (
            "title: a\n b: c: d",
            "a.md:3:3: the front matter is not valid YAML: mapping values are not allowed here",
        ),
        ("title: 小米: 造车", "a.md:2:10: the front matter is not valid YAML: mapping values"),
        ("title: 'open", "the front matter is not valid YAML: found unexpected end of stream"),
        ("a: 1\n\tb: 2", "a.md:3:1: the front matter is not valid YAML: found character '\\t'"),
        ("a: @b", "a.md:2:4: the front matter is not valid YAML"),
        ("a: *b", "a.md:2:4: the front matter is not valid YAML: found undefined alias 'b'"),
        (
            "a: !!python/object:os.system b",
            "a.md:2:4: the front matter is not valid YAML: could not determine",
        ),
        ("a: \x01", "a.md:2:1: the front matter is not valid YAML: unacceptable character #x0001"),
        ("date: 2024-02-31", "a.md:2:1: the front matter is not valid YAML: day is out of range"),
        ("a: " + "[" * 5000, "a.md:2:1: the front matter is not valid YAML: it is nested too deeply"),
        ("a: &a {b: 1}\nc: {<<: *a}", "a.md:2:1: the front matter is not valid YAML: merge keys"),
    ],
)
def test_broken_front_matter_is_refused_with_its_place(yaml: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(yaml)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_front_matter_that_is_not_closed_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a\.md:2: the front matter that begins here is not closed"):
        parse_document("\n---\ntitle: x\n\n正文。\n", path=Path("a.md"))


def test_aliases_that_repeat_each_other_take_no_time() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    assert parse("\n".join(lines)).segments[0].text == "正文。"


TOML = """+++
title = "周钘加盟"  # 注
description = '一。'
source = "zh/a.md"
date = 2022-07-22
subtitle = "a \\"b\\""
[params]
title = "no"
+++
正文。"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_toml_between_plus_signs_is_front_matter_too(end: str) -> None:
    raw = TOML.replace("\n", end)
    document = parse_document(raw, path=Path("a.md"))
    assert [(segment.text, segment.role.value) for segment in document.segments] == [
        ("周钘加盟", "title"),
        ("一。", "paragraph"),
        ("正文。", "paragraph"),
    ]
    assert document.to_raw(document.segments[0].span).of(raw) == "周钘加盟"
    assert (document.metadata["source"], document.metadata["date"]) == ("zh/a.md", date(2022, 7, 22))
    assert raw[document.body_start :] == "正文。"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("+++\ntitle = 'x'\ntext", "the front matter that begins here is not closed by a line +++"),
        ("+++\ntitle = x\n+++\ntext", "the front matter is not valid TOML: "),
        (f"+++\nx = {'[' * 50_000}\n+++\ntext", "the front matter is not valid TOML: it is nested"),
    ],
)
def test_toml_that_is_wrong_is_told(raw: str, problem: str) -> None:
    with pytest.raises(InputError, match=re.escape(problem)):
        parse_document(raw, path=Path("a.md"))
