"""Evidence: what is worked out about two texts before any bead is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from align.candidates import LARGEST_SIDE, Band, anchor_band
from align.clauses import split_clauses
from align.coverage import Coverage, match_words
from align.encode import vectors_of
from align.lexicon import load_lexicon
from align.links import link_mass, visit_probabilities
from align.marks import read_marks
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.encode import Encoder, TextVectors
    from align.marks import Marks
    from corpus import Lang

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# A segment is judged by so many characters; no sentence is longer, and a whole book in one line must not take hours.
READ_CHARS = 3000
JOINERS: dict[Lang, str] = {"zh": "", "en": " "}
# How sharply a segment prefers its nearest ones when its attention is shared out.
_SHARPNESS = 20.0
_CLAUSE_SHARPNESS = 16.0


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the aligner reads it."""

    texts: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...]
    marks: Marks
    vectors: TextVectors
    groups: tuple[Floats, ...]  # unit vectors of 1, 2, ... segments in a row

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def owners(self) -> Ints:
        """The segment of every clause."""
        return np.repeat(np.arange(len(self)), [len(clauses) for clauses in self.clauses])

    @property
    def weights(self) -> Doubles:
        """The length of every clause, 1 for that of a mean segment."""
        lengths = np.array(
            [len(clause.encode()) for clauses in self.clauses for clause in clauses], dtype=float
        )
        return lengths * (len(self) / max(lengths.sum(), 1.0))


def read_side(segments: Sequence[str], lang: Lang, encoder: Encoder) -> Side:
    """Return a text as the aligner reads it."""
    texts = tuple((simplified(text) if lang == "zh" else text)[:READ_CHARS] for text in segments)
    clauses = tuple(split_clauses(text, lang) for text in texts)
    vectors = vectors_of(encoder, clauses, JOINERS[lang])
    groups = tuple(vectors.groups(size) for size in range(1, LARGEST_SIDE + 1))
    return Side(texts, clauses, read_marks(segments, lang), vectors, groups)


class Evidence:
    """What is known of a Chinese and an English text. Matrices are Chinese by English segments."""

    def __init__(self, zh: Side, en: Side) -> None:
        self.zh = zh
        self.en = en
        self.similar: Floats = zh.groups[0] @ en.groups[0].T
        self.band: Band = anchor_band(self.similar)
        columns = np.arange(len(en))
        self.near: NDArray[np.bool_] = (columns >= self.band.low[:-1, None]) & (
            columns < self.band.high[1:, None]
        )

    @cached_property
    def coverage(self) -> Coverage:
        """The word matches of the lexicon."""
        return match_words(self.zh.texts, self.en.texts, load_lexicon(), self.band)

    @cached_property
    def best(self) -> tuple[Doubles, Doubles]:
        """For every segment of either side the cosine of its nearest one in the band."""
        inside = np.where(self.near, self.similar, 0).astype(np.float64)
        return inside.max(axis=1), inside.max(axis=0)

    @cached_property
    def links(self) -> dict[str, Doubles]:
        """How much of each segment answers to each of the other side, by clauses on a path, by clauses, by segments."""
        owners, weights = (self.zh.owners, self.en.owners), (self.zh.weights, self.en.weights)
        similar = self.zh.vectors.clauses @ self.en.vectors.clauses.T
        allowed = self.near[owners[0]][:, owners[1]]
        on_path = visit_probabilities(similar, allowed)
        alike = np.where(allowed, np.exp(_CLAUSE_SHARPNESS * (similar.astype(np.float64) - 1)), 0)
        masses = [
            *link_mass(on_path, owners, weights),
            *link_mass(alike, owners, weights),
            *self._attention(),
        ]
        names = ("path zh", "path en", "clauses zh", "clauses en", "segments zh", "segments en")
        return dict(zip(names, masses, strict=True))

    def _attention(self) -> tuple[Doubles, Doubles]:
        weight = np.where(self.near, np.exp(_SHARPNESS * (self.similar.astype(np.float64) - 1)), 0)
        rows, columns = weight.sum(axis=1, keepdims=True), weight.sum(axis=0, keepdims=True)
        return weight / np.maximum(rows, 1e-12), weight / np.maximum(columns, 1e-12)
