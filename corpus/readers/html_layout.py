"""The layout of HTML: what its tags say of headings, links, images, code, lists, tables and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.layout import Element, Kind
from corpus.readers.html import CLOSING, HEADINGS, UNREAD
from corpus.readers.tags import TagKind, attributes, tag_at
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.readers.tags import Tag

ADDRESSES = {"a": ("href", Kind.LINK), "img": ("src", Kind.IMAGE)}
CODE = frozenset({"code", "kbd", "samp", "tt"})
TYPE = {"b": Kind.STRONG, "strong": Kind.STRONG, "i": Kind.EMPHASIS, "em": Kind.EMPHASIS}
# What is counted inside what: items of a list, rows of a table.
COUNTED = {"ul": "li", "ol": "li", "table": "tr"}


def html_layout(raw: str, body: Span) -> Iterator[Element]:
    """Yield the elements of a page, in no order."""
    open_lists: list[tuple[Tag, int]] = []
    waiting: dict[str, Tag] = {}  # code and preformatted text that has not ended
    for tag in _tags(raw, body):
        name = tag.name
        if tag.kind is TagKind.START:
            yield from _start(raw, tag)
            if name in COUNTED:
                open_lists.append((tag, 0))
            elif open_lists and name == COUNTED[open_lists[-1][0].name]:
                open_lists[-1] = (open_lists[-1][0], open_lists[-1][1] + 1)
            if name in CODE or name == "pre":
                waiting.setdefault(name, tag)
        elif name in waiting:
            yield from _code(raw, waiting.pop(name), tag, preformatted="pre" in waiting)
        elif open_lists and name == open_lists[-1][0].name:
            opened, count = open_lists.pop()
            kind = Kind.TABLE if name == "table" else Kind.LIST
            yield Element(kind, f"{name} {count}", opened.span)


def _tags(raw: str, body: Span) -> Iterator[Tag]:
    """Yield the tags of a page; what scripts and the like hold is none."""
    last = raw.rfind(">", body.start, body.end)
    place = body.start
    while (place := raw.find("<", place, last + 1)) >= 0:
        tag = tag_at(raw, place, body.end)
        place = tag.span.end if tag else place + 1
        if tag and tag.kind in {TagKind.START, TagKind.END}:
            yield tag
            if tag.kind is TagKind.START and tag.name in UNREAD and not tag.closed:
                closing = CLOSING[tag.name].search(raw, place, body.end)
                place = closing.start() if closing else body.end


def _start(raw: str, tag: Tag) -> Iterator[Element]:
    if tag.name in HEADINGS:
        yield Element(Kind.HEADING, tag.name[1:], tag.span)
    elif tag.name in TYPE:
        yield Element(TYPE[tag.name], "", tag.span)
    elif tag.name in ADDRESSES:
        attribute, kind = ADDRESSES[tag.name]
        address = dict(attributes(raw, tag.inner)).get(attribute)
        if address:
            yield Element(kind, address.of(raw), tag.span)


def _code(raw: str, opening: Tag, closing: Tag, *, preformatted: bool) -> Iterator[Element]:
    span = Span(opening.span.start, closing.span.end)
    if opening.name == "pre":
        yield Element(Kind.CODE_BLOCK, "", span)
    elif not preformatted:
        yield Element(Kind.CODE, raw[opening.span.end : closing.span.start].strip(), span)
