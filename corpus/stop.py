"""The marks that may end a sentence, with what closes behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

CHINESE_STOPS = "。｡！？．"
ELLIPSES = "…‥"
CLOSERS = "”’\"')]}）】〕》〉」』｝»›"
# A run of marks (". . ." too), then the quotes and brackets that close and the numbers of footnotes. A stray
# blank may stand before a mark that can only close.
_STOP = lazy(
    rf"((?:\.[ ](?=\.)|[{CHINESE_STOPS}{ELLIPSES}.!?])++)"
    rf"((?:[{re.escape(CLOSERS)}]|\[\d{{1,3}}\]|[ \u3000](?=[”」』）】]))*+)"
)


@dataclass(frozen=True, slots=True)
class Stop:
    """Marks at ``start`` of a text and what closes behind them, up to ``end``."""

    text: str
    start: int
    marks: str
    closers: str

    @property
    def end(self) -> int:
        """Where the next sentence begins, if this one ends here."""
        return self.start + len(self.marks) + len(self.closers)

    @property
    def is_dot(self) -> bool:
        """Whether the mark is a single stop that abbreviations and numbers have as well."""
        return self.marks in {".", "．"}

    @property
    def is_ellipsis(self) -> bool:
        """Whether the marks say that something is left out, and no more."""
        return not self.is_dot and all(mark in ELLIPSES + ". " for mark in self.marks)

    def before(self, limit_chars: int) -> str:
        """Return the last characters before the marks."""
        return self.text[max(0, self.start - limit_chars) : self.start]

    def after(self, limit_chars: int) -> str:
        """Return the first characters behind what closes."""
        return self.text[self.end : self.end + limit_chars]


def stops(text: str) -> Iterator[Stop]:
    """Return every run of marks that may end a sentence.

    A straight quote behind the marks closes a quotation, unless none is open and a word follows.

    >>> [(stop.marks, stop.closers) for stop in stops('他问："走？" 她没动。"不。"')]
    [('？', '"'), ('。', ''), ('。', '"')]
    """
    seen, quotes = 0, 0
    for match in _STOP.finditer(text):
        quotes += text.count('"', seen, match.end(1))
        seen = match.end(1)
        closers = match[2]
        opens = quotes % 2 == 0 and closers.startswith('"') and text[match.end() : match.end() + 1].isalnum()
        yield Stop(text, match.start(), match[1], "" if opens else closers)
