"""HTML and XHTML: what a reader of the page reads.

A block element and ``<br>`` end a block, every other element is part of its sentence. Scripts, styles,
templates, preformatted text and the like are left out; inline code is one character, ``OBJECT``. What stands
in an attribute and is read (``alt``, ``title``, ``placeholder``, ``aria-label``, the description of the page)
is a block of its own, behind the one it stands in.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.document import OBJECT, Role
from corpus.pattern import lazy
from corpus.readers.entities import decoded_parts
from corpus.readers.tags import TagKind, attributes, tag_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.readers.builder import TextBuilder
    from corpus.readers.tags import Tag
    from corpus.span import Span


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _names(
    "address article aside audio blockquote body br caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu"
    " nav ol optgroup option p pre section select summary table tbody td tfoot th thead title tr ul video"
)
# What these hold is no markup, and read by nobody.
UNREAD = _names("script style textarea iframe noembed noframes xmp")
SILENT = _names("canvas datalist noscript object pre rp rt svg template")
CODE = _names("code kbd math samp tt")
# Where one of these was left open, it ends with its block.
INLINE = CODE | _names("rp rt")
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
ROLES = {
    **dict.fromkeys(HEADINGS, Role.HEADING),
    **dict.fromkeys(_names("li dt dd"), Role.ITEM),
    **dict.fromkeys(_names("td th"), Role.CELL),
    **dict.fromkeys(_names("caption figcaption"), Role.CAPTION),
    **dict.fromkeys(_names("ul ol dl table tr figure"), Role.PARAGRAPH),
    "title": Role.TITLE,
}
# The attributes that are read, of the elements that have their own and of all others.
ATTRIBUTES = {
    **dict.fromkeys(_names("img area"), _names("alt title aria-label")),
    "input": _names("alt title aria-label placeholder"),
    "textarea": _names("title aria-label placeholder"),
    **dict.fromkeys(_names("link style script"), frozenset[str]()),
    "meta": _names("content"),
}
OF_ALL = _names("title aria-label")
# What a page says of itself: search engines show it, and those who share the page see it.
DESCRIPTIONS = _names(
    "description og:title og:description og:image:alt twitter:title twitter:description twitter:image:alt"
)
CLOSING = {name: lazy(rf"</{name}\b", re.IGNORECASE) for name in UNREAD}
_ADDRESS = lazy(r"\S*(?://|\.(?:jpe?g|png|gif|webp|svg|bmp)$)\S*", re.IGNORECASE)


def read_html(raw: str, body: Span, out: TextBuilder) -> str | None:
    """Add what a reader of a page reads; return the language that the page declares."""
    reader = _HtmlReader(raw, body, out)
    reader.read()
    return reader.lang


def add_attributes(raw: str, tag: Tag, out: TextBuilder) -> None:
    """Add the attributes of a tag that are read; one that repeats another of the same tag is left out."""
    seen: set[str] = set()
    for span in _read_attributes(raw, tag):
        text = span.of(raw).strip()
        if text and text not in seen and not _ADDRESS.fullmatch(text):
            out.add_aside(decoded_parts(raw, span.start, span.end), Role.ALT)
            seen.add(text)


def _read_attributes(raw: str, tag: Tag) -> Iterator[Span]:
    """Return where the attributes of a tag stand that are read; torn ones (title='it's') are not."""
    wanted = ATTRIBUTES.get(tag.name, OF_ALL)
    if not wanted or not len(tag.inner):
        return
    known = list(attributes(raw, tag.inner))
    if tag.name == "meta":
        names = {span.of(raw).strip().lower() for name, span in known if name in ("name", "property")}
        wanted = wanted if not names.isdisjoint(DESCRIPTIONS) else frozenset()
    for name, span in known:
        is_torn = raw[span.end : span.end + 1] in tuple("\"'") and raw[span.end + 1 : span.end + 2].isalnum()
        if name in wanted and not is_torn:
            yield span


class _HtmlReader:
    def __init__(self, raw: str, body: Span, out: TextBuilder) -> None:
        self.lang: str | None = None
        self._raw = raw
        self._body = body
        self._out = out
        self._open: list[str] = []  # the elements of ROLES around this place
        self._counts: Counter[str] = Counter()  # of them, so that a stray end tag costs nothing
        self._muted: Tag | None = None  # the element whose content is left out
        self._depth = 0  # of elements of the same name inside it

    def read(self) -> None:
        raw, end = self._raw, self._body.end
        done = place = self._body.start
        last = raw.rfind(">", place, end)
        while (place := raw.find("<", place, last + 1)) >= 0:
            tag = tag_at(raw, place, end)
            if tag is None:
                place += 1
                continue
            self._text(done, place)
            done = place = self._markup(tag)
        self._text(done, end)
        self._unmute(end)
        self._out.end_block()

    def _text(self, start: int, end: int) -> None:
        if not self._muted and start < end:
            self._out.add_parts(decoded_parts(self._raw, start, end), self._role)

    @property
    def _role(self) -> Role:
        return ROLES[self._open[-1]] if self._open else Role.PARAGRAPH

    def _markup(self, tag: Tag) -> int:
        """Take in a stretch of markup; return the place to go on from."""
        if tag.kind is TagKind.COMMENT:
            self._out.add_comment(tag.span, tag.inner.of(self._raw).strip())
        elif tag.kind is TagKind.CDATA and not self._muted:
            self._out.add(tag.inner.start, tag.inner.end, self._role)
        elif tag.kind in {TagKind.START, TagKind.END}:
            if self._muted and self._goes_on_muted(tag):
                return tag.span.end
            if tag.kind is TagKind.START:
                return self._start(tag)
            self._end(tag)
        return tag.span.end

    def _goes_on_muted(self, tag: Tag) -> bool:
        """Tell whether a tag is part of what is left out; the one that ends it is."""
        muted = self._muted.name if self._muted else ""
        if tag.name == muted:
            self._depth += 1 if tag.kind is TagKind.START else -1
            if not self._depth:
                self._unmute(tag.span.end)
            return True
        if muted in INLINE and (tag.name in BLOCKS or tag.name == "ruby"):
            self._unmute(tag.span.start)
        return self._muted is not None

    def _unmute(self, end: int) -> None:
        if self._muted and self._muted.name in CODE:
            self._out.add_as(OBJECT, self._muted.span.start, end, self._role)
        self._muted = None

    def _start(self, tag: Tag) -> int:
        name = tag.name
        if name in BLOCKS:
            self._out.end_block()
            if self._open and self._open[-1] in HEADINGS:
                self._close(self._open[-1])  # it was left open
        if name in UNREAD and not tag.closed:
            if name == "textarea":
                self._attributes(tag)
            closing = CLOSING[name].search(self._raw, tag.span.end, self._body.end)
            return closing.start() if closing else self._body.end
        if name in SILENT | CODE and not tag.closed:
            self._muted, self._depth = tag, 1
        elif name in ROLES:
            self._open.append(name)
            self._counts[name] += 1
        self._attributes(tag)
        return tag.span.end

    def _end(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._out.end_block()
        if self._counts[tag.name]:
            self._close(tag.name)

    def _close(self, name: str) -> None:
        """Close the innermost element of a name, and those inside it that were left open."""
        closed = ""
        while closed != name:
            closed = self._open.pop()
            self._counts[closed] -= 1

    def _attributes(self, tag: Tag) -> None:
        if tag.name == "html":
            lang = dict(attributes(self._raw, tag.inner)).get("lang")
            self.lang = lang.of(self._raw) if lang else None
        add_attributes(self._raw, tag, self._out)
