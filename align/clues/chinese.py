"""The Chinese texts of an article, asked for names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from glossary.fit import Closeness
from glossary.window import exact_windows, near_windows

if TYPE_CHECKING:
    import re

    from align.article import Article
    from glossary.pinyin_name import EnglishName
    from glossary.window import Window


class ChineseText:
    """A Chinese text; what it answers of a name is kept, since a text has one name often."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._exact: dict[str, tuple[Window, ...]] = {}
        self._near: dict[str, tuple[Window, ...]] = {}
        self._accepted: dict[str, tuple[Window, ...]] = {}

    def exact(self, name: EnglishName) -> tuple[Window, ...]:
        """Return the stretches that read like a name in pinyin."""
        if name.text not in self._exact:
            self._exact[name.text] = tuple(exact_windows(self.text, name))
        return self._exact[name.text]

    def near(self, name: EnglishName) -> tuple[Window, ...]:
        """Return the stretches that nearly read like a name, and those that do in another spelling."""
        if name.text not in self._near:
            self._near[name.text] = tuple(near_windows(self.text, name))
        return self._near[name.text]

    def accepted(self, name: EnglishName) -> tuple[Window, ...]:
        """Return the stretches that a name is a spelling of: those in pinyin, or else the others."""
        if name.text not in self._accepted:
            self._accepted[name.text] = self.exact(name) or tuple(
                window for window in self.near(name) if window.fit.closeness is Closeness.ACCEPTED
            )
        return self._accepted[name.text]


class Chinese:
    """The sources of an article's pairs, and its references."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sources: dict[int, ChineseText] = {}
        self._known: dict[object, bool] = {}

    def source(self, number: int) -> ChineseText:
        """Return the source of a pair; a pair without one has an empty text."""
        if number not in self._sources:
            pair = self._article.pairs[number]
            self._sources[number] = ChineseText(pair.zh if pair.bilingual else "")
        return self._sources[number]

    @cached_property
    def references(self) -> tuple[ChineseText, ...]:
        """The references of the article."""
        return tuple(ChineseText(document.text) for document in self._article.references)

    @cached_property
    def texts(self) -> tuple[ChineseText, ...]:
        """Every text that is not empty."""
        sources = map(self.source, range(len(self._article.pairs)))
        return (*(source for source in sources if source.text), *self.references)

    def has(self, name: EnglishName) -> bool:
        """Tell whether one of the texts has what a name is a spelling of."""
        if name.text not in self._known:
            self._known[name.text] = any(text.accepted(name) for text in self.texts)
        return self._known[name.text]

    def mentions(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether one of the texts has what a pattern looks for."""
        if pattern not in self._known:
            self._known[pattern] = any(pattern.search(text.text) for text in self.texts)
        return self._known[pattern]
