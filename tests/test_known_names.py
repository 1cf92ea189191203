"""Names that the built-in tables know: what is taken for a mistake, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.article import Article, Pair
from align.finding import Severity
from align.linter import check_article
from align.rule import all_rules
from glossary.builtin import builtin_layer
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

RULES = [rule for rule in all_rules() if rule.code in {"NAM010", "NAM011"}]
ROWS = (
    ("青山银行|青山", "Verdant Bank", "organisation", "", "Verdant", "Green Hill Bank", "", "银行"),
    ("远望周刊", "Vista Weekly", "media"),
    ("晨光社", "Daybreak Agency", "media", "draft"),
    ("远望电视", "Vista TV", "media", "", "VTV", "Faraway Television"),
    ("远望网", "Vista Net", "media", "", "vista.example", "Faraway Net"),
    ("远望财经", "Vista Money", "media", "", "VTV"),
    ("远博会|远望博览会", "Vista Expo", "term"),
    ("寒露热", "Dewfall", "term", "", "", "Cold Dew Heat"),
    ("寒露热疫情", "Dewfall epidemic", "term", "", "outbreak"),
    ("青松堂", "Jadepine", "organisation", "", "JP|Jadepine Hall"),
    ("金鱼影业", "Kingfin", "organisation"),
    ("北湖公园", "North Lake Park", "place"),
    ("沙堂", "Shatang", "place"),
    ("岭门", "Mountgate", "place"),
    ("海燕", "Petrel", "product", "", "", "Sea Swallow", "", "手机|!海燕窝"),
)


def found(*pairs: tuple[str, str], rows: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str, Severity, str]]:
    terms = TermBase([EntryLayer(entries_of_rows(rows)), builtin_like(), builtin_layer()])
    article = Article(tuple(Pair(src, tgt) for src, tgt in pairs))
    return [
        (item.rule.code, item.severity, item.hit.tgt.of(article.pairs[item.hit.pair].tgt))
        for item in check_article(article, terms, RULES)
        if item.hit.tgt
    ]


def builtin_like() -> EntryLayer:
    return EntryLayer(replace(entry, id=f"test:{entry.id}", user=False) for entry in entries_of_rows(ROWS))


def test_a_literal_form_is_an_error_and_in_small_letters_a_warning() -> None:
    assert found(("青山银行涨了。", "Green Hill Bank rose.")) == [
        ("NAM010", Severity.ERROR, "Green Hill Bank")
    ]
    assert found(("青山银行涨了。", "The green hill bank rose.")) == [
        ("NAM010", Severity.WARNING, "green hill bank")
    ]


def test_a_literal_form_may_explain_the_right_one() -> None:
    assert found(("青山银行涨了。", "Verdant Bank (Green Hill Bank) rose.")) == []


def test_a_right_form_that_stands_for_another_name_excuses_no_literal_one() -> None:
    wrong = [("NAM010", Severity.ERROR, "Faraway Television")]
    assert found(("据远望电视、远望财经报道", "According to Faraway Television and VTV")) == wrong
    assert found(("据远望电视报道", "According to Faraway Television (VTV)")) == []
    wrong = [("NAM010", Severity.ERROR, "Faraway Net")]
    assert found(("据远望网报道", "According to Faraway Net (vista.example)")) == wrong
    assert found(("据远望网报道", "According to vista.example")) == []
    assert found(("据远望电视、远望财经报道", "According to Vista TV (Faraway Television) and VTV")) == []


def test_a_literal_form_of_a_name_within_a_longer_one_is_reported() -> None:
    assert found(("寒露热疫情来了。", "The Cold Dew Heat outbreak has come.")) == [
        ("NAM010", Severity.ERROR, "Cold Dew Heat")
    ]
    assert found(("寒露热疫情来了。", "The Dewfall epidemic has come.")) == []
    assert found(("疫情来了。", "The Cold Dew Heat outbreak has come.")) == []
    assert found(("寒露热疫情来了。", "The Dewfall (Cold Dew Heat) epidemic has come.")) == []


def test_a_literal_form_means_nothing_where_the_source_has_not_the_name() -> None:
    assert found(("它涨了。", "Green Hill Bank rose.")) == []


def test_a_name_that_is_a_word_counts_only_in_its_context_and_not_in_a_longer_word() -> None:
    assert found(("海燕飞走了。", "The Sea Swallow flew away.")) == []
    assert found(("海燕是手机。", "The Sea Swallow is a phone.")) == [
        ("NAM010", Severity.ERROR, "Sea Swallow")
    ]
    assert found(("手机在海燕窝旁边。", "The phone lies by the Sea Swallow's nest.")) == []


def test_the_user_has_the_last_word() -> None:
    rows = (("青山银行", "Green Hill Bank"),)
    assert found(("青山银行涨了。", "Green Hill Bank rose."), rows=rows) == []


@pytest.mark.parametrize(
    ("src", "tgt", "written"),
    [
        ("青山银行涨了。", "Qingshan Bank rose.", "Qingshan"),
        ("青山银行涨了。", "Verdent Bank rose.", "Verdent Bank"),
        ("青山银行涨了。", "The HSPB rose.", "HSPB"),
        ("青山银行和青山区都很好。", "Both the QSPD and the district are fine.", "QSPD"),
        ("他住在沙堂。", "He lives in Satang.", "Satang"),
        ("他住在沙堂。", "Shatan is his home.", "Shatan"),
        ("他住在岭门。", "He lives in Linmen.", "Linmen"),
        ("据远望周刊报道", "As Reuters reports", "Reuters"),
        ("据远望周刊报道", "As the Faraway Weekly reports", "Faraway Weekly"),
    ],
)
def test_what_stands_in_the_place_of_a_name_is_warned_of(src: str, tgt: str, written: str) -> None:
    assert found((src, tgt)) == [("NAM011", Severity.WARNING, written)]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("青山银行涨了。", "It rose."),  # absent alone
        ("据远望周刊和路透社报道", "As Reuters reports"),  # the other is in the source
        ("据远望周刊和东山周刊报道", "As the Dongshan Weekly reports"),  # and so may this be
        ("据晨光社报道", "As Reuters reports"),  # not certain
        ("青山银行和HSPB涨了。", "The HSPB rose."),
        ("青山银行涨了。", "High Street Private Bonds (HSPB) rose."),
        ("青山银行涨了。", "High Street Private Bonds rose, and HSPB are dear."),
        ("青山银行和塔维科涨了。", "The bank and TAVICO rose."),
        ("青山银行涨了。", "SHARES AROSE"),
        ("他住在沙堂。", "He lives in Satao."),  # another sound
        ("他从沙堂去沙滩。", "He goes to Shatan."),
        ("他住在沙堂。", "He lives at Shatang, near Satang."),
        ("他住在沙堂。", "He lives in Guangdong."),
        ("青山银行涨了。", "The USB rose."),
        ("青山银行涨了。", "It is on the WWW."),
        ("远望周刊主编王芳", "Wang Fang, editor-in-chief"),
        ("青山银行在重庆", "in Chongqing"),
    ],
)
def test_a_name_that_is_only_absent_is_left_alone(src: str, tgt: str) -> None:
    assert found((src, tgt)) == []


def test_each_strange_medium_stands_for_one_that_is_missing() -> None:
    pair = ("据远望周刊、远望电视报道", "According to Reuters and the Associated Press")
    assert [name for _, _, name in found(pair)] == ["Reuters", "Associated Press"]
    assert [name for _, _, name in found(("据远望周刊、远望电视报道", "According to Reuters"))] == ["Reuters"]


@pytest.mark.parametrize(
    "tgt", ["It is the third Fair.", "It is the 3rd Fair Exhibitors' Union.", "The Exhibition is the third."]
)
def test_a_general_word_with_a_capital_is_no_name_of_a_fair(tgt: str) -> None:
    assert [code for code, _, _ in found(("这是第三届远博会。", tgt))] == ["NAM011"]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("这是第三届远博会。", "It is the third Expo."),
        ("这是第三届远博会。", "It is the third fair."),
        ("这是第三届远博会。", "Fair play! It is the third time."),
        ("这是第三届远博会。", "It is the third, says Vanity Fair."),
        ("这是第三届远博会和车展。", "It is the third Fair."),
        ("公平贸易局去了远博会。", "The Fair Trade Office was there."),
        ("这是第三届远博会。", "It is the third Vista Expo, and the Fair is big."),
    ],
)
def test_a_general_word_may_stand_for_something_else(src: str, tgt: str) -> None:
    assert found((src, tgt)) == []


@pytest.mark.parametrize(
    ("src", "tgt", "written"),
    [
        ("他在青松堂上班。", "He works at the Green Pine Hall.", "Green Pine Hall"),
        ("他在青松堂上班。", "He works at Pine Hall.", "Pine Hall"),
        ("金鱼影业涨了。", "Goldfish Film rose.", "Goldfish Film"),
        ("金鱼影业涨了。", "Shares of Goldfish Film Industry rose.", "Goldfish Film Industry"),
    ],
)
def test_a_name_made_of_what_the_characters_mean_is_warned_of(src: str, tgt: str, written: str) -> None:
    assert found((src, tgt)) == [("NAM011", Severity.WARNING, written)]


@pytest.mark.parametrize(
    ("src", "tgt"),
    [
        ("他在青松堂上班。", "He works at a hall among green pines."),
        ("他在青松堂上班。", "He works at Jadepine, the Green Pine Hall."),
        ("他在青松堂和青松礼堂上班。", "He works at the Green Pine Hall."),
        ("他在青松堂上班。", "He works at the Red Horse Hall."),
        ("他在北湖公园上班。", "He works at the Park of the Northern Lake."),
        ("金鱼影业涨了。", "The film company rose."),
    ],
)
def test_words_that_stand_for_something_else_are_left_alone(src: str, tgt: str) -> None:
    assert found((src, tgt)) == []


def test_every_place_of_a_wrong_name_is_reported() -> None:
    pair = ("远博会来了，远博会好。", "The Fair is here; the Fair is good.")
    assert [written for _, _, written in found(pair)] == ["Fair", "Fair"]


def test_a_name_given_before_may_be_replaced_later() -> None:
    pairs = (("远望周刊说", "Vista Weekly says"), ("远望周刊又说", "The Faraway Weekly adds"))
    assert found(*pairs) == []


def test_a_piece_of_a_foreign_name_is_no_name() -> None:
    assert found(("斯海燕尔的手机", "Shaiyaner's phone, the Sea Swallow")) == []


def test_a_coinage_is_reported_in_a_translation_alone() -> None:
    assert found(("", "He uses BalanceBao.")) == [("NAM010", Severity.WARNING, "BalanceBao")]
    assert found(("", "He uses the Balance Treasure.")) == []
