"""Idioms, and English that renders them character by character, or only spells them.

家徒四壁 as "the family had only four walls": the words stand in the order of the characters, and none of
them is among those that the dictionary explains the idiom with. 目瞪口呆 as "Mudeng": half of it is spelled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span
from corpus.pattern import lazy
from corpus.script import is_han
from glossary.inflection import stem_of
from glossary.lookalikes import is_blocked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LEAST_LENGTH = 4  # characters of most idioms
LEAST_CHARACTERS = 3  # so many must be there, with no more than one other word among them
LEAST_OWN = 2  # so many words that are known to render an idiom literally; so many characters of it
SHARE_WHOLE = 0.75  # of a text that renders an idiom and nothing else
LEAST_SYLLABLES = 2  # so many must be spelled in a row
_WORD = lazy("[a-z]+", re.IGNORECASE)
_FUNCTION_WORDS = """
a an the and or but of to in on at by for from with without as is are was were be been being am it its this
that these those one ones oneself sb sth etc not no nor do does did done have has had having will would can
could may might must should shall so such very too also only just than then there here who whom whose which
what when where why how he she him his her they them their i me my we us our you your up down out off over
under into onto upon about after before between through during again further once all any both each few more
most other some own same s t now person thing make get take give go come put use like become if while against
because even still yet let
"""
FUNCTION_STEMS = frozenset(map(stem_of, _FUNCTION_WORDS.split()))

Word = tuple[str, Span]  # its stem, and where it stands


@dataclass(frozen=True)
class Idioms:
    """What dictionaries say of idioms, and of the characters that they are made of.

    ``meanings`` are definitions with "; " between. ``glosses`` has the stems of the words that a character
    or two may mean, blanks between. ``readings`` has the syllables of idioms that can be told by them.
    ``own`` has the stems of words that are known to render an idiom literally, ``also`` beginnings of words
    by which a translation shows its sense. ``automaton`` finds the idioms in a text, as bytes; it is built
    anew where it is not given.
    """

    meanings: Mapping[str, str]
    glosses: Mapping[str, str]
    readings: Mapping[str, str]
    own: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    automaton: bytes = field(default=b"", repr=False, compare=False)

    @cached_property
    def search(self) -> Automaton:
        """What finds the idioms in a text."""
        return Automaton.deserialize(self.automaton) if self.automaton else Automaton(list(self.meanings))

    def find(self, zh: str) -> tuple[Span, ...]:
        """Return where a simplified Chinese text holds an idiom, the longest where several begin."""
        ends: dict[int, int] = {}
        for start, end, _ in self.search.find_overlapping(zh):
            ends[start] = max(end, ends.get(start, 0))
        return tuple(Span(start, ends[start]) for start in sorted(ends))

    def shows_sense(self, idiom: str, words: Iterable[Word]) -> bool:
        """Tell whether some words are among those that explain an idiom, or begin as they do."""
        stems = [stem for stem, _ in words]
        sense, begins = meaningful_stems(self.meanings[idiom]), tuple(self.also.get(idiom, "").split())
        return not frozenset(sense).isdisjoint(stems) or any(stem.startswith(begins) for stem in stems)

    def literal_span(self, idiom: str, en: str, *, whole: bool = False) -> Span | None:
        """Return where a text renders an idiom character by character; None where it also shows the sense.

        Args:
            idiom: The idiom, simplified.
            en: The text.
            whole: The text renders the idiom and nothing else; then two characters do where they make up
                most of it, unless the dictionary itself explains the idiom by its characters.
        """
        glosses = self._glosses(idiom)
        own = _stems_in(self.own.get(idiom, ""))
        stems = _stems_of(en)
        rendered = sum(not gloss.isdisjoint(stems) for gloss in glosses)
        if rendered < (LEAST_OWN if whole else LEAST_CHARACTERS) and len(own & stems) < LEAST_OWN:
            return None  # as most texts do, and the order of their words need not be looked at
        words = meaningful_words(en)
        span = _close_run(own, words) or _first_run(glosses, words)
        if span is None and whole and self._renders_most(idiom, glosses, words):
            span = _covering(words)
        return None if span is None or self.shows_sense(idiom, words) else span

    def _glosses(self, idiom: str) -> list[frozenset[str]]:
        """Return the stems that each character of an idiom may stand for."""
        return [_stems_in(self.glosses.get(char, "")) for char in idiom if is_han(char)]

    def _renders_most(self, idiom: str, glosses: Sequence[frozenset[str]], words: Sequence[Word]) -> bool:
        """Tell whether nearly all words render two characters of an idiom and more."""
        if self._is_explained_by(glosses, idiom) or _matched(glosses, words) < LEAST_OWN:
            return False
        pieces = (self.glosses.get(idiom[start : start + 2], "").split() for start in range(len(idiom) - 1))
        known = frozenset().union(*glosses, *pieces, self.own.get(idiom, "").split())
        return sum(stem in known for stem, _ in words) >= SHARE_WHOLE * len(words)

    def _is_explained_by(self, glosses: Sequence[frozenset[str]], idiom: str) -> bool:
        stems = meaningful_stems(self.meanings[idiom])
        return not frozenset().union(*glosses).isdisjoint(stems)

    def spelled_span(self, idiom: str, en: str) -> Span | None:
        """Return where a text spells syllables of an idiom in a row; None where it also shows the sense."""
        letters = "".join(_words_of(en)).lower()
        for run in _runs(self.readings.get(idiom, "").split()):
            if "".join(run) not in letters or is_blocked("".join(run)):
                continue  # not there, or an English word (hu-man)
            match = _spelling(run).search(en)
            if match and match[0][0].isupper() and not self.shows_sense(idiom, meaningful_words(en)):
                return Span(*match.span())
        return None


def _runs(syllables: Sequence[str]) -> Iterator[Sequence[str]]:
    """Return the parts of a reading that are long enough, the longest first."""
    for size in range(len(syllables), LEAST_SYLLABLES - 1, -1):
        for start in range(len(syllables) - size + 1):
            yield syllables[start : start + size]


def _spelling(syllables: Iterable[str]) -> re.Pattern[str]:
    joined = "[ '’-]?".join(syllables)
    return re.compile(rf"(?<![\w'’-]){joined}(?![\w'’-])", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def _stems_in(cell: str) -> frozenset[str]:
    """Return the stems of a cell of the table, blanks between them."""
    return frozenset(cell.split())


@lru_cache(maxsize=2)  # two rules ask about every idiom of a text
def _words_of(en: str) -> list[str]:
    return _WORD.findall(en)


@lru_cache(maxsize=2)
def _stems_of(en: str) -> frozenset[str]:
    return frozenset(map(stem_of, _words_of(en)))


@lru_cache(maxsize=8)  # several rules ask about the same text
def meaningful_words(en: str) -> tuple[Word, ...]:
    """Return the words of an English text but for those that only hold a sentence together.

    >>> [stem for stem, _ in meaningful_words("The family had only four walls.")]
    ['fami', 'four', 'wall']
    """
    words = ((stem_of(match[0]), match) for match in _WORD.finditer(en))
    return tuple((stem, Span(*match.span())) for stem, match in words if stem not in FUNCTION_STEMS)


def meaningful_stems(en: str) -> list[str]:
    """Return the stems of the words that carry the meaning of an English text."""
    return [stem for stem, _ in meaningful_words(en)]


def _first_run(glosses: Sequence[frozenset[str]], words: Sequence[Word]) -> Span | None:
    """Return where words first follow the characters closely enough, the longest such run."""
    known = frozenset().union(*glosses)
    for start, (stem, _) in enumerate(words):
        for size in range(len(glosses) + 1, LEAST_CHARACTERS - 1, -1) if stem in known else ():
            run = words[start : start + size]
            closed = len(run) == size and run[-1][0] in known
            if closed and _matched(glosses, run) >= max(LEAST_CHARACTERS, size - 1):
                return _covering(run)
    return None


def _close_run(known: frozenset[str], words: Sequence[Word]) -> Span | None:
    """Return where different known words first stand together."""
    runs = _close_runs(known, words)
    return next((_covering(run) for run in runs if len({stem for stem, _ in run}) >= LEAST_OWN), None)


def _close_runs(known: frozenset[str], words: Sequence[Word]) -> Iterator[list[Word]]:
    """Return the known words that stand together, with one other between two at most."""
    run: list[Word] = []
    before = 0
    for place, word in enumerate(words):
        if word[0] not in known:
            continue
        if run and place > before + 2:
            yield run
            run = []
        run.append(word)
        before = place
    yield run


def _covering(words: Sequence[Word]) -> Span:
    return Span(words[0][1].start, words[-1][1].end)


def _matched(glosses: Iterable[frozenset[str]], words: Sequence[Word]) -> int:
    """Return for how many characters there is a word, in their order (the longest common subsequence)."""
    before = [0] * (len(words) + 1)
    for gloss in glosses:
        row = [0]
        for place, (stem, _) in enumerate(words):
            row.append(max(row[-1], before[place + 1], before[place] + (stem in gloss)))
        before = row
    return before[-1]
