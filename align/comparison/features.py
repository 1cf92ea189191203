"""What the model weighs about a pair of segments, and then about its neighbours and rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.comparison.order import between

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.comparison.evidence import Evidence
    from align.comparison.side import Side, Unit

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Pairs looked at for each segment, by meaning; in an article of the usual length these are all.
NEAREST = 40
# Neighbours that tell a segment which is near to everything (a hub).
HUB = 4
# The cosine of the nearest two parts that have nothing to do with each other, and what their words share.
STRANGERS, STRANGERS_WORDS = 0.3, 0.15
# English characters for a Chinese one.
ENGLISH_CHARS = 3.3
_SHORT = 5.0
_SURELY = 0.02


class Pairs:
    """Candidate pairs of segments: the number in the article, and that in the reference."""

    def __init__(self, article: Ints, reference: Ints, shape: tuple[int, int]) -> None:
        self.article, self.reference, self.shape = article, reference, shape

    def __len__(self) -> int:
        return len(self.article)

    def dense(self, values: Doubles) -> Doubles:
        """Return values of the pairs as a matrix, with 0 for all other pairs."""
        matrix = np.zeros(self.shape)
        matrix[self.article, self.reference] = values
        return matrix

    def of(self, matrix: NDArray[np.floating]) -> Doubles:
        """Return the values that a matrix has for the pairs."""
        return np.asarray(matrix[self.article, self.reference], dtype=np.float64)


def nearest_pairs(cosine: Floats) -> Pairs:
    """Return the pairs that are among the nearest of either segment."""
    chosen = np.zeros(cosine.shape, dtype=bool)
    for axis in (0, 1):
        size = min(NEAREST, cosine.shape[axis])
        if size:
            places = np.argpartition(-cosine, size - 1, axis=axis).take(range(size), axis=axis)
            np.put_along_axis(chosen, places, values=True, axis=axis)
    rows, columns = np.nonzero(chosen)
    return Pairs(rows, columns, (cosine.shape[0], cosine.shape[1]))


def part_cosines(evidence: Evidence) -> Floats:
    """Return the cosine of every segment of the article with every one of the reference."""
    article, reference = evidence.article, evidence.reference
    return evidence.vectors.of(article, article.parts) @ evidence.vectors.of(reference, reference.parts).T


def first_features(evidence: Evidence, cosine: Floats, pairs: Pairs) -> dict[str, Doubles]:
    """Return what two segments have in common."""
    return {
        **_meaning(evidence, cosine, pairs),
        **_wording(evidence, pairs),
        **_facts(evidence, pairs),
        "same year": _same_year(evidence, pairs),
        "length": _lengths(evidence, pairs),
    }


def _meaning(evidence: Evidence, cosine: Floats, pairs: Pairs) -> dict[str, Doubles]:
    near = pairs.of(cosine)
    hubs = _mean_of_highest(cosine, 1)[pairs.article] + _mean_of_highest(cosine, 0)[pairs.reference]
    margins = [near - pairs.of(_best_other(cosine, axis, alone=STRANGERS)) for axis in (0, 1)]
    return {
        "cosine": near,
        "cosine squared": np.maximum(near, 0) ** 2,
        "cosine over hubs": 2 * near - hubs,
        "cosine lead": np.minimum(*margins),
        "cosine lead of either": np.maximum(*margins),
        "best clauses": pairs.of(_best_clauses(evidence)),
    }


def _wording(evidence: Evidence, pairs: Pairs) -> dict[str, Doubles]:
    found = [evidence.words.coverage(*evidence.in_order(*units)) for units in _units(evidence, pairs)]
    zh, en = np.array([item.zh for item in found]), np.array([item.en for item in found])
    both = np.sqrt(zh * en)
    matrix = pairs.dense(both)
    margins = [both - pairs.of(_best_other(matrix, axis, alone=STRANGERS_WORDS)) for axis in (0, 1)]
    return {
        "words": np.minimum(zh, en),
        "words of either": np.maximum(zh, en),
        "weight of words": np.log1p(np.array([item.weight for item in found])),
        "lead in words": np.minimum(*margins),
        "lead in words of either": np.maximum(*margins),
    }


def _facts(evidence: Evidence, pairs: Pairs) -> dict[str, Doubles]:
    facts = evidence.facts
    found = [facts.pairs(*evidence.in_order(*units)) for units in _units(evidence, pairs)]
    names = [evidence.names.shared(*evidence.in_order(*units)) for units in _units(evidence, pairs)]
    fitting = [sum(min(map(facts.weight, two)) for two in item.fitting) for item in found]
    left = [[sum(map(facts.weight, side)) for side in (item.only_zh, item.only_en)] for item in found]
    return {
        "facts": np.log1p(np.array(fitting)),
        "facts left": np.log1p(np.array([min(two) for two in left])),
        "facts left of either": np.log1p(np.array([max(two) for two in left])),
        "names": np.log1p(np.array([item.shared for item in names])),
        "names left": np.log1p(np.array([item.only_zh + item.only_en for item in names])),
    }


def _same_year(evidence: Evidence, pairs: Pairs) -> Doubles:
    """Return 1 where two parts are about one year, given in them or before them in their blocks."""
    article, reference = evidence.article, evidence.reference
    years = [
        (
            {article.years[number] for number in one.statements} - {None},
            {reference.years[number] for number in other.statements} - {None},
        )
        for one, other in _units(evidence, pairs)
    ]
    return np.array([not one.isdisjoint(other) for one, other in years], dtype=np.float64)


def _lengths(evidence: Evidence, pairs: Pairs) -> Doubles:
    article, reference = _length_of(evidence.article), _length_of(evidence.reference)
    return np.abs(np.log(article[pairs.article] / reference[pairs.reference]))


def _length_of(side: Side) -> Doubles:
    chars = np.array([len(unit.span) for unit in side.parts], dtype=np.float64)
    return chars / (ENGLISH_CHARS if side.lang == "en" else 1.0) + _SHORT


def _units(evidence: Evidence, pairs: Pairs) -> list[tuple[Unit, Unit]]:
    article, reference = evidence.article.parts, evidence.reference.parts
    return [(article[i], reference[j]) for i, j in zip(pairs.article, pairs.reference, strict=True)]


def _best_clauses(evidence: Evidence) -> Floats:
    """Return the highest cosine of any two statements, by part."""
    article, reference = evidence.article, evidence.reference
    rows = evidence.vectors.of(article, article.statements)
    cosine = rows @ evidence.vectors.of(reference, reference.statements).T
    by_part = np.maximum.reduceat(cosine, [part.first for part in article.parts], axis=0)
    return np.asarray(np.maximum.reduceat(by_part, [part.first for part in reference.parts], axis=1))


def _mean_of_highest(matrix: Floats, axis: int) -> Doubles:
    """Return the mean of the highest values along an axis; what a short text lacks are strangers."""
    size = min(HUB, matrix.shape[axis])
    highest = -np.partition(-matrix, size - 1, axis=axis).take(range(size), axis=axis)
    return np.asarray((highest.sum(axis=axis) + STRANGERS * (HUB - size)) / HUB, dtype=np.float64)


def _best_other(matrix: NDArray[np.floating], axis: int, *, alone: float) -> NDArray[np.floating]:
    """Return for every place the highest other value in its row or column; ``alone`` where there is none."""
    if matrix.shape[axis] < 2:
        return np.full_like(matrix, alone)
    highest = -np.partition(-matrix, 1, axis=axis)
    best, second = highest.take([0], axis=axis), highest.take([1], axis=axis)
    return np.where(matrix == best, second, best)


def second_features(probable: Doubles, pairs: Pairs) -> dict[str, Doubles]:
    """Return what the first look says about a pair, its rivals and its neighbours.

    A match supports the pairs of the segments just before and after it; rivals speak against it.
    """
    matrix = pairs.dense(probable)
    rivals = [pairs.of(_best_other(matrix, axis, alone=0.0)) for axis in (1, 0)]
    around = np.pad(matrix, 1)

    def beside(*steps: tuple[int, int]) -> Doubles:
        n, m = matrix.shape
        found = [around[1 + i : 1 + i + n, 1 + j : 1 + j + m] for i, j in steps]
        return pairs.of(np.maximum.reduce(found))

    return {
        "first look": logits(probable),
        "rival of article": rivals[0],
        "rival of reference": rivals[1],
        "lead over article": _lead(probable, rivals[0]),
        "lead over reference": _lead(probable, rivals[1]),
        "next to a match": beside((1, 1), (-1, -1)),
        "next to a match, crossed": beside((1, -1), (-1, 1)),
        "same reference next": beside((1, 0), (-1, 0)),
        "between matches": pairs.of(between(matrix)),
        "shared": np.full(len(pairs), np.log(_share(matrix) + _SURELY)),
    }


def logits(probable: Doubles) -> Doubles:
    """Return the logarithms of the odds, as far as they matter."""
    return np.clip(np.log(probable / (1 - probable)), -9, 9)


def _lead(probable: Doubles, rival: Doubles) -> Doubles:
    return np.clip(np.log(probable / (rival + _SURELY)), -5, 3)


def _share(matrix: Doubles) -> float:
    """Return how much of the shorter text the first look finds in the other."""
    return float(matrix.max(axis=1).sum() / max(1, min(matrix.shape)))
