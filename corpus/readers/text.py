"""Plain text: every line is a block, but for English that was wrapped at a fixed width.

Plain text has no comments. A line that is one of HTML is taken for one all the same, so that findings
can be suppressed there as well.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.script import lang_of
from corpus.segment import segment_spans
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.readers.builder import TextBuilder

_LINE_END = lazy(r"\r\n|[\r\n\f\u2028\u2029]")
_COMMENT = lazy(r"<!--(.*)-->")
_LIST_ITEM = lazy(r"(?:[-*•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# Mail and text editors wrap at 60 to 80 characters; a shorter line is one of a list or a poem.
NARROWEST, WIDEST = 45, 100
SIGHT = 80  # characters on both sides of a line break that tell whether a sentence ends there


def read_text(raw: str, body: Span, out: TextBuilder) -> None:
    """Add every line as a block.

    Two lines of English are one where they look wrapped: the first ends within a sentence, could
    not have held the first word of the next, and is as long as wrapped lines are; and the next
    begins in lower case, the first ends with a comma, or the whole paragraph (three lines and more,
    up to a blank line) is wrapped like that. Chinese lines are never joined.
    """
    for paragraph in _paragraphs(raw, body, out):
        joins = [*_joins(raw, paragraph), False]
        for number, line in enumerate(paragraph):
            out.add_exact(line.start, line.end)
            if not joins[number]:
                out.end_block()
            elif raw[line.end - 1] != "-":
                out.add_gap(line.end, paragraph[number + 1].start)


def _paragraphs(raw: str, body: Span, out: TextBuilder) -> Iterator[list[Span]]:
    """Return the lines up to a blank one or a comment, without the white space around each."""
    paragraph: list[Span] = []
    for line in _lines(raw, body):
        words = line.stripped(raw)
        comment = _COMMENT.fullmatch(raw, words.start, words.end)
        if comment:
            out.add_comment(words, comment[1].strip())
        if len(words) and not comment:
            paragraph.append(words)
        elif paragraph:
            yield paragraph
            paragraph = []
    yield paragraph


def _lines(raw: str, body: Span) -> Iterator[Span]:
    start = body.start
    for end in _LINE_END.finditer(raw, body.start, body.end):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, body.end)


def _joins(raw: str, paragraph: list[Span]) -> list[bool]:
    """Tell for every line but the last whether the next one goes on with it."""
    lines = [line.of(raw) for line in paragraph]
    pairs = list(pairwise(lines))
    width = max(map(len, lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return [False] * len(pairs)
    full = [len(line) + 1 + len(following.split(maxsplit=1)[0]) > width for line, following in pairs]
    wrapped = len(lines) > 2 and all(full)
    return [is_full and _goes_on(*pair, wrapped=wrapped) for is_full, pair in zip(full, pairs, strict=True)]


def _goes_on(line: str, following: str, *, wrapped: bool) -> bool:
    seems_to = wrapped or following[0].islower() or line[-1] in ",-"
    if not seems_to or _LIST_ITEM.match(following) or lang_of(line) != "en":
        return False
    before = line[-SIGHT:] + " "
    sentences = segment_spans(before + following[:SIGHT], "en")
    return all(sentence.start != len(before) for sentence in sentences)
