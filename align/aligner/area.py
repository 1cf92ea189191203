"""Sums over rectangles of a matrix, each in constant time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.candidates import Candidates

    Doubles = NDArray[np.float64]


class Area:
    """The running sums of a matrix of Chinese by English segments."""

    def __init__(self, matrix: NDArray[np.floating]) -> None:
        self._columns = matrix.shape[1] + 1
        table = np.zeros((matrix.shape[0] + 1, self._columns))
        np.cumsum(matrix, axis=0, out=table[1:, 1:])
        np.cumsum(table, axis=1, out=table)
        self._table = table.ravel()

    def inside(self, beads: Candidates, *, skip_first: tuple[int, int] = (0, 0)) -> Doubles:
        """Return the sum inside every bead, without its first rows and columns where told."""
        bottom, right = beads.zh + beads.n, beads.en + beads.m
        top, left = np.minimum(beads.zh + skip_first[0], bottom), np.minimum(beads.en + skip_first[1], right)
        top, bottom = top * self._columns, bottom * self._columns
        take = self._table.take
        return np.asarray(take(bottom + right) - take(top + right) - take(bottom + left) + take(top + left))
