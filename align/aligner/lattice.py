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
        codes = [zh * (last[1] + 1) + en for zh, en in (starts, ends)]
        goal = last[0] * (last[1] + 1) + last[1]
        nodes, places = np.unique(np.concatenate([*codes, [0, goal]]), return_inverse=True)
        count = len(codes[0])
        start, end = places[:count], places[count : 2 * count]
        self._size = len(nodes)
        self._first, self._goal = int(places[-2]), int(places[-1])
        self._starts = start
        self._forward = _sweep(ends[0] + ends[1], end, start)
        self._backward = _sweep(-(starts[0] + starts[1]), start, end)

    def posteriors(self, scores: Doubles) -> Doubles:
        """Return the probability of every bead when a path's weight is the exponential of its total score."""
        ahead = self._totals(self._forward, scores, self._first, np.logaddexp)
        behind = self._totals(self._backward, scores, self._goal, np.logaddexp)
        start, end = self._starts, self._ends()
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

    def _ends(self) -> Ints:
        ends = np.empty_like(self._starts)
        ends[self._forward.beads] = self._forward.near
        return ends

    def _totals(self, sweep: _Sweep, scores: Doubles, origin: int, combine: np.ufunc) -> Doubles:
        totals = np.full(self._size, -np.inf)
        totals[origin] = 0.0
        ordered, far = scores[sweep.beads], sweep.far
        for first, last, begins, nodes in sweep.steps:
            totals[nodes] = combine.reduceat(totals[far[first:last]] + ordered[first:last], begins)
        return totals


def _sweep(levels: Ints, near: Ints, far: Ints) -> _Sweep:
    beads = np.lexsort((near, levels))
    levels, near, far = levels[beads], near[beads], far[beads]
    cuts = [0, *(np.flatnonzero(np.diff(levels)) + 1).tolist(), len(beads)]
    fresh = np.ones(len(beads), dtype=bool)
    fresh[1:] = near[1:] != near[:-1]
    begins = np.flatnonzero(fresh)
    bounds = np.searchsorted(begins, cuts)
    steps = []
    for first, last, a, b in zip(cuts[:-1], cuts[1:], bounds[:-1], bounds[1:], strict=True):
        steps.append((first, last, begins[a:b] - first, near[begins[a:b]]))
    return _Sweep(beads, near, far, steps if len(beads) else [])
