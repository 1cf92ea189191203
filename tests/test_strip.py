"""Sums over the cells of a strip of a matrix."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.aligner.candidates import Band, enumerate_candidates
from align.aligner.strip import Frame


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2), st.integers(0, 1000))
def test_sums_are_those_of_the_whole_matrix_for_every_bead_of_the_band(rows, columns, slack, seed):
    rng = np.random.default_rng(seed)
    middle = np.sort(rng.integers(0, columns + 1, rows + 1))
    low, high = np.maximum(middle - slack, 0), np.minimum(middle + slack, columns)
    low[0], high[-1] = 0, columns
    band = Band(low, np.maximum(high, low))
    matrix = rng.random((rows, columns))
    cells = np.nonzero(matrix)
    sums = Frame(band).sums(*cells, matrix[cells])
    beads = enumerate_candidates(band)
    for skip in ((0, 0), (0, 1), (1, 0)):
        expected = [
            matrix[zh + skip[0] : zh + n, en + skip[1] : en + m].sum()
            for zh, en, n, m in zip(beads.zh, beads.en, beads.n, beads.m, strict=True)
        ]
        assert np.allclose(sums.inside(beads, skip_first=skip), expected)
