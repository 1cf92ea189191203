"""Chinese surnames: how each is read, and how it is spelled outside the mainland."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from glossary.data import table_text
from glossary.reading import chars_by_key
from glossary.syllables import SYLLABLES, letters_of
from glossary.wade_giles import wade_giles

if TYPE_CHECKING:
    from collections.abc import Mapping

Reading = tuple[str, ...]  # a syllable a character, ü as ü
LIMIT_SURNAME = 4  # 爱新觉罗


@dataclass(frozen=True)
class Surname:
    """A surname of one character or more.

    ``readings`` are those it has as a surname, the usual one first; the dictionary often has others
    (单 is dān, but Shàn as a surname). ``cantonese`` are the spellings of Hong Kong and Macau,
    ``overseas`` those of Taiwan, Singapore, Malaysia and elsewhere that are not Wade-Giles.
    """

    text: str
    traditional: tuple[str, ...]
    readings: tuple[Reading, ...]
    cantonese: tuple[str, ...]
    overseas: tuple[str, ...]
    note: str

    @cached_property
    def keys(self) -> frozenset[Reading]:
        """The readings with ü as u."""
        return frozenset(key_of(reading) for reading in self.readings)

    @property
    def wade_giles(self) -> str:
        """The Wade-Giles spelling of the usual reading; a compound surname has a hyphen (Ou-yang)."""
        return "-".join(wade_giles(syllable) for syllable in self.readings[0]).capitalize()


def key_of(reading: Reading) -> Reading:
    """Return a reading with ü as u, to compare with an English spelling."""
    return tuple(syllable.replace("ü", "u") for syllable in reading)


@cache
def surnames() -> Mapping[str, Surname]:
    """Return the table of surnames, under their simplified and their traditional forms.

    >>> surnames()["單"].readings, surnames()["欧阳"].cantonese[0]
    ((('shan',),), 'Au Yeung')
    """
    lines = table_text("surnames.csv").splitlines()
    table: dict[str, Surname] = {}
    for text, traditional, readings, cantonese, overseas, note in list(csv.reader(lines))[1:]:
        surname = Surname(
            text,
            _several(traditional),
            tuple(tuple(reading.split()) for reading in _several(readings)),
            _several(cantonese),
            _several(overseas),
            note,
        )
        for form in (surname.text, *surname.traditional):
            table.setdefault(form, surname)
    return table


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def surname_at(text: str, start: int = 0) -> Surname | None:
    """Return the longest surname that stands at a place of a Chinese text.

    >>> surname_at("欧阳修").text, surname_at("的确")
    ('欧阳', None)
    """
    table = surnames()
    if text[start : start + 1] not in _first_chars():
        return None
    for size in range(LIMIT_SURNAME, 0, -1):
        found = table.get(text[start : start + size])
        if found is not None and start + size <= len(text):
            return found
    return None


@cache
def _first_chars() -> frozenset[str]:
    return frozenset(surname[0] for surname in surnames())


@cache
def surname_keys() -> frozenset[Reading]:
    """Return every reading of every surname, with ü as u."""
    return frozenset(key for surname in surnames().values() for key in surname.keys)


@cache
def possible_surname_keys() -> frozenset[Reading]:
    """Return what can be written for a surname: its readings, those it has as a word, and Wade-Giles.

    The latter two are how surnames go wrong: 曾 becomes Ceng, and 周 Chou.
    """
    single = [surname for surname in surnames().values() if len(surname.text) == 1]
    chars = frozenset(surname.text for surname in single)
    misread = {(key,) for key, others in chars_by_key().items() if not chars.isdisjoint(others)}
    wade = {(spelled_key(surname.wade_giles),) for surname in single}
    return surname_keys() | misread | {key for key in wade if key[0] in SYLLABLES}


@cache
def spelled_surnames() -> Mapping[str, frozenset[str]]:
    """Return the surnames that each spelling outside pinyin stands for, by its letters alone.

    >>> sorted(spelled_surnames()["auyeung"])
    ['欧阳']
    """
    table: dict[str, set[str]] = {}
    for surname in surnames().values():
        for spelling in (*surname.cantonese, *surname.overseas, surname.wade_giles):
            table.setdefault(spelled_key(spelling), set()).add(surname.text)
    return {spelling: frozenset(found) for spelling, found in table.items()}


def spelled_key(spelling: str) -> str:
    """Return the letters of a spelling alone: Au-Yeung and Au Yeung are auyeung, Ts'ai is tsai."""
    return "".join(char for char in letters_of(spelling) if char.isalpha())
