"""Findings as JSON, for programs: one array, or one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from align.paths import shown
from corpus.pattern import lazy

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from align.finding import Finding
    from align.report.model import Report
    from corpus import Span

SURROGATE = lazy("[\ud800-\udfff]")


def write_json(report: Report, out: TextIO) -> None:
    """Write one array of objects, an object a line."""
    separator = "[\n"
    for finding in report.findings:
        out.write(separator + json_line(finding, report.folder))
        separator = ",\n"
    out.write("\n]\n" if report.findings else "[]\n")


def write_jsonl(report: Report, out: TextIO) -> None:
    """Write one object a line."""
    out.writelines(json_line(finding, report.folder) + "\n" for finding in report.findings)


def json_line(finding: Finding, folder: Path) -> str:
    """Return one finding as a JSON object in one line, without a line end."""
    return dumps(record(finding, folder))


def dumps(value: object) -> str:
    """Return a value as JSON that UTF-8 can hold: half a surrogate pair, which JSON may have, is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if SURROGATE.search(text) else text


def record(finding: Finding, folder: Path) -> dict[str, object]:
    """Return one finding as plain values; spans are ``[start, end]``."""
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": shown(finding.path, folder),
        "line": finding.line,
        "column": finding.column,
        "segment_id": finding.segment_id,
        "source_span": _pair(finding.source_span),
        "target_span": _pair(finding.target_span),
        "source_text": finding.source_text,
        "target_text": finding.target_text,
        "suggestion": finding.suggestion,
        "fix": {"span": _pair(fix.span), "text": fix.text, "safe": fix.safe} if fix else None,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
