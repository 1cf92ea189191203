"""Vectors without a model: a text is the English words that it holds, or that its Chinese words may mean."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import unit_rows
from align.aligner.reading import DIM, distinct, read_alone, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.reading import Reading

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]


class LexicalEncoder:
    """Hashed stems, rare ones weighted up; a Chinese word shares its weight among its glosses."""

    signature = "lexical-1"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text, shape ``(len(texts), 1024)``."""
        return self.pool([(text,) for text in texts], "").segments

    def pool(self, segments: Sequence[Sequence[str]], joiner: str) -> LexicalText:  # noqa: ARG002  # words are summed
        """Return the vectors of a text given as segments, each as clauses."""
        return LexicalText(read_alone(segments))


class LexicalText:
    """The vectors of a text's segments, of runs of segments, and of clauses: sums over their words."""

    def __init__(self, reading: Reading) -> None:
        self._first = reading.first
        self._clauses, self._dimensions, self._values = _weighted(reading)
        owners = np.repeat(np.arange(len(reading)), np.diff(reading.first))
        self.sums = _summed(owners[self._clauses], self._dimensions, self._values, len(reading))

    @cached_property
    def segments(self) -> Floats:
        """One unit row a segment."""
        return unit_rows(self.sums)

    def groups(self, size: int, wanted: Flags | None = None) -> Floats:  # noqa: ARG002  # all are cheap
        """Return one unit row for every ``size`` segments in a row."""
        count = max(0, len(self.sums) - size + 1)
        total = np.zeros((count, DIM), dtype=np.float32)
        for shift in range(size):
            total += self.sums[shift : shift + count]
        return unit_rows(total)

    def clauses(self, segments: Ints) -> Floats:
        """Return one unit row a clause of the given segments, in order."""
        wanted = runs(self._first[segments], np.diff(self._first)[segments])
        first = np.searchsorted(self._clauses, wanted)
        counts = np.searchsorted(self._clauses, wanted, side="right") - first
        entries = runs(first, counts)
        owners = np.repeat(np.arange(len(wanted)), counts)
        return unit_rows(_summed(owners, self._dimensions[entries], self._values[entries], len(wanted)))


def _weighted(reading: Reading) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Return the words of every clause by their dimensions, as clauses in order, dimensions and weights.

    A word found in few of the clauses counts more.
    """
    known, count = max(1, len(reading.vocabulary)), len(reading.words)
    owners, words = np.divmod(distinct(reading.words.owners * known + reading.words.numbers), known)
    dimensions = reading.vocabulary.dimensions
    starts, sizes = dimensions.bounds[words], np.diff(dimensions.bounds)[words]
    weights = np.log((count + 1) / (np.bincount(words, minlength=known) + 0.5))[words]
    weights /= np.sqrt(np.maximum(sizes, 1))
    return np.repeat(owners, sizes), dimensions.numbers[runs(starts, sizes)], np.repeat(weights, sizes)


def _summed(rows: Ints, dimensions: Ints, values: NDArray[np.float64], count: int) -> Floats:
    sums = np.zeros(count * DIM, dtype=np.float32)
    np.add.at(sums, rows * DIM + dimensions, values.astype(np.float32))
    return sums.reshape(-1, DIM)
