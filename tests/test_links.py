"""Links between clauses."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.aligner.clauses import split_clauses
from align.aligner.links import LEVEL, STEEPNESS, link_mass, visit_probabilities


def visits(similar):
    """Return the visit probabilities by writing out every path."""
    rows, columns = similar.shape
    found = np.zeros((rows, columns))
    total = 0.0

    def walk(path):
        nonlocal total
        row, column = path[-1]
        if (row, column) == (rows - 1, columns - 1):
            weight = np.exp(sum(STEEPNESS * (similar[cell] - LEVEL) for cell in path))
            total += weight
            for cell in path:
                found[cell] += weight
        for down, right in ((1, 0), (0, 1), (1, 1)):
            if row + down < rows and column + right < columns:
                walk([*path, (row + down, column + right)])

    walk([(0, 0)])
    return found / total


def test_visits_agree_with_all_paths_written_out():
    rng = np.random.default_rng(3)
    for shape in ((1, 1), (1, 4), (3, 1), (3, 4)):
        similar = rng.random(shape).astype(np.float32)
        assert np.allclose(visit_probabilities(similar, np.ones(shape, dtype=bool)), visits(similar))


def test_cells_that_are_not_allowed_are_not_visited():
    allowed = np.ones((4, 4), dtype=bool)
    allowed[0, 2:] = allowed[2:, 0] = False
    found = visit_probabilities(np.full((4, 4), 0.5, dtype=np.float32), allowed)
    assert found[~allowed].max() < 1e-9
    assert np.isclose(found[0, 0], 1)


def test_every_clause_spreads_its_own_weight():
    strength = np.array([[0.9, 0.1, 0.0], [0.2, 0.3, 0.5]])
    owners = np.array([0, 0]), np.array([0, 1, 1])
    zh, en = link_mass(strength, owners, (np.array([2.0, 1.0]), np.array([1.0, 1.0, 3.0])))
    assert np.isclose(zh.sum(), 3)
    assert np.allclose(en, [[1, 4]])


@given(st.text(max_size=200), st.sampled_from(["zh", "en"]))
def test_clauses_are_the_segment(text, lang):
    assert "".join(split_clauses(text, lang)) == text


def test_short_pieces_stay_with_their_neighbour():
    assert split_clauses("好，好，那就这样定下来吧。", "zh") == ("好，好，那就这样定下来吧。",)
    assert split_clauses("", "en") == ("",)
