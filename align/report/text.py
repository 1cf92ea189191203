"""Findings for people at a terminal: the text around each, the marked words underlined."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from align.finding import Severity
from align.report.excerpt import columns, cut, printable, source_excerpt, target_excerpt
from align.report.wording import advice, amount, outcome, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from align.finding import Finding
    from align.report.excerpt import Excerpt
    from align.report.model import Report

STYLES = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
    "bold": "1",
    "dim": "2",
    "help": "1;32",
}
LIMIT_COLUMNS = 120  # a longer excerpt is hard to read even where the window is wider
LEAST_COLUMNS = 40


def write_text(report: Report, out: TextIO, *, colour: bool | None = None, width: int | None = None) -> None:
    """Write every finding with its excerpt, then a summary.

    The source is shown where a rule marked something in it.

    Args:
        report: What was found.
        out: Where to write.
        colour: Whether to colour; None asks the environment and whether ``out`` is a terminal.
        width: The columns of a line; None asks the terminal.
    """
    if colour is None:
        colour = wants_colour(os.environ, terminal=out.isatty())
    if width is None:
        width = shutil.get_terminal_size((100, 24)).columns
    page = _Page(report, colour, max(LEAST_COLUMNS, min(width, LIMIT_COLUMNS)))
    out.writelines("\n".join(page.lines(finding)) + "\n\n" for finding in report.findings)
    out.write("\n".join(page.summary()) + "\n")


def wants_colour(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Tell whether to colour: NO_COLOR, then FORCE_COLOR, then whether it is a terminal that can.

    >>> wants_colour({"NO_COLOR": "1", "FORCE_COLOR": "1"}, terminal=True)
    False
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") != "0":
        return True
    return terminal and environ.get("TERM") != "dumb"


class _Page:
    def __init__(self, report: Report, colour: bool, width: int) -> None:
        self._report = report
        self._colour = colour
        self._width = width

    def lines(self, finding: Finding) -> Iterator[str]:
        path = printable(self._report.shown(finding.path))
        severity = self._styled(f"{finding.severity} {finding.code}", finding.severity)
        place = self._styled(f"{path}:{finding.line}:{finding.column}:", "bold")
        fixable = " [*]" if finding.is_mendable else ""
        message = printable(f"{finding.message}{unit_of(finding)}")
        yield f"{place} {severity} {finding.name}: {message}{fixable}"
        yield from self._excerpt(target_excerpt(finding), finding.severity)
        if finding.source_span is not None and finding.source and (source := source_excerpt(finding)):
            path = printable(self._report.shown(finding.source.path))
            yield self._styled(f"  source {path}:{finding.source.line}:{finding.source.column}", "dim")
            yield from self._excerpt(source, finding.severity)
        if help_text := advice(finding):
            yield f"  {self._styled('help:', 'help')} {printable(help_text)}"

    def _excerpt(self, excerpt: Excerpt, severity: Severity) -> Iterator[str]:
        if not excerpt.text.strip():
            return
        shown = cut(excerpt, self._width - len("  | "))
        bar = self._styled("  |", "dim")
        yield f"{bar} {shown.text}"
        if shown.mark is not None:
            indent = " " * columns(shown.text[: shown.mark.start])
            carets = "^" * max(1, columns(shown.mark.of(shown.text)))
            yield f"{bar} {indent}{self._styled(carets, severity)}"

    def summary(self) -> Iterator[str]:
        report = self._report
        if report.fixed:
            yield f"Fixed {amount(report.fixed, 'finding')}."
        yield self._styled(outcome(report), "bold")
        if fixable := _fixable(report):
            yield fixable
        hidden = [f"{report.suppressed:,} suppressed by comments"] if report.suppressed else []
        hidden += [f"{report.known:,} known from the baseline"] if report.known else []
        if hidden:
            yield f"Not shown: {', '.join(hidden)}."
        if report.stale:
            yield f"Mended since the baseline: {amount(report.stale, 'finding')}; write it anew."

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self._colour else text


def _fixable(report: Report) -> str:
    fixes = [fix for finding in report.findings if (fix := finding.applicable_fix)]
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    if safe and unsafe:
        return f"[*] {safe:,} fixable with --fix ({unsafe:,} more with --unsafe-fixes)."
    if safe:
        return f"[*] {safe:,} fixable with --fix."
    return f"{unsafe:,} fixable with --fix --unsafe-fixes." if unsafe else ""
