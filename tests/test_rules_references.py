"""What a reference contradicts is reported with the file and the line where the reference says it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from align.article import Article, Context
from align.linter import lint_document
from align.placement import place_alone
from align.report.model import Report
from align.report.sarif import write_sarif
from align.rule import all_rules
from align.rules.references import number_against_reference
from corpus.documents import parse_document
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Finding

RULES = [rule for rule in all_rules() if rule.family == "FCT"]
ARTICLE = "The weather was fine.\n\nFang Hong was appointed general manager of the Suzhou plant in 2016.\n"
REFERENCE = "# 新任总经理\n\n天气很好。\n\n方红于**2017年**出任苏州工厂总经理。\n"


def found(reference: str, name: str = "zh/one.zh.md") -> list[Finding]:
    target = parse_document(ARTICLE, path=Path("a.en.txt"))
    other = parse_document(reference, path=Path(name))
    placed = place_alone(target)
    return lint_document(target, None, placed, references=[other], terms=TermBase.empty(), rules=RULES)


def test_the_message_names_the_file_and_line_of_the_reference() -> None:
    (finding,) = found(REFERENCE)
    assert finding.message == "zh/one.zh.md:5 has 2017年 in “方红于2017年出任苏州工厂总经理。”, not 2016"


def test_the_place_in_the_reference_counts_the_markup() -> None:
    (finding,) = found(REFERENCE)
    (place,) = finding.related
    assert (place.path, place.line, place.column, place.excerpt) == (Path("zh/one.zh.md"), 5, 6, "2017年")


def test_sarif_relates_the_place_in_the_reference() -> None:
    out = io.StringIO()
    write_sarif(Report(tuple(found(REFERENCE)), folder=Path()), out)
    (result,) = json.loads(out.getvalue())["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "a reference: 2017年"
    assert related["physicalLocation"]["region"]["startLine"] == 5


def test_a_reference_in_the_language_of_the_article_is_not_compared() -> None:
    assert found("Fang Hong was appointed general manager of the Suzhou plant in 2017.\n") == []


def test_without_references_nothing_is_compared() -> None:
    assert list(number_against_reference(Article(()), Context(TermBase.empty()))) == []
