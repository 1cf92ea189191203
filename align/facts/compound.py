"""Quantities in two units, one part of the other: 两小时四十分, six foot four, 2:14:37 for 2小时14分37秒."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from align.facts.compare import Verdict, compare
from align.facts.conversion import rate
from align.facts.supply import LIMIT_COMPARED, NUMBER, Part, parts_of
from align.facts.value import Clock, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.facts.fact import Fact

_FAR = 5  # characters between the parts: " and "; a bare number follows directly
# What a bare number counts behind a unit: six foot four, 两小时四十分.
_LEFT_OUT = {"h": "min", "min": "s", "ft": "inch"}


# The units of what 2:14:37, 4:02.18 and 2:40 may say; minutes are often read without theirs (14分37秒).
_CLOCKED = (("h", "min", "s"), ("min", "s"), ("h", "min"))


class Compound(NamedTuple):
    """The whole as a part, and the two facts that make it."""

    whole: Part
    facts: tuple[Fact, Fact]


def compounds(facts: Sequence[Fact]) -> Iterator[Compound]:
    """Yield the quantities that two facts side by side make together."""
    for first, second in pairwise(facts):
        large, small = first.value, second.value
        if not isinstance(large, Quantity) or not isinstance(small, Quantity) or not large.unit:
            continue
        if second.span.start - first.span.end > _FAR or large.high is not None or small.high is not None:
            continue
        if not small.unit and second.span.start - first.span.end > 1:
            continue
        unit = small.unit or _LEFT_OUT.get(large.unit, "")
        times = rate(large.unit, unit)
        if times is not None and times > 1 and small.value < times:
            value = replace(small, value=large.value * times + small.value, unit=unit)
            yield Compound(Part(first, NUMBER, value), (first, second))


def without_compounds(
    missing: list[Part], added: list[Part], src: Sequence[Fact], tgt: Sequence[Fact]
) -> tuple[list[Part], list[Part]]:
    """Leave out, of what is left over on both sides, the numbers that one of them says in two units."""
    if not (missing or added) or max(len(src), len(tgt)) > LIMIT_COMPARED:
        return missing, added
    kept, given = missing, added
    for compound in compounds(src):
        if said := [part for part in _measured(tgt) if _says(compound.whole, part)]:
            kept, given = _without(kept, compound.facts), _without(given, [part.fact for part in said])
    for compound in compounds(tgt):
        if said := [part for part in _measured(src) if _says(part, compound.whole)]:
            kept, given = _without(kept, [part.fact for part in said]), _without(given, compound.facts)
    for first, second in ((src, tgt), (tgt, src)):
        for facts in _clocked(first, second):
            kept, given = _without(kept, facts), _without(given, facts)
    return kept, given


def _clocked(facts: Sequence[Fact], others: Sequence[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Yield each time that is a duration on the other side, with the facts that say it there."""
    for fact in facts:
        if not isinstance(fact.value, Clock) or fact.value.minute is None:
            continue
        shown = [part for part in (fact.value.hour, fact.value.minute, fact.value.second) if part is not None]
        for units in (units for units in _CLOCKED if len(units) == len(shown)):
            for start in range(len(others) - len(units) + 1):
                run = others[start : start + len(units)]
                if _lasts(run, units) and [_whole(each) for each in run] == shown:
                    yield (fact, *run)


def _lasts(run: Sequence[Fact], units: Sequence[str]) -> bool:
    """Tell whether facts stand side by side and have such units, the minutes perhaps none."""
    near = all(second.span.start - first.span.end <= _FAR for first, second in pairwise(run))
    return near and all(
        isinstance(fact.value, Quantity) and fact.value.unit in ((unit, "") if unit == "min" else (unit,))
        for fact, unit in zip(run, units, strict=True)
    )


def _whole(fact: Fact) -> int:
    return int(fact.value.value) if isinstance(fact.value, Quantity) else -1


def _says(source: Part, target: Part) -> bool:
    """Tell whether one part says the other; a time only exactly, or with a hedge for the rest."""
    relation = compare(source.value, target.value)
    if rate(source.unit, "h") is None or not isinstance(target.value, Quantity) or target.value.bound:
        return relation.fits
    return relation.verdict is Verdict.EQUAL


def _measured(facts: Sequence[Fact]) -> Iterator[Part]:
    return (part for fact in facts for part in parts_of(fact) if part.unit)


def _without(parts: list[Part], facts: Sequence[Fact]) -> list[Part]:
    return [part for part in parts if part.fact not in facts]
