"""The facts of a pair as rules ask for them: worked out once a pair, the neighbours at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.assign import Assignment, assign
from align.facts.extract import extract_values
from align.facts.supply import Supply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.facts.supply import Part


def facts_of(pair: Pair, context: Context) -> Assignment:
    """Return the facts of a pair and what became of them; however many rules ask, it is worked out once."""
    return context.kept(_assigned, pair)


def _assigned(pair: Pair) -> Assignment:
    return assign(extract_values(pair.src, pair.src_lang), extract_values(pair.tgt, pair.tgt_lang))


def stands_nearby(part: Part, pair: Pair, context: Context, *, in_source: bool) -> bool:
    """Tell whether the pair before or behind says what a part says: the value may have moved there."""
    for other in _neighbours(pair, context):
        facts = facts_of(other, context)
        if Supply.of(facts.src if in_source else facts.tgt).holds(part):
            return True
    return False


def _neighbours(pair: Pair, context: Context) -> Iterator[Pair]:
    pairs = context.article.pairs
    place = next((number for number, other in enumerate(pairs) if other is pair), None)
    if place is not None:
        yield from pairs[max(0, place - 1) : place]
        yield from pairs[place + 1 : place + 2]
