"""Regular expressions that are compiled on first use, so that starting a command compiles few of them."""

from __future__ import annotations

import os.path
import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _LazyPattern:
    """Stands for a pattern until it is first used; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    >>> lazy("[0-9]+").findall("1 and 23")
    ['1', '23']
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


def either(words: Iterable[str]) -> str:
    """Return the source of a pattern for one of some words, the longest where several begin at a place.

    Words that begin alike share their beginning: a place where none begins is left at its first letter.

    >>> either(["may", "march", "mar", "one"])
    '(?:ma(?:r(?:ch)?|y)|one)'
    """
    by_first: dict[str, list[str]] = {}
    words = set(words)
    for word in sorted(words - {""}):
        by_first.setdefault(word[0], []).append(word)
    branches = [_branch(group) for group in by_first.values()]
    if "" in words:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _branch(words: Sequence[str]) -> str:
    """Return the pattern of some words with the same first letter."""
    shared = os.path.commonprefix(words)  # noqa: RUF071  # character by character is what is wanted
    rests = [word[len(shared) :] for word in words]
    return re.escape(shared) + (either(rests) if len(rests) > 1 else "")
