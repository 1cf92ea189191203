"""Which pairs stand between matches."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from align.comparison.order import FADING, between

shapes = st.tuples(st.integers(1, 6), st.integers(1, 6))
matrices = shapes.flatmap(lambda shape: arrays(np.float64, shape, elements=st.floats(0, 1)))


def slowly(probable: np.ndarray, row: int, column: int) -> float:
    """Return the same as `between` for one place, by looking at all others."""
    before = after = 0.0
    for (i, j), value in np.ndenumerate(probable):
        if i < row and j < column:
            before = max(before, value * FADING ** (row - i - 1 + column - j - 1))
        if i > row and j > column:
            after = max(after, value * FADING ** (i - row - 1 + j - column - 1))
    return float(np.sqrt(before * after))


@given(matrices)
def test_a_place_is_framed_by_the_best_before_and_the_best_after_it(probable: np.ndarray) -> None:
    expected = [slowly(probable, *place) for place in np.ndindex(probable.shape)]
    assert np.allclose(between(probable).ravel(), expected, atol=1e-4)


@given(matrices)
def test_texts_read_backwards_frame_the_same_places(probable: np.ndarray) -> None:
    assert np.allclose(between(probable[::-1, ::-1]), between(probable)[::-1, ::-1])


def test_the_first_and_the_last_of_a_text_stand_between_nothing() -> None:
    framed = between(np.ones((4, 5)))
    assert framed[[0, -1]].max() < 1e-4
    assert framed[:, [0, -1]].max() < 1e-4
