"""Candidate beads: the groups of segments that the aligner may put together, and where it looks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


_KIND = np.full((LARGEST_SIDE + 1, LARGEST_SIDE + 1), -1, dtype=np.int64)
for _number, _size in enumerate(SIZES):
    _KIND[_size] = _number


def enumerate_candidates(band: Band, *, largest: int = LARGEST) -> Candidates:
    """Return every bead of at most so many segments that begins and ends inside the band."""
    widths = band.high - band.low + 1
    zh = np.repeat(np.arange(len(widths)), widths)
    en = np.arange(len(zh)) - np.repeat(np.cumsum(widths) - widths, widths) + band.low[zh]
    parts = []
    for n, m in SIZES:
        if n + m > largest:
            continue
        end = np.minimum(zh + n, len(widths) - 1)
        inside = (zh + n < len(widths)) & (band.low[end] <= en + m) & (en + m <= band.high[end])
        count = int(inside.sum())
        parts.append(Candidates(zh[inside], en[inside], np.full(count, n), np.full(count, m)))
    return Candidates(
        np.concatenate([part.zh for part in parts]),
        np.concatenate([part.en for part in parts]),
        np.concatenate([part.n for part in parts]),
        np.concatenate([part.m for part in parts]),
    )


def narrowed(band: Band, beads: Candidates, *, margin: int) -> Band:
    """Return the part of a band around beads; every border that one of them has is among its own."""
    rows, columns = band.shape
    low, high = np.full(rows + 1, columns), np.zeros(rows + 1, dtype=np.int64)
    for zh, en in ((beads.zh, beads.en), (beads.zh + beads.n, beads.en + beads.m)):
        np.minimum.at(low, zh, en - margin)
        np.maximum.at(high, zh, en + margin)
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    return Band(np.maximum(low, band.low), np.minimum(high, band.high))


def anchor_band(similar: NDArray[np.float32], *, neighbours: int = 3, margin: int = MARGIN) -> Band:
    """Return the band around the best monotone path through the nearest neighbours.

    Args:
        similar: Similarity of every Chinese segment with every English one.
        neighbours: How many neighbours of a segment may be its place on the path.
        margin: Segments to either side of the path.
    """
    zh, en = anchor_path(similar, neighbours)
    rows, columns = similar.shape
    zh, en = np.concatenate([[0], zh + 1, [rows]]), np.concatenate([[0], en + 1, [columns]])
    low, high = np.full(rows + 1, columns), np.zeros(rows + 1, dtype=np.int64)
    for start, end, left, right in zip(zh[:-1], zh[1:], en[:-1], en[1:], strict=True):
        inner = slice(start, end + 1)
        lows, highs = _between_anchors(end - start, left, right)
        low[inner], high[inner] = (
            np.minimum(low[inner], lows - margin),
            np.maximum(high[inner], highs + margin),
        )
    low, high = np.clip(low, 0, columns), np.clip(high, 0, columns)
    low[0], high[-1] = 0, columns
    return Band(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def _between_anchors(rows: int, left: int, right: int) -> tuple[Ints, Ints]:
    """Return the columns that rows between two anchors may meet: any, or in a large gap the diagonal."""
    if rows * (right - left) <= LARGEST_GAP:
        return np.full(rows + 1, left), np.full(rows + 1, right)
    diagonal = np.linspace(left, right, rows + 1).astype(np.int64)
    slack = LARGEST_GAP // (2 * max(rows, right - left))
    # Within a row the path may run on to where the next row begins.
    return np.maximum(diagonal - slack, left), np.minimum(np.append(diagonal[1:], right) + slack, right)


def anchor_path(similar: NDArray[np.float32], neighbours: int = 3) -> tuple[Ints, Ints]:
    """Return the monotone chain of near neighbours that stand out the most, as rows and columns."""
    rows, columns = similar.shape
    if not rows or not columns:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    outstanding = _outstanding(similar)
    count = min(neighbours, columns)
    near = np.sort(np.argpartition(-outstanding, count - 1, axis=1)[:, :count], axis=1)
    gain = np.maximum(np.take_along_axis(outstanding, near, axis=1), 0).astype(np.float64)
    best = np.zeros(columns + 1)  # best[j]: of a chain that ends before column j
    before = np.zeros((rows, count))
    for row in range(rows):
        before[row] = best[near[row]]
        np.maximum.at(best, near[row] + 1, before[row] + gain[row])
        np.maximum.accumulate(best, out=best)
    return _trace(near, gain, before, float(best[-1]))


def _outstanding(similar: NDArray[np.float32], neighbours: int = 4) -> NDArray[np.float32]:
    """Return similarities backed by their neighbours on the diagonal, less what is common in row and column.

    The backing sets apart what is alike by chance: of short utterances any is near many others.
    """
    backed = similar.copy()
    backed[1:, 1:] += similar[:-1, :-1] / 2
    backed[:-1, :-1] += similar[1:, 1:] / 2
    nth = min(neighbours, *(size - 1 for size in similar.shape))
    row = np.partition(backed, -nth - 1, axis=1)[:, -nth - 1, None]
    column = np.partition(backed, -nth - 1, axis=0)[None, -nth - 1]
    return np.asarray(backed - (row + column) / 2 if nth else backed, dtype=np.float32)


def _trace(
    near: Ints, gain: NDArray[np.float64], before: NDArray[np.float64], goal: float
) -> tuple[Ints, Ints]:
    chain: list[tuple[int, int]] = []
    limit = np.iinfo(np.int64).max
    for row in range(len(near) - 1, -1, -1):
        fits = np.flatnonzero(
            (before[row] + gain[row] >= goal - 1e-9) & (near[row] < limit) & (gain[row] > 0)
        )
        if len(fits):
            limit, goal = int(near[row, fits[0]]), float(before[row, fits[0]])
            chain.append((row, limit))
        if goal <= 0:
            break
    zh, en = zip(*reversed(chain), strict=True) if chain else ((), ())
    return np.array(zh, dtype=np.int64), np.array(en, dtype=np.int64)
