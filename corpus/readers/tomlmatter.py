"""TOML front matter, between lines of ``+++``: the title that people read, and the metadata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.lines import LineIndex
from corpus.pattern import lazy
from corpus.readers.frontmatter import LONGEST, ROLES, FrontMatter
from corpus.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.builder import TextBuilder

_OPENING = lazy(r"(?:\s*\n)?\+\+\+[ \t]*\r?\n")
_CLOSING = lazy(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_TABLE = lazy(r"^[ \t]*\[", re.MULTILINE)
# A key of the article's text with its value in one line; what needs escapes is left out of the text.
_TEXT = lazy(
    rf"""^[ \t]*(?P<key>{"|".join(ROLES)})[ \t]*=[ \t]*"""
    r"""(?:"(?P<basic>[^"\\\r\n]+)"|'(?P<literal>[^'\r\n]+)')[ \t]*(?:\#.*)?\r?$""",
    re.MULTILINE,
)


def read_toml_matter(raw: str, start: int, out: TextBuilder, path: Path | None) -> FrontMatter | None:
    """Add the title and other text of the front matter; return the rest of it, or None where there is none.

    Raises:
        InputError: The front matter is not closed, or is not TOML.
    """
    opening = _OPENING.match(raw, start)
    if not opening:
        return None
    closing = _CLOSING.search(raw, opening.end(), opening.end() + LONGEST)
    if not closing:
        problem = "the front matter that begins here is not closed by a line +++"
        raise InputError(problem, path=path, line=LineIndex(raw).place(opening.end() - 1)[0])
    toml = Span(opening.end(), closing.start())
    metadata = _parse(toml.of(raw), path)
    table = _TABLE.search(raw, toml.start, toml.end)
    for found in _TEXT.finditer(raw, toml.start, table.start() if table else toml.end):
        place = Span(*found.span("basic" if found["basic"] else "literal"))
        out.add_parts([(place, None)], ROLES[found["key"]])
        out.end_block()
    return FrontMatter(metadata, closing.end())


def _parse(text: str, path: Path | None) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        problem = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise InputError(f"the front matter is not valid TOML: {problem}", path=path) from error
