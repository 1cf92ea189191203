"""Links: which clauses, and which segments, answer to each other, each as a share of its own length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.evidence import Evidence, Side

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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Segments of both sides between two beads that are sure."""

    zh: range
    en: range


def clause_links(evidence: Evidence, stretches: Sequence[Stretch]) -> dict[str, Doubles]:
    """Return how much of each segment answers to each of the other side, clause by clause.

    Args:
        evidence: The two texts.
        stretches: Where the alignment is open; elsewhere no clause is looked at and all is 0.

    Returns:
        Matrices of Chinese by English segments, by the side that spreads its weight over the other:
        along a path through the clauses, and without one. A segment of mean length weighs 1.
    """
    masses = {name: np.zeros((len(evidence.zh), len(evidence.en))) for name in NAMES}
    if not stretches:
        return masses
    zh = _clauses(evidence.zh, [stretch.zh for stretch in stretches])
    en = _clauses(evidence.en, [stretch.en for stretch in stretches])
    for stretch, left, right in zip(stretches, zh, en, strict=True):
        if len(left.owners) * len(right.owners) > LARGEST_GRID:
            continue
        inside = slice(stretch.zh.start, stretch.zh.stop), slice(stretch.en.start, stretch.en.stop)
        found = _masses(left, right, evidence.near[inside][left.owners][:, right.owners])
        for name, mass in zip(NAMES, found, strict=True):
            masses[name][inside] = mass
    return masses


def _masses(zh: _Clauses, en: _Clauses, allowed: NDArray[np.bool_]) -> tuple[Doubles, ...]:
    similar = zh.vectors @ en.vectors.T
    alike = np.where(allowed, np.exp(SHARPNESS * (similar - 1)), 0).astype(np.float64)
    owners, weights = (zh.owners, en.owners), (zh.weights, en.weights)
    on_path = visit_probabilities(similar, allowed)
    return (*link_mass(on_path, owners, weights), *link_mass(alike, owners, weights))


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
        lengths = [[len(clause.encode()) for clause in side.clauses[n]] for n in part]
        owners = np.repeat(np.arange(len(part)), list(map(len, lengths)))
        weights = np.array([length for row in lengths for length in row]) / mean
        found.append(_Clauses(owners, weights, vectors[start : start + len(owners)]))
        start += len(owners)
    return found


def visit_probabilities(similar: Floats, allowed: NDArray[np.bool_]) -> Doubles:
    """Return how probable it is that a soft monotone path over the grid visits each cell.

    A path goes from the first cell to the last in steps right, down, or both at once, through allowed
    cells; its weight is the exponential of the scores of its cells.

    Args:
        similar: Cosines of every Chinese clause with every English one.
        allowed: The cells that a path may visit; the first and the last are among them.
    """
    scores = np.where(allowed, STEEPNESS * (similar.astype(np.float64) - LEVEL), _NEVER)
    ahead = _sums_before(scores)
    behind = _sums_before(scores[::-1, ::-1])[::-1, ::-1]
    return np.asarray(np.exp(np.minimum(ahead + behind - scores - ahead[-1, -1], 0.0)))


def _sums_before(scores: Doubles) -> Doubles:
    """Return for every cell the log weight of all paths from the first cell to it, itself included."""
    rows, columns = scores.shape
    # The grid is skewed so that an anti-diagonal is a row: the cells of one are independent of each other.
    skewed = np.full((rows + columns - 1, rows + 1), _NEVER)
    places = np.arange(rows)[:, None]
    skewed[places + np.arange(columns), places + 1] = scores
    skewed[0, 1] = scores[0, 0]
    for diagonal in range(1, len(skewed)):
        low, high = max(0, diagonal - columns + 1), min(rows, diagonal + 1)
        side = skewed[diagonal - 1]
        reached = np.logaddexp(side[low + 1 : high + 1], side[low:high])
        if diagonal > 1:
            reached = np.logaddexp(reached, skewed[diagonal - 2, low:high])
        skewed[diagonal, low + 1 : high + 1] += reached
    return np.asarray(skewed[places + np.arange(columns), places + 1])


def link_mass(
    strength: Doubles, owners: tuple[Ints, Ints], lengths: tuple[Doubles, Doubles]
) -> tuple[Doubles, Doubles]:
    """Return how much of every Chinese segment answers to every English one, and the other way round.

    Args:
        strength: How strongly every Chinese clause is linked with every English one.
        owners: The segment of every clause, on both sides.
        lengths: The weight of every clause, on both sides.

    Returns:
        Two matrices of Chinese by English segments; in the first every Chinese clause has spread its
        weight over the English ones, in the second the other way round.
    """
    zh = _sum_owners(_shares(strength, axis=1) * lengths[0][:, None], owners)
    en = _sum_owners(_shares(strength, axis=0) * lengths[1][None, :], owners)
    return zh, en


def _shares(strength: Doubles, axis: int) -> Doubles:
    total = strength.sum(axis=axis, keepdims=True)
    return np.asarray(strength / np.where(total > 1e-12, total, 1.0))


def _sum_owners(mass: Doubles, owners: tuple[Ints, Ints]) -> Doubles:
    starts = [np.flatnonzero(np.diff(owner, prepend=-1)) for owner in owners]
    return np.asarray(np.add.reduceat(np.add.reduceat(mass, starts[0], axis=0), starts[1], axis=1))
