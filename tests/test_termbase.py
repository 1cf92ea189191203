from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.table import entries_of_rows
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from corpus import Lang

CARS = TermBase.of(
    entries_of_rows(
        [
            ("小米", "Xiaomi", "organisation"),
            ("小米汽车", "Xiaomi Auto", "organisation", "", "Xiaomi EV"),
            ("上汽通用五菱", "SAIC-GM-Wuling", "organisation"),
            ("五菱", "Wuling"),
            ("周钘", "Zhou Xin", "person", "", "", "Zhou Jin"),
            ("新能源汽车", "new energy vehicle"),
            ("理想", "Li", "organisation"),
            ("42HOW", "42HOW"),
        ]
    )
)


def found(text: str, lang: Lang = "en", base: TermBase = CARS) -> list[str]:
    return [item.span.of(text) for item in base.find(text, lang)]


def test_the_longest_term_at_the_leftmost_place_is_found() -> None:
    assert found("小米汽车和小米，上汽通用五菱和五菱", "zh") == ["小米汽车", "小米", "上汽通用五菱", "五菱"]
    assert found("Xiaomi Auto and Xiaomi") == ["Xiaomi Auto", "Xiaomi"]


def test_spans_are_those_of_the_text_before_a_possessive_or_a_plural() -> None:
    assert found("Xiaomi’s, new-energy vehicles, Zhou\n Xin’s") == [
        "Xiaomi",
        "new-energy vehicle",
        "Zhou\n Xin",
    ]


def test_characters_beyond_sixteen_bits_do_not_move_spans() -> None:
    assert found("𠮷😀小米é e\u0301 　五菱", "zh") == ["小米", "五菱"]
    assert found("😀\u0301 Xiaomi 𠮷 WULING") == ["Xiaomi", "WULING"]


def test_traditional_text_finds_simplified_terms_once() -> None:
    (item,) = CARS.find("上汽通用五菱與周鈃", "zh")[1:]
    assert item.entry.preferred("en") == "Zhou Xin"
    assert len(CARS.find("小米汽車", "zh")) == 1


def test_a_traditional_name_in_simplified_text_keeps_its_character() -> None:
    base = TermBase.of(entries_of_rows([("陈乾旺", "Chen Qianwang")]))
    assert found("陈乾旺来了", "zh", base) == ["陈乾旺"]
    assert found("陳乾旺來了", "zh", base) == ["陳乾旺"]


def test_han_beside_latin_is_an_end_of_a_word() -> None:
    assert found("据42HOW报道", "zh") == ["42HOW"]
    assert found("据142HOW报道", "zh") == []
    assert found("小米Xiaomi小米") == ["Xiaomi"]


def test_a_short_name_is_not_found_in_lower_case_but_in_capitals() -> None:
    assert found("Li left; li did not") == ["Li"]
    assert found("LI AUTO") == ["LI"]


def test_entries_with_one_form_are_all_returned_with_the_same_span() -> None:
    base = TermBase.of(entries_of_rows([("张伟", "Zhang Wei"), ("章伟", "Zhang Wei")]))
    items = base.find("Zhang Wei", "en")
    assert [item.entry.preferred("zh") for item in items] == ["张伟", "章伟"]
    assert len({item.span for item in items}) == 1


def test_of_the_forms_of_an_entry_the_one_as_written_is_returned() -> None:
    base = TermBase.of(entries_of_rows([("上汽通用五菱", "SAIC-GM-Wuling", "", "", "", "SAIC GM Wuling")]))
    assert [item.term.status.value for item in base.find("SAIC GM Wuling, SAIC-GM-Wuling", "en")] == [
        "deprecated",
        "preferred",
    ]


def test_a_layer_before_hides_entries_with_its_chinese_forms() -> None:
    user = entries_of_rows([("小米", "Xiaomi")])
    builtin = entries_of_rows([("小米|粟", "millet"), ("大米", "rice")])
    base = TermBase.of(user, builtin)
    assert found("Xiaomi millet rice", base=base) == ["Xiaomi", "rice"]
    assert found("小米、粟、大米", "zh", base) == ["小米", "大米"]
    assert [entry.preferred("en") for entry in base.lookup("小米")] == ["Xiaomi"]
    assert base.lookup("millet") == ()


def test_traditional_entries_of_the_user_hide_simplified_ones() -> None:
    base = TermBase.of(entries_of_rows([("賽力斯", "Seres")]), entries_of_rows([("赛力斯", "Sailisi")]))
    assert [item.entry.preferred("en") for item in base.find("赛力斯", "zh")] == ["Seres"]


@pytest.mark.parametrize(
    "term", ["saic gm wuling", "the SAIC-GM-Wuling", "上汽通用五菱", " 上汽通用五菱 ", "SAICGMWULING"]
)
def test_lookup_tolerates_what_a_text_may_have(term: str) -> None:
    assert [entry.preferred("zh") for entry in CARS.lookup(term)] == ["上汽通用五菱"]


def test_lookup_finds_deprecated_forms_and_short_words_in_any_case() -> None:
    assert [entry.preferred("zh") for entry in CARS.lookup("zhou jin")] == ["周钘"]
    assert [entry.preferred("zh") for entry in CARS.lookup("li")] == ["理想"]
    assert CARS.lookup("Wuling Motors") == ()
    assert CARS.lookup("") == ()


def test_the_empty_term_base_finds_nothing() -> None:
    assert TermBase.empty().find("小米", "zh") == ()
    assert TermBase.empty().lookup("小米") == ()


FORMS = st.text("小米汽车五菱AaBb -", min_size=1, max_size=4).filter(str.strip)


@given(st.lists(FORMS, max_size=6), st.text("小米汽车五菱AaBb -,", max_size=30))
def test_occurrences_are_in_order_apart_and_hold_a_form(forms: list[str], text: str) -> None:
    base = TermBase.of(entries_of_rows([(form, form) for form in forms]))
    for lang in ("zh", "en"):
        items = base.find(text, lang)
        spans = list(dict.fromkeys(item.span for item in items))
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for item in items:
            letters = [char for char in item.span.of(text).lower() if char not in " -"]
            wanted = [char for char in item.term.text.lower() if char not in " -"]
            assert letters == wanted


def test_a_short_form_is_looked_up_without_its_capitals_and_found_with_them_alone() -> None:
    terms = TermBase.of(entries_of_rows([("梅", "May"), ("可以", "may"), ("人工智能", "AI")]))
    assert [item.entry.preferred("zh") for item in terms.find("May said AI may aid.", "en")] == [
        "梅",
        "可以",
        "人工智能",
        "可以",
    ]
    assert [entry.preferred("zh") for entry in terms.lookup("ai")] == ["人工智能"]
