"""Evidence: what is worked out about two texts before any bead is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import Band, Candidates, anchor_band
from align.aligner.clauses import split_clauses
from align.aligner.coverage import Coverage, match_words
from align.aligner.encode import vectors_of
from align.aligner.groups import SummedGroups, estimated_groups, exact_groups
from align.aligner.keys import read_keys, runs
from align.aligner.layout import equal_counts, plain_layout
from align.aligner.lexical import LexicalText
from align.aligner.lexicon import load_lexicon
from align.aligner.marks import read_marks
from align.aligner.strip import Frame
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.encode import Encoder, TextVectors
    from align.aligner.groups import Groups
    from align.aligner.keys import Keys
    from align.aligner.layout import Layout
    from align.aligner.marks import Marks
    from align.aligner.strip import Sums
    from corpus import Lang

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# A segment is judged by so many characters: a book in one line must not take hours.
READ_CHARS = 3000
JOINERS: dict[Lang, str] = {"zh": "", "en": " "}
# How sharply a segment prefers its nearest ones when its attention is shared out.
_SHARPNESS = 20.0
# What equal numbers of headings add to their similarity, as much as ten sentences that are alike.
_PIN = 5.0


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the aligner reads it."""

    texts: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...]
    marks: Marks
    vectors: TextVectors
    words: LexicalText  # those of the lexicon; the same where there is no other encoder
    layout: Layout

    def __len__(self) -> int:
        return len(self.texts)


def read_side(segments: Sequence[str], lang: Lang, encoder: Encoder, layout: Layout | None = None) -> Side:
    """Return a text as the aligner reads it; without a layout, its lines tell what they are."""
    texts = comparable(segments, lang)
    clauses = tuple(split_clauses(text, lang) for text in texts)
    vectors = vectors_of(encoder, clauses, JOINERS[lang])
    words = vectors if isinstance(vectors, LexicalText) else LexicalText(clauses)
    marks = read_marks(segments, lang)
    return Side(texts, clauses, marks, vectors, words, layout or plain_layout(texts, lang))


def comparable(segments: Sequence[str], lang: Lang) -> tuple[str, ...]:
    """Return what is compared of segments: simplified, and of very long ones the beginning."""
    cut = (text[:READ_CHARS] for text in segments)
    return tuple(map(simplified, cut)) if lang == "zh" else tuple(cut)


class Evidence:
    """What is known of two texts at first sight. Matrices are Chinese by English segments."""

    def __init__(self, zh: Side, en: Side, keys: Keys | None = None) -> None:
        self.zh = zh
        self.en = en
        self.words = SummedGroups(zh.words, en.words)
        # Whether the words of the lexicon are all that is known of the meaning.
        self.lexical = zh.words is zh.vectors
        self.similar: Floats = (
            self.words.similar if self.lexical else zh.vectors.segments @ en.vectors.segments.T
        )
        self.band: Band = anchor_band(self._pinned())
        self.frame = Frame(self.band)
        self._keys = keys

    def _pinned(self) -> Floats:
        """Return the similarities with the headings that count the same pinned to each other."""
        rows, columns = equal_counts(self.zh.layout, self.en.layout)
        if not len(rows):
            return self.similar
        pinned = self.similar.copy()
        pinned[rows, columns] += _PIN
        return pinned

    @cached_property
    def groups(self) -> Groups:
        """How near the groups of both sides are, as an estimate."""
        return self.words if self.lexical else estimated_groups(self.zh.vectors, self.en.vectors)

    def exact_groups(self, beads: Candidates) -> Groups:
        """Return how near the groups are that beads are made of."""
        return self.words if self.lexical else exact_groups(self.zh.vectors, self.en.vectors, beads)

    @cached_property
    def near(self) -> tuple[Ints, Ints]:
        """The pairs of segments inside the band, row by row."""
        counts = self.band.high[1:] - self.band.low[:-1]
        return np.repeat(np.arange(len(self.zh)), counts), runs(self.band.low[:-1], counts)

    @cached_property
    def best(self) -> tuple[Doubles, Doubles]:
        """For every segment of either side the cosine of its nearest one in the band."""
        found = np.zeros(len(self.zh)), np.zeros(len(self.en))
        similar = self.similar[self.near]
        for best, owners in zip(found, self.near, strict=True):
            np.maximum.at(best, owners, similar)
        return found

    @cached_property
    def coverage(self) -> Coverage:
        """The word matches of the lexicon."""
        keys = self._keys or read_keys(self.zh.texts, self.en.texts, load_lexicon())
        return match_words(keys, self.band, self.frame)

    @cached_property
    def attention(self) -> tuple[Sums, Sums]:
        """How each segment shares itself out over the near ones of the other side, by their cosines."""
        weight = np.exp(_SHARPNESS * (self.similar[self.near].astype(np.float64) - 1))
        shares = (weight / np.maximum(np.bincount(owners, weight), 1e-12)[owners] for owners in self.near)
        zh, en = (self.frame.sums(*self.near, share) for share in shares)
        return zh, en
