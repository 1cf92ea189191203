"""Which clauses of two matched parts state the same: runs of clauses, in any order, some of them alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from align.comparison.evidence import Evidence
    from align.comparison.side import Side, Unit

# A longer part is cut into this many runs of clauses; the search grows with the sixth power.
MOST = 7
# How near two runs must be to be worth keeping, set on articles of our own: without it every clause stays.
NEAR_ENOUGH = 0.6
# What words and facts add to the cosine.
WORDS, FACTS = 0.5, 0.15


class Box(NamedTuple):
    """Runs of clauses of both sides, each from a first to before a last."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class _Best:
    value: float
    boxes: tuple[Box, ...]


_NOTHING = _Best(0.0, ())


def match_clauses(evidence: Evidence, article: Unit, reference: Unit) -> list[tuple[Unit, Unit]]:
    """Return the runs of clauses of two parts that correspond; at least one pair.

    The best way to halve both sides again and again, straight or crossed, or to leave a piece alone (an
    inversion transduction grammar; Wu 1997, https://aclanthology.org/J97-3002).
    """
    search = _Search(evidence, article, reference)
    return search.chosen() or [(article, reference)]


def runs_of(side: Side, part: Unit) -> list[Unit]:
    """Return every run of clauses of a part that may be looked at."""
    cuts = _cuts(part)
    return [side.run(cuts[i], cuts[j]) for i, j in _places(cuts)]


def _places(cuts: Sequence[int]) -> list[tuple[int, int]]:
    return [(i, j) for i in range(len(cuts) - 1) for j in range(i + 1, len(cuts))]


class _Search:
    def __init__(self, evidence: Evidence, article: Unit, reference: Unit) -> None:
        self._evidence = evidence
        self._parts = (article, reference)
        self._cuts = (_cuts(article), _cuts(reference))
        self._whole = Box(0, len(self._cuts[0]) - 1, 0, len(self._cuts[1]) - 1)
        self._known: dict[Box, _Best] = {}

    def chosen(self) -> list[tuple[Unit, Unit]]:
        """Return the pairs of the best way."""
        if self._whole == Box(0, 1, 0, 1):
            return []
        return [self._units(box) for box in sorted(self._best(self._whole).boxes)]

    def _best(self, box: Box) -> _Best:
        if box not in self._known:
            one = self._gain(box)
            choices = [_NOTHING, _Best(one, (box,)) if one > 0 else _NOTHING, *self._halved(box)]
            self._known[box] = max(choices, key=lambda best: best.value)
        return self._known[box]

    def _halved(self, box: Box) -> list[_Best]:
        top, bottom, left, right = box
        found = []
        for row in range(top + 1, bottom):
            found += [self._best(Box(top, row, left, right)), self._best(Box(row, bottom, left, right))]
        for column in range(left + 1, right):
            found += [self._best(Box(top, bottom, left, column)), self._best(Box(top, bottom, column, right))]
        for row in range(top + 1, bottom):
            for column in range(left + 1, right):
                found.append(self._both(Box(top, row, left, column), Box(row, bottom, column, right)))
                found.append(self._both(Box(top, row, column, right), Box(row, bottom, left, column)))
        return found

    def _both(self, one: Box, other: Box) -> _Best:
        first, second = self._best(one), self._best(other)
        return _Best(first.value + second.value, first.boxes + second.boxes)

    def _gain(self, box: Box) -> float:
        """Return how near two runs are, over what is near enough, by the share of the parts that they are."""
        article, reference = self._units(box)
        whole = self._units(self._whole)
        share = (len(article.span) / len(whole[0].span) + len(reference.span) / len(whole[1].span)) / 2
        return sqrt(share) * (self._likeness(box, article, reference) - NEAR_ENOUGH)

    def _likeness(self, box: Box, article: Unit, reference: Unit) -> float:
        evidence = self._evidence
        rows, columns = self._rows
        cosine = float(rows[box[:2]] @ columns[box[2:]])
        zh, en = evidence.in_order(article, reference)
        words = evidence.words.coverage(zh, en)
        facts = evidence.facts.pairs(zh, en)
        return cosine + WORDS * sqrt(words.zh * words.en) + FACTS * min(2, len(facts.fitting))

    @cached_property
    def _rows(self) -> tuple[dict[tuple[int, int], NDArray[np.float32]], ...]:
        """The vectors of every run of either side."""
        out = []
        sides = (self._evidence.article, self._evidence.reference)
        for side, cuts, part in zip(sides, self._cuts, self._parts, strict=True):
            rows = self._evidence.vectors.of(side, runs_of(side, part))
            out.append(dict(zip(_places(cuts), rows, strict=True)))
        return tuple(out)

    def _units(self, box: Box) -> tuple[Unit, Unit]:
        rows, columns = self._cuts
        return (
            self._evidence.article.run(rows[box.top], rows[box.bottom]),
            self._evidence.reference.run(columns[box.left], columns[box.right]),
        )


def _cuts(unit: Unit) -> list[int]:
    """Return where the runs of a part begin, and its end."""
    count = unit.last - unit.first
    steps = min(count, MOST)
    return [unit.first + count * step // steps for step in range(steps + 1)]
