"""How much of the words of a Chinese and an English unit mean the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

import numpy as np

from align.comparison.side import words_of
from corpus.script import fold, simplified
from glossary.lexicon import load_lexicon, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from align.comparison.side import Side, Unit
    from align.comparison.vectors import Vectors
    from corpus import Span

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Words whose vectors are this near have nothing in common, or mean the same; between them it is gradual.
UNLIKE, ALIKE = 0.4, 0.8
# Keeps units of a word or two from being covered at once.
SOFT = 1.5
# How far the words reach that tell what a value is the value of, in code points.
REACH = {"zh": 8, "en": 25}
# In a shorter text how often a word is found says little about how much it says.
LEAST_PARTS = 15


@dataclass(frozen=True, slots=True)
class Coverage:
    """The shares of the words of both units that the other one has, and how much is in common by weight."""

    zh: float
    en: float
    weight: float


class WordEvidence:
    """The words of two texts; those found in few parts count more.

    Two words mean the same where CC-CEDICT says so, or more or less where their vectors are near.
    """

    def __init__(self, zh: Side, en: Side, vectors: Vectors) -> None:
        self._zh, self._en = _Vocabulary(zh, vectors), _Vocabulary(en, vectors)

    def coverage(self, zh: Unit, en: Unit) -> Coverage:
        """Return how much of the words of two units agrees."""
        rows, columns = self._zh.numbers(zh.statements), self._en.numbers(en.statements)
        if not len(rows) or not len(columns):
            return Coverage(0.0, 0.0, 0.0)
        alike = self._alike(rows, columns)
        zh_weights, en_weights = self._zh.weights[rows], self._en.weights[columns]
        zh_met, en_met = float(alike.max(axis=1) @ zh_weights), float(alike.max(axis=0) @ en_weights)
        return Coverage(
            zh_met / (zh_weights.sum() + SOFT), en_met / (en_weights.sum() + SOFT), min(zh_met, en_met)
        )

    def around(self, zh: Span, en: Span) -> float:
        """Return how much of the words just before and after two stretches agrees."""
        return self._agreement(_near(self._zh.side, zh), _near(self._en.side, en)) or 0.0

    def behind(self, zh: Span, en: Span) -> float | None:
        """Return how much of the words just after two stretches agrees; None where either has none."""
        return self._agreement(_near(self._zh.side, zh, before=0), _near(self._en.side, en, before=0))

    def _agreement(self, zh: Iterable[str], en: Iterable[str]) -> float | None:
        rows, columns = self._zh.known(zh), self._en.known(en)
        if not len(rows) or not len(columns):
            return None
        return float(self._alike(rows, columns).max(axis=1) @ self._zh.weights[rows])

    def _alike(self, rows: Ints, columns: Ints) -> Floats:
        """Return how alike words are, from 0 to 1."""
        near = self._zh.vectors[rows] @ self._en.vectors[columns].T
        alike = np.clip((near - UNLIKE) / (ALIKE - UNLIKE), 0, 1)
        places = {number: place for place, number in enumerate(columns.tolist())}
        for place, row in enumerate(rows.tolist()):
            for number in self._glosses[row]:
                if number in places:
                    alike[place, places[number]] = 1
        return np.asarray(alike, dtype=np.float32)

    @cached_property
    def _glosses(self) -> list[frozenset[int]]:
        """By Chinese word, the numbers of the English words that the dictionary gives for it."""
        forms: dict[str, list[int]] = {}
        for number, word in enumerate(self._en.words):
            forms.setdefault(stem(word), []).append(number)
        lexicon = load_lexicon()
        return [
            frozenset(number for gloss in lexicon.glosses(word) for number in forms.get(gloss, ()))
            for word in self._zh.words
        ]


class _Vocabulary:
    def __init__(self, side: Side, vectors: Vectors) -> None:
        self.side = side
        self.words = sorted({word for words in side.words for word in words})
        self._places = {word: number for number, word in enumerate(self.words)}
        self.vectors = vectors.of_texts(self.words)
        counts = Counter(word for part in side.parts for word in set(_all(side, part.statements)))
        parts = max(len(side.parts), LEAST_PARTS)
        self.weights = np.array(
            [log((parts + 1) / (counts[word] + 0.5)) for word in self.words], dtype=np.float32
        )

    def numbers(self, statements: Sequence[int]) -> Ints:
        """Return the numbers of the words of some statements, each once."""
        return self.known(_all(self.side, statements))

    def known(self, words: Iterable[str]) -> Ints:
        """Return the numbers of those words that the text has, each once."""
        return np.array(
            sorted({self._places[word] for word in words if word in self._places}), dtype=np.int64
        )


def _all(side: Side, statements: Iterable[int]) -> list[str]:
    return [word for number in statements for word in side.words[number]]


def _near(side: Side, span: Span, *, before: int = 1) -> tuple[str, ...]:
    """Return the words after a stretch, and before it unless told not to, as far as they tell its role."""
    text, reach = side.document.text, REACH[side.lang]
    ahead, behind = text[max(0, span.start - reach * before) : span.start], text[span.end : span.end + reach]
    return words_of(simplified(fold(f"{ahead} {behind}")), side.lang)
