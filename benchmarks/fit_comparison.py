"""Fits the weights of `align compare` to a folder of cases, and says how they do on cases left out.

What a case is says `comparison_cases.py`. Nothing of their text gets into the weights.

    python benchmarks/fit_comparison.py FOLDER            # cross-validation
    python benchmarks/fit_comparison.py FOLDER --write    # and write align/comparison/weights.toml
    python benchmarks/fit_comparison.py FOLDER --encoder none --write    # and weights_lexical.toml
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from comparison_cases import Case, count, differs, print_totals, read_cases

from align.aligner.encode import load_encoder
from align.comparison.evidence import gather
from align.comparison.features import first_features, nearest_pairs, part_cosines, second_features
from align.comparison.matching import clash_features, find_matches, pieces_of
from align.comparison.model import Logistic, Models, Scored, weights_of
from align.comparison.side import read_side
from align.comparison.vectors import Vectors
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.aligner.encode import Encoder
    from align.comparison.evidence import Evidence
    from align.comparison.features import Pairs
    from align.comparison.side import Unit
    from corpus import Span

# Clashes are few, and what tells of them is little: they bear less of a ridge.
RIDGE, RIDGE_OF_CLASHES = 40.0, 2.0
# Pairs that are less probable teach nothing about clashes.
LEAST_TO_FIT = 0.03


@dataclass(frozen=True)
class Measured:
    """A case with the features of its pairs; a label is 1 for gold, 0 for not, -1 where nobody knows."""

    case: Case
    evidence: Evidence
    pairs: Pairs
    first: dict[str, np.ndarray]
    labels: np.ndarray

    @property
    def name(self) -> str:
        return self.case.name

    def second(self, first: Logistic) -> dict[str, np.ndarray]:
        return second_features(first.probabilities(self.first), self.pairs)

    def clashes(self, probabilities: np.ndarray) -> tuple[dict[str, np.ndarray], list[int]]:
        """Return the features of what clashes, and its labels, given what the second look says."""
        scored = Scored(self.pairs, probabilities)
        pieces = pieces_of(self.evidence, scored, 1.0, looking=LEAST_TO_FIT)
        clashing = [piece for piece in pieces if piece.found.conflict]
        labels = [self._clash_label(piece.article, piece.reference) for piece in clashing]
        return (clash_features(self.evidence, scored, clashing) if clashing else {}), labels

    def _clash_label(self, article: Unit, reference: Unit) -> int:
        spans = self.raw(article.span, reference.span)
        hits = self.case.hits(spans)
        if any(map(differs, hits)):
            return 1
        agreeing = any(item["agree"] and item.get("agree_sure", True) for item in hits)
        return 0 if agreeing or not (hits or self.case.is_unsure(spans)) else -1

    def raw(self, article: Span, reference: Span) -> tuple[Span, Span]:
        return self.case.article.to_raw(article), self.case.reference.to_raw(reference)


def measure(case: Case, encoder: Encoder) -> Measured:
    sides = [read_side(document) for document in (case.article, case.reference)]
    evidence = gather(*sides, Vectors(encoder), TermBase([builtin_layer()]))
    cosine = part_cosines(evidence)
    pairs = nearest_pairs(cosine)
    places = [[side.document.to_raw(part.span) for part in side.parts] for side in sides]
    spans = [(places[0][i], places[1][j]) for i, j in zip(pairs.article, pairs.reference, strict=True)]
    labels = [1 if case.hits(two) else -1 if case.is_unsure(two) else 0 for two in spans]
    return Measured(case, evidence, pairs, first_features(evidence, cosine, pairs), np.array(labels))


def fit(features: Iterable[dict[str, np.ndarray]], labels: np.ndarray, ridge: float = RIDGE) -> Logistic:
    """Return the logistic regression, by Newton's method, with a ridge on features of unit variance."""
    rows = list(features)
    names = list(rows[0])
    x = np.concatenate([np.stack([row[name] for name in names], axis=1) for row in rows])
    known = labels >= 0
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.c_[np.ones(known.sum()), (x[known] - mean) / spread]
    penalty = np.diag([1e-6, *[ridge] * len(names)])
    weights = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        slope = z.T @ (p - labels[known]) + penalty @ weights
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, slope)
    plain = weights[1:] / spread
    return Logistic(float(weights[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True)))


def fit_looks(cases: Sequence[Measured]) -> tuple[Logistic, Logistic]:
    labels = np.concatenate([case.labels for case in cases])
    first = fit((case.first for case in cases), labels)
    return first, fit((case.second(first) for case in cases), labels)


def fit_clashes(found: Iterable[tuple[dict[str, np.ndarray], list[int]]]) -> Logistic:
    known = [(features, labels) for features, labels in found if labels]
    labels = np.concatenate([labels for _, labels in known])
    return fit((features for features, _ in known), labels, RIDGE_OF_CLASHES)


def cross_validate(cases: Sequence[Measured], groups: dict[str, str]) -> tuple[dict[str, Models], Logistic]:
    """Return for every group the models that are fitted to the others, and the model of what clashes for all.

    The latter is fitted to what the looks say of cases they were not fitted to.
    """
    looks = {
        group: fit_looks([case for case in cases if groups[case.name] != group])
        for group in sorted(set(groups.values()))
    }
    clashes = {}
    for case in cases:
        first, second = looks[groups[case.name]]
        clashes[case.name] = case.clashes(second.probabilities(case.second(first)))
    models = {
        group: Models(*two, fit_clashes(found for name, found in clashes.items() if groups[name] != group))
        for group, two in looks.items()
    }
    return models, fit_clashes(clashes.values())


def report(cases: Sequence[Measured], models: dict[str, Models], groups: dict[str, str]) -> None:
    totals: dict[str, Counter[str]] = {}
    for case in cases:
        matches = find_matches(case.evidence, models[groups[case.name]])
        found = (
            (case.raw(match.article.span, match.reference.span), bool(match.conflict)) for match in matches
        )
        totals.setdefault(case.case.kind, Counter()).update(count(case.case, found))
    print_totals("cross-validated", totals)


def write(models: Models, path: Path, signature: str) -> None:
    lines = [
        f"# Weights of align compare for the encoder {signature}, written by benchmarks/fit_comparison.py."
    ]
    for name, model in asdict(models).items():
        lines += ["", f"[{name}]", f"bias = {model['bias']:.4f}", "", f"[{name}.features]"]
        lines += [f'"{feature}" = {weight:.4f}' for feature, weight in model["features"].items()]
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
    cases = [measure(case, encoder) for case in read_cases(options.folder)]
    given = json.loads(options.groups.read_text()) if options.groups else {}
    groups = {case.name: given.get(case.name, case.case.family) for case in cases}
    models, clash = cross_validate(cases, groups)
    report(cases, models, groups)
    if options.write:
        path = Path(__file__).parent.parent / "align" / "comparison" / weights_of(encoder.signature)
        write(Models(*fit_looks(cases), clash), path, encoder.signature)


if __name__ == "__main__":
    main()
