"""How well an alignment agrees with one made by hand: strict and lax precision, recall and F1.

The definitions are those of the published vecalign scorer (Thompson and Koehn 2019, after Sennrich
and Volk 2011); counts are pooled over documents.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Indices = tuple[int, ...]
# A bead as the segment numbers of both sides; a gold bead need not be contiguous.
Link = tuple[Indices, Indices]


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision over all predicted beads; recall over gold beads that have both sides."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class KindRate:
    """Of the gold beads of one kind, such as ``1-2``, how many were found exactly."""

    kind: str
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Strict: a bead counts when the gold has it. Lax: when one of the gold meets it on both sides."""

    strict: Rates
    lax: Rates
    predicted: int
    gold: int
    kinds: tuple[KindRate, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch in which two alignments disagree: the smallest that both cut off at the same places."""

    gold: tuple[Link, ...]
    predicted: tuple[Link, ...]

    @property
    def segments(self) -> int:
        """How many segments it takes on both sides."""
        return sum(len(zh) + len(en) for zh, en in self.gold)


@dataclass(frozen=True, slots=True)
class _Hits:
    strict: int = 0
    lax: int = 0
    total: int = 0

    def __add__(self, other: _Hits) -> _Hits:
        return _Hits(self.strict + other.strict, self.lax + other.lax, self.total + other.total)

    def share(self, *, lax: bool) -> float:
        return (self.lax if lax else self.strict) / self.total if self.total else 0.0


def score_alignments(pairs: Iterable[tuple[Sequence[Link], Sequence[Link]]]) -> Evaluation:
    """Return how well predicted alignments agree with gold ones.

    Args:
        pairs: For every document the gold beads and the predicted ones.

    >>> gold = [((0,), (0,)), ((1,), (1, 2))]
    >>> result = score_alignments([(gold, [((0,), (0,)), ((1,), (1,)), ((), (2,))])])
    >>> round(result.strict.f1, 3), round(result.lax.f1, 3)
    (0.4, 0.8)
    """
    precise, recalled = _Hits(), _Hits()
    gold_kinds: Counter[str] = Counter()
    found_kinds: Counter[str] = Counter()
    for gold, predicted in pairs:
        precise += _hits(gold, predicted)
        recalled += _hits(_full(predicted), _full(gold))
        known = set(predicted)
        gold_kinds.update(_kind(link) for link in gold)
        found_kinds.update(_kind(link) for link in gold if link in known)
    kinds = tuple(KindRate(kind, count, found_kinds[kind]) for kind, count in gold_kinds.most_common())
    strict, lax = (Rates(precise.share(lax=lax), recalled.share(lax=lax)) for lax in (False, True))
    return Evaluation(strict, lax, precise.total, sum(gold_kinds.values()), kinds)


def differences(gold: Sequence[Link], predicted: Sequence[Link]) -> list[Difference]:
    """Return the stretches in which two alignments of one bitext disagree, the longest first.

    Of alignments that cross themselves, each bead that one has alone is a stretch, with what overlaps it.
    """
    monotone = _is_monotone(gold) and _is_monotone(predicted)
    found = (_along if monotone else _across)(gold, predicted)
    return sorted(found, key=lambda difference: -difference.segments)


def _is_monotone(links: Sequence[Link]) -> bool:
    """Tell whether the beads of an alignment follow each other on both sides."""
    sides = ([place for link in links for place in link[side]] for side in (0, 1))
    return all(places == sorted(places) for places in sides)


def _across(gold: Sequence[Link], predicted: Sequence[Link]) -> list[Difference]:
    missing = [link for link in gold if link not in set(predicted)]
    extra = [link for link in predicted if link not in set(gold)]
    found = [
        Difference((link,), tuple(other for other in extra if _overlap(link, other))) for link in missing
    ]
    told = {other for difference in found for other in difference.predicted}
    return found + [Difference((), (other,)) for other in extra if other not in told]


def _without(links: Sequence[Link], others: Sequence[Link]) -> list[Link]:
    known = set(others)
    return [link for link in dict.fromkeys(links) if link not in known]


def _overlap(link: Link, other: Link) -> bool:
    return any(not set(link[side]).isdisjoint(other[side]) for side in (0, 1))


def _along(right: Sequence[Link], left: Sequence[Link]) -> list[Difference]:
    """Return the smallest stretches that both alignments cut off at the same places, and that differ."""
    found: list[Difference] = []
    a = b = 0
    while a < len(right) and b < len(left):
        first, second = a, b
        ends = [_length(right[a]), _length(left[b])]
        a, b = a + 1, b + 1
        while ends[0] != ends[1] and (a < len(right) or b < len(left)):
            if b == len(left) or (a < len(right) and ends[0] <= ends[1]):
                ends[0], a = _added(ends[0], right[a]), a + 1
            else:
                ends[1], b = _added(ends[1], left[b]), b + 1
        if right[first:a] != left[second:b]:
            found.append(Difference(tuple(right[first:a]), tuple(left[second:b])))
    return found


def _length(link: Link) -> tuple[int, int]:
    return len(link[0]), len(link[1])


def _added(end: tuple[int, int], link: Link) -> tuple[int, int]:
    return end[0] + len(link[0]), end[1] + len(link[1])


def _hits(reference: Sequence[Link], tested: Sequence[Link]) -> _Hits:
    """Count the beads of one alignment that the other has too."""
    known = set(reference)
    linked: dict[int, set[int]] = {}
    for zh, en in known:
        for place in zh:
            linked.setdefault(place, set()).update(en)
    hits = _Hits()
    for zh, en in set(tested):
        strict = (zh, en) in known
        lax = strict or any(linked.get(place, set()) & set(en) for place in zh)
        hits += _Hits(int(strict), int(lax), 1)
    return hits


def _full(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link[0] and link[1]]


def _kind(link: Link) -> str:
    return f"{len(link[0])}-{len(link[1])}"
