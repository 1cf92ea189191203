"""Whether an English name is a spelling of a Chinese one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.lookalikes import is_english_given
from glossary.romanise import parses
from glossary.spelling import System
from glossary.surnames import key_of, spelled_key
from glossary.syllables import cuts, likeness, near
from glossary.wade_giles import wade_giles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.romanise import NameReading
    from glossary.surnames import Reading

LEAST_LIKENESS = 0.6  # of a near miss, measured; one syllable at least is the same
LIMIT_TURNED = 2  # names of two syllables have one in the given name
_WORDS = lazy(r"[^\W\d_]+(?:['’ʼ‐‑-][^\W\d_]+)*\.?(?:-[A-Z]\.)?")
_PINYIN_ONLY = lazy("[qx]|zh")
_INITIALS = lazy(r"[A-Z]\.?(?:-?[A-Z]\.)*|[A-Z]{2}")


class Closeness(StrEnum):
    """How an English name stands to a Chinese one."""

    ACCEPTED = "accepted"
    NEAR = "near"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Difference:
    """A syllable that differs: the Chinese character, its usual reading, and what the English has instead."""

    char: str
    reading: str
    written: str

    @property
    def step(self) -> str:
        """How far apart the two are: ``one letter or sound``, or ``another syllable``."""
        return (
            "one letter or sound"
            if near(self.reading.replace("ü", "u"), self.written)
            else "another syllable"
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """How an English name fits a Chinese one.

    ``likeness`` is between 0 and 1; ``system`` is how an accepted name is spelled, and
    ``differences`` are the syllables in which a near miss differs.
    """

    closeness: Closeness
    likeness: float
    system: System | None = None
    differences: tuple[Difference, ...] = ()


UNRELATED = Fit(Closeness.UNRELATED, 0.0)


@lru_cache(maxsize=4096)
def reads_as(zh: str, en: str) -> Fit:
    """Tell whether an English name is an accepted spelling of a Chinese one, a near miss, or unrelated.

    >>> reads_as("周晓明", "Xiao-ming ZHOU").closeness.value, reads_as("陈大文", "Chan Tai Man").system.value
    ('accepted', 'Cantonese')
    >>> reads_as("仇文涛", "Chou Wentao").differences
    (Difference(char='仇', reading='qiu', written='chou'),)
    """
    words = tuple(match[0] for match in _WORDS.finditer(en))
    near_misses = [UNRELATED]
    for parse in parses(zh):
        for surname, given in _orders(words):
            system = _system(parse, surname, given)
            if system is not None:
                return Fit(Closeness.ACCEPTED, 1.0, system)
            near_misses.append(_near_miss(parse, surname, given))
    return max(near_misses, key=lambda fit: fit.likeness)


def _orders(words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Return words as surname and given name: surname first, then last; of one word, then of two."""
    for size in range(1, min(2, len(words) - 1) + 1):
        yield words[:size], words[size:]
        yield words[-size:], words[:-size]


def _system(parse: NameReading, surname: Sequence[str], given: Sequence[str]) -> System | None:
    pinyin_surname = any(key_of(reading) in _readings(surname) for reading in parse.surname_readings)
    if pinyin_surname and _reads_given(parse, given):
        return System.PINYIN
    if pinyin_surname and _abbreviates(parse, given):
        return System.INITIALS
    return _system_elsewhere(parse, spelled_key("".join(surname)), given)


def _system_elsewhere(parse: NameReading, surname: str, given: Sequence[str]) -> System | None:
    """Return the system other than pinyin; in all of them but Wade-Giles the given name is free.

    Free but for letters that only pinyin has: then it must read right.
    """
    wade = {spelled_key("".join(map(wade_giles, reading))) for reading in parse.surname_readings}
    if surname in wade and spelled_key("".join(given)) in _wade_given(parse):
        return System.WADE_GILES
    if surname in {"".join(key_of(reading)) for reading in parse.surname_readings}:
        foreign = any(not cuts(word) or is_english_given(word) for word in given)
        return System.OVERSEAS if foreign else None
    if _PINYIN_ONLY.search(" ".join(given).lower()) and not _reads_given(parse, given):
        return None
    if any(surname in map(spelled_key, part.cantonese) for part in parse.parts):
        return System.CANTONESE
    known = any(surname in map(spelled_key, part.overseas) for part in parse.parts)
    return System.OVERSEAS if known or surname in wade else None


def _readings(words: Sequence[str]) -> set[Reading]:
    """Return the syllables that words together can be cut into."""
    return {sum(choice, ()) for choice in product(*map(cuts, words))}


def _reads_given(parse: NameReading, given: Sequence[str]) -> bool:
    sets = [set(key_of(readings)) for readings in parse.given_readings]
    return any(
        len(reading) == len(sets) and all(key in keys for key, keys in zip(reading, sets, strict=True))
        for reading in _readings(given)
    )


def _abbreviates(parse: NameReading, given: Sequence[str]) -> bool:
    if not all(_INITIALS.fullmatch(word) for word in given):
        return False
    letters = [char.lower() for char in "".join(given) if char.isalpha()]
    choices = [{reading[0] for reading in readings} for readings in parse.given_readings]
    return len(letters) in (1, len(choices)) and all(map(set.__contains__, choices, letters))


def _wade_given(parse: NameReading) -> set[str]:
    return {spelled_key("".join(map(wade_giles, given))) for given in product(*parse.given_readings)}


def _near_miss(parse: NameReading, surname: Sequence[str], given: Sequence[str]) -> Fit:
    """Return how well words in pinyin fit a name syllable by syllable."""
    size = len(parse.surname_readings[0])
    best = UNRELATED
    for keys in _readings((*surname, *given)):
        if len(keys) == len(parse.text) and keys[:size] in _readings(surname):
            for reading in parse.surname_readings:
                fit = _compare(parse, reading, keys)
                best = max(best, fit, key=lambda fit: fit.likeness)
    return best


def _compare(parse: NameReading, surname: Reading, keys: Reading) -> Fit:
    """Return how well syllables fit; a near miss has one right, or turns the given name round."""
    sets = [*((syllable,) for syllable in surname), *parse.given_readings]
    scores = [_score(key, readings) for key, readings in zip(keys, sets, strict=True)]
    usual = any(key == readings[0].replace("ü", "u") for key, readings in zip(keys, sets, strict=True))
    mean = sum(scores) / len(scores)
    if keys != _turned(keys) and all(
        _score(key, part) == 1 for key, part in zip(_turned(keys), sets, strict=True)
    ):
        mean = max(mean, LEAST_LIKENESS)
    if mean < LEAST_LIKENESS or not usual:
        return Fit(Closeness.UNRELATED, mean)
    wrong = tuple(
        Difference(char, readings[0], key)
        for char, readings, key, score in zip(parse.text, sets, keys, scores, strict=True)
        if score < 1
    )
    return Fit(Closeness.NEAR, mean, differences=wrong)


def _score(key: str, readings: Sequence[str]) -> float:
    return max(likeness(key, reading.replace("ü", "u")) for reading in readings)


def _turned(keys: Reading) -> Reading:
    """Return a name with the two syllables of its given name in the other order."""
    return (*keys[:-2], keys[-1], keys[-2]) if len(keys) > LIMIT_TURNED else keys
