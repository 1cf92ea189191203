"""Marks: what can be counted on the surface of a segment, such as its length, digits and quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

COUNTS = ("questions", "exclamations", "digits", "opened", "closed", "speech", "letters", "commas")


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
    counts = np.array([_count(segment, lang) for segment in segments], dtype=float).reshape(-1, len(COUNTS))
    return Marks(
        np.array([len(segment.encode()) for segment in segments], dtype=float),
        counts,
        _flags(bool(_TURN_START[lang].match(segment)) for segment in segments),
        _flags(bool(_TURN_END[lang].search(segment[-8:])) for segment in segments),
        _flags(bool(re.search("[?？][”’」』\"'\\s]*$", segment[-8:])) for segment in segments),
        _flags(bool(re.search("[,，:：;；—–][”’」』\"'\\s]*$", segment[-8:])) for segment in segments),
        _flags(bool(re.match("[\\W_]*[a-z]", segment)) for segment in segments),
        _flags(_inside(segments, lang)),
    )


def _inside(segments: Sequence[str], lang: Lang) -> Iterator[bool]:
    """Yield for every segment whether its end stands inside quotation marks."""
    inside = False
    for segment in segments:
        last = [
            max((mark.end() for mark in kind[lang].finditer(segment)), default=-1) for kind in (_OPEN, _CLOSE)
        ]
        inside = last[0] > last[1] or (inside and last[0] == last[1])
        yield inside


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)


def _count(segment: str, lang: Lang) -> list[int]:
    folded = fold(segment)
    return [
        folded.count("?"),
        folded.count("!"),
        len(_DIGITS.findall(folded)),
        len(_OPEN[lang].findall(segment)),
        len(_CLOSE[lang].findall(segment)),
        len(_SPEECH.findall(segment)) if lang == "zh" else 0,
        sum(map(str.isalnum, segment)),
        len(re.findall("[,，、;；:：]", segment)),
    ]
