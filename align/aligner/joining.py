"""Joining: segments that stand beside a pair found in any order, and belong to it, become part of its bead.

The English segments are put into the order of their partners, and the texts, now in the same order, are
aligned like any others. Of the beads found, those are taken that add neighbours left alone to pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.aligner.pairing import Text, beads_in_order
from corpus.bead import Bead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from align.aligner.pairing import Means

# Segments of one side that a bead may hold.
LARGEST = 3
# A larger bead must be this probable: where pieces are missing, what stands beside a pair is mostly alone.
_LIKELY = 0.9


def joined_beads(
    zh: Text, en: Text, pairs: Sequence[Bead], alike: Callable[[int, int], float], means: Means
) -> list[Bead]:
    """Return one-to-one beads, and larger ones where a neighbour that has no partner belongs to them.

    Args:
        zh: The Chinese text.
        en: The English text.
        pairs: One-to-one beads in any order.
        alike: How near a Chinese segment is to an English one.
        means: What the groups are compared with.
    """
    if not pairs:
        return []
    order = _partner_order(pairs, len(en.segments), alike)
    left = {bead.src.start: bead for bead in pairs}
    right = {bead.tgt.start: bead for bead in pairs}
    for bead in beads_in_order(zh, en.taken(order), means):
        segments = [order[place] for place in bead.tgt]
        if not _is_likely_group(bead, segments):
            continue
        inside = {left[n] for n in bead.src if n in left} | {right[n] for n in segments if n in right}
        if inside and all(pair.src.start in bead.src and pair.tgt.start in segments for pair in inside):
            for pair in inside:
                del left[pair.src.start], right[pair.tgt.start]
            joined = Bead(bead.src, range(segments[0], segments[-1] + 1), bead.score)
            left[joined.src.start] = joined
    return sorted(left.values(), key=lambda bead: bead.src.start)


def _is_likely_group(bead: Bead, segments: Sequence[int]) -> bool:
    sizes = len(bead.src), len(segments)
    follow = all(number == segments[0] + place for place, number in enumerate(segments))
    return min(sizes) > 0 and 1 < max(sizes) <= LARGEST and follow and (bead.score or 0) >= _LIKELY


def _partner_order(pairs: Sequence[Bead], count: int, alike: Callable[[int, int], float]) -> list[int]:
    """Return the English segments in the order of their partners, those without one beside a neighbour."""
    partner = {bead.tgt.start: bead.src.start for bead in pairs}
    places = dict(_places(partner, count, alike))
    return sorted(range(count), key=lambda number: (places[number], number))


def _places(
    partner: dict[int, int], count: int, alike: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield for every English segment the Chinese one that it goes with: its own, or a neighbour's."""
    before: list[int | None] = [None] * count
    after: list[int | None] = [None] * count
    for numbers, beside, step in ((range(count), before, -1), (range(count - 1, -1, -1), after, 1)):
        for number in numbers:
            neighbour = number + step
            inside = 0 <= neighbour < count
            beside[number] = partner.get(number, beside[neighbour] if inside else None)
    for number in range(count):
        choices = [place for place in (before[number], after[number]) if place is not None]
        yield number, max(choices, key=lambda place: alike(place, number))
