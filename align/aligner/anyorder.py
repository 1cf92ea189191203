"""Alignment in any order: pairs of segments wherever they stand, for pieces that moved or are missing.

Each pair among near neighbours is judged by its meaning, words, length and numbers, and by how far it
stands out from the other pairs of its two segments; the probable ones are kept, the surest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import SIZES
from align.aligner.coverage import matched_shares
from align.aligner.encode import unit_rows
from align.aligner.evidence import Side, read_sides
from align.aligner.joining import joined_beads
from align.aligner.keys import read_keys
from align.aligner.model import any_order_weights
from align.aligner.pairing import DEFAULT_ENCODER, Means, beads_of_lines, bitext_of
from corpus.bead import Bead, Bitext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.encode import Encoder
    from align.aligner.pairing import Text
    from corpus import Document, Lang
    from glossary.termbase import TermBase

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Nearest segments of the other side that are looked at, and over which the common nearness is averaged.
CANDIDATES = 8
NEIGHBOURS = 4
# Rows compared at a time.
_ROWS = 1024
_LIKELY = 0.5
# The usual share of segments with a partner, and how many segments it is worth against the texts' own.
PAIRED = 0.7
PSEUDO_SEGMENTS = 3.0
# So many segments make their mean half as telling as it is for a long text.
_HALF_CENTRED = 10.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of segments that may say the same."""

    zh: Ints
    en: Ints

    @property
    def kinds(self) -> Ints:
        """The number of each bead's size in ``SIZES``: one to one."""
        return np.full(len(self.zh), SIZES.index((1, 1)))


def match_documents(
    src: Document, tgt: Document, *, encoder: str | Encoder = DEFAULT_ENCODER, terms: TermBase | None = None
) -> Bitext:
    """Return two documents with the beads that pair their segments in any order.

    ``terms`` are names that both may have.
    """
    return bitext_of(src, tgt, Means(encoder, terms), _match)


def match_segments(
    src: Sequence[str],
    tgt: Sequence[str],
    *,
    encoder: str | Encoder = DEFAULT_ENCODER,
    terms: TermBase | None = None,
    src_lang: Lang | None = None,
) -> tuple[Bead, ...]:
    """Return beads in any order and segments left alone, in the order of the source, lone targets last.

    Most beads are one to one; a larger one has up to three segments of a side that follow each other.
    """
    return beads_of_lines(src, tgt, Means(encoder, terms), src_lang, _match)


def _match(src: Text, tgt: Text, src_lang: Lang, means: Means) -> tuple[Bead, ...]:
    if src_lang == "zh":
        return tuple(_any_order(src, tgt, means))
    return tuple(sorted((bead.turned() for bead in _any_order(tgt, src, means)), key=_place))


def _place(bead: Bead) -> tuple[int, int, int]:
    """Return where a bead stands in the source; those without a source stand at its end."""
    return (0, bead.src.start, 0) if bead.src else (1, 0, bead.tgt.start)


def _any_order(zh: Text, en: Text, means: Means) -> list[Bead]:
    """Return the beads of a Chinese and an English text."""
    shape = len(zh.segments), len(en.segments)
    if not all(shape):
        return _with_unpaired([], *shape)
    sides = read_sides(zh.segments, en.segments, means.encoder, means.terms)
    pairs = near_pairs(*sides)
    scores = any_order_weights(means.encoder.signature).scores(pair_features(*sides, pairs), pairs.kinds)
    found = _surest(pairs, pair_probabilities(pairs, scores))
    rows, columns = (side.vectors.segments for side in sides)
    return _with_unpaired(
        joined_beads(zh, en, found, lambda n, m: float(rows[n] @ columns[m]), means), *shape
    )


def beads_of_pairs(pairs: Pairs, scores: Doubles, shape: tuple[int, int]) -> list[Bead]:
    """Return the beads of two texts with so many segments, given the scores of pairs as log odds."""
    return _with_unpaired(_surest(pairs, pair_probabilities(pairs, scores)), *shape)


def pair_probabilities(pairs: Pairs, scores: Doubles) -> Doubles:
    """Return how probable every pair is when a segment has one partner at most.

    How many segments have one is fitted to the texts: where most do, a weak pair will do.
    """
    probable = _exclusive(pairs, scores)
    segments = min(len(np.unique(pairs.zh)), len(np.unique(pairs.en)))
    for _ in range(3):
        share = min((probable.sum() + PSEUDO_SEGMENTS * PAIRED) / (segments + PSEUDO_SEGMENTS), 0.995)
        shift = np.log(share / (1 - share)) - np.log(PAIRED / (1 - PAIRED))
        probable = _exclusive(pairs, scores + shift)
    return probable


def _exclusive(pairs: Pairs, scores: Doubles) -> Doubles:
    """Return the probabilities of pairs that exclude each other, by belief propagation.

    Each segment tells each of its pairs how free the other pairs leave it (Bayati, Shah and Sharma
    2008, https://arxiv.org/abs/cs/0508101); half of each message is kept so that they settle.
    """
    weights = np.exp(np.clip(scores, -30, 30))
    from_zh, from_en = np.ones(len(weights)), np.ones(len(weights))
    for _ in range(30):
        claims = weights * from_en
        free_zh = 1 / (1 + np.bincount(pairs.zh, claims)[pairs.zh] - claims)
        claims = weights * free_zh
        free_en = 1 / (1 + np.bincount(pairs.en, claims)[pairs.en] - claims)
        from_zh, from_en = (from_zh + free_zh) / 2, (from_en + free_en) / 2
    odds = weights * from_zh * from_en
    return np.asarray(odds / (1 + odds))


def near_pairs(zh: Side, en: Side) -> Pairs:
    """Return the pairs in which one side is among the nearest of the other."""
    rows, columns = zh.vectors.segments, en.vectors.segments
    forward, backward = _nearest(rows, columns), _nearest(columns, rows)
    codes = np.concatenate(
        [
            np.repeat(np.arange(len(zh)), forward.shape[1]) * len(en) + forward.ravel(),
            backward.ravel() * len(en) + np.repeat(np.arange(len(en)), backward.shape[1]),
        ]
    )
    codes = np.unique(codes)
    return Pairs(codes // len(en), codes % len(en))


def _nearest(rows: Floats, columns: Floats) -> Ints:
    count = min(CANDIDATES, len(columns))
    found = [np.zeros((0, count), dtype=np.int64)]
    for start in range(0, len(rows), _ROWS):
        similar = rows[start : start + _ROWS] @ columns.T
        found.append(np.argpartition(-similar, count - 1, axis=1)[:, :count])
    return np.concatenate(found)


def pair_features(zh: Side, en: Side, pairs: Pairs) -> dict[str, Doubles]:
    """Return what the model weighs about a pair."""
    lengths = zh.marks.lengths[pairs.zh], en.marks.lengths[pairs.en]
    ratio = en.marks.lengths.mean() / max(zh.marks.lengths.mean(), 1)
    surprise = np.log((lengths[1] + 12) / (lengths[0] * ratio + 12))
    digits = zh.marks.counts[pairs.zh, 2], en.marks.counts[pairs.en, 2]
    features = _stand_out("", centred(zh.vectors.segments), centred(en.vectors.segments), pairs)
    if zh.words is not zh.vectors:
        features |= _stand_out("word ", zh.words.segments, en.words.segments, pairs)
    found = matched_shares(read_keys(zh.reading, en.reading), (pairs.zh, pairs.en))
    for name, shares in zip(("words zh ", "words en "), found, strict=True):
        features |= {f"{name}share": shares, f"{name}lead": _lead(shares, pairs)}
    return features | {
        "length ratio": np.abs(surprise),
        "length ratio squared": surprise**2,
        "length": np.log(lengths[1] + 1),
        "digits differ": np.abs(digits[0] - digits[1]),
        "one asks": (zh.marks.asks[pairs.zh] != en.marks.asks[pairs.en]).astype(float),
    }


def centred(rows: Floats) -> Floats:
    """Return unit rows without what all texts of the language and the document have in common."""
    return unit_rows(rows - rows.mean(axis=0) * np.float32(len(rows) / (len(rows) + _HALF_CENTRED)))


def _stand_out(name: str, zh: Floats, en: Floats, pairs: Pairs) -> dict[str, Doubles]:
    """Return cosines, less what is common for either segment, and less the best other pair of either."""
    cosine = np.einsum("ij,ij->i", zh[pairs.zh], en[pairs.en]).astype(np.float64)
    others = [_other_best(owners, cosine) for owners in (pairs.zh, pairs.en)]
    common = [_common(owners, cosine) for owners in (pairs.zh, pairs.en)]
    return {
        f"{name}cosine": cosine,
        f"{name}cosine low": np.maximum(0.4 - cosine, 0),
        f"{name}cosine very low": np.maximum(0.25 - cosine, 0),
        f"{name}margin": cosine - (common[0] + common[1]) / 2,
        f"{name}lead": np.minimum(cosine - others[0], cosine - others[1]),
        f"{name}lead of one": np.maximum(cosine - others[0], cosine - others[1]),
        f"{name}first": ((cosine >= others[0]) & (cosine >= others[1])).astype(float),
    }


def _lead(values: Doubles, pairs: Pairs) -> Doubles:
    """Return by how much a pair is ahead of the best other pair of either segment."""
    return np.minimum(values - _other_best(pairs.zh, values), values - _other_best(pairs.en, values))


def _ranked(owners: Ints, values: Doubles) -> tuple[Ints, Ints, Ints]:
    """Return the order by owner, highest value first, where owners begin in it, and how many each has."""
    order = np.lexsort((-values, owners))
    starts = np.flatnonzero(np.diff(owners[order], prepend=-1))
    return order, starts, np.diff(np.append(starts, len(owners)))


def _other_best(owners: Ints, values: Doubles) -> Doubles:
    """Return for every pair the highest value among the other pairs of its owner; 0 where there is none."""
    order, starts, counts = _ranked(owners, values)
    ranked = values[order]
    first = np.repeat(ranked[starts], counts)
    second = np.repeat(np.where(counts > 1, ranked[np.minimum(starts + 1, len(ranked) - 1)], 0), counts)
    leads = np.zeros(len(owners), dtype=bool)
    leads[starts] = True
    out = np.empty(len(owners))
    out[order] = np.where(leads, second, first)
    return out


def _common(owners: Ints, values: Doubles) -> Doubles:
    """Return for every pair the mean of the highest values of its owner."""
    order, starts, counts = _ranked(owners, values)
    rank = np.arange(len(owners)) - np.repeat(starts, counts)
    counted = values[order] * (rank < NEIGHBOURS)
    means = np.add.reduceat(counted, starts) / np.minimum(counts, NEIGHBOURS)
    out = np.empty(len(owners))
    out[order] = np.repeat(means, counts)
    return out


def _surest(pairs: Pairs, probable: Doubles) -> list[Bead]:
    """Return beads of probable pairs, the surest first taken, each segment once."""
    taken_zh, taken_en, beads = set(), set(), []
    for place in np.lexsort((pairs.en, pairs.zh, -probable)).tolist():
        zh, en = int(pairs.zh[place]), int(pairs.en[place])
        if probable[place] < _LIKELY:
            break
        if zh not in taken_zh and en not in taken_en:
            taken_zh.add(zh)
            taken_en.add(en)
            beads.append(Bead(range(zh, zh + 1), range(en, en + 1), round(float(probable[place]), 4)))
    return sorted(beads, key=lambda bead: bead.src.start)


def _with_unpaired(beads: list[Bead], zh: int, en: int) -> list[Bead]:
    """Return the beads with those of segments left alone: Chinese ones in place, English ones last."""
    paired_zh = {number for bead in beads for number in bead.src}
    paired_en = {number for bead in beads for number in bead.tgt}
    alone = [Bead(range(n, n + 1), range(0)) for n in range(zh) if n not in paired_zh]
    rest = [Bead(range(zh, zh), range(n, n + 1)) for n in range(en) if n not in paired_en]
    return [*sorted([*beads, *alone], key=lambda bead: bead.src.start), *rest]
