"""Where readers put what they find: the text, its blocks, and the way back to the raw file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import Block, Comment, Role
from corpus.offsets import OffsetMap, Piece
from corpus.pattern import lazy
from corpus.script import CJK_PUNCTUATION, FULLWIDTH, is_han
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK = " \t\n\r\f\v"
_RUN = lazy(f"[{BLANK}]+|[^{BLANK}]+(?: [^{BLANK}]+)*")
_LINE_BREAK = lazy("[\n\r\f\v]")
# Chinese has no blanks, so a line break between two such characters stands for nothing.
_WIDE_MARK = lazy(f"[{CJK_PUNCTUATION}{FULLWIDTH}]")
_SHARED = frozenset("“”‘’…—")
_WORD = lazy(r"[^\W_]|[?!？！…]")

Part = tuple[Span, str | None]


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader makes of a raw file; the fields are those of ``Document``."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    comments: tuple[Comment, ...]


class TextBuilder:
    """Collects the text of a raw file, a line a block.

    White space is collapsed to one blank, as a browser does, unless it is kept. A block without a
    word (a rule, inline code alone) stays in the text but is none of the ``blocks``.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._texts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, int, int, int]] = []  # text start and end, raw start and end
        self._blocks: list[Block] = []
        self._start: int | None = None  # of the block that is open
        self._role = Role.PARAGRAPH
        self._has_word = False
        self._gap: tuple[int, int] | None = None  # white space that nothing has followed yet
        self._asides: list[tuple[list[Part], Role]] = []
        self._comments: list[Comment] = []

    def add(self, start: int, end: int, role: Role = Role.PARAGRAPH) -> None:
        """Add a stretch of the raw file, white space collapsed."""
        for match in _RUN.finditer(self._raw, start, end):
            if match[0][0] in BLANK:
                self.add_gap(*match.span())
            else:
                self._append(match[0], *match.span(), role)

    def add_exact(self, start: int, end: int) -> None:
        """Add a stretch of the raw file as it is."""
        if start < end:
            self._append(self._raw[start:end], start, end, Role.PARAGRAPH)

    def add_as(self, text: str, start: int, end: int, role: Role) -> None:
        """Add a text that a stretch of the raw file stands for as a whole."""
        if not text.strip(BLANK):
            self.add_gap(start, end)
        else:
            self._append(text, start, end, role)

    def add_parts(self, parts: Iterable[Part], role: Role = Role.PARAGRAPH) -> None:
        """Add stretches of the raw file, each with the text it stands for, or None for its own."""
        for span, text in parts:
            if text is None:
                self.add(span.start, span.end, role)
            else:
                self.add_as(text, span.start, span.end, role)

    def add_gap(self, start: int, end: int) -> None:
        """Add white space: a blank, if words follow in the same block."""
        if self._start is None:
            return
        if self._gap is None:
            self._gap = (start, end)
        elif self._gap[1] == start:
            self._gap = (self._gap[0], end)

    def add_aside(self, parts: Iterable[Part], role: Role) -> None:
        """Add a block of its own that follows the one which is open, such as the text of an attribute."""
        self._asides.append((list(parts), role))

    def add_comment(self, span: Span, text: str) -> None:
        """Add a comment of the format."""
        self._comments.append(Comment(span, text))

    def end_block(self) -> None:
        """End the block that is open, if one is."""
        self._close()
        asides, self._asides = self._asides, []
        for parts, role in asides:
            self.add_parts(parts, role)
            self._close()

    def finish(self) -> Extract:
        """Return all that was added."""
        self.end_block()
        pieces = tuple(Piece(Span(a, b), Span(c, d)) for a, b, c, d in self._pieces)
        return Extract("".join(self._texts), tuple(self._blocks), OffsetMap(pieces), tuple(self._comments))

    def _append(self, text: str, start: int, end: int, role: Role) -> None:
        if self._start is None:
            self._open(role)
        if self._gap is not None:
            self._fill(self._gap, text[0])
        self._put(text, start, end)
        self._has_word = self._has_word or _WORD.search(text) is not None

    def _open(self, role: Role) -> None:
        if self._texts:
            self._texts.append("\n")
            self._length += 1
        self._start, self._role, self._has_word = self._length, role, False

    def _close(self) -> None:
        if self._start is not None and self._has_word:
            self._blocks.append(Block(Span(self._start, self._length), self._role))
        self._start = self._gap = None

    def _fill(self, gap: tuple[int, int], following: str) -> None:
        """Put a blank for white space, or nothing for a line break inside Chinese."""
        self._gap = None
        around = (self._texts[-1][-1], following)
        wide = sum(is_han(char) or _WIDE_MARK.match(char) is not None for char in around)
        inside_chinese = wide and wide + sum(char in _SHARED for char in around) == len(around)
        if not (inside_chinese and _LINE_BREAK.search(self._raw, *gap)):
            self._put(" ", *gap)

    def _put(self, text: str, start: int, end: int) -> None:
        """Put a text; it joins the piece before where both adjoin in the raw file, character by character."""
        length = self._length
        self._texts.append(text)
        self._length += len(text)
        if self._pieces and len(text) == end - start:
            first, last, raw_first, raw_last = self._pieces[-1]
            if (last, raw_last) == (length, start) and last - first == raw_last - raw_first:
                self._pieces[-1] = (first, self._length, raw_first, end)
                return
        self._pieces.append((length, self._length, start, end))
