"""Which words of two texts that say the same belong together, and why: by reading, sound or dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import fold, is_han
from glossary.candidates_en import english_words
from glossary.lexicon import content_stems, load_lexicon, stem
from glossary.reading import stretches_read
from glossary.syllables import cuts
from glossary.transliteration import foreign_words, sounding_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_SYLLABLES = 2  # of a word read as pinyin; one alone is read everywhere
LIMIT_PIECE = 8  # characters of a word
# What a Chinese name can have without a word for it in English.
LIGHT = frozenset("的之与和及·•‧・－-—– ")
_PART = lazy(r"[^\W_]+")
_LATIN_RUN = lazy(r"[A-Za-z0-9]+(?:[.&+-][A-Za-z0-9]+)*")


class Reason(StrEnum):
    """What speaks for a pair."""

    READING = "reading"
    NEAR_READING = "near reading"
    LATIN = "same letters"
    SOUND = "sound"
    DICTIONARY = "dictionary"
    GLOSSARY = "glossary"
    TOGETHER = "occur together"


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the English text and the stretch of the Chinese one that it stands for."""

    en: Span
    zh: Span
    strength: float
    reason: Reason


def parts_of(text: str) -> list[Span]:
    """Return where the words of an English text stand; a hyphen parts them.

    >>> [span.of("SAIC-GM's Wuling") for span in parts_of("SAIC-GM's Wuling")]
    ['SAIC', 'GM', 'Wuling']
    """
    found = []
    for word in english_words(text):
        found += [Span(*match.span()) for match in _PART.finditer(text, word.start, word.end)]
    return found


def links_between(zh: str, en: str) -> list[Link]:
    """Return the links between the words of two texts.

    >>> [link.reason.value for link in links_between("小米董事长", "Xiaomi chairman")]
    ['reading', 'dictionary']
    """
    parts = parts_of(en)
    foreign = foreign_words(en)
    pieces = _pieces(zh)
    links: list[Link] = []
    for part in parts:
        word = part.of(en)
        found = [Link(part, span, 1.0, Reason.READING) for span in read_stretches(word, zh)]
        found += [Link(part, span, 1.0, Reason.LATIN) for span in _same_letters(word, zh)]
        if not found and word in foreign:
            found += [
                Link(part, item.span, item.likeness, Reason.SOUND) for item in sounding_stretches(word, zh)
            ]
        if not any(link.reason is Reason.READING for link in found):
            found += [Link(part, span, 1.0, Reason.DICTIONARY) for span in pieces.get(_stem(word), ())]
        links += found
    return links


def read_stretches(word: str, zh: str) -> list[Span]:
    """Return where a Chinese text reads like one capitalised English word of two syllables and more.

    >>> read_stretches("Wuling", "上汽通用五菱")
    [Span(start=4, end=6)]
    """
    if not word[:1].isupper():
        return []
    readings = [cut for cut in cuts(word) if len(cut) >= LEAST_SYLLABLES]
    return [span for keys in readings for span in stretches_read(zh, keys)]


def _same_letters(word: str, zh: str) -> Iterator[Span]:
    if len(word) > 1 and any(char.isupper() or char.isdigit() for char in word):
        for match in _LATIN_RUN.finditer(fold(zh)):
            if match[0].casefold() == word.casefold() and not word.isdigit():
                yield Span(*match.span())


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return next(iter(content_stems(word)), "") or stem(word)


@lru_cache(maxsize=256)
def _pieces(zh: str) -> dict[str, list[Span]]:
    """Return, for the stem of every English word, the stretches of a Chinese text it may translate."""
    lexicon = load_lexicon()
    found: dict[str, list[Span]] = {}
    for span in cut_longest(zh):
        word = span.of(zh)
        for gloss in lexicon.glosses(word):
            found.setdefault(gloss, []).append(span)
        if len(span) > 2:  # 副 in 副主席, 公司 in 分公司
            for inner in _inside(word):
                for gloss in lexicon.glosses(inner.of(word)):
                    found.setdefault(gloss, []).append(inner.shift(span.start))
    return found


@lru_cache(maxsize=1 << 14)
def cut_longest(zh: str) -> tuple[Span, ...]:
    """Return the dictionary's words in a Chinese text, the longest at every place."""
    return tuple(_longest(zh, LIMIT_PIECE))


@cache
def _inside(word: str) -> Sequence[Span]:
    return tuple(_longest(word, len(word) - 1))


def _longest(text: str, limit: int) -> Iterator[Span]:
    lexicon = load_lexicon()
    place = 0
    while place < len(text):
        size = lexicon.longest(text, place, limit)
        if size and is_han(text[place]):
            yield Span(place, place + size)
        place += max(1, size)
