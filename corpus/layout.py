"""What a document has besides its words: headings, links, images, code, lists, tables, footnotes, type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.documents import SUFFIXES
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.document import Document


class Kind(StrEnum):
    """What an element of a layout is; the words are for messages."""

    HEADING = "heading"
    LINK = "link"
    IMAGE = "image"
    CODE = "code"
    CODE_BLOCK = "code block"
    LIST = "list"
    TABLE = "table"
    FOOTNOTE = "footnote"
    STRONG = "bold type"
    EMPHASIS = "italics"


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a layout: where it stands in the raw file, and what a translation should keep of it.

    ``key`` is the level of a heading, the address of a link or image, the text of code, the language of a
    code block, the size of a list or table, the label of a footnote; ``""`` for type.
    """

    kind: Kind
    key: str
    span: Span


def layout_of(document: Document) -> tuple[Element, ...]:
    """Return the elements of a document in the order of the file; plain text has none."""
    if not document.markup:
        return ()
    return tuple(sorted(_elements(document), key=lambda element: (element.span.start, element.span.end)))


def _elements(document: Document) -> Iterator[Element]:
    body = Span(document.body_start, len(document.raw))
    suffix = document.path.suffix.lower() if document.path else ".md"
    if SUFFIXES.get(suffix) == "markdown":
        from corpus.readers.markdown_layout import markdown_layout

        return markdown_layout(document.raw, body)
    from corpus.readers.html_layout import html_layout

    return html_layout(document.raw, body)
