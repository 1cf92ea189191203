"""Lints all files of a session: one that cannot be read does not stop the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.fixes.fix import unified_diff
from align.fixes.mend import Mended, mend_document, mend_rows
from align.paths import shown
from align.report.model import Report
from align.suppressions.baseline import filter_baseline, read_baseline, write_baseline
from align.version import version
from corpus import BitextError
from corpus.aside import write_aside
from corpus.errors import one_line
from corpus.rows import can_be_mended, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from align.finding import Finding
    from align.project.pairs import FilePair
    from align.session import Checked, Session

    Wanted = Callable[[Finding], bool]
    Track = Callable[[tuple[FilePair, ...]], Iterable[FilePair]]


@dataclass(frozen=True, slots=True)
class Fixing:
    """Whether fixes are worked out, the unsafe ones too, and whether they are written to the files."""

    wanted: bool = False
    unsafe: bool = False
    write: bool = False


NO_FIXING = Fixing()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report, and what the fixes change or have changed, as diffs.

    ``unmended`` are files with fixes that are wanted and that their format cannot be given.
    """

    report: Report
    diffs: tuple[str, ...] = ()
    unmended: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _FileOutcome:
    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    fixed: int = 0
    diff: str = ""
    error: str = ""
    unmended: bool = False


def run(
    session: Session,
    *,
    fixing: Fixing = NO_FIXING,
    baseline: Path | None = None,
    new_baseline: Path | None = None,
    track: Track = iter,
) -> Outcome:
    """Return what is found in the files of a session, after the fixes that were asked for.

    Args:
        session: What to lint, and with what.
        fixing: Which fixes to apply.
        baseline: Findings in this file are counted, not reported.
        new_baseline: Where to write what is found, as known from now on; nothing is reported then.
        track: Wraps the files, to show progress.

    Raises:
        BitextError: The settings, an option or the baseline is wrong.
    """
    known = read_baseline(baseline) if baseline else None
    pairs = session.files
    outcomes = [_file(session, pair, fixing) for pair in track(pairs)]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    hidden = stale = 0
    files = tuple(pair.target for pair, outcome in zip(pairs, outcomes, strict=True) if not outcome.error)
    if new_baseline:
        write_baseline(findings, new_baseline)
        findings, hidden = [], len(findings)
    elif known:
        findings, hidden, stale = filter_baseline(findings, known, checked=files)
    report = Report(
        tuple(findings),
        files=files,
        errors=tuple(outcome.error for outcome in outcomes if outcome.error),
        fixed=sum(outcome.fixed for outcome in outcomes) if fixing.write else 0,
        suppressed=sum(outcome.suppressed for outcome in outcomes),
        known=hidden,
        stale=stale,
        version=version(),
        signature=f"align|{version()}",
    )
    return Outcome(
        report,
        tuple(outcome.diff for outcome in outcomes if outcome.diff),
        tuple(pair.target for pair, outcome in zip(pairs, outcomes, strict=True) if outcome.unmended),
    )


def _file(session: Session, pair: FilePair, fixing: Fixing) -> _FileOutcome:
    found: list[Finding] = []
    try:
        checked = session.check(pair, found)
        if not fixing.wanted:
            return _FileOutcome(checked.findings, checked.suppressed)
        wanted = _wanted(session, pair.target, fixing)
        if not can_be_mended(pair.target):
            unmended = any(map(wanted, checked.findings))
            return _FileOutcome(checked.findings, checked.suppressed, unmended=unmended)
        mended = _mend(session, pair, checked, wanted)
        if fixing.write and mended.fixed:
            encoding = checked.document.encoding if checked.document else "utf-8"
            write_aside(pair.target, mended.after.encode(encoding))
            checked = session.check(pair)
    except (BitextError, OSError) as error:
        return _FileOutcome(tuple(found), error=one_line(error))
    diff = unified_diff(mended.before, mended.after, shown(pair.target, session.folder))
    return _FileOutcome(checked.findings, checked.suppressed, mended.fixed, diff)


def _wanted(session: Session, path: Path, fixing: Fixing) -> Wanted:
    """Return what tells whether the fix of a finding in a file is to be applied."""
    settings = session.settings(path)

    def wanted(finding: Finding) -> bool:
        safe = finding.fix is not None and (finding.fix.safe or fixing.unsafe)
        return safe and finding.path == path and settings.may_fix(finding)

    return wanted


def _mend(session: Session, pair: FilePair, checked: Checked, wanted: Wanted) -> Mended:
    if checked.document:
        return mend_document(
            checked.document,
            checked.findings,
            lambda document: session.check_document(document, pair.source).findings,
            wanted,
        )
    return mend_rows(
        pair.target.read_bytes().decode("utf-8"),
        tuple(read_rows(pair.target)),
        pair.target,
        lambda rows: session.check_rows(rows, pair.target),
        wanted,
    )
