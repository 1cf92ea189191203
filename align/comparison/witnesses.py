"""What two matched units agree on, and where they conflict."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from align.comparison.match import Witness, Words
from align.comparison.posts import common_posts, posts
from align.facts import Date, How, Kind, Quantity, Strength, Verdict
from corpus.pattern import lazy
from glossary.term import Kind as TermKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.comparison.evidence import Evidence
    from align.comparison.side import Side, Unit
    from align.facts import Fact, Relation
    from corpus import Span

# Numbers further apart, as a logarithm, are of different things: this is five times.
FURTHEST = 1.6
# What the distance of two numbers weighs against the words around them.
NUMBER_WEIGHT = 6.0
# What two texts may give differently; names and addresses are not compared.
CLASHING = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.SCORE, Kind.DATE, Kind.TIME})
LONGEST_LABEL = 24
_LABEL = lazy(
    r"(?:\b(?:[Nn]otes?|[Cc]harts?|[Tt]ables?|[Ff]igures?|[Pp]ages?|[Ss]ections?|[Cc]hapters?|[Bb]ox(?:es)?)\s"
    r"|附[註注]|[圖图表頁页]|第)[\d\s.,、及和and]*$"
)
_DESPATCH = lazy(r"\s*(?:电|電|讯|訊|消息)")


class Witnesses(NamedTuple):
    """What agrees and what conflicts."""

    agree: tuple[Witness, ...]
    conflict: tuple[Witness, ...]


def witnesses(evidence: Evidence, article: Unit, reference: Unit) -> Witnesses:
    """Return what two units agree on, in the order of the article, and the facts in which they conflict."""
    found = evidence.facts.pairs(*evidence.in_order(article, reference))
    sure = [two for two in found.fitting if min(fact.strength for fact in two) > Strength.LOOSE]
    names = list(_names(evidence, article, reference))
    agreed = (
        *(_witness(evidence, *two) for two in sure),
        *names,
        *(item for item in _posts(evidence, article, reference) if not _is_told(item, names)),
    )
    clashing = (_witness(evidence, *two) for two in _clashes(evidence, found.only_zh, found.only_en))
    return Witnesses(_in_order(agreed), _in_order(clashing))


def clashes(evidence: Evidence, article: Unit, reference: Unit) -> Iterator[tuple[Fact, Fact]]:
    """Return the facts of two units that are in conflict, a Chinese and an English one."""
    found = evidence.facts.pairs(*evidence.in_order(article, reference))
    return _clashes(evidence, found.only_zh, found.only_en)


def _is_told(post: Witness, names: Sequence[Witness]) -> bool:
    """Tell whether a name has the words of a post in it: a title of the glossary, an organisation."""
    return any(name.article.span.covers(post.article.span) for name in names)


def _in_order(found: Iterable[Witness]) -> tuple[Witness, ...]:
    return tuple(sorted(found, key=lambda item: item.article.span))


def _witness(evidence: Evidence, zh: Fact, en: Fact) -> Witness:
    article, reference = (zh, en) if evidence.article.lang == "zh" else (en, zh)
    return Witness(topic(article), Words(article.span, article.text), Words(reference.span, reference.text))


def topic(fact: Fact) -> str:
    """Return what a fact is about, in a word: ``year``, ``date``, ``money``, ``percentage``, ``number``."""
    value = fact.value
    if isinstance(value, Date):
        given = [name for name in ("year", "month", "day") if name in value.given]
        return given[0] if len(value.given) == 1 and given else "date"
    if isinstance(value, Quantity):
        return _measure(value.unit)
    return fact.kind.value


def _measure(unit: str) -> str:
    from align.facts.unit import MONEY, units

    if unit == "%":
        return "percentage"
    known = units().get(unit) if unit else None
    if known is None:
        return "number"
    return "money" if known.dimension == MONEY else "quantity"


def _names(evidence: Evidence, article: Unit, reference: Unit) -> Iterator[Witness]:
    zh, en = evidence.in_order(article, reference)
    shown: list[Span] = []
    for name in evidence.known.common(zh, en):
        spans = (name.zh, name.en) if evidence.article.lang == "zh" else (name.en, name.zh)
        here, there = _first_inside(spans[0], article), _first_inside(spans[1], reference)
        if here and there and not any(here.touches(other) for other in shown):
            shown.append(here)
            kind = "post" if name.kind == TermKind.TITLE else str(name.kind)
            yield Witness(kind, _words(evidence.article, here), _words(evidence.reference, there))


def _posts(evidence: Evidence, article: Unit, reference: Unit) -> Iterator[Witness]:
    found = (
        list(posts(side.text_of(unit), side.lang, unit.span.start))
        for side, unit in ((evidence.article, article), (evidence.reference, reference))
    )
    for here, there in common_posts(*found):
        yield Witness("post", here, there)


def _first_inside(spans: Iterable[Span], unit: Unit) -> Span | None:
    return next((span for span in spans if unit.span.covers(span)), None)


def _words(side: Side, span: Span) -> Words:
    return Words(span, span.of(side.document.text))


def _clashes(evidence: Evidence, zh: Sequence[Fact], en: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Return facts in conflict, each once: of one measure, the likeliest to play the same role first."""
    ranked = sorted(
        (-_sameness(evidence, one, other), abs(i / len(zh) - j / len(en)), i, j)
        for i, one in enumerate(zh)
        for j, other in enumerate(en)
        if may_clash(one, other, evidence.facts.relation(one, other))
        and _counts_the_same(evidence, one, other)
    )
    rows, columns = set(), set()
    for _, _, i, j in ranked:
        if i not in rows and j not in columns and not _is_reference(evidence, zh[i], en[j]):
            rows.add(i)
            columns.add(j)
            yield zh[i], en[j]


def may_clash(zh: Fact, en: Fact, relation: Relation) -> bool:
    """Tell whether two facts can be meant to be the same and are not: other years, amounts not far apart."""
    if zh.kind is not en.kind or zh.kind not in CLASHING or relation.verdict is not Verdict.CONFLICT:
        return False
    if isinstance(zh.value, Quantity) and isinstance(en.value, Quantity):
        return _same_measure(zh.value, en.value) and (
            relation.how is How.SCALE or _distance(zh.value, en.value) <= FURTHEST
        )
    if isinstance(zh.value, Date) and isinstance(en.value, Date):
        return bool(zh.value.given.keys() & en.value.given.keys())
    return True


def _counts_the_same(evidence: Evidence, zh: Fact, en: Fact) -> bool:
    """Tell whether the words behind two numbers without a unit have something in common: cars and 辆汽车."""
    bare = isinstance(zh.value, Quantity) and not zh.value.unit
    return not bare or evidence.words.behind(zh.span, en.span) != 0


def _same_measure(zh: Quantity, en: Quantity) -> bool:
    from align.facts.unit import agree, size_in

    left, right = size_in(zh.unit), size_in(en.unit)
    return agree(zh.unit, en.unit) or bool(left and right and left[0] == right[0])


def _distance(zh: Quantity, en: Quantity) -> float:
    """Return how many times one number is the other, as a logarithm."""
    if zh.value <= 0 or en.value <= 0:
        return 0.0 if zh.value == en.value else FURTHEST
    return abs(log(zh.value / en.value))


def _sameness(evidence: Evidence, zh: Fact, en: Fact) -> float:
    """Return how likely two facts play one role: the words around agree, and numbers are not far apart."""
    around = evidence.words.around(zh.span, en.span)
    if isinstance(zh.value, Quantity) and isinstance(en.value, Quantity):
        return around - NUMBER_WEIGHT * _distance(zh.value, en.value)
    return around


def _is_reference(evidence: Evidence, zh: Fact, en: Fact) -> bool:
    """Tell whether a number names a note, a chart or a page, and a date the day of a despatch."""
    facts = (zh, en) if evidence.article.lang == "zh" else (en, zh)
    for side, fact in zip((evidence.article, evidence.reference), facts, strict=True):
        text = side.document.text
        before = text[max(0, fact.span.start - LONGEST_LABEL) : fact.span.start]
        if _LABEL.search(before) or _DESPATCH.match(text, fact.span.end):
            return True
    return False
