"""Names that both texts have: terms of the glossary, names in pinyin, foreign names by their sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from align.comparison.values import LEAST_STATEMENTS
from align.facts import Kind as FactKind
from corpus import Span
from corpus.span import covered
from glossary.fit import reads_as
from glossary.pinyin_name import english_names
from glossary.reading import stretches_read
from glossary.syllables import cuts
from glossary.term import Kind
from glossary.transliteration import foreign_words, sounding_stretches
from glossary.window import exact_windows, near_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.comparison.side import Side, Unit
    from glossary.pinyin_name import EnglishName
    from glossary.term import Entry
    from glossary.termbase import TermBase
    from glossary.window import Window

# Of a name that only sounds alike: it may be chance.
SOUNDING_WEIGHT = 0.7
# Of a Chinese name that is spelled nearly as it reads: it may be misspelt, or another one.
NEAR_WEIGHT = 0.8

LEAST_SYLLABLES = 2
# The built-in entries that are told; places, titles and terms of trade are shared by all sorts of statements.
TELLING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT, Kind.MEDIA})
LATIN_KINDS = frozenset({FactKind.LATIN, FactKind.CODE})


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its places in both texts; ``weight`` is how sure it is, up to 1."""

    kind: str
    zh: tuple[Span, ...]
    en: tuple[Span, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class SharedNames:
    """The weights of the names that two units share, and of those that one has and the other has not."""

    shared: float
    only_zh: float
    only_en: float


def find_names(zh: Side, en: Side, terms: TermBase, *, builtin: bool = False) -> tuple[Name, ...]:
    """Return the names that stand in both texts, the surest first; a stretch belongs to one source.

    Args:
        zh: The Chinese text.
        en: The English text.
        terms: What names are called in the other language.
        builtin: Whether the entries that are not the user's count. They say what two statements agree on,
            but not better that they match: news articles share the names of the famous in every paragraph.
            Measured on news and reports, nothing is gained by them.
    """
    names: list[Name] = []
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    sources = (
        _terms(zh, en, terms, builtin=builtin),
        _people(zh, en),
        _latin(zh, en),
        _pinyin_words(zh, en),
        _foreign(zh, en),
    )
    for source in sources:
        found = [replace(name, zh=_free(name.zh, taken_zh), en=_free(name.en, taken_en)) for name in source]
        kept = [name for name in found if name.zh and name.en]
        names += kept
        taken_zh |= covered(span for name in kept for span in name.zh)
        taken_en |= covered(span for name in kept for span in name.en)
    return tuple(names)


def _free(spans: Iterable[Span], taken: set[int]) -> tuple[Span, ...]:
    return tuple(span for span in spans if taken.isdisjoint(range(span.start, span.end)))


def _terms(zh: Side, en: Side, terms: TermBase, *, builtin: bool) -> Iterator[Name]:
    """Return the terms that either text has; of the built-in ones those of who or what a text is about."""
    entries: dict[str, Entry] = {}
    places: defaultdict[str, dict[str, list[Span]]] = defaultdict(lambda: {"zh": [], "en": []})
    for side in (zh, en):
        for part in side.parts:
            for item in terms.find(side.text_of(part), side.lang):
                if not item.entry.user and not (builtin and item.entry.kind in TELLING):
                    continue
                entries[item.entry.id] = item.entry
                places[item.entry.id][side.lang].append(item.span.shift(part.span.start))
    for key, found in places.items():
        yield Name(entries[key].kind or Kind.TERM, tuple(found["zh"]), tuple(found["en"]))


def _people(zh: Side, en: Side) -> Iterator[Name]:
    """Return the Chinese names that the English text spells: exactly, or else nearly."""
    text = zh.document.text
    spelled = _spelled(en)
    exact = {name: {window.span for window in exact_windows(text, name)} for name in spelled}
    for name, found in exact.items():
        if found:
            yield Name(Kind.PERSON, tuple(sorted(found)), tuple(spelled[name]))
    windows = {name: _nearest(text, name) for name, found in exact.items() if not found}
    near: defaultdict[str, list[EnglishName]] = defaultdict(list)
    for name, window in windows.items():
        if window is not None:
            near[window.text].append(name)
    for words, names in near.items():
        likeness = max(reads_as(words, name.text).likeness for name in names)
        places = tuple(sorted(span for name in names for span in spelled[name]))
        yield Name(Kind.PERSON, _places(words, text), places, NEAR_WEIGHT * likeness)


def _spelled(en: Side) -> dict[EnglishName, list[Span]]:
    """Return the names that can be read as pinyin, one of each spelling, and all its places."""
    first: dict[str, EnglishName] = {}
    places: defaultdict[EnglishName, list[Span]] = defaultdict(list)
    for part in en.parts:
        for name in english_names(en.text_of(part)):
            places[first.setdefault(name.text, name)].append(name.span.shift(part.span.start))
    return places


def _nearest(text: str, name: EnglishName) -> Window | None:
    return max(near_windows(text, name), key=lambda window: window.fit.likeness, default=None)


def _places(words: str, text: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in re.finditer(re.escape(words), text))


def _pinyin_words(zh: Side, en: Side) -> Iterator[Name]:
    """Return the brands and places of one English word that reads like some Chinese: Wuling for 五菱."""
    text = zh.document.text
    for word, spans in foreign_words(en.document.text).items():
        readings = [cut for cut in cuts(word) if len(cut) >= LEAST_SYLLABLES]
        found = {span for reading in readings for span in stretches_read(text, reading)}
        yield Name("name", tuple(sorted(found)), tuple(spans))


def _latin(zh: Side, en: Side) -> Iterator[Name]:
    """Return the Latin words and codes in the Chinese text that the English text has too."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for facts in zh.facts:
        for fact in facts:
            if fact.kind in LATIN_KINDS:
                found[fact.text].append(fact.span)
    for word, spans in found.items():
        pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
        places = tuple(Span(*match.span()) for match in pattern.finditer(en.document.text))
        yield Name("name", tuple(spans), places)


def _foreign(zh: Side, en: Side) -> Iterator[Name]:
    found = []
    for word, spans in foreign_words(en.document.text).items():
        stretches = sounding_stretches(word, zh.document.text)
        if stretches:
            best = max(item.likeness for item in stretches)
            alike = tuple(item.span for item in stretches if item.likeness == best)
            found.append(Name("name", alike, tuple(spans), SOUNDING_WEIGHT * best))
    yield from sorted(found, key=lambda name: -name.weight)


class NameEvidence:
    """The names of two texts by statement; those found in few statements count more."""

    def __init__(self, zh: Side, en: Side, names: tuple[Name, ...]) -> None:
        self.names = names
        self._zh, self._en = (
            _by_statement(zh, [name.zh for name in names]),
            _by_statement(en, [name.en for name in names]),
        )
        statements = max(len(zh.statements) + len(en.statements), LEAST_STATEMENTS)
        counts = [len(name.zh) + len(name.en) for name in names]
        self._weights = [
            name.weight * log((statements + 1) / (count + 0.5))
            for name, count in zip(names, counts, strict=True)
        ]

    def shared(self, zh: Unit, en: Unit) -> SharedNames:
        """Return what two units have in common by name."""
        left = set().union(*(self._zh[number] for number in zh.statements))
        right = set().union(*(self._en[number] for number in en.statements))
        return SharedNames(self._total(left & right), self._total(left - right), self._total(right - left))

    def common(self, zh: Unit, en: Unit) -> list[Name]:
        """Return the names that two units share."""
        left = set().union(*(self._zh[number] for number in zh.statements))
        return [self.names[n] for n in sorted(left) if any(n in self._en[number] for number in en.statements)]

    def _total(self, names: Iterable[int]) -> float:
        return sum(self._weights[number] for number in names)


def _by_statement(side: Side, places: list[tuple[Span, ...]]) -> list[set[int]]:
    starts = [statement.span.start for statement in side.statements]
    found: list[set[int]] = [set() for _ in side.statements]
    for number, spans in enumerate(places):
        for span in spans:
            place = bisect_right(starts, span.start) - 1
            if place >= 0:
                found[place].add(number)
    return found
