"""Links between clauses."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.aligner.candidates import Candidates
from align.aligner.clauses import split_clauses
from align.aligner.encode import HashEncoder
from align.aligner.evidence import Evidence, Window, read_sides
from align.aligner.links import LEVEL, STEEPNESS, Stretch, clause_links, grid_of, visit_probabilities


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
        grid = grid_of(np.zeros(shape[0], dtype=np.int64), np.full(shape[0], shape[1]))
        found = visit_probabilities(similar[grid.rows, grid.columns].astype(float), grid)
        assert np.allclose(found.reshape(shape), visits(similar))


def test_cells_that_are_not_allowed_are_not_visited():
    low, high = np.array([0, 0, 1, 2]), np.array([2, 3, 4, 4])
    grid = grid_of(low, high)
    similar = np.full((4, 4), -1e9)
    similar[grid.rows, grid.columns] = np.random.default_rng(4).random(len(grid.rows))
    found = np.zeros((4, 4))
    found[grid.rows, grid.columns] = visit_probabilities(similar[grid.rows, grid.columns], grid)
    assert np.allclose(found, visits(similar))


def test_every_clause_spreads_its_own_weight_over_near_segments():
    zh, en = (
        ("她开了门，屋里很暗。", "他在等。"),
        ("She opened the door,", "the room was dark.", "He was waiting."),
    )
    evidence = Evidence(*read_sides(zh, en, HashEncoder()))
    window = Window(evidence, evidence.band)
    found = clause_links(window, [Stretch(range(2), range(3))])
    whole = Candidates(*(np.array([number]) for number in (0, 0, 2, 3)))
    for name, sums in found.items():
        segments = 2 if name.endswith("zh") else 3
        assert np.isclose(sums.inside(whole)[0], segments), name
    assert clause_links(window, [])["path zh"].inside(whole)[0] == 0


@given(st.text(max_size=200), st.sampled_from(["zh", "en"]))
def test_clauses_are_the_segment(text, lang):
    assert "".join(split_clauses(text, lang)) == text


def test_short_pieces_stay_with_their_neighbour():
    assert split_clauses("好，好，那就这样定下来吧。", "zh") == ("好，好，那就这样定下来吧。",)
    assert split_clauses("", "en") == ("",)
