"""Ranks that a translation loses or gains: 副总经理 is a deputy general manager, and 总经理 is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.title import ranks, title_in_english, titles_alone, titles_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.title import Title

_DEPUTY_SIGNS = ("eputy", " vice", "Vice")
_DEPUTY_ENGLISH = lazy(r"(?i)\b(?:deputy|vice)[ -]$")
# What a deputy may be called without 副, and words with which one stands in for somebody.
_SECOND = lazy("[副次亚二代署候贰]|助理|协理|襄理|帮办")


@dataclass(frozen=True, slots=True)
class RankChange:
    """A title in Chinese, where English gives it another rank, and what it is in English."""

    chinese: Span
    placed: Span
    english: str


def lost_ranks(chinese: str, english: str) -> Iterator[RankChange]:
    """Yield the titles of simplified Chinese whose rank nothing in the English stands for.

    A title that stands once more without a rank is left alone: the English may be of that one.

    >>> [change.english for change in lost_ranks("副总经理王敏", "General Manager Wang Min")]
    ['deputy general manager']
    """
    for title in titles_in(chinese):
        if all(rank.words.search(english) for rank in title.ranks):
            continue
        place = title_in_english(title.base).search(english)
        if place and not _stands_alone(title, chinese):
            yield RankChange(title.span, Span(*place.span()), title.english)


def _stands_alone(title: Title, chinese: str) -> bool:
    """Tell whether the text has another title that English calls the same."""
    own = {name.lower() for name in title.base}
    others = chinese[: title.span.start] + "\n" + chinese[title.span.end :]
    return any(own & {name.lower() for name in names} for _, names in titles_alone(others))


def gained_ranks(chinese: str, english: str) -> Iterator[RankChange]:
    """Yield the titles of simplified Chinese that are a deputy's in English, and nobody's deputy in Chinese.

    >>> [change.english for change in gained_ranks("总经理王敏", "Deputy General Manager Wang Min")]
    ['general manager']
    """
    if not any(sign in english for sign in _DEPUTY_SIGNS) or _SECOND.search(chinese):
        return
    for span, names in titles_alone(chinese):
        places = list(title_in_english(names).finditer(english))
        deputy = _DEPUTY_ENGLISH.search(english, 0, places[0].start()) if len(places) == 1 else None
        if deputy:
            yield RankChange(span, Span(deputy.start(), places[0].end()), names[0])


def may_have_rank(chinese: str) -> bool:
    """Tell whether simplified Chinese has a word that a rank begins with."""
    return any(rank in chinese for rank in ranks())
