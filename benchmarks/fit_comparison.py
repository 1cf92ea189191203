"""Fits the weights of `align compare` to a folder of cases, and says how they do on cases left out.

A case is a JSON file: `article` and `reference`, each with `lang` and `text`, and `gold`, a list of
`article_span`, `reference_span` and `sure`. Nothing of their text gets into the weights.

    python benchmarks/fit_comparison.py FOLDER            # cross-validation
    python benchmarks/fit_comparison.py FOLDER --write    # and write align/comparison/weights.toml
    python benchmarks/fit_comparison.py FOLDER --encoder none --write    # and weights_lexical.toml
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.encode import load_encoder
from align.comparison.evidence import gather
from align.comparison.features import first_features, nearest_pairs, part_cosines, second_features
from align.comparison.model import Logistic, weights_of
from align.comparison.side import read_side
from align.comparison.vectors import Vectors
from corpus.documents import parse_document
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.aligner.encode import Encoder
    from align.comparison.features import Pairs
    from corpus import Span

RIDGE = 40.0
STRETCH = 4


@dataclass(frozen=True)
class Case:
    """The features of a case, and per pair 1 where it is gold, 0 where it is not, -1 where nobody knows."""

    name: str
    pairs: Pairs
    first: dict[str, np.ndarray]
    labels: np.ndarray
    gold: list[list[int]]  # the gold pairs that a pair finds
    wanted: int


def read_case(path: Path, encoder: Encoder) -> Case:
    data = json.loads(path.read_text(encoding="utf-8"))
    documents = [
        parse_document(data[side]["text"], lang=data[side]["lang"]) for side in ("article", "reference")
    ]
    sides = [read_side(document) for document in documents]
    evidence = gather(*sides, Vectors(encoder), TermBase([builtin_layer()]))
    cosine = part_cosines(evidence)
    pairs = nearest_pairs(cosine)
    places = [[side.document.to_raw(part.span) for part in side.parts] for side in sides]
    spans = [(places[0][i], places[1][j]) for i, j in zip(pairs.article, pairs.reference, strict=True)]
    gold = [
        [n for n, item in enumerate(data["gold"]) if item["sure"] and is_right(two, item)] for two in spans
    ]
    labels = [
        1 if found else -1 if any(touches(two, item) for item in data["gold"] if not item["sure"]) else 0
        for two, found in zip(spans, gold, strict=True)
    ]
    wanted = sum(item["sure"] for item in data["gold"])
    return Case(path.stem, pairs, first_features(evidence, cosine, pairs), np.array(labels), gold, wanted)


def is_right(two: tuple[Span, Span], item: dict) -> bool:
    return all(
        covers(span, item[key]) for span, key in zip(two, ("article_span", "reference_span"), strict=True)
    )


def covers(span: Span, gold: Sequence[int]) -> bool:
    common = min(span.end, gold[1]) - max(span.start, gold[0])
    size = gold[1] - gold[0]
    return len(span) <= STRETCH * size and 2 * common >= min(len(span), size)


def touches(two: tuple[Span, Span], item: dict) -> bool:
    keys = ("article_span", "reference_span")
    return all(
        min(span.end, item[key][1]) > max(span.start, item[key][0])
        for span, key in zip(two, keys, strict=True)
    )


def fit(features: Iterable[dict[str, np.ndarray]], labels: np.ndarray) -> Logistic:
    """Return the logistic regression, by Newton's method, with a ridge on features of unit variance."""
    rows = list(features)
    names = list(rows[0])
    x = np.concatenate([np.stack([row[name] for name in names], axis=1) for row in rows])
    known = labels >= 0
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.c_[np.ones(known.sum()), (x[known] - mean) / spread]
    ridge = np.diag([1e-6, *[RIDGE] * len(names)])
    weights = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        slope = z.T @ (p - labels[known]) + ridge @ weights
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, slope)
    plain = weights[1:] / spread
    return Logistic(float(weights[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True)))


def fit_both(cases: Sequence[Case]) -> tuple[Logistic, Logistic]:
    labels = np.concatenate([case.labels for case in cases])
    first = fit((case.first for case in cases), labels)
    looks = [second_features(first.probabilities(case.first), case.pairs) for case in cases]
    return first, fit(looks, labels)


def family(name: str) -> str:
    """Return what the names of cases with texts in common begin with; ``--groups`` says it better."""
    return "-".join(name.split("-")[:2])


def report(cases: Sequence[Case], probabilities: dict[str, np.ndarray]) -> None:
    for kind in sorted({case.name.split("-")[0] for case in cases}):
        chosen = [case for case in cases if case.name.startswith(kind)]
        for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
            right = wrong = found = 0
            for case in chosen:
                taken = probabilities[case.name] >= least
                right += int((taken & (case.labels == 1)).sum())
                wrong += int((taken & (case.labels == 0)).sum())
                found += len({n for n in np.flatnonzero(taken) for n in case.gold[n]})
            precision, recall = right / max(1, right + wrong), found / sum(case.wanted for case in chosen)
            score = 2 * precision * recall / max(1e-9, precision + recall)
            print(f"{kind:8} from {least:.2f}: P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}")


def cross_validate(cases: Sequence[Case], groups: dict[str, str]) -> dict[str, np.ndarray]:
    probabilities = {}
    for group in sorted(set(groups.values())):
        first, second = fit_both([case for case in cases if groups[case.name] != group])
        for case in cases:
            if groups[case.name] == group:
                look = second_features(first.probabilities(case.first), case.pairs)
                probabilities[case.name] = second.probabilities(look)
    return probabilities


def write(models: dict[str, Logistic], path: Path, signature: str) -> None:
    lines = [
        f"# Weights of align compare for the encoder {signature}, written by benchmarks/fit_comparison.py."
    ]
    for name, model in models.items():
        lines += ["", f"[{name}]", f"bias = {model.bias:.4f}", "", f"[{name}.features]"]
        lines += [f'"{feature}" = {weight:.4f}' for feature, weight in model.features.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--groups", type=Path, help="JSON: the group of each case, left out together")
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    cases = [read_case(path, encoder) for path in sorted(options.folder.glob("*.json"))]
    groups = json.loads(options.groups.read_text()) if options.groups else {}
    groups = {case.name: groups.get(case.name, family(case.name)) for case in cases}
    report(cases, cross_validate(cases, groups))
    if options.write:
        first, second = fit_both(cases)
        path = Path(__file__).parent.parent / "align" / "comparison" / weights_of(encoder.signature)
        write({"first": first, "second": second}, path, encoder.signature)


if __name__ == "__main__":
    main()
