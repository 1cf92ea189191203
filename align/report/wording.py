"""What a report says in words, the same in every format."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.finding import Severity, in_quotes
from corpus.rows import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.finding import Finding, Fix
    from align.report.model import Report


def advice(finding: Finding) -> str:
    """Return what to write instead, ``""`` where the message says all."""
    if finding.suggestion:
        return f"write {finding.suggestion}"
    if finding.fix is None:
        return ""
    text = finding.fix.text
    shown = text.strip() or text == " "
    return f"replace with {in_quotes(text)}" if shown else _deletion(finding, finding.fix)


def _deletion(finding: Finding, fix: Fix) -> str:
    """Return which part of the marked words goes."""
    marked, text = finding.target_span, finding.target_text or ""
    if marked is None or len(marked) != len(text) or fix.span == marked or not marked.covers(fix.span):
        return "delete this"
    part = fix.span.shift(-marked.start).of(text)
    return f"delete {in_quotes(part.strip())}" if part.strip() else "delete the blank"


def explained(finding: Finding) -> str:
    """Return the message with what to write instead, where the message does not have it yet."""
    help_text = advice(finding)
    told = (finding.suggestion, help_text, finding.fix and finding.fix.text and in_quotes(finding.fix.text))
    if not help_text or any(part and part in finding.message for part in told):
        return finding.message
    return f"{finding.message} ({help_text})"


def unit_of(finding: Finding) -> str:
    """Return which unit of a TMX or XLIFF file a finding is in, ``""`` for other files."""
    is_unit = finding.segment_id is not None and finding.path.suffix.lower() in UNITS
    return f" (unit {finding.segment_id})" if is_unit else ""


def outcome(report: Report) -> str:
    """Return what was found in how many files, in a sentence."""
    errors = f"{amount(len(report.errors), 'file')} could not be checked" if report.errors else ""
    failed = f"; {errors}" if errors else ""
    if report.findings:
        places = len({finding.path for finding in report.findings})
        return f"Found {severities(report.findings)} in {amount(places, 'file')}{failed}."
    if not report.files:
        return f"{errors or 'No files were checked'}."
    if report.known:
        return f"Nothing new was found in {amount(len(report.files), 'file')}{failed}."
    every = "The file is" if len(report.files) == 1 else f"All {amount(len(report.files), 'file')} are"
    return f"{every} clean{failed}."


def severities(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity, in words.

    >>> severities([])
    'no findings'
    """
    counts = Counter(finding.severity for finding in findings)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [amount(counts[severity], name) for severity, name in names.items() if counts[severity]]
    return ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + parts[-1] if parts else "no findings"


def amount(count: int, noun: str) -> str:
    """Return a number with its noun.

    >>> amount(1, "file"), amount(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
