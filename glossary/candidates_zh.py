"""What may be a name or a term in a Chinese text: its words, and a few of them together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.script import has_han, is_han
from glossary.candidates_en import Phrase
from glossary.phrase_words import phrase_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LIMIT_WORDS = 4
LIMIT_CHARS = 12
DOTS = "·•‧・"  # between the parts of a foreign name
# What a name or a term neither begins nor ends with.
_EDGE = phrase_words("chinese-edge")
# Words that mostly join two names, and what ends one name that has such a word in it.
_AND = phrase_words("chinese-and")
_BODIES = tuple(sorted(phrase_words("chinese-body")))


def chinese_phrases(text: str) -> Iterator[Phrase]:
    """Yield the words of a Chinese text and runs of up to four that may be names or terms.

    >>> [item.text for item in chinese_phrases("销售公司，等等")]
    ['销售', '销售公司', '公司']
    """
    words = list(_words(text))
    for first in range(len(words)):
        for last in range(first, min(len(words), first + LIMIT_WORDS + 4)):
            run = words[first : last + 1]
            if not _goes_on(text, run):
                break
            if any(span.of(text) in _AND for span in run) and not text[: run[-1].end].endswith(_BODIES):
                continue
            dots = sum(span.of(text) in DOTS for span in run)
            if len(run) - 2 * dots > LIMIT_WORDS:
                break
            if _is_whole(text, run):
                span = Span(run[0].start, run[-1].end)
                yield Phrase(span.of(text), span, name=dots > 0)


def _goes_on(text: str, run: Sequence[Span]) -> bool:
    """Tell whether a run may still be one name: only letters, digits, and dots between."""
    if run[-1].end - run[0].start > LIMIT_CHARS:
        return False
    last = run[-1].of(text)
    return last in DOTS or all(is_han(char) or char.isalnum() for char in last)


def _is_whole(text: str, run: Sequence[Span]) -> bool:
    first, last = run[0].of(text), run[-1].of(text)
    span = Span(run[0].start, run[-1].end)
    return (
        len(span) > 1
        and has_han(span.of(text))
        and not is_cut(text, span)
        and not {first, last} & _EDGE
        and not any(word in DOTS or word.isdigit() for word in (first, last))
    )


def is_cut(text: str, span: Span) -> bool:
    """Tell whether a stretch is a piece of a name with dots, such as 唐纳德 in 唐纳德·特朗普."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return (before or " ") in DOTS or (after or " ") in DOTS


def _words(text: str) -> Iterator[Span]:
    start = 0
    for word in _cut(text):
        yield Span(start, start + len(word))
        start += len(word)


def _cut(text: str) -> Iterable[str]:
    cut: Iterable[str] = _segmenter().cut(text)
    return cut


@cache
def _segmenter():  # type: ignore[no-untyped-def]  # jieba has no types
    """Return jieba's segmenter, with its compiled dictionary in our cache folder."""
    import jieba

    from corpus.cache import cache_folder

    jieba.setLogLevel(60)
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    jieba.dt.tmp_dir = str(folder)
    return jieba.dt
