"""Applies the fixes of findings until nothing more can be fixed: `align lint --fix`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.fixes.fix import apply_fixes
from align.fixes.rowfix import fix_row
from corpus.documents import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from align.finding import Finding, Fix
    from corpus import Document
    from corpus.rows import Row

    Wanted = Callable[[Finding], bool]

LIMIT_ROUNDS = 10  # one fix may open the way for the next; two that undo each other must end


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a file before and after, and how many fixes made the difference."""

    before: str
    after: str
    fixed: int


def mend_document(
    document: Document,
    findings: Iterable[Finding],
    lint: Callable[[Document], Iterable[Finding]],
    wanted: Wanted,
) -> Mended:
    """Return a document's raw text with all wanted fixes applied.

    Args:
        document: The translation.
        findings: What was found in it.
        lint: Finds again after a round of fixes.
        wanted: Tells whether the fix of a finding is to be applied.
    """
    current, fixed = document, 0
    for _ in range(LIMIT_ROUNDS):
        result = apply_fixes(current.raw, _fixes(findings, wanted))
        if not result.applied:
            break
        fixed += len(result.applied)
        current = parse_document(result.text, path=document.path, encoding=document.encoding)
        findings = lint(current)
    return Mended(document.raw, current.raw, fixed)


def mend_rows(
    text: str,
    rows: Sequence[Row],
    path: Path,
    lint: Callable[[Iterable[Row]], Iterable[Finding]],
    wanted: Wanted,
) -> Mended:
    """Return the text of a file of bitext rows with all wanted fixes applied to the targets."""
    current, fixed = list(rows), 0
    for _ in range(LIMIT_ROUNDS):
        by_line: dict[int, list[Finding]] = {}
        for finding in lint(current):
            by_line.setdefault(finding.line, []).append(finding)
        applied = 0
        for place, row in enumerate(current):
            result = fix_row(row, _fixes(by_line.get(row.line, ()), wanted), path.suffix.lower())
            applied += len(result.applied)
            if result.applied:
                mended = apply_fixes(row.target, result.applied).text
                current[place] = replace(row, raw=result.text, target=mended)
        fixed += applied
        if not applied:
            break
    return Mended(text, _joined(text, zip(rows, current, strict=True)), fixed)


def _fixes(findings: Iterable[Finding], wanted: Wanted) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix is not None and wanted(finding)]


def _joined(text: str, rows: Iterable[tuple[Row, Row]]) -> str:
    """Return the text with the lines of the rows replaced; headers and empty lines stay."""

    def pieces() -> Iterator[str]:
        end = 0
        for old, new in rows:
            start = text.index(old.raw, end)
            yield text[end:start]
            yield new.raw
            end = start + len(old.raw)
        yield text[end:]

    return "".join(pieces())
