"""Pairs of phrases inside longer pairs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator


class PhrasePair(Protocol):
    """A Chinese phrase and an English one."""

    @property
    def zh(self) -> str:
        """The Chinese phrase."""

    @property
    def en(self) -> str:
        """The English phrase."""


Item = TypeVar("Item", bound=PhrasePair)


class Nest(Generic[Item]):
    """Finds the pairs that are inside another on both sides, and those that another is inside of."""

    def __init__(self) -> None:
        self._by_zh: defaultdict[str, list[Item]] = defaultdict(list)
        self._by_piece: defaultdict[str, list[Item]] = defaultdict(list)

    def add(self, item: Item) -> None:
        """Take in a pair."""
        self._by_zh[item.zh].append(item)
        for piece in _pieces(item.zh):
            self._by_piece[piece].append(item)

    def inside(self, item: Item) -> Iterator[Item]:
        """Yield the pairs whose phrases are both pieces of a pair's."""
        for piece in _pieces(item.zh):
            yield from (other for other in self._by_zh.get(piece, ()) if other.en in item.en)

    def around(self, item: Item) -> Iterator[Item]:
        """Yield the pairs of which a pair's phrases are both pieces."""
        yield from (other for other in self._by_piece.get(item.zh, ()) if item.en in other.en)


def _pieces(text: str) -> dict[str, None]:
    """Return the pieces of a text that are shorter than it, of two characters and more."""
    size = len(text)
    ends = ((start, end) for start in range(size) for end in range(start + 2, size + 1))
    return {text[start:end]: None for start, end in ends if end - start < size}
