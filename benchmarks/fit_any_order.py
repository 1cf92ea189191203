"""Learn the weights for pairs in any order from shuffled texts, and say how good they are on unseen ones.

usage: python benchmarks/fit_any_order.py FOLDER ... [-o align/aligner/weights.toml] [--encoder use]

Every second document is left out in turn for the figures; a folder with one document is split in two
by its gold pairs. The folders are those of ``fit_alignment.py``, with beads in any order.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from fit_alignment import Beads, read_lines, write

from align.aligner.anyorder import Pairs, beads_of_pairs, near_pairs, pair_features
from align.aligner.candidates import SIZES
from align.aligner.encode import load_encoder
from align.aligner.evaluate import score_alignments
from align.aligner.evidence import read_sides
from align.aligner.model import Weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.aligner.encode import Encoder
    from align.aligner.evidence import Side

RIDGE = 10.0
# How much texts that have nothing in common count: they are rare, and yet must not be paired.
STRANGERS = 0.03


@dataclass(frozen=True)
class Example:
    folder: str
    shape: tuple[int, int]
    gold: Beads
    pairs: Pairs
    features: dict[str, np.ndarray]

    @property
    def right(self) -> np.ndarray:
        known = {(zh[0], en[0]) for zh, en in self.gold if zh and en}
        return np.array(
            [pair in known for pair in zip(self.pairs.zh, self.pairs.en, strict=True)], dtype=float
        )


def read_folder(folder: str, encoder: Encoder) -> tuple[list[Example], list[Example]]:
    """Return the documents of a folder, and each Chinese one with the English one after it: strangers."""
    texts, beads = [], []
    for gold in sorted(Path(folder).glob("*.gold")):
        texts.append([read_lines(gold.with_suffix(suffix)) for suffix in (".zh", ".en")])
        beads.append([(tuple(z), tuple(e)) for z, e in map(json.loads, read_lines(gold))])
    right = [
        example_of(folder, read_sides(*both, encoder), gold) for both, gold in zip(texts, beads, strict=True)
    ]
    strangers = [
        example_of(folder, read_sides(before[0], after[1], encoder), []) for before, after in pairwise(texts)
    ]
    return right, strangers


def example_of(folder: str, sides: tuple[Side, Side], gold: Beads) -> Example:
    pairs = near_pairs(*sides)
    return Example(folder, (len(sides[0]), len(sides[1])), gold, pairs, pair_features(*sides, pairs))


def fit(examples: Sequence[Example]) -> Weights:
    """Return the weights of a logistic regression; every folder counts the same."""
    from scipy.optimize import minimize

    names = list(examples[0].features)
    rows = np.concatenate([np.stack([e.features[name] for name in names], axis=1) for e in examples])
    right = np.concatenate([e.right for e in examples])
    sizes = {e.folder: sum(f.right.sum() for f in examples if f.folder == e.folder) for e in examples}
    shares = [500 / sizes[e.folder] * (1 if e.right.any() else STRANGERS) for e in examples]
    count = np.repeat(shares, [len(e.right) for e in examples])
    scale = rows.std(axis=0) + 1e-9
    design = np.append(rows / scale, np.ones((len(rows), 1)), axis=1)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = design @ weights
        wrong = 1 / (1 + np.exp(-scores)) - right
        penalty = np.append(weights[:-1], 0)
        value = count @ (np.logaddexp(0, scores) - right * scores) + RIDGE / 2 * penalty @ penalty
        return float(value), design.T @ (count * wrong) + RIDGE * penalty

    best = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    features = dict(zip(names, (best[:-1] / scale).tolist(), strict=True))
    return Weights(features, np.array([best[-1] * (size == (1, 1)) for size in SIZES]), 0.0)


def links(example: Example, weights: Weights) -> Beads:
    scores = weights.scores(example.features, example.pairs.kinds)
    beads = beads_of_pairs(example.pairs, scores, example.shape)
    return [(tuple(bead.src), tuple(bead.tgt)) for bead in beads]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--encoder", default="use")
    arguments = parser.parse_args()
    encoder = load_encoder(arguments.encoder)
    read = [read_folder(folder, encoder) for folder in arguments.folders]
    examples = [example for right, _ in read for example in right]
    strangers = [example for _, them in read for example in them]
    for folder in arguments.folders:
        found = []
        for turn in (0, 1):
            inside = [e for e in examples if e.folder == folder]
            held = inside[turn::2] if len(inside) > 1 else inside
            rest = [e for e in examples if all(e is not other for other in held)]
            weights = fit(rest + strangers[turn::2])
            found += [(e.gold, links(e, weights)) for e in held]
        rates = score_alignments(found).strict
        print(f"{folder}\tF1 {rates.f1:.4f}\tP {rates.precision:.4f}\tR {rates.recall:.4f}")
    if arguments.output:
        write({f"{arguments.encoder}-any-order": fit(examples + strangers)}, arguments.output)


if __name__ == "__main__":
    main()
