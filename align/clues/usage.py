"""How the terms of a source are used in its translation."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from corpus.span import blanked
from glossary.match import holds
from glossary.nearmiss import (
    NearMiss,
    abbreviates,
    is_inflected,
    is_name,
    near_miss,
    reworded,
    share_of_words,
)
from glossary.term import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.article import Context, Pair
    from corpus import Lang, Span
    from glossary.senses import Places
    from glossary.term import Entry

_START = attrgetter("span.start")
LEAST_CHARS = 2  # a single Chinese character is part of a word more often than a term
LEAST_NAME_CHARS = 3
LEAST_PAIRS = 3  # in less than that a name may well be left out


@dataclass(frozen=True, slots=True)
class Usage:
    """A term of the source and the entries that it may stand for.

    ``forms`` are those that are right in the translation, the one to use first.
    """

    span: Span
    text: str
    entries: tuple[Entry, ...]
    into: Lang
    forms: tuple[str, ...]

    @classmethod
    def of(cls, span: Span, text: str, entries: tuple[Entry, ...], into: Lang) -> Usage:
        """Return the term that a stretch of a source is."""
        if len(entries) == 1:
            forms = entries[0].accepted(into)
        else:
            forms = tuple([form for entry in entries for form in entry.accepted(into)])
        return cls(span, text, entries, into, tuple(dict.fromkeys(forms)))

    @property
    def certain(self) -> bool:
        """Whether every entry is."""
        return all(entry.certain for entry in self.entries)

    @property
    def is_person(self) -> bool:
        """Whether it names a person, whose misspelt name the rules for names report."""
        return any(is_person(entry) for entry in self.entries)

    def begins(self, word: str) -> bool:
        """Tell whether a word begins with a right form, as Leninism does with Lenin."""
        return word.lower().startswith(tuple(form.lower() for form in self.forms if form.isalpha()))

    def is_followed(self, translation: str, found: Places) -> bool:
        """Tell whether a translation has one of the forms, or one to avoid, which is another matter.

        Args:
            translation: The text.
            found: Where terms are found in it; a form may also be part of one of these.
        """
        ids = {entry.id for entry in self.entries}
        if any(not ids.isdisjoint(senses.ids) for _, senses in found):
            return True
        known = (form for entry in self.entries for form in entry.forms(self.into))
        return any(holds(translation, form, self.into) for form in known) or any(
            is_inflected(form, translation) for form in self.forms if not is_name(form)
        )


def has_user_terms(pair: Pair, context: Context) -> bool:
    """Tell whether one side of a pair has a term of the user's glossaries."""
    sides = (pair.tgt, pair.tgt_lang), (pair.src, pair.src_lang)
    return any(senses.user for side in sides for _, senses in context.senses(*side))


def usages(pair: Pair, context: Context) -> Iterator[Usage]:
    """Return the terms of the user's glossaries in the source of a pair, each once."""
    seen = set()
    for span, senses in context.senses(pair.src, pair.src_lang):
        if not senses.user:
            continue
        entries = tuple(entry for entry in senses.entries if entry.user and not entry.verbatim)
        usage = Usage.of(span, span.of(pair.src), entries, pair.tgt_lang)
        if usage.forms and usage.text not in seen and len(usage.text) >= LEAST_CHARS:
            seen.add(usage.text)
            yield usage


def whole_names(text: str, found: Places) -> list[Span]:
    """Return where a text has names that account for the name of a person: of the built-in ones, longer ones.

    A surname that is known alone (Lin, of somebody famous) does not make another Lin known.
    """
    return [span for span, senses in found if senses.user or " " in span.of(text)]


def is_person(entry: Entry) -> bool:
    """Tell whether an entry names a person: its kind says so, or else both its forms read as a name."""
    from glossary.person import person_of

    if entry.kind is not None:
        return entry.kind is Kind.PERSON
    person = person_of(entry)
    return person is not None and bool(person.parses)


def rival(usage: Usage, pair: Pair, context: Context) -> NearMiss | None:
    """Return what stands in a translation instead of a term; None where another term explains it."""
    in_source = context.ids(pair.src, pair.src_lang)
    for form in usage.forms:
        near = near_miss(form, pair.tgt)
        if near is None:
            continue
        others = context.senses(pair.tgt, pair.tgt_lang)
        if not any(
            span.touches(near.span) and not senses.ids.isdisjoint(in_source) for span, senses in others
        ):
            return near
    return None


def reworded_name(usage: Usage, pair: Pair, context: Context) -> NearMiss | None:
    """Return a name that stands in a translation with half of the words of a term's, and is no other's."""
    in_source = context.ids(pair.src, pair.src_lang)
    places = context.senses(pair.tgt, pair.tgt_lang)
    others = (span for span, senses in places if not senses.ids.isdisjoint(in_source))
    rest = blanked(pair.tgt, others, "/")
    found = (reworded(form, rest) for form in usage.forms)
    return next((near for near in found if near is not None), None)


def is_nowhere(usage: Usage, pair: Pair, context: Context) -> bool:
    """Tell whether a name is not in the whole translation, and this is the first pair that should have it.

    Names alone, since a term may be put freely; and not where an acronym stands for the name, or
    half of its words do.
    """
    pairs = context.article.pairs
    if len(pairs) < LEAST_PAIRS or len(usage.text) < LEAST_NAME_CHARS or not all(map(is_name, usage.forms)):
        return False
    if next((other for other in pairs if usage.text in other.src), pair) is not pair:
        return False
    if any(abbreviates(form, pair.tgt) or share_of_words(form, pair.tgt) >= 1 / 2 for form in usage.forms):
        return False
    return not stands_in_article(usage.forms, pair.tgt_lang, context)


def stands_in_article(forms: Iterable[str], lang: Lang, context: Context) -> bool:
    """Tell whether one of some forms of the glossary is anywhere in the translation."""
    found = context.found_in_translation(lang)
    return any(holds(found, form, lang) for form in forms)


def is_misnamed(usage: Usage, translation: str) -> bool:
    """Tell whether a translation has a name that reads like a person's, so that it is not left out."""
    from glossary.fit import Closeness, reads_as
    from glossary.pinyin_name import english_names

    names = {entry.preferred("zh") for entry in usage.entries}
    written = {name.text for name in english_names(translation)}
    return any(reads_as(zh, en).closeness is not Closeness.UNRELATED for zh in names for en in written)


def is_right_form(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch of a translation is the right form of some name."""
    places = context.senses(pair.tgt, pair.tgt_lang)
    return any(senses.right and span.touches(other) for other, senses in places)
