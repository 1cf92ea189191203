from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Role
from corpus.documents import parse_document, read_document
from corpus.errors import ConfigError, InputError

ARTICLE = """
---
title: '五菱营销高管周钘加盟小米 雷军：欢迎'
categories:
 - 新媒体
author: 某网
---

<div>
<p data-x="1"><a href="https://a.cn/">某网</a> 7 月 22 日消息，<strong>周钘</strong>将于 8 月加入小米。</p>
<p>他&ldquo;很高兴&rdquo;。</p>
<p><img alt="周钘" src="a.jpg" title="周钘"></p>
<p class="end"><span>责任编辑：落木</span></p>
<script>var x = "<p>不读</p>";</script>
</div>
"""


def segments(raw: str, name: str | None = None) -> list[str]:
    return [segment.text for segment in parse_document(raw, path=Path(name) if name else None).segments]


def test_front_matter_over_an_html_body_is_read_completely() -> None:
    document = parse_document(ARTICLE, path=Path("a.txt"))
    assert [(segment.text, segment.role) for segment in document.segments] == [
        ("五菱营销高管周钘加盟小米 雷军：欢迎", Role.TITLE),
        ("某网 7 月 22 日消息，周钘将于 8 月加入小米。", Role.PARAGRAPH),
        ("他“很高兴”。", Role.PARAGRAPH),
        ("周钘", Role.ALT),
        ("责任编辑：落木", Role.PARAGRAPH),
    ]
    assert (document.lang, document.markup, document.metadata["author"]) == ("zh", True, "某网")


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("a.md", "*周钘*", "周钘"),
        ("a.MARKDOWN", "*周钘*", "周钘"),
        ("a.html", "<b>周钘</b>", "周钘"),
        ("a.xhtml", "<b>周钘</b>", "周钘"),
        ("a.txt", "*周钘*", "*周钘*"),
        ("a.txt", "<b>周钘</b>", "<b>周钘</b>"),
        ("a.txt", "<p>周钘", "周钘"),
        ("a.txt", "\ufeff\n <!-- c -->\n<!DOCTYPE html><b>周钘", "周钘"),
        ("a.txt", "<HTML lang=zh><b>周钘", "周钘"),
        ("a.txt", "<p> 是一个标签", "是一个标签"),
        ("a.txt", "<people>周钘", "<people>周钘"),
        ("a", "<div class='x'>周钘", "周钘"),
        (None, "周钘 < 雷军", "周钘 < 雷军"),
    ],
)
def test_the_format_is_told_by_the_suffix_or_the_look(name: str | None, raw: str, expected: str) -> None:
    assert segments(raw, name) == [expected]


def test_a_given_format_wins() -> None:
    document = parse_document("<p>*周钘*</p>", path=Path("a.md"), format="html")
    assert [segment.text for segment in document.segments] == ["*周钘*"]
    with pytest.raises(ConfigError, match="the format 'docx' is unknown; known are text, markdown, html"):
        parse_document("", format="docx")


@pytest.mark.parametrize(
    ("raw", "lang"),
    [
        ("周钘加盟小米。", "zh"),
        ("Zhou Xin left.", "en"),
        ("42", None),
        ("---\nlang: zh-Hans\n---\nZhou Xin left.", "zh"),
        ("---\nlang: en_GB\n---\n周钘", "en"),
        ("---\nlang: zho\n---\nZhou Xin left.", "zh"),
        ("---\nlang: fr\n---\n周钘", "zh"),
        ("---\nlang: fr\n---\nIl est parti.", None),
        ("---\nlang: ja\n---\n新しい製品を発売します。ご期待ください！", None),
        ("---\nlang: ja\n---\n東京大学", None),
        ("새로운 제품을 Seoul 에서 출시합니다.", None),
        ("iPhoneとmacOSの新機能を紹介します。", None),
        ("The store 新しい製品 in Tokyo sells food.", "en"),
        ("---\nlang: 5\n---\n周钘", "zh"),
        ("<html lang='en'><p>周钘加盟小米。", "zh"),
        ("<html lang='zh-CN'><p>42。", "zh"),
        ("<html lang='fr'><p>42。", None),
    ],
)
def test_the_language_is_declared_or_told_by_the_script(raw: str, lang: str | None) -> None:
    assert parse_document(raw).lang == lang
    assert parse_document(raw, lang="en").lang == "en"


def test_every_block_is_cut_by_its_own_script() -> None:
    assert segments("<p>周钘来了.他说：好.</p><p>Mr. Zhou came. Then he left.</p>") == [
        "周钘来了.",
        "他说：好.",
        "Mr. Zhou came.",
        "Then he left.",
    ]


def test_segments_know_their_blocks() -> None:
    document = parse_document("一。二。\n三。\n")
    assert [segment.block for segment in document.segments] == [0, 0, 1]
    assert document.text == "一。二。\n三。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_the_bytes_of_a_file_come_back(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf") else ""
    data = f"{mark}<p>這一消息得到了本人的確認。\r\n</p>".encode(encoding)
    path = tmp_path / "a.html"
    path.write_bytes(data)
    document = read_document(path)
    assert document.raw.encode(document.encoding) == data
    assert document.path == path
    assert [segment.text for segment in document.segments] == ["這一消息得到了本人的確認。"]


@pytest.mark.parametrize("data", [b"", b"\n", b"%PDF-1.4", b"a\0b", b"---\ntitle: a: b\n---\n"])
def test_what_cannot_be_read_is_refused_with_the_name_of_the_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert caught.value.path == path


def test_a_file_without_words_has_no_segments() -> None:
    document = parse_document("```\ncode\n```\n", path=Path("a.md"))
    assert (document.segments, document.text) == ((), "")
