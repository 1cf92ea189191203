"""Calques: set phrases of Chinese and the word-for-word renderings that machines make of them.

The table is ``data/calques.csv``, a phrase a row, sorted by ``source``. Cells with several items hold ``|``
between them; English items are phrases in the notation of `glossary.phrase`.

``source``
    The phrase, simplified, and its variants.
``literal``
    Renderings that are wrong where the source has the phrase.
``alone``
    Renderings so odd in English that they may be flagged with no source at all.
``right``
    What to say instead, the best first; plain words.
``also``
    Other words, or beginnings of words, by which a translation shows the sense; compared loosely.
``certain``
    ``yes`` where a careful editor would always agree, at least with renderings of several words; else ``no``.
``unless``
    What makes the literal rendering right: Chinese in the source, or an English phrase in the target.
``note``
    What the phrase means.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST
from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span
from corpus.pattern import lazy
from corpus.script import has_han, simplified
from glossary.data import table_text
from glossary.phrase import compile_phrase, is_possible, needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A rendering that is explained nearby is quoted on purpose ("literally 'horse horse tiger tiger'").
_EXPLAINED = lazy(
    r"\b(?:literal(?:ly)?|lit\.|idioms?|proverbs?|slang|sayings?|phrase|buzzword|so-called|means|meaning|pun|i\.e\.)",
    re.IGNORECASE,
)
_NEARBY = 60  # characters to either side in which such a word counts


@dataclass(frozen=True, slots=True)
class Calque:
    """A set phrase with its literal and its right renderings."""

    source: tuple[str, ...]
    literal: tuple[str, ...]
    alone: tuple[str, ...]
    right: tuple[str, ...]
    also: tuple[str, ...]
    certain: bool
    unless: tuple[str, ...]
    note: str

    @classmethod
    def of_row(cls, row: Sequence[str]) -> Calque:
        """Return the calque of a row of the table."""
        source, literal, alone, right, also, certain, unless, note = row
        return cls(
            _items(source),
            _items(literal),
            _items(alone),
            _items(right),
            _items(also),
            certain == "yes",
            _items(unless),
            note,
        )

    def is_meant_literally(self, zh: str, en: str) -> bool:
        """Tell whether something in the texts makes the literal rendering right."""
        return any(
            context in zh if has_han(context) else compile_phrase(context).search(en) is not None
            for context in self.unless
        )

    def literal_span(self, en: str) -> Span | None:
        """Return where a text renders the phrase literally; None where it also shows the sense."""
        span = _longest((*self.literal, *self.alone), en)
        if span is None or is_explained(en, span) or self._has_sense(en, span):
            return None
        return span

    def settles(self, zh: str, en: str) -> bool:
        """Tell whether the literal renderings or the right ones in a text say all there is to say of it."""
        return self.literal_span(en) is not None or self._has_sense(en) or self.is_meant_literally(zh, en)

    def _has_sense(self, en: str, literal: Span | None = None) -> bool:
        """Tell whether a right rendering stands in a text, other than as a part of the literal one."""
        return any(
            literal is None or not literal.covers(Span(*match.span()))
            for phrase in (*self.right, *self.also)
            for match in compile_phrase(phrase, loose=True).finditer(en)
        )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@dataclass(frozen=True, slots=True)
class CalqueMatch:
    """A calque found; ``phrase`` is as the source writes it, ``src`` is None in a translation alone."""

    calque: Calque
    phrase: str
    literal: str
    tgt: Span
    src: Span | None = None

    @property
    def certain(self) -> bool:
        """Whether an editor would always agree. One word alone may stand there for another reason."""
        return self.calque.certain and len(self.literal.replace("-", " ").split()) > 1


class CalqueFinder:
    """Finds calques in one pass over a text; what does not occur in it costs nothing more."""

    def __init__(self, calques: Sequence[Calque]) -> None:
        self._calques = calques
        self._by_source = {form: calque for calque in calques for form in calque.source}
        self._sources = tuple(self._by_source)
        self._search = Automaton(list(self._sources), MATCH_KIND_LEFTMOST_LONGEST)

    def __contains__(self, phrase: str) -> bool:
        """Tell whether a phrase, simplified, is in the table."""
        return phrase in self._by_source

    def settles(self, phrase: str, zh: str, en: str) -> bool:
        """Tell whether the table has the last word on a phrase: it is rendered literally, or rightly."""
        calque = self._by_source.get(phrase)
        return calque is not None and calque.settles(zh, en)

    def find(self, zh: str, en: str, plain: str | None = None) -> Iterator[CalqueMatch]:
        """Return the set phrases of a Chinese text that its English translation renders literally.

        Args:
            zh: The Chinese text.
            en: Its translation.
            plain: The Chinese text simplified, where that is known already.
        """
        plain = simplified(zh) if plain is None else plain
        marked = set()
        for start, end, number in self._search.find(plain):
            calque = self._by_source[self._sources[number]]
            if calque.is_meant_literally(plain, en):
                continue
            span = calque.literal_span(en)
            if span is not None and span not in marked:
                marked.add(span)
                yield CalqueMatch(calque, zh[start:end], span.of(en), span, Span(start, end))

    def find_alone(self, en: str) -> list[CalqueMatch]:
        """Return the phrases of an English text that can only be literal renderings, in its order."""
        patterns, search = self._alone
        found = search.find_overlapping(en.lower())
        matches: dict[Span, CalqueMatch] = {}
        for number in sorted({number for _, _, number in found}):
            for calque, phrase in patterns[number]:
                span = _longest((phrase,), en)
                if span is None or is_explained(en, span) or calque.is_meant_literally("", en):
                    continue
                matches.setdefault(span, CalqueMatch(calque, calque.source[0], span.of(en), span))
        return [matches[span] for span in sorted(matches)]

    @cached_property
    def _alone(self) -> tuple[Sequence[Sequence[tuple[Calque, str]]], Automaton]:
        """The phrases to flag without a source, by a string that each of them needs."""
        by_string: dict[str, list[tuple[Calque, str]]] = {}
        for calque in self._calques:
            for phrase in calque.alone:
                for string in needed(phrase)[0]:
                    by_string.setdefault(string, []).append((calque, phrase))
        return tuple(by_string.values()), Automaton(list(by_string))


def _longest(phrases: Iterable[str], en: str) -> Span | None:
    """Return the longest match of some phrases in a text, of equals the first."""
    lowered = en.lower()
    spans = (
        Span(*match.span())
        for phrase in phrases
        if is_possible(phrase, lowered)
        for match in compile_phrase(phrase).finditer(en)
    )
    return max(spans, key=lambda span: (len(span), -span.start), default=None)


def is_explained(en: str, span: Span) -> bool:
    """Tell whether a text says near a span that its words are quoted for their own sake.

    >>> is_explained("They call it 'eating vinegar', an idiom for envy.", Span(14, 28))
    True
    """
    return _EXPLAINED.search(en, max(0, span.start - _NEARBY), span.end + _NEARBY) is not None


@cache
def load_calques() -> tuple[Calque, ...]:
    """Return the built-in calques, in the order of their table."""
    text = table_text("calques.csv")
    rows = csv.reader(text.splitlines())
    next(rows)
    return tuple(Calque.of_row(row) for row in rows)


@cache
def calque_finder() -> CalqueFinder:
    """Return a finder of the built-in calques.

    >>> found = next(calque_finder().find("他水土不服。", "He suffers from soil and water."))
    >>> found.calque.right[0], found.tgt
    ('fail to adapt', Span(start=16, end=30))
    """
    return CalqueFinder(load_calques())
