"""Layout: headings, list items and table cells, which belong to their like on the other side.

No aligned texts with their markup exist to learn from, so the scores here are set by hand, in the log
odds that the model adds up. They leave the choice between pieces of one kind to the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.headings import read_count
from corpus import Role
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.candidates import Candidates
    from align.aligner.headings import Count
    from corpus import Document, Lang

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_KINDS = {
    Role.PARAGRAPH: 0,
    Role.TITLE: 1,
    Role.HEADING: 1,
    Role.ITEM: 2,
    Role.CELL: 3,
    Role.CAPTION: 4,
    Role.ALT: 5,
}
_STOP = lazy("[。！？!?.…][”’」』\"')）\\]】\\s]*$")
_HEADING, _CELL = _KINDS[Role.HEADING], _KINDS[Role.CELL]
# Segments of several kinds in one side of a bead; several headings, or several cells.
_MIXED = -20.0
_JOINED = -8.0
# A paragraph that ends inside a bead.
_BREAK = -2.0
# As many breaks as keep apart what was put beside each other.
_JOINT = 15
# A heading beside text, another kind beside another, where both texts have the kind; two of one kind.
_HEADING_BESIDE_TEXT = -8.0
_OTHER_KIND = -4.0
_SAME_KIND = 1.0
# Headings with the same number, and with different ones.
_SAME_NUMBER = 6.0
_OTHER_NUMBER = -12.0


@dataclass(frozen=True, slots=True)
class Layout:
    """What every segment of a text is, and what it counts where it is a numbered heading."""

    kinds: Ints
    counts: tuple[Count | None, ...]
    breaks: Ints  # 1 where a new paragraph begins, behind the end of a sentence; more where no bead goes on

    def part(self, segments: slice) -> Layout:
        """Return the layout of some segments in a row."""
        return Layout(self.kinds[segments], self.counts[segments], self.breaks[segments])

    def taken(self, order: Sequence[int]) -> Layout:
        """Return the layout of segments in another order; no bead goes over where they were joined."""
        counts = tuple(self.counts[number] for number in order)
        apart = np.diff(order, prepend=order[:1]) != 1
        return Layout(self.kinds[list(order)], counts, np.where(apart, _JOINT, 0))


def plain_layout(texts: Sequence[str], lang: Lang) -> Layout:
    """Return the layout of a text of which no more is known than its lines."""
    counts = [read_count(text, lang, heading=False) for text in texts]
    kinds = np.array([_HEADING if count else 0 for count in counts], dtype=np.int64)
    return Layout(kinds, tuple(counts), np.zeros(len(texts), dtype=np.int64))


def read_layout(document: Document, lang: Lang) -> Layout:
    """Return the layout of the segments of a document."""
    segments = document.segments
    kinds = np.array([_KINDS[segment.role] for segment in segments], dtype=np.int64)
    counts = tuple(
        read_count(segment.text, lang, heading=kind == _HEADING)
        for segment, kind in zip(segments, kinds.tolist(), strict=True)
    )
    kinds[[count is not None for count in counts]] = _HEADING
    return Layout(kinds, counts, _breaks(document))


def _breaks(document: Document) -> Ints:
    """Return where paragraphs begin behind the end of a sentence; a text of a sentence a line has none."""
    segments = document.segments
    breaks = np.zeros(len(segments), dtype=np.int64)
    if document.markup or (segments[-1:] and segments[-1].block < len(segments) - 1):
        for number, (before, after) in enumerate(pairwise(segments), 1):
            breaks[number] = before.block != after.block and _ends(before.text)
    return breaks


def _ends(text: str) -> bool:
    """Tell whether a segment ends a sentence; a paragraph that breaks off in one goes on in the next."""
    return _STOP.search(text[-4:]) is not None


def equal_counts(zh: Layout, en: Layout) -> tuple[Ints, Ints]:
    """Return the pairs of numbered headings that count the same, where each has but one partner."""
    numbered: dict[tuple[int, ...], list[int]] = {}
    for column, count in enumerate(en.counts):
        if count:
            numbered.setdefault(count.number, []).append(column)
    found = [
        (row, column)
        for row, left in enumerate(zh.counts)
        for column in (numbered.get(left.number, []) if left else [])
        if left and (right := en.counts[column]) and left.agrees(right)
    ]
    rows, columns = np.array(found, dtype=np.int64).reshape(-1, 2).T
    alone = (np.bincount(rows)[rows] == 1) & (np.bincount(columns)[columns] == 1) if found else []
    return rows[alone], columns[alone]


def layout_scores(zh: Layout, en: Layout, beads: Candidates) -> Doubles:
    """Return what the layout says for or against every bead."""
    scores = np.zeros(len(beads))
    if not (zh.kinds.any() or en.kinds.any() or zh.breaks.any() or en.breaks.any()):
        return scores
    for layout, starts, sizes in ((zh, beads.zh, beads.n), (en, beads.en, beads.m)):
        scores += _side_scores(layout, starts, sizes)
    both = np.flatnonzero((beads.n > 0) & (beads.m > 0))
    left, right = zh.kinds[beads.zh[both]], en.kinds[beads.en[both]]
    scores[both] += _kind_table(zh.kinds, en.kinds)[left, right]
    ones = both[(beads.n[both] == 1) & (beads.m[both] == 1) & (left == _HEADING) & (right == _HEADING)]
    for place in ones.tolist():
        scores[place] += _number_score(zh.counts[beads.zh[place]], en.counts[beads.en[place]])
    return scores


def _side_scores(layout: Layout, starts: Ints, sizes: Ints) -> Doubles:
    """Return what one side of every bead says: whether its segments go together."""
    kinds = layout.kinds
    changes = np.cumsum(np.diff(kinds, prepend=kinds[:1]) != 0)
    breaks = np.cumsum(layout.breaks)
    first = np.minimum(starts, len(kinds) - 1)
    last = np.maximum(starts + sizes - 1, first)
    mixed = changes[last] > changes[first]
    apart = np.isin(kinds, (_HEADING, _CELL))[first] & (sizes > 1)
    together = np.where(mixed, _MIXED, np.where(apart, _JOINED, 0.0))
    return np.asarray(together + _BREAK * (breaks[last] - breaks[first]))


def _kind_table(zh: Ints, en: Ints) -> Doubles:
    """Return the score of every kind beside every other; a kind that one text lacks may stand beside any."""
    size = max(_KINDS.values()) + 1
    table = np.where(np.eye(size, dtype=bool), _SAME_KIND, _OTHER_KIND)
    table[0, 0] = 0.0
    table[_HEADING, 0] = table[0, _HEADING] = _HEADING_BESIDE_TEXT
    shared = np.isin(np.arange(size), zh) & np.isin(np.arange(size), en)
    shared[0] = True
    return np.where(shared[:, None] & shared[None, :], table, 0.0)


def _number_score(zh: Count | None, en: Count | None) -> float:
    if zh is None or en is None or not zh.agrees(en):
        return 0.0
    return _SAME_NUMBER if zh.number == en.number else _OTHER_NUMBER
