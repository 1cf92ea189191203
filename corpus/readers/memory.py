"""A translation memory (TMX) read as a text: what its units say in one language, a block each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.langtag import lang_of_tag
from corpus.pattern import lazy
from corpus.readers.entities import decoded_parts
from corpus.readers.tmx import CODES

if TYPE_CHECKING:
    from corpus.document import Lang
    from corpus.readers.builder import TextBuilder
    from corpus.span import Span

_TAG = lazy(r"<(/?)([A-Za-z][\w.:-]*)([^<>]*)>")
_LANG = lazy(r"""\blang\s*=\s*["']([^"']*)""")
_SOURCE = lazy(r"""\bsrclang\s*=\s*["']([^"']*)""")


def read_memory(raw: str, body: Span, out: TextBuilder, wanted: Lang | None = None) -> Lang:
    """Add the segments of a memory in one language; return the language.

    Args:
        raw: The file.
        body: Where it begins and ends.
        out: Where to add them.
        wanted: The language; by default the one the header calls the source, or Chinese.
    """
    source = _SOURCE.search(raw, body.start, body.end)
    wanted = wanted or (lang_of_tag(source[1]) if source else None) or "zh"
    lang: Lang | None = None
    done = inside = code = 0
    for tag in _TAG.finditer(raw, body.start, body.end):
        closing, name = bool(tag[1]), tag[2].rpartition(":")[2]
        if inside and not code and lang == wanted:
            out.add_parts(decoded_parts(raw, done, tag.start()))
        done = tag.end()
        if name == "tuv" and not closing:
            declared = _LANG.search(tag[3])
            lang = lang_of_tag(declared[1]) if declared else None
        elif name == "seg":
            inside = not closing
            out.end_block()
        elif name in CODES and not tag[3].endswith("/"):
            code = max(0, code + (-1 if closing else 1))
    return wanted
