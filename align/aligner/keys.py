"""Keys: what a segment says that the lexicon can find in the other language, and where.

A key is a Chinese word, the stem of a Latin one, a number, or ``^`` before what may be a name.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.lexicon import content_stems, stem
from corpus.script import HAN, LATIN, fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from numpy.typing import NDArray

    from align.aligner.lexicon import Lexicon

    Ints = NDArray[np.int64]
    Found = tuple[str, ...]  # the keys of a segment, each once

_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN_WORD = re.compile(f"[{LATIN}][{LATIN}']+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?:['’-]?[A-Za-z]?[a-z]+)*")
_NO_LETTER = re.compile("[^a-z]")
# A shorter romanised name would be met by chance.
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Postings:
    """Which segments hold which key, by the keys' numbers.

    ``places`` are the segments of the first key in order, then those of the second, and so on;
    ``starts`` is where each key's begin, and the end of all.
    """

    places: Ints
    starts: Ints

    @property
    def counts(self) -> Ints:
        """How many segments hold each key."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Ints:
        """The key of every place."""
        return np.repeat(np.arange(len(self.starts) - 1), self.counts)


@dataclass(frozen=True, slots=True)
class SideKeys:
    """The numbers of the keys of every segment of a text.

    ``keys`` are those of the first segment, then those of the second, and so on; ``bounds`` is where
    each segment's begin, and the end of all. ``known`` is how many keys have a number.
    """

    keys: Ints
    bounds: Ints
    known: int

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def part(self, segments: slice) -> SideKeys:
        """Return the keys of some segments in a row."""
        bounds = self.bounds[segments.start : segments.stop + 1]
        return SideKeys(self.keys[bounds[0] : bounds[-1]], bounds - bounds[0], self.known)

    def postings(self) -> Postings:
        """Return which segments hold which key."""
        places = np.repeat(np.arange(len(self)), np.diff(self.bounds))
        starts = np.append(0, np.cumsum(np.bincount(self.keys, minlength=self.known)))
        return Postings(places[np.argsort(self.keys, kind="stable")], starts.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of two texts, and which Chinese key may mean which English one, as pairs of numbers."""

    zh: SideKeys
    en: SideKeys
    links: tuple[Ints, Ints]

    def part(self, zh: slice, en: slice) -> Keys:
        """Return the keys of some segments of either text."""
        return Keys(self.zh.part(zh), self.en.part(en), self.links)


def read_keys(zh: Sequence[str], en: Sequence[str], lexicon: Lexicon) -> Keys:
    """Return the keys of a Chinese and an English text; names are those that the English one has."""
    english: dict[str, int] = {}
    en_side = _numbered(map(english_keys, en), english)
    reader = NameReader(frozenset(key[1:] for key in english if key[0] == "^"), lexicon)
    chinese: dict[str, int] = {}
    zh_side = _numbered((chinese_keys(segment, lexicon, reader) for segment in zh), chinese)
    pairs = [
        (number, english[key])
        for word, number in chinese.items()
        for key in translations_in(word, lexicon, english)
    ]
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Keys(zh_side, en_side, (left, right))


def _numbered(segments: Iterable[Found], numbers: dict[str, int]) -> SideKeys:
    """Return the keys of segments by their numbers; a new key gets the next one."""
    keys, bounds = array("q"), array("q", [0])
    for found in segments:
        keys.extend([numbers.setdefault(key, len(numbers)) for key in found])
        bounds.append(len(keys))
    return SideKeys(np.array(keys), np.array(bounds), len(numbers))


def translations_in(word: str, lexicon: Lexicon, english: Container[str]) -> list[str]:
    """Return what a Chinese word matches among the keys of an English text."""
    found = [word] if word in english else []
    return found + [key for key in lexicon.glosses(word) if key in english and key != word]


def runs(starts: Ints, counts: Ints) -> Ints:
    """Return the numbers of runs that begin at given ones and are so long, one run after the other.

    >>> runs(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    before = np.cumsum(counts) - counts
    return np.asarray(np.arange(int(counts.sum())) + np.repeat(starts - before, counts), dtype=np.int64)


@lru_cache(maxsize=1 << 14)
def english_keys(segment: str) -> Found:
    """Return what can be matched in English: stems, numbers, and ``^`` before what may be a name."""
    names = ("^" + _NO_LETTER.sub("", name.lower()) for name in _CAPITALISED.findall(segment))
    long_names = (name for name in names if len(name) > _SHORTEST_NAME)
    return tuple(dict.fromkeys((*content_stems(segment), *_numbers(segment), *long_names)))


def chinese_keys(segment: str, lexicon: Lexicon, names: NameReader) -> Found:
    """Return what can be matched in Chinese: words, Latin stems, numbers, ``^`` before romanised names."""
    folded = fold(segment)
    keys = _numbers(folded) + [stem(word) for word in _LATIN_WORD.findall(folded)]
    for run in _HAN_RUN.findall(segment):
        keys += lexicon.words(run)
        keys += names.read(run)
    return tuple(dict.fromkeys(keys))


def _numbers(text: str) -> list[str]:
    return [number.replace(",", "") for number in _NUMBER.findall(text)]


class NameReader:
    """Finds the names of an English text that characters next to each other are read like."""

    def __init__(self, names: frozenset[str], lexicon: Lexicon) -> None:
        self._names = names
        self._beginnings = frozenset(name[:end] for name in names for end in range(1, len(name) + 1))
        self._readings = lexicon.readings
        # The keys that two characters give, and what the second may go on with; for most it is nothing.
        self._pairs: dict[str, tuple[Found, Found]] = {}

    def read(self, run: str) -> list[str]:
        """Return the names in a run of Chinese characters, with ``^`` before each."""
        keys: list[str] = []
        pairs = self._pairs
        for start in range(len(run)):
            pair = run[start : start + 2]
            found = pairs.get(pair)
            if found is None:
                found = pairs[pair] = self._read_pair(pair)
            keys += found[0]
            if found[1] and start + 2 < len(run):
                keys += self._keys(self._longer(found[1], run[start + 2]))
        return keys

    def _read_pair(self, pair: str) -> tuple[Found, Found]:
        one = self._longer(("",), pair[0])
        two = self._longer(one, pair[1]) if len(pair) > 1 else ()
        return (*self._keys(one), *self._keys(two)), two

    def _longer(self, begun: Found, char: str) -> Found:
        """Return what begins a name when a character follows, in each of its readings."""
        sounds = self._readings.get(char, ())
        return tuple(
            name for name in (old + new for old in begun for new in sounds) if name in self._beginnings
        )

    def _keys(self, begun: Found) -> Found:
        return tuple("^" + name for name in begun if name in self._names)
