"""Bands, candidates and the paths through them."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligner.candidates import LARGEST_SIDE, SIZES, Band, anchor_band, anchor_path, enumerate_candidates
from align.aligner.lattice import Lattice


def whole(rows: int, columns: int) -> Band:
    return Band(np.zeros(rows + 1, dtype=np.int64), np.full(rows + 1, columns))


def lattice_of(beads, shape) -> Lattice:
    return Lattice((beads.zh, beads.en), (beads.zh + beads.n, beads.en + beads.m), shape)


def paths(shape, start=(0, 0)):
    """Yield every tiling as the list of its beads."""
    if start == shape:
        yield []
    for n, m in SIZES:
        end = start[0] + n, start[1] + m
        if end[0] <= shape[0] and end[1] <= shape[1]:
            for rest in paths(shape, end):
                yield [(*start, n, m), *rest]


@settings(max_examples=20)
@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_posteriors_and_best_path_agree_with_all_paths_written_out(rows, columns, seed):
    if rows + columns == 0:
        return
    beads = enumerate_candidates(whole(rows, columns))
    scores = np.random.default_rng(seed).normal(size=len(beads))
    place = {bead: k for k, bead in enumerate(zip(beads.zh, beads.en, beads.n, beads.m, strict=True))}
    ways = [[place[bead] for bead in path] for path in paths((rows, columns))]
    weights = np.exp([scores[path].sum() for path in ways])
    expected = np.zeros(len(beads))
    for path, weight in zip(ways, weights / weights.sum(), strict=True):
        expected[path] += weight
    lattice = lattice_of(beads, (rows, columns))
    assert np.allclose(lattice.posteriors(scores), expected)
    assert np.isclose(lattice.total(scores), np.log(weights.sum()))
    assert lattice.best_path(scores).tolist() == ways[int(np.argmax(weights))]


@given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 2**32 - 1))
@settings(max_examples=30)
def test_the_best_path_tiles_both_sides_whatever_the_scores(rows, columns, seed):
    rng = np.random.default_rng(seed)
    band = anchor_band(rng.random((rows, columns), dtype=np.float32))
    beads = enumerate_candidates(band)
    path = beads[lattice_of(beads, band.shape).best_path(rng.normal(size=len(beads)))]
    assert np.array_equal(path.zh, np.append(0, np.cumsum(path.n)[:-1]))
    assert np.array_equal(path.en, np.append(0, np.cumsum(path.m)[:-1]))
    assert (path.n.sum(), path.m.sum()) == (rows, columns)


def test_of_equal_paths_the_first_listed_is_taken():
    beads = enumerate_candidates(whole(2, 2))
    lattice = lattice_of(beads, (2, 2))
    assert (
        lattice.best_path(np.zeros(len(beads))).tolist() == lattice.best_path(np.zeros(len(beads))).tolist()
    )


def test_sizes_hold_every_group_up_to_the_largest():
    assert len(set(SIZES)) == len(SIZES)
    assert {(1, 0), (0, 1), (1, 1), (LARGEST_SIDE, 1), (2, LARGEST_SIDE)} <= set(SIZES)
    assert not any(n == m == 0 for n, m in product((0,), (0,)) if (n, m) in SIZES)


def test_anchors_follow_the_diagonal_and_pass_what_is_missing():
    similar = np.full((30, 40), 0.1, dtype=np.float32)
    for row in range(30):
        similar[row, row if row < 15 else row + 10] = 0.8
    rows, columns = anchor_path(similar)
    assert np.array_equal(columns, np.where(rows < 15, rows, rows + 10))
    assert len(rows) == 30


def test_a_band_holds_its_anchors_and_stays_narrow():
    similar = np.eye(300, dtype=np.float32)
    band = anchor_band(similar)
    places = np.arange(301)
    assert (band.low <= places).all()
    assert (places <= band.high).all()
    assert (band.high - band.low).max() < 40
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()


def test_a_band_without_anchors_does_not_search_everything():
    band = anchor_band(np.zeros((600, 700), dtype=np.float32))
    assert (band.high - band.low).mean() < 200
    assert band.shape == (600, 700)
