"""The people of a glossary: which entries name one, and how an English name misses the one they give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.pinyin_name import LIMIT_WORDS, parse_name
from glossary.spelling import joined
from glossary.surnames import surname_at
from glossary.syllables import likeness, near, neighbours
from glossary.term import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.pinyin_name import EnglishName, PinyinName
    from glossary.term import Entry

ACCEPTED = (Status.PREFERRED, Status.ADMITTED)
LENGTHS = range(2, 5)  # characters of a Chinese name
LEAST_LIKENESS = 0.6  # as in glossary.fit
LEAST_SYLLABLES = 3
LEAST_LIKENESS_APART = 0.75  # where neither surname nor given name is the same


class Miss(StrEnum):
    """How an English name misses a form: one sound or letter of it, its order, or more."""

    NONE = "none"
    NEAR = "near"
    ORDER = "order"
    WIDE = "wide"


_ORDER = tuple(Miss)


@dataclass(frozen=True, slots=True)
class Person:
    """An entry that names a person, and the ways to read its English forms."""

    entry: Entry
    parses: tuple[PinyinName, ...]

    @property
    def name(self) -> str:
        """The Chinese name."""
        return self.entry.preferred("zh")

    @property
    def form(self) -> str:
        """The English form to use."""
        return self.entry.preferred("en")

    @property
    def is_certainly_one(self) -> bool:
        """Whether the glossary says that it is a person, or the English can be read as a Chinese name."""
        return bool(self.parses) or self.entry.kind is Kind.PERSON

    def miss(self, name: EnglishName) -> Miss | None:
        """Return how a name misses the person's; ``NONE`` where it is theirs, None where it is unrelated."""
        found = [_miss(parse, form) for parse in name.parses for form in self.parses]
        return min((miss for miss in found if miss), key=_ORDER.index, default=None)


def person_of(entry: Entry) -> Person | None:
    """Return an entry as a person; None where it names something else.

    Without a kind, an entry is a person's where its Chinese begins with a surname and is as long as a
    name, and its English has the capitals of one.
    """
    if entry.kind is not Kind.PERSON and (entry.kind or not any(map(_is_name, entry.forms("zh")))):
        return None
    parses = tuple(dict.fromkeys(_parses(entry)))
    is_one = entry.kind or parses or _has_capitals(entry.preferred("en"))
    return Person(entry, parses) if is_one else None


def _is_name(form: str) -> bool:
    return len(form) in LENGTHS and surname_at(form) is not None


def _has_capitals(form: str) -> bool:
    words = form.split()
    return 2 <= len(words) <= LIMIT_WORDS and all(word[0].isupper() for word in words)


def _parses(entry: Entry) -> Iterator[PinyinName]:
    """Return how the English forms are read; of several ways those with the Chinese surname."""
    surnames = [surname_at(form) for form in entry.forms("zh")]
    keys = frozenset(key for surname in surnames if surname for key in surname.keys)
    for form in entry.forms("en", *ACCEPTED):
        parses = parse_name(tuple(form.split()))
        yield from [parse for parse in parses if parse.surname in keys] or parses


def _miss(name: PinyinName, form: PinyinName) -> Miss | None:
    """Return how one reading of a name misses one of a form; whatever is a miss shares a syllable with it."""
    if set(name.keys).isdisjoint(form.keys):
        return None
    if name.keys == form.keys:
        return Miss.NONE if name.given_first == form.given_first else Miss.ORDER
    if len(name.keys) != len(form.keys):
        return Miss.WIDE if name.surname == form.surname and set(name.given) & set(form.given) else None
    wrong = [(key, other) for key, other in zip(name.keys, form.keys, strict=True) if key != other]
    if len(wrong) == 1 and near(*wrong[0]):
        return Miss.NEAR
    scores = [likeness(key, other) for key, other in zip(name.keys, form.keys, strict=True)]
    half = name.surname == form.surname or name.given == form.given
    least = LEAST_LIKENESS if half else LEAST_LIKENESS_APART
    return Miss.WIDE if 1.0 in scores and sum(scores) / len(scores) >= least else None


def neighbours_of(name: EnglishName) -> Iterator[str]:
    """Return the names one sound or letter off, in the order of GB/T 28039; none for a name of two syllables.

    Two syllables are too few to tell a slip from another person.
    """
    for parse in name.parses:
        if len(parse.keys) < LEAST_SYLLABLES:
            continue
        for place, key in enumerate(parse.keys):
            for other in neighbours(key):
                keys = (*parse.keys[:place], other, *parse.keys[place + 1 :])
                size = len(parse.surname)
                yield f"{joined(keys[:size])} {joined(keys[size:])}"
