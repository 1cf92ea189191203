"""Names that stand for one another: the seat of a government for its country, a company for what it owns.

Moscow is Russia and the Kremlin, Tencent is WeChat: a translation that has one where the source has another
names the same thing. The table has a row for each such thing, with its names in both languages.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus.script import simplified
from glossary.data import table_text
from glossary.match import level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What stands beside the single character of a country where that is meant: 驻美, 美方, 中美.
_BEFORE = "驻访赴对援反亲离旅在留抵中美俄英法德日韩朝印澳加欧"
_BEHIND = "方军媒企商国元籍裔中美俄英法德日韩朝印澳加欧"


@dataclass(frozen=True, slots=True)
class _Named:
    """What several names stand for: those in Chinese, and what finds the character that it is cut to."""

    names: tuple[str, ...]
    short: str

    def is_in(self, text: str) -> bool:
        if any(name in text for name in self.names):
            return True
        return bool(self.short) and self.short in text and _beside(self.short).search(text) is not None


def calls_for(source: str, name: str) -> bool:
    """Tell whether a Chinese text has something that an English name may stand for.

    >>> [calls_for("莫斯科方面没有回应", name) for name in ("Russia", "Kremlin", "Seoul")]
    [True, True, False]
    """
    named = _by_name().get(level(name).removesuffix("'s"), ())
    return bool(named) and any(item.is_in(simplified(source)) for item in named)


def is_stand_in(name: str) -> bool:
    """Tell whether the table has an English name."""
    return level(name) in _by_name()


def is_country(name: str) -> bool:
    """Tell whether a Chinese name is that of a country, or of another region with a single character.

    >>> is_country("越南"), is_country("河内")
    (True, False)
    """
    return name in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(named.names[0] for several in _by_name().values() for named in several if named.short)


@cache
def _by_name() -> Mapping[str, Sequence[_Named]]:
    """Return what each English name may stand for, by the name in small letters."""
    found: defaultdict[str, list[_Named]] = defaultdict(list)
    for row in csv.DictReader(table_text("standins.csv").splitlines()):
        named = _Named(tuple(row["chinese"].split("|")), row["short"])
        for name in row["english"].split("|"):
            found[level(name)].append(named)
    return found


@cache
def _beside(char: str) -> re.Pattern[str]:
    return re.compile(f"[{_BEFORE}]{char}|{char}[{_BEHIND}]")
