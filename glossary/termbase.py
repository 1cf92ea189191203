"""The term base: entries in layers, and where they occur in a text."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from corpus import Span
from corpus.script import has_han, simplified
from glossary.index import Index
from glossary.match import Shape, View, bare, capitals, level, views, without_article
from glossary.senses import Senses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from corpus import Lang
    from glossary.senses import Places
    from glossary.term import Entry, Term

LANGS: tuple[Lang, ...] = ("zh", "en")
_STRETCH = itemgetter(0, 1)
Value = TypeVar("Value")


class Occurrence(NamedTuple):
    """A term found in a text; a tuple, since there are many."""

    entry: Entry
    term: Term
    span: Span

    def is_inside(self, words: Iterable[str], text: str) -> bool:
        """Tell whether the term stands in the text as a part of one of some words.

        >>> from glossary.table import entries_of_rows
        >>> (found,) = TermBase.of(entries_of_rows([("国航", "Air China")])).find("各国航线", "zh")
        >>> found.is_inside(["各国航"], "各国航线"), found.is_inside(["外国航"], "各国航线")
        (True, False)
        """
        form, start = self.span.of(text), self.span.start
        for word in words:
            place = word.find(form)
            while 0 <= place <= start:
                if text.startswith(word, start - place):
                    return True
                place = word.find(form, place + 1)
        return False


class Layer(Protocol):
    """The entries of one origin, ready to be searched."""

    @property
    def indexes(self) -> Mapping[Lang, Index]:
        """The index of each language."""

    def entry(self, number: int) -> Entry:
        """Return an entry by its number."""


class EntryLayer:
    """A layer of entries held in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self.indexes: Mapping[Lang, Index] = {lang: Index.of(self._entries, lang) for lang in LANGS}

    def entry(self, number: int) -> Entry:
        """Return an entry by its number."""
        return self._entries[number]


class TermBase:
    """Entries in layers: an entry is hidden where a layer before its own has one of its Chinese forms.

    So the user's word is final: the glossaries of the user come first, the nearest before the
    others, and the built-in tables last.
    """

    def __init__(self, layers: Iterable[Layer] = ()) -> None:
        self._layers = tuple(layers)
        self._visible: list[dict[int, Entry | None]] = [{} for _ in self._layers]
        self._kept: dict[tuple[object, int], tuple[Any, Entry]] = {}
        self._known: dict[tuple[int, Lang, int], tuple[tuple[Entry, Term, Shape], ...]] = {}
        self._fitting: dict[tuple[str, Lang, tuple[tuple[int, int], ...]], Senses | None] = {}

    @classmethod
    def of(cls, *layers: Iterable[Entry]) -> TermBase:
        """Return the term base of some entries, those that win first.

        >>> from glossary.table import entries_of_rows
        >>> terms = TermBase.of(entries_of_rows([("小米", "Xiaomi")]), entries_of_rows([("小米", "millet")]))
        >>> [item.term.text for item in terms.find("Xiaomi's millet", "en")]
        ['Xiaomi']
        """
        return cls(EntryLayer(entries) for entries in layers)

    @classmethod
    def empty(cls) -> TermBase:
        """Return the term base that knows nothing."""
        return cls()

    def find(self, text: str, lang: Lang) -> tuple[Occurrence, ...]:
        """Return where terms occur in a text, leftmost-longest and in order.

        A term is found in simplified and traditional characters; in English with its capitals as
        the form demands (a short or common word must have them), with a hyphen, a blank or nothing
        between its parts, in singular and plural, before a possessive. The span holds neither the
        possessive nor a plural ``s`` or ``es`` that the form has not. Where several entries have
        the same form, there is an occurrence for each, all with the same span.
        """
        return occurrences_of(self.senses(text, lang))

    def senses(self, text: str, lang: Lang) -> Places:
        """Return the same by place: where terms occur, and the senses that each place may have."""
        candidates = self._candidates(text, lang)
        if not candidates:
            return ()
        found: list[tuple[Span, Senses]] = []
        last = 0
        for (start, minus_end), same in groupby(sorted(candidates), key=_STRETCH):
            if start < last:
                continue
            end = -minus_end
            place = text[start:end], lang, tuple([candidate[2:] for candidate in same])
            if place in self._fitting:
                fitting = self._fitting[place]
            else:
                fitting = self._fitting[place] = self._fitted(*place)
            if fitting:
                last = end
                found.append((Span(start, end), fitting))
        return tuple(found)

    def kept(self, compute: Callable[[Entry], Value], entry: Entry) -> Value:
        """Return ``compute(entry)``, worked out once for an entry of this term base."""
        place = (compute, id(entry))  # the entries live as long as the term base, and to hash one is slow
        if place not in self._kept:
            self._kept[place] = compute(entry), entry
        kept: Value = self._kept[place][0]
        return kept

    def lookup(self, term: str) -> tuple[Entry, ...]:
        """Return the entries that have a term as one of their forms in either language.

        Case, blanks, hyphens, number and traditional characters are tolerated as in a text, and
        capitals need not be right.

        >>> from glossary.table import entries_of_rows
        >>> terms = TermBase.of(entries_of_rows([("上汽通用五菱", "SAIC-GM-Wuling")]))
        >>> [entry.preferred("zh") for entry in terms.lookup("saic gm wuling")]
        ['上汽通用五菱']
        """
        term = without_article(term.strip())
        whole = bare(level(term))
        found = {}
        for lang in LANGS if has_han(term) else reversed(LANGS):
            found_in = self._candidates(term, lang) | self._candidates(capitals(term), lang)
            for start, minus_end, rank, pattern in sorted(found_in):
                if bare(level(term[start:-minus_end])) == whole:
                    entries = (self._entry(rank, number) for number, _ in self._terms(rank, lang, pattern))
                    found.update({id(entry): entry for entry in entries if entry})
        return tuple(found.values())

    def _candidates(self, text: str, lang: Lang) -> set[tuple[int, int, int, int]]:
        """Return start, negative end, rank of the layer and pattern, so that they sort as they are taken."""
        return {
            (start, -end, rank, pattern)
            for view in views(text, lang)
            for rank, layer in enumerate(self._layers)
            for start, end, pattern in layer.indexes[lang].search(view)
        }

    def _fitted(self, written: str, lang: Lang, forms: Iterable[tuple[int, int]]) -> Senses | None:
        """Return each entry that has one of some forms with these capitals and blanks, with the form."""
        view = View(written)
        fitting: dict[int, tuple[Entry, list[Term]]] = {}
        for rank, form in forms:
            for entry, term, shape in self._forms(rank, lang, form):
                if shape.fits(view, 0, len(written)):
                    fitting.setdefault(id(entry), (entry, []))[1].append(term)
        if not fitting:
            return None
        return Senses.of((entry, _as_written(terms, written)) for entry, terms in fitting.values())

    def _forms(self, rank: int, lang: Lang, pattern: int) -> tuple[tuple[Entry, Term, Shape], ...]:
        """Return what a pattern stands for, without what a layer before hides."""
        known = self._known.get((rank, lang, pattern))
        if known is None:
            entries = (
                (self._entry(rank, number), place) for number, place in self._terms(rank, lang, pattern)
            )
            known = tuple(
                (entry, entry.terms[place], Shape.of(entry.terms[place].text))
                for entry, place in entries
                if entry
            )
            self._known[rank, lang, pattern] = known
        return known

    def _terms(self, rank: int, lang: Lang, pattern: int) -> Iterator[tuple[int, int]]:
        return self._layers[rank].indexes[lang].terms(pattern)

    def _entry(self, rank: int, number: int) -> Entry | None:
        """Return an entry of a layer; None where a layer before hides it."""
        known = self._visible[rank]
        if number not in known:
            entry = self._layers[rank].entry(number)
            known[number] = None if self._is_hidden(entry, rank) else entry
        return known[number]

    def _is_hidden(self, entry: Entry, rank: int) -> bool:
        return any(
            layer.indexes["zh"].has(text)
            for form in (entry.forms("zh") if rank else ())
            for text in {form, simplified(form)}
            for layer in self._layers[:rank]
        )


def occurrences_of(places: Places) -> tuple[Occurrence, ...]:
    """Return an occurrence for each sense of each place."""
    return tuple([Occurrence(entry, term, span) for span, senses in places for entry, term in senses.items])


def _as_written(terms: Sequence[Term], written: str) -> Term:
    """Return the term that is written so, or else the first."""
    return next((term for term in terms if term.text == written), terms[0])
