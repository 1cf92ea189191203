"""The people that a glossary knows in an article, and what the translation has instead of their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from align.clues.chinese import Chinese
from align.clues.mention import Mention, NameMention
from align.clues.unknown_names import unknown_names
from align.clues.usage import whole_names
from align.finding import Severity
from corpus.span import covered
from glossary.misspelling import misspellings
from glossary.person import LEAST_SYLLABLES, Miss, neighbours_of, person_of
from glossary.pinyin_name import english_names
from glossary.window import exact_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from align.article import Article, Context, Pair
    from align.clues.chinese import ChineseText
    from corpus import Lang, Span
    from glossary.person import Person
    from glossary.pinyin_name import EnglishName, Gap
    from glossary.senses import Senses
    from glossary.term import Entry

    Found = Sequence[tuple[Person, Span]]

CLOSE = (Miss.NEAR, Miss.ORDER)


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands for a person's name without being it, and what may be promised of it."""

    person: Person
    tgt: Span
    src: Span | None
    miss: Miss
    severity: Severity = Severity.ERROR


class People:
    """Finds the people of the term base in an article, and the slips in their names."""

    def __init__(self, article: Article, context: Context) -> None:
        self._article = article
        self._context = context
        self._chinese = context.kept(Chinese, article)
        self._people: dict[Senses, Sequence[Person]] = {}
        self._explained: dict[str, bool] = {}
        self._neighbours: dict[str, Person | None] = {}
        self._closest: dict[str, Person | None] = {}

    def slips(self, number: int) -> Iterator[Slip]:
        """Return what stands in a pair's translation for names of the glossary without being one."""
        pair = self._article.pairs[number]
        here = self._people_in(pair.zh, "zh")
        if pair.bilingual and not here and not self._by_gap:
            return  # nobody is named whom anything could be meant for
        strangers = unknown_names(pair, self._context)
        distinct = {name.text: self._slip_here(number, here, name) for name in strangers}
        for name in strangers:
            slip = distinct[name.text] or self._slip_elsewhere(number, name)
            if slip is not None:
                yield replace(slip, tgt=name.span)
        for person, span in () if strangers else _distinct(here):
            if person.is_certainly_one and not self._is_named(pair, person):
                yield from self._misspelled(pair, person, span)

    def _people_in(self, text: str, lang: Lang) -> Found:
        places = self._context.senses(text, lang) if text else ()
        return [(person, span) for span, senses in places for person in self._people_of(senses)]

    def _people_of(self, senses: Senses) -> Sequence[Person]:
        people = self._people.get(senses)
        if people is None:
            people = [person for entry in senses.entries if (person := self._person(entry))]
            self._people[senses] = people
        return people

    def _person(self, entry: Entry) -> Person | None:
        return self._context.terms.kept(person_of, entry)

    def _is_named(self, pair: Pair, person: Person) -> bool:
        return person.entry.id in self._context.ids(pair.en, "en")

    def _misspelled(self, pair: Pair, person: Person, src: Span) -> Iterator[Slip]:
        """Return words that are a person's name but for a letter, where the source names the person."""
        known = whole_names(pair.en, self._context.senses(pair.en, "en"))
        for span in misspellings(person.form, pair.en):
            if not any(map(span.touches, known)):
                yield Slip(person, span, src, Miss.NEAR)

    def _slip_here(self, number: int, here: Found, name: EnglishName) -> Slip | None:
        """Return a name as a slip for a person whom the source of the pair names."""
        for person, span in _distinct(here):
            slip = self._slip_for(self._article.pairs[number], person, span, name)
            if slip is not None and not _is_explained(self._chinese.source(number), name, here):
                return slip
        return None

    def _slip_for(self, pair: Pair, person: Person, span: Span, name: EnglishName) -> Slip | None:
        miss = person.miss(name)
        if miss is None and any(exact_windows(span.of(pair.zh), name)):
            # 范明政 as Fan Mingzheng, where the glossary has Pham Minh Chinh; short names have namesakes
            long = len(span) >= LEAST_SYLLABLES
            return Slip(person, name.span, span, Miss.WIDE, Severity.ERROR if long else Severity.WARNING)
        if miss in (None, Miss.NONE) or (miss is Miss.WIDE and self._is_named(pair, person)):
            return None
        return Slip(person, name.span, span, miss, Severity.WARNING if miss is Miss.ORDER else Severity.ERROR)

    def _slip_elsewhere(self, number: int, name: EnglishName) -> Slip | None:
        """Return a name as a slip for a person whom the article, a reference or the glossary alone names."""
        pair = self._article.pairs[number]
        person = self._close(name)
        severity: Severity | None = Severity.INFO
        if person is not None:
            mention = NameMention.of(number, pair.en, name)
            severity = self._severity_elsewhere(mention, person, bilingual=pair.bilingual)
        elif not pair.bilingual:
            person = self._neighbour(name)
        if person is None or severity is None or self._is_explained_anywhere(name):
            return None
        return Slip(person, name.span, None, person.miss(name) or Miss.NEAR, severity)

    def _close(self, name: EnglishName) -> Person | None:
        """Return the person whom the article names most often of those whose name this one nearly is."""
        if not self._by_gap:
            return None
        if name.text not in self._closest:
            gaps = {gap for parse in name.parses for gap in parse.gaps}
            ranks = sorted({rank for gap in gaps for rank in self._by_gap.get(gap, ())})
            close = (self._named[rank] for rank in ranks if self._named[rank].miss(name) in CLOSE)
            self._closest[name.text] = next(close, None)
        return self._closest[name.text]

    @cached_property
    def _by_gap(self) -> Mapping[Gap, Set[int]]:
        """The ranks of the people named, by their names but for a syllable: who is close has the others."""
        found: defaultdict[Gap, set[int]] = defaultdict(set)
        for rank, person in enumerate(self._named):
            for parse in person.parses:
                for gap in parse.gaps:
                    found[gap].add(rank)
        return found

    def _severity_elsewhere(
        self, mention: NameMention, person: Person, *, bilingual: bool
    ) -> Severity | None:
        """Return what may be promised of a name close to a person's; None where it can well be another's."""
        named = self._mentions.get(person.entry.id, [])
        often = len(named) > self._times[mention.name.text]
        severity = Severity.ERROR if often and person.miss(mention.name) is Miss.NEAR else Severity.WARNING
        if bilingual:
            return severity
        if mention.beside_kin or mention.stands_beside(named):
            return None
        if not mention.introduced or mention.shares_topic(named):
            return severity
        return Severity.WARNING if person.entry.user else None

    def _neighbour(self, name: EnglishName) -> Person | None:
        """Return a person of the glossary whose name is one sound off, though nothing else speaks for it."""
        if name.text not in self._neighbours:
            forms = "\n".join(neighbours_of(name))
            found = (self._person(item.entry) for item in self._context.terms.find(forms, "en"))
            people = (person for person in found if person and person.miss(name) is Miss.NEAR)
            self._neighbours[name.text] = next(people, None)
        return self._neighbours[name.text]

    def _is_explained_anywhere(self, name: EnglishName) -> bool:
        if name.text not in self._explained:
            self._explained[name.text] = any(
                text.accepted(name) and _is_explained(text, name, self._people_in(text.text, "zh"))
                for text in self._chinese.texts
            )
        return self._explained[name.text]

    @cached_property
    def _named(self) -> Sequence[Person]:
        """The people whom the article or a reference names, those named most often first."""
        texts: list[tuple[str, Lang]] = [(item.text, "zh") for item in self._article.references]
        for pair in self._article.pairs:
            texts += (pair.zh, "zh"), (pair.en, "en")
        found = Counter(senses for text, lang in texts for senses in self._full_names(text, lang))
        people: dict[str, Person] = {}
        times: Counter[str] = Counter()
        for senses, often in found.items():
            for person in self._people_of(senses):
                people[person.entry.id] = person
                times[person.entry.id] += often
        return sorted(people.values(), key=lambda person: -times[person.entry.id])

    def _full_names(self, text: str, lang: Lang) -> Iterator[Senses]:
        """Return what names people in a text: of the built-in tables no mere surname, which many have."""
        for span, senses in self._context.senses(text, lang):
            if lang == "zh" or senses.user or " " in span.of(text):
                yield senses

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[Mention]]:
        """Where the translation has forms of the people's entries, by the id of the entry."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for number, pair in enumerate(self._article.pairs):
            for span, senses in self._context.senses(pair.en, "en"):
                mention = Mention(number, pair.en, span)
                for person in self._people_of(senses):
                    found[person.entry.id].append(mention)
        return found

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the translation has a name that can be read as pinyin."""
        return Counter(name.text for pair in self._article.pairs for name in english_names(pair.en))


def _distinct(found: Found) -> Found:
    """Return every person once, at the first place."""
    return list({person.entry.id: (person, span) for person, span in reversed(found)}.values())[::-1]


def _is_explained(source: ChineseText, name: EnglishName, people: Found) -> bool:
    """Tell whether a Chinese text has a name that reads so, besides those of the glossary's people."""
    known = covered(span for _, span in people)
    return any(
        not known.issuperset(range(window.span.start, window.span.end)) for window in source.accepted(name)
    )
