"""What became of every value of a pair: kept, changed into another, missing or added.

A pair is judged as a whole: a value counts as kept wherever it stands on the other side, in any of its
readings, split, merged, spelled out or converted. Only what is left over on both sides is a change.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from align.facts.compare import How, Relation, Verdict, compare
from align.facts.fact import Strength
from align.facts.moment import LAST_YEAR
from align.facts.supply import LIMIT_COMPARED, Part, Supply, unmatched
from align.facts.value import Date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the source, and the value of the target that stands where it should."""

    source: Part
    target: Part
    relation: Relation


@dataclass(frozen=True, slots=True)
class Assignment:
    """The facts of a pair, and what became of them.

    ``missing`` and ``added`` are left over on one side after the changes are taken out.
    """

    src: tuple[Fact, ...]
    tgt: tuple[Fact, ...]
    changes: tuple[Change, ...] = ()
    missing: tuple[Part, ...] = ()
    added: tuple[Part, ...] = ()


def assign(src: Sequence[Fact], tgt: Sequence[Fact]) -> Assignment:
    """Return what became of the values of a pair."""
    missing, added = unmatched(src, Supply.of(tgt)), unmatched(tgt, Supply.of(src))
    if not missing and not added:
        return Assignment(tuple(src), tuple(tgt))
    changes: list[Change] = []
    if missing and added and len(missing) * len(added) <= LIMIT_COMPARED**2:
        missing, added = _without_fitting(missing, added)
        changes = _changes(missing, added)
    taken = {id(part) for change in changes for part in (change.source, change.target)}
    return Assignment(
        tuple(src),
        tuple(tgt),
        tuple(changes),
        tuple(part for part in missing if id(part) not in taken),
        tuple(part for part in added if id(part) not in taken),
    )


def _without_fitting(missing: list[Part], added: list[Part]) -> tuple[list[Part], list[Part]]:
    """Leave out what fits after all: a converted or a rounded number."""
    fitting = {
        id(part)
        for left, right in product(missing, added)
        if left.name == right.name and compare(left.value, right.value).fits
        for part in (left, right)
    }
    return [part for part in missing if id(part) not in fitting], [
        part for part in added if id(part) not in fitting
    ]


def _changes(missing: Sequence[Part], added: Sequence[Part]) -> list[Change]:
    """Pair up what is left over on both sides, the likeliest pairs first, each part once."""
    possible: list[tuple[tuple[int, bool, float], Change]] = []
    for (place, left), (other_place, right) in product(enumerate(missing), enumerate(added)):
        relation = _conflict(left, right)
        if relation is not None:
            distance = abs(place / len(missing) - other_place / len(added))
            likeliness = (_RANKS.get(relation.how or How.VALUE, 2), left.unit != right.unit, distance)
            possible.append((likeliness, Change(left, right, relation)))
    chosen: list[Change] = []
    taken: set[int] = set()
    for _, change in sorted(possible, key=lambda item: item[0]):
        if taken.isdisjoint((id(change.source), id(change.target))):
            chosen.append(change)
            taken |= {id(change.source), id(change.target)}
    return sorted(chosen, key=lambda change: change.target.fact.span)


_RANKS = {How.UNIT: 0, How.CURRENCY: 0, How.SCALE: 1}


def _conflict(left: Part, right: Part) -> Relation | None:
    """Return how two left-over parts conflict, or None where they are about different things."""
    if Strength.LOOSE in (left.fact.strength, right.fact.strength):
        return None
    if left.name != right.name:
        return _crossed(left, right)
    relation = compare(left.value, right.value)
    return relation if relation.verdict is Verdict.CONFLICT else None


def _crossed(left: Part, right: Part) -> Relation | None:
    """Compare a day with an ordinal, a year with a number of four digits."""
    for date, counted in ((left, right), (right, left)):
        if counted.number is None or counted.unit or not isinstance(date.value, Date):
            continue
        if date.name == "day" and counted.number <= 31:
            return Relation(Verdict.CONFLICT, How.DAY)
        if date.name == "year" and 1000 <= counted.number <= LAST_YEAR:
            return Relation(Verdict.CONFLICT, How.YEAR)
    return None
