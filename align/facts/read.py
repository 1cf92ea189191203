"""What a reader of one language hands to the scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.facts.fact import Fact, Kind, Strength
from align.facts.value import Clock
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.moment import Found
    from align.facts.numeral import Flaw
    from align.facts.value import Value


_DIGIT = lazy("[0-9]")


class Read(NamedTuple):
    """What a numeral and the words around it say, and where these begin and end."""

    kind: Kind
    values: tuple[Value, ...]
    start: int
    end: int
    strength: Strength
    flaw: Flaw | None = None

    def fact(self, text: str) -> Fact:
        """Return the fact that this is in a text."""
        span = Span(self.start, self.end)
        return Fact(self.kind, self.values[0], span, span.of(text), self.strength, self.values[1:], self.flaw)


def dated(found: Found, plain: str) -> Read:
    """Return a date or time as a reader hands it on; one that is not sure is loose."""
    kind = Kind.TIME if isinstance(found.values[0], Clock) else Kind.DATE
    digits = _DIGIT.search(plain, found.start, found.end)
    strength = (Strength.DIGITS if digits else Strength.WORDS) if found.sure else Strength.LOOSE
    return Read(kind, found.values, found.start, found.end, strength, found.flaw)
