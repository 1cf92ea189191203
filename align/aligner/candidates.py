"""Candidate beads: the groups of segments that the aligner may put together, and where it looks for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

# The largest bead: so many segments of both sides together, and of one side.
LARGEST = 8
LARGEST_SIDE = 6
# Sizes of a bead, Chinese and English: one side alone, then every group.
SIZES: tuple[tuple[int, int], ...] = (
    (1, 0),
    (0, 1),
    *(
        (n, total - n)
        for total in range(2, LARGEST + 1)
        for n in range(1, total)
        if max(n, total - n) <= LARGEST_SIDE
    ),
)
# Segments to either side of the anchor path in which the alignment is sought. All of the development
# texts lie within 4 of it.
MARGIN = 6
# How many columns may be the place of a row on that path.
NEAREST = 3
# A row or column has so many similarities that stand out; the next one is common there.
OUTSTANDING = 4
# Cells between two anchors that are all searched.
LARGEST_GAP = 40_000


@dataclass(frozen=True, slots=True)
class Band:
    """For every border of the Chinese text, the first and the last border of the English one it may meet."""

    low: Ints
    high: Ints

    @property
    def shape(self) -> tuple[int, int]:
        """The number of Chinese and of English segments."""
        return len(self.low) - 1, int(self.high[-1])

    @property
    def starts(self) -> Ints:
        """The number of each row's first border when all are counted row by row, and of all."""
        return np.append(0, np.cumsum(self.high - self.low + 1))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Beads that may be chosen, one an element: where each starts on both sides and how much it takes."""

    zh: Ints
    en: Ints
    n: Ints
    m: Ints

    def __len__(self) -> int:
        return len(self.zh)

    def __getitem__(self, places: NDArray[np.bool_] | Ints) -> Candidates:
        return Candidates(self.zh[places], self.en[places], self.n[places], self.m[places])

    @property
    def kinds(self) -> Ints:
        """The number of each bead's size in ``SIZES``."""
        return _KIND[self.n, self.m]


_SIZES = np.array(SIZES, dtype=np.int64)
_KIND = np.full((LARGEST_SIDE + 1, LARGEST_SIDE + 1), -1, dtype=np.int64)
for _number, _size in enumerate(SIZES):
    _KIND[_size] = _number


def enumerate_candidates(band: Band, *, largest: int = LARGEST, borders: Flags | None = None) -> Candidates:
    """Return every bead of at most so many segments that begins and ends inside the band.

    Args:
        band: Where beads are looked for.
        largest: Segments of both sides together.
        borders: Which of its borders, counted row by row, a bead may begin and end at; all where not given.
    """
    starts, rows = band.starts, band.shape[0]
    zh = np.repeat(np.arange(rows + 1), np.diff(starts))
    en = np.arange(len(zh)) - starts[zh] + band.low[zh]
    if borders is not None:
        zh, en = zh[borders], en[borders]
    parts = []
    for kind, (n, m) in enumerate(SIZES):
        if n + m <= largest:
            end = np.minimum(zh + n, rows)
            inside = (zh + n <= rows) & (band.low[end] <= en + m) & (en + m <= band.high[end])
            if borders is not None:
                inside[inside] = borders[(starts[end] + en + m - band.low[end])[inside]]
            found = np.flatnonzero(inside)
            parts.append((zh[found], en[found], np.full(len(found), kind)))
    zh, en, kinds = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Candidates(zh, en, _SIZES[kinds, 0], _SIZES[kinds, 1])


def border_probabilities(band: Band, beads: Candidates, probable: Doubles) -> Doubles:
    """Return how probable it is that a bead begins at each border of the band; the last one is sure."""
    starts = band.starts
    found = np.bincount(starts[beads.zh] + beads.en - band.low[beads.zh], probable, int(starts[-1]))
    found[-1] = 1.0
    return found.astype(np.float64)


def narrowed(band: Band, borders: Flags, *, margin: int) -> Band:
    """Return the part of a band around some of its borders."""
    starts = band.starts
    rows, columns = band.shape
    low, high = np.full(rows + 1, columns), np.zeros(rows + 1, dtype=np.int64)
    places = np.flatnonzero(borders)
    zh = np.searchsorted(starts, places, side="right") - 1
    en = places - starts[zh] + band.low[zh]
    np.minimum.at(low, zh, en - margin)
    np.maximum.at(high, zh, en + margin)
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    return Band(np.maximum(low, band.low), np.minimum(high, band.high))


def anchor_band(similar: NDArray[np.float32]) -> Band:
    """Return the band around the best monotone path through the nearest neighbours.

    Args:
        similar: Similarity of every Chinese segment with every English one.
    """
    zh, en = anchor_path(similar)
    rows, columns = similar.shape
    zh, en = np.concatenate([[0], zh + 1, [rows]]), np.concatenate([[0], en + 1, [columns]])
    # A border between two anchors may meet any column between theirs; at an anchor, those on either side.
    borders = np.arange(rows + 1)
    low = en[np.searchsorted(zh[1:], borders, side="left")]
    high = en[np.searchsorted(zh[:-1], borders, side="right")]
    for gap in np.flatnonzero(np.diff(zh) * np.diff(en) > LARGEST_GAP).tolist():
        start, end = int(zh[gap]), int(zh[gap + 1])
        lows, highs = _along_diagonal(end - start, int(en[gap]), int(en[gap + 1]))
        low[start + 1 : end + 1], high[start:end] = lows[1:], highs[:-1]
    low, high = np.clip(low - MARGIN, 0, columns), np.clip(high + MARGIN, 0, columns)
    low[0], high[-1] = 0, columns
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _along_diagonal(rows: int, left: int, right: int) -> tuple[Ints, Ints]:
    """Return the columns near the diagonal that rows between two distant anchors may meet."""
    diagonal = np.linspace(left, right, rows + 1).astype(np.int64)
    slack = LARGEST_GAP // (2 * max(rows, right - left))
    # Within a row the path may run on to where the next row begins.
    return np.maximum(diagonal - slack, left), np.minimum(np.append(diagonal[1:], right) + slack, right)


def anchor_path(similar: NDArray[np.float32]) -> tuple[Ints, Ints]:
    """Return the monotone chain of near neighbours that stand out the most, as rows and columns."""
    rows, columns = similar.shape
    if not rows or not columns:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    outstanding = _outstanding(similar)
    count = min(NEAREST, columns)
    near = np.sort(np.argpartition(-outstanding, count - 1, axis=1)[:, :count], axis=1)
    gain = np.maximum(np.take_along_axis(outstanding, near, axis=1), 0).tolist()
    return _best_chain(near.tolist(), gain)


def _best_chain(near: list[list[int]], gain: list[list[float]]) -> tuple[Ints, Ints]:
    """Return the rows and columns of the chain that goes down and right and gains the most.

    Args:
        near: For every row some columns, in order.
        gain: What a chain gains there.
    """
    # Chains that may still win, by their last column: the further right, the more each has gained.
    ends, totals, links = [-1], [0.0], [-1]
    steps: list[tuple[int, int, int]] = []  # row, column, the step before
    for row, columns in enumerate(near):
        before = [bisect_left(ends, column) - 1 for column in columns]
        grown = [(totals[place] + more, links[place]) for place, more in zip(before, gain[row], strict=True)]
        for column, (total, link) in zip(columns, grown, strict=True):
            first = last = bisect_right(ends, column)
            if total <= totals[first - 1]:
                continue
            first -= ends[first - 1] == column
            while last < len(ends) and totals[last] <= total:
                last += 1
            ends[first:last], totals[first:last], links[first:last] = [column], [total], [len(steps)]
            steps.append((row, column, link))
    chain, step = [], links[-1]
    while step >= 0:
        row, column, step = steps[step]
        chain.append((row, column))
    zh, en = np.array(chain[::-1], dtype=np.int64).reshape(-1, 2).T
    return zh, en


def _outstanding(similar: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return similarities backed by their neighbours on the diagonal, less what is common in row and column.

    The backing sets apart what is alike by chance: of short utterances any is near many others.
    """
    backed = similar.copy()
    backed[1:, 1:] += similar[:-1, :-1] / 2
    backed[:-1, :-1] += similar[1:, 1:] / 2
    nth = min(OUTSTANDING, *(size - 1 for size in similar.shape))
    row = np.partition(backed, -nth - 1, axis=1)[:, -nth - 1, None]
    column = np.partition(backed, -nth - 1, axis=0)[None, -nth - 1]
    return np.asarray(backed - (row + column) / 2 if nth else backed, dtype=np.float32)
