"""Files to documents: read, decode, take out the text, cut it into segments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.document import Document, Role, Segment
from corpus.encoding import decode
from corpus.errors import ConfigError, InputError
from corpus.langtag import lang_of_tag
from corpus.lines import BYTE_ORDER_MARK
from corpus.pattern import lazy
from corpus.readers.builder import TextBuilder
from corpus.script import han_share, has_han, lang_of
from corpus.segment import segment_spans
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from corpus.document import Block, Lang

FORMATS = ("text", "markdown", "html", "tmx")
SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), "html"),
    ".tmx": "tmx",
}
# Languages that are written in Latin letters or with ideographs, and are not ours.
LATIN_LANGUAGES = frozenset(
    """
    af ca cs cy da de es et eu fi fil fr ga gl hr hu id is it ja ko la lt lv ms nb nl no pl pt ro sk sl sq sv
    sw tl tr uz vi
    """.split()
)
HAN_LANGUAGES = frozenset({"ja", "ko"})
# A title or a heading is one segment, whatever stops it has.
WHOLE = frozenset({Role.TITLE, Role.HEADING})
LEAST_HAN = 0.05  # share of the characters of a Chinese text that has many names in Latin letters
HEAD_BYTES = 512  # in which front matter opens
_RULE = lazy(r"(?:\s*\n)?(?P<mark>---|\+\+\+)")
# How a body begins that is HTML under another suffix: a declaration, or an element that holds text.
_HTML_START = lazy(
    r"\s*+(?:<!--.*?-->\s*+)?(?:<!doctype\s+html|<\?xml"
    r"|<(?:html|head|title|body|div|p|h[1-6]|article|section|main|header|blockquote|figure|img|span|table|[uo]l)"
    r"(?:\s[^<>]*+)?>)",
    re.IGNORECASE | re.DOTALL,
)


def read_document(
    path: Path,
    *,
    format: str | None = None,  # noqa: A002  # the option's name
    lang: Lang | None = None,
    data: bytes | None = None,
) -> Document:
    """Return a file as a document.

    Args:
        path: The file.
        format: One of ``FORMATS``; without it the suffix tells, or the way the file begins.
        lang: The language; without it the file's own word or its script tells. Of a translation memory, the
            side to read.
        data: The bytes of the file, where they do not lie in it.

    Raises:
        InputError: The file is empty, no text, in no known encoding, or its front matter is broken.
    """
    decoded = decode(path.read_bytes() if data is None else data, path)
    return parse_document(decoded.text, path=path, encoding=decoded.encoding, format=format, lang=lang)


def read_beside(path: Path, document: Document, *, data: bytes | None = None) -> Document:
    """Return a text that is read beside a document: of a translation memory, its other language.

    ``data`` are its bytes, where they do not lie in the file.

    Raises:
        InputError: As ``read_document``.
    """
    is_memory = SUFFIXES.get(path.suffix.lower()) == "tmx"
    other: dict[Lang | None, Lang] = {"zh": "en", "en": "zh"}
    return read_document(path, lang=other.get(document.lang) if is_memory else None, data=data)


def read_metadata(path: Path, key: str) -> object:
    """Return what the front matter of a text says of a key; None where it says nothing.

    So it is where the front matter is broken: that is told by who reads the text.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            plain = head.replace(b"\0", b"")  # of UTF-16
            if b"---" not in plain and b"+++" not in plain:
                return None
            data = head + file.read()
        if key.encode() not in data.replace(b"\0", b""):
            return None  # as in most texts, which need not be read for it
        raw = decode(data, path).text
        start = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
        return _front_matter(raw, start, TextBuilder(raw), path)[0].get(key)
    except (InputError, OSError):
        return None


def parse_document(
    raw: str,
    *,
    path: Path | None = None,
    encoding: str = "utf-8",
    format: str | None = None,  # noqa: A002  # the option's name
    lang: Lang | None = None,
) -> Document:
    """Return a decoded file as a document.

    >>> document = parse_document("<p>周钘&amp;雷军。</p><p>他来了。</p>", format="html")
    >>> [segment.text for segment in document.segments], document.lang
    (['周钘&雷军。', '他来了。'], 'zh')
    """
    out = TextBuilder(raw)
    start = len(BYTE_ORDER_MARK) if raw.startswith(BYTE_ORDER_MARK) else 0
    metadata, start = _front_matter(raw, start, out, path)
    body = Span(start, len(raw))
    kind = _format(format, path, raw, body)
    declared = _read(kind, raw, body, out, lang)
    extract = out.finish()
    lang = lang or _declared(metadata) or _told(extract.text, metadata.get("lang") or declared, path)
    return Document(
        extract.text,
        lang,
        tuple(_segments(extract.text, extract.blocks, lang)),
        raw,
        extract.offsets,
        path,
        encoding,
        markup=kind != "text",
        metadata=metadata,
        comments=extract.comments,
        body_start=body.start,
    )


def _format(given: str | None, path: Path | None, raw: str, body: Span) -> str:
    if given is not None and given not in FORMATS:
        raise ConfigError(f"the format {given!r} is unknown; known are {', '.join(FORMATS)}")
    by_suffix = SUFFIXES.get(path.suffix.lower()) if path else None
    by_look = "html" if _HTML_START.match(raw, body.start) else "text"
    return given or by_suffix or by_look


def _front_matter(
    raw: str, start: int, out: TextBuilder, path: Path | None
) -> tuple[Mapping[str, object], int]:
    """Add the text of the front matter; return the rest of it, and where the body begins."""
    rule = _RULE.match(raw, start)
    if rule is None:
        return {}, start
    if rule["mark"] == "+++":
        from corpus.readers.tomlmatter import read_toml_matter as read
    else:
        from corpus.readers.frontmatter import read_front_matter as read
    matter = read(raw, start, out, path)
    return (matter.metadata, matter.end) if matter else ({}, start)


def _read(kind: str, raw: str, body: Span, out: TextBuilder, lang: Lang | None) -> str | None:
    """Add the text of the body; return the language that it declares. Readers load on first use."""
    if kind == "tmx":
        from corpus.readers.memory import read_memory

        return read_memory(raw, body, out, lang)
    if kind == "html":
        from corpus.readers.html import read_html

        return read_html(raw, body, out)
    if kind == "markdown":
        from corpus.readers.markdown import read_markdown

        read_markdown(raw, body, out)
    else:
        from corpus.readers.text import read_text

        read_text(raw, body, out)
    return None


def _declared(metadata: Mapping[str, object]) -> Lang | None:
    """Return the language that the front matter names, if it is one of ours."""
    tag = metadata.get("lang")
    return lang_of_tag(tag) if isinstance(tag, str) else None


def _segments(text: str, blocks: Iterable[Block], lang: Lang | None) -> Iterator[Segment]:
    for number, block in enumerate(blocks):
        words = block.span.stripped(text)
        content = words.of(text)
        whole = [Span(0, len(content))] if block.role in WHOLE else None
        for span in whole or segment_spans(content, lang_of(content) or lang):
            yield Segment(span.shift(words.start), span.of(content), block.role, number)


def _told(text: str, declared: object, path: Path | None) -> Lang | None:
    """Return the language that a text's script tells, unless another is declared that is written so.

    >>> _told("Il est parti.", "fr-FR", None), _told("周钘走了。", "fr", None), _told("東京大学", "ja", None)
    (None, 'zh', None)
    """
    code = re.split("[-_]", declared.strip().lower())[0] if isinstance(declared, str) else ""
    told = _lang_of(text, path)
    if (told == "en" and code in LATIN_LANGUAGES) or (told == "zh" and code in HAN_LANGUAGES):
        return None
    return told or lang_of_tag(code)


def _lang_of(text: str, path: Path | None) -> Lang | None:
    """Return the language of a text by its script, and by the name of its file where Latin letters abound."""
    lang = lang_of(text)
    if path is None or lang != "en" or not has_han(text) or han_share(text) < LEAST_HAN:
        return lang
    tags = (path.stem.rpartition(".")[2], path.suffix.removeprefix("."), path.parent.name)
    return "zh" if "zh" in map(lang_of_tag, tags) else lang
