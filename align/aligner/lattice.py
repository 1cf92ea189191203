"""Paths through candidate beads: the best one, and how probable every bead is over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Sweep:
    """Beads in the order in which one direction takes them, in steps within which none waits for another."""

    beads: Ints  # their order
    near: Ints  # the node that a bead adds to
    far: Ints  # the node that it is reached from
    steps: list[tuple[int, int, Ints, Ints]]  # first bead, last bead, where a node's beads begin, the nodes


class Lattice:
    """Beads as edges between borders; every path from start to end tiles both texts.

    Args of the constructor: where each bead begins and ends, as pairs of border numbers, and the last border.
    """

    def __init__(self, starts: tuple[Ints, Ints], ends: tuple[Ints, Ints], last: tuple[int, int]) -> None:
        width = last[1] + 1
        codes = [zh * width + en for zh, en in (starts, ends)]
        goal = last[0] * width + last[1]
        met = np.zeros(goal + 1, dtype=bool)
        met[0] = met[goal] = True
        for code in codes:
            met[code] = True
        nodes = np.flatnonzero(met)
        numbers = np.cumsum(met) - 1
        levels = nodes // width + nodes % width
        self._size = len(nodes)
        self._first, self._goal = 0, len(nodes) - 1
        self._starts, self._ends = numbers[codes[0]], numbers[codes[1]]
        self._forward = _sweep(levels, self._ends, self._starts)
        self._backward = _sweep(-levels, self._starts, self._ends)

    def posteriors(self, scores: Doubles) -> Doubles:
        """Return the probability of every bead when a path's weight is the exponential of its total score."""
        ahead = self._totals(self._forward, scores, self._first, np.logaddexp)
        behind = self._totals(self._backward, scores, self._goal, np.logaddexp)
        start, end = self._starts, self._ends
        return np.asarray(np.exp(np.minimum(ahead[start] + scores + behind[end] - ahead[self._goal], 0.0)))

    def best_path(self, scores: Doubles) -> Ints:
        """Return the beads of the path with the highest total, in order; of equals, the first listed."""
        reached = self._totals(self._forward, scores, self._first, np.maximum)
        sweep = self._forward
        order = np.argsort(sweep.near, kind="stable")
        bounds = np.searchsorted(sweep.near[order], np.arange(self._size + 1))
        node, path = self._goal, []
        while node != self._first:
            here = np.sort(sweep.beads[order[bounds[node] : bounds[node + 1]]])
            bead = int(here[np.argmax(reached[self._starts[here]] + scores[here])])
            path.append(bead)
            node = int(self._starts[bead])
        return np.array(path[::-1], dtype=np.int64)

    def total(self, scores: Doubles) -> float:
        """Return the logarithm of the summed weight of all paths."""
        return float(self._totals(self._forward, scores, self._first, np.logaddexp)[self._goal])

    def _totals(self, sweep: _Sweep, scores: Doubles, origin: int, combine: np.ufunc) -> Doubles:
        totals = np.full(self._size, -np.inf)
        totals[origin] = 0.0
        ordered, far = scores[sweep.beads], sweep.far
        for first, last, begins, nodes in sweep.steps:
            totals[nodes] = combine.reduceat(totals[far[first:last]] + ordered[first:last], begins)
        return totals


def _sweep(levels: Ints, near: Ints, far: Ints) -> _Sweep:
    """Return the sweep that goes from the lowest level of a node to the highest."""
    nodes = np.argsort(levels, kind="stable")
    ranks = np.empty_like(nodes)
    ranks[nodes] = np.arange(len(nodes))
    beads = _sorted(ranks[near])
    near, far = near[beads], far[beads]
    reached = levels[near]
    cuts = [0, *(np.flatnonzero(np.diff(reached)) + 1).tolist(), len(beads)]
    begins = np.flatnonzero(np.diff(near, prepend=-1))
    bounds = np.searchsorted(begins, cuts)
    steps = []
    for first, last, a, b in zip(cuts[:-1], cuts[1:], bounds[:-1], bounds[1:], strict=True):
        steps.append((first, last, begins[a:b] - first, near[begins[a:b]]))
    return _Sweep(beads, near, far, steps if len(beads) else [])


def _sorted(ranks: Ints) -> Ints:
    """Return the order of numbers; numpy sorts short integers several times as fast."""
    short = len(ranks) > 0 and int(ranks.max()) < 1 << 16
    return np.argsort(ranks.astype(np.uint16) if short else ranks, kind="stable")
