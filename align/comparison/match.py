"""What a comparison finds: matches between statements, with what agrees and what conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Document, Span


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text; ``span`` counts code points of ``Document.text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What both sides say about one thing: a year, an amount, a person.

    ``kind`` is what it is, in a word: ``year``, ``money``, ``person``.
    """

    kind: str
    article: Words
    reference: Words


@dataclass(frozen=True, slots=True)
class Match:
    """A statement of the article and one of a reference about the same fact.

    ``score`` is the probability that they are. ``number`` is that of the reference.
    """

    article: Words
    reference: Words
    score: float
    agree: tuple[Witness, ...] = ()
    conflict: tuple[Witness, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The matches of an article with its references, in the order of the article."""

    article: Document
    references: tuple[Document, ...]
    matches: tuple[Match, ...]
    signature: str = ""
