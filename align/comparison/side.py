"""A text as it is compared: its statements and segments, with the facts and words in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from align.facts import Date, Strength, extract
from corpus import Span
from corpus.pattern import lazy
from corpus.script import fold, simplified
from corpus.statement import statements
from corpus.stop import CLOSERS
from glossary.lexicon import content_stems, load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from align.facts import Fact
    from corpus import Document, Lang, Segment
    from corpus.statement import Statement

LIMIT_FACTS = 60  # of a unit: each is compared with each of the other side
_SEMICOLON = lazy(rf"[;；][{re.escape(CLOSERS)}]*$")

_WORD_EN = lazy(r"[a-z]+(?:'[a-z]+)?")
# Characters that are words of grammar when they stand alone.
_FUNCTION_ZH = frozenset("的了是在和与也都就有这那其中为于以而及或将被把对从到着过等不上下他她它我你说个们")


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of statements of one part, from ``first`` to before ``last``; it may be matched as a whole."""

    span: Span
    part: int
    first: int
    last: int

    @property
    def statements(self) -> range:
        """The numbers of its statements."""
        return range(self.first, self.last)


@dataclass(frozen=True)
class Side:
    """One text, cut into units. ``facts``, ``words``, ``blocks`` and ``years`` are given by statement.

    A part is a segment, or what stands between two semicolons of one.
    """

    document: Document
    lang: Lang
    statements: tuple[Unit, ...]
    parts: tuple[Unit, ...]
    blocks: tuple[int, ...] = field(repr=False)
    facts: tuple[tuple[Fact, ...], ...] = field(repr=False)

    def text_of(self, unit: Unit) -> str:
        """Return the text of a unit as it stands in the document."""
        return unit.span.of(self.document.text)

    def plain(self, unit: Unit) -> str:
        """Return the text of a unit to compare with: half-width, simplified."""
        return simplified(fold(self.text_of(unit)))

    def run(self, first: int, last: int) -> Unit:
        """Return the unit of the statements from a first to before a last."""
        start, end = self.statements[first], self.statements[last - 1]
        return Unit(Span(start.span.start, end.span.end), start.part, first, last)

    def facts_of(self, unit: Unit) -> list[Fact]:
        """Return the facts in a unit, in order: of a table in one line the first."""
        found = (fact for number in unit.statements for fact in self.facts[number])
        return list(islice(found, LIMIT_FACTS))

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of every statement."""
        return tuple(words_of(self.plain(statement), self.lang) for statement in self.statements)

    @cached_property
    def years(self) -> tuple[int | None, ...]:
        """The year that every statement is about: its own, or the last one named before it in its block."""
        pairs = zip(self.blocks, map(_year, self.facts), strict=True)

        def carry(before: tuple[int, int | None], here: tuple[int, int | None]) -> tuple[int, int | None]:
            return here if here[1] is not None or here[0] != before[0] else before

        return tuple(year for _, year in accumulate(pairs, carry))


def read_side(document: Document, *, today: date | None = None) -> Side:
    """Return a document, whose language is known, as it is compared."""
    lang = document.lang
    assert lang is not None
    found: list[Unit] = []
    parts: list[Unit] = []
    blocks: list[int] = []
    facts: list[tuple[Fact, ...]] = []
    for segment in document.segments:
        cut = statements(segment, lang)
        for part in _parts(cut):
            first = len(found)
            found += [Unit(item.span, len(parts), first + n, first + n + 1) for n, item in enumerate(part)]
            parts.append(Unit(Span(part[0].span.start, part[-1].span.end), len(parts), first, len(found)))
        blocks += [segment.block] * len(cut)
        facts += _facts_by_span(segment, [statement.span for statement in cut], lang, today)
    return Side(document, lang, tuple(found), tuple(parts), tuple(blocks), tuple(facts))


def _parts(found: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """Return the statements of a segment in runs that end with a semicolon."""
    start = 0
    for end, statement in enumerate(found, start=1):
        if end == len(found) or _SEMICOLON.search(statement.text):
            yield found[start:end]
            start = end


def _facts_by_span(
    segment: Segment, spans: list[Span], lang: Lang, today: date | None
) -> list[tuple[Fact, ...]]:
    """Return the facts of a segment by the statement they begin in; spans count from the document."""
    facts = [
        replace(fact, span=fact.span.shift(segment.span.start))
        for fact in extract(segment.text, lang, today=today)
    ]
    return [tuple(fact for fact in facts if span.start <= fact.span.start < span.end) for span in spans]


def words_of(text: str, lang: Lang) -> tuple[str, ...]:
    """Return the words of a text that carry meaning: English in lower case, Chinese as in CC-CEDICT."""
    if lang == "zh":
        return tuple(word for word in load_lexicon().words(text) if word not in _FUNCTION_ZH)
    words = (match[0] for match in _WORD_EN.finditer(text.lower().replace("’", "'")))
    return tuple(word for word in words if content_stems(word))


def _year(facts: tuple[Fact, ...]) -> int | None:
    dates = [fact.value for fact in facts if fact.strength > Strength.LOOSE and isinstance(fact.value, Date)]
    return next((value.year for value in reversed(dates) if value.year is not None), None)
