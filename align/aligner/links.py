"""Links: which clauses, and which segments, answer to each other, each as a share of its own length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.reading import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.candidates import Band
    from align.aligner.evidence import Side, Window
    from align.aligner.strip import Sums

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# A cell of the clause grid scores STEEPNESS x (cosine - LEVEL); 8 to 20 and .35 to .45 do as well.
STEEPNESS = 12.0
LEVEL = 0.45
# The same where no path orders the clauses: each prefers its nearest ones.
SHARPNESS = 16.0
# A larger grid of clauses comes from a stretch in which nothing is sure: the texts hardly are translations.
LARGEST_GRID = 4_000_000
_NEVER = -1e30
NAMES = ("path zh", "path en", "clauses zh", "clauses en")
_NO_LINKS = (*[np.zeros(0, dtype=np.int64)] * 2, *[np.zeros(0)] * len(NAMES))
# Rows multiplied at a time.
_ROWS = 64


@dataclass(frozen=True, slots=True)
class Stretch:
    """Segments of both sides between two beads that are sure."""

    zh: range
    en: range


def clause_links(window: Window, stretches: Sequence[Stretch]) -> dict[str, Sums]:
    """Return how much of each segment answers to each of the other side, clause by clause.

    Args:
        window: The two texts, and where segments may answer to each other.
        stretches: Where the alignment is open; elsewhere no clause is looked at and all is 0.

    Returns:
        Sums over Chinese by English segments, by the side that spreads its weight over the other:
        along a path through the clauses, and without one. A segment of mean length weighs 1.
    """
    zh = _clauses(window.evidence.zh, [stretch.zh for stretch in stretches]) if stretches else []
    en = _clauses(window.evidence.en, [stretch.en for stretch in stretches]) if stretches else []
    found = [_NO_LINKS]
    for stretch, left, right in zip(stretches, zh, en, strict=True):
        grid = _grid(window.band, stretch, left, right)
        if 0 < len(grid.rows) <= LARGEST_GRID:
            found.append(_links(stretch, left, right, grid))
    rows, columns, *masses = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return {name: window.frame.sums(rows, columns, mass) for name, mass in zip(NAMES, masses, strict=True)}


def _links(stretch: Stretch, zh: _Clauses, en: _Clauses, grid: Grid) -> tuple[Ints | Doubles, ...]:
    """Return for the cells of a grid their segments, and the mass that each way of linking gives them."""
    similar = _cosines(zh.vectors, en.vectors, grid)
    alike = np.exp(SHARPNESS * (similar - 1))
    on_path = visit_probabilities(similar, grid)
    rows, columns = grid.rows, grid.columns
    masses = []
    for strength in (on_path, alike):
        masses.append(_shares(strength, rows) * zh.weights[rows])
        masses.append(_shares(strength, columns) * en.weights[columns])
    return zh.owners[rows] + stretch.zh.start, en.owners[columns] + stretch.en.start, *masses


def _cosines(zh: Floats, en: Floats, grid: Grid) -> Doubles:
    """Return the cosines of the clauses that meet in the cells, a block of rows at a time."""
    out = np.empty(len(grid.rows))
    for start in range(0, len(zh), _ROWS):
        first, last = np.searchsorted(grid.rows, (start, start + _ROWS))
        if first < last:
            rows, columns = grid.rows[first:last], grid.columns[first:last]
            left = int(columns.min())
            products = zh[start : start + _ROWS] @ en[left : int(columns.max()) + 1].T
            out[first:last] = products[rows - start, columns - left]
    return out


def _shares(strength: Doubles, owners: Ints) -> Doubles:
    """Return the share of each cell in what its row, or its column, has in all."""
    total = np.bincount(owners, strength)[owners]
    return np.asarray(strength / np.where(total > 1e-12, total, 1.0))


def _grid(band: Band, stretch: Stretch, zh: _Clauses, en: _Clauses) -> Grid:
    """Return the pairs of clauses whose segments are near each other."""
    rows = np.arange(stretch.zh.start, stretch.zh.stop)
    low = np.clip(band.low[rows] - stretch.en.start, 0, len(stretch.en))
    high = np.clip(band.high[rows + 1] - stretch.en.start, 0, len(stretch.en))
    starts = np.searchsorted(en.owners, np.arange(len(stretch.en) + 1))
    return grid_of(starts[low][zh.owners], starts[np.maximum(low, high)][zh.owners])


@dataclass(frozen=True, slots=True)
class Grid:
    """The allowed pairs of clauses: ``rows`` and ``columns`` of the cells, row by row.

    Every row allows a run of columns that begins and ends no earlier than the row before. A cell lies on the
    diagonal row + column; ``tops`` is the first row on each diagonal, ``heights`` how many follow.
    """

    rows: Ints
    columns: Ints
    tops: Ints
    heights: Ints


def grid_of(low: Ints, high: Ints) -> Grid:
    """Return the grid whose rows allow the columns from ``low`` to before ``high``."""
    rows = np.arange(len(low))
    cells = runs(low, high - low)
    diagonals = np.arange(len(low) + int(high[-1]) - 1)
    tops = np.searchsorted(rows + high, diagonals, side="right")
    bottoms = np.searchsorted(rows + low, diagonals, side="right")
    return Grid(np.repeat(rows, high - low), cells, tops, np.maximum(bottoms - tops, 0))


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The clauses of a stretch on one side."""

    owners: Ints  # the segment of each, counted from the first
    weights: Doubles  # their lengths, 1 for that of a mean segment
    vectors: Floats


def _clauses(side: Side, parts: Sequence[range]) -> list[_Clauses]:
    segments = np.array([n for part in parts for n in part], dtype=np.int64)
    vectors = side.vectors.clauses(segments)
    mean = max(float(side.marks.lengths.mean()), 1.0)
    found, start = [], 0
    for part in parts:
        lengths = [[len(clause.encode()) for clause in side.reading.clauses[n]] for n in part]
        owners = np.repeat(np.arange(len(part)), list(map(len, lengths)))
        weights = np.array([length for row in lengths for length in row]) / mean
        found.append(_Clauses(owners, weights, vectors[start : start + len(owners)]))
        start += len(owners)
    return found


def visit_probabilities(similar: Doubles, grid: Grid) -> Doubles:
    """Return how probable it is that a soft monotone path over the grid visits each cell.

    A path goes from the first cell to the last in steps right, down, or both at once, through allowed
    cells; its weight is the exponential of the scores of its cells.

    Args:
        similar: The cosine of every cell.
        grid: The cells that a path may visit; the first and the last of the stretch are among them.
    """
    # The grid is skewed so that a diagonal is a row: its cells are independent of each other. A column of
    # margin on the left, two on the right; a diagonal begins with the row of the one before, or the next.
    places = grid.rows + grid.columns, grid.rows - grid.tops[grid.rows + grid.columns] + 1
    scores = np.full((len(grid.tops), int(grid.heights.max()) + 3), _NEVER)
    scores[places] = STEEPNESS * (similar - LEVEL)
    ahead = _sums_ahead(scores, grid)
    behind = _sums_behind(scores, grid)
    return np.asarray(np.exp(np.minimum((ahead + behind - scores)[places] - ahead[-1, 1], 0.0)))


def _sums_ahead(scores: Doubles, grid: Grid) -> Doubles:
    """Return for every cell the log weight of all paths from the first cell to it, itself included."""
    sums = scores.copy()
    tops, heights = grid.tops.tolist(), grid.heights.tolist()
    for diagonal in range(1, len(sums)):
        down = tops[diagonal] - tops[diagonal - 1]
        end = down + heights[diagonal]
        before = sums[diagonal - 1]
        reached = np.logaddexp(before[down + 1 : end + 1], before[down:end])
        if diagonal > 1:
            down = tops[diagonal] - tops[diagonal - 2]
            reached = np.logaddexp(reached, sums[diagonal - 2, down : down + heights[diagonal]])
        sums[diagonal, 1 : heights[diagonal] + 1] += reached
    return sums


def _sums_behind(scores: Doubles, grid: Grid) -> Doubles:
    """Return for every cell the log weight of all paths from it to the last cell, itself included."""
    sums = scores.copy()
    tops, heights = grid.tops.tolist(), grid.heights.tolist()
    for diagonal in range(len(sums) - 2, -1, -1):
        start = 1 - (tops[diagonal + 1] - tops[diagonal])
        end = start + heights[diagonal]
        behind = sums[diagonal + 1]
        reached = np.logaddexp(behind[start:end], behind[start + 1 : end + 1])
        if diagonal < len(sums) - 2:
            start = 2 - (tops[diagonal + 2] - tops[diagonal])
            reached = np.logaddexp(reached, sums[diagonal + 2, start : start + heights[diagonal]])
        sums[diagonal, 1 : heights[diagonal] + 1] += reached
    return sums
