"""Whether two texts are about the same thing at all, by the dictionary; most pairs pass at the first look."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.script import HAN, LATIN, fold
from glossary.lexicon import content_stems, load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT_HAN = 80  # Chinese characters looked at: when nothing of so many is said, nothing is
LIMIT_ENGLISH = 1500  # characters of the English in which it is looked for
LEAST_CHINESE = 6  # words; fewer may all be worded freely
LEAST_ENGLISH = 7
SHARE_CHINESE = 0.12  # of the words of the dictionary in the Chinese, when nothing is shared by chance alone
SHARE_ENGLISH = 0.25  # of the English words that the Chinese may be behind, character by character
PIECE = 20  # characters cut into words at a time
ENOUGH = 30  # characters for every word that is met: so many have something in common
CHANCE = 3  # words of the English that do not count, so that a short text may have none of these
LEAST_WORDS = 13  # on both sides together, where none is met; literary texts have as few by their freedom
EACH = 4  # more of them for every word that is met
BEGINNING = 5  # letters by which forms of one word agree
LEAST_HAN_LIKENED = 16  # Chinese characters and English words of texts whose likeness says something
LEAST_ENGLISH_LIKENED = 5
UNLIKE = 0.2  # hardly any good translation is less alike where so few words are met

_HAN_RUN = lazy(f"[{HAN}]+")
_CAPITALISED = lazy(r"\b[A-Z][a-z]+(?:['’-]?[A-Za-z]?[a-z]+){0,3}")
_WIDE = lazy("[０-９Ａ-Ｚａ-ｚ]")
_SHARED = lazy(rf"[{LATIN}]{{3,}}|\d{{2,}}")
# They translate so many words that they say nothing about the topic.
_VAGUE = frozenset(
    """
    about all can com countr do ever first get go good great hav how just lik mak man many mor most
    much must new now number only other part peopl place possibl say see should some stat such tak
    thing time two us very way well when which who will work world would year
    """.split()
)


def is_unrelated(chinese: str, english: str, *, likeness: Callable[[str, str], float] | None = None) -> bool:
    """Tell whether simplified Chinese and English have nothing in common that a translation would have.

    Short texts are never told to be unrelated. Where the dictionary is in doubt, ``likeness`` decides: how
    alike two texts are in what they mean, from 0 to 1.

    >>> text = "工厂去年五月在柳州开业，生产小型电动汽车。"
    >>> is_unrelated(text, "The committee voted down a proposal to raise the price of concert tickets.")
    True
    >>> is_unrelated(text, "The factory opened in Liuzhou last May to make small electric cars.")
    False
    """
    text = "".join(_HAN_RUN.findall(chinese[: 2 * LIMIT_HAN]))[:LIMIT_HAN]
    english = english[:LIMIT_ENGLISH]
    if len(text) < 2 * LEAST_CHINESE or _has_much_in_common(chinese, english, text):
        return False
    words = _topical(content_stems(english))
    if len(words) < LEAST_ENGLISH_LIKENED:
        return False
    if likeness and len(text) >= LEAST_HAN_LIKENED and likeness(chinese, english) < UNLIKE:
        return True
    if len(words) < LEAST_ENGLISH:
        return False
    beginnings = _beginnings(text)
    licensed = sum(word[:BEGINNING] in beginnings for word in words)
    if licensed > SHARE_ENGLISH * (len(words) - CHANCE):
        return False
    seen, met = _met(text, f" {english.lower()}")
    return licensed + met <= (seen + len(words) - LEAST_WORDS) / EACH and not _shares_name(text, english)


def _has_much_in_common(chinese: str, english: str, text: str) -> bool:
    """Tell whether a Latin word or a number stands on both sides, or words of the Chinese are translated."""
    return _shares_tokens(chinese, english) or _meets_words(text, f" {english.lower()}")


def _topical(stems: list[str]) -> frozenset[str]:
    return frozenset(word for word in stems if len(word) > 2) - _VAGUE


def _meets_words(text: str, english: str) -> bool:
    """Tell whether more than a few words of a Chinese text begin to be translated in an English one.

    Most pairs pass here, so no English word is cut out: a stem is looked for behind a blank.
    """
    enough = max(1, len(text) / ENOUGH)
    seen = met = 0
    for word in _words(text):
        sought = _sought(word)
        seen += bool(sought)
        for beginning in sought:
            if beginning in english:
                met += 1
                break
        if met > enough:
            return True
    return seen < LEAST_CHINESE or met > max(1, SHARE_CHINESE * seen)


def _met(text: str, english: str) -> tuple[int, int]:
    """Return how many words of a Chinese text could be met in an English one, and how many are."""
    sought = [beginnings for word in _words(text) if (beginnings := _sought(word))]
    return len(sought), sum(any(beginning in english for beginning in beginnings) for beginnings in sought)


def _words(text: str) -> Iterator[str]:
    """Yield the words of a Chinese text, cut out a piece at a time as most texts are known by their first."""
    for start in range(0, len(text), PIECE):
        yield from load_lexicon().words(text[start : start + PIECE])


@lru_cache(maxsize=1 << 15)
def _sought(word: str) -> tuple[str, ...]:
    """Return how the English words begin that translate a Chinese word, each with a blank before it."""
    if len(word) < 2:
        return ()
    return tuple(
        f" {gloss}" for gloss in load_lexicon().glosses(word) if len(gloss) > 3 and gloss not in _VAGUE
    )


def _shares_tokens(chinese: str, english: str) -> bool:
    """Tell whether a Latin word or a number stands on both sides."""
    plain = fold(chinese) if _WIDE.search(chinese) else chinese
    shared = set(_SHARED.findall(plain.lower()))
    return bool(shared) and not shared.isdisjoint(_SHARED.findall(english.lower().replace(",", "")))


def _beginnings(text: str) -> frozenset[str]:
    """Return how the English words begin that the words and characters of a Chinese text may mean."""
    return frozenset(gloss[:BEGINNING] for gloss in _all_glosses(text)) - _VAGUE


def _all_glosses(text: str) -> Iterator[str]:
    lexicon = load_lexicon()
    for word in (*lexicon.words(text), *text):
        yield from lexicon.glosses(word)


def _shares_name(text: str, english: str) -> bool:
    """Tell whether a capitalised word of the English is read like two or three characters of the Chinese."""
    names = {re.sub("[^a-z]", "", name.lower()) for name in _CAPITALISED.findall(english)}
    readings = [load_lexicon().readings.get(char, ()) for char in text]
    return any(
        "".join(sounds) in names
        for start in range(len(text))
        for length in (2, 3)
        for sounds in product(*readings[start : start + length])
    )
