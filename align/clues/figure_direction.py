"""Rises and falls told of one figure: 下降8.04% on one side, and "rose 8.04 percent" on the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from align.clues.counterparts import Counterparts
from align.facts.fact import Kind, Strength
from align.facts.value import Quantity
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from align.facts.fact import Fact

REACH = 20  # characters before or behind a figure in which its verb stands
_ENDS = frozenset("升涨增长加高降跌减少低落滑了达")
# 少增 is to grow by less, and 负增长 to shrink.
_ZH = lazy(
    r"(?<![少多不未没负])(?:(?P<up>增长|上涨|上升|增加|提高|攀升|[涨升增])"
    r"|(?P<down>下降|下跌|减少|降低|下滑|回落|[跌降减]))[了达]?$"
)
_BEFORE_EN = lazy(
    r"(?i)\b(?:(?P<up>rose|risen|ris(?:es?|ing)|climb(?:ed|ing)|grew|grown|increas(?:ed|ing)|jumped|gained|surged|soared|up)"
    r"|(?P<down>fell|fallen|fall(?:s|ing)?|dropp(?:ed|ing)|declin(?:ed|ing)|slipped|slid|decreas(?:ed|ing)"
    r"|tumbled|plunged|shrank|down))(?: by)?(?: an?)?\s$"
)
_BEHIND_EN = lazy(
    r"(?i)\s(?:(?P<up>higher|rise|increase|gain|jump)|(?P<down>lower|fall|drop|decline|decrease))\b"
)
_NEGATED_EN = lazy(r"(?i)\b(?:not|never|no|without)\b|n['’]t\b")


def turned_figures(
    chinese: str, english: str, said: Sequence[Fact], written: Sequence[Fact]
) -> list[Counterparts]:
    """Return the verbs that tell a rise of a figure on one side and a fall of it on the other.

    The Chinese is simplified. ``said`` are the facts of the Chinese, ``written`` those of the English.
    """
    asked = [fact for fact in said if _has_verb(chinese, fact.span.start) and _is_figure(fact)]
    if not asked:
        return []
    turns = []
    times = Counter(map(_number, said))
    figures: defaultdict[object, list[Fact]] = defaultdict(list)
    for fact in filter(_is_figure, written):
        figures[_number(fact)].append(fact)
    for fact in asked:
        start, same = fact.span.start, figures.get(_number(fact), ())
        if times[_number(fact)] > 1 or len(same) != 1:
            continue
        verb = _ZH.search(chinese, max(0, start - REACH), start)
        stated = _english_verb(english, same[0].span) if verb else None
        if verb and stated and verb.lastgroup != stated.lastgroup:
            place = stated.span(stated.lastgroup or 0)
            turns.append(Counterparts(Span(*verb.span(verb.lastgroup or 0)), Span(*place)))
    return turns


def _has_verb(chinese: str, start: int) -> bool:
    """Tell whether the end of such a verb stands before a place."""
    return start > 0 and chinese[start - 1] in _ENDS


def _english_verb(text: str, span: Span) -> re.Match[str] | None:
    start = max(0, span.start - REACH)
    if _NEGATED_EN.search(text, start, span.start):
        return None
    return _BEFORE_EN.search(text, start, span.start) or _BEHIND_EN.match(text, span.end)


def _is_figure(fact: Fact) -> bool:
    return fact.kind is Kind.NUMBER and fact.strength is Strength.DIGITS and isinstance(fact.value, Quantity)


def _number(fact: Fact) -> object:
    """Return what two figures that are the same have alike."""
    value = fact.value
    return (value.value, value.unit, value.high) if isinstance(value, Quantity) else None
