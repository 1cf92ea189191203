"""The text around a finding, cut to a width, with the marked words in view."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span

if TYPE_CHECKING:
    from align.finding import Finding

ELLIPSIS = "…"
# Characters that have no width or turn the writing direction would hide what a finding is about.
INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u2060\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of text; ``mark`` is what a finding is about, None for all of it."""

    text: str
    mark: Span | None


def target_excerpt(finding: Finding) -> Excerpt:
    """Return the text around what was found."""
    return Excerpt(finding.excerpt, finding.mark)


def source_excerpt(finding: Finding) -> Excerpt | None:
    """Return the text around the source; None where there is none, or where it is what was found."""
    source = finding.source
    if source is None or (source.path, source.line, source.column, source.excerpt) == (
        finding.path,
        finding.line,
        finding.column,
        finding.excerpt,  # both sides of a unit of XML have one place
    ):
        return None
    return Excerpt(source.excerpt, source.mark)


def printable(text: str) -> str:
    r"""Return the text with every character that a terminal would obey, or not show, replaced; length stays.

    >>> printable("a\x1b[31m\tb\u200b")
    'a�[31m b�'
    """
    return "".join(" " if char in "\t\r\n" else REPLACEMENT if _hidden(char) else char for char in text)


def _hidden(char: str) -> bool:
    return char in INVISIBLE or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: Chinese characters two, combining marks none.

    >>> columns("周钘"), columns("e\u0301"), columns("，")
    (4, 1, 2)
    """
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(excerpt: Excerpt, width: int) -> Excerpt:
    """Return an excerpt of at most so many columns, printable, with the mark in view.

    There is as much before the mark as behind it. Only the text near the mark is looked at, so that a
    page that is one long line costs no more than any other.
    """
    mark = excerpt.mark or Span(0, 0)
    near = Span(max(0, mark.start - width), min(len(excerpt.text), mark.start + 2 * width))
    text = printable(near.of(excerpt.text))
    first = mark.start - near.start
    whole = len(text) == len(excerpt.text) and columns(text) <= width
    room = width if whole else width - 2 * len(ELLIPSIS)
    last = min(mark.end - near.start, _reach(text, first, room, step=1))
    room -= columns(text[first:last])
    behind = _reach(text, last, room // 2, step=1)
    start = _reach(text, first, room - columns(text[last:behind]), step=-1)
    end = _reach(text, last, room - columns(text[start:first]), step=1)
    before = ELLIPSIS if near.start + start else ""
    after = ELLIPSIS if near.start + end < len(excerpt.text) else ""
    moved = Span(first, last).shift(len(before) - start) if excerpt.mark else None
    return Excerpt(before + text[start:end] + after, moved)


def _reach(text: str, place: int, room: int, *, step: int) -> int:
    """Return how far one gets from a place in a direction with so many columns."""
    while 0 <= (place if step > 0 else place - 1) < len(text):
        room -= _width(text[place if step > 0 else place - 1])
        if room < 0:
            break
        place += step
    return place
