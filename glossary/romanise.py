"""How a Chinese name is read: where its surname ends, and the readings of every character."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.script import is_han
from glossary.reading import readings_of
from glossary.surnames import Surname, surname_at, surnames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.surnames import Reading

LIMIT_GIVEN = 2  # characters
LIMIT_NAME = 6  # 爱新觉罗 and two


@dataclass(frozen=True, slots=True)
class NameReading:
    """A Chinese name cut into surname and given name, with the readings of both as sets.

    ``surname_readings`` are readings of the whole surname, ``given_readings`` hold those of each
    character; the usual one is first, ü is ü. ``parts`` are the surnames of the table that make up the
    surname: two for a double surname (郑李淑芳), none where the table does not know it.
    """

    surname: str
    given: str
    surname_readings: tuple[Reading, ...]
    given_readings: tuple[tuple[str, ...], ...]
    parts: tuple[Surname, ...]

    @property
    def text(self) -> str:
        """The whole name."""
        return self.surname + self.given

    @property
    def usual_given(self) -> Reading:
        """The usual reading of the given name."""
        return tuple(readings[0] for readings in self.given_readings)


def readings(name: str) -> NameReading | None:
    """Return the likeliest cut of a Chinese name and its readings; None for what can be no Chinese name.

    >>> readings("欧阳娜娜").surname, readings("单志强").surname_readings, readings("埃隆·马斯克")
    ('欧阳', (('shan',),), None)
    """
    return next(iter(parses(name)), None)


@lru_cache(maxsize=1024)
def parses(name: str) -> tuple[NameReading, ...]:
    """Return every cut of a Chinese name, the likeliest first: compound surname, single, double, unknown.

    >>> [parse.surname for parse in parses("司马光")], [parse.surname for parse in parses("项司徒文良")]
    (['司马', '司'], ['项司徒'])
    """
    if not 2 <= len(name) <= LIMIT_NAME or not all(is_han(char) and readings_of(char) for char in name):
        return ()
    cuts = [(cut, given) for cut, given in _cuts(name) if 1 <= len(given) <= LIMIT_GIVEN]
    if not cuts and len(name) - 1 <= LIMIT_GIVEN:
        return (_of_unknown_surname(name),)
    return tuple(_parse(name, cut, given) for cut, given in cuts)


def _cuts(name: str) -> Iterator[tuple[tuple[Surname, ...], str]]:
    """Return the surnames at the beginning and what is left: the longest one, the first character, two."""
    longest = surname_at(name)
    if longest is None:
        return
    size = len(longest.text)
    yield (longest,), name[size:]
    single = surnames().get(name[0])
    if single is not None and size > 1:
        yield (single,), name[1:]
    second = surname_at(name, size)
    if second is not None and len(name) >= 4:
        yield (longest, second), name[size + len(second.text) :]


def _parse(name: str, parts: tuple[Surname, ...], given: str) -> NameReading:
    whole: tuple[Reading, ...] = ((),)
    for part in parts:
        whole = tuple(head + reading for head in whole for reading in part.readings)
    return NameReading(
        name.removesuffix(given), given, whole, tuple(readings_of(char) for char in given), parts
    )


def _of_unknown_surname(name: str) -> NameReading:
    surname_readings = tuple((reading,) for reading in readings_of(name[0]))
    return NameReading(name[0], name[1:], surname_readings, tuple(map(readings_of, name[1:])), ())
