"""English words that are spelled like pinyin: China is chi-na, Duke is du-ke."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from glossary.data import table_text
from glossary.syllables import letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = ("given", "weak", "phrase")  # the other rows of the table are words that are no part of a name


def is_blocked(word: str) -> bool:
    """Tell whether a word, place or brand is no part of a person's name, although it could be read as pinyin.

    >>> is_blocked("Shanghai"), is_blocked("Duke"), is_blocked("Xiaoming")
    (True, True, False)
    """
    return letters_of(word) in _table()["blocked"]


def is_english_given(word: str) -> bool:
    """Tell whether a word is an English given name (Lina Li, but also Li Lina)."""
    return letters_of(word) in _table()["given"]


def is_weak(word: str) -> bool:
    """Tell whether a word is an English one too: a name of such words alone is none (Long Song)."""
    return letters_of(word) in _table()["weak"]


def is_phrase(words: Sequence[str]) -> bool:
    """Tell whether words together are a fixed name of something else, such as Hang Seng."""
    return "-".join(letters_of(word) for word in words) in _table()["phrase"]


@cache
def _table() -> dict[str, frozenset[str]]:
    text = table_text("lookalikes.csv")
    rows = {kind: frozenset(words.split()) for kind, words in list(csv.reader(text.splitlines()))[1:]}
    blocked = frozenset().union(*(words for kind, words in rows.items() if kind not in KINDS))
    return {"blocked": blocked} | {kind: rows[kind] for kind in KINDS}
