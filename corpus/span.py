"""A half-open range of code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import OffsetError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from ``start`` up to, not including, ``end``.

    Raises:
        OffsetError: Unless ``0 <= start <= end``.

    >>> Span(1, 3).of("周钘来了")
    '钘来'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise OffsetError(f"expected 0 <= start <= end, got {self.start} and {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """Return the slice of ``text`` at this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Return the span ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def stripped(self, text: str) -> Span:
        """Return the span without the white space at its ends.

        >>> Span(0, 4).stripped(" 周钘 ")
        Span(start=1, end=3)
        """
        inside = self.of(text)
        start = self.end - len(inside.lstrip())
        return Span(start, start + len(inside.strip()))

    def touches(self, other: Span) -> bool:
        """Tell whether both share a code point; an empty span touches the character that it stands at."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


def covered(spans: Iterable[Span]) -> set[int]:
    """Return the places that spans cover.

    >>> sorted(covered([Span(0, 2), Span(1, 3)]))
    [0, 1, 2]
    """
    return {place for span in spans for place in range(span.start, span.end)}


def blanked(text: str, spans: Iterable[Span], mark: str) -> str:
    """Return a text of equal length with a mark for every character of some stretches.

    >>> blanked("周钘离开小米", [Span(0, 2), Span(4, 6)], "/")
    '//离开//'
    """
    chars = list(text)
    for span in spans:
        chars[span.start : span.end] = mark * len(span)
    return "".join(chars)
