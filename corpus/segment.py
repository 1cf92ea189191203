"""Sentences: where the segments of one block begin and end.

A segment ends behind a stop (。！？ . ! ?, an ellipsis) and the quotes and brackets that close there.
A semicolon ends none, in either language: the clauses on its sides are statements. Brackets and short
quotations inside a sentence hold together. Nothing is lost: between two segments is white space only.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus.enclosure import enclosed_spans
from corpus.pattern import lazy
from corpus.script import lang_of
from corpus.sentence_en import ends_english_sentence
from corpus.sentence_zh import ends_chinese_sentence
from corpus.span import Span
from corpus.stop import CHINESE_STOPS, stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.document import Lang
    from corpus.stop import Stop

_WORD = lazy(r"[^\W_]")


def segment_spans(text: str, lang: Lang | None) -> Iterator[Span]:
    """Return the sentences of one block, in order; without a language, the script tells it.

    A line break is white space here: readers cut a text into blocks first.

    >>> text = "“走吧。”他说。她没动。"
    >>> [span.of(text) for span in segment_spans(text, "zh")]
    ['“走吧。”他说。', '她没动。']
    """
    start = 0
    for end in [*_sentence_ends(text, lang or lang_of(text) or "en"), len(text)]:
        sentence = Span(start, end).stripped(text)
        if len(sentence):
            yield sentence
        start = end


def _sentence_ends(text: str, lang: Lang) -> Iterator[int]:
    held = enclosed_spans(text)
    starts = [span.start for span in held]
    sentence = 0
    word = _WORD.search(text)
    for stop in stops(text):
        if word is None or word.start() > stop.start:
            continue  # marks alone are no sentence
        nearest = bisect_right(starts, stop.start) - 1
        enclosure = held[nearest] if nearest >= 0 and stop.start < held[nearest].end else None
        if enclosure and stop.end < enclosure.end:
            continue
        if _ends_sentence(stop, lang, sentence, enclosure):
            word = _WORD.search(text, stop.end)
            if word is None:
                return
            yield stop.end
            sentence = stop.end


def _ends_sentence(stop: Stop, lang: Lang, sentence: int, enclosure: Span | None) -> bool:
    if lang == "en" and not set(CHINESE_STOPS) & set(stop.marks):
        return ends_english_sentence(stop, sentence=sentence)
    if lang == "en" and stop.after(2).lstrip()[:1].islower():
        return False
    return ends_chinese_sentence(stop, sentence=sentence, enclosure=enclosure)
