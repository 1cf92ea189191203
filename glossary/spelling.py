"""Every accepted way to spell a Chinese name in English, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import TYPE_CHECKING

from glossary.romanise import parses
from glossary.wade_giles import wade_giles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.romanise import NameReading
    from glossary.surnames import Reading

LIMIT_RARER = 6  # spellings of rarer readings that are worth listing


class System(StrEnum):
    """A way to spell Chinese in Latin letters."""

    PINYIN = "pinyin"
    INITIALS = "initials"
    WADE_GILES = "Wade-Giles"
    CANTONESE = "Cantonese"
    OVERSEAS = "overseas"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling, its system, and why it is accepted; ``…`` stands for a given name spelled freely."""

    text: str
    system: System
    why: str


def spellings(name: str) -> tuple[Spelling, ...]:
    """Return the accepted spellings of a Chinese name, the best first; none for what is no Chinese name.

    >>> [spelling.text for spelling in spellings("吕平")][:4]
    ['Lü Ping', 'LÜ Ping', 'Lyu Ping', 'Lu Ping']
    """
    found: dict[str, Spelling] = {}
    for parse in parses(name)[:1]:
        usual = parse.surname_readings[0], parse.usual_given
        for spelling in (*_pinyin(parse, usual), *_rarer(parse), *_elsewhere(parse)):
            found.setdefault(spelling.text, spelling)
    return tuple(found.values())


def joined(syllables: Sequence[str]) -> str:
    """Return syllables as one capitalised word, with an apostrophe before a, e and o inside it.

    >>> joined(("chang", "e")), joined(("xiao", "ming"))
    ("Chang'e", 'Xiaoming')
    """
    rest = ("'" + syllable if syllable[0] in "aeo" else syllable for syllable in syllables[1:])
    return "".join((syllables[0], *rest)).capitalize()


def _surname(parse: NameReading, reading: Reading) -> str:
    if len(parse.parts) < 2:
        return joined(reading)
    size = len(parse.parts[0].text)
    return f"{joined(reading[:size])}-{joined(reading[size:])}"


def _pinyin(parse: NameReading, usual: tuple[Reading, Reading]) -> Iterator[Spelling]:
    surname, given = _surname(parse, usual[0]), joined(usual[1])
    yield _spelled(f"{surname} {given}", "GB/T 28039: surname first, given name joined")
    yield _spelled(f"{surname.upper()} {given}", "GB/T 28039: the surname in capitals, as in indexes")
    yield from _umlauts(surname, given)
    if "'" in surname + given:
        yield _spelled(
            f"{surname} {given}".replace("'", ""), "the apostrophe is often dropped, as in passports"
        )
    if len(usual[1]) > 1:
        hyphenated = "-".join(usual[1]).capitalize()
        yield _spelled(f"{surname} {hyphenated}", "newspapers: hyphenated given name")
        yield _spelled(f"{surname} {hyphenated.title()}", "newspapers: hyphenated given name")
        yield _spelled(f"{surname} {' '.join(usual[1]).title()}", "older style: every syllable apart")
    yield _spelled(f"{given} {surname}", "Western order, as scholars and emigrants use")
    yield from _initials(surname, usual[1])


def _spelled(text: str, why: str) -> Spelling:
    return Spelling(text, System.PINYIN, why)


def _umlauts(surname: str, given: str) -> Iterator[Spelling]:
    whole = f"{surname} {given}"
    if "ü" in whole:
        yield _spelled(whole.replace("ü", "yu").replace("yue", "ue"), "passports since 2012: ü as YU")
        yield _spelled(whole.replace("ü", "u"), "the dots are often dropped")
        yield _spelled(whole.replace("ü", "v"), "ü typed as v")


def _initials(surname: str, given: Reading) -> Iterator[Spelling]:
    first = [syllable[0].upper() for syllable in given]
    dotted = ". ".join(first) + "."
    for text in (
        f"{surname} {dotted}",
        f"{dotted} {surname}",
        f"{''.join(f'{char}.' for char in first)} {surname}",
    ):
        yield Spelling(text, System.INITIALS, "GB/T 28039: given name abbreviated")


def _rarer(parse: NameReading) -> Iterator[Spelling]:
    """Return the standard spelling of the rarer readings, those of the surname first."""
    given_choices = [parse.usual_given, *product(*parse.given_readings)]
    choices = ((surname, given) for given in given_choices for surname in parse.surname_readings)
    for surname, given in islice(dict.fromkeys(choices), 1, 1 + LIMIT_RARER):
        yield _spelled(f"{_surname(parse, surname)} {joined(given)}", "a rarer reading")


def _elsewhere(parse: NameReading) -> Iterator[Spelling]:
    surname = "-".join(map(wade_giles, parse.surname_readings[0])).capitalize()
    given = "-".join(map(wade_giles, parse.usual_given)).capitalize()
    why = "Taiwan and older books; the apostrophe is often dropped"
    for text in (f"{surname} {given}", f"{surname} {given}".replace("'", "")):
        yield Spelling(text, System.WADE_GILES, why)
    for part in parse.parts[:1]:
        for text in part.cantonese:
            yield Spelling(
                f"{text} …", System.CANTONESE, "Hong Kong and Macau; the given name is spelled freely"
            )
        for text in part.overseas:
            yield Spelling(
                f"{text} …", System.OVERSEAS, "Taiwan, South-East Asia and elsewhere; given name free"
            )
