"""Strips: matrices of Chinese by English segments of which only a band is kept, and sums over their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import LARGEST_SIDE
from align.aligner.reading import runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.candidates import Band, Candidates

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Frame:
    """The cells that the beads of a band can hold: for every Chinese segment a run of English ones."""

    def __init__(self, band: Band) -> None:
        rows, self.columns = band.shape
        row = np.arange(rows)
        self.first = band.low[np.maximum(row - LARGEST_SIDE, 0)]
        self.last = band.high[np.minimum(row + 1 + LARGEST_SIDE, rows)]
        self.width = int((self.last - self.first).max(initial=0))

    def sums(self, rows: Ints, columns: Ints, values: Doubles) -> Sums:
        """Return the sums over a matrix given by its cells; what is given twice is added up."""
        places = columns - self.first[rows]
        inside = (places >= 0) & (columns < self.last[rows])
        cells = rows[inside] * self.width + places[inside]
        total = np.bincount(cells, values[inside], len(self.first) * self.width).astype(np.float64)
        return Sums(self, total.reshape(len(self.first), self.width))


class Sums:
    """The running sums of every row of a strip."""

    def __init__(self, frame: Frame, cells: Doubles) -> None:
        self._first, self._width = frame.first, frame.width
        self._table = np.zeros((len(cells), frame.width + 1))
        np.cumsum(cells, axis=1, out=self._table[:, 1:])

    def inside(self, beads: Candidates, *, skip_first: tuple[int, int] = (0, 0)) -> Doubles:
        """Return the sum inside every bead, without its first rows and columns where told."""
        heights = np.maximum(beads.n - skip_first[0], 0)
        owners = np.repeat(np.arange(len(beads)), heights)
        rows = runs(beads.zh + skip_first[0], heights)
        left = beads.en[owners] - self._first[rows]
        start = np.clip(np.minimum(left + skip_first[1], left + beads.m[owners]), 0, self._width)
        end = np.clip(left + beads.m[owners], 0, self._width)
        found = self._table[rows, end] - self._table[rows, start]
        return np.bincount(owners, found, len(beads)).astype(np.float64)
