"""Vectors without a model: a text is the English words that it holds, or that its Chinese words may mean."""

from __future__ import annotations

import zlib
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import unit_rows
from align.aligner.lexicon import content_stems, load_lexicon
from corpus.pattern import lazy
from corpus.script import HAN, fold, has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

DIM = 1024
_HAN_RUN = lazy(f"[{HAN}]+")
_NUMBER = lazy(r"\d+(?:[.,]\d+)*")


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
        clauses = [clause for segment in segments for clause in segment]
        self._ends = np.cumsum([len(segment) for segment in segments], dtype=np.int64)
        self._rows = _sum_words([_words(clause) for clause in clauses])
        whole = np.zeros((len(segments), DIM), dtype=np.float32)
        owners = np.repeat(np.arange(len(segments)), [len(segment) for segment in segments])
        np.add.at(whole, owners, self._rows)
        self._whole = whole
        self.segments = unit_rows(whole)

    def groups(self, size: int, wanted: Flags | None = None) -> Floats:  # noqa: ARG002  # all are cheap
        """Return one unit row for every ``size`` segments in a row."""
        count = max(0, len(self._whole) - size + 1)
        total = np.zeros((count, DIM), dtype=np.float32)
        for shift in range(size):
            total += self._whole[shift : shift + count]
        return unit_rows(total)

    def clauses(self, segments: Ints) -> Floats:
        """Return one unit row a clause of the given segments, in order."""
        starts = np.append(0, self._ends)
        places = [np.arange(starts[n], starts[n + 1]) for n in segments.tolist()]
        return unit_rows(self._rows[np.concatenate([np.zeros(0, dtype=np.int64), *places])])


def _words(text: str) -> list[str]:
    folded = fold(text)
    words = [number.replace(",", "") for number in _NUMBER.findall(folded)] + content_stems(folded)
    if has_han(text):
        lexicon = load_lexicon()
        words += [word for run in _HAN_RUN.findall(text) for word in lexicon.words(run)]
    return words


def _sum_words(texts: list[list[str]]) -> Floats:
    """Return the sum of the word vectors of every text; a word found in few of them counts more."""
    found = Counter(word for words in texts for word in set(words))
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for number, words in enumerate(texts):
        for word in set(words):
            places = _places(word)
            weight = np.log((len(texts) + 1) / (found[word] + 0.5)) / max(1, len(places)) ** 0.5
            rows += [number] * len(places)
            columns += places
            values += [weight] * len(places)
    flat = np.array(rows, dtype=np.int64) * DIM + np.array(columns, dtype=np.int64)
    summed = np.bincount(flat, np.array(values, dtype=float), len(texts) * DIM)
    return summed.reshape(-1, DIM).astype(np.float32)


@cache
def _places(word: str) -> tuple[int, ...]:
    """Return the dimensions of a word: those of its glosses, or of itself where it is not Chinese."""
    names = load_lexicon().glosses(word) if has_han(word) else [word]
    return tuple(sorted({zlib.crc32(name.encode()) % DIM for name in names}))
