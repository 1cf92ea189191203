"""Findings as SARIF 2.1.0, which code scanning services read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from align.finding import Severity
from align.paths import absolute, below
from align.report.model import order
from align.report.records import dumps
from align.report.wording import advice, amount, explained
from align.suppressions.baseline import fingerprint
from align.suppressions.notice import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from align.finding import Finding, Fix, Place
    from align.report.model import Report
    from align.rule import Rule
    from align.suppressions.notice import Notice

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LIMIT_RESULTS = 25_000  # GitHub refuses a run with more
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
ROOT = "SRCROOT"

Json = dict[str, Any]


def write_sarif(report: Report, out: TextIO) -> None:
    """Write one run; of more findings than a service takes, the most severe."""
    ranked = sorted(report.findings, key=lambda finding: finding.severity.rank)
    shown = sorted(ranked[:LIMIT_RESULTS], key=order)
    found = {finding.code for finding in shown}
    rules = [item for item in catalogue() if item.code in found]
    run = {
        "tool": {"driver": _driver(report, rules)},
        "invocations": [_invocation(report, len(ranked) - len(shown))],
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder that align was run in"}}},
        "columnKind": "unicodeCodePoints",
        "results": _results(shown, rules, report),
    }
    out.write(dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n")


def _driver(report: Report, rules: Sequence[Rule | Notice]) -> Json:
    driver = {
        "name": "align",
        "fullName": f"align {report.version}".strip(),
        "rules": [_described(item) for item in rules],
    }
    return driver | ({"version": report.version} if report.version else {})


def _described(item: Rule | Notice) -> Json:
    return {
        "id": item.code,
        "name": item.name,
        "shortDescription": {"text": item.summary},
        "fullDescription": {"text": item.summary},
        "help": {"text": item.doc, "markdown": item.doc},
        "defaultConfiguration": {"level": LEVELS[item.severity]},
        "properties": {"tags": ["translation", item.family], "precision": PRECISION[item.severity]},
    }


def _invocation(report: Report, left_out: int) -> Json:
    notes = [{"level": "error", "message": {"text": problem}} for problem in report.errors]
    if left_out:
        text = f"{amount(left_out, 'finding')} left out: a run holds at most {LIMIT_RESULTS:,}"
        notes.append({"level": "warning", "message": {"text": text}})
    invocation = {"executionSuccessful": not report.errors, "toolExecutionNotifications": notes}
    return invocation | ({"properties": {"signature": report.signature}} if report.signature else {})


def _results(findings: Sequence[Finding], rules: Sequence[Rule | Notice], report: Report) -> list[Json]:
    numbers = {item.code: number for number, item in enumerate(rules)}
    seen: Counter[tuple[str, str]] = Counter()
    results = []
    for finding in findings:
        place = (report.shown(finding.path), fingerprint(finding))
        seen[place] += 1
        results.append(_result(finding, numbers[finding.code], seen[place], report))
    return results


def _result(finding: Finding, rule: int, occurrence: int, report: Report) -> Json:
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": explained(finding)},
        "locations": [{"physicalLocation": _location(finding, report.folder)}],
        # The key that GitHub matches alerts by; a second place that reads the same is number 2.
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint(finding)}:{occurrence}"},
    }
    if related := list(_related(finding, report)):
        result["relatedLocations"] = related
    if finding.fix and (region := _fix_region(finding, finding.fix)):
        result["fixes"] = [_fix(finding, finding.fix, region, report)]
    return result


def _related(finding: Finding, report: Report) -> Iterator[Json]:
    """Return the places in other files that a finding tells of: its source, and what references say."""
    places = []
    if finding.source and finding.source_span is not None:
        text = f"the source: {finding.source_text}" if finding.source_text else "the source"
        places.append((text, finding.source))
    places += [(f"a reference: {place.excerpt}", place) for place in finding.related]
    for number, (text, place) in enumerate(places, start=1):
        location = _location(place, report.folder)
        yield {"id": number, "message": {"text": text}, "physicalLocation": location}


def _location(place: Finding | Place, folder: Path) -> Json:
    return {"artifactLocation": _artifact(place.path, folder), "region": _region(place)}


def _artifact(path: Path, folder: Path) -> Json:
    relative = below(path, folder)
    if relative is None:
        return {"uri": absolute(path).as_uri()}
    return {"uri": quote(relative.encode("utf-8", "surrogateescape")), "uriBaseId": ROOT}


def _region(place: Finding | Place) -> Json:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line is None or place.end_column is None:
        return region
    return region | {"endLine": place.end_line, "endColumn": place.end_column}


def _fix_region(finding: Finding, fix: Fix) -> Json | None:
    """Return what a fix replaces, by lines and columns; None where they cannot be told.

    They can for a fix inside the marked words, if these stand on one line. The span of a fix in a
    bitext row counts from the row's text, which a line of JSON holds in another form.
    """
    marked = finding.target_span
    if finding.segment_id is not None or marked is None or not marked.covers(fix.span):
        return None
    if fix.span == marked:
        return _region(finding)
    if finding.end_line != finding.line:
        return None
    start = finding.column + fix.span.start - marked.start
    return {
        "startLine": finding.line,
        "startColumn": start,
        "endLine": finding.line,
        "endColumn": start + len(fix.span),
    }


def _fix(finding: Finding, fix: Fix, region: Json, report: Report) -> Json:
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": _artifact(finding.path, report.folder), "replacements": [replacement]}
    return {"description": {"text": advice(finding)}, "artifactChanges": [change]}
