"""Numbers of a translation that follow from those of the source, and so are no changes of them.

A writer who knows what 2000 of 500 is says *four times as many*; what went from 22nd to sixth climbed 16
places; 2.50元 for every ten shares are 0.25 a share; jin a mu become tonnes a hectare; and of 王女士等三人
one is named and two are others.
"""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from align.clues.remainder import is_remainder
from align.facts.conversion import CONVERSION_ERROR, rate
from align.facts.fact import Strength
from align.facts.value import Ordinal, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from align.article import Pair
    from align.facts.assign import Assignment, Change
    from align.facts.fact import Fact

LIMIT_DERIVED = 12  # numbers of a source among which two are looked for
_FROM = lazy(r"[从從由自][^，。；,;]{0,6}$|\bfrom (?:the |No\. )?$")
_TO = lazy(r"[到至为為]|\bto\b")
_EACH = lazy(r"(?i)(?:每|\bper |\beach |\bevery )$")
# A harvest for an area: 亩产, a hectare, 公斤/亩.
_AREA = lazy(r"(?i)[亩畝][产產]|[单單][产產]|[每/][亩畝公英]|(?:\b(?:an?|per) |/)(?:hectare|acre|mu\b|ha\b)")


def follows(change: Change, facts: Assignment, pair: Pair) -> bool:
    """Tell whether the number that stands for one of the source's follows from the source."""
    number, said = change.target.number, change.source.number
    if number is None or said is None:
        return False
    return (
        _is_ratio(change, facts.src)
        or number in _steps(facts.src, pair.src)
        or any(number * each == said for each in _each(facts.src, pair.src))
        or any(said * each == number for each in _each(facts.tgt, pair.tgt))
        or _is_yield(change, pair)
        or is_remainder(change, pair)
    )


def _is_ratio(change: Change, source: Sequence[Fact]) -> bool:
    """Tell whether a share or a multiple is that of two numbers of the source."""
    times, number = rate(change.target.unit, "times"), change.target.number
    if times is None or number is None or rate(change.source.unit, "times") is not None:
        return False
    counts = [number for number in _counts(source) if number][:LIMIT_DERIVED]
    share = number * times
    return any(
        abs(first / second - share) <= CONVERSION_ERROR * share for first, second in permutations(counts, 2)
    )


def _counts(facts: Sequence[Fact]) -> Iterator[Decimal]:
    for fact in facts:
        if isinstance(fact.value, Quantity) and fact.strength > Strength.LOOSE:
            yield fact.value.value


def _steps(facts: Sequence[Fact], text: str) -> Iterator[Decimal]:
    """Yield by how much something rose or fell that went from one number to the next."""
    for first, second in pairwise(facts):
        before, between = (
            text[max(0, first.span.start - 8) : first.span.start],
            text[first.span.end : second.span.start],
        )
        if _FROM.search(before) and _TO.search(between):
            low, high = _number(first), _number(second)
            if low is not None and high is not None:
                yield abs(high - low)


def _number(fact: Fact) -> Decimal | None:
    value = fact.value
    if isinstance(value, Ordinal):
        return value.number
    return value.value if isinstance(value, Quantity) else None


def _each(facts: Sequence[Fact], text: str) -> Iterator[Decimal]:
    """Yield for how many of something a number is given: for every ten shares."""
    for fact in facts:
        number = _number(fact)
        if (
            number is not None
            and number > 1
            and _EACH.search(text, max(0, fact.span.start - 8), fact.span.start)
        ):
            yield number


def _is_yield(change: Change, pair: Pair) -> bool:
    """Tell whether both numbers are weights of a harvest, each for an area of its own."""
    same_sort = change.source.unit != change.target.unit and rate(change.source.unit, "kg") is not None
    return same_sort and _AREA.search(pair.src) is not None and _AREA.search(pair.tgt) is not None
