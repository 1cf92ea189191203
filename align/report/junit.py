"""A test case a file, as continuous integration reads test results."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from align.finding import Severity
from align.report.wording import explained, severities
from corpus.writers.xml import ILLEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from align.finding import Finding
    from align.report.model import Report


def write_junit(report: Report, out: TextIO) -> None:
    """Write a suite in which every checked file is a test case; errors and warnings make it fail.

    All findings of a file are in one ``failure``, because most readers show the first one only.
    """
    found = {path: list(group) for path, group in groupby(report.findings, lambda finding: finding.path)}
    paths = list(dict.fromkeys((*sorted(report.files), *found)))
    failures = sum(any(map(_fails, found.get(path, ()))) for path in paths)
    counts = f'tests="{len(paths) + len(report.errors)}" failures="{failures}" errors="{len(report.errors)}"'
    out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="align" {counts}>\n')
    out.write(f'<testsuite name="align" {counts}>\n')
    for path in paths:
        out.writelines(_case(path, found.get(path, []), report))
    for problem in report.errors:
        name = _xml(problem)
        out.write(f'<testcase name="{name}" classname="align">\n<error message="{name}"/>\n</testcase>\n')
    out.write("</testsuite>\n</testsuites>\n")


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def _case(path: Path, findings: Sequence[Finding], report: Report) -> Iterator[str]:
    name = _xml(report.shown(path))
    yield f'<testcase name="{name}" classname="align" file="{name}">\n'
    failures = [finding for finding in findings if _fails(finding)]
    remarks = [finding for finding in findings if not _fails(finding)]
    if failures:
        codes = _xml(" ".join(sorted({finding.code for finding in failures})))
        text = _lines(failures, report)
        yield f'<failure message="{_xml(severities(failures))}" type="{codes}">{text}</failure>\n'
    if remarks:
        yield f"<system-out>{_lines(remarks, report)}</system-out>\n"
    yield "</testcase>\n"


def _lines(findings: Sequence[Finding], report: Report) -> str:
    return _xml("\n".join(_line(finding, report) for finding in findings))


def _line(finding: Finding, report: Report) -> str:
    place = f"{report.shown(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.code} {explained(finding)}"


def _xml(text: str) -> str:
    return escape(ILLEGAL.sub("", text))
