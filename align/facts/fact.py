"""A fact: a typed value, where it stands, and how surely it is meant."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.facts.numeral import Flaw
    from align.facts.value import Value
    from corpus import Span


class Kind(StrEnum):
    """What a fact is about."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    SCORE = "score"
    DATE = "date"
    TIME = "time"
    NAME = "name"  # “六一”, 十三五: numbers in name only
    CODE = "code"  # MH370, SU7, v2.10.1
    LATIN = "latin"  # a Latin word in Chinese text, an acronym in English text
    URL = "url"
    EMAIL = "email"
    QUOTE = "quote"


class Strength(IntEnum):
    """How surely a text means a value; a loose one (the 三 of 三亚) only allows, never demands."""

    LOOSE = 0
    WORDS = 1
    DIGITS = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its place in a text.

    ``others`` are further values that the same words may mean (20年: twenty years, the year 2020).
    ``flaw`` names what is wrong with a figure's form (200,00).
    """

    kind: Kind
    value: Value
    span: Span
    text: str
    strength: Strength = Strength.DIGITS
    others: tuple[Value, ...] = ()
    flaw: Flaw | None = None

    @property
    def readings(self) -> tuple[Value, ...]:
        """Every value that the words may mean, the likeliest first."""
        return (self.value, *self.others)


def touched(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a span touches one of some spans, which are apart and in order."""
    place = bisect_right(taken, span)
    return any(span.touches(other) for other in taken[max(0, place - 1) : place + 1])
