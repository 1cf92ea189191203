"""Joining: segments that stand beside a pair found in any order, and belong to it, become part of its bead.

The English segments are put into the order of their partners, and the texts, now in the same order, are
aligned like any others. Of the beads found, those are taken that add neighbours left alone to pairs. Where
there are such, pieces were split or merged as they moved, and what was found tells their order better:
the texts are put in order and aligned again, and any likely bead is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.aligner.pairing import beads_in_order
from corpus.bead import Bead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from align.aligner.pairing import Means, Text

# Segments of one side that a bead may hold, and how probable it must be: where pieces are missing, what
# stands beside a pair is mostly alone. Then the same where some pieces are known to be split or merged.
LARGEST = 3
_LIKELY = 0.9
LARGEST_OF_SPLIT = 5
_LIKELY_OF_SPLIT = 0.3
_ROUNDS = 4
# How much less a neighbour's partner attracts for each segment that it is further away, as a cosine; and
# how many segments on from there a segment may belong.
_DISTANCE = 0.01
_REACH = 3


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
    grown = [bead for bead in _in_order(zh, en, pairs, alike, means) if _holds_pairs(bead, pairs)]
    found = _with_rest(grown, pairs)
    for _ in range(_ROUNDS if grown else 0):
        beads = _in_order(zh, en, found, alike, means)
        before, found = found, _with_rest([bead for bead in beads if _is_likely(bead)], pairs)
        if found == before:
            break
    return found


def _in_order(
    zh: Text, en: Text, found: Sequence[Bead], alike: Callable[[int, int], float], means: Means
) -> list[Bead]:
    """Return the beads of the texts when the English one is put into the order of what was found."""
    count = len(en.segments)
    partners = {number: bead.src for bead in found for number in bead.tgt}
    places = dict(_places(partners, (len(zh.segments), count), alike))
    order = sorted(range(count), key=lambda number: (places[number], number))
    beads = (
        (bead, [order[place] for place in bead.tgt]) for bead in beads_in_order(zh, en.taken(order), means)
    )
    return [
        Bead(bead.src, range(segments[0], segments[-1] + 1), bead.score)
        for bead, segments in beads
        if bead.src and segments and segments[-1] - segments[0] == len(segments) - 1
    ]


def _holds_pairs(bead: Bead, pairs: Sequence[Bead]) -> bool:
    """Tell whether a bead surely adds neighbours to one pair or more, and cuts none."""
    size = max(len(bead.src), len(bead.tgt))
    if not 1 < size <= LARGEST or (bead.score or 0) < _LIKELY:
        return False
    touched = [pair for pair in pairs if pair.src.start in bead.src or pair.tgt.start in bead.tgt]
    return bool(touched) and all(
        pair.src.start in bead.src and pair.tgt.start in bead.tgt for pair in touched
    )


def _is_likely(bead: Bead) -> bool:
    return max(len(bead.src), len(bead.tgt)) <= LARGEST_OF_SPLIT and (bead.score or 0) >= _LIKELY_OF_SPLIT


def _with_rest(beads: Sequence[Bead], pairs: Sequence[Bead]) -> list[Bead]:
    """Return beads together with the pairs of which they hold nothing."""
    zh = {number for bead in beads for number in bead.src}
    en = {number for bead in beads for number in bead.tgt}
    rest = [pair for pair in pairs if pair.src.start not in zh and pair.tgt.start not in en]
    return sorted([*beads, *rest], key=lambda bead: bead.src.start)


def _places(
    partners: dict[int, range], counts: tuple[int, int], alike: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield for every English segment the Chinese one that it goes with: its own, or a neighbour's."""
    before, after = _known(range(counts[1]), partners), _known(range(counts[1] - 1, -1, -1), partners)
    for number in range(counts[1]):
        if number in partners:
            yield number, partners[number].start
            continue
        choices: list[tuple[float, int]] = []
        for neighbour, step in ((before.get(number), 1), (after.get(number), -1)):
            if neighbour is not None:
                place = partners[neighbour][-1 if step > 0 else 0]
                far = abs(number - neighbour)
                reach = range(place, place + step * (min(far, _REACH) + 1), step)
                nearest = max(alike(other, number) for other in reach if 0 <= other < counts[0])
                choices.append((nearest - _DISTANCE * far, place))
        yield number, max(choices)[1]


def _known(numbers: Iterable[int], partners: dict[int, range]) -> dict[int, int]:
    """Return for each of some numbers the last one up to it that has a partner."""
    last, found = None, {}
    for number in numbers:
        last = number if number in partners else last
        if last is not None:
            found[number] = last
    return found
