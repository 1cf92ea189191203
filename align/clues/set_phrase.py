"""Set phrases, whose English says things by other words than their characters do."""

from __future__ import annotations

from corpus.pattern import lazy
from corpus.script import HAN
from glossary.idiom_table import load_idioms

LIMIT_IDIOMATIC = 12  # characters of a text in which an idiom is the main thing
# One piece of four characters is as often a sentence (厂区很大).
_PIECES = lazy(f"[{HAN}]{{4}}(?:[，,][{HAN}]{{4}})+[。.]?")


def has_set_phrase(chinese: str) -> bool:
    """Tell whether a text in simplified Chinese has an idiom, or is nothing but pieces of four characters.

    >>> [has_set_phrase(text) for text in ("他们乱作一团，鸡飞狗跳。", "手忙手乱，脚忙脚乱", "厂区很大。")]
    [True, True, False]
    """
    return bool(_PIECES.fullmatch(chinese) or load_idioms().find(chinese))


def is_idiomatic(chinese: str) -> bool:
    """Tell whether a text in simplified Chinese is an idiom and little else.

    >>> is_idiomatic("他守口如瓶。"), is_idiomatic("他们开会的时候，他一直守口如瓶。")
    (True, False)
    """
    return len(chinese) <= LIMIT_IDIOMATIC and has_set_phrase(chinese)
