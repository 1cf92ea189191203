"""JSON, JSON Lines, statistics, and the table of formats."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from reporting import FOLDER, finding, name_finding, report, written

from align.finding import Fix, Severity
from align.report import FORMATS, render
from align.report.statistics import RuleCount, statistics, write_statistics
from corpus import ConfigError, Span

KEYS = [
    *("code", "name", "severity", "message", "path", "line", "column", "segment_id"),
    *("source_span", "target_span", "source_text", "target_text", "suggestion", "fix"),
]


def test_a_json_line_has_every_key_in_order() -> None:
    line = written(report(name_finding()), "jsonl")
    assert line.count("\n") == 1
    item = json.loads(line)
    assert list(item) == KEYS
    assert item == {
        "code": "SUP001",
        "name": "unused-suppression",
        "severity": "error",
        "message": "the name is wrong",
        "path": "en/news.txt",
        "line": 1,
        "column": 15,
        "segment_id": None,
        "source_span": [2, 4],
        "target_span": [14, 22],
        "source_text": "周钘",
        "target_text": "Zhou Jin",
        "suggestion": "Zhou Xin",
        "fix": {"span": [14, 22], "text": "Zhou Xin", "safe": True},
    }
    assert "周钘" in line


def test_what_is_not_there_is_null() -> None:
    bare = finding("a", "a", target_span=None, target_text=None, segment_id="7")
    item = json.loads(written(report(bare), "jsonl"))
    assert (item["target_span"], item["source_span"], item["fix"], item["segment_id"]) == (
        None,
        None,
        None,
        "7",
    )


def test_json_is_one_array_of_the_same_objects() -> None:
    found = report(name_finding(), finding("a", "a"))
    lines = [json.loads(line) for line in written(found, "jsonl").splitlines()]
    assert json.loads(written(found, "json")) == lines
    assert json.loads(written(report(), "json")) == []
    assert written(report(), "jsonl") == ""


def test_half_a_surrogate_pair_can_be_written() -> None:
    broken = finding("a\ud800b", "\ud800", message="\udfff")
    for output_format in FORMATS:
        written(report(broken), output_format).encode("utf-8")
    assert json.loads(written(report(broken), "jsonl"))["message"] == "\udfff"


def test_a_file_name_that_is_no_text_can_be_written() -> None:
    import os

    path = FOLDER / os.fsdecode(b"\xff\xfe.txt")
    for output_format in FORMATS:
        written(report(finding("a", "a", path=path)), output_format).encode("utf-8")


def test_every_format_writes_an_empty_report_and_ends_with_a_line_end() -> None:
    for output_format in FORMATS:
        text = written(report(files=(Path("/project/a.txt"),)), output_format)
        assert text.endswith("\n") or output_format in ("jsonl", "concise")


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="unknown output format 'sarff'; did you mean 'sarif'"):
        render(report(), "sarff", io.StringIO())


def statistics_as(output_format: str, counts: list[RuleCount]) -> str:
    out = io.StringIO()
    write_statistics(counts, output_format, out)
    return out.getvalue()


def test_statistics_count_by_code() -> None:
    fix = Fix(Span(0, 1), "x", safe=True)
    findings = [
        *[finding("a", "a", fix=fix)] * 11,
        finding("a", "a", code="SUP002", name="malformed-suppression", fix=fix),
        finding("a", "a", code="SUP002", name="malformed-suppression", severity=Severity.INFO),
    ]
    counts = statistics(findings)
    assert counts == [
        RuleCount("SUP001", "unused-suppression", 11, 11),
        RuleCount("SUP002", "malformed-suppression", 2, 1),
    ]
    assert statistics_as("text", counts) == (
        "11  SUP001  [*]  unused-suppression\n 2  SUP002  [ ]  malformed-suppression\n"
    )
    assert json.loads(statistics_as("json", counts))[1]["fixable"] == 1
    assert [json.loads(line)["code"] for line in statistics_as("jsonl", counts).splitlines()] == [
        "SUP001",
        "SUP002",
    ]
    assert (statistics_as("text", []), statistics_as("json", [])) == ("", "[]\n")
