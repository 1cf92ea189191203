"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Severity
from align.report.excerpt import printable
from align.report.model import order
from align.report.wording import explained, outcome

if TYPE_CHECKING:
    from typing import TextIO

    from align.finding import Finding
    from align.report.model import Report

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write_github(report: Report, out: TextIO) -> None:
    """Write an annotation for every finding, and a summary.

    The most severe come first: GitHub shows ten errors and ten warnings of a step and drops the rest.
    Columns count characters.
    """
    out.writelines(f"::error title=align could not check a file::{_message(one)}\n" for one in report.errors)
    ranked = sorted(report.findings, key=lambda finding: (finding.severity.rank, order(finding)))
    out.writelines(_annotation(finding, report) + "\n" for finding in ranked)
    out.write(f"{outcome(report)}\n")


def _annotation(finding: Finding, report: Report) -> str:
    properties = {
        "file": report.shown(finding.path),
        "line": finding.line,
        "endLine": finding.end_line or finding.line,
        "col": finding.column,
        "endColumn": finding.end_column or finding.column,
        "title": f"{finding.code} {finding.name}",
    }
    if properties["endLine"] != properties["line"]:
        del properties["col"], properties["endColumn"]  # GitHub refuses columns over several lines
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_message(explained(finding))}"


def _message(text: str) -> str:
    lines = (printable(line) for line in text.split("\n"))
    return "%0A".join(lines).replace("%", "%25").replace("%250A", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
