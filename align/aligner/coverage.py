"""Coverage: how much of what a segment says the lexicon finds, word by word, on the other side."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.lexicon import content_stems, stem
from corpus.pattern import lazy
from corpus.script import HAN, LATIN, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from align.aligner.candidates import Band
    from align.aligner.lexicon import Lexicon

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Postings = Mapping[str, Ints]

_HAN_RUN = lazy(f"[{HAN}]+")
_LATIN_WORD = lazy(f"[{LATIN}][{LATIN}']+")
_NUMBER = lazy(r"\d+(?:[.,]\d+)*")
_CAPITALISED = lazy(r"[A-Z][a-z]+(?:['’-]?[A-Za-z]?[a-z]+)*")
# A shorter romanised name would be met by chance.
_SHORTEST_NAME = 4
_LONGEST_NAME = 3  # characters
# A word that says next to nothing about where its sentence belongs.
_LEAST_WEIGHT = 0.3
# Segments whose words are kept: those of a long text are asked for twice.
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Coverage:
    """Word matches between two texts.

    ``zh[i, j]`` is the weight of the words of Chinese segment i that match English segment j, and
    ``zh_again[i, j]`` of those that already match j - 1, so that a run of segments counts a word once;
    ``zh_total[i]`` is the weight that matches anywhere near. ``en`` is the same for the English words.
    """

    zh: Doubles
    zh_again: Doubles
    zh_total: Doubles
    en: Doubles
    en_again: Doubles
    en_total: Doubles


def matched_shares(
    zh: Sequence[str], en: Sequence[str], lexicon: Lexicon, pairs: tuple[Ints, Ints]
) -> tuple[Doubles, Doubles]:
    """Return for pairs of segments which share of the weight of each side's words the other has.

    Only words that the other text has somewhere count.
    """
    en_keys = english_postings(en)
    zh_keys = chinese_postings(zh, lexicon, en_keys)
    translations = {word: translations_in(word, lexicon, en_keys) for word in zh_keys}
    sources = _sources(translations)
    zh_weights = {
        word: _weight(_union(en_keys, keys), len(en)) for word, keys in translations.items() if keys
    }
    en_weights = {key: _weight(_union(zh_keys, words), len(zh)) for key, words in sources.items()}
    zh_words, en_words = _by_segment(zh_keys, zh_weights, len(zh)), _by_segment(en_keys, en_weights, len(en))
    shares = np.zeros((2, len(pairs[0])))
    for number, (row, column) in enumerate(zip(*(side.tolist() for side in pairs), strict=True)):
        known, said = en_words[column], zh_words[row]
        found = {word for word in said if not known.isdisjoint(translations[word])}
        met = {key for key in known if not said.isdisjoint(sources[key])}
        shares[0, number] = _share(found, said, zh_weights)
        shares[1, number] = _share(met, known, en_weights)
    return shares[0], shares[1]


def _by_segment(keys: Postings, weights: Mapping[str, float], segments: int) -> list[set[str]]:
    found: list[set[str]] = [set() for _ in range(segments)]
    for key in weights:
        for place in keys[key].tolist():
            found[place].add(key)
    return found


def _share(part: set[str], whole: set[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[key] for key in whole)
    return sum(weights[key] for key in part) / (total + 1)


def _weight(places: Ints, segments: int) -> float:
    """Return how much a match says that is possible at so many of all segments."""
    return max(0.0, math.log((segments + 1) / (len(places) + 0.5)))


def _sources(translations: Mapping[str, list[str]]) -> dict[str, list[str]]:
    sources: dict[str, list[str]] = {}
    for word, keys in translations.items():
        for key in keys:
            sources.setdefault(key, []).append(word)
    return sources


def match_words(zh: Sequence[str], en: Sequence[str], lexicon: Lexicon, band: Band) -> Coverage:
    """Return the word matches between two texts inside a band."""
    en_keys = english_postings(en)
    zh_keys = chinese_postings(zh, lexicon, en_keys)
    translations = {word: translations_in(word, lexicon, en_keys) for word in zh_keys}
    zh_matches = {word: _union(en_keys, keys) for word, keys in translations.items() if keys}
    en_matches = {key: _union(zh_keys, words) for key, words in _sources(translations).items()}
    rows, columns = band.shape
    zh_side = _matches(zh_keys, zh_matches, (rows, columns), (band.low[:-1], band.high[1:]))
    lows, highs = _turned(band)
    en_side = _matches(en_keys, en_matches, (columns, rows), (lows, highs))
    return Coverage(*zh_side, en_side[0].T, en_side[1].T, en_side[2])


def english_postings(segments: Sequence[str]) -> dict[str, Ints]:
    """Return in which English segments each thing stands that can be matched."""
    return _postings(map(english_keys, segments))


def chinese_postings(segments: Sequence[str], lexicon: Lexicon, english: Postings) -> dict[str, Ints]:
    """Return in which Chinese segments each thing stands that can be matched with an English text."""
    names = frozenset(key.removeprefix("^") for key in english if key.startswith("^"))
    return _postings(chinese_keys(segment, lexicon, names) for segment in segments)


def translations_in(word: str, lexicon: Lexicon, english: Postings) -> list[str]:
    """Return what a Chinese word matches in an English text."""
    return [key for key in dict.fromkeys((word, *lexicon.glosses(word))) if key in english]


@lru_cache(maxsize=_REMEMBERED)
def english_keys(segment: str) -> frozenset[str]:
    """Return what can be matched in English: stems, numbers, and ``^`` before what may be a name."""
    names = ("^" + re.sub("[^a-z]", "", name.lower()) for name in _CAPITALISED.findall(segment))
    return frozenset(
        (
            *content_stems(segment),
            *_numbers(segment),
            *(name for name in names if len(name) > _SHORTEST_NAME),
        )
    )


def chinese_keys(segment: str, lexicon: Lexicon, names: frozenset[str]) -> set[str]:
    """Return what can be matched in Chinese: words, Latin stems, numbers, ``^`` before romanised names."""
    keys = {*_numbers(fold(segment)), *(stem(word) for word in _LATIN_WORD.findall(fold(segment)))}
    for run in _HAN_RUN.findall(segment):
        keys.update(lexicon.words(run))
        keys.update("^" + name for name in _romanised(run, lexicon, names))
    return keys


def _numbers(text: str) -> list[str]:
    return [number.replace(",", "") for number in _NUMBER.findall(text)]


def _romanised(run: str, lexicon: Lexicon, names: frozenset[str]) -> Iterator[str]:
    """Yield the names of the other text that characters next to each other are read like."""
    beginnings = _beginnings(names)
    for start in range(len(run)):
        begun = {""}
        for char in run[start : start + _LONGEST_NAME]:
            begun = {name + sound for name in begun for sound in lexicon.readings.get(char, ())} & beginnings
            if not begun:
                break
            yield from begun & names


@lru_cache(maxsize=4)
def _beginnings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name[:end] for name in names for end in range(1, len(name) + 1))


def _postings(keys: Iterable[AbstractSet[str]]) -> dict[str, Ints]:
    places: dict[str, list[int]] = {}
    for number, found in enumerate(keys):
        for key in sorted(found):
            places.setdefault(key, []).append(number)
    return {key: np.array(numbers) for key, numbers in places.items()}


def _union(postings: Postings, keys: list[str]) -> Ints:
    if len(keys) == 1:
        return postings[keys[0]]
    return np.unique(np.concatenate([postings[key] for key in keys]))


def _matches(
    keys: Postings, matches: Mapping[str, Ints], shape: tuple[int, int], near: tuple[Ints, Ints]
) -> tuple[Doubles, Doubles, Doubles]:
    """Return the matched weight of segments by segments, what matched one before as well, and the totals."""
    once, again, total = np.zeros(shape), np.zeros(shape), np.zeros(shape[0])
    for key, columns in matches.items():
        weight = _weight(columns, shape[1])
        if weight < _LEAST_WEIGHT:
            continue
        rows = keys[key]
        once[rows[:, None], columns] += weight
        repeated = columns[1:][np.diff(columns) == 1]
        if len(repeated):
            again[rows[:, None], repeated] += weight
        reached = np.searchsorted(columns, near[0][rows]) < np.searchsorted(columns, near[1][rows])
        total[rows] += weight * reached
    return once, again, total


def _turned(band: Band) -> tuple[Ints, Ints]:
    """Return for every English segment the first Chinese segment near it, and the one after the last."""
    rows, columns = band.shape
    segments = np.arange(columns)
    lows = np.searchsorted(band.high, segments, side="right") - 1
    highs = np.searchsorted(band.low, segments, side="right")
    return np.clip(lows, 0, rows), np.clip(highs, 0, rows)
