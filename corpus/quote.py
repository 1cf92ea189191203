"""Which parts of a text stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.pattern import lazy
from corpus.span import Span

# A single quote opens only behind a blank or a bracket, and closes only before no letter: the rest are
# apostrophes. Its length is bounded, because it may begin anew at every apostrophe of a text.
_QUOTED = lazy(
    r"“[^“”\n]*+”|「[^「」\n]*+」|『[^『』\n]*+』|‘(?:[^‘’\n]|’(?=\w))*+’"
    r'|"[^"\n]*+"|«[^«»\n]*+»|(?<![^\s(\[])\'(?:[^\'\n]|\'(?=\w)){1,120}+\'(?!\w)'
)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text, marks included: leftmost, in order, not nested."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> Quotations:
        """Return the quotations of a text.

        >>> text = "Don't say “wasn't” or 'isn't', he said."
        >>> [span.of(text) for span in Quotations.of(text).spans]
        ["“wasn't”", "'isn't'"]
        """
        return cls(tuple(Span(*match.span()) for match in _QUOTED.finditer(text)))

    def around(self, span: Span) -> Span | None:
        """Return the quotation that a span lies in, or None.

        >>> Quotations.of("The mark “，” is a comma，too.").around(Span(10, 11))
        Span(start=9, end=12)
        """
        number = bisect_right(self.spans, span.start, key=lambda quoted: quoted.start) - 1
        return self.spans[number] if number >= 0 and self.spans[number].covers(span) else None
