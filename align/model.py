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

from align.candidates import SIZES, Candidates, enumerate_candidates
from align.features import all_features, quick_features
from align.lattice import Lattice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from align.candidates import Band
    from align.evidence import Evidence

    Doubles = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

WEIGHTS = "weights.toml"
# Candidates that the quick features make less probable than this are left out: no right one of six chapters was.
LEAST_PROBABLE = 1e-4
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
class Scored:
    """Candidates with their probabilities, and the chosen ones in order."""

    beads: Candidates
    probabilities: Doubles
    chosen: Ints


@cache
def load_weights(name: str) -> Weights:
    """Return the weights of one table of the data file."""
    table = tomllib.loads(files("align").joinpath(WEIGHTS).read_text(encoding="utf-8"))[name]
    sizes = np.array([table["sizes"][f"{n}-{m}"] for n, m in SIZES])
    return Weights(table["features"], sizes, table["alone"])


def likely_candidates(
    evidence: Evidence, weights: Weights, *, also: Callable[[Candidates], Flags] | None = None
) -> tuple[Candidates, float]:
    """Return the beads that lengths and vectors leave possible, and the ratio of lengths where paired.

    Args:
        evidence: The two texts.
        weights: Those of the quick features.
        also: Tells which candidates are kept however improbable; training keeps the right ones.
    """
    beads = enumerate_candidates(evidence.band)
    ratio = document_ratio(evidence)
    scores = weights.scores(quick_features(evidence, beads, ratio), beads.kinds)
    lattice = lattice_of(beads, evidence.band)
    probable = lattice.posteriors(scores)
    kept = probable > LEAST_PROBABLE
    kept[lattice.best_path(scores)] = True
    if also is not None:
        kept |= also(beads)
    return beads[kept], paired_ratio(evidence, beads[kept], probable[kept])


def choose(evidence: Evidence, quick: Weights, full: Weights) -> Scored:
    """Return the candidates with their probabilities, and the best alignment."""
    beads, ratio = likely_candidates(evidence, quick)
    scores = full.scores(all_features(evidence, beads, ratio), beads.kinds)
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
