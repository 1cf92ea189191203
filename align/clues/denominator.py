"""What a number is given for: 每吨 a tonne, 月薪 a month, 日均 daily."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.facts.fact import Strength
from align.facts.plain import plain_en, plain_zh
from align.facts.unit import agree, is_money, size_in, unit_at
from align.facts.value import Quantity
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Pair
    from align.facts.assign import Assignment
    from align.facts.fact import Fact

_EACH_ZH = lazy(
    r"(?:每个?|/)(?=[^\d\W])"
    r"|(?<![今去本上下全前当每昨明次近该某同整周生节假\d一二三四五六七八九十])(?P<time>[年月周日时])(?:薪|均|产量?|租金?|速)"
)
_SIGNS = "每/薪均产產租速"  # one of them is in all of these, and in few other texts
_TIMES_ZH = {"年": "year", "月": "month", "周": "week", "日": "day", "时": "h"}
_EACH_EN = lazy(
    r"(?<=[\w%)])(?: (?:(?P<article>an?)|per|each|every) |(?P<slash>/) ?)(?=[a-z])"
    r"|\b(?P<time>hour|dai|week|month|annual|year)ly?\b"
)
_TIMES_EN = {"hour": "h", "dai": "day", "week": "week", "month": "month", "annual": "year", "year": "year"}
_NO_RATE = lazy(
    r" (?:ago|later|earlier|before|after|old|off|or|and a|to|of|into|in|that|when|since|from|early|apart)\b|-"
)
_PREPOSITION = lazy(
    r"\b(?:in|for|of|within|over|after|before|than|about|such|as|is|was|to|by|from|with|at|on|half|not|and|or|just"
    r"|under|nearly|almost|into|during|through|be|been|like|only)$"
)
_BREAK = lazy(r"[，。；：！？、,;:!?]")
_WORDS = lazy(r"(?:[ -][\w'’%-]+){0,4}")
_FAR = 10  # Chinese characters between the number and what it is given for
_BASES = {"barrel": "volume", "calendar": "time"}  # dimensions that are compared with another


class Denominator(NamedTuple):
    """A unit that something is given for, and its words."""

    unit: str
    span: Span


def changed_denominator(facts: Assignment, pair: Pair) -> tuple[Denominator, Denominator] | None:
    """Return what one number is given for in the source and in the target, where these are not the same.

    Only a pair that names one such unit on either side is compared.
    """
    if not any(sign in pair.zh for sign in _SIGNS):
        return None
    zh_facts, en_facts = pair.chinese_first(facts.src, facts.tgt)
    chinese = _only(_denominators_zh(plain_zh(pair.zh)))
    english = _only(_denominators_en(plain_en(pair.en))) if chinese else None
    if chinese is None or english is None or not _conflict(chinese.unit, english.unit):
        return None
    said, written = _beside_zh(zh_facts, chinese.span, pair.zh), _beside_en(en_facts, english.span, pair.en)
    if not any(_same(left, right) for left in said for right in written):
        return None
    return pair.source_first(chinese, english)


def _only(found: Iterator[Denominator]) -> Denominator | None:
    """Return the first of some, where all have one unit."""
    all_found = list(found)
    return all_found[0] if len({each.unit for each in all_found}) == 1 else None


def _denominators_zh(plain: str) -> Iterator[Denominator]:
    for match in _EACH_ZH.finditer(plain):
        if match["time"]:
            yield Denominator(_TIMES_ZH[match["time"]], Span(*match.span()))
        elif (found := unit_at(plain, match.end(), "zh")) and not is_money(found.code):
            yield Denominator(found.code, Span(match.start(), found.end))


def _denominators_en(lower: str) -> Iterator[Denominator]:
    for match in _EACH_EN.finditer(lower):
        if match["time"]:
            yield Denominator(_TIMES_EN[match["time"]], Span(*match.span()))
            continue
        found = unit_at(lower, match.end(), "en")  # a pound is a weight: nothing is priced for one in money
        if found is None or _NO_RATE.match(lower, found.end):
            continue
        if match["article"] and _PREPOSITION.search(lower, max(0, match.start() - 12), match.start()):
            continue
        unit = "lb" if found.code == "pound" else found.code
        yield Denominator(unit, Span(match.start() + (match["slash"] is None), found.end))


def _conflict(chinese: str, english: str) -> bool:
    """Tell whether two units measure the same and are not the same."""
    left, right = size_in(chinese), size_in(english)
    if left is None or right is None or agree(chinese, english) or chinese == "jin":
        return False
    return _BASES.get(left[0], left[0]) == _BASES.get(right[0], right[0])


def _beside_zh(facts: Sequence[Fact], span: Span, text: str) -> list[Quantity]:
    """Return the numbers that stand close behind a Chinese unit, or right before it."""

    def is_near(fact: Fact) -> bool:
        behind = 0 <= fact.span.start - span.end <= _FAR
        if behind and not _BREAK.search(text, span.end, fact.span.start):
            return True
        return 0 <= span.start - fact.span.end <= 1

    return [quantity for fact, quantity in _counted(facts) if is_near(fact)]


def _beside_en(facts: Sequence[Fact], span: Span, text: str) -> list[Quantity]:
    """Return the numbers that stand a few words before an English unit; for a monthly one also behind it."""

    def is_near(fact: Fact) -> bool:
        if fact.span.end <= span.start:
            return _WORDS.fullmatch(text[fact.span.end : span.start].rstrip(" /")) is not None
        behind = text[span.end : fact.span.start].rstrip()
        return fact.span.start >= span.end and _WORDS.fullmatch(behind) is not None

    return [quantity for fact, quantity in _counted(facts) if is_near(fact)]


def _counted(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Quantity]]:
    """Return the facts that surely count something, with what they count."""
    for fact in facts:
        if isinstance(fact.value, Quantity) and fact.strength > Strength.LOOSE:
            yield fact, fact.value


def _same(first: Quantity, second: Quantity) -> bool:
    return first.numbers == second.numbers and agree(first.unit, second.unit)
