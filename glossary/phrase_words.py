"""The words that tell where a name or a term may begin and end, and of what kind it is."""

from __future__ import annotations

import csv
from functools import cache

from glossary.data import table_text


def phrase_words(kind: str) -> frozenset[str]:
    """Return the words of a kind, one of the rows of ``glossary/data/phrases.csv``.

    >>> "与" in phrase_words("chinese-and")
    True
    """
    return _table()[kind]


@cache
def _table() -> dict[str, frozenset[str]]:
    text = table_text("phrases.csv")
    return {kind: frozenset(words.split()) for kind, words in list(csv.reader(text.splitlines()))[1:]}
