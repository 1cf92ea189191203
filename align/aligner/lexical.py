"""Vectors without a model: a text is the English words that it holds, or that its Chinese words may mean."""

from __future__ import annotations

import re
import zlib
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import unit_rows
from align.aligner.keys import runs
from align.aligner.lexicon import content_stems, load_lexicon
from corpus.script import HAN, fold, has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

DIM = 1024
_HAN_RUN = re.compile(f"[{HAN}]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class LexicalEncoder:
    """Hashed stems, rare ones weighted up; a Chinese word shares its weight among its glosses."""

    signature = "lexical-1"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text, shape ``(len(texts), 1024)``."""
        return self.pool([(text,) for text in texts], "").segments

    def pool(self, segments: Sequence[Sequence[str]], joiner: str) -> LexicalText:  # noqa: ARG002  # words are summed
        """Return the vectors of a text given as segments, each as clauses."""
        return LexicalText(segments)


class LexicalText:
    """The vectors of a text's segments, of runs of segments, and of clauses: sums over their words."""

    def __init__(self, segments: Sequence[Sequence[str]]) -> None:
        counts = np.fromiter(map(len, segments), np.int64, len(segments))
        self._first = np.append(0, np.cumsum(counts))  # clause of every segment
        self._clauses, self._dimensions, self._values = _weighted(list(chain.from_iterable(segments)))
        owners = np.repeat(np.arange(len(segments)), counts)
        self.sums = _summed(owners[self._clauses], self._dimensions, self._values, len(segments))
        self.segments = unit_rows(self.sums)

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


def _weighted(texts: Sequence[str]) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Return the words of every text by their dimensions, as texts in order, dimensions and weights.

    A word found in few of the texts counts more.
    """
    numbers: dict[str, int] = {}
    found = [
        [numbers.setdefault(word, len(numbers)) for word in dict.fromkeys(_words(text))] for text in texts
    ]
    words = np.fromiter(chain.from_iterable(found), np.int64)
    owners = np.repeat(np.arange(len(texts)), np.fromiter(map(len, found), np.int64, len(texts)))
    places = [_places(word) for word in numbers]
    counts = np.fromiter(map(len, places), np.int64, len(places))
    dimensions = np.fromiter(chain.from_iterable(places), np.int64)
    weights = np.log((len(texts) + 1) / (np.bincount(words, minlength=len(numbers)) + 0.5))
    weights /= np.sqrt(np.maximum(counts, 1))
    taken = runs((np.cumsum(counts) - counts)[words], counts[words])
    repeats = counts[words]
    return np.repeat(owners, repeats), dimensions[taken], np.repeat(weights[words], repeats)


def _summed(rows: Ints, dimensions: Ints, values: NDArray[np.float64], count: int) -> Floats:
    return np.bincount(rows * DIM + dimensions, values, count * DIM).reshape(-1, DIM).astype(np.float32)


def _words(text: str) -> list[str]:
    folded = text if text.isascii() else fold(text)
    words = [number.replace(",", "") for number in _NUMBER.findall(folded)] + content_stems(folded)
    if not text.isascii() and (found := _HAN_RUN.findall(text)):
        lexicon = load_lexicon()
        for run in found:
            words += lexicon.words(run)
    return words


@cache
def _places(word: str) -> tuple[int, ...]:
    """Return the dimensions of a word: those of its glosses, or of itself where it is not Chinese."""
    names = load_lexicon().glosses(word) if has_han(word) else [word]
    return tuple(sorted({zlib.crc32(name.encode()) % DIM for name in names}))
