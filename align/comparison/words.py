"""How much of the words of a Chinese and an English unit the lexicon finds on the other side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from align.comparison.side import words_of
from align.lexicon import load_lexicon
from corpus.script import fold, has_han, simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from align.comparison.side import Side, Unit
    from corpus import Span


@dataclass(frozen=True, slots=True)
class Coverage:
    """The shares of the words of both sides that the other side has, and the weight of these words."""

    zh: float
    en: float
    weight: float


class WordEvidence:
    """The words of two texts, rare ones weighted up."""

    def __init__(self, zh: Side, en: Side) -> None:
        self._zh, self._en = zh, en
        self._zh_weights = _weights(zh.words)
        self._en_weights = _weights(en.words)
        self._glosses: dict[str, frozenset[str]] = {}

    def coverage(self, zh: Unit, en: Unit) -> Coverage:
        """Return how much of the words of two units agree."""
        zh_words = {word for number in zh.statements for word in self._zh.words[number]}
        en_words = {word for number in en.statements for word in self._en.words[number]}
        known = [word for word in zh_words if self._gloss(word)]
        met = [word for word in known if not self._gloss(word).isdisjoint(en_words)]
        rendered = {stem for word in met for stem in self._gloss(word)} & en_words
        zh_met, en_met = _total(met, self._zh_weights), _total(rendered, self._en_weights)
        return Coverage(
            zh_met / (_total(known, self._zh_weights) + _SOFT),
            en_met / (_total(en_words, self._en_weights) + _SOFT),
            min(zh_met, en_met),
        )

    def around(self, zh: Span, en: Span, reach_zh: int, reach_en: int) -> float:
        """Return how many words near two stretches of the texts agree, rare ones counting more."""
        zh_words = set(words_of(_near(self._zh.document.text, zh, reach_zh), "zh"))
        en_words = set(words_of(_near(self._en.document.text, en, reach_en), "en"))
        met = (word for word in zh_words if not self._gloss(word).isdisjoint(en_words))
        return sum(self._zh_weights.get(word, 0.0) for word in met)

    def _gloss(self, word: str) -> frozenset[str]:
        if word not in self._glosses:
            found = load_lexicon().glosses(word) if has_han(word) else [word.lower()]
            self._glosses[word] = frozenset(found)
        return self._glosses[word]


_SOFT = 2.0


def _near(text: str, span: Span, reach: int) -> str:
    """Return what stands before and after a stretch, without it."""
    before, after = text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]
    return simplified(fold(f"{before} {after}"))


def _weights(statements: Sequence[Sequence[str]]) -> Mapping[str, float]:
    found = Counter(word for words in statements for word in set(words))
    return {word: log((len(statements) + 1) / (count + 0.5)) for word, count in found.items()}


def _total(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in words)
