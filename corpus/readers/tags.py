"""The tags of a text with markup, each with its place. Nothing is refused; nothing is resolved or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class TagKind(StrEnum):
    """What a stretch of markup is."""

    START = "start"
    END = "end"
    COMMENT = "comment"
    CDATA = "cdata"
    OTHER = "other"  # a declaration or an instruction


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of markup; ``inner`` is the place of its attributes, or of the text of a comment."""

    kind: TagKind
    span: Span
    inner: Span
    name: str = ""
    closed: bool = False  # a start tag with a slash at its end


# A quoted value may hold ">". Where a quote is torn, the tag ends at the first ">".
_TAG = lazy(r"""<(/?)([A-Za-z][^\s/<>"']*+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""")
_TORN_TAG = lazy(r"""<(/?)([A-Za-z][^\s/<>"']*+)([^<>]*+)>""")
_DECLARATION = lazy(r"<[!?/][^>]*+>")
# A document type may hold declarations of its own. It stands at the top, and is looked for nowhere else.
_DOCTYPE = lazy(r"<!doctype[^\[>]*+\[[^\]]*+\][^>]*+>", re.IGNORECASE)
TOP = 200
_ATTRIBUTE = lazy(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?""")


def tag_at(raw: str, place: int, end: int) -> Tag | None:
    """Return the markup that begins at a ``<``, or None where that is a character like any other.

    >>> tag_at("<a b='>'>x", 0, 10).span, tag_at("1 < 2>", 2, 6)
    (Span(start=0, end=9), None)
    """
    if raw.startswith("<!--", place):
        return _until(raw, place, end, "-->", TagKind.COMMENT)
    if raw.startswith("<![CDATA[", place):
        return _until(raw, place, end, "]]>", TagKind.CDATA)
    match = _TAG.match(raw, place, end) or _TORN_TAG.match(raw, place, end)
    if match:
        kind = TagKind.END if match[1] else TagKind.START
        return Tag(kind, Span(*match.span()), Span(*match.span(3)), match[2].lower(), match[3].endswith("/"))
    doctype = _DOCTYPE.match(raw, place, end) if place < TOP else None
    other = doctype or _DECLARATION.match(raw, place, end)
    return Tag(TagKind.OTHER, Span(*other.span()), Span(*other.span())) if other else None


def attributes(raw: str, inner: Span) -> Iterator[tuple[str, Span]]:
    """Return the attributes of a tag that have a value, with the place of the value.

    >>> [(name, span.of("a=1 alt='x y' b")) for name, span in attributes("a=1 alt='x y' b", Span(0, 15))]
    [('a', '1'), ('alt', 'x y')]
    """
    for match in _ATTRIBUTE.finditer(raw, inner.start, inner.end):
        group = match.lastindex or 1
        if group > 1:
            yield match[1].lower(), Span(*match.span(group))


def _until(raw: str, place: int, end: int, closing: str, kind: TagKind) -> Tag:
    """Return the comment or section that ends at a mark, or with the text."""
    # "<!-->" is a comment too: its dashes both open and close it.
    first = place + (2 if kind is TagKind.COMMENT else len("<![CDATA["))
    found = raw.find(closing, first, end)
    last = found if found >= 0 else end
    begin = min(place + (4 if kind is TagKind.COMMENT else len("<![CDATA[")), last)
    return Tag(kind, Span(place, min(last + len(closing), end)), Span(begin, max(begin, last)))
