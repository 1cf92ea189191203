"""The layout of Markdown: what its marks say of headings, links, images, code, lists, tables and type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.layout import Element, Kind
from corpus.pattern import lazy
from corpus.readers.inline import PLACE, placing_parser
from corpus.readers.markdown import Anchors, anchors_of
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FOOTNOTE = lazy(r"\[\^([^\]\s]{1,80})\](?!:)")
COUNTED = frozenset({"bullet_list", "ordered_list", "table"})
ITEMS = frozenset({"list_item_open", "tr_open"})
BLOCKS = frozenset({"heading_open", "fence", "code_block"})
TYPE = {"strong_open": Kind.STRONG, "em_open": Kind.EMPHASIS}


def markdown_layout(raw: str, body: Span) -> Iterator[Element]:
    """Yield the elements of a Markdown text, in no order."""
    lines = [Span(*match.span()) for match in _LINE.finditer(raw, body.start, body.end)]
    counts: list[int] = []  # of the items and rows of the lists and tables around this place
    opened: list[Token] = []
    for token in placing_parser().parse(body.of(raw)):
        name, _, end = token.type.rpartition("_")
        if name in COUNTED and end == "open":
            opened.append(token)
            counts.append(0)
        elif name in COUNTED:
            yield _counted(opened.pop(), counts.pop(), lines, raw)
        elif token.type in ITEMS and counts:
            counts[-1] += 1
        elif token.map and token.type in BLOCKS:
            yield _block(token, lines, raw)
        elif token.map and token.type == "inline" and token.content:
            yield from _inline(token, anchors_of(token.content, raw, lines[slice(*token.map)], None))


def _counted(opening: Token, count: int, lines: Sequence[Span], raw: str) -> Element:
    """Return a list or a table with the number of its items or rows; its first line stands for it."""
    name = opening.type.removesuffix("_open")
    kind = Kind.TABLE if name == "table" else Kind.LIST
    first = lines[opening.map[0] if opening.map else 0]
    return Element(kind, f"{name.replace('_', ' ')} {count}", first.stripped(raw))


def _block(token: Token, lines: Sequence[Span], raw: str) -> Element:
    assert token.map, "the token of a block knows its lines"
    span = Span(lines[token.map[0]].start, lines[token.map[1] - 1].end).stripped(raw)
    if token.type == "heading_open":
        return Element(Kind.HEADING, token.tag[1:], span)
    return Element(Kind.CODE_BLOCK, (token.info.split() or [""])[0], span)


def _inline(block: Token, anchors: Anchors) -> Iterator[Element]:
    def span(start: int, end: int) -> Span:
        return Span(anchors.raw(start), max(anchors.raw(start), anchors.raw(end)))

    links: list[Token] = []
    for token in block.children or ():
        start, end = token.meta.get(PLACE, (0, 0))
        if token.type == "link_open":
            links.append(token)
        elif token.type == "link_close" and links:
            opening = links.pop()
            address = str(opening.attrs.get("href", ""))
            yield Element(Kind.LINK, address, span(opening.meta[PLACE][0], end))
        elif token.type == "image":
            yield Element(Kind.IMAGE, str(token.attrs.get("src", "")), span(start, end))
        elif token.type == "code_inline":
            yield Element(Kind.CODE, token.content.strip(), span(start, end))
        elif token.type in TYPE:
            yield Element(TYPE[token.type], "", span(end - len(token.markup), end))
    for match in _FOOTNOTE.finditer(block.content):
        yield Element(Kind.FOOTNOTE, match[1], span(*match.span()))
