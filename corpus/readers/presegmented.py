"""Reads a text that is cut already: one segment a line, kept as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.document import Document, Segment
from corpus.encoding import decode
from corpus.lines import BYTE_ORDER_MARK, LINE_END
from corpus.offsets import OffsetMap
from corpus.script import lang_of
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read_presegmented(path: Path) -> Document:
    """Return a file as a document in which every line, an empty one too, is a segment.

    Raises:
        InputError: The file is empty, no text, or in no known encoding.
    """
    decoded = decode(path.read_bytes(), path)
    raw = decoded.text
    segments = tuple(Segment(span, span.of(raw), block=number) for number, span in enumerate(_lines(raw)))
    return Document(
        raw,
        lang_of(raw[:20_000]),
        segments,
        raw,
        OffsetMap.identity(len(raw)),
        path,
        decoded.encoding,
    )


def _lines(raw: str) -> Iterator[Span]:
    """Return the lines without their ends; the end of the file is the end of the last line."""
    start = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    for end in LINE_END.finditer(raw, start):
        yield Span(start, end.start())
        start = end.end()
    if start < len(raw):
        yield Span(start, len(raw))
