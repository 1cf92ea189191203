"""Latin words, codes, addresses and quotations."""

from __future__ import annotations

import pytest

from align.facts import Kind, extract

ROWS = [
    ("zh", "五菱MINIEV与SU7亮相", [(Kind.LATIN, "MINIEV"), (Kind.CODE, "SU7")]),
    ("zh", "ＮＢＡ球星", [(Kind.LATIN, "ＮＢＡ")]),
    ("zh", "见https://a.cn/x?y=1。a.b@c.org", [(Kind.URL, "https://a.cn/x?y=1"), (Kind.EMAIL, "a.b@c.org")]),
    ("zh", "AT&T和C++", [(Kind.LATIN, "AT&T"), (Kind.LATIN, "C++")]),
    ("en", "Ask the HKMA about MH370 or mail to it@b.com.", [
        (Kind.LATIN, "HKMA"), (Kind.CODE, "MH370"), (Kind.EMAIL, "it@b.com"),
    ]),
    ("en", "He said so in Paris.", []),
    ("en", "See (www.b.com/a?), or Li@b.com!", [(Kind.URL, "www.b.com/a"), (Kind.EMAIL, "Li@b.com")]),
    ("zh", "阮氏娥（Nguyễn Thị Nga）", [(Kind.LATIN, word) for word in ("Nguyễn", "Thị", "Nga")]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "found"), ROWS)
def test_what_stays_as_it_is_is_found(lang: str, text: str, found: list[tuple[Kind, str]]) -> None:
    kinds = {Kind.LATIN, Kind.CODE, Kind.URL, Kind.EMAIL}
    assert [(fact.kind, fact.text) for fact in extract(text, lang) if fact.kind in kinds] == found


def test_a_unit_or_currency_in_latin_letters_is_part_of_its_number() -> None:
    facts = extract("直径39.5mm，售价RMB30万", "zh")
    assert [fact.kind for fact in facts] == [Kind.NUMBER, Kind.NUMBER]


def test_a_quotation_encloses_the_facts_in_it() -> None:
    quote, number = extract("他说“共300人”。", "zh")
    assert (quote.kind, quote.text, number.text) == (Kind.QUOTE, "“共300人”", "300")
