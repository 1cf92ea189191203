"""The names in pinyin of an article's translations that no term accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.usage import whole_names
from glossary.pinyin_name import english_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Context, Pair
    from glossary.pinyin_name import EnglishName


def unknown_names(pair: Pair, context: Context) -> Sequence[EnglishName]:
    """Return the names in the English of a pair that can be read as pinyin and that no term accounts for."""
    return context.of_pair(_find_unknown, pair)


def _find_unknown(pair: Pair, context: Context) -> Sequence[EnglishName]:
    names = english_names(pair.en)
    known = whole_names(pair.en, context.senses(pair.en, "en")) if names else ()
    return [name for name in names if not any(map(name.span.touches, known))]
