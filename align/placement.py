"""Which texts of two documents make a pair, and where in the files they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from align.article import Pair
from corpus import Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus import Document, Lang, Segment
    from corpus.bead import Bitext

OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A pair with the spans of its sides in their documents' ``text``; None for a side it has not."""

    pair: Pair
    src: Span | None
    tgt: Span | None


def place_alone(target: Document) -> tuple[Placed, ...]:
    """Return a pair without a source for every block of a translation that stands alone.

    A block and not a segment, because quotes and brackets are balanced in a paragraph.
    """
    blocks = groupby(target.segments, lambda segment: segment.block)
    return tuple(_placed(None, target, (), tuple(block)) for _, block in blocks)


def place_beads(bitext: Bitext) -> tuple[Placed, ...]:
    """Return a pair for every bead of a source and its translation."""
    return tuple(
        _placed(
            bitext.src,
            bitext.tgt,
            _cut(bitext.src, bead.src),
            _cut(bitext.tgt, bead.tgt),
            score=bead.score,
        )
        for bead in bitext.beads
    )


def _cut(document: Document, segments: range) -> tuple[Segment, ...]:
    return document.segments[segments.start : segments.stop]


def _placed(
    source: Document | None,
    target: Document,
    src: Sequence[Segment],
    tgt: Sequence[Segment],
    *,
    score: float | None = None,
) -> Placed:
    tgt_lang = target.lang or "en"
    src_span, tgt_span = _hull(src), _hull(tgt)
    pair = Pair(
        src=src_span.of(source.text) if source and src_span else "",
        tgt=tgt_span.of(target.text) if tgt_span else "",
        src_lang=OTHER[tgt_lang],
        tgt_lang=tgt_lang,
        role=next((segment.role for segment in (*tgt, *src)), Role.PARAGRAPH),
        score=score,
    )
    return Placed(pair, src_span, tgt_span)


def _hull(segments: Sequence[Segment]) -> Span | None:
    return Span(segments[0].span.start, segments[-1].span.end) if segments else None
