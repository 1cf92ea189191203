"""Character references of HTML and Markdown, with and without a semicolon."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.readers.builder import Part

# No name in HTML 5 is longer than 32 characters.
_REFERENCE = lazy(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def decoded_parts(raw: str, start: int, end: int) -> Iterator[Part]:
    """Return the parts of a stretch of the raw file: a reference with what it stands for, the rest with None.

    What looks like a reference and is none, such as the ``&c`` of an address, stays as it is.

    >>> [text for span, text in decoded_parts("R&amp;D &copy &x", 0, 16)]
    [None, '&', None, '©', None]
    """
    if raw.find("&", start, end) < 0:
        yield Span(start, end), None
        return
    from html import unescape

    done = start
    for match in _REFERENCE.finditer(raw, start, end):
        text = unescape(match[0])
        if text == match[0]:
            continue
        if done < match.start():
            yield Span(done, match.start()), None
        # "&notit;" is "¬it;": what follows a name without a semicolon stands for itself.
        rest = _common_tail(match[0], text)
        done = match.end() - rest
        if len(text) > rest:  # a forbidden character, such as "&#1;", stands for nothing
            yield Span(match.start(), done), text[: len(text) - rest]
    if done < end:
        yield Span(done, end), None


def _common_tail(one: str, other: str) -> int:
    """Return how many characters at the end both texts share."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
