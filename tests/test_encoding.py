from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoding import decode
from corpus.errors import InputError

SIMPLIFIED = "7月21日，消息称原上汽通用五菱销售公司副总经理周钘将于8月正式加入小米，直接向雷军汇报。\n"
TRADITIONAL = "7月21日，消息指原上汽通用五菱銷售公司副總經理將於8月正式加入小米，直接向雷軍匯報。\n"
ENGLISH = "Zhou Xin left Xiaomi’s car business — after “7 months”.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        ("\ufeff" + SIMPLIFIED, "utf-8"),
        (ENGLISH, "utf-8"),
        ("plain ASCII\r\n", "utf-8"),
        ("\ufeff" + SIMPLIFIED, "utf-16-le"),
        ("\ufeff" + SIMPLIFIED, "utf-16-be"),
        ("\ufeff𠮷\r\n", "utf-16-le"),
        ("\ufeff𠮷\r\n", "utf-32-le"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        ("Zhou Xin left.\n", "utf-16-le"),
        ("Zhou Xin left.\n", "utf-16-be"),
        (SIMPLIFIED, "gb18030"),
        ("周钘", "gb18030"),
        ("𠮷野家在北京开了新的店铺。", "gb18030"),
        (TRADITIONAL, "big5"),
        ("深水埗嘅茶餐廳喺邊度", "big5hkscs"),
        (ENGLISH, "cp1252"),
        ("Café society\n", "cp1252"),
    ],
)
def test_encoding_is_recognised(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_declared_charset_decides_a_tie() -> None:
    text = '<meta charset="big5"><p>中文</p>'
    assert decode(text.encode("big5")).text == text


def test_declared_charset_does_not_override_valid_utf8() -> None:
    text = '<?xml version="1.0" encoding="gb2312"?><p>周钘</p>'
    assert decode(text.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\xef\xbb\xbf\n", "the file is empty"),
        (b"\xff\xfe", "the file is empty"),
        ("\u3000\n".encode(), "the file is empty"),
        (b"%PDF-1.7\n...", "this is a PDF file, not text"),
        (b"\x89PNG\r\n\x1a\n", "this is a PNG image, not text"),
        (b"PK\x03\x04word/document.xml", "a Word, Excel or EPUB file"),
        (b"{\\rtf1 hello}", "an RTF file"),
        (b"one\ntwo\0three", "NUL byte"),
        (b"\xff\xfea", "not valid UTF-16-LE"),
        (b"\xfe\xff\xd8\x00\x00a", "not valid UTF-16-BE"),
        (b"a\x01b\x02c\x03", "control characters such as U+0001"),
        (bytes(range(128, 256)) * 3, "the encoding is not recognised"),
    ],
)
def test_what_is_no_text_is_refused_with_one_clear_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=re.escape(problem)) as caught:
        decode(data, Path("a.txt"))
    assert str(caught.value).startswith("a.txt")
    assert "\n" not in str(caught.value)


def test_broken_utf8_is_named_with_its_place() -> None:
    data = "第一行\n周钘".encode() + b"\xe9" + "加盟。\n".encode()
    with pytest.raises(InputError, match=r"^a\.txt:2:3: byte 0xE9 is not valid UTF-8"):
        decode(data, Path("a.txt"))


def test_utf8_cut_in_the_middle_of_a_character_is_named() -> None:
    with pytest.raises(InputError, match="not valid UTF-8"):
        decode(SIMPLIFIED.encode()[:-2])


def test_a_stray_control_character_in_a_long_text_is_no_reason_to_refuse() -> None:
    assert decode((SIMPLIFIED * 20 + "\x08").encode()).encoding == "utf-8"


def test_bytes_that_one_codec_of_big5_would_change_are_read_by_another() -> None:
    data = TRADITIONAL.encode("big5") + b"\xa1\xfe"
    decoded = decode(data)
    assert (decoded.encoding, decoded.text.encode("cp950")) == ("cp950", data)


@given(st.binary())
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError:
        return
    assert decoded.text.encode(decoded.encoding) == data


@given(st.text(min_size=1), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "gb18030"]))
def test_encoded_text_comes_back_or_is_refused(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
        decoded = decode(data)
    except (InputError, UnicodeEncodeError):
        return
    assert decoded.text.encode(decoded.encoding) == data
