"""Pairs of words that say opposite things, such as 上涨 and 下跌, and where a translation swaps them.

Each side of a pair has words that *say* it, and more that *may stand for* it. A swap is told only where the
source says one side and has nothing that may stand for the other, and the translation the reverse.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from align.clues.negators import chinese_negators
from corpus import Span
from corpus.pattern import lazy
from glossary.data import table_text

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SIGN = lazy("[a-z]+(?![?*{])")  # the letters that begin a pattern, but for one that may be left out
REACH = 4  # characters before a Chinese word in which a negation of it stands
_NEGATED = lazy("[不没未无难禁拒勿违莫休]|(?<![南北西东中])非(?!洲)|(?<![特分级类区性差识鉴个])别")
# Words with such a character that negate nothing behind them: 光照不足会增加能耗.
_NEUTRAL = lazy(
    "不足(?!以)|不断|不仅|不但|不只|不光|不过(?=[，,])|不久|不少|不论|不管|无论|不时|不由|不禁|不得不|不停|不良|不当|不法|不同"
    "|未来|非常|无疑|无线|无人机|无锡|[灾困患遇苦避]难|难[民题度免]|禁令|违[法规约]"
)
_DENIED = lazy("并非|并不|不是(?!只)|未必|不见得")
_PART = lazy("[^，。；：！？,;:!?\\n]*$")  # of a clause
CLAUSE = 12  # characters before a Chinese word in which a word that certainly negates stands
_NEGATED_ENGLISH = lazy(
    r"(?i)(?:\b(?:not|no|never|without|neither|nor|hardly|un\w+|fail\w*|than)|n['’]t)(?:\s+\w+){0,3}\s*$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Direction:
    """One side of a pair: the words that say it, and those that may stand for it as well.

    ``signs`` are the beginnings of the English words that say it; without any a text says nothing of it.
    """

    name: str
    chinese: tuple[str, ...]
    chinese_also: tuple[str, ...]
    english: re.Pattern[str]
    english_also: re.Pattern[str]
    signs: tuple[str, ...]

    def may_be_said(self, lower: str) -> bool:
        """Tell whether English in small letters has the beginning of a word that says this."""
        return any(sign in lower for sign in self.signs)

    def said_in_english(self, text: str) -> Span | None:
        """Return where English says this, and does not negate it."""
        for match in self.english.finditer(text):
            if not _NEGATED_ENGLISH.search(text, max(0, match.start() - 40), match.start()):
                return Span(*match.span())
        return None

    def may_stand_in_chinese(self, text: str) -> bool:
        """Tell whether simplified Chinese has anything that may stand for this."""
        return any(word in text for word in self.chinese + self.chinese_also)

    def may_stand_in_english(self, text: str) -> bool:
        """Tell whether English has anything that may stand for this."""
        return bool(self.english.search(text) or self.english_also.search(text))


Sides = tuple[Direction, Direction]  # one side of a pair and the opposite


@dataclass(frozen=True, slots=True)
class SwappedWords:
    """A direction that the Chinese side says, and the opposite one on the English side."""

    chinese: Span
    english: Span
    said: Direction
    opposite: Direction

    def stands_in(self, chinese: str, english: str) -> bool:
        """Tell whether another pair has both directions the other way round, so that they changed places."""
        said = any(word in chinese for word in self.opposite.chinese)
        return said and self.said.may_stand_in_english(english)


def swapped_words(chinese: str, english: str) -> Iterator[SwappedWords]:
    """Yield the directions that are reversed between simplified Chinese and English.

    >>> [swap.said.name for swap in swapped_words("股价上涨。", "Shares fell.")]
    ['rise']
    """
    table = _table()
    places = table.search.find_overlapping(chinese)
    lower = english.lower() if places else ""
    open_to: dict[Direction, bool] = {}  # whether there is still something to ask of a side
    for start, end, number in sorted(places, key=itemgetter(0, 2)):
        for side, opposite in table.sides[number]:
            if side not in open_to:
                open_to[side] = opposite.may_be_said(lower)  # mostly not
            if open_to[side] and not _is_negated(chinese, start):
                open_to[side] = False
                yield from _swapped(side, opposite, Span(start, end), chinese, english)


def _is_negated(chinese: str, start: int) -> bool:
    """Tell whether what stands before a word of simplified Chinese negates it."""
    before = chinese[max(0, start - CLAUSE) : start]
    near = before[-REACH:]
    if _NEGATED.search(near):
        near = _NEUTRAL.sub(lambda match: "/" * len(match[0]), before)[-REACH:]
    if _NEGATED.search(near):
        return True
    part = _PART.search(before)
    clause = part[0] if part else ""
    return bool(_DENIED.search(clause)) or any(not found.doubtful for found in chinese_negators(clause))


def _swapped(
    side: Direction, opposite: Direction, place: Span, chinese: str, english: str
) -> Iterator[SwappedWords]:
    """Yield what the English has instead of a direction that the Chinese says at a place."""
    if opposite.may_stand_in_chinese(chinese.replace(place.of(chinese), "/")):  # 击败 has a 败 itself
        return
    swapped = opposite.said_in_english(english)
    if swapped and not side.may_stand_in_english(english):
        yield SwappedWords(place, swapped, side, opposite)


@dataclass(frozen=True, slots=True)
class _Table:
    """What finds the Chinese words of the table in a text, and the sides of each with their opposites."""

    search: Automaton
    sides: tuple[tuple[Sides, ...], ...]


@cache
def _table() -> _Table:
    """Return the table, which has the two sides of a pair one after the other."""
    text = table_text("directions.csv")
    rows = [_direction(*row) for row in list(csv.reader(text.splitlines()))[1:]]
    words: dict[str, list[Sides]] = {}
    for first, second in zip(rows[::2], rows[1::2], strict=True):
        for sides in ((first, second), (second, first)):
            for word in sides[0].chinese:
                words.setdefault(word, []).append(sides)
    return _Table(Automaton(list(words)), tuple(map(tuple, words.values())))


def _direction(name: str, zh: str, zh_also: str, en: str, en_also: str) -> Direction:
    said = name.split(" ", 1)[1]
    signs = tuple(found[0] if (found := _SIGN.match(word)) else "" for word in en.split())
    return Direction(said, tuple(zh.split()), tuple(zh_also.split()), _words(en), _words(en_also), signs)


def _words(patterns: str) -> re.Pattern[str]:
    """Return a pattern for words and phrases; in the table a low line stands for a blank in a phrase."""
    return lazy(rf"(?i)\b(?:{'|'.join(patterns.split())})\b".replace("_", " "))
