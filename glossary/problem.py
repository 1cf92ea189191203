"""What is wrong or doubtful in a glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend, or at least to look at.

    ``error``: the glossary cannot be used as it is. ``warning``: a row is not used, or is likely
    wrong. ``info``: a habit that makes the glossary less useful. ``column`` counts cells, from 1.
    """

    message: str
    severity: Literal["error", "warning", "info"] = "warning"
    path: Path | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the place and the message.

        >>> from pathlib import Path
        >>> str(Problem("the target is empty", path=Path("glossary.csv"), line=7, column=2))
        'glossary.csv:7:2: the target is empty'
        """
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message
