"""Features: what the model weighs about a candidate bead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import Candidates
from align.aligner.evidence import Window
from align.aligner.links import clause_links
from align.aligner.marks import COUNTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.evidence import Evidence
    from align.aligner.groups import Groups
    from align.aligner.links import Stretch
    from align.aligner.marks import Marks
    from align.aligner.model import Likely
    from corpus import Lang

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]

# Softens the ratio of short segments, in bytes.
_LENGTH_FLOOR = 12.0
# Variance of a length per byte of mean length (Gale and Church 1993 measured 6.8 for European letters).
_LENGTH_VARIANCE = 6.0


def quick_features(evidence: Evidence, beads: Candidates, groups: Groups, ratio: float) -> dict[str, Doubles]:
    """Return the features that need lengths and vectors alone; enough to leave most candidates out."""
    cosine = groups.cosines(beads)
    lengths = length_features(evidence, beads, ratio)
    return lengths | meaning_features(evidence, beads, cosine, lengths["length agreement"])


def all_features(evidence: Evidence, likely: Likely) -> dict[str, Doubles]:
    """Return every feature of the likely candidates."""
    beads, window = likely.beads, Window(evidence, likely.near)
    groups = evidence.exact_groups(beads)
    quick = quick_features(evidence, beads, groups, likely.ratio)
    return (
        quick
        | word_cosine_features(evidence, beads, quick["length agreement"])
        | neighbour_features(evidence, groups, beads)
        | word_features(window, beads)
        | mark_features(evidence, beads)
        | link_features(window, beads, likely.stretches)
    )


def length_features(evidence: Evidence, beads: Candidates, ratio: float) -> dict[str, Doubles]:
    """Return how well the lengths of both sides agree, given so many English bytes for a Chinese one."""
    zh = _between(evidence.zh.marks.lengths, beads.zh, beads.n) * ratio
    en = _between(evidence.en.marks.lengths, beads.en, beads.m)
    both = ((beads.n > 0) & (beads.m > 0)).astype(float)
    ratio = np.log((en + _LENGTH_FLOOR) / (zh + _LENGTH_FLOOR)) * both
    surprise = (en - zh) / np.sqrt(_LENGTH_VARIANCE * (en + zh + 1) / 2) * both
    shorter = np.minimum(zh, en) / np.maximum(np.maximum(zh, en), 1)
    return {
        "length ratio": np.abs(ratio),
        "length ratio squared": ratio**2,
        "length ratio signed": ratio,
        "length surprise": np.minimum(np.abs(surprise), 8),
        "length surprise squared": np.minimum(surprise**2, 25),
        "length": np.log1p(zh + en) * both,
        "length alone": np.log1p(zh + en) * (1 - both),
        "length agreement": np.log2(1 + shorter) * both,
    }


def meaning_features(
    evidence: Evidence, beads: Candidates, cosine: Doubles, agreement: Doubles
) -> dict[str, Doubles]:
    """Return how near the meanings of both sides are."""
    size = (beads.n + beads.m).astype(float)
    alone = (beads.n == 0) | (beads.m == 0)
    best = np.where(
        beads.n == 0,
        evidence.best[1][np.minimum(beads.en, len(evidence.en) - 1)],
        evidence.best[0][np.minimum(beads.zh, len(evidence.zh) - 1)],
    )
    return {
        "cosine": cosine,
        "cosine squared": cosine**2,
        "cosine by size": cosine * size,
        "cosine less length": cosine * (1 - agreement),
        "best cosine alone": best * alone,
    }


def neighbour_features(evidence: Evidence, groups: Groups, beads: Candidates) -> dict[str, Doubles]:
    """Return how near each side is to what stands just before and after the other."""
    one = np.ones_like(beads.n)
    neighbours = (
        Candidates(beads.zh, beads.en - 1, beads.n, one),
        Candidates(beads.zh, beads.en + beads.m, beads.n, one),
        Candidates(beads.zh - 1, beads.en, one, beads.m),
        Candidates(beads.zh + beads.n, beads.en, one, beads.m),
    )
    both = (beads.n > 0) & (beads.m > 0)
    found = np.zeros((4, len(beads)))
    for number, pairs in enumerate(neighbours):
        inside = (
            (pairs.zh >= 0) & (pairs.zh < len(evidence.zh)) & (pairs.en >= 0) & (pairs.en < len(evidence.en))
        )
        fits = np.flatnonzero(both & inside)
        if len(fits):
            found[number, fits] = groups.picked_cosines(pairs[fits])
    return {"neighbour cosine": found.mean(axis=0), "nearest neighbour cosine": found.max(axis=0)}


def word_features(window: Window, beads: Candidates) -> dict[str, Doubles]:
    """Return how much of the words of each side the lexicon finds on the other."""
    coverage = window.coverage()
    both = (beads.n > 0) & (beads.m > 0)
    zh = (coverage.zh.inside(beads) - coverage.zh_again.inside(beads, skip_first=(0, 1))) * both
    en = (coverage.en.inside(beads) - coverage.en_again.inside(beads, skip_first=(1, 0))) * both
    zh_total = _between(coverage.zh_total, beads.zh, beads.n)
    en_total = _between(coverage.en_total, beads.en, beads.m)
    zh_share, en_share = zh / (zh_total + 2), en / (en_total + 2)
    return {
        "words": zh + en,
        "words zh": zh_share,
        "words en": en_share,
        "words fewer": np.minimum(zh_share, en_share),
        "words root": np.sqrt(np.maximum(zh, 0)) + np.sqrt(np.maximum(en, 0)),
        "words missed": (zh_total - zh + en_total - en) * both,
        "words alone": np.log1p(zh_total + en_total) * ~both,
    }


def word_cosine_features(evidence: Evidence, beads: Candidates, agreement: Doubles) -> dict[str, Doubles]:
    """Return how near both sides are as bags of words, where the encoder says something else."""
    if evidence.lexical:
        return {}
    cosine = evidence.words.cosines(beads)
    neighbours = neighbour_features(evidence, evidence.words, beads)
    return {
        "word cosine": cosine,
        "word cosine squared": cosine**2,
        "word cosine by size": cosine * (beads.n + beads.m),
        "word cosine less length": cosine * (1 - agreement),
    } | {f"word {name}": values for name, values in neighbours.items()}


def mark_features(evidence: Evidence, beads: Candidates) -> dict[str, Doubles]:
    """Return how well punctuation, digits, quotation marks and turns of speech agree."""
    zh, en = evidence.zh.marks, evidence.en.marks
    both = (beads.n > 0) & (beads.m > 0)
    zh_counts = {name: _between(zh.counts[:, k], beads.zh, beads.n) for k, name in enumerate(COUNTS)}
    en_counts = {name: _between(en.counts[:, k], beads.en, beads.m) for k, name in enumerate(COUNTS)}
    out = {}
    for name in ("questions", "exclamations", "digits", "opened", "closed"):
        out[f"{name} differ"] = np.abs(zh_counts[name] - en_counts[name])
        out[f"{name} on one side"] = ((zh_counts[name] > 0) != (en_counts[name] > 0)).astype(float)
    zh_last, en_last = beads.zh + beads.n - 1, beads.en + beads.m - 1
    zh_first, en_first = np.minimum(beads.zh, len(zh.lengths) - 1), np.minimum(beads.en, len(en.lengths) - 1)
    starts = (zh.turn_start[zh_first], en.turn_start[en_first])
    ends = (zh.turn_end[zh_last], en.turn_end[en_last])
    out |= {
        "both start a turn": starts[0] & starts[1],
        "one starts a turn": starts[0] != starts[1],
        "both end a turn": ends[0] & ends[1],
        "one ends a turn": ends[0] != ends[1],
        "both ask": zh.asks[zh_last] & en.asks[en_last],
        "one asks": zh.asks[zh_last] != en.asks[en_last],
        "both inside a turn": zh.inside[zh_last] & en.inside[en_last],
        "one inside a turn": zh.inside[zh_last] != en.inside[en_last],
        "unfinished zh": zh.unfinished[zh_last],
        "unfinished en": en.unfinished[en_last],
        "lower case": en.lower[en_first],
        "unbalanced zh": zh_counts["opened"] != zh_counts["closed"],
        "unbalanced en": en_counts["opened"] != en_counts["closed"],
        "several speeches": np.maximum(zh_counts["speech"] - 1, 0),
        "speech less opening": np.maximum(zh_counts["speech"] - en_counts["opened"], 0),
        "several openings en": np.maximum(en_counts["opened"] - 1, 0),
        "several openings zh": np.maximum(zh_counts["opened"] - 1, 0),
        "commas": np.abs(zh_counts["commas"] - en_counts["commas"]),
    }
    out |= _whole_turns(zh, "zh", (zh_first, zh_last), beads.n) | _whole_turns(
        en, "en", (en_first, en_last), beads.m
    )
    return {name: np.asarray(values * both, dtype=np.float64) for name, values in out.items()}


def _whole_turns(
    side: Marks, lang: Lang, edges: tuple[Ints, Ints], sizes: Ints
) -> dict[str, NDArray[np.bool_]]:
    """Return whether the first and the last of several segments are speech from quote to quote.

    What somebody says in a sentence of its own seldom belongs to the one before or after.
    """
    whole = side.turn_start & side.turn_end
    first, last = ((sizes > 1) & whole[edge] for edge in edges)
    return {f"first is a turn {lang}": first, f"last is a turn {lang}": last}


def link_features(window: Window, beads: Candidates, stretches: Sequence[Stretch]) -> dict[str, Doubles]:
    """Return how much of the links of clauses and of segments stays inside the bead."""
    both = (beads.n > 0) & (beads.m > 0)
    masses = clause_links(window, stretches)
    masses["segments zh"], masses["segments en"] = window.attention()
    return {f"links of {name}": sums.inside(beads) * both for name, sums in masses.items()}


def _between(values: Doubles, starts: Ints, sizes: Ints) -> Doubles:
    totals = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(totals[starts + sizes] - totals[starts])
