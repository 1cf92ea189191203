"""What is known about a Chinese name: the answer of ``align name``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.script import simplified
from glossary.fit import reads_as
from glossary.romanise import readings
from glossary.spelling import spellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.fit import Fit
    from glossary.romanise import NameReading
    from glossary.spelling import Spelling
    from glossary.surnames import Surname
    from glossary.term import Entry, Status


@dataclass(frozen=True, slots=True)
class GivenForm:
    """An English form that a glossary gives to a name, and how it fits the reading; the glossary is right."""

    text: str
    status: Status
    fit: Fit
    origin: str


@dataclass(frozen=True, slots=True)
class Part:
    """A surname or a character of a given name, its readings with the usual one first, and a note."""

    text: str
    readings: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NameReport:
    """A Chinese name: the forms of the glossary, the parts with their readings, and the accepted spellings.

    Without parts it is no Chinese name, as far as its characters tell.
    """

    name: str
    forms: tuple[GivenForm, ...]
    parts: tuple[Part, ...]
    spellings: tuple[Spelling, ...]


def describe(name: str, entries: Iterable[Entry] = ()) -> NameReport:
    """Return what is known about a Chinese name; ``entries`` are those that the term base has for it.

    >>> report = describe("单志强")
    >>> report.parts[0].readings, report.parts[0].note
    (('shan',), 'Shàn as a surname; dān ("single") as a word')
    >>> report.spellings[0].text
    'Shan Zhiqiang'
    """
    forms = tuple(
        GivenForm(term.text, term.status, reads_as(name, term.text), entry.origin)
        for entry in entries
        if simplified(name) in map(simplified, entry.forms("zh"))
        for term in entry.terms
        if term.lang == "en"
    )
    reading = readings(name)
    return NameReport(name, forms, _parts(reading) if reading else (), spellings(name))


def _parts(reading: NameReading) -> tuple[Part, ...]:
    heads = [_of_surname(surname) for surname in reading.parts]
    if not heads:
        heads = [Part(reading.surname, tuple(" ".join(item) for item in reading.surname_readings))]
    given = zip(reading.given, reading.given_readings, strict=True)
    return (*heads, *(Part(char, readings_of_char) for char, readings_of_char in given))


def _of_surname(surname: Surname) -> Part:
    return Part(surname.text, tuple(" ".join(item) for item in surname.readings), surname.note)
