"""The CAL rules say what to write instead, keep to their promises, and leave quoted words alone."""

from __future__ import annotations

import pytest

from align.article import Article, Pair
from align.finding import Severity
from align.linter import Reported, check_article
from align.rules.calques import calque
from glossary.termbase import TermBase


def reported(src: str, tgt: str) -> list[Reported]:
    from align.rule import all_rules

    assert calque  # importing the module registers its rules
    rules = [rule for rule in all_rules() if rule.family == "CAL"]
    return list(check_article(Article((Pair(src, tgt),)), TermBase.of(()), rules))


def codes(src: str, tgt: str) -> list[str]:
    return [item.rule.code for item in reported(src, tgt)]


def test_the_message_names_the_phrase_its_rendering_and_what_to_say() -> None:
    (item,) = reported("新店水土不服。", "The new shop has soil and water problems.")
    assert item.hit.message == (
        '水土不服 is done word for word ("soil and water"); say "fail to adapt" or "not acclimatised"'
    )
    assert item.hit.suggestion == "fail to adapt"
    assert item.hit.fix is None


def test_a_traditional_phrase_is_named_as_the_source_writes_it() -> None:
    (item,) = reported("他怕被炒魷魚。", "He fears to be fried squid.")
    assert item.hit.message.startswith("炒魷魚 is done word for word")


@pytest.mark.parametrize(
    ("src", "tgt", "severity"),
    [
        ("新店水土不服。", "The new shop has soil and water problems.", Severity.ERROR),
        ("他爱打酱油。", "He likes to make soy sauce.", Severity.WARNING),
        ("他怕被炒鱿鱼。", "He fears the squid.", Severity.WARNING),
        ("", "The phenomenon-level film won.", Severity.WARNING),
        ("", "He is an 85's generation.", Severity.ERROR),
        ("", "The after-90s came.", Severity.WARNING),
    ],
)
def test_only_what_is_certain_is_an_error(src: str, tgt: str, severity: Severity) -> None:
    assert [item.severity for item in reported(src, tgt)] == [severity]


def test_a_translation_with_its_source_is_judged_by_the_source() -> None:
    assert codes("", "It was a phenomenon-level success.") == ["CAL002"]
    assert codes("现象级的成功。", "It was a phenomenon-level success.") == ["CAL001"]
    assert codes("很成功。", "It was a phenomenon-level success.") == []


def test_what_the_table_knows_is_left_to_it() -> None:
    assert codes("那天人山人海。", "People, mountains, people, sea that day.") == ["CAL001"]


def test_a_chinese_translation_is_not_looked_at() -> None:
    rules = [item.rule for item in reported("新店水土不服。", "The new shop has soil and water problems.")]
    pair = Pair("soil and water", "水土不服", "en", "zh")
    assert list(check_article(Article((pair,)), TermBase.of(()), rules)) == []


def test_a_machine_translation_without_its_source_gives_itself_away() -> None:
    text = """A maker of explosive models
As an 85’s generation, she rose fast.
It was a phenomenon-level car, and the streets were people mountain people sea.
In the new market the firm met “incompatible soil and water”.
Soil and water were tested by the post-85 generation."""
    found = [
        item.hit.tgt.of(line) for line in text.split("\n") for item in reported("", line) if item.hit.tgt
    ]
    assert found == [
        "explosive models",
        "85’s generation",
        "phenomenon-level",
        "people mountain people sea",
        "incompatible soil and water",
    ]


@pytest.mark.parametrize("mark", ["\u3000", "\r\n", "\ufeff", "𠮷", "e\u0301"])
def test_spans_count_code_points(mark: str) -> None:
    src, tgt = f"{mark}水土不服", f"{mark} soil and water"
    (item,) = reported(src, tgt)
    assert item.hit.src is not None
    assert item.hit.tgt is not None
    assert (item.hit.src.of(src), item.hit.tgt.of(tgt)) == ("水土不服", "soil and water")
