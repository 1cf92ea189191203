"""What a rule reports, and what the linter makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.rows import can_be_mended

if TYPE_CHECKING:
    from pathlib import Path

    from corpus import Document, Span
    from corpus.lines import LineIndex


class Severity(StrEnum):
    """A promise: of a hundred errors shown at most three are wrong, of a hundred warnings fifteen."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the most severe."""
        return list(Severity).index(self)


def in_quotes(text: str) -> str:
    r"""Return words or a mark as a message shows them, on one line.

    >>> in_quotes("the\nman"), in_quotes("，"), in_quotes('"'), in_quotes(" "), in_quotes("\u3000")
    ('"the man"', '"，"', '\'"\'', 'a blank', 'U+3000')
    """
    if text.isspace():
        return "a blank" if text == " " else " ".join(f"U+{ord(char):04X}" for char in text)
    mark = "'" if '"' in text else '"'
    return f"{mark}{' '.join(text.split())}{mark}"


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement in the target. ``safe``: a careful editor would always want it."""

    span: Span
    text: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of another document that a hit tells of; ``span`` counts code points of its text."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a pair; spans count from the texts of that pair.

    ``severity`` may lower the rule's own (an entry that is not certain), never raise it.
    ``pair`` is the number of the pair in its article; rules that see one pair leave it at 0.
    ``related`` is what references say.
    """

    message: str
    src: Span | None = None
    tgt: Span | None = None
    fix: Fix | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    pair: int = 0
    related: tuple[Passage, ...] = ()

    @classmethod
    def of_form(cls, written: str, right: str, tgt: Span, src: Span | None = None) -> Hit:
        """Return the hit for words of which only the form is wrong; to write them right is a safe fix."""
        message = f'"{written}" is written {right}'
        return cls(message, src, tgt, Fix(tgt, right, safe=True), right)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file, for people.

    Lines and columns are 1-based and count code points; the end is the column behind the stretch.
    ``excerpt`` is what to show of the text around, ``mark`` the stretch in it.
    """

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    mark: Span

    @classmethod
    def of(cls, path: Path, lines: LineIndex, span: Span, *, excerpt: str, mark: Span) -> Place:
        """Return the place of a span of the raw file."""
        return cls(path, *lines.place(span.start), *lines.place(span.end), excerpt, mark)


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its rule and its place.

    Spans count code points of the file, or of the row's text for bitext rows. ``line`` and
    ``column`` are 1-based and count code points; they are those of the target, or of the source
    where nothing in the target is marked (``path`` is then the source's). ``end_line`` and
    ``end_column`` are behind the last marked character. ``excerpt`` is what to show of the text
    around, ``mark`` the marked words in it; ``source`` is the place of the source side, ``related``
    those in other files that the finding tells of.
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
    mark: Span | None = None
    end_line: int | None = None
    end_column: int | None = None
    source: Place | None = None
    related: tuple[Place, ...] = ()

    @property
    def applicable_fix(self) -> Fix | None:
        """The fix, where `--fix` can apply it."""
        return self.fix if can_be_mended(self.path) else None

    @property
    def is_mendable(self) -> bool:
        """Whether `--fix` alone mends it: its fix is safe."""
        return self.applicable_fix is not None and self.applicable_fix.safe
