"""The NAM rules promise what they can keep: how severe, how safe, and silent where two people are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.article import Article, Pair
from align.finding import Severity
from align.linter import Reported, check_article
from align.rule import all_rules
from corpus.documents import parse_document
from glossary.table import entries_of_rows
from glossary.term import Entry, Kind, Term
from glossary.termbase import TermBase

RULES = [rule for rule in all_rules() if rule.family == "NAM"]
ZHOU = TermBase.of(entries_of_rows([("周钘", "Zhou Xin")]))
THRICE = "Zhou Xin left. Zhou Xin laughed. Zhou Xin is 37."


def lint(
    *pairs: tuple[str, str], terms: TermBase | None = None, references: tuple[str, ...] = ()
) -> list[Reported]:
    documents = tuple(parse_document(text) for text in references)
    article = Article(tuple(Pair(src, tgt) for src, tgt in pairs), documents)
    return list(check_article(article, terms or TermBase.empty(), RULES))


def seen(found: list[Reported]) -> list[tuple[str, str, str | None]]:
    return [(item.rule.code, item.severity.value, item.hit.suggestion) for item in found]


def test_without_a_glossary_the_rare_twin_of_a_frequent_name_is_a_warning_with_an_unsafe_fix() -> None:
    (item,) = lint(("", "Asked why, Zhou Jin smiled."), ("", THRICE))
    assert item.severity is Severity.WARNING
    assert item.hit.fix is not None
    assert not item.hit.fix.safe


def test_with_the_source_it_is_an_error_with_a_safe_one() -> None:
    (item,) = lint(
        ("林江走了。林江笑了。", "Lin Jiang left. Lin Jiang laughed."),
        ("林江37岁。", "Lin Jiang is 37."),
        ("林江说好。", "Lin Qiang agreed."),
    )
    assert (item.rule.code, item.severity) == ("NAM002", Severity.ERROR)
    assert item.hit.fix is not None
    assert item.hit.fix.safe


def test_with_a_reference_it_is_an_error() -> None:
    assert seen(lint(("", "Zhou Jin is back."), ("", THRICE), references=("高管周钘表示高兴。",))) == [
        ("NAM002", "error", "Zhou Xin")
    ]


def test_a_glossary_form_is_final_whatever_the_dictionary_reads() -> None:
    assert not lint(("周钘走了。", "Zhou Xin left."), terms=ZHOU)
    assert seen(lint(("周钘走了。", "Zhou Xing left."), terms=ZHOU)) == [("NAM001", "error", "Zhou Xin")]


def test_one_place_is_reported_once() -> None:
    assert seen(lint(("周钘走了。", "Zhou Jin left."), ("周钘", THRICE), terms=ZHOU)) == [
        ("NAM001", "error", "Zhou Xin")
    ]


def test_a_wrong_order_warns() -> None:
    assert seen(lint(("周钘走了。", "Xin Zhou left."), terms=ZHOU)) == [("NAM001", "warning", "Zhou Xin")]


def test_an_uncertain_entry_warns() -> None:
    entry = Entry("1", (Term("周钘", "zh"), Term("Zhou Xin", "en")), Kind.PERSON, certain=False)
    assert seen(lint(("周钘走了。", "Zhou Jin left."), terms=TermBase.of([entry]))) == [
        ("NAM001", "warning", "Zhou Xin")
    ]


def test_capitals_are_kept() -> None:
    (item,) = lint(("周钘走了", "ZHOU JIN LEAVES"), terms=ZHOU)
    assert item.hit.suggestion == "ZHOU XIN"


def test_a_name_in_other_letters_is_compared_letter_by_letter() -> None:
    entry = Entry("1", (Term("马斯克", "zh"), Term("Elon Musk", "en"), Term("Musk", "en")), Kind.PERSON)
    terms = TermBase.of([entry])
    assert seen(lint(("马斯克走了。", "Elon Mask left."), terms=terms)) == [("NAM001", "error", "Elon Musk")]
    assert not lint(("马斯克走了。", "Musk left; so did Elon Mask."), terms=terms)


def test_a_traditional_source_is_read_as_well() -> None:
    assert seen(lint(("單志強走了。", "Dan Zhiqiang left."))) == [("NAM003", "error", "Shan Zhiqiang")]


def test_a_rare_character_may_have_a_reading_of_its_own() -> None:
    assert seen(lint(("周钘走了。", "Zhou Xin left."))) == [("NAM003", "warning", "Zhou Xing")]


@pytest.mark.parametrize(
    "pairs",
    [
        [("周钘和周进走了。", "Zhou Xin and Zhou Jin left.")],
        [("", "Zhou Xin is the brother of Zhou Jin."), ("", THRICE)],
        [("李娜和李丽走了。", "Li Na and Li Li left.")],
        [("王伟明走了。", "Wang Weiming left.")],
        [("部长陈川仁和总理李显龙", "Minister Tan Chuan-Jin and Prime Minister Lee Hsien Loong")],
        [("他走了。", "Zhou Xin left.")],
        [("周先生走了。", "Mr. Zhou left.")],
        [("上周金价上涨。", "Last week Shanghai gold rose.")],
        [("", ""), ("周钘", ""), ("", "Zhou")],
    ],
)
def test_two_people_and_other_spellings_are_left_alone(pairs: list[tuple[str, str]]) -> None:
    terms = TermBase.of(entries_of_rows([("周钘", "Zhou Xin"), ("王伟", "Wang Wei")]))
    assert not [item for item in lint(*pairs, terms=terms) if item.severity is not Severity.INFO]


def test_a_glossary_name_of_three_syllables_one_sound_off_is_worth_an_info_alone() -> None:
    terms = TermBase.of(entries_of_rows([("李小明", "Li Xiaoming")]))
    assert seen(lint(("", "Li Xiaomin left."), terms=terms)) == [("NAM001", "info", "Li Xiaoming")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("韩国议员韩东勋说话。", "The Korean deputy Han Dong-hun spoke."),
        ("台湾议员潘孟安说话。", "The Taiwanese deputy Pan Men-an spoke."),
        ("香港导演陈国辉说话。", "The Hong Kong director Chan Kwok-fai spoke."),
    ],
)
def test_names_of_places_that_spell_otherwise_are_left_alone(source: str, target: str) -> None:
    assert not lint((source, target))


def test_the_same_names_are_reported_where_nothing_speaks_of_such_a_place() -> None:
    assert seen(lint(("议员潘孟安说话。", "The deputy Pan Men-an spoke."))) == [
        ("NAM003", "error", "Pan Meng-an")
    ]


@pytest.mark.parametrize("line", ["Guo Lei spoke.", "By Guo Lei", "“Good,” said Guo Lei."])
def test_a_name_without_a_source_warns_without_a_fix(line: str) -> None:
    (item,) = lint(("外交部发言人说话。", line))
    assert (item.rule.code, item.severity, item.hit.fix) == ("NAM005", Severity.WARNING, None)


PIECES = ["周钘", "周", "单志强", "钘", "Zhou ", "Xin ", "Jin ", "Zhou Xin ", "Li ", "-", "’s ", ". ", "\r\n"]
TEXT = st.lists(st.sampled_from([*PIECES, "\u3000", "𠮷", "e\u0301"]), max_size=12).map("".join)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4), TEXT)
def test_findings_point_at_what_they_name_in_any_text(pairs: list[tuple[str, str]], reference: str) -> None:
    for item in lint(*pairs, terms=ZHOU, references=(reference,)):
        src, tgt = pairs[item.hit.pair]
        assert item.hit.tgt is not None
        assert item.hit.tgt.of(tgt).strip()
        assert f'"{item.hit.tgt.of(tgt)}"' in item.hit.message
        assert item.hit.src is None or item.hit.src.of(src) in item.hit.message
