"""`align compare` on articles written for these tests, with the real encoder: it is about meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligner.encode import HashEncoder, load_encoder
from align.comparison.comparison import compare_documents, written_on
from align.comparison.side import read_side
from corpus import Document, InputError
from corpus.documents import parse_document
from glossary.table import entries_of_rows
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.comparison.match import Comparison

ARTICLE = """The lake festival ended on Sunday.

Fang Hong joined Taihu Motors in 2009; in 2016, she became general manager of the Suzhou plant; in 2019, \
she was named head of overseas sales.

Nobody knows how the rumour began. The plant in Suzhou built 42,000 cars last year.
"""
REFERENCE = """昨天下了一场大雨，交通受到影响。

公开资料显示，方红于2009年加入太湖汽车，2017年出任苏州工厂总经理；2019年，被任命为海外销售主管。

记者了解到，苏州工厂去年生产了4.8万辆汽车。
"""
TERMS = TermBase.of(entries_of_rows([("太湖汽车", "Taihu Motors"), ("方红", "Fang Hong")]))


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compared_with(REFERENCE)


def compared_with(*references: str, article: str = ARTICLE) -> Comparison:
    documents = [parse_document(text) for text in references]
    return compare_documents(parse_document(article), documents, encoder=load_encoder("use"), terms=TERMS)


def paired(comparison: Comparison) -> list[tuple[str, str]]:
    return [(match.article.text, match.reference.text) for match in comparison.matches]


def test_the_clauses_about_one_fact_are_paired(compared: Comparison) -> None:
    assert ("Fang Hong joined Taihu Motors in 2009;", "方红于2009年加入太湖汽车，") in [
        (article, reference.removeprefix("公开资料显示，")) for article, reference in paired(compared)
    ]
    assert ("in 2019, she was named head of overseas sales.", "2019年，被任命为海外销售主管。") in paired(
        compared
    )


def test_what_agrees_is_said(compared: Comparison) -> None:
    joined = next(match for match in compared.matches if "joined" in match.article.text)
    assert {(item.kind, item.article.text, item.reference.text) for item in joined.agree} >= {
        ("year", "2009", "2009年"),
        ("organisation", "Taihu Motors", "太湖汽车"),
    } or {item.article.text for item in joined.agree} >= {"2009", "Fang Hong"}


def test_another_year_and_another_number_are_conflicts(compared: Comparison) -> None:
    told = [
        (item.kind, item.article.text, item.reference.text)
        for match in compared.matches
        for item in match.conflict
    ]
    assert told == [("year", "2016", "2017年"), ("number", "42,000", "4.8万")]


def test_what_the_reference_does_not_say_has_no_match(compared: Comparison) -> None:
    assert not any("rumour" in article or "festival" in article for article, _ in paired(compared))
    assert not any("大雨" in reference for _, reference in paired(compared))


def test_a_shared_name_alone_is_no_match() -> None:
    assert not compared_with(
        "方红喜欢游泳，也爱唱歌。", article="Fang Hong sold her old house in Hangzhou."
    ).matches


def test_both_directions_find_the_same_conflicts(compared: Comparison) -> None:
    turned = compared_with(ARTICLE, article=REFERENCE)
    assert {
        (item.reference.text, item.article.text) for match in turned.matches for item in match.conflict
    } == {(item.article.text, item.reference.text) for match in compared.matches for item in match.conflict}


def test_more_references_change_nothing_about_the_first(compared: Comparison) -> None:
    both = compared_with(REFERENCE, "市政府宣布修建三条地铁线路。")
    assert [match for match in both.matches if match.number == 0] == list(compared.matches)


def test_traditional_characters_are_compared_like_simplified_ones() -> None:
    found = compared_with("方紅於2009年加入太湖汽車。", article="Fang Hong joined Taihu Motors in 2009.")
    assert paired(found) == [("Fang Hong joined Taihu Motors in 2009.", "方紅於2009年加入太湖汽車。")]


def test_a_reference_in_the_language_of_the_article_is_refused() -> None:
    with pytest.raises(InputError, match="language of the article"):
        compared_with("She left.")


def test_an_empty_text_is_refused() -> None:
    empty = parse_document("\n\n", lang="zh")
    with pytest.raises(InputError, match="no text to compare"):
        compare_documents(parse_document(ARTICLE), [empty], encoder=HashEncoder(), terms=TERMS)


@given(
    st.text("ab 1,.;𠮷é\r\n ", min_size=1, max_size=60),
    st.text("周钘小米20年，。；𠮷\u3000", min_size=1, max_size=60),
)
@settings(max_examples=40)
def test_spans_hold_their_words_whatever_the_texts(article: str, reference: str) -> None:
    documents: list[Document] = [
        parse_document(article + "a", lang="en"),
        parse_document(reference + "周", lang="zh"),
    ]
    found = compare_documents(documents[0], documents[1:], encoder=HashEncoder(), terms=TermBase.empty())
    for match in found.matches:
        for words in (match.article, *(item.article for item in (*match.agree, *match.conflict))):
            assert words.span.of(documents[0].text) == words.text
        for words in (match.reference, *(item.reference for item in (*match.agree, *match.conflict))):
            assert words.span.of(documents[1].text) == words.text


def test_a_clause_without_a_year_is_about_the_year_before_it() -> None:
    side = read_side(parse_document("他2019年加入公司，负责市场和销售；2020年升任总监，随后离开了公司。"))
    assert side.years == (2019, 2019, 2020, 2020)


def test_a_semicolon_ends_a_part() -> None:
    side = read_side(parse_document("In 2016, she ran the plant; in 2019, she went abroad, and stayed."))
    assert [side.text_of(part) for part in side.parts] == [
        "In 2016, she ran the plant;",
        "in 2019, she went abroad, and stayed.",
    ]


@pytest.mark.parametrize("given", ["2022-07-21", "Thu, 21 Jul 2022 23:34:34 GMT", "'2022-07-21T08:00:00'"])
def test_the_date_of_a_document_is_that_of_its_front_matter(given: str) -> None:
    document = parse_document(f"---\ndate: {given}\n---\n\n小米去年宣布造车。\n")
    assert str(written_on(document)) == "2022-07-21"


def test_a_document_without_a_date_has_none() -> None:
    assert written_on(parse_document("---\ndate: soon\n---\n\n小米宣布造车。\n")) is None


def test_a_post_that_a_title_of_the_glossary_has_in_it_is_told_once() -> None:
    terms = TermBase.of(entries_of_rows([("营销总监", "Marketing Director")]))
    article, reference = (
        parse_document(text)
        for text in ("In 2019 she became Marketing Director of the plant.", "2019年，她出任工厂的营销总监。")
    )
    found = compare_documents(article, [reference], encoder=load_encoder("use"), terms=terms)
    told = [item.article.text for match in found.matches for item in match.agree]
    assert sorted(told) == ["2019", "Marketing Director"]


def test_without_a_model_the_lexical_weights_find_what_words_and_facts_tell() -> None:
    documents = [parse_document(ARTICLE), parse_document(REFERENCE)]
    found = compare_documents(documents[0], documents[1:], encoder=load_encoder("none"), terms=TERMS)
    assert any(
        "42,000 cars" in match.article.text and "4.8万" in match.reference.text for match in found.matches
    )
