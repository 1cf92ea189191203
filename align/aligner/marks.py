"""Marks: what can be counted on the surface of a segment, such as its length, digits and quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.pattern import lazy
from corpus.script import HAN, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from corpus import Lang

    Doubles = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_DIGITS = lazy(r"\d+(?:[.,]\d+)*")
# British quotes are apostrophes as well: one opens after a blank and closes after a letter or a stop.
_OPEN = {
    "zh": lazy("[“「『《〈]|(?:^|(?<=[：，。！？\\s]))[\"'](?=\\S)"),
    "en": lazy("[“‘«]|(?:^|(?<=[\\s(—–-]))[\"'](?=\\w|\\.\\.|…|-)"),
}
_CLOSE = {
    "zh": lazy(f"[”」』》〉]|(?<=[{HAN}。！？，…])[\"'](?=$|[^“])"),
    "en": lazy('[”»]|(?<=[.,!?…—–-])[’\'"](?=$|[\\s,.;:)—–-])|(?<=\\w)"(?=$|[\\s,.;:)—–-])'),
}
# "…说：", "he asked:" and their like: who speaks, before what is said.
_SPEECH = lazy("(?:[道说問问叫喊答想笑骂嚷]|说道)[：:，]?[“「]|[道说问叫喊答]：")
_TURN_START = {"zh": lazy("[—…\\s]*[“「『]"), "en": lazy("[—…\\s]*[“‘\"']")}
_TURN_END = {"zh": lazy("[”」』][。，！？…\\s]*$"), "en": lazy("[”’\"'][.,!?…\\s]*$")}

# What the patterns above begin with, or hold.
_QUOTE = re.compile("[\"'“”‘’「」『』《》〈〉«»]")
_ASKS = re.compile("[?？][”’」』\"'\\s]*$")
_UNFINISHED = re.compile("[,，:：;；—–][”’」』\"'\\s]*$")
_LOWER = re.compile("[\\W_]*[a-z]")
_COMMAS = re.compile("[,，、;；:：]")

COUNTS = ("questions", "exclamations", "digits", "opened", "closed", "speech", "commas")


class _Quotes(NamedTuple):
    opened: int
    closed: int
    last_opened: int
    last_closed: int


_NO_QUOTES = _Quotes(0, 0, -1, -1)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text, one row a segment.

    ``lengths`` are UTF-8 bytes, in which Chinese and English lengths are nearly proportional.
    ``counts`` has the columns of ``COUNTS``.
    """

    lengths: Doubles
    counts: Doubles
    turn_start: Flags
    turn_end: Flags
    asks: Flags
    unfinished: Flags  # ends with a comma, colon or dash
    lower: Flags  # begins in lower case
    inside: Flags  # ends inside quotation marks: the last one was an opening one, here or before


def read_marks(segments: Sequence[str], lang: Lang) -> Marks:
    """Return the marks of a text."""
    quotes = [_quotes(segment, lang) if _QUOTE.search(segment) else _NO_QUOTES for segment in segments]
    counts = [_count(segment, quote, lang) for segment, quote in zip(segments, quotes, strict=True)]
    ends = [segment[-8:] for segment in segments]
    starts, stops = _TURN_START[lang].match, _TURN_END[lang].search
    quoted = [quote is not _NO_QUOTES for quote in quotes]
    return Marks(
        np.array([len(segment.encode()) for segment in segments], dtype=float),
        np.array(counts, dtype=float).reshape(-1, len(COUNTS)),
        _flags(
            quote is not _NO_QUOTES and starts(text) for text, quote in zip(segments, quotes, strict=True)
        ),
        _flags(some and stops(end) for end, some in zip(ends, quoted, strict=True)),
        _flags(map(_ASKS.search, ends)),
        _flags(map(_UNFINISHED.search, ends)),
        _flags(map(_LOWER.match, segments)),
        _flags(_inside(quotes)),
    )


def _quotes(segment: str, lang: Lang) -> _Quotes:
    """Return how many quotation marks open and close, and where the last of both ends, or -1."""
    opening, closing = _OPEN[lang].finditer(segment), _CLOSE[lang].finditer(segment)
    opened, closed = [mark.end() for mark in opening], [mark.end() for mark in closing]
    return _Quotes(len(opened), len(closed), max(opened, default=-1), max(closed, default=-1))


def _inside(quotes: Iterable[_Quotes]) -> Iterator[bool]:
    """Yield for every segment whether its end stands inside quotation marks."""
    inside = False
    for quote in quotes:
        inside = quote.last_opened > quote.last_closed or (inside and quote.last_opened == quote.last_closed)
        yield inside


def _flags(values: Iterable[object]) -> Flags:
    return np.fromiter(map(bool, values), dtype=np.bool_)


def _count(segment: str, quotes: _Quotes, lang: Lang) -> tuple[int, ...]:
    folded = segment if segment.isascii() else fold(segment)
    return (
        folded.count("?"),
        folded.count("!"),
        len(_DIGITS.findall(folded)),
        quotes.opened,
        quotes.closed,
        len(_SPEECH.findall(segment)) if lang == "zh" else 0,
        len(_COMMAS.findall(segment)),
    )
