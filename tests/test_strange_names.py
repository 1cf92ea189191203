"""Names that nothing in the source accounts for: which are reported, and what excuses them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.article import Article, Pair
from align.linter import check_article
from align.rule import all_rules
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

RULES = [rule for rule in all_rules() if rule.code in {"NAM011", "NAM012"}]
ROWS = (
    ("金德兰|金德兰共和国", "Kindraland", "place"),
    ("维斯特里姆", "Vestrim", "place", "draft"),
    ("罗巴特尔", "Anna Robartel", "person", "", "Robartel"),
    ("梅杰", "Joan Major", "person", "", "Major"),
    ("武光明", "Vu Quang Minh", "person", "", "Vu"),
    ("郭子峰", "Paula Kwok", "person", "", "Paula Kwok Tze-fung|Kwok"),
    ("卢子岚", "Eva Lo", "person", "", "Eva Lo Tze-lam|Lo"),
    ("吉努雅", "Jinuya Sali", "person"),
    ("欧邦", "Opland Union", "organisation"),
    ("越南", "Vietnam", "place"),
    ("总理", "Prime Minister", "title", "", "President|Premier"),
    ("欧兰国", "Opland", "place"),
)


def reported(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    entries = entries_of_rows(ROWS)
    terms = TermBase([EntryLayer(replace(entry, id=f"test:{entry.id}", user=False) for entry in entries)])
    article = Article(tuple(Pair(src, tgt) for src, tgt in pairs))
    return [
        (item.rule.code, item.hit.tgt.of(article.pairs[item.hit.pair].tgt))
        for item in check_article(article, terms, RULES)
        if item.hit.tgt
    ]


def test_a_place_that_the_source_has_not_is_reported_at_its_first_mention() -> None:
    pairs = [
        ("我昨天回家了。", "I went home to Kindraland."),
        ("我很高兴。", "I am glad to be in Kindraland."),
    ]
    assert reported(*pairs) == [("NAM012", "Kindraland")]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("昨天回金国了。", "He went home to Kindraland."),  # cut short
        ("昨天回金德兰了。", "He went home to Kindraland."),
        ("昨天回Kindraland了。", "He went home to Kindraland."),
        ("昨天去了欧宁。", "He went to Onning, Kindraland."),  # says where it is
        ("昨天看了报纸。", "He read the Kindraland Herald."),
        ("昨天走了。", "He left Vestrim."),  # no certain entry
        ("主要城市都一样。", "Major cities are alike."),
        ("用Go、C、Rust、Java写的。", "Written in Kindraland."),
    ],
)
def test_a_name_that_may_be_meant_is_left_alone(source: str, translation: str) -> None:
    assert reported((source, translation)) == []


@pytest.mark.parametrize(
    ("translation", "stranger"),
    [
        ("Relations between Kindraland and Opland are good.", "Opland"),
        ("Ties of Kindraland and the Opland are good.", "Opland"),
        ("He went from Kindraland and Opland to Rome.", "Opland"),
    ],
)
def test_a_place_beside_the_right_one_is_no_part_of_its_name(translation: str, stranger: str) -> None:
    assert reported(("昨天金德兰的关系很好。", translation)) == [("NAM012", stranger)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("昨天金德兰和欧国的关系很好。", "Relations between Kindraland and Opland are good."),
        ("昨天金德兰的关系很好。", "Relations of the Kindraland and Opland Trust are good."),
        ("昨天金德兰的关系很好。", "Relations of Kindraland and Opland-Kiel are good."),
        ("昨天关系很好。", "Relations of Herrick and Opland are good."),
    ],
)
def test_a_place_in_a_longer_name_or_beside_an_unknown_one_is_left_alone(
    source: str, translation: str
) -> None:
    assert reported((source, translation)) == []


def test_a_place_may_be_said_by_a_single_character() -> None:
    translation = "Relations between Vietnam and the Opland are good."
    assert reported(("中越关系很好。", translation)) == [("NAM012", "Opland")]
    assert reported(("中俄关系很好。", translation)) == [("NAM012", "Vietnam")]


def test_a_name_of_another_sentence_may_stand_for_a_pronoun() -> None:
    pairs = [("罗巴特尔来了。", "Robartel came."), ("昨天她说好。", "He knew that Robartel said yes.")]
    assert reported(*pairs) == []
    assert reported(("昨天说好了。", "He knew that Robartel said yes.")) == [("NAM012", "Robartel")]


@pytest.mark.parametrize(
    ("translation", "stranger"),
    [
        ("He said that Van Minh left.", "Van Minh"),  # a word of the name
        ("He said that Wu left.", "Wu"),  # the surname in pinyin
        ("Vu Van Dong left.", "Vu Van Dong"),  # the surname is right
        ("Prime Minister Vu Van Dong left.", "Vu Van Dong"),
        ("He met President Vu Quang Hai.", "Vu Quang Hai"),
        ("He said that Kavanaugh left.", "Kavanaugh"),  # nothing sounds so
        ("Yesterday he met with Liu.", "Liu"),  # a surname that the source has not
        ("Mr. Qiu left yesterday.", "Qiu"),
        ("Yesterday, Ma said that he would leave.", "Ma"),
    ],
)
def test_a_stranger_in_the_place_of_a_person_is_reported(translation: str, stranger: str) -> None:
    assert reported(("昨天武光明总理走了。", translation)) == [("NAM011", stranger)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("昨天武光明总理走了。", "Yesterday the premier left."),
        ("昨天武光明总理走了。", "Yesterday Vu Quang Minh left."),
        ("昨天武光明总理走了。", "Yesterday Prime Minister Vu Quang Minh left."),
        ("昨天武光明总理走了。", "Yesterday Prime Minister Vu left."),
        ("昨天武光明总理走了。", "Yesterday Premier Vu left, and so did Le Vu Van Dong."),
        ("昨天武光明总理走了。", "Yesterday Prime Minister Vu Quảng Minh left."),
        ("2月9日武光明总理走了。", "The premier left on February 9."),
        ("昨天武光明总理见了卡瓦诺。", "Yesterday the premier met Kavanaugh."),
        ("昨天武光明总理见了武文东。", "Yesterday Vu met Vu Van Dong."),
        ("昨天武光明总理见了刘先生。", "Yesterday he met with Liu."),
        ("昨天武光明总理见了许先生。", "Yesterday he met with Hui."),  # as it is spelled in Hong Kong
        ("昨天武光明总理走了。", "Yesterday he listened to Song of the Sea."),
        ("昨天武光明总理走了。", "Yesterday, he said he would leave."),
        ("昨天走了。", "Yesterday he met with Liu."),  # nobody is left out
    ],
)
def test_a_person_may_be_left_out_and_another_named(source: str, translation: str) -> None:
    assert reported((source, translation)) == []


@pytest.mark.parametrize(
    ("translation", "strangers"),
    [
        ("Mr. Kwok said yes; Kwok Chi Fung left.", ["Kwok Chi Fung"]),
        ("Mr. Kwok said yes; Director Kwok Chi-fung left.", []),  # no title that the tables know
        ("Mr. Kwok said yes; Prime Minister Kwok Chi-fung left.", ["Kwok Chi-fung"]),
        ("Mr. Kwok said yes; Kwok Tze Fung left.", []),
        ("Mr. Kwok said yes; Kwok Tze-Fung left.", []),
        ("Mr. Kwok said yes; Peter Kwok left.", []),
        ("Mr. Kwok said yes; Paula Kwok Tze-fung left.", []),
        ("Mr. Kwok said yes; Kwok Tsz-Wai-fung left.", []),  # a longer name
    ],
)
def test_a_hyphen_parts_the_syllables_of_a_name(translation: str, strangers: list[str]) -> None:
    found = reported(("昨天郭子峰说好。", translation))
    assert found == [("NAM011", name) for name in strangers]


def test_another_surname_may_be_spelled_alike() -> None:
    translation = "Ms. Lo met Lo Chi Fung."
    assert reported(("昨天卢子岚见了他。", translation)) == [("NAM011", "Lo Chi Fung")]
    assert reported(("昨天卢子岚见了罗志峰。", translation)) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("昨天罗巴特尔说好。", "Susan Robartel said yes."),
        ("昨天罗巴特尔说好。", "Yesterday President Helen Robartel said yes."),
    ],
)
def test_a_given_name_of_somebody_else_is_reported(source: str, translation: str) -> None:
    assert [code for code, _ in reported((source, translation))] == ["NAM011"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("昨天罗巴特尔说好。", "Anna Robartel said yes."),
        ("昨天罗巴特尔说好。", "Anne Robartel said yes."),  # short for it, or the same
        ("昨天苏珊·罗巴特尔说好。", "Susan Robartel said yes."),
        ("昨天苏珊说罗巴特尔好。", "Susan Robartel said yes."),
        ("昨天罗巴特尔的女儿说好。", "Susan Robartel said yes."),
        ("昨天罗巴特尔说好。", "Senator Robartel said yes."),
        ("昨天梅杰说好。", "Susan Major-Ferguson said yes."),
    ],
)
def test_a_given_name_may_be_right(source: str, translation: str) -> None:
    assert reported((source, translation)) == []


def test_a_part_of_a_name_is_no_stranger() -> None:
    assert reported(("昨天吉努雅走了。", "He said that Jinuya left.")) == []
    assert reported(("昨天吉努雅走了。", "He said that Kavanaugh left.")) == [("NAM011", "Kavanaugh")]
