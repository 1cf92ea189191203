"""Capitalised words in English, which are names where they do not begin a sentence."""

from __future__ import annotations

from corpus.pattern import lazy

CAPITALISED = lazy(r"(?<![\w.-])[A-Z][A-Za-z]{3,}(?![\w-])")  # of four letters and more
# What comes before a word inside a sentence; a stop behind one of these titles ends none.
_INSIDE = lazy(r"(?:[^.!?:;\s“\"‘(]|(?:Gov|Mrs?|Ms|Dr|Sen|Rep|St|Gen|Prof)\.) [(“\"‘]?$")
LIMIT_BEFORE = 7  # characters before a word that are looked at: "Prof. ("


def is_inside(text: str, place: int) -> bool:
    """Tell whether the word at a place of an English text stands inside a sentence.

    >>> text = "Dr. Bo (a friend) left. Bo left."
    >>> [is_inside(text, place) for place in (0, 4, 24)]
    [False, True, False]
    """
    return _INSIDE.search(text, max(0, place - LIMIT_BEFORE), place) is not None
