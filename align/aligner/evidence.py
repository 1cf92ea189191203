"""Evidence: what is worked out about two texts before any bead is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import LARGEST_SIDE, Band, Candidates, anchor_band
from align.aligner.clauses import split_clauses
from align.aligner.coverage import Coverage, match_words
from align.aligner.encode import vectors_of
from align.aligner.lexical import LexicalEncoder, LexicalText
from align.aligner.lexicon import load_lexicon
from align.aligner.marks import read_marks
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.encode import Encoder, TextVectors
    from align.aligner.marks import Marks
    from corpus import Lang

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    # Unit vectors of 1, 2, ... segments in a row, of both sides.
    Groups = tuple[list[Floats], list[Floats]]

# A segment is judged by so many characters: a book in one line must not take hours.
READ_CHARS = 3000
JOINERS: dict[Lang, str] = {"zh": "", "en": " "}
# How sharply a segment prefers its nearest ones when its attention is shared out.
_SHARPNESS = 20.0


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the aligner reads it."""

    texts: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...]
    marks: Marks
    vectors: TextVectors
    words: TextVectors  # those of the lexicon; the same where there is no other encoder

    def __len__(self) -> int:
        return len(self.texts)


def read_side(segments: Sequence[str], lang: Lang, encoder: Encoder) -> Side:
    """Return a text as the aligner reads it."""
    texts = tuple((simplified(text) if lang == "zh" else text)[:READ_CHARS] for text in segments)
    clauses = tuple(split_clauses(text, lang) for text in texts)
    vectors = vectors_of(encoder, clauses, JOINERS[lang])
    words = vectors if isinstance(encoder, LexicalEncoder) else LexicalText(clauses)
    return Side(texts, clauses, read_marks(segments, lang), vectors, words)


class Evidence:
    """What is known of two texts at first sight. Matrices are Chinese by English segments."""

    def __init__(self, zh: Side, en: Side) -> None:
        self.zh = zh
        self.en = en
        self.similar: Floats = zh.vectors.segments @ en.vectors.segments.T
        self.band: Band = anchor_band(self.similar)
        columns = np.arange(len(en))
        self.near: Flags = (columns >= self.band.low[:-1, None]) & (columns < self.band.high[1:, None])

    @cached_property
    def groups(self) -> Groups:
        """Estimated vectors of every group."""
        sizes = range(1, LARGEST_SIDE + 1)
        return [self.zh.vectors.groups(size) for size in sizes], [
            self.en.vectors.groups(size) for size in sizes
        ]

    @cached_property
    def word_groups(self) -> Groups | None:
        """The same by the words of the lexicon, where an encoder tells something else."""
        if self.zh.words is self.zh.vectors:
            return None
        sizes = range(1, LARGEST_SIDE + 1)
        return [self.zh.words.groups(size) for size in sizes], [self.en.words.groups(size) for size in sizes]

    @cached_property
    def best(self) -> tuple[Doubles, Doubles]:
        """For every segment of either side the cosine of its nearest one in the band."""
        inside = np.where(self.near, self.similar, 0).astype(np.float64)
        return inside.max(axis=1), inside.max(axis=0)

    @cached_property
    def coverage(self) -> Coverage:
        """The word matches of the lexicon."""
        return match_words(self.zh.texts, self.en.texts, load_lexicon(), self.band)

    @cached_property
    def attention(self) -> tuple[Doubles, Doubles]:
        """How each segment shares itself out over the near ones of the other side, by their cosines."""
        weight = np.where(self.near, np.exp(_SHARPNESS * (self.similar - 1)), 0).astype(np.float64)
        rows, columns = weight.sum(axis=1, keepdims=True), weight.sum(axis=0, keepdims=True)
        return weight / np.maximum(rows, 1e-12), weight / np.maximum(columns, 1e-12)


def exact_groups(evidence: Evidence, beads: Candidates) -> Groups:
    """Return the vectors of the groups that beads are made of; those of other groups are not worked out."""
    both = (beads.n > 0) & (beads.m > 0)
    zh, en = (beads.zh[both], beads.n[both]), (beads.en[both], beads.m[both])
    return _exact(evidence.zh, *zh), _exact(evidence.en, *en)


def _exact(side: Side, starts: Ints, sizes: Ints) -> list[Floats]:
    groups = []
    for size in range(1, LARGEST_SIDE + 1):
        wanted = np.zeros(max(0, len(side) - size + 1), dtype=bool)
        wanted[starts[sizes == size]] = True
        groups.append(side.vectors.groups(size, wanted))
    return groups
