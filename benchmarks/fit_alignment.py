"""Learn the weights of the alignment model from texts aligned by hand, and say how good they are.

usage: python benchmarks/fit_alignment.py FOLDER[:WEIGHT] ... [-o FILE] [--encoder use] [--cross-validate]

A folder holds NAME.zh and NAME.en, one segment a line, and NAME.gold, one bead a line as JSON
``[[zh indices],[en indices]]``. WEIGHT says how much each of its documents counts (1). The model is
trained by conditional likelihood; needs scipy. The file written holds numbers only.

--cross-validate fits as often as the first folder has documents, each time without one of them and
without every second document of the other folders, and scores what was left out.

--without-gold learns from what a few weights set by hand find, and uses the gold for the figures alone. For
six chapters, sixty articles with gaps and sixty whole ones, each in a folder::

    python benchmarks/fit_alignment.py CHAPTERS GAPS:0.5 ARTICLES:0 --cross-validate [--without-gold]

said strict F1 .936, .987 and 1.000 with gold, .922, .969 and 1.000 without.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import SIZES, Candidates, enumerate_candidates
from align.aligner.encode import load_encoder
from align.aligner.evaluate import score_alignments
from align.aligner.evidence import Evidence, read_sides
from align.aligner.features import all_features, quick_features
from align.aligner.model import (
    ALONE,
    RISK,
    Weights,
    adapted_posteriors,
    document_ratio,
    lattice_of,
    likely_candidates,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.aligner.encode import Encoder
    from align.aligner.lattice import Lattice

ITERATIONS = 80
# Strength of the pull towards zero, on features divided by their root mean square.
RIDGE = 3.0

# Near translations of about the right length are beads; a segment alone is rare.
BY_HAND = Weights(
    {
        "cosine": 3.0,
        "cosine squared": 20.0,
        "cosine by size": 0.6,
        "cosine less length": -5.0,
        "length surprise squared": -0.08,
        "length alone": -0.3,
        "best cosine alone": 2.0,
    },
    np.where(ALONE, -1.0, 0.0),
    0.05,
)

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True)
class Document:
    """Two texts and the beads that a person found."""

    name: str
    folder: str
    weight: float
    evidence: Evidence
    gold: Beads


@dataclass(frozen=True)
class Example:
    """A document's candidates with their features; ``right`` are those that lie on a path the gold allows."""

    document: Document
    beads: Candidates
    features: dict[str, np.ndarray]
    right: np.ndarray
    lattice: Lattice
    right_lattice: Lattice


def read_folder(argument: str, encoder: Encoder) -> list[Document]:
    name, _, weight = argument.partition(":")
    documents = []
    for gold in sorted(Path(name).glob("*.gold")):
        zh, en = (read_lines(gold.with_suffix(suffix)) for suffix in (".zh", ".en"))
        evidence = Evidence(*read_sides(zh, en, encoder))
        beads = [(tuple(z), tuple(e)) for z, e in map(json.loads, read_lines(gold))]
        documents.append(Document(gold.stem, name, float(weight or 1), evidence, beads))
    return documents


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def example_of(document: Document, beads: Candidates, features: dict[str, np.ndarray]) -> Example:
    right = np.flatnonzero(_agree(beads, document.gold))
    band = document.evidence.band
    return Example(document, beads, features, right, lattice_of(beads, band), lattice_of(beads[right], band))


def reachable(examples: list[Example]) -> list[Example]:
    """Return the examples whose gold the candidates allow; the others cannot be learnt from."""
    found = [e for e in examples if np.isfinite(e.right_lattice.total(np.zeros(len(e.right))))]
    for lost in set(map(id, examples)) - set(map(id, found)):
        print(
            next(e.document.name for e in examples if id(e) == lost),
            "left out: its gold lies outside the band",
        )
    return found


def _agree(beads: Candidates, gold: Beads) -> np.ndarray:
    """Tell which candidates are gold beads, or lie inside one that is no candidate itself."""
    right = np.zeros(len(beads), dtype=bool)
    zh = en = 0
    for sources, targets in gold:
        n, m = len(sources), len(targets)
        same = (beads.zh == zh) & (beads.en == en) & (beads.n == n) & (beads.m == m)
        inside = (
            (beads.zh >= zh)
            & (beads.zh + beads.n <= zh + n)
            & (beads.en >= en)
            & (beads.en + beads.m <= en + m)
        )
        right |= same if same.any() else inside
        zh, en = zh + n, en + m
    return right


def quick_examples(documents: Sequence[Document]) -> list[Example]:
    out = []
    for document in documents:
        beads = enumerate_candidates(document.evidence.band)
        evidence = document.evidence
        features = quick_features(evidence, beads, evidence.groups, document_ratio(evidence))
        out.append(example_of(document, beads, features))
    return out


def full_examples(documents: Sequence[Document], quick: Weights, *, keep_gold: bool) -> list[Example]:
    """Return the likely candidates of documents, for learning with the gold beads however improbable."""
    out = []
    for document in documents:
        kept = (lambda beads, gold=document.gold: _agree(beads, gold)) if keep_gold else None
        likely = likely_candidates(document.evidence, quick, also=kept)
        out.append(example_of(document, likely.beads, all_features(document.evidence, likely)))
    return out


def fit(examples: Sequence[Example], ridge: float = RIDGE) -> Weights:
    """Return the weights under which the gold is most probable, held back by the ridge."""
    from scipy.optimize import minimize

    names = list(examples[0].features)
    rows = [np.stack([example.features[name] for name in names], axis=1) for example in examples]
    scale = np.sqrt(sum((row**2).sum(axis=0) for row in rows) / sum(map(len, rows)))
    scale[scale == 0] = 1
    scaled = [row / scale for row in rows]
    start = np.zeros(len(names) + len(SIZES))
    best = minimize(
        _loss,
        start,
        args=(examples, scaled, ridge),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": ITERATIONS},
    ).x
    features = dict(zip(names, (best[: len(names)] / scale).tolist(), strict=True))
    return Weights(features, best[len(names) :], _alone_share(examples))


def _loss(
    weights: np.ndarray, examples: Sequence[Example], rows: list[np.ndarray], ridge: float
) -> tuple[float, np.ndarray]:
    count = rows[0].shape[1]
    loss, slope = ridge / 2 * float(weights @ weights), ridge * weights
    for example, features in zip(examples, rows, strict=True):
        kinds = example.beads.kinds
        scores = features @ weights[:count] + weights[count:][kinds]
        surplus = example.lattice.posteriors(scores)
        surplus[example.right] -= example.right_lattice.posteriors(scores[example.right])
        weight = example.document.weight
        loss += weight * (example.lattice.total(scores) - example.right_lattice.total(scores[example.right]))
        slope[:count] += weight * (surplus @ features)
        slope[count:] += weight * np.bincount(kinds, surplus, len(SIZES))
    return loss, slope


def _alone_share(examples: Sequence[Example]) -> float:
    gold = [(example.document.weight, bead) for example in examples for bead in example.document.gold]
    return sum(w for w, (zh, en) in gold if not zh or not en) / sum(w for w, _ in gold)


def decode(example: Example, weights: Weights) -> tuple[Beads, np.ndarray]:
    """Return the chosen beads and their probabilities."""
    beads = example.beads
    scores = weights.scores(example.features, beads.kinds)
    probable = adapted_posteriors(example.lattice, scores, ALONE[beads.kinds], weights.alone)
    chosen = example.lattice.best_path(probable - RISK)
    sides = zip(beads.zh[chosen], beads.en[chosen], beads.n[chosen], beads.m[chosen], strict=True)
    return [(tuple(range(z, z + n)), tuple(range(e, e + m))) for z, e, n, m in sides], probable[chosen]


def splits(documents: Sequence[Document]) -> list[tuple[list[Document], list[Document]]]:
    """Return the rounds of the cross-validation: what to learn from, and what to score."""
    first = [document for document in documents if document.folder == documents[0].folder]
    others = [document for document in documents if document.folder != documents[0].folder]
    rounds = []
    for number, left_out in enumerate(first):
        learn = [document for document in first if document is not left_out] + others[number % 2 :: 2]
        rounds.append((learn, [left_out, *(others[1 - number :: 2] if number < 2 else [])]))
    return rounds


def cross_validate(
    documents: Sequence[Document], learn: Callable[[Sequence[Document]], tuple[Weights, Weights]]
) -> None:
    found: dict[str, list[tuple[Beads, Beads]]] = {}
    sure: list[tuple[float, bool]] = []
    for training, left_out in splits(documents):
        quick, full = learn([document for document in training if document.weight])
        for example in full_examples(left_out, quick, keep_gold=False):
            beads, probable = decode(example, full)
            gold = example.document.gold
            found.setdefault(example.document.folder, []).append((gold, beads))
            sure += [(float(p), bead in set(gold)) for p, bead in zip(probable, beads, strict=True)]
    for folder, pairs in found.items():
        result = score_alignments(pairs)
        print(f"{folder}\tstrict F1 {result.strict.f1:.4f}\tlax F1 {result.lax.f1:.4f}")
    print_calibration(sure)


def print_calibration(sure: list[tuple[float, bool]]) -> None:
    print("said\twas\tbeads")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        inside = [(said, right) for said, right in sure if low <= said < high]
        if inside:
            said, was = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            print(f"{said:.3f}\t{was:.3f}\t{len(inside)}")


def learn(documents: Sequence[Document]) -> tuple[Weights, Weights]:
    """Return the weights of the quick features and of all features."""
    quick = fit(reachable(quick_examples(documents)))
    return quick, fit(reachable(full_examples(documents, quick, keep_gold=True)))


def labelled(documents: Sequence[Document]) -> list[Document]:
    """Return the documents with the beads that the weights set by hand find."""
    return [
        replace(example.document, gold=decode(example, BY_HAND)[0]) for example in quick_examples(documents)
    ]


def learn_without_gold(documents: Sequence[Document]) -> tuple[Weights, Weights]:
    """Return the weights learnt from what the weights set by hand find."""
    return learn(labelled(documents))


def write(tables: dict[str, Weights], path: Path) -> None:
    """Write weights into the data file, leaving its other tables as they are."""
    import tomllib

    old = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for name, weights in tables.items():
        sizes = {f"{n}-{m}": round(float(w), 3) for (n, m), w in zip(SIZES, weights.sizes, strict=True) if w}
        features = {feature: float(f"{w:.4g}") for feature, w in weights.features.items()}
        old[name] = {"alone": round(weights.alone, 4), "features": features, "sizes": sizes}
    lines = ["# Weights of the aligner, written by benchmarks/fit_alignment.py; see align/aligner/model.py."]
    for name, table in sorted(old.items()):
        lines += ["", f"[{name}]", f"alone = {table['alone']}"]
        for part in ("features", "sizes"):
            lines += ["", f"[{name}.{part}]", *(f'"{key}" = {value}' for key, value in table[part].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", metavar="FOLDER[:WEIGHT]")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--without-gold", action="store_true")
    arguments = parser.parse_args()
    fitted = learn_without_gold if arguments.without_gold else learn
    encoder = load_encoder(arguments.encoder)
    documents = [document for folder in arguments.folders for document in read_folder(folder, encoder)]
    if arguments.cross_validate:
        cross_validate(documents, fitted)
    if arguments.output:
        quick, full = fitted([document for document in documents if document.weight])
        prefix = arguments.encoder
        write({f"{prefix}-quick": quick, f"{prefix}-full": full}, arguments.output)


if __name__ == "__main__":
    main()
