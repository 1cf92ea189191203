"""Idioms of four characters, and English that renders them character by character, or only spells them.

家徒四壁 as "the family had only four walls": the words stand in the order of the characters, and none of
them is among those that the dictionary explains the idiom with. 目瞪口呆 as "Mudeng": half of it is spelled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.inflection import stem_of
from glossary.lookalikes import is_blocked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LENGTH = 4  # characters of an idiom
LEAST_CHARACTERS = 3  # so many of the four must be there, with no more than one other word among them
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


@dataclass(frozen=True, slots=True)
class Idioms:
    """What a dictionary says of idioms, and of the characters that they are made of.

    ``meanings`` are definitions with "; " between. ``glosses`` has the stems of the words that a character
    may mean, blanks between. ``readings`` has the syllables of idioms that can be told by them.
    """

    meanings: Mapping[str, str]
    glosses: Mapping[str, str]
    readings: Mapping[str, str]

    def find(self, zh: str) -> Iterator[Span]:
        """Return where a simplified Chinese text holds an idiom."""
        for start in range(len(zh) - LENGTH + 1):
            if zh[start : start + LENGTH] in self.meanings:
                yield Span(start, start + LENGTH)

    def shows_sense(self, idiom: str, words: Iterable[Word]) -> bool:
        """Tell whether some words are among those that explain an idiom."""
        return not frozenset(meaningful_stems(self.meanings[idiom])).isdisjoint(stem for stem, _ in words)

    def literal_span(self, idiom: str, en: str, *, whole: bool = False) -> Span | None:
        """Return where a text renders an idiom character by character; None where it also shows the sense.

        Args:
            idiom: The idiom, simplified.
            en: The text.
            whole: The text renders the idiom and nothing else; then two characters do, with no more than
                one other word, unless the dictionary itself explains the idiom by its characters.
        """
        words = meaningful_words(en)
        glosses = [frozenset(self.glosses.get(char, "").split()) for char in idiom]
        if whole and len(words) in (2, 3) and not self._is_explained_by(glosses, idiom):
            span = _covering(words) if _matched(glosses, words) >= 2 else None
        else:
            span = _first_run(glosses, words)
        return None if span is None or self.shows_sense(idiom, words) else span

    def _is_explained_by(self, glosses: Sequence[frozenset[str]], idiom: str) -> bool:
        stems = meaningful_stems(self.meanings[idiom])
        return not frozenset().union(*glosses).isdisjoint(stems)

    def spelled_span(self, idiom: str, en: str) -> Span | None:
        """Return where a text spells syllables of an idiom in a row; None where it also shows the sense."""
        letters = "".join(_WORD.findall(en.lower()))
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
        for size in range(LENGTH + 1, LEAST_CHARACTERS - 1, -1) if stem in known else ():
            run = words[start : start + size]
            closed = len(run) == size and run[-1][0] in known
            if closed and _matched(glosses, run) >= max(LEAST_CHARACTERS, size - 1):
                return _covering(run)
    return None


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
