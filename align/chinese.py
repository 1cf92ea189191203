"""The Chinese texts of an article, asked for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.fit import Closeness
from glossary.window import exact_windows, near_windows

if TYPE_CHECKING:
    import re

    from align.article import Article
    from glossary.pinyin_name import EnglishName


def reads_in(text: str, name: EnglishName) -> bool:
    """Tell whether a Chinese text has what an English name reads like, in pinyin or spelled otherwise."""
    exact = next(exact_windows(text, name), None)
    return exact is not None or any(
        window.fit.closeness is Closeness.ACCEPTED for window in near_windows(text, name)
    )


class Chinese:
    """The sources of an article's pairs, and its references."""

    def __init__(self, article: Article) -> None:
        self.texts = (*(pair.zh for pair in article.pairs if pair.bilingual), *article.references)
        self._known: dict[object, bool] = {}

    def has(self, name: EnglishName) -> bool:
        """Tell whether one of the texts has what a name reads like; the answer for a name is kept."""
        if name.text not in self._known:
            self._known[name.text] = any(reads_in(text, name) for text in self.texts)
        return self._known[name.text]

    def mentions(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether one of the texts has what a pattern looks for; the answer is kept."""
        if pattern not in self._known:
            self._known[pattern] = any(map(pattern.search, self.texts))
        return self._known[pattern]
