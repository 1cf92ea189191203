"""Passages: where a long text can be cut, so that time and memory for a part do not grow with the whole.

A map of the whole text with at most ``CELLS`` cells a side counts words that are rare on both sides
and translate each other. The best monotone path over it says roughly where every segment has gone,
also past chapters that one side lacks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.candidates import anchor_path
from align.aligner.reading import runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.keys import Keys

    Ints = NDArray[np.int64]

CELLS = 1500
# A passage, in segments: larger ones take more memory, smaller ones overlap more.
LONGEST_ZH = 500
LONGEST_EN = 900
SHORTEST = 200
# Segments at the end of a passage that are aligned again with the next one.
OVERLAP = 60
# Pairs of places that the map counts: those of the rarest words, which say most about the place. In a text
# of a hundred thousand segments, or one that repeats itself, no word is rare by itself.
_PAIRS = 400_000


@dataclass(frozen=True, slots=True)
class Course:
    """The rough way through two long texts: borders of both sides that probably belong together, in order."""

    zh: Ints
    en: Ints

    def en_at(self, zh: int) -> int:
        """Return about where a border of the Chinese text lies in the English one."""
        return int(np.interp(zh, self.zh, self.en))

    def zh_at(self, en: int) -> int:
        """Return about where a border of the English text lies in the Chinese one."""
        return int(np.interp(en, self.en, self.zh))


def plot_course(keys: Keys) -> Course:
    """Return the rough way through two long texts; of short ones it is not asked for."""
    lengths = len(keys.zh), len(keys.en)
    if lengths[0] <= LONGEST_ZH and lengths[1] <= LONGEST_EN:
        return Course(np.array([0, lengths[0]]), np.array([0, lengths[1]]))
    sizes = [max(1, math.ceil(length / CELLS)) for length in lengths]
    rows, columns = anchor_path(_map(keys, sizes))
    zh_borders = np.concatenate([[0], rows * sizes[0] + sizes[0] // 2, lengths[:1]])
    en_borders = np.concatenate([[0], columns * sizes[1] + sizes[1] // 2, lengths[1:]])
    return Course(zh_borders, en_borders)


def _map(keys: Keys, sizes: list[int]) -> NDArray[np.float32]:
    """Return how many rare words the stretches of both texts share, above what chance would give."""
    zh, en, (left, right) = keys.zh.postings(), keys.en.postings(), keys.links
    shape = [math.ceil(len(side) / size) for side, size in zip((keys.zh, keys.en), sizes, strict=True)]
    pairs = zh.counts[left] * en.counts[right]
    order = np.argsort(pairs, kind="stable")
    rare = order[: int(np.searchsorted(np.cumsum(pairs[order]), _PAIRS, side="right"))]
    left, right = left[rare], right[rare]
    # Every place of the one with every place of the other.
    times = zh.counts[left]
    rows = zh.places[runs(zh.starts[left], times)]
    matched = np.repeat(right, times)
    counts = en.counts[matched]
    columns = en.places[runs(en.starts[matched], counts)]
    weights = np.repeat(1 / (np.repeat(times, times) * counts), counts)
    cells = np.repeat(rows // sizes[0], counts) * shape[1] + columns // sizes[1]
    return np.bincount(cells, weights, shape[0] * shape[1]).reshape(shape).astype(np.float32)


def next_passage(course: Course, start: tuple[int, int]) -> tuple[int, int]:
    """Return where the passage that starts at two borders ends.

    It is as long as allowed, or longer where one side has a long piece that the other lacks: both
    sides go on by ``SHORTEST`` at least. What is near the end of both texts goes with the passage.
    """
    last = int(course.zh[-1]), int(course.en[-1])
    zh = min(start[0] + LONGEST_ZH, course.zh_at(start[1] + LONGEST_EN))
    zh = max(zh, start[0] + SHORTEST, course.zh_at(start[1] + SHORTEST))
    en = max(course.en_at(zh) + OVERLAP, start[1] + SHORTEST)
    if (
        last[0] - zh <= OVERLAP
        or last[1] - en <= OVERLAP
        or (last[0] - start[0] <= LONGEST_ZH and last[1] - start[1] <= LONGEST_EN)
    ):
        return last
    return zh, en
