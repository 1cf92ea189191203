"""Quantities in two units, one part of the other: 两小时四十分, six foot four, 12 pounds 4 ounces."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from align.facts.compare import Verdict, compare
from align.facts.conversion import rate
from align.facts.supply import LIMIT_COMPARED, NUMBER, Part, parts_of
from align.facts.value import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.facts.fact import Fact

_FAR = 5  # characters between the parts: " and "; a bare number follows directly
# What a bare number counts behind a unit: six foot four, 两小时四十分.
_LEFT_OUT = {"h": "min", "min": "s", "ft": "inch"}


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
    return kept, given


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
