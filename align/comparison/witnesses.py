"""What two matched units agree on, and where they conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.comparison.match import Witness, Words
from align.facts import Date, Kind, Quantity, Strength, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.comparison.evidence import Evidence
    from align.comparison.side import Side, Unit
    from align.facts import Fact, Value
    from corpus import Span

# Words before and after a value that tell what it is the value of, in code points.
REACH = {"zh": 14, "en": 45}


class Witnesses(NamedTuple):
    """What agrees and what conflicts."""

    agree: tuple[Witness, ...]
    conflict: tuple[Witness, ...]


def witnesses(evidence: Evidence, article: Unit, reference: Unit) -> Witnesses:
    """Return what two units agree on, in the order of the article, and the facts in which they conflict."""
    zh, en = evidence.in_order(article, reference)
    found = evidence.facts.pairs(zh, en)
    sure = [two for two in found.fitting if min(fact.strength for fact in two) > Strength.LOOSE]
    fitting = [_witness(evidence, one, other) for one, other in sure]
    clashes = [
        _witness(evidence, one, other) for one, other in _clashes(evidence, found.only_zh, found.only_en)
    ]
    return Witnesses(
        tuple(sorted((*fitting, *_names(evidence, article, reference)), key=lambda item: item.article.span)),
        tuple(sorted(clashes, key=lambda item: item.article.span)),
    )


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
    for name in evidence.names.common(zh, en):
        spans = (name.zh, name.en) if evidence.article.lang == "zh" else (name.en, name.zh)
        here, there = _first_inside(spans[0], article), _first_inside(spans[1], reference)
        if here and there:
            yield Witness(str(name.kind), _words(evidence.article, here), _words(evidence.reference, there))


def _first_inside(spans: Iterable[Span], unit: Unit) -> Span | None:
    return next((span for span in spans if unit.span.covers(span)), None)


def _words(side: Side, span: Span) -> Words:
    return Words(span, span.of(side.document.text))


def _clashes(
    evidence: Evidence, only_zh: tuple[Fact, ...], only_en: tuple[Fact, ...]
) -> Iterator[tuple[Fact, Fact]]:
    """Return facts in conflict: of one kind and measure, with the same role as the words around tell."""
    ranked = sorted(
        (-_sameness(evidence, one, other), abs(i / len(only_zh) - j / len(only_en)), i, j)
        for i, one in enumerate(only_zh)
        for j, other in enumerate(only_en)
        if _may_clash(evidence, one, other)
    )
    rows, columns = set(), set()
    for _, _, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            yield only_zh[i], only_en[j]


def _may_clash(evidence: Evidence, zh: Fact, en: Fact) -> bool:
    if zh.kind is not en.kind or zh.kind in (
        Kind.LATIN,
        Kind.QUOTE,
        Kind.CODE,
        Kind.URL,
        Kind.EMAIL,
        Kind.NAME,
    ):
        return False
    if evidence.facts.relation(zh, en).verdict is not Verdict.CONFLICT:
        return False
    return _same_measure(zh.value, en.value)


def _same_measure(zh: Value, en: Value) -> bool:
    if isinstance(zh, Date) and isinstance(en, Date):
        return bool(zh.given.keys() & en.given.keys())
    if isinstance(zh, Quantity) and isinstance(en, Quantity):
        from align.facts.unit import agree, size_in

        left, right = size_in(zh.unit), size_in(en.unit)
        return agree(zh.unit, en.unit) or bool(left and right and left[0] == right[0])
    return True


def _sameness(evidence: Evidence, zh: Fact, en: Fact) -> float:
    """Return how much of the words around two facts the lexicon finds on the other side."""
    return evidence.words.around(zh.span, en.span, REACH["zh"], REACH["en"])
