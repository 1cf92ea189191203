"""Numbers that Chinese and English put in opposite order, so that they have not changed places.

English names the part first, Chinese the whole: three of the 20, 20项中有3项.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.value import Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.article import Pair
    from align.facts.supply import Part
    from corpus import Lang

# Three of the 20 and 12 grams per 100 begin with the part, 20项中有3项 and 每100克12克 with the whole.
_OF_WHOLE = lazy(
    r"(?: [\w'’-]+){0,5}?(?: of| in| out of| among| from|,? (?:for )?(?:per|each|every))"
    r"(?: (?:the|its|their|his|her|our|all|a total of|total))* $"
)
_OF_PART = lazy("[中里裡内內]|其中|[有占佔][^，。；]{0,6}$")
_OVER_EN = lazy(r"\b(?:over|above|more than|at least|exceed\w*) $")
_OVER_ZH = lazy(r"[^，。；\d]{0,4}以上")


def is_part_of_whole(chinese: tuple[Part, Part], english: tuple[Part, Part], pair: Pair) -> bool:
    """Tell whether English names the part and then the whole, and Chinese the whole first."""
    part, whole = sorted(english, key=lambda each: each.fact.span)
    first, second = sorted(chinese, key=lambda each: each.fact.span)
    if _OF_WHOLE.fullmatch(pair.en[part.fact.span.end : whole.fact.span.start]) is None:
        return False
    each = pair.zh[max(0, first.fact.span.start - 1) : first.fact.span.start] == "每"
    return each or _OF_PART.search(pair.zh[first.fact.span.end : second.fact.span.start]) is not None


def is_told_by_bound(chinese: tuple[Part, Part], english: tuple[Part, Part], pair: Pair) -> bool:
    """Tell whether one value bounds from below, and the same on both sides: 百万以上, over a million."""
    said = [_bounds_from_below(part, pair.zh, "zh") for part in chinese]
    written = [_bounds_from_below(part, pair.en, "en") for part in english]
    return said == written and len(set(said)) > 1


def _bounds_from_below(part: Part, text: str, lang: Lang) -> bool:
    value, span = part.fact.value, part.fact.span
    if isinstance(value, Quantity) and value.bound.side > 0:
        return True
    if lang == "zh":
        return _OVER_ZH.match(text, span.end) is not None
    return _OVER_EN.search(text, max(0, span.start - 20), span.start) is not None
