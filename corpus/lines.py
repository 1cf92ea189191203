"""Lines and columns of a text, for people and editors."""

from __future__ import annotations

from bisect import bisect_right

from corpus.pattern import lazy

BYTE_ORDER_MARK = "\ufeff"
LINE_END = lazy(r"\r\n|\r|\n")


class LineIndex:
    r"""The lines of a text; they end at ``\r\n``, ``\r`` or ``\n`` and nowhere else.

    A byte order mark has no column, since editors show none.

    >>> LineIndex("周钘\r\n来了").place(5)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        first = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
        self._starts = [first, *(match.end() for match in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a code point; the end of the text has one as well."""
        line = max(1, bisect_right(self._starts, offset))
        return line, max(0, offset - self._starts[line - 1]) + 1
