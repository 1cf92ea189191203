"""Festivals, turns of the year and dynasties that became others: 中秋节 the Dragon Boat Festival."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.pairfacts import facts_of
from align.facts.label import chinese_of, label_words
from align.facts.value import Label
from align.neighbours import neighbours
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.facts.assign import Assignment
    from align.facts.fact import Fact

# What is no time, though numbers stand in its name.
_EVENTS = frozenset(
    """
    1992-consensus belt-and-road december-9-movement marco-polo-bridge-incident mukden-incident
    wuchang-uprising
    """.split()
)
# What Chinese calls a day besides the names that are read as such.
_ALSO = {
    "national-day": ("国庆",),
    "labour-day": ("劳动节",),
    "childrens-day": ("儿童节",),
    "womens-day": ("妇女节",),
    "new-years-day": ("新年",),
    "spring-festival": ("过年", "新年", "农历"),
}


def changed_name(pair: Pair, context: Context) -> tuple[Fact, Fact] | None:
    """Return a named time of a source and the other one that a translation has in its place.

    Only where one is missing and one of its sort has come in, and where nothing in the Chinese, here or in
    the pairs beside, is the name of either.
    """
    facts = facts_of(pair, context)
    said, written = list(_named(facts.src)), list(_named(facts.tgt))
    if not said or not written:
        return None
    missing = [fact for fact in said if fact.value not in {other.value for other in written}]
    added = [fact for fact in written if fact.value not in {other.value for other in said}]
    if len({fact.value for fact in missing}) != 1 or len({fact.value for fact in added}) != 1:
        return None
    source, target = missing[0], added[0]
    if _sort(source) != _sort(target) or _is_called_for(source, target, pair, context):
        return None
    return source, target


def _named(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Return the facts that name a day or a period."""
    for fact in facts:
        if isinstance(fact.value, Label) and _sort(fact):
            yield fact


def _sort(fact: Fact) -> str:
    """Return whether a name is that of a day or of a dynasty; nothing for others."""
    assert isinstance(fact.value, Label)
    name = fact.value.name
    if name.endswith(" dynasty"):
        return "dynasty"
    return "day" if chinese_of(fact.value) and name not in _EVENTS else ""


def _is_called_for(source: Fact, target: Fact, pair: Pair, context: Context) -> bool:
    """Tell whether either name is told in other words, or has moved to a pair beside."""
    own, other = (source, target) if pair.src_lang == "zh" else (target, source)
    assert isinstance(own.value, Label)
    assert isinstance(other.value, Label)
    chinese = context.kept(simplified, pair.zh).replace(own.text, "")
    english = pair.en.replace(other.text, "").lower()
    if any(name in chinese for name in (*chinese_of(other.value), *_ALSO.get(other.value.name, ()))):
        return True
    if label_words(own.value).split()[0] in english:
        return True
    return any(_has_moved(source, target, facts_of(beside, context)) for beside in neighbours(pair, context))


def _has_moved(source: Fact, target: Fact, beside: Assignment) -> bool:
    """Tell whether a pair beside has one of two names on the side only where this pair lacks it."""
    said, written = ({fact.value for fact in facts} for facts in (beside.src, beside.tgt))
    return source.value in written - said or target.value in said - written
