"""What is doubtful about an alignment: beads that may be wrong, and texts that hardly are translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.lines import LineIndex
from corpus.pattern import lazy
from glossary.lexicon import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Document
    from corpus.bead import Bead, Bitext

LIMIT_EXCERPT = 24  # characters of each side
# A smaller share of the shorter text's segments with a partner is rare even where pieces are missing.
LEAST_PAIRED = 0.3
_AS_NOT = 0.5  # as probably right as wrong
# Pieces may be missing; a text that has so many times the segments of the other is another text.
MOST_UNLIKE = 8
# Of English words about four in ten are such as "the" and "of"; other languages have few of them.
LEAST_FUNCTION_WORDS = 0.12
LEAST_WORDS = 40
_READ_CHARS = 20_000
_WORD = lazy(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A bead that may be wrong: its number from 1, its probability, where it stands and what it says."""

    number: int
    score: float
    lines: tuple[int, int]
    texts: tuple[str, str]

    def __str__(self) -> str:
        return (
            f"bead {self.number} ({self.score:.2f}), lines {self.lines[0]} and {self.lines[1]}: "
            f"{self.texts[0]} | {self.texts[1]}"
        )


def doubtful_beads(bitext: Bitext) -> tuple[Doubt, ...]:
    """Return the beads with two sides that may be wrong."""
    found = [(number, bead) for number, bead in enumerate(bitext.beads, 1) if bead.is_doubtful]
    if not found:
        return ()
    sources, targets = _Places(bitext.src), _Places(bitext.tgt)
    return tuple(
        Doubt(
            number,
            bead.score or 0.0,
            (sources.line(bead.src.start), targets.line(bead.tgt.start)),
            _excerpts(bitext, bead),
        )
        for number, bead in found
    )


class _Places:
    """The lines on which the segments of a document begin."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._index = LineIndex(document.raw)

    def line(self, segment: int) -> int:
        return self._index.place(self._document.to_raw(self._document.segments[segment].span).start)[0]


def _excerpts(bitext: Bitext, bead: Bead) -> tuple[str, str]:
    cut = [" ".join(text[: 2 * LIMIT_EXCERPT].split()) for text in bitext.texts(bead)]
    source, target = (text if len(text) <= LIMIT_EXCERPT else f"{text[: LIMIT_EXCERPT - 1]}…" for text in cut)
    return source, target


def doubts_about(bitext: Bitext) -> Iterator[str]:
    """Yield what speaks against two texts being translations of each other, a line each."""
    for document in (bitext.src, bitext.tgt):
        yield from _language_doubts(document)
    paired = [bead for bead in bitext.beads if bead.src and bead.tgt and (bead.score or 1.0) >= _AS_NOT]
    found = (
        (len(bitext.src.segments), sum(len(bead.src) for bead in paired), bitext.src),
        (len(bitext.tgt.segments), sum(len(bead.tgt) for bead in paired), bitext.tgt),
    )
    if min(count for count, *_ in found) == 0:
        return
    if max(found[0][0], found[1][0]) > MOST_UNLIKE * min(found[0][0], found[1][0]):
        yield f"{found[0][2].path} has {found[0][0]} segments, {found[1][2].path} {found[1][0]}"
    count, partners, shorter = min(found, key=lambda side: side[0])
    if partners < LEAST_PAIRED * count:
        yield f"{shorter.path}: {partners} of {count} segments have a partner; are both the same text?"


def _language_doubts(document: Document) -> Iterator[str]:
    words = _WORD.findall(document.text[:_READ_CHARS].casefold())
    if document.lang is None and len(words) >= LEAST_WORDS:
        yield f"{document.path}: neither Chinese nor English by its script"
    if document.lang == "en" and len(words) >= LEAST_WORDS:
        known = sum(word in FUNCTION_WORDS for word in words)
        if known < LEAST_FUNCTION_WORDS * len(words):
            yield f"{document.path}: hardly any word is English"
