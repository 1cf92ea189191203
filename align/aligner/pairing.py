"""Alignment of a text with its translation: from segments, or documents, to beads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import Encoder, load_encoder
from align.aligner.evidence import Evidence, read_comparable, side_of
from align.aligner.keys import read_keys
from align.aligner.layout import plain_layout, read_layout
from align.aligner.model import choose, weights_for
from align.aligner.passages import OVERLAP, next_passage, plot_course
from corpus.bead import Bead, Bitext
from corpus.script import lang_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from align.aligner.evidence import Side
    from align.aligner.layout import Layout
    from align.aligner.model import Scored
    from align.aligner.reading import Reading
    from corpus import Document, Lang
    from glossary.termbase import TermBase

    BeadsOf = Callable[["Text", "Text", Lang, "Means"], tuple[Bead, ...]]

DEFAULT_ENCODER = "use"
# A bead at least this probable, between two such beads, ends a passage of a long text.
_SURE = 0.9


class Means:
    """What texts are aligned with: an encoder, or the name of one, and names that both sides may have."""

    def __init__(self, encoder: str | Encoder = DEFAULT_ENCODER, terms: TermBase | None = None) -> None:
        self.encoder = load_encoder(encoder) if isinstance(encoder, str) else encoder
        self.terms = terms


@dataclass(frozen=True, slots=True)
class Text:
    """The segments of a text and what each of them is in its document."""

    segments: Sequence[str]
    layout: Layout

    def part(self, segments: slice) -> Text:
        """Return some segments in a row."""
        return Text(self.segments[segments], self.layout.part(segments))

    def taken(self, order: Sequence[int]) -> Text:
        """Return the segments in another order."""
        return Text([self.segments[number] for number in order], self.layout.taken(order))


def text_of(document: Document, lang: Lang) -> Text:
    """Return the text of a document."""
    return Text([segment.text for segment in document.segments], read_layout(document, lang))


def text_of_lines(segments: Sequence[str], lang: Lang) -> Text:
    """Return the text of segments of which no more is known than what they say."""
    return Text(segments, plain_layout(segments, lang))


def pair_documents(
    src: Document, tgt: Document, *, encoder: str | Encoder = DEFAULT_ENCODER, terms: TermBase | None = None
) -> Bitext:
    """Return two documents with the beads that align them; either may be the Chinese one.

    ``terms`` are names that both may have: where they stand on both sides speaks for a pair.
    """
    return bitext_of(src, tgt, Means(encoder, terms), _pair)


def pair_segments(
    src: Sequence[str],
    tgt: Sequence[str],
    *,
    encoder: str | Encoder = DEFAULT_ENCODER,
    terms: TermBase | None = None,
    src_lang: Lang | None = None,
) -> tuple[Bead, ...]:
    """Return the beads that align a text with its translation, in order; every segment stands in exactly one.

    Args:
        src: The segments of one text.
        tgt: The segments of the other.
        encoder: An encoder or the name of one.
        terms: Names that both may have.
        src_lang: The language of ``src``; found from the scripts of both where not given.
    """
    return beads_of_lines(src, tgt, Means(encoder, terms), src_lang, _pair)


def bitext_of(src: Document, tgt: Document, means: Means, beads_of: BeadsOf) -> Bitext:
    """Return two documents with the beads that a way of aligning finds."""
    texts = [[segment.text for segment in document.segments] for document in (src, tgt)]
    langs = both_langs(src.lang or guess_lang(*texts))
    return Bitext(src, tgt, beads_of(text_of(src, langs[0]), text_of(tgt, langs[1]), langs[0], means))


def beads_of_lines(
    src: Sequence[str], tgt: Sequence[str], means: Means, src_lang: Lang | None, beads_of: BeadsOf
) -> tuple[Bead, ...]:
    """Return the beads that a way of aligning finds for segments of which only the text is known."""
    langs = both_langs(src_lang or guess_lang(src, tgt))
    return beads_of(text_of_lines(src, langs[0]), text_of_lines(tgt, langs[1]), langs[0], means)


def guess_lang(src: Sequence[str], tgt: Sequence[str]) -> Lang:
    """Return the language of the source of two texts, one of them Chinese; "zh" where that cannot be told."""
    found = [lang_of("\n".join(side)[:20_000]) for side in (src, tgt)]
    return "en" if found[0] == "en" and found[1] != "en" else "zh"


def both_langs(src: Lang) -> tuple[Lang, Lang]:
    """Return the languages of a source and its target, given that of the source."""
    return ("zh", "en") if src == "zh" else ("en", "zh")


def _pair(src: Text, tgt: Text, src_lang: Lang, means: Means) -> tuple[Bead, ...]:
    if src_lang == "en":
        return tuple(bead.turned() for bead in beads_in_order(tgt, src, means))
    return tuple(beads_in_order(src, tgt, means))


def beads_in_order(zh: Text, en: Text, means: Means) -> Iterator[Bead]:
    """Yield the beads of a Chinese and an English text."""
    last = len(zh.segments), len(en.segments)
    if not all(last):
        yield from (Bead(range(n, n + 1), range(0), 1.0) for n in range(last[0]))
        yield from (Bead(range(0), range(n, n + 1), 1.0) for n in range(last[1]))
        return
    readings = read_comparable(zh.segments, en.segments, means.terms)
    encoder = means.encoder
    keys = read_keys(*readings)
    course = plot_course(keys)
    start = 0, 0
    while start != last:
        end = next_passage(course, start)
        inside = slice(start[0], end[0]), slice(start[1], end[1])
        sides = (
            _side(zh.part(inside[0]), readings[0].part(inside[0]), "zh", encoder),
            _side(en.part(inside[1]), readings[1].part(inside[1]), "en", encoder),
        )
        found = choose(Evidence(*sides, keys.part(*inside)), *weights_for(encoder.signature))
        beads = list(_beads(found))
        kept = len(beads) if end == last else _sure_end(beads)
        yield from (_moved(bead, start) for bead in beads[:kept])
        start = _moved_end(beads[kept - 1], start)


def _side(text: Text, reading: Reading, lang: Lang, encoder: Encoder) -> Side:
    return side_of(text.segments, reading, lang, encoder, text.layout)


def _beads(found: Scored) -> Iterator[Bead]:
    chosen = found.beads[found.chosen]
    scores = np.clip(found.probabilities[found.chosen], 0, 1)
    for zh, en, n, m, score in zip(chosen.zh, chosen.en, chosen.n, chosen.m, scores, strict=True):
        yield Bead(range(zh, zh + n), range(en, en + m), round(float(score), 4))


def _sure_end(beads: Sequence[Bead]) -> int:
    """Return how many beads of a passage may be kept: up to a sure one that is not too near the end."""
    last = beads[-1].src.stop - OVERLAP // 3
    for place in range(len(beads) - 2, len(beads) // 2, -1):
        around = beads[place - 1 : place + 2]
        if beads[place].src.stop <= last and all(
            bead.src and bead.tgt and (bead.score or 0) >= _SURE for bead in around
        ):
            return place + 1
    return max(1, len(beads) // 2)


def _moved(bead: Bead, by: tuple[int, int]) -> Bead:
    src, tgt = bead.src, bead.tgt
    return Bead(
        range(src.start + by[0], src.stop + by[0]), range(tgt.start + by[1], tgt.stop + by[1]), bead.score
    )


def _moved_end(bead: Bead, by: tuple[int, int]) -> tuple[int, int]:
    return bead.src.stop + by[0], bead.tgt.stop + by[1]
