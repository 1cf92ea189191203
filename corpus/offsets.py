"""The way back from the text that a reader extracted to the raw file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.errors import OffsetError
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the stretch of the raw file that it was read from.

    Spans of equal length are the same characters on both sides, but that a blank may stand for other
    white space. Otherwise the whole of one stands for the whole of the other: ``&`` for ``&amp;``, one
    blank for a line break and its indent.
    """

    text: Span
    raw: Span

    @property
    def verbatim(self) -> bool:
        """Whether both sides are the same characters."""
        return len(self.text) == len(self.raw)

    def splits_at(self, place: int) -> bool:
        """Tell whether a place of the text, inside this piece or at its ends, is one in the raw file too."""
        return self.verbatim or place in {self.text.start, self.text.end}

    def raw_start(self, place: int) -> int:
        """Return where the character at a place of the text begins in the raw file."""
        return self.raw.start + (max(0, place - self.text.start) if self.verbatim else 0)

    def raw_end(self, place: int) -> int:
        """Return where the character before a place of the text ends in the raw file."""
        return self.raw.end - (max(0, self.text.end - place) if self.verbatim else 0)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Pieces in the order of the text.

    Text between two pieces (a break between blocks) has no place in the file. On the side of the raw
    file they may stand in another order: the text of an attribute follows the block around it.

    Raises:
        OffsetError: The pieces overlap or are out of order on the text side.
    """

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        end = 0
        for piece in self.pieces:
            if piece.text.start < end:
                raise OffsetError(f"piece at {piece.text} overlaps the one before")
            end = piece.text.end
        object.__setattr__(self, "_starts", tuple(piece.text.start for piece in self.pieces))
        object.__setattr__(self, "_ends", tuple(piece.text.end for piece in self.pieces))

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text that is the raw file itself."""
        return cls((Piece(Span(0, length), Span(0, length)),))

    def to_raw(self, span: Span) -> Span:
        """Return the smallest stretch of the raw file that holds the span, markup between its ends included.

        >>> bold = OffsetMap((Piece(Span(0, 2), Span(0, 2)), Piece(Span(2, 4), Span(5, 7))))
        >>> bold.to_raw(Span(1, 3))
        Span(start=1, end=6)
        """
        touched = self._touched(span)
        if not touched:
            place = self._raw_place(span.start)
            return Span(place, place)
        start = touched[0].raw_start(span.start)
        end = touched[-1].raw_end(span.end)
        return Span(min(start, end), max(start, end))

    def edit_span(self, span: Span) -> Span | None:
        """Return the stretch of the raw file that an edit may replace, or None where markup lies inside.

        An insertion goes behind the character before it, so that it stays inside the same element;
        at the start of a block, before its first character.

        >>> bold = OffsetMap((Piece(Span(0, 2), Span(0, 2)), Piece(Span(2, 4), Span(5, 7))))
        >>> bold.edit_span(Span(2, 4)), bold.edit_span(Span(1, 3)), bold.edit_span(Span(2, 2))
        (Span(start=5, end=7), None, Span(start=2, end=2))
        """
        if not len(span):
            return self._insertion(span.start)
        touched = self._touched(span)
        if not touched or touched[0].text.start > span.start or touched[-1].text.end < span.end:
            return None
        whole = touched[0].splits_at(span.start) and touched[-1].splits_at(span.end)
        seamless = all(
            left.text.end == right.text.start and left.raw.end == right.raw.start
            for left, right in pairwise(touched)
        )
        return self.to_raw(span) if whole and seamless else None

    def _touched(self, span: Span) -> tuple[Piece, ...]:
        """Return the pieces that share a character with a span."""
        return self.pieces[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def _insertion(self, place: int) -> Span | None:
        near = self._touched(Span(max(0, place - 1), place)) or self._touched(Span(place, place + 1))
        if not near or not near[0].text.start <= place <= near[0].text.end or not near[0].splits_at(place):
            return None
        at = self._raw_place(place)
        return Span(at, at)

    def _raw_place(self, place: int) -> int:
        """Return the place behind the character before; where there is none, before the one that follows."""
        before = self._touched(Span(max(0, place - 1), place))
        if before:
            return before[0].raw_end(place)
        following = bisect_right(self._ends, place)
        if following < len(self.pieces):
            return self.pieces[following].raw_start(place)
        return self.pieces[-1].raw.end if self.pieces else 0
