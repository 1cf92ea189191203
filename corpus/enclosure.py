"""Brackets and quotations that hold a sentence together, so that no stop inside ends it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]", "《": "》", "〈": "〉", "〔": "〕"}
QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}
# What is longer is a passage of its own, or was never closed.
LONGEST_BRACKET = 200
LONGEST_QUOTE = 60

_CLOSING = BRACKETS | QUOTES
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MARK = lazy("[" + re.escape("".join(_CLOSING | _OPENING)) + "]")


def enclosed_spans(text: str) -> list[Span]:
    """Return the outermost enclosures inside which no sentence ends, in order, marks included.

    These are brackets, and quotations in the middle of a sentence: a word stands right before them
    and the sentence goes on behind them.

    >>> text = "他喊“站住！别跑！”追了上去（没追上。）。“走。走吧。”他说。"
    >>> [span.of(text) for span in enclosed_spans(text)]
    ['“站住！别跑！”', '（没追上。）']
    """
    outermost: list[Span] = []
    for span in sorted(span for span in _pairs(text) if _holds(text, span)):
        if not outermost or span.start >= outermost[-1].end:
            outermost.append(span)
    return outermost


def _pairs(text: str) -> Iterator[Span]:
    opened: dict[str, list[int]] = {opening: [] for opening in _CLOSING}
    for match in _MARK.finditer(text):
        mark = match[0]
        opening = _OPENING.get(mark)
        if opening and opened[opening]:
            yield Span(opened[opening].pop(), match.end())
        elif mark in _CLOSING:
            opened[mark].append(match.start())


def _holds(text: str, span: Span) -> bool:
    if text[span.start] in BRACKETS:
        return len(span) <= LONGEST_BRACKET
    before = text[max(0, span.start - 2) : span.start].rstrip()
    after = text[span.end : span.end + 2].lstrip()
    runs_in = before[-1:].isalnum()
    runs_on = after[:1] in {*"，、；,;"} or (after[:1].isalpha() and not after[:1].isupper())
    return len(span) <= LONGEST_QUOTE and runs_in and runs_on
