"""Markdown: the words of every block, without its marks.

Code, the addresses of links and HTML tags are left out; inline code is one character, ``OBJECT``, and the
text inside HTML blocks is read as HTML. What an image says instead of itself is a block of its own, behind
the one it stands in. A hard break ends a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import OBJECT, Role
from corpus.pattern import lazy
from corpus.readers.html import add_attributes, read_html
from corpus.readers.inline import PLACE, placing_parser
from corpus.readers.tags import TagKind, tag_at
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from corpus.readers.builder import Part, TextBuilder

_LINE = lazy(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
ROLES = {
    "heading_open": Role.HEADING,
    "list_item_open": Role.ITEM,
    "th_open": Role.CELL,
    "td_open": Role.CELL,
    "blockquote_open": Role.PARAGRAPH,
}
_CLOSING = frozenset(name.replace("_open", "_close") for name in ROLES)
# What begins a block and is no word: the label of a footnote, the box of a task.
_NOTE = lazy(r"\[\^[^\]\s]++\]:[ \t]*")
_BOX = lazy(r"\[[ xX]\][ \t]+")
_FOOTNOTE = lazy(r"\[\^[^\]\s]++\]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the content of a token lies in the raw file: places that go on together, up to the next ones."""

    places: tuple[int, ...]
    raw_places: tuple[int, ...]

    def raw(self, place: int) -> int:
        """Return the place in the raw file of a place in the content."""
        nearest = max(0, bisect_right(self.places, place) - 1)
        return self.raw_places[nearest] + place - self.places[nearest]

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Return the stretches of the raw file that hold a stretch of the content."""
        while start < end:
            following = bisect_right(self.places, start)
            stop = min([end, *self.places[following : following + 1]])
            yield Span(self.raw(start), self.raw(start) + stop - start)
            start = stop


def read_markdown(raw: str, body: Span, out: TextBuilder) -> None:
    """Add the text of a Markdown file."""
    lines = [Span(*match.span()) for match in _LINE.finditer(raw, body.start, body.end)]
    roles = [Role.PARAGRAPH]
    row_rest = 0  # where in a table row the next cell is looked for
    for token in placing_parser().parse(body.of(raw)):
        if token.type in ROLES:
            roles.append(ROLES[token.type])
        elif token.type in _CLOSING:
            roles.pop()
        elif token.type == "tr_open" and token.map:
            row_rest = lines[token.map[0]].start
        elif token.type == "html_block" and token.map:
            read_html(raw, Span(lines[token.map[0]].start, lines[token.map[1] - 1].end), out)
        elif token.type == "inline" and token.map and token.content:
            block = lines[token.map[0] : token.map[1]]
            cell = Span(row_rest, block[0].end) if roles[-1] is Role.CELL else None
            anchors = anchors_of(token.content, raw, block, cell)
            row_rest = anchors.raw(len(token.content))
            _add_inline(token, raw, anchors, roles[-1], out)
            out.end_block()


def anchors_of(content: str, raw: str, block: Sequence[Span], cell: Span | None) -> Anchors:
    """Return where the content of a token lies: in the lines of a block, or in a cell of one of them."""
    pairs = _cell_places(content, raw, cell) if cell else _line_places(content, raw, block)
    places, raw_places = zip(*pairs, strict=True)
    return Anchors(places, raw_places)


def _line_places(content: str, raw: str, block: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Return where every line of a block begins: behind the marks of quotations, lists and headings."""
    place, lines = 0, iter(block)
    for text in content.split("\n"):
        words = text.strip()
        # A first line of wide blanks is part of the block and not of its content.
        line = next((line for line in lines if words in line.of(raw)), block[-1])
        inside = line.of(raw).rstrip()
        # Nothing stands behind the words but the marks that may close a heading.
        column = len(inside) - len(words) if inside.endswith(words) else inside.find(words)
        yield place + text.find(words), line.start + max(0, column)
        place += len(text) + 1


def _cell_places(content: str, raw: str, cell: Span) -> Iterator[tuple[int, int]]:
    """Return where a table cell begins, and goes on at every pipe: its backslash is not in the content."""
    place, start = 0, cell.start
    for text in re.split(r"(?=\|)", content):
        start = max(start, raw.find(text, start, cell.end))
        yield place, start
        place += len(text)
        start += len(text)


def _add_inline(block: Token, raw: str, anchors: Anchors, role: Role, out: TextBuilder) -> None:
    label = _NOTE.match(block.content) or _BOX.match(block.content)
    words = label.end() if label else 0
    for token, start, end in _placed(block):
        note = _NOTE.match(block.content, end) if token.type == "softbreak" else None
        if token.type == "hardbreak" or note:
            out.end_block()
            words = note.end() if note else words
        elif token.type == "image":
            _add_image(token, Span(start, end), block.content, anchors, out)
        elif token.type == "html_inline":
            _add_tag(raw, anchors.raw(start), anchors.raw(end), out)
        elif end > words:
            out.add_parts(_parts(token, max(start, words), end, block.content, anchors), role)


def _placed(block: Token) -> Iterator[tuple[Token, int, int]]:
    """Return the children of a token with their places; plain text follows what stands before it."""
    done = 0
    for token in block.children or ():
        start, done = token.meta.get(PLACE, (done, done + len(token.content)))
        yield token, start, done


def _parts(token: Token, start: int, end: int, content: str, anchors: Anchors) -> Iterator[Part]:
    """Return what a token adds to the text; the marks of emphasis and of footnotes add nothing."""
    if token.type == "text" and token.content:
        for footnote in [*_FOOTNOTE.finditer(content, start, end), None]:
            stop, following = footnote.span() if footnote else (end, end)
            yield from ((span, None) for span in anchors.spans(start, stop))
            start = following
    elif token.type in {"text_special", "softbreak", "code_inline"}:
        meaning = {"softbreak": " ", "code_inline": OBJECT}.get(token.type, token.content)
        yield Span(anchors.raw(start), anchors.raw(end)), meaning


def _add_image(image: Token, place: Span, content: str, anchors: Anchors, out: TextBuilder) -> None:
    """Add the description of an image, and its title where that is written without escapes."""
    out.add_aside(_description(image, place.start + len("!["), content, anchors), Role.ALT)
    title = str(image.attrs.get("title", ""))
    found = content.find(title, place.start + len(image.content), place.end) if title else -1
    if found >= 0 and title != image.content:
        out.add_aside(((span, None) for span in anchors.spans(found, found + len(title))), Role.ALT)


def _description(image: Token, base: int, content: str, anchors: Anchors) -> Iterator[Part]:
    for token, start, end in _placed(image):
        if token.type == "image":
            yield from _description(token, base + start + len("!["), content, anchors)
        else:
            yield from _parts(token, base + start, base + end, content, anchors)


def _add_tag(raw: str, start: int, end: int, out: TextBuilder) -> None:
    tag = tag_at(raw, start, end)
    if tag and tag.kind is TagKind.COMMENT:
        out.add_comment(tag.span, tag.inner.of(raw).strip())
    elif tag and tag.name == "br":
        out.end_block()
    elif tag:
        add_attributes(raw, tag, out)
