"""English numerals: 2.5 million, two and a half million, two hundred and fifty, twenty-first, two thirds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from align.facts.numeral import FIGURE, Numeral, read_figure
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sort(Enum):
    """Whether a numeral counts, orders or divides."""

    CARDINAL = auto()
    ORDINAL = auto()
    PART = auto()


class Reading(NamedTuple):
    """A numeral found in a text and where it ends."""

    numeral: Numeral
    sort: Sort
    end: int


def _count(names: str, first: int, step: int = 1) -> dict[str, int]:
    return {name: first + place * step for place, name in enumerate(names.split())}


_UNITS = _count("one two three four five six seven eight nine", 1)
_TEENS = _count("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_TENS = _count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_ORDINALS = (
    _count("first second third fourth fifth sixth seventh eighth ninth", 1)
    | _count(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        10,
    )
    | _count("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10)
)
_SCALES = {
    "dozen": 12, "thousand": 10**3, "lakh": 10**5, "crore": 10**7, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_BIG_ORDINALS = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
_PARTS = {name: value for name, value in (_ORDINALS | _BIG_ORDINALS).items() if value > 2} | {
    "half": 2, "halve": 2, "quarter": 4,
}  # fmt: skip
_PLURALS = {"tens": 10, "scores": 20, "hundreds": 100} | {
    name + "s": _SCALES[name] for name in _SCALES if len(name) > 4
}
# What numbers below a hundred are made of.
SMALL_NUMBERS = (*_UNITS, *_TEENS, *_TENS)
_ADDED = {"zero": 0} | _UNITS | _TEENS | _TENS | _ORDINALS
_MULTIPLIED = {"hundred": 100} | _SCALES | _BIG_ORDINALS

# The words that a numeral may begin with; "bn" and the like only follow a figure.
STARTS = frozenset(
    word for word in (*_ADDED, *_MULTIPLIED, *_PLURALS, "half") if len(word) > 3 or word in _ADDED
)


def _any(names: Iterable[str], ending: str = "") -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + f"){ending}(?![a-z])"


_J = r"[ \-‑\u00a0]"  # joins the words of a numeral
_UNIT, _SCALE = _any(_UNITS), _any(_SCALES)
_SMALL = rf"(?:{_any(_TENS)}(?:{_J}?{_UNIT})?|{_any(_TEENS)}|{_UNIT}|zero(?![a-z]))"
_HUNDREDS = rf"(?:{_SMALL}{_J})?hundred(?![a-z])(?:{_J}(?:and{_J})?{_SMALL}(?!{_J}hundred))?"
_GROUP = rf"(?:{_HUNDREDS}|{_SMALL})"
_AND_HALF = rf"(?:{_J}and{_J}(?:a|one){_J}half(?![a-z]))"
_FIGURES = rf"{FIGURE}{_AND_HALF}?{_J}?{_SCALE}(?:{_J}{FIGURE}{_J}?{_SCALE})*"
_SCALED = rf"(?:(?:half(?:{_J}an?)?|{_GROUP}){_AND_HALF}?{_J}?)?{_SCALE}{_AND_HALF}?"
_REST = rf"(?:{_J}{_SCALED})*(?:{_J}(?:and{_J})?{_GROUP}(?!{_J}{_SCALE}))?"
_DECIMAL = rf"{_J}point(?:{_J}(?:{_UNIT}|zero(?![a-z])))+"
_CARDINAL = lazy(rf"{_SCALED}{_REST}|{_GROUP}(?:{_DECIMAL}(?:{_J}{_SCALE})?|{_AND_HALF})?|half(?![a-z])")
_IN_FIGURES = lazy(rf"{_FIGURES}|{FIGURE}{_AND_HALF}?")
_BEFORE_ORDINAL = (
    rf"(?:{_SMALL}{_J})?hundred(?![a-z]){_J}(?:and{_J})?(?:{_any(_TENS)}{_J}?)?|{_any(_TENS)}{_J}?"
)
_ORDINAL = lazy(rf"(?:{_BEFORE_ORDINAL})?{_any((*_ORDINALS, *_BIG_ORDINALS))}")
_PART = lazy(rf"({_SMALL}){_J}({_any(_PARTS, 's?')})")
_VAGUE = lazy(rf"{_any(_PLURALS)}(?:{_J}of{_J}{_any(_PLURALS)})*")
_WORD = lazy(rf"[a-z]+|{FIGURE}")
_LETTERS = lazy("[a-z]+")
_NEXT = lazy(rf"{_J}([a-z]+)")
# What a numeral of several words may have behind the first: anything of these, or this behind those.
_GO_ON = frozenset(("and", "point", *_ADDED, *_MULTIPLIED, *_PLURALS, *_PARTS)) | {
    f"{name}s" for name in _PARTS
}
_GO_ON_BEHIND = {"of": frozenset(_PLURALS), "a": frozenset(("half",)), "an": frozenset(("half",))}


def read_numeral(lower: str, start: int) -> Reading | None:
    """Return the numeral that begins at a place of a text in lower case, or None where none does.

    >>> texts = "two and a half million", "two hundred and fifty thousand", "twenty-first", "two thirds"
    >>> [float(round(read_numeral(text, 0).numeral.value, 3)) for text in texts]
    [2500000.0, 250000.0, 21.0, 0.667]
    """
    if lower[start : start + 1].isdigit():
        return _figure(lower, start)
    return _word_alone(lower, start) or _words(lower, start)


def _word_alone(lower: str, start: int) -> Reading | None:
    """Return the numeral of a single word, as most are; None where it may have several or is none."""
    match = _LETTERS.match(lower, start)
    known = _ALONE.get(match[0]) if match else None
    if match is None or known is None:
        return None
    behind = _NEXT.match(lower, match.end()) if known[1] is Sort.CARDINAL else None
    if behind and (behind[1] in _GO_ON or match[0] in _GO_ON_BEHIND.get(behind[1], ())):
        return None
    return Reading(*known, match.end())


def _words(lower: str, start: int) -> Reading | None:
    """Return the numeral of one or several words that begins at a place."""
    if match := _VAGUE.match(lower, start):
        return Reading(_vague(match[0]), Sort.CARDINAL, match.end())
    if (match := _PART.match(lower, start)) and (part := _part(match[1], match[2])):
        return Reading(part, Sort.PART, match.end())
    cardinal, ordinal = _CARDINAL.match(lower, start), _ORDINAL.match(lower, start)
    if ordinal and (cardinal is None or ordinal.end() > cardinal.end()):
        return Reading(Numeral(_value(ordinal[0]), digits=False), Sort.ORDINAL, ordinal.end())
    if cardinal is None:
        return None
    return Reading(Numeral(_value(cardinal[0]), digits=False), Sort.CARDINAL, cardinal.end())


def _figure(lower: str, start: int) -> Reading | None:
    """Return the numeral that begins with a figure: 5, 2.5 million, 3 and a half."""
    match = _IN_FIGURES.match(lower, start)
    numeral = match and _with_figure(match[0])
    return Reading(numeral, Sort.CARDINAL, match.end()) if match and numeral else None


@lru_cache(maxsize=4096)
def _with_figure(written: str) -> Numeral | None:
    figure = read_figure(_WORD.findall(written)[0])
    return figure and replace(figure, value=_value(written))


@lru_cache(maxsize=4096)
def _value(written: str) -> Decimal:
    """Return the sum of the words of a numeral."""
    total, section, last, places = Decimal(0), Decimal(0), 1, 0
    for word in _WORD.findall(written):
        if word[0].isdigit():
            figure = read_figure(word)
            section += figure.value if figure else Decimal(0)
        elif word in _ADDED:
            section += _ADDED[word] / Decimal(10) ** places
            places += places > 0
        elif word == "point":
            places = 1
        elif word in ("hundred", "hundredth"):
            section = (section or Decimal(1)) * 100
        elif word in _MULTIPLIED:
            last = _MULTIPLIED[word]
            total, section, places = total + (section or Decimal(1)) * last, Decimal(0), 0
        elif word == "half":
            section += Decimal(last if total and not section else 1) / 2
    return total + section


def _part(count: str, part: str) -> Numeral | None:
    """Return the share that two words make; None for seventy-fifth and for two third prizes."""
    above, below = _value(count), _PARTS.get(part) or _PARTS[part.removesuffix("s")]
    if above >= below or (above > 1) != part.endswith("s"):
        return None
    return Numeral(above / below, digits=False, others=(above,))


def _vague(written: str) -> Numeral:
    """Return the range of a number that is not told: hundreds of thousands are 200,000 to a million."""
    size = Decimal(1)
    for word in _WORD.findall(written):
        size *= _PLURALS.get(word, 1)
    return Numeral(2 * size, 10 * size, digits=False, vague=True)


_ALONE = (
    {word: (_vague(word), Sort.CARDINAL) for word in _PLURALS}
    | {word: (Numeral(_value(word), digits=False), Sort.CARDINAL) for word in (*_ADDED, *_MULTIPLIED, "half")}
    | {word: (Numeral(_value(word), digits=False), Sort.ORDINAL) for word in (*_ORDINALS, *_BIG_ORDINALS)}
)
