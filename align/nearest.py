"""What a mistyped word was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT_LISTED = 40  # names; a longer list is no help in one line


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of an error message: the known name nearest to a word, or all of them.

    >>> hint("ingore", ["select", "ignore"])
    "; did you mean 'ignore'?"
    >>> hint("colour", ["select", "ignore"])
    '; known: ignore, select'
    """
    from difflib import get_close_matches

    names = sorted(map(str, set(known)))
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {folded[near[0]]!r}?"
    return f"; known: {', '.join(names)}" if len(names) <= LIMIT_LISTED else ""
