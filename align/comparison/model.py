"""The model: the probability that two segments state the same fact, in two looks.

Both are logistic regressions; the weights are learnt by ``benchmarks/fit_comparison.py``. The first
look sees a pair by itself, the second what the first says about its rivals and neighbours. A third one
tells of clauses with figures that clash whether they are of the same fact.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from align.comparison.features import (
    first_features,
    logits,
    nearest_pairs,
    part_cosines,
    second_features,
)
from align.comparison.order import between

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from align.comparison.evidence import Evidence
    from align.comparison.features import Pairs

    Doubles = NDArray[np.float64]

WEIGHTS = "weights.toml"
WEIGHTS_LEXICAL = "weights_lexical.toml"
# Below it, pairs of unrelated texts come in.
LEAST_PROBABLE = 0.2


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over named features."""

    bias: float
    features: Mapping[str, float]

    def probabilities(self, features: Mapping[str, Doubles]) -> Doubles:
        """Return the probability of every row."""
        total = sum(
            (weight * features[name] for name, weight in self.features.items()), start=np.array(self.bias)
        )
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))), dtype=np.float64)


def weights_of(signature: str) -> str:
    """Return the data file with the weights for an encoder: vectors of words need their own.

    >>> weights_of("lexical-1"), weights_of("use-0.2.1")
    ('weights_lexical.toml', 'weights.toml')
    """
    return WEIGHTS_LEXICAL if signature.startswith("lexical") else WEIGHTS


@dataclass(frozen=True, slots=True)
class Models:
    """The regressions of both looks, and that of what clashes."""

    first: Logistic
    second: Logistic
    clash: Logistic


@cache
def load_models(signature: str) -> Models:
    """Return the regressions for an encoder, which its signature names."""
    text = files("align.comparison").joinpath(weights_of(signature)).read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return Models(**{name: Logistic(table["bias"], table["features"]) for name, table in tables.items()})


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of segments with the probability that they state the same."""

    pairs: Pairs
    probabilities: Doubles

    def least(self) -> float:
        """Return the probability from which pairs are best taken.

        It is half the F1 that can be expected (Lewis 1995, https://doi.org/10.1145/215206.215366), so that
        texts that share much are held to more than texts that share little.
        """
        falling = np.sort(self.probabilities)[::-1]
        taken = np.arange(1, len(falling) + 1)
        expected = 2 * falling.cumsum() / (taken + falling.sum())
        return max(LEAST_PROBABLE, float(expected.max(initial=0.0)) / 2)

    def logits(self) -> Doubles:
        """Return the logarithms of the odds of the pairs."""
        return logits(self.probabilities)

    def between(self) -> Doubles:
        """Return how surely the pairs stand between two matches."""
        return self.pairs.of(between(self.pairs.dense(self.probabilities)))


def score_parts(evidence: Evidence, first: Logistic, second: Logistic) -> Scored:
    """Return the pairs of segments that may match, with their probabilities."""
    cosine = part_cosines(evidence)
    pairs = nearest_pairs(cosine)
    probable = first.probabilities(first_features(evidence, cosine, pairs))
    return Scored(pairs, second.probabilities(second_features(probable, pairs)))
