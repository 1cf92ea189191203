from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.token import code_spans, opaque_spans, prose_matches


def opaque(text: str) -> list[str]:
    return [span.of(text) for span in opaque_spans(text)]


@pytest.mark.parametrize(
    "token",
    [
        "https://example.com/a_b?c=D.E",
        "www.example.org",
        "wang.li@example.com.cn",
        "Booking.com",
        "ChinaNews.com",
        "ASP.NET",
        "Node.js",
        "report.final.pdf",
        "v2.10.1",
        "10:30",
        "192.168.0.1",
        "/usr/local/bin",
        "C:\\data\\news",
        "U.S.",
        "Ph.D.",
        "J.K.",
        "p.m.",
        "user_name",
        "myObject.doThis",
        "print()",
        "@align",
        "#tag",
        "`a.B`",
        "<em>",
        "{name}",
        '{{< tweet user="a，b" >}}',
        '{{ {"a": "x，y"} | t }}',
        "{% include a，b %}",
        "${user，name}",
        "$a，b$",
        "$$a，b$$",
        "\\(a，b\\)",
    ],
)
def test_what_is_no_prose_is_found_whole(token: str) -> None:
    assert opaque(f"See {token} here.") == [token]


@pytest.mark.parametrize(
    "text",
    [
        "It hurt their marketing.The wording is odd.",
        "Sales reported.It was good.Net profit rose.",
        "St.Petersburg, Mr.Wang and Co.,Ltd",
        "He came,but left;she stayed.",
        "他来了.她走了",
    ],
)
def test_prose_with_a_missing_blank_is_still_prose(text: str) -> None:
    assert opaque(text) == []


def test_prices_are_no_mathematics() -> None:
    text = "It cost $5，and then $6，or US$7 ($8/$9), then pay in $, not in HK$."
    assert not list(code_spans(text))


def test_an_address_ends_where_chinese_begins_and_goes_on_behind_a_slash() -> None:
    assert opaque("见https://example.com/a。然后") == ["https://example.com/a"]
    assert opaque("见https://example.com/新闻/1吧") == ["https://example.com/新闻/1"]


@given(st.lists(st.sampled_from([*"aB.,@/:_-<>{}()#`\\1 中。", "http://", ".com"]), max_size=60).map("".join))
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for span in opaque_spans(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.text(alphabet="a.B com/@", max_size=40))
def test_matches_in_prose_touch_no_opaque_span(text: str) -> None:
    opaque_places = {place for span in opaque_spans(text) for place in range(span.start, span.end)}
    found = {match.start() for match in prose_matches(re.compile("[.]"), text)}
    assert found == {place for place, char in enumerate(text) if char == "."} - opaque_places
