"""What a mistyped word was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT_LISTED = 40  # names; a longer list is no help in one line
LEAST_LIKENESS = 0.6  # what difflib takes for close


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of an error message: the known name nearest to a word, or all of them.

    >>> hint("ingore", ["select", "ignore"])
    "; did you mean 'ignore'?"
    >>> hint("colour", ["select", "ignore"])
    '; known: ignore, select'
    >>> hint("NAM01", ["NAM031", "NAM001"])
    "; did you mean 'NAM001'?"
    """
    names = sorted(map(str, set(known)))
    near = max(names, key=lambda name: _likeness(word, name), default="")  # of equals, the first
    if _likeness(word, near) >= LEAST_LIKENESS:
        return f"; did you mean {near!r}?"
    return f"; known: {', '.join(names)}" if len(names) <= LIMIT_LISTED else ""


def _likeness(word: str, name: str) -> float:
    """Return how much of two words is common to both, 0 to 1; capitals are free."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, name.casefold(), word.casefold()).ratio()
