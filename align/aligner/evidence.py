"""Evidence: what is worked out about two texts before any bead is weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import Band, Candidates, anchor_band
from align.aligner.concepts import with_terms
from align.aligner.coverage import Coverage, match_words
from align.aligner.encode import vectors_of
from align.aligner.groups import SummedGroups, estimated_groups, exact_groups
from align.aligner.keys import read_keys
from align.aligner.layout import equal_counts, plain_layout
from align.aligner.lexical import LexicalEncoder, LexicalText
from align.aligner.marks import read_marks
from align.aligner.reading import read_texts, runs
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
    from align.aligner.reading import Reading
    from align.aligner.strip import Sums
    from corpus import Lang
    from glossary.termbase import TermBase

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

    reading: Reading
    marks: Marks
    vectors: TextVectors
    words: LexicalText  # those of the lexicon; the same where there is no other encoder
    layout: Layout

    def __len__(self) -> int:
        return len(self.reading)


def read_sides(
    zh: Sequence[str], en: Sequence[str], encoder: Encoder, terms: TermBase | None = None
) -> tuple[Side, Side]:
    """Return a Chinese and an English text as the aligner reads them, given their lines."""
    readings = read_comparable(zh, en, terms)
    layouts = plain_layout(comparable(zh, "zh"), "zh"), plain_layout(en, "en")
    return (
        side_of(zh, readings[0], "zh", encoder, layouts[0]),
        side_of(en, readings[1], "en", encoder, layouts[1]),
    )


def side_of(segments: Sequence[str], reading: Reading, lang: Lang, encoder: Encoder, layout: Layout) -> Side:
    """Return a text as the aligner reads it, given its words."""
    words = LexicalText(reading)
    vectors = (
        words
        if encoder.signature == LexicalEncoder.signature
        else vectors_of(encoder, reading.clauses, JOINERS[lang])
    )
    return Side(reading, read_marks(segments, lang), vectors, words, layout)


def read_comparable(zh: Sequence[str], en: Sequence[str], terms: TermBase | None) -> tuple[Reading, Reading]:
    """Return the words of both texts, and the entries of a glossary that they share."""
    readings = read_texts(comparable(zh, "zh"), comparable(en, "en"))
    return with_terms(*readings, terms) if terms else readings


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
        self.keys = keys or read_keys(zh.reading, en.reading)

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
    def best(self) -> tuple[Doubles, Doubles]:
        """For every segment of either side the cosine of its nearest one in the band."""
        found = np.zeros(len(self.zh)), np.zeros(len(self.en))
        near = _cells(self.band)
        for best, owners in zip(found, near, strict=True):
            np.maximum.at(best, owners, self.similar[near])
        return found


class Window:
    """What the segments of two texts have in common inside a band."""

    def __init__(self, evidence: Evidence, band: Band) -> None:
        self.evidence = evidence
        self.band = band
        self.frame = Frame(band)

    def coverage(self) -> Coverage:
        """Return the word matches of the lexicon."""
        return match_words(self.evidence.keys, self.band, self.frame)

    def attention(self) -> tuple[Sums, Sums]:
        """Return how each segment shares itself out over the near ones of the other side."""
        near = _cells(self.band)
        weight = np.exp(_SHARPNESS * (self.evidence.similar[near].astype(np.float64) - 1))
        shares = (weight / np.maximum(np.bincount(owners, weight), 1e-12)[owners] for owners in near)
        zh, en = (self.frame.sums(*near, share) for share in shares)
        return zh, en


def _cells(band: Band) -> tuple[Ints, Ints]:
    """Return the pairs of segments inside a band, row by row."""
    counts = band.high[1:] - band.low[:-1]
    return np.repeat(np.arange(len(counts)), counts), runs(band.low[:-1], counts)
