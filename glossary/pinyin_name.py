"""Chinese names in English text: which capitalised words can be read as a person's name in pinyin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import LATIN
from glossary.lookalikes import is_blocked, is_english_given, is_phrase, is_weak
from glossary.surnames import possible_surname_keys, surname_keys
from glossary.syllables import cuts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.surnames import Reading

    Gap = tuple[Reading, Reading]

LEAST_WORDS = 2  # a surname and a given name
LIMIT_WORDS = 4  # Ou Yang Xiao Ming
LIMIT_GIVEN = 2  # syllables; longer given names are no Chinese ones
_LETTER = f"[{LATIN}\u0300-\u030c]"
_NOT_INSIDE = f"(?<![{LATIN}0-9][A-Z])(?<![{LATIN}]['’ʼ‐‑-][A-Z])"
_WORD = lazy(f"[A-Z]{_NOT_INSIDE}{_LETTER}*(?:['’ʼ‐‑-]{_LETTER}+)*")  # the capital first: it is sought fast
_CAPITALS = lazy(rf"{_WORD.pattern}(?:\s{_WORD.pattern})+")
_POSSESSIVE = lazy("['’][sS]$")


@dataclass(frozen=True)
class PinyinName:
    """One way to read English words as a name: its syllables, ü as u, and whether the surname is last."""

    surname: Reading
    given: Reading
    given_first: bool = False

    @cached_property
    def keys(self) -> Reading:
        """The syllables in Chinese order."""
        return self.surname + self.given

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The syllables without each in turn: names that differ in one syllable have one of these both."""
        keys = self.keys
        return tuple([(keys[:place], keys[place + 1 :]) for place in range(len(keys))])


@dataclass(frozen=True, slots=True)
class EnglishName:
    """A name found in an English text, and the ways to read it, the likeliest first.

    ``alone`` is false where more words that could be pinyin stand beside it, so that its ends are a guess.
    """

    text: str
    span: Span
    parses: tuple[PinyinName, ...]
    alone: bool = True


@lru_cache(maxsize=2048)
def english_names(text: str) -> tuple[EnglishName, ...]:
    """Return the capitalised words of an English text that can be read as Chinese names in pinyin.

    >>> [name.text for name in english_names("Director Zhou Xin met Yining WANG in Hong Kong, China.")]
    ['Zhou Xin', 'Yining WANG']
    """
    return tuple(
        [
            EnglishName(name.text, name.span.shift(run.start()), name.parses, name.alone)
            for run in _CAPITALS.finditer(text)
            for name in _names_in(run[0])
        ]
    )


@lru_cache(maxsize=8192)  # a text has a name often
def _names_in(run: str) -> tuple[EnglishName, ...]:
    """Return the names in a run of capitalised words; their spans count from its start."""
    return tuple(_read_names(run))


def _read_names(run: str) -> Iterator[EnglishName]:
    words = run.split()
    sizes = [_pinyin_size(word) for word in words]
    if len(sizes) - sizes.count(0) < LEAST_WORDS:
        return
    group: list[Span] = []
    start = 0
    for word, size in zip(words, sizes, strict=True):
        if size:
            group.append(Span(start, start + size))
        if group and size < len(word):  # no pinyin, or a possessive: nothing goes on behind it
            yield from _names_of_group(run, group)
            group = []
        start += len(word) + 1
    yield from _names_of_group(run, group)


@lru_cache(maxsize=8192)
def _pinyin_size(word: str) -> int:
    """Return how many letters of a word can be pinyin: all, those before the possessive, or none."""
    possessive = _POSSESSIVE.search(word)
    stem = word[: possessive.start()] if possessive else word
    return len(stem) if cuts(stem) and not is_blocked(stem) else 0


def _names_of_group(text: str, group: Sequence[Span]) -> Iterator[EnglishName]:
    """Return the names among neighbouring words that are all pinyin: one of all, or several from the left."""
    start = 0
    while start < len(group) - 1:
        ahead = group[start : start + LIMIT_WORDS + 1]
        size, parses = _first_name(tuple(span.of(text) for span in ahead))
        if parses:
            span = Span(group[start].start, group[start + size - 1].end)
            yield EnglishName(span.of(text), span, parses, alone=size == len(group))
        start += size


def _first_name(words: tuple[str, ...]) -> tuple[int, tuple[PinyinName, ...]]:
    """Return of how many words the name is that words begin with, and its parses; 1 and none without one."""
    sizes = [len(words), *range(2, LIMIT_WORDS + 1)]
    if is_weak(words[0]) and len(words) > 2:
        sizes = sizes[:1]  # Can Liu Dehua ...
    for size in sizes:
        parses = parse_name(words[:size]) if size <= LIMIT_WORDS else ()
        if parses:
            return size, parses
    return 1, ()


@lru_cache(maxsize=4096)
def parse_name(words: tuple[str, ...]) -> tuple[PinyinName, ...]:
    """Return every way to read words as a Chinese name, with real surnames before misread ones.

    >>> [parse.keys for parse in parse_name(("Xin", "Zhou"))]
    [('xin', 'zhou'), ('zhou', 'xin')]
    """
    if is_phrase(words) or all(is_weak(word) for word in words):
        return ()
    found = dict.fromkeys((*_read(words, given_first=False), *_read(words, given_first=True)))
    return tuple(sorted(found, key=lambda parse: parse.surname not in surname_keys()))


def _read(words: Sequence[str], *, given_first: bool) -> Iterator[PinyinName]:
    """Return the readings in one order: one word or two for the surname, as many for the given name."""
    for surname_words in (1, 2):
        cut = len(words) - surname_words if given_first else surname_words
        surname, given = (words[cut:], words[:cut]) if given_first else (words[:cut], words[cut:])
        if not given or len(given) > LIMIT_GIVEN or (given_first and is_english_given(given[0])):
            continue
        for surname_reading in _joined(surname):
            if surname_reading in possible_surname_keys():
                for given_reading in _joined(given):
                    yield PinyinName(surname_reading, given_reading, given_first)


def _joined(words: Sequence[str]) -> Iterator[Reading]:
    """Return the syllables of words that make up a name; two words have one syllable each."""
    if len(words) == 1:
        yield from (cut for cut in cuts(words[0]) if len(cut) <= LIMIT_GIVEN)
    elif all(cuts(word) and len(cuts(word)[0]) == 1 for word in words):
        yield tuple(cuts(word)[0][0] for word in words)
