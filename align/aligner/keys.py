"""Keys: what a segment says that the lexicon can find in the other language, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.reading import distinct
from glossary.lexicon import load_lexicon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.reading import Reading

    Ints = NDArray[np.int64]


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


def read_keys(zh: Reading, en: Reading) -> Keys:
    """Return the keys of a Chinese and an English text: their words, and what may be names."""
    left, right = _side_keys(zh), _side_keys(en)
    words = list(zh.vocabulary)
    english = {words[number]: number for number in distinct(right.keys).tolist()}
    stems = load_lexicon().stems
    pairs = [
        (number, english[key])
        for number in distinct(left.keys).tolist()
        for key in dict.fromkeys((words[number], *stems.get(words[number], "").split()))
        if key in english
    ]
    linked = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Keys(left, right, (linked[0], linked[1]))


def _side_keys(reading: Reading) -> SideKeys:
    """Return the words of every segment, each once."""
    known = max(1, len(reading.vocabulary))
    words, names = reading.words, reading.names
    owners = np.repeat(np.arange(len(reading)), np.diff(words.bounds[reading.first]))
    codes = distinct(np.concatenate([owners * known + words.numbers, names.owners * known + names.numbers]))
    owners, keys = np.divmod(codes, known)
    return SideKeys(keys, np.searchsorted(owners, np.arange(len(reading) + 1)), known)
