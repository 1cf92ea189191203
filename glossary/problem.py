"""What is wrong or doubtful in a glossary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from glossary.term import Entry

Grade = Literal["error", "warning", "info"]
_GRADES: tuple[Grade, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend, or at least to look at.

    ``error``: the glossary cannot be used as it is. ``warning``: a row is not used, or is likely
    wrong. ``info``: a habit that makes the glossary less useful. ``column`` counts cells, from 1.
    """

    message: str
    severity: Grade = "warning"
    path: Path | None = None
    line: int | None = None
    column: int | None = None

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return _GRADES.index(self.severity)

    def __str__(self) -> str:
        """Return the place and the message.

        >>> str(Problem("the target is empty", path=Path("glossary.csv"), line=7, column=2))
        'glossary.csv:7:2: the target is empty'
        """
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


def problem_of(entry: Entry, message: str, severity: Grade = "warning") -> Problem:
    """Return a problem with the place of an entry."""
    return Problem(message, severity, Path(entry.origin) if entry.origin else None, entry.line)
