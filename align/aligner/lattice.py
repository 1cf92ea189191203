"""Paths through candidate beads: the best one, and how probable every bead is over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Sweep:
    """Beads in the order in which one direction takes them, in steps within which none waits for another."""

    beads: Ints  # their order
    far: Ints  # the node that each is reached from
    steps: list[tuple[int, int, Ints, Ints]]  # first bead, last bead, where a node's beads begin, the nodes


class Lattice:
    """Beads as edges between borders; every path from start to end tiles both texts.

    A border that every path passes, a waist, cuts the lattice in two parts: it is a node at the end of
    the one and another node at the start of the other, and the parts are worked on at the same time.

    Args of the constructor: where each bead begins and ends, as pairs of border numbers, and the last border.
    """

    def __init__(self, starts: tuple[Ints, Ints], ends: tuple[Ints, Ints], last: tuple[int, int]) -> None:
        numbers, levels = _numbered([starts, ends], last)
        first, second = (numbers[zh * (last[1] + 1) + en] for zh, en in (starts, ends))
        waist = _waists(levels, first, second)
        part = np.cumsum(waist) - 1  # of a node as a start; as an end, a waist is in the part before
        # A waist as an end gets a number of its own.
        count, places = len(levels), np.flatnonzero(waist)
        reached = levels - levels[places[part]]
        goals = levels[places[1:]] - levels[places[:-1]]
        order = np.argsort(np.append(reached, goals), kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        as_end = np.arange(count)
        as_end[places[1:]] = count + np.arange(len(goals))
        self._starts, self._ends = rank[first], rank[as_end[second]]
        self._origins, self._goals = rank[places[:-1]], rank[count:]
        self._part = part[first]
        self._size = len(order)
        steps = np.append(reached, goals)[order]
        self._forward = _sweep(steps, self._ends, self._starts)
        self._backward = _sweep(steps, self._starts, self._ends, back=True)

    def posteriors(self, scores: Doubles) -> Doubles:
        """Return the probability of every bead when a path's weight is the exponential of its total score.

        They are not numbers in a part through which no path leads.
        """
        ahead = self._totals(self._forward, scores, self._origins, np.logaddexp)
        behind = self._totals(self._backward, scores, self._goals, np.logaddexp)
        total = ahead[self._goals][self._part]
        with np.errstate(invalid="ignore"):
            chances = ahead[self._starts] + scores + behind[self._ends] - total
        return np.asarray(np.exp(np.minimum(chances, 0.0)))

    def best_path(self, scores: Doubles) -> Ints:
        """Return the beads of the path with the highest total, in order; of equals, the first listed."""
        reached = self._totals(self._forward, scores, self._origins, np.maximum)
        beads = self._forward.beads
        through = reached[self._starts[beads]] + scores[beads]
        bounds = np.searchsorted(self._ends[beads], np.arange(self._size + 1)).tolist()
        origins, path = self._origins.tolist(), []
        for part in range(len(origins) - 1, -1, -1):
            node = int(self._goals[part])
            while node != origins[part]:
                first = bounds[node]
                bead = int(beads[first + int(np.argmax(through[first : bounds[node + 1]]))])
                path.append(bead)
                node = int(self._starts[bead])
        return np.array(path[::-1], dtype=np.int64)

    def total(self, scores: Doubles) -> float:
        """Return the logarithm of the summed weight of all paths."""
        return float(self._totals(self._forward, scores, self._origins, np.logaddexp)[self._goals].sum())

    def _totals(self, sweep: _Sweep, scores: Doubles, origins: Ints, combine: np.ufunc) -> Doubles:
        totals = np.full(self._size, -np.inf)
        totals[origins] = 0.0
        ordered, far = scores[sweep.beads], sweep.far
        for first, last, begins, nodes in sweep.steps:
            totals[nodes] = combine.reduceat(totals[far[first:last]] + ordered[first:last], begins)
        return totals


def _numbered(borders: list[tuple[Ints, Ints]], last: tuple[int, int]) -> tuple[Ints, Ints]:
    """Return the number of every border that is met, by its code, in the order of their levels; and these.

    The level of a border is how many segments stand before it on both sides.
    """
    width = last[1] + 1
    met = np.zeros((last[0] + 1) * width, dtype=bool)
    met[0] = met[-1] = True
    for zh, en in borders:
        met[zh * width + en] = True
    codes = np.flatnonzero(met)
    levels = codes // width + codes % width
    order = _sorted(levels)
    numbers = np.zeros(len(met), dtype=np.int64)
    numbers[codes[order]] = np.arange(len(codes))
    return numbers, levels[order]


def _waists(levels: Ints, starts: Ints, ends: Ints) -> Flags:
    """Tell which borders every path passes: alone on their level, with no bead that passes it by."""
    last = int(levels[-1])
    over = np.bincount(levels[starts] + 1, minlength=last + 2) - np.bincount(levels[ends], minlength=last + 2)
    alone = (np.bincount(levels, minlength=last + 1) == 1) & (np.cumsum(over)[: last + 1] == 0)
    return np.asarray(alone[levels])


def _sweep(levels: Ints, near: Ints, far: Ints, *, back: bool = False) -> _Sweep:
    """Return the sweep from the lowest level of a node to the highest, or back."""
    beads = _sorted(near)
    near, far = near[beads], far[beads]
    cuts = [0, *(np.flatnonzero(np.diff(levels[near])) + 1).tolist(), len(beads)]
    begins = np.flatnonzero(np.diff(near, prepend=-1))
    bounds, nodes = np.searchsorted(begins, cuts).tolist(), near[begins]
    steps = [
        (first, last, begins[a:b] - first, nodes[a:b])
        for first, last, a, b in zip(cuts[:-1], cuts[1:], bounds[:-1], bounds[1:], strict=True)
    ]
    return _Sweep(beads, far, (steps[::-1] if back else steps) if len(beads) else [])


def _sorted(numbers: Ints) -> Ints:
    """Return the order of numbers; numpy sorts short integers several times as fast."""
    short = len(numbers) > 0 and int(numbers.max()) < 1 << 16
    return np.argsort(numbers.astype(np.uint16) if short else numbers, kind="stable")
