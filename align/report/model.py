"""What a run of the linter found, as every output format reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.finding import Severity
from align.paths import shown
from corpus.pattern import lazy
from corpus.rows import UNITS

if TYPE_CHECKING:
    from align.finding import Finding

NUMBER = lazy("[0-9]+")
LIMIT_DIGITS = 12  # of a unit's number, to sort by


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, in order of path, line, column, unit and code, and what else a reader wants to know.

    ``files`` are those that were checked, ``errors`` one line each for what could not be read.
    ``fixed`` counts the fixes that were applied; ``suppressed`` and ``known`` the findings hidden by
    comments and by the baseline; ``stale`` the entries of the baseline that are mended. Paths are shown
    from ``folder`` on. ``signature`` names everything that the findings depend on.
    """

    findings: tuple[Finding, ...]
    files: tuple[Path, ...] = ()
    errors: tuple[str, ...] = ()
    fixed: int = 0
    suppressed: int = 0
    known: int = 0
    stale: int = 0
    folder: Path = Path()
    version: str = ""
    signature: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=order)))

    def shown(self, path: Path) -> str:
        """Return a path as the report shows it."""
        return shown(path, self.folder)

    @property
    def exit_status(self) -> int:
        """0 for nothing found, 1 for errors or warnings, 2 where something could not be checked."""
        if self.errors:
            return 2
        return int(any(finding.severity is not Severity.INFO for finding in self.findings))


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """Return the key by which findings are sorted: their place, then the rule.

    Units of XML may stand on one line, so that their ids tell them apart; 10 comes after 9.
    """
    unit = (finding.segment_id or "") if finding.path.suffix.lower() in UNITS else ""
    number = NUMBER.sub(lambda digits: digits[0].zfill(LIMIT_DIGITS), unit)
    return finding.path.as_posix(), finding.line, finding.column, number, finding.code
