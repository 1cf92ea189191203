"""How far a suppression comment reaches."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from align.selection import ALL, closeness
from align.suppressions.directive import Verb
from corpus import Span
from corpus.lines import LINE_END, LineIndex
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.finding import Finding
    from align.suppressions.directive import Directive, Selector
    from corpus import Document

# Where this stands between a block and a comment on the same line, the comment belongs to the next block.
BLOCK_END = lazy(
    r"</(?:address|article|blockquote|caption|dd|div|dt|figcaption|h[1-6]|li|p|pre|section|td|th|tr)\b",
    re.IGNORECASE,
)
# A key of the front matter, or its end.
YAML_LINE = lazy(r"^(?:[^\s#:][^:\r\n]*:|---|\.\.\.)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Suppression:
    """One selector of a comment, and the stretch of the raw file in which it holds; None for nowhere."""

    directive: Directive
    selector: Selector
    area: Span | None

    def hides(self, finding: Finding, place: Span) -> bool:
        """Tell whether a finding at a place in the raw file is hidden."""
        if self.area is None or not self.area.touches(place):
            return False
        return closeness(self.selector.text, finding) is not None


def suppressions(document: Document, comments: Sequence[Directive]) -> tuple[Suppression, ...]:
    """Return every selector of the comments with the stretch in which it holds."""
    areas = _Areas(document)
    return tuple(
        Suppression(comment, selector, areas.of(comments, number, selector))
        for number, comment in enumerate(comments)
        if comment.verb is not Verb.ENABLE
        for selector in comment.selectors
    )


def orphans(comments: Sequence[Directive]) -> Iterator[Directive]:
    """Return the ``enable`` comments before which nothing that they name is disabled."""
    disabled: list[Selector] = []
    for comment in comments:
        if comment.verb is Verb.DISABLE:
            disabled += comment.selectors
        elif comment.verb is Verb.ENABLE and not comment.problems:
            left = [selector for selector in disabled if not _enables(comment, selector)]
            if len(left) == len(disabled):
                yield comment
            disabled = left


def _enables(comment: Directive, selector: Selector) -> bool:
    names = [other.text.upper() for other in comment.selectors]
    return not names or any(name == ALL or selector.text.upper().startswith(name) for name in names)


class _Areas:
    def __init__(self, document: Document) -> None:
        self._raw = document.raw
        self._lines = LineIndex(document.raw)
        self._blocks = [
            document.to_raw(Span(segments[0].span.start, segments[-1].span.end))
            for segments in (list(group) for _, group in groupby(document.segments, lambda one: one.block))
        ]

    def of(self, comments: Sequence[Directive], number: int, selector: Selector) -> Span | None:
        """Return where a selector of a comment holds."""
        comment = comments[number]
        if comment.verb is Verb.IGNORE:
            return self._beside_or_below(comment.span)
        if comment.verb is Verb.IGNORE_FILE:
            return Span(0, len(self._raw))
        later = (one for one in comments[number + 1 :] if one.verb is Verb.ENABLE)
        stop = next((one.span.start for one in later if _enables(one, selector)), len(self._raw))
        return Span(comment.span.end, stop)

    def _beside_or_below(self, comment: Span) -> Span | None:
        """Return the next block; for a comment beside or inside a block, the line as far as that goes."""
        line = self._line(comment)
        number = bisect_left(self._blocks, comment)
        block = self._blocks[number - 1] if number else None
        if block and block.end > comment.start:
            alone = not f"{self._raw[line.start : comment.start]}{self._raw[comment.end : line.end]}".strip()
            return _common(self._line(Span(line.end, line.end)) if alone else line, block)
        if block and block.end > line.start and not BLOCK_END.search(self._raw, block.end, comment.start):
            return _common(line, block)
        return self._next_block(comment, number)

    def _next_block(self, comment: Span, number: int) -> Span | None:
        block = next((one for one in self._blocks[number : number + 2] if one.start >= comment.end), None)
        if block is None or not self._raw.startswith("#", comment.start):
            return block
        # In the front matter a comment is about the key below it, which may be one that is no text.
        between = YAML_LINE.findall(self._raw, comment.end, block.start)
        return block if len(between) == 1 and between[0] not in ("---", "...") else None

    def _line(self, span: Span) -> Span:
        """Return the line or lines that a span stands on, with the line end."""
        _, column = self._lines.place(span.start)
        end = LINE_END.search(self._raw, span.end)
        return Span(max(0, span.start - column + 1), end.end() if end else len(self._raw))


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None
