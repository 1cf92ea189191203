"""What `align compare` writes."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from align.comparison.match import Comparison, Match, Witness, Words
from align.comparison.report import WRITERS, format_of, summary
from corpus import ConfigError, Span
from corpus.documents import parse_document

ARTICLE = "<p>She left in <b>2016</b> &amp; rested.</p>"
REFERENCE = "她于2017年离开。"


def comparison() -> Comparison:
    article = parse_document(ARTICLE, path=Path("a.html"), lang="en")
    reference = parse_document(REFERENCE, path=Path("b.txt"), lang="zh")
    year = Witness("year", words(article.text, "2016"), words(reference.text, "2017年"))
    statements = words(article.text, "She left in 2016 & rested."), words(reference.text, REFERENCE)
    return Comparison(article, (reference,), (Match(*statements, 0.75, (), (year,)),), "hash-1")


def words(text: str, part: str) -> Words:
    start = text.index(part)
    return Words(Span(start, start + len(part)), part)


def written(form: str) -> str:
    out = io.StringIO()
    WRITERS[form](comparison(), Path(), out)
    return out.getvalue()


def test_a_row_has_the_spans_of_the_raw_files() -> None:
    row = json.loads(written("jsonl"))
    start, end = row["article"]["span"]
    assert ARTICLE[start:end] == "She left in <b>2016</b> &amp; rested."
    assert row["article"]["text"] == "She left in 2016 & rested."
    assert row["reference"] == {"path": "b.txt", "span": [0, len(REFERENCE)], "text": REFERENCE}
    assert (row["score"], row["agree"], row["conflict"]) == (0.75, [], [["year", "2016", "2017年"]])


def test_the_table_shows_both_texts_and_the_conflict() -> None:
    table = written("text")
    assert "She left in 2016 & rested." in table
    assert REFERENCE in table
    assert "≠ year: 2016 / 2017年" in table


def test_the_table_has_a_statement_once_for_all_references_that_have_it() -> None:
    one = comparison()
    out = io.StringIO()
    WRITERS["text"](replace(one, matches=one.matches * 2), Path(), out)
    assert out.getvalue().count("She left in 2016 & rested.") == 1
    assert out.getvalue().count(REFERENCE) == 2


def test_chinese_is_not_broken_at_its_blanks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.comparison.report.WIDTH", 60)
    one = comparison()
    text = "2016 年她离开了公司并且再也没有回到那里去"
    reference = parse_document(text, path=Path("b.txt"), lang="zh")
    match = replace(one.matches[0], reference=words(text, text), conflict=())
    out = io.StringIO()
    WRITERS["text"](replace(one, references=(reference,), matches=(match,)), Path(), out)
    assert "2016 年她离开" in out.getvalue()


def test_the_page_marks_what_conflicts_and_escapes_the_rest() -> None:
    page = written("html")
    assert "She left in <mark>2016</mark> &amp; rested." in page
    assert "她于<mark>2017年</mark>离开。" in page


def test_the_summary_counts_matches_and_conflicts() -> None:
    assert summary(comparison()) == "1 match, 1 with a conflict"


def test_the_suffix_tells_the_format_unless_an_option_does() -> None:
    assert format_of(Path("out.HTML"), None) == "html"
    assert format_of(Path("out.html"), "jsonl") == "jsonl"
    assert format_of(None, None) == "text"


@pytest.mark.parametrize(("path", "given"), [(Path("out.docx"), None), (None, "docx")])
def test_an_unknown_format_is_refused(path: Path | None, given: str | None) -> None:
    with pytest.raises(ConfigError):
        format_of(path, given)
