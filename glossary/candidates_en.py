"""What may be a name or a term in an English text: capitalised runs, and words that stand together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import LATIN
from glossary.phrase_words import phrase_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIMIT_NAME = 6  # words: Director of the Sales and Marketing Center
LIMIT_TERM = 3
LIMIT_LITTLE = 4  # letters of words that have no capital in a headline: from, with
_WORD = lazy(rf"(?:[A-Z]\.){{2,}}|[{LATIN}0-9][{LATIN}0-9\u0300-\u036f]*(?:[.&'’‐‑-][{LATIN}0-9]+)*")
_POSSESSIVE = lazy("['’][sS]?$|['’][sS]$")
_COMPOUND = lazy(rf"[A-Z][{LATIN}0-9]*(?:[‐‑-][A-Z][{LATIN}0-9]*)+|[A-Z]{{2,}}")
_SENTENCE_END = lazy(r"[.!?:;][\"”’')]*\s+[\"“‘'(]*$|^[\s\"“‘'(\[—–-]*$|[\"“]$")
CONNECTORS = phrase_words("english-connector")
FUNCTION_WORDS = phrase_words("english-function")
TITLES = phrase_words("english-title")
ADDRESSES = phrase_words("english-address")
# Function words that are part of names even where a sentence begins, and those that never are.
_IN_NAMES = frozenset(["New", "First", "Second", "Third"])
_NO_NAMES = frozenset(["A", "An", "I", "The"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a text that may be a name or a term; ``name`` where capitals say so."""

    text: str
    span: Span
    name: bool = False


def english_words(text: str) -> list[Span]:
    """Return where the words of an English text stand, without the possessive.

    >>> [span.of("Xiaomi’s SAIC-GM-Wuling") for span in english_words("Xiaomi’s SAIC-GM-Wuling")]
    ['Xiaomi', 'SAIC-GM-Wuling']
    """
    return [
        Span(match.start(), match.start() + len(_POSSESSIVE.sub("", match[0])))
        for match in _WORD.finditer(text)
    ]


def english_phrases(text: str) -> Iterator[Phrase]:
    """Yield the phrases of an English text that may be names or terms.

    Names are capitalised runs, also across ``of`` and the like; in a headline every word has a capital,
    so that none are found there. Terms are two words or three in lower case with no function word
    among them.

    >>> [item.text for item in english_phrases("He left the Bank of Tokyo for a hedge fund in May.")]
    ['Bank', 'Tokyo', 'Bank of Tokyo', 'May', 'hedge fund']
    """
    words = english_words(text)
    if not _is_headline(text, words):
        for run in _capital_runs(text, words):
            yield from (Phrase(span.of(text), span, name=True) for span in _with_connectors(text, run))
    for plain in _plain_runs(text, words):
        yield from _terms(text, plain)


def _is_headline(text: str, words: Sequence[Span]) -> bool:
    """Tell whether all words have capitals but for little ones, so that capitals say nothing."""
    long = [word for span in words if len(word := span.of(text)) > LIMIT_LITTLE]
    ends = text.rstrip().endswith((".", ";", "!", "?"))
    return len(long) > 3 and not ends and not any(word[0].islower() for word in long)


def _capital_runs(text: str, words: Sequence[Span]) -> Iterator[list[list[Span]]]:
    """Yield the runs of capitalised words that only connectors join, as a list of their parts."""
    parts: list[list[Span]] = []
    waiting: list[Span] = []
    for span in words:
        joined = bool(parts) and _is_joined(text, (waiting or parts[-1])[-1], span)
        if parts and not joined:
            yield parts
            parts, waiting = [], []
        if span.of(text) in CONNECTORS and parts and len(waiting) < 2:
            waiting.append(span)
        elif _is_name_word(text, span):
            if parts and not waiting:
                parts[-1].append(span)
            else:
                parts.append([span])
            waiting = []
        elif parts:
            yield parts
            parts, waiting = [], []
    if parts:
        yield parts


def _is_joined(text: str, before: Span, after: Span) -> bool:
    return text[before.end : after.start].strip(" \t") == ""


def _is_name_word(text: str, span: Span) -> bool:
    word = span.of(text)
    if not word[0].isupper() and not (word[0].isdigit() and any(char.isupper() for char in word)):
        return False
    if word.lower() in ADDRESSES:
        return False
    if word.lower() not in FUNCTION_WORDS or (word.isupper() and len(word) > 1):
        return True
    return word in _IN_NAMES or (word not in _NO_NAMES and not is_initial(text, span.start))


def _with_connectors(text: str, parts: Sequence[Sequence[Span]]) -> Iterator[Span]:
    """Yield each part of a run alone and neighbouring parts together.

    Of a part also the compound or acronym it begins with, and a title and the name behind it.
    """
    for part in parts:
        yield from _around_title(text, part)
        if len(part) <= LIMIT_NAME:
            yield Span(part[0].start, part[-1].end)
        if _COMPOUND.fullmatch(part[0].of(text)):
            yield from (Span(part[0].start, span.end) for span in part[:-1][:LIMIT_NAME])
    for first in range(len(parts)):
        for last in range(first + 1, len(parts)):
            span = Span(parts[first][0].start, parts[last][-1].end)
            if len(span.of(text).split()) <= LIMIT_NAME + 2:
                yield span


def _around_title(text: str, part: Sequence[Span]) -> Iterator[Span]:
    titles = [n for n, span in enumerate(part, 1) if span.of(text).lower() in TITLES]
    if titles and titles[-1] < len(part):
        yield Span(part[0].start, part[titles[-1] - 1].end)
        yield Span(part[titles[-1]].start, part[-1].end)


def is_initial(text: str, start: int) -> bool:
    """Tell whether a sentence or a quotation begins at a place, so that a capital says nothing."""
    return _SENTENCE_END.search(text, max(0, start - 8), start) is not None or start == 0


def _plain_runs(text: str, words: Sequence[Span]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in words:
        if run and not _is_joined(text, run[-1], span):
            yield run
            run = []
        word = span.of(text)
        if word.islower() and word.isascii() and word not in FUNCTION_WORDS and len(word) > 2:
            run.append(span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _terms(text: str, run: Sequence[Span]) -> Iterator[Phrase]:
    for first in range(len(run)):
        for last in range(first + 1, min(len(run), first + LIMIT_TERM)):
            span = Span(run[first].start, run[last].end)
            if not run[first].of(text).endswith("ly") and not run[last].of(text).endswith(
                ("ly", "ed", "ing")
            ):
                yield Phrase(span.of(text), span)
