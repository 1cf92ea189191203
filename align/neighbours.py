"""The pairs around a pair: what is missing here may have moved there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Article, Context, Pair


def neighbours(pair: Pair, context: Context) -> Iterator[Pair]:
    """Yield the pairs before and behind a pair in its article."""
    pairs = context.article.pairs
    place = context.kept(_places, context.article).get(pair) if len(pairs) > 1 else None
    if place is not None:
        yield from pairs[max(0, place - 1) : place]
        yield from pairs[place + 1 : place + 2]


def _places(article: Article) -> dict[Pair, int]:
    return {pair: number for number, pair in enumerate(article.pairs)}
