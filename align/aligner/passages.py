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
from align.aligner.coverage import chinese_postings, english_postings, translations_in
from align.aligner.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

CELLS = 1500
# A passage, in segments: larger ones take more memory, smaller ones overlap more.
LONGEST_ZH = 500
LONGEST_EN = 900
SHORTEST = 200
# Segments at the end of a passage that are aligned again with the next one.
OVERLAP = 60
# A word found in more segments than this on either side says little about the place.
_RARE = 8


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


def plot_course(zh: Sequence[str], en: Sequence[str]) -> Course:
    """Return the rough way through two long texts."""
    sizes = [max(1, math.ceil(len(side) / CELLS)) for side in (zh, en)]
    cells = _map(zh, en, sizes)
    rows, columns = anchor_path(cells)
    zh_borders = np.concatenate([[0], rows * sizes[0] + sizes[0] // 2, [len(zh)]])
    en_borders = np.concatenate([[0], columns * sizes[1] + sizes[1] // 2, [len(en)]])
    return Course(zh_borders, en_borders)


def _map(zh: Sequence[str], en: Sequence[str], sizes: list[int]) -> NDArray[np.float32]:
    """Return how many rare words the stretches of both texts share, above what chance would give."""
    lexicon = load_lexicon()
    en_keys = english_postings(en)
    zh_keys = chinese_postings(zh, lexicon, en_keys)
    shape = [math.ceil(len(side) / size) for side, size in zip((zh, en), sizes, strict=True)]
    cells = np.zeros(shape, dtype=np.float32)
    for word, rows in zh_keys.items():
        if len(rows) > _RARE:
            continue
        for key in translations_in(word, lexicon, en_keys):
            columns = en_keys[key]
            if len(columns) <= _RARE:
                cells[rows[:, None] // sizes[0], columns // sizes[1]] += 1 / (len(rows) * len(columns))
    return cells


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
