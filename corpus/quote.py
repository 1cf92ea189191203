"""Which parts of a text stand between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A single quote opens only behind a blank or a bracket, and closes only before no letter: the rest are
# apostrophes. Its length is bounded, because it may begin anew at every apostrophe of a text.
_QUOTED = re.compile(
    r"“[^“”\n]*+”|「[^「」\n]*+」|『[^『』\n]*+』|‘(?:[^‘’\n]|’(?=\w))*+’"
    r'|"[^"\n]*+"|«[^«»\n]*+»|(?<![^\s(\[])\'(?:[^\'\n]|\'(?=\w)){1,120}+\'(?!\w)'
)


def quoted_spans(text: str) -> Iterator[Span]:
    """Return what stands between quotation marks, marks included, leftmost and not nested.

    >>> text = "Don't say “wasn't” or 'isn't', he said."
    >>> [span.of(text) for span in quoted_spans(text)]
    ["“wasn't”", "'isn't'"]
    """
    for match in _QUOTED.finditer(text):
        yield Span(*match.span())


def is_quoted(text: str, span: Span) -> bool:
    """Tell whether a span lies between quotation marks.

    >>> is_quoted("The mark “，” is a comma.", Span(10, 11)), is_quoted("He came，left.", Span(7, 8))
    (True, False)
    """
    return any(quoted.covers(span) for quoted in quoted_spans(text))
