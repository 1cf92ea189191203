"""What is lost on the way from one glossary format to another, counted by its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_KINDS = 200  # of losses that are told apart; a file with more unknown fields than this has no plan
OTHER = "other details"


@dataclass(frozen=True, slots=True)
class Loss:
    """One kind of thing that is not kept: how often, and the line of the first where it was read."""

    what: str
    count: int
    line: int | None = None

    def __str__(self) -> str:
        """Return what is lost as a line for people.

        >>> str(Loss("forms to avoid", 3, 7))
        'forms to avoid (3 times, first in line 7)'
        """
        times = "once" if self.count == 1 else f"{self.count:,} times"
        place = "" if self.line is None else f", {'in' if self.count == 1 else 'first in'} line {self.line}"
        return f"{self.what} ({times}{place})"


class Losses:
    """A tally of losses; readers and writers add to it as they go, since files are streamed."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lines: dict[str, int | None] = {}

    def add(self, what: str, line: int | None = None) -> None:
        """Count a loss."""
        if what not in self._counts and len(self._counts) >= LIMIT_KINDS:
            what = OTHER
        self._counts[what] = self._counts.get(what, 0) + 1
        self._lines.setdefault(what, line)

    def __iter__(self) -> Iterator[Loss]:
        """Return the losses, those that came first before the others."""
        return (Loss(what, count, self._lines[what]) for what, count in self._counts.items())
