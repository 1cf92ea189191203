"""What became of every value of a pair: kept, changed into another, missing or added.

A pair is judged as a whole: a value counts as kept wherever it stands on the other side, in any of its
readings, split, merged, spelled out or converted. Only what is left over on both sides is a change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from align.facts.compare import How, Relation, Verdict, compare
from align.facts.compound import without_compounds
from align.facts.conversion import converts
from align.facts.fact import Strength
from align.facts.moment import LAST_YEAR
from align.facts.supply import LIMIT_COMPARED, Part, parts_of, unmatched
from align.facts.unit import is_money, meanings, size_in
from align.facts.value import Date, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

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


_NOTHING = Assignment((), ())


def assign(src: Sequence[Fact], tgt: Sequence[Fact]) -> Assignment:
    """Return what became of the values of a pair."""
    if not src and not tgt:
        return _NOTHING
    if are_in_order(src, tgt):
        return Assignment(tuple(src), tuple(tgt))
    src, tgt = _weighed(src, tgt), _weighed(tgt, src)
    missing, added = without_compounds(unmatched(src, tgt), unmatched(tgt, src), src, tgt)
    if not missing and not added:
        return Assignment(tuple(src), tuple(tgt))
    changes: list[Change] = []
    if missing and added and len(missing) * len(added) <= LIMIT_COMPARED**2:
        missing, added = _without_fitting(missing, added, src, tgt)
        changes = _changes(missing, added)
        missing, added = _without(missing, changes), _without(added, changes)
    if (missing or added) and max(len(src), len(tgt)) <= LIMIT_COMPARED:
        more = list(_other_months(missing, added, src, tgt))
        more += _repeats(_without(missing, more), src, tgt)
        missing, added = _without(missing, more), _without(added, more)
        changes += more
    return Assignment(tuple(src), tuple(tgt), tuple(changes), tuple(missing), tuple(added))


def are_in_order(src: Sequence[Fact], tgt: Sequence[Fact]) -> bool:
    """Tell whether both sides say the same in the same order, as they mostly do."""
    return [fact.value for fact in src] == [fact.value for fact in tgt]


def _weighed(facts: Sequence[Fact], others: Sequence[Fact]) -> Sequence[Fact]:
    """Return the facts with their pounds taken for weights where the other side weighs and this one does not.

    Beside 斤 they are left alone: three pounds of tea are often said for 三斤.
    """
    if "pound" not in _units(facts):
        return facts
    units = _units(others)
    weights, money = _sized(units, "mass"), {unit for unit in units if is_money(unit)}
    if not weights - {"jin"} or not meanings("pound").isdisjoint(money):
        return facts
    if money and _sized(_units(facts), "mass"):
        return facts
    return [
        replace(fact, value=replace(fact.value, unit="lb"))
        if isinstance(fact.value, Quantity) and fact.value.unit == "pound"
        else fact
        for fact in facts
    ]


def _sized(units: set[str], dimension: str) -> set[str]:
    return {unit for unit in units if (size := size_in(unit)) and size[0] == dimension}


def _without(parts: list[Part], changes: Sequence[Change]) -> list[Part]:
    """Leave out what a change has taken."""
    if not changes:
        return parts
    taken = {id(part) for change in changes for part in (change.source, change.target)}
    return [part for part in parts if id(part) not in taken]


def _without_fitting(
    missing: list[Part], added: list[Part], src: Sequence[Fact], tgt: Sequence[Fact]
) -> tuple[list[Part], list[Part]]:
    """Leave out what fits after all: a converted or a rounded number."""
    said, written = _units(src), _units(tgt)
    fitting = {
        id(part)
        for left, right in product(missing, added)
        if left.name == right.name and (_fits(left, right) or _fits_in_unit(left, right, said, written))
        for part in (left, right)
    }
    return [part for part in missing if id(part) not in fitting], [
        part for part in added if id(part) not in fitting
    ]


def _units(facts: Sequence[Fact]) -> set[str]:
    return {fact.value.unit for fact in facts if isinstance(fact.value, Quantity) and fact.value.unit}


def _fits_in_unit(left: Part, right: Part, said: set[str], written: set[str]) -> bool:
    """Tell whether a bare number is a converted one whose unit stands elsewhere: from 76 kilos to 64."""
    if _measured(left) == _measured(right) or Strength.LOOSE in (left.fact.strength, right.fact.strength):
        return False
    assert isinstance(left.value, Quantity)
    assert isinstance(right.value, Quantity)
    if left.unit and right.unit:
        return False
    if left.unit:
        shown = [(left.value, replace(right.value, unit=unit)) for unit in written - said]
    else:
        shown = [(replace(left.value, unit=unit), right.value) for unit in said - written]
    return any(converts(one.value, one.unit, other.value, other.unit) for one, other in shown)


def _fits(left: Part, right: Part) -> bool:
    """Tell whether two left-over parts agree after all, in some reading of their facts."""
    readings = [(left.value, right.value)]
    readings += [(left.value, other) for other in right.fact.others]
    readings += [(other, right.value) for other in left.fact.others]
    return any(type(first) is type(second) and compare(first, second).fits for first, second in readings)


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


def _other_months(
    missing: Sequence[Part], added: Sequence[Part], src: Sequence[Fact], tgt: Sequence[Fact]
) -> Iterator[Change]:
    """Find days that got another month: July 5 became June 5 beside a right July 7; June 28 to June 4."""
    for part, other in _of_same_day(added, tgt, src):
        yield Change(other, part, compare(other.value, part.value))
    for part, other in _of_same_day(missing, src, tgt):
        yield Change(part, other, compare(part.value, other.value))


def _of_same_day(
    parts: Sequence[Part], own: Sequence[Fact], others: Sequence[Fact]
) -> Iterator[tuple[Part, Part]]:
    """Return left-over months of days with those that the other side gives the same day, and no day there."""
    for part in parts:
        date = part.fact.value
        if part.name != "month" or not isinstance(date, Date) or date.day is None or _stands(date, others):
            continue
        for other in (part for fact in others for part in parts_of(fact) if part.name == "month"):
            found = other.fact.value
            if isinstance(found, Date) and found.day == date.day and not _stands(found, own):
                yield part, other
                break


def _stands(date: Date, facts: Sequence[Fact]) -> bool:
    return any(
        isinstance(fact.value, Date) and (fact.value.month, fact.value.day) == (date.month, date.day)
        for fact in facts
    )


def _repeats(missing: Sequence[Part], src: Sequence[Fact], tgt: Sequence[Fact]) -> Iterator[Change]:
    """Find measured values in whose place another of the unit is repeated: 65% and 65% for 65% and 63%."""
    for part in missing:
        if not part.unit or part.fact.strength is Strength.LOOSE or part.fact.others:
            continue
        said, written = _counted(src, part.unit), _counted(tgt, part.unit)
        often = [value for value, parts in written.items() if len(parts) > len(said.get(value, ()))]
        if len(often) == 1:
            yield Change(part, written[often[0]][-1], compare(part.value, written[often[0]][-1].value))


def _counted(facts: Sequence[Fact], unit: str) -> dict[Decimal, list[Part]]:
    """Return the parts in a unit by their number."""
    found: dict[Decimal, list[Part]] = {}
    for fact in facts:
        for part in parts_of(fact):
            if part.unit == unit and part.number is not None and fact.strength > Strength.LOOSE:
                found.setdefault(part.number, []).append(part)
    return found


_RANKS = {How.UNIT: 0, How.CURRENCY: 0, How.SCALE: 1}


def _conflict(left: Part, right: Part) -> Relation | None:
    """Return how two left-over parts conflict, or None where they are about different things."""
    if Strength.LOOSE in (left.fact.strength, right.fact.strength):
        return None
    if left.name != right.name:
        return _crossed(left, right)
    if _measured(left) != _measured(right):
        return None
    relation = compare(left.value, right.value)
    return relation if relation.verdict is Verdict.CONFLICT else None


def _measured(part: Part) -> bool:
    """Tell whether a number measures something: 18mm, but not 18岁 or 18元, which are often 18 alone."""
    size = size_in(part.unit)
    return size is not None and size[0] not in ("time", "calendar", "share")


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
