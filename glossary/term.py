"""One concept and its names: the entry of a term base."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Lang


class Kind(StrEnum):
    """What an entry names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TITLE = "title"
    PLACE = "place"
    PRODUCT = "product"
    MEDIA = "media"
    IDIOM = "idiom"
    TERM = "term"


# What has a name of its own; the other kinds are words for a sort of thing.
NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT, Kind.MEDIA})


class Status(StrEnum):
    """How welcome a form is: the one to use, one that is right too, one to avoid."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a concept in one language."""

    text: str
    lang: Lang
    status: Status = Status.PREFERRED


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept.

    ``certain`` entries may raise errors; the others warn at most. ``verbatim`` entries (codes,
    brands: 42HOW, MINIEV) stay as they are in both languages. ``origin`` names the file or the
    built-in table the entry comes from, ``line`` its row there; ``user`` tells a file of the user,
    whose word is final, from a built-in table. A name that is also a common word (小米, millet) is
    meant only where one of the words in ``context`` stands in the article, and none of the words in
    ``vetoes`` is what it stands in (国航 in 各国航线). ``domain`` is the field the concept belongs to,
    ``reference`` says where the names are attested. ``created`` and ``changed`` are dates as
    ``glossary.timestamp`` writes them, or as the file has them where they cannot be read.
    """

    id: str
    terms: tuple[Term, ...]
    kind: Kind | None = None
    certain: bool = True
    verbatim: bool = False
    note: str = ""
    origin: str = ""
    line: int | None = None
    user: bool = True
    context: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    domain: str = ""
    definition: str = ""
    reference: str = ""
    created: str = ""
    changed: str = ""

    def forms(self, lang: Lang, *statuses: Status) -> tuple[str, ...]:
        """Return the forms of one language, in their order; those of the given statuses where any is given.

        >>> terms = (Term("周钘", "zh"), Term("Zhou Xin", "en"), Term("Zhou Jin", "en", Status.DEPRECATED))
        >>> Entry("1", terms).forms("en", Status.PREFERRED, Status.ADMITTED)
        ('Zhou Xin',)
        """
        return tuple(
            [
                term.text
                for term in self.terms
                if term.lang == lang and (not statuses or term.status in statuses)
            ]
        )

    def accepted(self, lang: Lang) -> tuple[str, ...]:
        """Return the forms of one language that are right: preferred and admitted."""
        return self.forms(lang, Status.PREFERRED, Status.ADMITTED)

    def preferred(self, lang: Lang) -> str:
        """Return the form to use in a language, or ``""`` where the entry has none."""
        admitted = ""
        for term in self.terms:
            if term.lang == lang and term.status is Status.PREFERRED:
                return term.text
            if term.lang == lang and term.status is Status.ADMITTED:
                admitted = admitted or term.text
        return admitted
