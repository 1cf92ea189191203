"""Alignment of a text with its translation: from segments, or documents, to beads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import Encoder, load_encoder
from align.aligner.evidence import Evidence, comparable, read_side
from align.aligner.keys import read_keys
from align.aligner.lexicon import load_lexicon
from align.aligner.model import choose, weights_for
from align.aligner.passages import OVERLAP, next_passage, plot_course
from corpus.bead import Bead, Bitext
from corpus.script import lang_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.aligner.keys import Keys
    from align.aligner.model import Scored
    from corpus import Document, Lang

DEFAULT_ENCODER = "use"
# A bead at least this probable, between two such beads, ends a passage of a long text.
_SURE = 0.9


def pair_documents(src: Document, tgt: Document, *, encoder: str | Encoder = DEFAULT_ENCODER) -> Bitext:
    """Return two documents with the beads that align them; either may be the Chinese one."""
    texts = [[segment.text for segment in document.segments] for document in (src, tgt)]
    beads = pair_segments(*texts, encoder=encoder, src_lang=src.lang)
    return Bitext(src, tgt, beads)


def pair_segments(
    src: Sequence[str],
    tgt: Sequence[str],
    *,
    encoder: str | Encoder = DEFAULT_ENCODER,
    src_lang: Lang | None = None,
) -> tuple[Bead, ...]:
    """Return the beads that align a text with its translation, in order; every segment stands in exactly one.

    Args:
        src: The segments of one text.
        tgt: The segments of the other.
        encoder: An encoder or the name of one.
        src_lang: The language of ``src``; found from the scripts of both where not given.
    """
    loaded = load_encoder(encoder) if isinstance(encoder, str) else encoder
    if (src_lang or guess_lang(src, tgt)) == "en":
        return tuple(bead.turned() for bead in _in_order(tgt, src, loaded))
    return tuple(_in_order(src, tgt, loaded))


def guess_lang(src: Sequence[str], tgt: Sequence[str]) -> Lang:
    """Return the language of the source of two texts, one of them Chinese; "zh" where that cannot be told."""
    found = [lang_of("\n".join(side)[:20_000]) for side in (src, tgt)]
    return "en" if found[0] == "en" and found[1] != "en" else "zh"


def _in_order(zh: Sequence[str], en: Sequence[str], encoder: Encoder) -> Iterator[Bead]:
    """Yield the beads of a Chinese and an English text."""
    if not zh or not en:
        yield from (Bead(range(n, n + 1), range(0), 1.0) for n in range(len(zh)))
        yield from (Bead(range(0), range(n, n + 1), 1.0) for n in range(len(en)))
        return
    keys = read_keys(comparable(zh, "zh"), comparable(en, "en"), load_lexicon())
    course = plot_course(keys)
    start, last = (0, 0), (len(zh), len(en))
    while start != last:
        end = next_passage(course, start)
        inside = slice(start[0], end[0]), slice(start[1], end[1])
        beads = _passage(zh[inside[0]], en[inside[1]], keys.part(*inside), encoder)
        kept = len(beads) if end == last else _sure_end(beads)
        yield from (_moved(bead, start) for bead in beads[:kept])
        start = _moved_end(beads[kept - 1], start)


def _passage(zh: Sequence[str], en: Sequence[str], keys: Keys, encoder: Encoder) -> list[Bead]:
    evidence = Evidence(read_side(zh, "zh", encoder), read_side(en, "en", encoder), keys)
    found = choose(evidence, *weights_for(encoder.signature))
    return list(_beads(found))


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
