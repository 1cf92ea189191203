"""Two texts in different languages beside each other: all that is known to bear on what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.comparison.names import NameEvidence, find_names
from align.comparison.values import FactEvidence
from align.comparison.words import WordEvidence

if TYPE_CHECKING:
    from align.comparison.side import Side, Unit
    from align.comparison.vectors import Vectors
    from glossary.termbase import TermBase


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article and a reference, and what tells whether units of theirs state the same.

    ``known`` are the names as they are told to the reader, with those of the built-in knowledge.
    """

    article: Side
    reference: Side
    vectors: Vectors
    words: WordEvidence
    names: NameEvidence
    known: NameEvidence
    facts: FactEvidence

    def in_order(self, article: Unit, reference: Unit) -> tuple[Unit, Unit]:
        """Return the Chinese unit and the English one."""
        return (article, reference) if self.article.lang == "zh" else (reference, article)


def gather(article: Side, reference: Side, vectors: Vectors, terms: TermBase) -> Evidence:
    """Return the evidence about two texts, one Chinese and one English."""
    zh, en = (article, reference) if article.lang == "zh" else (reference, article)
    return Evidence(
        article,
        reference,
        vectors,
        WordEvidence(zh, en, vectors),
        NameEvidence(zh, en, find_names(zh, en, terms)),
        NameEvidence(zh, en, find_names(zh, en, terms, builtin=True)),
        FactEvidence(zh, en),
    )
