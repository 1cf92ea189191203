from __future__ import annotations

import pytest

from corpus import Span
from glossary.wording import plural, replacement, spelling_of


@pytest.mark.parametrize(
    ("text", "span", "found", "wanted", "fixed"),
    [
        ("Dumb phones sell.", (0, 10), "dumb phone", "feature phone", "Feature phones sell."),
        ("dumb phones’ price", (0, 10), "dumb phone", "legacy", "legacies’ price"),
        ("two shell companies", (4, 19), "shell company", "front", "two fronts"),
        ("ZHOU JIN LEFT", (0, 8), "Zhou Jin", "Zhou Xin", "ZHOU XIN LEFT"),
        ("Zhou Jin's", (0, 8), "Zhou Jin", "Zhou Xin", "Zhou Xin's"),
        ("the GM cars", (4, 6), "GM", "General Motors", "the General Motors cars"),
    ],
)
def test_capitals_and_number_are_kept(
    text: str, span: tuple[int, int], found: str, wanted: str, fixed: str
) -> None:
    change = replacement(text, Span(*span), found, wanted)
    assert text[: change.span.start] + change.text + text[change.span.end :] == fixed
    assert change.smooth


def test_an_article_that_no_longer_agrees_is_told() -> None:
    assert not replacement("an explosive model", Span(3, 18), "explosive model", "hit").smooth
    assert not replacement("a hit", Span(2, 5), "hit", "explosive model").smooth
    assert replacement("a hit", Span(2, 5), "hit", "success").smooth


def test_plurals_are_regular() -> None:
    assert [plural(form) for form in ("box", "city", "day", "BUS", "match", "car")] == [
        "boxes",
        "cities",
        "days",
        "BUSes",
        "matches",
        "cars",
    ]


def test_another_spelling_is_one_of_capitals_blanks_or_hyphens_only() -> None:
    assert spelling_of("Wechat", ("WeChat", "Weixin")) == "WeChat"
    assert spelling_of("SU 7", ("SU7",)) == "SU7"
    assert spelling_of("Mi", ("Xiaomi", "Mi")) is None
    assert spelling_of("Citroen", ("Citroën",)) is None
    assert spelling_of("Great\n Wall", ("Great Wall",)) is None
    assert spelling_of("O’Brien", ("O'Brien",)) is None
    assert spelling_of("Wuling", ("SAIC",)) is None
