"""The model: how a candidate bead is scored, and how an alignment is chosen from the scores.

The score of a bead is a weighted sum of its features; that of an alignment is the sum over its beads
(a semi-Markov conditional random field). The weights are learnt by ``benchmarks/fit_alignment.py``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import SIZES, Candidates, border_probabilities, enumerate_candidates, narrowed
from align.aligner.features import all_features, quick_features
from align.aligner.lattice import Lattice
from align.aligner.layout import layout_scores
from align.aligner.links import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from align.aligner.candidates import Band
    from align.aligner.evidence import Evidence

    Doubles = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

WEIGHTS = "weights.toml"
# Candidates that the quick features make less probable are left out: of six chapters no right one is.
LEAST_PROBABLE = 3e-4
# A bead of so many segments is a small one. Borders that small beads make less likely are left out: where
# six chapters and sixty articles have one, it is six times as likely at least.
SMALL = 3
LEAST_LIKELY = 1e-5
# Segments around the likely borders in which words and clauses are looked for.
SLACK = 4
# Where the quick features are surer than this, nothing else is looked at.
SURE = 0.9998
# A bead must be this much more probable than not to be chosen over smaller or larger ones.
RISK = 0.45
# How far the share of unpaired segments found in a document replaces that of the training documents.
ADAPTION = 1.0
PSEUDO_BEADS = 3.0
# English bytes for a Chinese byte: what translations have; a document far outside has pieces missing.
RATIO = (0.8, 2.0)
# Which sizes have one side only.
ALONE = np.array([n == 0 or m == 0 for n, m in SIZES])


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of features and of bead sizes, and the share of unpaired beads they were learnt with."""

    features: Mapping[str, float]
    sizes: Doubles
    alone: float

    def scores(self, features: Mapping[str, Doubles], kinds: Ints) -> Doubles:
        """Return the score of every bead."""
        total = self.sizes[kinds].copy()
        for name, weight in self.features.items():
            total += weight * features[name]
        return total


@dataclass(frozen=True, slots=True)
class Likely:
    """Candidates that are left, English bytes for a Chinese one, where they lie, where there is a choice."""

    beads: Candidates
    ratio: float
    near: Band
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class Scored:
    """Candidates with their probabilities, and the chosen ones in order."""

    beads: Candidates
    probabilities: Doubles
    chosen: Ints


def weights_for(signature: str) -> tuple[Weights, Weights]:
    """Return the weights of the quick features and of all, for an encoder with this signature."""
    kind = _kind(signature)
    return load_weights(f"{kind}-quick"), load_weights(f"{kind}-full")


def any_order_weights(signature: str) -> Weights:
    """Return the weights of pairs in any order, for an encoder with this signature."""
    return load_weights(f"{_kind(signature)}-any-order")


def _kind(signature: str) -> str:
    return "none" if signature.startswith("lexical") else "use"


@cache
def load_weights(name: str) -> Weights:
    """Return the weights of one table of the data file."""
    table = tomllib.loads(files("align.aligner").joinpath(WEIGHTS).read_text(encoding="utf-8"))[name]
    sizes = np.array([table["sizes"].get(f"{n}-{m}", 0.0) for n, m in SIZES])
    return Weights(table["features"], sizes, table["alone"])


def likely_candidates(
    evidence: Evidence, weights: Weights, *, also: Callable[[Candidates], Flags] | None = None
) -> Likely:
    """Return the beads that lengths and vectors leave possible.

    Args:
        evidence: The two texts.
        weights: Those of the quick features.
        also: Tells which candidates are kept however improbable; training keeps the right ones.
    """
    band = evidence.band
    borders = _likely_borders(evidence, weights)
    beads, lattice, scores = _quick_lattice(evidence, weights, enumerate_candidates(band, borders=borders))
    probable = lattice.posteriors(scores)
    if np.isnan(probable).any():  # no way leads through the likely borders: of many, none stands out
        beads, lattice, scores = _quick_lattice(evidence, weights, enumerate_candidates(band))
        probable = lattice.posteriors(scores)
    sure = probable >= SURE
    kept = (probable > LEAST_PROBABLE) & (sure | ~_overlaps(beads, beads[sure], band))
    kept[lattice.best_path(scores)] = True
    if also is not None:
        kept |= also(beads)
    ratio = paired_ratio(evidence, beads[kept], probable[kept])
    near = narrowed(band, borders, margin=SLACK)
    return Likely(beads[kept], ratio, near, _stretches(beads[sure], band))


def _likely_borders(evidence: Evidence, weights: Weights) -> Flags:
    """Return which borders of the band a way through the texts in small beads is likely to pass.

    Larger beads begin and end where some of those do, so that most of them need not be looked at.
    """
    small = enumerate_candidates(evidence.band, largest=SMALL)
    beads, lattice, scores = _quick_lattice(evidence, weights, small)
    return border_probabilities(evidence.band, beads, lattice.posteriors(scores)) > LEAST_LIKELY


def _quick_lattice(
    evidence: Evidence, weights: Weights, beads: Candidates
) -> tuple[Candidates, Lattice, Doubles]:
    """Return beads with their lattice and their scores by the quick features."""
    features = quick_features(evidence, beads, evidence.groups, document_ratio(evidence))
    scores = weights.scores(features, beads.kinds) + layout_scores(
        evidence.zh.layout, evidence.en.layout, beads
    )
    return beads, lattice_of(beads, evidence.band), scores


def _overlaps(beads: Candidates, sure: Candidates, band: Band) -> Flags:
    """Tell which beads hold a segment of a sure one."""
    found = np.zeros(len(beads), dtype=bool)
    for count, place, size, starts, sizes in (
        (band.shape[0], beads.zh, beads.n, sure.zh, sure.n),
        (band.shape[1], beads.en, beads.m, sure.en, sure.m),
    ):
        change = np.zeros(count + 1, dtype=np.int64)
        np.add.at(change, starts, 1)
        np.add.at(change, starts + sizes, -1)
        held = np.append(0, np.cumsum(np.cumsum(change[:-1])))
        found |= held[place + size] > held[place]
    return found


def _stretches(sure: Candidates, band: Band) -> list[Stretch]:
    """Return the segments of both sides between the sure beads, where there are any on both."""
    order = np.lexsort((sure.en, sure.zh))
    starts = [(int(sure.zh[n]), int(sure.en[n])) for n in order]
    ends = [(int(sure.zh[n] + sure.n[n]), int(sure.en[n] + sure.m[n])) for n in order]
    gaps = zip([(0, 0), *ends], [*starts, band.shape], strict=True)
    found = (Stretch(range(begin[0], end[0]), range(begin[1], end[1])) for begin, end in gaps)
    return [stretch for stretch in found if stretch.zh and stretch.en]


def choose(evidence: Evidence, quick: Weights, full: Weights) -> Scored:
    """Return the candidates with their probabilities, and the best alignment."""
    likely = likely_candidates(evidence, quick)
    beads = likely.beads
    scores = full.scores(all_features(evidence, likely), beads.kinds)
    scores += layout_scores(evidence.zh.layout, evidence.en.layout, beads)
    lattice = lattice_of(beads, evidence.band)
    probable = adapted_posteriors(lattice, scores, ALONE[beads.kinds], full.alone)
    return Scored(beads, probable, lattice.best_path(probable - RISK))


def adapted_posteriors(lattice: Lattice, scores: Doubles, alone: Flags, share: float) -> Doubles:
    """Return the probabilities after the share of unpaired beads has been fitted to the document.

    Args:
        lattice: The candidates.
        scores: Their scores.
        alone: Which of them have one side only.
        share: The share of such beads in the documents that the weights were learnt from.
    """
    shift = 0.0
    for _ in range(2):
        probable = lattice.posteriors(scores + shift * alone)
        found = (probable[alone].sum() + PSEUDO_BEADS * share) / (probable.sum() + PSEUDO_BEADS)
        shift = ADAPTION * (_logit(found) - _logit(share))
    return lattice.posteriors(scores + shift * alone)


def lattice_of(beads: Candidates, band: Band) -> Lattice:
    """Return the lattice of candidate beads."""
    return Lattice((beads.zh, beads.en), (beads.zh + beads.n, beads.en + beads.m), band.shape)


def document_ratio(evidence: Evidence) -> float:
    """Return the English bytes for a Chinese byte over the whole texts."""
    zh, en = evidence.zh.marks.lengths.sum(), evidence.en.marks.lengths.sum()
    return _plausible(float(en / max(zh, 1)))


def paired_ratio(evidence: Evidence, beads: Candidates, probable: Doubles) -> float:
    """Return the English bytes for a Chinese byte over what is probably paired."""
    zh, en = (np.append(0, np.cumsum(side.marks.lengths)) for side in (evidence.zh, evidence.en))
    both = probable * ~ALONE[beads.kinds]
    zh_sum = both @ (zh[beads.zh + beads.n] - zh[beads.zh])
    return _plausible(float(both @ (en[beads.en + beads.m] - en[beads.en]) / max(zh_sum, 1)))


def _plausible(ratio: float) -> float:
    return min(max(ratio, RATIO[0]), RATIO[1])


def _logit(share: float) -> float:
    share = min(max(share, 1e-6), 1 - 1e-6)
    return float(np.log(share / (1 - share)))
