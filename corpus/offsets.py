"""The way back from the text that a reader extracted to the raw file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from corpus.errors import OffsetError
from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the stretch of the raw file that it was read from.

    Spans of equal length are the same characters on both sides. Otherwise the whole of one
    stands for the whole of the other: ``&`` for ``&amp;``, one blank for a line break and its indent.
    """

    text: Span
    raw: Span

    @property
    def verbatim(self) -> bool:
        """Whether both sides are the same characters."""
        return len(self.text) == len(self.raw)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Pieces in the order of the text. Text between two pieces (a break between blocks) has no place in the file.

    Raises:
        OffsetError: The pieces overlap or are out of order on the text side.
    """

    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        end = 0
        for piece in self.pieces:
            if piece.text.start < end:
                raise OffsetError(f"piece at {piece.text} overlaps the one before")
            end = piece.text.end
        object.__setattr__(self, "_starts", tuple(piece.text.start for piece in self.pieces))

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
        if not self.pieces:
            return Span(0, 0)
        first = self._piece_at(span.start)
        last = first if len(span) == 0 else self._piece_at(span.end - 1)
        start = self._raw_start(first, span.start)
        return Span(start, max(start, self._raw_end(last, span.end)))

    def edit_span(self, span: Span) -> Span | None:
        """Return the stretch of the raw file that an edit may replace, or None where markup lies inside.

        An insertion goes behind the character before it, so that it stays inside the same element.
        """
        if not self.pieces:
            return None
        if len(span) == 0:
            at = self._piece_at(max(0, span.start - 1))
            inside = at.text.start <= span.start <= at.text.end and (at.verbatim or span.start in (at.text.start, at.text.end))
            return (lambda place: Span(place, place))(self._raw_end(at, span.start)) if inside else None
        raw = self.to_raw(span)
        first, last = self._index(span.start), self._index(span.end - 1)
        whole = all(piece.verbatim or span.covers(piece.text) for piece in self.pieces[first : last + 1])
        seamless = all(
            left.text.end == right.text.start and left.raw.end == right.raw.start
            for left, right in zip(self.pieces[first:last], self.pieces[first + 1 : last + 1], strict=True)
        )
        inside = self.pieces[first].text.start <= span.start and span.end <= self.pieces[last].text.end
        return raw if whole and seamless and inside else None

    def _index(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _piece_at(self, place: int) -> Piece:
        return self.pieces[self._index(place)]

    @staticmethod
    def _raw_start(piece: Piece, place: int) -> int:
        if place >= piece.text.end:
            return piece.raw.end
        return piece.raw.start + (place - piece.text.start if piece.verbatim else 0)

    @staticmethod
    def _raw_end(piece: Piece, place: int) -> int:
        if place >= piece.text.end:
            return piece.raw.end
        return piece.raw.start + (max(0, place - piece.text.start) if piece.verbatim else len(piece.raw))
