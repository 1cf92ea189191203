"""What a rule reports, and what the linter makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from corpus import Span


class Severity(StrEnum):
    """A promise: of a hundred errors shown at most three are wrong, of a hundred warnings fifteen."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement in the target. ``safe``: a careful editor would always want it."""

    span: Span
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a pair; spans count from the texts of that pair.

    ``severity`` may lower the rule's own (an entry that is not certain), never raise it.
    ``pair`` is the number of the pair in its article; rules that see one pair leave it at 0.
    """

    message: str
    src: Span | None = None
    tgt: Span | None = None
    fix: Fix | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    pair: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its rule and its place.

    Spans count code points of the file, or of the row's text for bitext rows. ``line`` and
    ``column`` are 1-based and count code points; they are those of the target, or of the source
    where nothing in the target is marked (``path`` is then the source's).
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: Path
    line: int
    column: int
    segment_id: str | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    source_text: str | None = None
    target_text: str | None = None
    suggestion: str | None = None
    fix: Fix | None = None
    source_path: Path | None = None
    excerpt: str = ""
