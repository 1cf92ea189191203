"""What the rules on numbers ask of an assignment: which changes and which leftovers count."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from align.clues.pairfacts import stands_nearby
from align.clues.restate import expected, explained
from align.facts.compare import How
from align.facts.conversion import converts
from align.facts.fact import Kind, Strength
from align.facts.moment import LAST_YEAR
from align.facts.numeral_zh import DIGITS
from align.facts.quantity_zh import COUNTERS
from align.facts.supply import NUMBER
from align.facts.unit import agree
from align.facts.value import Bound, Label, Quantity
from align.finding import Hit
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.article import Context, Pair
    from align.facts.assign import Assignment, Change
    from align.facts.fact import Fact
    from align.facts.supply import Part

SURE_FROM = 10  # smaller numbers are implied, or supplied, too often to be missed alone
LIMIT_SUMMED = 16
LIMIT_LISTED = 200  # facts of a pair: a table, in which nothing is added up, and which would take long
_NUMBERING = frozenset("号级届路条版期")  # number rather than count: 555号, 55级
_NAMED = lazy(r"(?<=[a-z,] )[A-Z]\w* $")  # at Room 555; but not "The 48", which begins a sentence
# Words that say 24 hours without saying so.
_ALL_DAY = ("clock", "24/7", "all day", "daily", "全天", "昼夜", "晝夜", "日夜")
_ALL_YEAR = ("全年", "终年", "終年", "常年", "每天", "天天", "all year", "year-round", "year round")
_DAYS_OF_YEAR, _HOURS_OF_DAY = 365, 24
_WHOLE = 100  # per cent


def changed(facts: Assignment, *hows: How) -> Iterator[Change]:
    """Return the changes of some sorts, one a place of the target; malformed figures have their own rule."""
    seen: set[tuple[int, int]] = set()
    for change in facts.changes:
        span = change.target.fact.span
        if (
            change.relation.how in hows
            and change.target.fact.flaw is None
            and (span.start, span.end) not in seen
        ):
            seen.add((span.start, span.end))
            yield change


def hit_of(change: Change, pair: Pair) -> Hit:
    """Return what a rule reports of a change: both places, what it did, and what should stand there."""
    return Hit(
        explained(change, pair),
        src=change.source.fact.span,
        tgt=change.target.fact.span,
        suggestion=expected(change, pair),
    )


def is_conversion(change: Change) -> bool:
    """Tell whether a change gives a quantity in another unit of the same sort (5公里, 2 miles)."""
    source, target = change.source.unit, change.target.unit
    return bool(source and target and source != target and not agree(source, target))


def is_pointed(change: Change) -> bool:
    """Tell whether a point groups the thousands: 3.009 for 3009."""
    number = change.target.number
    if change.relation.how is not How.SCALE or number is None or change.relation.exponent not in (-3, -6):
        return False
    figure = change.target.fact.text
    return number.as_tuple().exponent == -3 and "." in figure


def lone(parts: Sequence[Part], pair: Pair, context: Context, *, in_source: bool) -> Iterator[Part]:
    """Return the left-over numbers that matter by themselves: in digits, from ten on, counting something.

    Years are none of them, nor is what stands in the sentence before or behind.

    ``in_source``: the other side, where they ought to be, is the source.
    """
    for part in parts:
        if part.name != NUMBER or part.fact.strength is not Strength.DIGITS or part.fact.flaw:
            continue
        number = part.number
        if number is None or number < SURE_FROM or _like_a_year(part):
            continue
        if _counts(part, pair, in_tgt=in_source) and not stands_nearby(
            part, pair, context, in_source=in_source
        ):
            yield part


def _counts(part: Part, pair: Pair, *, in_tgt: bool) -> bool:
    """Tell whether a number has a unit or a noun that it counts: 48名, 48 delegates; but not Room 555."""
    if part.unit or part.fact.kind is Kind.ORDINAL:
        return True
    text, lang = (pair.tgt, pair.tgt_lang) if in_tgt else (pair.src, pair.src_lang)
    behind = text[part.fact.span.end : part.fact.span.end + 4].lstrip()
    if lang == "zh":
        return behind[:1] in COUNTERS and behind[:1] not in _NUMBERING
    named = _NAMED.search(text, max(0, part.fact.span.start - 20), part.fact.span.start)
    return behind[:1].islower() and named is None


def _like_a_year(part: Part) -> bool:
    number = part.number
    assert number is not None
    return part.unit in ("", "year") and 1000 <= number <= LAST_YEAR and number == number.to_integral_value()


def is_derived(part: Part, own: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Tell whether a number follows from the other side's: a sum, a difference, a conversion, a guess."""
    vague = any(fact.strength is Strength.LOOSE and _is_range(fact) for fact in other)
    said = vague or any(_converts(part, fact) or _completes(part, fact) for fact in other)
    return said or _sums_up(part, own, other)


def _completes(part: Part, fact: Fact) -> bool:
    """Tell whether two percentages make a whole: what fell by 35% stands at 65%."""
    value, number = fact.value, part.number
    if part.unit != "%" or number is None or not isinstance(value, Quantity):
        return False
    return value.unit == "%" and value.value + number == _WHOLE


def _is_range(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity) and fact.value.high is not None


def _converts(part: Part, fact: Fact) -> bool:
    value, number = fact.value, part.number
    if number is None or not isinstance(value, Quantity):
        return False
    return converts(number, part.unit, value.value, value.unit)


def _sums_up(part: Part, own: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Tell whether two of the other side make this number, or this and another make one of theirs."""
    if max(len(own), len(other)) > LIMIT_LISTED:
        return False
    number, beside, theirs = part.number, _numbers(own), _numbers(other)
    if number is None or len(beside) > LIMIT_SUMMED or len(theirs) > LIMIT_SUMMED:
        return False
    made = {
        result
        for first, second in combinations(theirs, 2)
        for result in (first + second, abs(first - second))
    }
    return number in made or any(
        not {number + each, abs(number - each)}.isdisjoint(theirs) for each in beside
    )


def _numbers(facts: Sequence[Fact]) -> set[Decimal]:
    return {
        fact.value.value
        for fact in facts
        if isinstance(fact.value, Quantity) and fact.strength > Strength.LOOSE
    }


def is_all_day(part: Part, text: str) -> bool:
    """Tell whether 24小时 or 365天 is said in other words: around the clock, a day; all year."""
    if part.unit == "day" and part.number == _DAYS_OF_YEAR:
        words: Iterable[str] = _ALL_YEAR
    elif part.unit == "h" and part.number == _HOURS_OF_DAY:
        words = _ALL_DAY
    else:
        return False
    lower = text.lower()
    return any(word in lower for word in words)


def reversed_bounds(facts: Assignment) -> Iterator[tuple[Fact, Fact]]:
    """Return the facts that give one number with opposite bounds: 不到3% and over 3%."""
    written: dict[Decimal, list[Fact]] = {}
    for fact in facts.tgt:
        if isinstance(fact.value, Quantity):
            written.setdefault(fact.value.value, []).append(fact)
    for fact in facts.src:
        value = fact.value
        if not isinstance(value, Quantity) or value.bound is Bound.EXACT or fact.strength is Strength.LOOSE:
            continue
        found = written.get(value.value, [])
        if found and all(_opposed(value, other) for other in found[:LIMIT_SUMMED]):
            yield fact, found[0]


def _opposed(value: Quantity, fact: Fact) -> bool:
    other = fact.value
    return isinstance(other, Quantity) and value.bound.side * other.bound.side < 0


def names_read_out(facts: Assignment) -> Iterator[tuple[Fact, Part]]:
    """Return names whose numerals were read as numbers: 61st for “六一”, 9-2 for 九二."""
    labels = [fact for fact in facts.src if fact.kind is Kind.NAME and isinstance(fact.value, Label)]
    if not labels or any(fact.kind is Kind.NAME for fact in facts.tgt):
        return
    added = {part.number: part for part in facts.added if part.number is not None}
    for label in labels:
        digits = [DIGITS[char] for char in label.text if char in DIGITS]
        if len(digits) != 2:
            continue
        whole, first, second = (Decimal(number) for number in (10 * digits[0] + digits[1], *digits))
        if part := added.get(whole):
            yield label, part
        elif first in added and second in added:
            yield label, added[first]
