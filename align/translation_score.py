"""BLEU, chrF, chrF++ and TER of a translation against a reference, through sacrebleu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus import Lang

BOOTSTRAP_SAMPLES = 1_000  # sacrebleu's own default; its seed is fixed, so intervals repeat


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 (TER may exceed it), and what it depends on.

    ``interval`` is half the width of the 95% confidence interval around ``mean``, by bootstrap
    resampling; both are None for a text of one segment, where there is nothing to resample. Higher is
    better, but for TER.
    """

    metric: str
    value: float
    signature: str
    mean: float | None = None
    interval: float | None = None


def score_translation(
    hypothesis: Sequence[str], references: Sequence[Sequence[str]], lang: Lang
) -> tuple[Score, ...]:
    """Return the scores of a translation, segment by segment the same text as each reference.

    Chinese is cut into characters for BLEU and TER (sacrebleu's ``zh`` and ``asian_support``), as
    words have no blanks between them.

    Args:
        hypothesis: The segments of the translation.
        references: For each reference its segments.
        lang: The language of both.

    Raises:
        InputError: A reference has another number of segments, or there are none.
    """
    if not hypothesis:
        raise InputError("the translation has no segments")
    for reference in references:
        if len(reference) != len(hypothesis):
            problem = f"{len(hypothesis)} segments in the translation and {len(reference)} in the reference"
            raise InputError(f"{problem}; they must match, a line a segment")
    texts, sides = list(hypothesis), [list(reference) for reference in references]
    return tuple(_score(name, metric, texts, sides) for name, metric in _metrics(lang).items())


def _metrics(lang: Lang) -> dict[str, Any]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    chinese = lang == "zh"
    return {
        "BLEU": BLEU(tokenize="zh" if chinese else "13a", effective_order=False),
        "chrF": CHRF(word_order=0),
        "chrF++": CHRF(word_order=2),
        "TER": TER(asian_support=chinese, normalized=chinese),
    }


def _score(name: str, metric: Any, hypothesis: list[str], references: list[list[str]]) -> Score:
    samples = BOOTSTRAP_SAMPLES if len(hypothesis) > 1 else 1
    result = metric.corpus_score(hypothesis, references, n_bootstrap=samples)
    signature = metric.get_signature().format()
    if samples == 1:
        return Score(name, result.score, signature)
    return Score(name, result.score, signature, float(result._mean), float(result._ci))
