"""How a replacement is written in the format of its file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus import Role, Span
from corpus.documents import SUFFIXES
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re

    from corpus import Document

# What ends or changes an unquoted YAML value: a key, a comment, an indicator in front.
NOT_PLAIN_YAML = lazy(r"""\A[-?:,\[\]{}#&*!|>'"%@`]|:(?=\s|\Z)|\s\#|[\r\n]""")
MARKDOWN_MARK = lazy(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
ENTITY_OR_TAG = lazy(r"&(?=#?\w+;)|<(?=[A-Za-z/!?])")
ENTITIES = {"&": "&amp;", "<": "&lt;"}
# A link, an image, the definition of a link: no fix may make one by chance.
LINK_MARK = lazy(r"\][(\[:]|!\[")
LIMIT_LOOK_AHEAD = 32  # characters; the longest entity that HTML knows has 31
# At the start of a line these make a heading, a quotation, a list, a rule.
BLOCK_MARK = lazy(r"[ \t]*(?:>|-{3,}|={3,}|(?:#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|\Z))")


def written(text: str, document: Document, *, at: Span, place: Span) -> str | None:
    """Return a replacement as it is written in the raw file, or None where it cannot stand there.

    Args:
        text: The replacement, as a reader is to see it.
        document: The document that it goes into.
        at: What it replaces in ``document.text``.
        place: The same in ``document.raw``.
    """
    try:
        text.encode(document.encoding)
    except UnicodeEncodeError:
        return None
    if not document.markup and not document.metadata:
        return text
    block, role = _block(document, at)
    if place.end <= document.body_start:
        is_toml = document.raw.lstrip("\ufeff \t\r\n").startswith("+++")
        return (_toml if is_toml else _yaml)(text, document.raw, place, block)
    if not document.markup:
        return text
    if document.path is not None and SUFFIXES.get(document.path.suffix.lower()) == "markdown":
        return _markdown(text, document.raw, place, role)
    return _html(text, document.raw[block.start - 1 : block.start] if role is Role.ALT else None)


def _block(document: Document, at: Span) -> tuple[Span, Role]:
    """Return where the block of a place lies in the raw file, and what it is."""
    segments = document.segments
    if not segments:
        return Span(0, len(document.raw)), Role.PARAGRAPH
    here = max(0, bisect_right(segments, at.start, key=lambda segment: segment.span.start) - 1)
    first = last = here
    while first and segments[first - 1].block == segments[here].block:
        first -= 1
    while last + 1 < len(segments) and segments[last + 1].block == segments[here].block:
        last += 1
    hull = Span(segments[first].span.start, segments[last].span.end)
    return document.to_raw(hull), segments[here].role


def _yaml(text: str, raw: str, place: Span, value: Span) -> str | None:
    """Return the text as the value's quotes ask; None where an unquoted value would change its meaning."""
    quote = raw[value.start - 1 : value.start]
    if "\n" in text or "\r" in text:
        return None
    if quote == "'":
        return text.replace("'", "''")
    if quote == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    whole = raw[value.start : place.start] + text + raw[place.end : value.end]
    return None if NOT_PLAIN_YAML.search(whole) else text


def _toml(text: str, raw: str, _place: Span, value: Span) -> str | None:
    """Return the text as the value's quotes ask; None where they cannot hold it."""
    if "\n" in text or "\r" in text:
        return None
    if raw[value.start - 1 : value.start] == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return None if "'" in text else text


def _html(text: str, attribute_quote: str | None) -> str | None:
    """Return the text with ``&`` and ``<`` as entities; in an attribute its quote as well."""
    escaped = "".join(ENTITIES.get(char, char) for char in text)
    if attribute_quote is None:
        return escaped
    if attribute_quote == '"':
        return escaped.replace('"', "&quot;")
    return escaped.replace("'", "&#39;") if attribute_quote == "'" else None


def _markdown(text: str, raw: str, place: Span, role: Role) -> str | None:
    """Return the text with what Markdown would take for markup escaped.

    None where it would begin a block or make a link, and in the line that opens a container (``:::``).
    """
    line_start = max(raw.rfind("\n", 0, place.start), raw.rfind("\r", 0, place.start)) + 1
    behind = raw[place.end : place.end + LIMIT_LOOK_AHEAD]
    if not raw[line_start : place.start].strip() and BLOCK_MARK.match(text + behind):
        return None
    if raw.startswith(":::", line_start) or _makes_link(text, raw, place):
        return None
    kept = MARKDOWN_MARK.findall(text) == MARKDOWN_MARK.findall(place.of(raw))  # they are marks as before
    escaped = text if kept else MARKDOWN_MARK.sub(r"\\\g<0>", text)
    if role is Role.CELL:
        escaped = escaped.replace("|", r"\|")

    def entity(match: re.Match[str]) -> str:
        inside = match.start() < len(escaped)
        return ENTITIES[match[0]] if inside else match[0]

    whole = ENTITY_OR_TAG.sub(entity, escaped + behind)
    return whole[: len(whole) - len(behind)]


def _makes_link(text: str, raw: str, place: Span) -> bool:
    """Tell whether a replacement and what it touches is a mark of a link that was not there before."""
    before, behind = raw[max(0, place.start - 1) : place.start], raw[place.end : place.end + 1]
    was = f"{before}{place.of(raw)}{behind}"
    return len(LINK_MARK.findall(f"{before}{text}{behind}")) > len(LINK_MARK.findall(was))
