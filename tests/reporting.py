"""Findings for the tests of the output formats."""

from __future__ import annotations

import io
from pathlib import Path

from align.finding import Finding, Fix, Place, Severity
from align.report import render
from align.report.model import Report
from corpus import Span

FOLDER = Path("/project")


def finding(text: str, marked: str, **changes: object) -> Finding:
    """Return a finding in a one-line file."""
    start = text.index(marked)
    span = Span(start, start + len(marked))
    values: dict[str, object] = {
        "code": "SUP001",
        "name": "unused-suppression",
        "severity": Severity.ERROR,
        "message": "the name is wrong",
        "path": FOLDER / "en" / "news.txt",
        "line": 1,
        "column": start + 1,
        "target_span": span,
        "target_text": marked,
        "excerpt": text,
        "mark": span,
        "end_line": 1,
        "end_column": span.end + 1,
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


def place(text: str, marked: str, *, path: Path = FOLDER / "zh" / "news.txt", line: int = 1) -> Place:
    """Return the place of a source."""
    start = text.index(marked)
    end = start + len(marked)
    return Place(path, line, start + 1, line, end + 1, text, Span(start, end))


def name_finding() -> Finding:
    """Return a finding that has everything: both sides, a suggestion and a safe fix."""
    return finding(
        "The director, Zhou Jin, left.",
        "Zhou Jin",
        source=place("总监周钘离职。", "周钘"),
        source_path=FOLDER / "zh" / "news.txt",
        source_span=Span(2, 4),
        source_text="周钘",
        suggestion="Zhou Xin",
        fix=Fix(Span(14, 22), "Zhou Xin", safe=True),
    )


def written(report: Report, output_format: str) -> str:
    """Return what a format makes of a report."""
    out = io.StringIO()
    render(report, output_format, out)
    return out.getvalue()


def report(*findings: Finding, **changes: object) -> Report:
    """Return a report over these findings."""
    values: dict[str, object] = {"folder": FOLDER, "files": tuple({one.path: None for one in findings})}
    return Report(findings, **(values | changes))  # type: ignore[arg-type]
