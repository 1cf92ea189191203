"""Reading: the words of two texts by their numbers, clause by clause, each text gone through once.

A word is a Chinese one of the lexicon, the stem of a Latin one, a number, or ``^`` before what may be a name.
"""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.clauses import split_clauses
from align.aligner.figures import IN_FIGURES, IN_HAN, IN_WORDS, words_of_numeral
from align.aligner.names import NameReader
from corpus.script import HAN, fold, has_han
from glossary.lexicon import FUNCTION_WORDS, load_lexicon, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from corpus import Lang
    from glossary.lexicon import Lexicon

    Ints = NDArray[np.int64]

# Words are hashed to so many numbers.
DIM = 1024
_END = "\n"
_TOKEN = re.compile(rf"[{HAN}]+|{IN_WORDS}|[a-z]+(?:'[a-z]+)?|{IN_FIGURES}|{_END}")
_IN_WORDS, _IN_HAN = re.compile(IN_WORDS), re.compile(IN_HAN)
_CAPITALISED = re.compile(rf"[A-Z][a-z]+(?:['’-]?[A-Za-z]?[a-z]+)*|{_END}")
_HAN_RUN = re.compile(f"[{HAN}]+|{_END}")
_NO_LETTER = re.compile("[^a-z]")
# A shorter romanised name would be met by chance.
_SHORTEST_NAME = 4
# Clauses that are gone through at a time.
_AT_ONCE = 4096


class Vocabulary(dict[str, int]):
    """The number of every word; a new word gets the next one."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number

    @cached_property
    def dimensions(self) -> Words:
        """The hashes of what each word may be in English, once all texts are read."""
        lexicon = load_lexicon()
        found = [_hashes(lexicon.glosses(word) if has_han(word) else [word]) for word in self]
        bounds = np.append(0, np.cumsum(np.fromiter(map(len, found), np.int64, len(found))))
        return Words(np.fromiter(chain.from_iterable(found), np.int64), bounds)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some pieces of text: their ``numbers``, piece by piece, and where each piece's begin."""

    numbers: Ints
    bounds: Ints

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @property
    def owners(self) -> Ints:
        """The piece of every word."""
        return np.repeat(np.arange(len(self)), np.diff(self.bounds))

    @classmethod
    def none(cls, pieces: int) -> Words:
        """Return no words for some pieces."""
        return cls(np.zeros(0, dtype=np.int64), np.zeros(pieces + 1, dtype=np.int64))

    def among(self, numbers: Ints) -> Words:
        """Return those of some numbers."""
        kept = np.isin(self.numbers, numbers)
        return Words(self.numbers[kept], np.append(0, np.cumsum(kept))[self.bounds])

    def merged(self, other: Words) -> Words:
        """Return the words of the same pieces together with others."""
        order = np.argsort(np.append(self.owners, other.owners), kind="stable")
        return Words(np.append(self.numbers, other.numbers)[order], self.bounds + other.bounds)

    def part(self, pieces: slice) -> Words:
        """Return the words of some pieces in a row."""
        bounds = self.bounds[pieces.start : pieces.stop + 1]
        return Words(self.numbers[bounds[0] : bounds[-1]], bounds - bounds[0])


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words: the clauses of its segments, their words, and what may be a name in each segment."""

    clauses: tuple[tuple[str, ...], ...]
    first: Ints  # the clause that each segment begins with, and the number of clauses
    words: Words  # of every clause
    names: Words  # of every segment
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.clauses)

    def part(self, segments: slice) -> Reading:
        """Return some segments in a row."""
        first = self.first[segments.start : segments.stop + 1]
        words = self.words.part(slice(int(first[0]), int(first[-1])))
        return Reading(
            self.clauses[segments], first - first[0], words, self.names.part(segments), self.vocabulary
        )


def read_texts(zh: Sequence[str], en: Sequence[str]) -> tuple[Reading, Reading]:
    """Return the words of a Chinese and an English text; Chinese names are those that the English one has."""
    vocabulary = Vocabulary()
    names_en = _split(en, _CAPITALISED, _Table(lambda written: _name(written, vocabulary)))
    reader = NameReader(frozenset(word[1:] for word in vocabulary), load_lexicon().readings)
    chinese = _Table(lambda run: [vocabulary[f"^{name}"] for name in reader.read(run)])
    names_zh = _split(zh, _HAN_RUN, chinese)
    return _reading(_cut(zh, "zh"), vocabulary, names_zh), _reading(_cut(en, "en"), vocabulary, names_en)


def read_alone(clauses: Sequence[Sequence[str]]) -> Reading:
    """Return the words of a text given as clauses, in either language, without names."""
    return _reading(tuple(map(tuple, clauses)), Vocabulary(), Words.none(len(clauses)))


def _cut(segments: Sequence[str], lang: Lang) -> tuple[tuple[str, ...], ...]:
    return tuple([split_clauses(segment, lang) for segment in segments])


def _reading(clauses: tuple[tuple[str, ...], ...], vocabulary: Vocabulary, names: Words) -> Reading:
    counts = np.fromiter(map(len, clauses), np.int64, len(clauses))
    table = _Table(lambda token: _words(token, vocabulary, load_lexicon()))
    words = _split(list(chain.from_iterable(clauses)), _TOKEN, table, level=_levelled)
    return Reading(clauses, np.append(0, np.cumsum(counts)), words, names, vocabulary)


def _levelled(text: str) -> str:
    return (text if text.isascii() else fold(text).replace("’", "'")).lower()


def _words(token: str, vocabulary: Vocabulary, lexicon: Lexicon) -> list[int]:
    if token.isascii() and token.isalpha() and not _IN_WORDS.fullmatch(token):
        return [] if token in FUNCTION_WORDS else [vocabulary[stem(token)]]
    if token[0].isascii():
        return [vocabulary[word] for word in words_of_numeral(token)]
    numerals = chain.from_iterable(map(words_of_numeral, _IN_HAN.findall(token)))
    return [vocabulary[word] for word in (*lexicon.words(token), *numerals)]


def _name(written: str, vocabulary: Vocabulary) -> list[int]:
    letters = _NO_LETTER.sub("", written.lower())
    return [vocabulary[f"^{letters}"]] if len(letters) >= _SHORTEST_NAME else []


def _hashes(names: Iterable[str]) -> list[int]:
    return sorted({zlib.crc32(name.encode("utf-8", "surrogatepass")) % DIM for name in names})


class _Table(dict[str, int]):
    """The entry of every token, and the words that it stands for; the end of a piece is entry 0."""

    def __init__(self, read: Callable[[str], Iterable[int]]) -> None:
        super().__init__({_END: 0})
        self._read = read
        self._numbers, self._bounds = array("q"), array("q", [0, 0])

    def __missing__(self, token: str) -> int:
        self._numbers.extend(self._read(token))
        self._bounds.append(len(self._numbers))
        self[token] = len(self)
        return self[token]

    def words(self, entries: Ints) -> Words:
        """Return the words that the tokens of some pieces stand for."""
        starts, counts = np.array(self._bounds[:-1])[entries], np.diff(self._bounds)[entries]
        totals = np.append(0, np.cumsum(counts))
        ends = np.append(0, np.flatnonzero(entries == 0))
        return Words(np.array(self._numbers, dtype=np.int64)[runs(starts, counts)], totals[ends])


def _split(
    pieces: Sequence[str], pattern: re.Pattern[str], table: _Table, level: Callable[[str], str] = str
) -> Words:
    """Return the words of every piece; many pieces are gone through at once."""
    entries = array("q")
    for start in range(0, len(pieces), _AT_ONCE):
        part = pieces[start : start + _AT_ONCE]
        joined = _END.join(part)
        if joined.count(_END) >= len(part):
            joined = _END.join(piece.replace(_END, " ") for piece in part)
        entries.extend(map(table.__getitem__, pattern.findall(f"{level(joined)}{_END}")))
    return table.words(np.array(entries, dtype=np.int64))


def runs(starts: Ints, counts: Ints) -> Ints:
    """Return the numbers of runs that begin at given ones and are so long, one run after the other.

    >>> runs(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    before = np.cumsum(counts) - counts
    return np.asarray(np.arange(int(counts.sum())) + np.repeat(starts - before, counts), dtype=np.int64)


def distinct(numbers: Ints) -> Ints:
    """Return some numbers in order, each once; for many, ``np.unique`` takes several times as long.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers)
    return np.asarray(ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]])
