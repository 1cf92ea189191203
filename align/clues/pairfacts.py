"""The facts of a pair as rules ask for them: worked out once a pair, the neighbours at hand.

Sentences may change places in a translation, and a value moves along with its sentence. So a value that
became another is told only where the pair before or behind does not have both, the other way round.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.clues.derived import follows
from align.facts.assign import Assignment, assign
from align.facts.extract import extract_values
from align.facts.supply import Supply
from align.neighbours import neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.facts.assign import Change
    from align.facts.fact import Fact
    from align.facts.supply import Part


def facts_of(pair: Pair, context: Context) -> Assignment:
    """Return the facts of a pair and what became of them."""
    return context.of_pair(_settled, pair)


def _settled(pair: Pair, context: Context) -> Assignment:
    """Return the facts of a pair without the changes that only changed places with a neighbour's."""
    facts = context.kept(_assigned, pair)
    if not facts.changes or len(context.article.pairs) == 1:
        return facts
    beside = [context.kept(_assigned, other) for other in neighbours(pair, context)]
    changes = tuple(change for change in facts.changes if not _moved(change, beside))
    return facts if len(changes) == len(facts.changes) else replace(facts, changes=changes)


def _moved(change: Change, beside: list[Assignment]) -> bool:
    """Tell whether both values of a change are left over on the other sides of the pairs around."""
    here = Supply.of(_left_over(beside, in_source=True)).holds(change.target)
    return here and Supply.of(_left_over(beside, in_source=False)).holds(change.source)


def _left_over(beside: list[Assignment], *, in_source: bool) -> Iterator[Fact]:
    for facts in beside:
        yield from (part.fact for part in (facts.missing if in_source else facts.added))
        for change in facts.changes:
            yield change.source.fact if in_source else change.target.fact


def _assigned(pair: Pair) -> Assignment:
    facts = assign(extract_values(pair.src, pair.src_lang), extract_values(pair.tgt, pair.tgt_lang))
    if not facts.changes:
        return facts
    return replace(
        facts, changes=tuple(change for change in facts.changes if not follows(change, facts, pair))
    )


def has_facts(pair: Pair, context: Context) -> bool:
    """Tell whether a pair has a number or a date."""
    facts = facts_of(pair, context)
    return bool(facts.src or facts.tgt)


def has_changes(pair: Pair, context: Context) -> bool:
    """Tell whether a value of a pair was changed."""
    return bool(facts_of(pair, context).changes)


def has_leftovers(pair: Pair, context: Context) -> bool:
    """Tell whether a value of a pair is missing on one side; a loose one need not be there."""
    facts = facts_of(pair, context)
    return any(part.fact.strength for part in (*facts.missing, *facts.added))


def stands_nearby(part: Part, pair: Pair, context: Context, *, in_source: bool) -> bool:
    """Tell whether the pair before or behind says what a part says: the value may have moved there."""
    for other in neighbours(pair, context):
        facts = facts_of(other, context)
        if Supply.of(facts.src if in_source else facts.tgt).holds(part):
            return True
    return False
