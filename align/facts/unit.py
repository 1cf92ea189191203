"""Units and currencies: what they are called in both languages, and which mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from align.facts.unit_table import CURRENCIES, MEANINGS, MEASURES

if TYPE_CHECKING:
    from corpus import Lang

MONEY = "money"
LIMIT_NAME = 4  # characters of a currency before a number
UNKNOWN = "?"  # a unit that does not exist agrees with none


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``size`` is its size in the base unit of its dimension, None where it has no fixed one."""

    code: str
    dimension: str
    size: Decimal | None
    zh: str
    en: str


class Found(NamedTuple):
    """The code of a unit and the place where its name ends."""

    code: str
    end: int


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its code."""
    return {unit.code: unit for unit, _, _ in _rows()}


@cache
def _rows() -> tuple[tuple[Unit, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for line in (MEASURES.strip() + CURRENCIES.rstrip()).splitlines():
        fields = [field.strip() for field in line.split("|")]
        if len(fields) == 3:
            fields[1:1] = [MONEY, "-"]
        code, dimension, size, zh, en = fields
        chinese = tuple(form.removeprefix("=") for form in zh.split())
        english = tuple(_forms(en))
        first = english[0] if english else code
        unit = Unit(code, dimension, None if size == "-" else Decimal(size), chinese[0], first)
        rows.append((unit, chinese, english))
    return tuple(rows)


def _forms(names: str) -> list[str]:
    """Return the English names of a unit, nouns in the singular and the plural."""
    forms = []
    for name in names.split():
        form = name.removeprefix("=").replace("_", " ")
        forms.append(form)
        if "_" in name:  # a 120-square-foot room
            forms.append(form.replace(" ", "-"))
        if not name.startswith("=") and not form.endswith("s"):
            forms.append(form + "s")
    return forms


class _Names(NamedTuple):
    """The names of the units in a language, each with its code.

    ``lengths`` has those that a name may have, the longest first, by its first two characters; by the first
    alone where that is a name.
    """

    codes: dict[str, str]
    lengths: dict[str, tuple[int, ...]]


@cache
def _names(lang: Lang) -> _Names:
    codes: dict[str, str] = {}
    for unit, chinese, english in _rows():
        for form in chinese if lang == "zh" else english:
            codes.setdefault(form.lower(), unit.code)
    lengths: dict[str, set[int]] = {}
    for form in codes:
        alone = {1} if form[0] in codes else set()
        lengths.setdefault(form[:2], alone).add(len(form))
    return _Names(codes, {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()})


def unit_at(lower: str, start: int, lang: Lang) -> Found | None:
    """Return the unit whose name begins at a place of a text in lower case; the longest where several do.

    >>> unit_at("5平方公里", 1, "zh").code, unit_at("5 square kilometers", 2, "en").code
    ('km2', 'km2')
    """
    codes, lengths = _names(lang)
    for length in lengths.get(lower[start : start + 2]) or lengths.get(lower[start : start + 1], ()):
        form = lower[start : start + length]
        if form in codes:
            end = start + len(form)
            if lang == "zh" or not (lower[end - 1].isalpha() and lower[end : end + 1].isalnum()):
                return Found(codes[form], end)
    return None


def meanings(code: str) -> frozenset[str]:
    """Return the codes that a unit may stand for, its own among them."""
    return _MEANINGS.get(code) or frozenset((code,))


_MEANINGS = {code: frozenset((code, *others.split())) for code, others in MEANINGS.items()}


def agree(first: str, second: str) -> bool:
    """Tell whether two units may be the same; a number without a unit goes with every one but a percentage.

    >>> agree("yuan", "CNY"), agree("yuan", "dollar"), agree("SGD", "CNY"), agree("", "km"), agree("", "%")
    (True, True, False, True, False)
    """
    if not first or not second:
        return "%" not in (first, second)
    return first == second or not meanings(first).isdisjoint(meanings(second))


def is_money(code: str) -> bool:
    """Tell whether a unit is a currency."""
    unit = units().get(code)
    return unit is not None and unit.dimension == MONEY


def size_in(code: str) -> tuple[str, Decimal] | None:
    """Return the dimension of a unit and its size there, or None where it cannot be converted."""
    unit = units().get(code)
    return (unit.dimension, unit.size) if unit and unit.size is not None else None


def currency_before(lower: str, start: int, lang: Lang) -> Found | None:
    """Return the currency named right before a number, with the place where its name begins.

    >>> currency_before("us$30", 3, "en").code, currency_before("人民币5元", 3, "zh").code
    ('USD', 'CNY')
    """
    end = start - 1 if lower[start - 1 : start] == " " else start
    names = _money_names(lang)
    for length in range(min(end, names.longest(lower[end - 1 : end])), 0, -1):
        begin = end - length
        name = lower[begin:end]
        code = names.codes.get(name)
        if code and not (name[0].isascii() and name[0].isalpha() and _is_letter(lower, begin - 1)):
            return Found(code, begin)
    return None


def _is_letter(text: str, place: int) -> bool:
    return place >= 0 and text[place].isascii() and text[place].isalpha()


class _MoneyNames:
    """The short names and symbols of currencies that stand before a number, each with its code."""

    def __init__(self, codes: dict[str, str]) -> None:
        self.codes = codes
        self._lengths: dict[str, int] = {}
        for name in codes:
            if len(name) <= LIMIT_NAME:
                self._lengths[name[-1]] = max(len(name), self._lengths.get(name[-1], 0))

    def longest(self, last: str) -> int:
        """Return the length of the longest name that ends with a character, 0 where none does."""
        return self._lengths.get(last, 0)


@cache
def _money_names(lang: Lang) -> _MoneyNames:
    names: dict[str, str] = {}
    for unit, chinese, english in _rows():
        if unit.dimension == MONEY:
            signs = (form.lower() for form in english if not form.replace(" ", "").replace(".", "").isalpha())
            symbols = (*signs, unit.code.lower())
            names |= dict.fromkeys(symbols, unit.code)
            if lang == "zh" and unit.code != "yuan":
                names |= dict.fromkeys(chinese, unit.code)
    return _MoneyNames(names | {"rmb": "CNY", "ntd": "TWD"})
