"""What a text is: spans, segments, and the document that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from corpus.errors import OffsetError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corpus.offsets import OffsetMap
    from corpus.span import Span

Lang = Literal["zh", "en"]
OBJECT = "\ufffc"  # Unicode's object replacement character; it stands for a piece of inline code


class Role(StrEnum):
    """What a segment is in its document; ``ALT`` is what an attribute says, such as that of an image."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    ALT = "alt"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that ends with a hard break: a paragraph, a heading, a list item, a table cell."""

    span: Span
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence, title or list item.

    ``span`` counts code points of ``Document.text``; ``block`` is the number of the
    block it stands in, so that segments of one paragraph can be told from the next.
    """

    span: Span
    text: str
    role: Role = Role.PARAGRAPH
    block: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the format: ``<!-- … -->``, or ``# …`` in front matter.

    ``span`` counts code points of ``Document.raw``, marks included; ``text`` is what they enclose.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its readers see it.

    ``raw`` is the decoded file, ``raw.encode(encoding)`` its bytes; a byte order mark is
    character 0. ``text`` is what a reader reads, a line a block: markup, code and scripts are
    gone (inline code is ``OBJECT``), entities are the characters they stand for, white space is
    one blank. In plain text only blank lines, indents and the breaks of wrapped lines are gone.
    ``offsets`` leads from ``text`` back to ``raw``, where the body begins at ``body_start``, behind the
    front matter. Segments are in order, apart, and each is a
    slice of ``text``.

    Raises:
        OffsetError: A segment does not hold the text at its span, or overlaps the one before.
    """

    text: str
    lang: Lang | None
    segments: tuple[Segment, ...]
    raw: str
    offsets: OffsetMap
    path: Path | None = None
    encoding: str = "utf-8"
    markup: bool = False
    metadata: Mapping[str, object] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    body_start: int = 0

    def __post_init__(self) -> None:
        end = 0
        for segment in self.segments:
            if segment.span.start < end or segment.span.of(self.text) != segment.text:
                raise OffsetError(f"segment {segment.text[:20]!r} does not lie at {segment.span}")
            end = segment.span.end

    def to_raw(self, span: Span) -> Span:
        """Return where a span of ``text`` lies in ``raw``; markup inside it is included."""
        return self.offsets.to_raw(span)
