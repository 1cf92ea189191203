"""One line a finding, as compilers and grep print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.paths import shown
from align.report.excerpt import printable
from align.report.wording import unit_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from align.finding import Finding
    from align.report.model import Report


def write_concise(report: Report, out: TextIO) -> None:
    """Write ``path:line:column: CODE message`` for every finding."""
    out.writelines(concise_line(finding, report.folder) + "\n" for finding in report.findings)


def concise_line(finding: Finding, folder: Path) -> str:
    """Return the line of one finding, without a line end; ``[*]`` says that ``--fix`` mends it."""
    place = f"{shown(finding.path, folder)}:{finding.line}:{finding.column}"
    fixable = " [*]" if finding.is_mendable else ""
    return printable(f"{place}: {finding.code} {finding.message}{unit_of(finding)}{fixable}")
