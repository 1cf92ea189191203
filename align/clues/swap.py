"""Values that changed places: 29 rivers and 44 stations for 29站 and 44条河.

Looking each value up finds nothing here, and their order alone says little: six clean rows in a hundred
turn a pair of values around with what they count. So the words beside them decide: two values are
swapped where each stands with the other's words, and neither with its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from align.clues.partitive import is_part_of_whole, is_told_by_bound
from align.facts.assign import are_in_order
from align.facts.fact import Kind, Strength
from align.facts.series import LIST_SIGNS
from align.facts.supply import Part, parts_of
from corpus.pattern import lazy
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Pair
    from align.facts.assign import Assignment
    from align.facts.fact import Fact
    from corpus import Span

LIMIT_VALUES = 24  # more values of one sort are a table
_CHARACTERS, _WORDS = 8, 5  # how far the counted noun may stand from its number
_BREAK_ZH = lazy(r"[，。；：、（）(),;:\d]")
_BREAK_EN = lazy(r"[,.;:()\d]")
_CODE = lazy(r"[A-Z]{2,6}(?:/[A-Z]{1,3})?[ -]?$")  # the 11383 of GB/T 11383 counts nothing
_FROM = lazy(r"\bfrom (?:\w+ ){0,2}$")


@dataclass(frozen=True, slots=True)
class SwappedValues:
    """Two source values in their order, and where the target has them."""

    source: tuple[Part, Part]
    target: tuple[Part, Part]


def swapped_values(facts: Assignment, pair: Pair) -> Iterator[SwappedValues]:
    """Return the values that changed places in a pair."""
    said, written = _countable(facts.src), _countable(facts.tgt)
    if min(len(said), len(written)) < 2 or are_in_order(said, written):
        return
    for swap in _turned(_single(said), _single(written)):
        if any(_is_code(part.fact.span, pair.src) for part in swap.source):
            continue
        if _listed(swap, pair) or _with_the_others_words(swap, pair):
            yield swap


def _countable(facts: Sequence[Fact]) -> list[Fact]:
    """Return the sure values."""
    return [fact for fact in facts if fact.strength is not Strength.LOOSE and fact.kind is not Kind.ORDINAL]


def _single(facts: Sequence[Fact]) -> dict[tuple[str, str, str], Part]:
    """Return the values that stand once, by sort, unit and value."""
    found: dict[tuple[str, str, str], Part] = {}
    twice: set[tuple[str, str, str]] = set()
    for fact in facts:
        for part in parts_of(fact):
            key = (part.name, part.unit, str(part.number if part.number is not None else part.value))
            if key in found:
                twice.add(key)
            found.setdefault(key, part)
    return {key: part for key, part in found.items() if key not in twice}


def _turned(
    said: dict[tuple[str, str, str], Part], written: dict[tuple[str, str, str], Part]
) -> Iterator[SwappedValues]:
    """Return the pairs of one sort and unit that stand in the other order."""
    keys = [key for key in said if key in written]
    places = [written[key].fact.span.start for key in keys]
    if places == sorted(places) or len(keys) > LIMIT_VALUES:
        return
    for first, second in combinations(keys, 2):
        if first[:2] != second[:2] or said[first].fact is said[second].fact:
            continue
        if not first[1] and _is_whole(said[first]) != _is_whole(said[second]):
            continue  # 8.1 is a mark, and 200,000 a count of users
        if written[first].fact.span.start > written[second].fact.span.end:
            yield SwappedValues((said[first], said[second]), (written[first], written[second]))


def _is_whole(part: Part) -> bool:
    return part.number is None or part.number == part.number.to_integral_value()


def _is_code(span: Span, text: str) -> bool:
    """Tell whether a number belongs to the letters before it, as in the name of a standard or a model."""
    return _CODE.search(text, max(0, span.start - 12), span.start) is not None


def _listed(swap: SwappedValues, pair: Pair) -> bool:
    """Tell whether the values stand side by side on both sides: 63%和86% became 86% and 63%."""
    return all(
        _between(parts, text) in LIST_SIGNS
        for parts, text in ((swap.source, pair.src), (swap.target, pair.tgt))
    )


def _between(parts: tuple[Part, Part], text: str) -> str:
    first, second = sorted(part.fact.span for part in parts)
    return text[first.end : max(first.end, second.start)].strip().lower()


def _with_the_others_words(swap: SwappedValues, pair: Pair) -> bool:
    """Tell whether each value stands with the words of the other, and none with its own."""
    chinese, english = pair.chinese_first(swap.source, swap.target)
    if any(
        _FROM.search(pair.en, max(0, part.fact.span.start - 25), part.fact.span.start) for part in english
    ):
        return False  # 从0.5%升至0.75% may be "to 0.75% from 0.5%"
    if is_part_of_whole(chinese, english, pair) or is_told_by_bound(chinese, english, pair):
        return False
    folded = simplified(pair.zh)
    said = [_glosses_beside(part.fact.span, folded) for part in chinese]
    written = [_stems_beside(part.fact.span, pair.en) for part in english]
    first, second = said[0] - said[1], said[1] - said[0]
    own, other = written[0] - written[1], written[1] - written[0]
    return not (first & own or second & other) and bool(first & other or second & own)


def _glosses_beside(span: Span, text: str) -> set[str]:
    """Return the stems of what the words around a Chinese number may be in English."""
    from glossary.lexicon import load_lexicon

    lexicon = load_lexicon()
    before = _BREAK_ZH.split(text[max(0, span.start - _CHARACTERS + 1) : span.start])[-1]
    behind = _BREAK_ZH.split(text[span.end : span.end + _CHARACTERS])[0]
    words = [*lexicon.words(before), *lexicon.words(behind)]
    return {stem for word in words for stem in lexicon.glosses(word)}


def _stems_beside(span: Span, text: str) -> set[str]:
    from glossary.lexicon import content_stems

    before = _BREAK_EN.split(text[max(0, span.start - 10 * _WORDS) : span.start])[-1].split()[1 - _WORDS :]
    behind = _BREAK_EN.split(text[span.end : span.end + 12 * _WORDS])[0].split()[:_WORDS]
    return set(content_stems(" ".join((*before, *behind))))
