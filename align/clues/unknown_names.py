"""The names in pinyin of an article's translations that no term accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.usage import whole_names
from glossary.pinyin_name import english_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Article, Context, Pair
    from glossary.pinyin_name import EnglishName


class UnknownNames:
    """Finds the names of each pair of an article once, since several rules ask for them."""

    def __init__(self, _: Article) -> None:
        self._found: dict[Pair, Sequence[EnglishName]] = {}

    def of(self, pair: Pair, context: Context) -> Sequence[EnglishName]:
        """Return the names in the English of a pair that are not in a form of the glossary."""
        found = self._found.get(pair)
        if found is None:
            found = self._found[pair] = _unknown(pair, context)
        return found


def unknown_names(pair: Pair, context: Context) -> Sequence[EnglishName]:
    """Return the names in the English of a pair that can be read as pinyin and that no term accounts for."""
    return context.kept(UnknownNames, context.article).of(pair, context)


def _unknown(pair: Pair, context: Context) -> Sequence[EnglishName]:
    names = english_names(pair.en)
    known = whole_names(pair.en, context.senses(pair.en, "en")) if names else ()
    return [name for name in names if not any(map(name.span.touches, known))]
