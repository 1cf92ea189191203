"""What a rule reads: a pair of texts, and the article it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from corpus import Role

if TYPE_CHECKING:
    from corpus import Lang
    from glossary.termbase import Occurrence, TermBase


@dataclass(frozen=True)
class Pair:
    """The two texts of one bead. A translation alone has the source ``""``."""

    src: str
    tgt: str
    src_lang: Lang = "zh"
    tgt_lang: Lang = "en"
    role: Role = Role.PARAGRAPH

    @property
    def bilingual(self) -> bool:
        """Whether there is a source to compare with."""
        return bool(self.src)

    @property
    def zh(self) -> str:
        """The Chinese side; ``""`` where it is missing."""
        return self.src if self.src_lang == "zh" else self.tgt

    @property
    def en(self) -> str:
        """The English side; ``""`` where it is missing."""
        return self.tgt if self.tgt_lang == "en" else self.src


@dataclass(frozen=True)
class Article:
    """The pairs of one text, in order, and the texts of articles about the same events."""

    pairs: tuple[Pair, ...]
    references: tuple[str, ...] = ()

    @cached_property
    def tgt(self) -> str:
        """The whole translation, a line a pair."""
        return "\n".join(pair.tgt for pair in self.pairs)


@dataclass(frozen=True)
class Context:
    """What a rule may ask besides the pair: the term base and the article."""

    terms: TermBase
    article: Article = field(default_factory=lambda: Article(()))

    def occurrences(self, text: str, lang: Lang) -> tuple[Occurrence, ...]:
        """Return the entries found in a text, leftmost-longest; the answer for a text is kept."""
        return self._found(text, lang)

    @cached_property
    def _cache(self) -> dict[tuple[str, Lang], tuple[Occurrence, ...]]:
        return {}

    def _found(self, text: str, lang: Lang) -> tuple[Occurrence, ...]:
        key = (text, lang)
        if key not in self._cache:
            self._cache[key] = self.terms.find(text, lang)
        return self._cache[key]
