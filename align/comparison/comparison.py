"""Compares an article with references in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.comparison.evidence import gather
from align.comparison.match import Comparison, Match
from align.comparison.matching import find_matches
from align.comparison.model import load_models
from align.comparison.side import read_side
from align.comparison.vectors import Vectors
from corpus import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from align.aligner.encode import Encoder
    from align.comparison.side import Side
    from corpus import Document
    from glossary.termbase import TermBase


def compare_documents(
    article: Document,
    references: Sequence[Document],
    *,
    encoder: Encoder,
    terms: TermBase,
    track: Callable[[Sequence[Side]], Iterable[Side]] = iter,
) -> Comparison:
    """Return what the references say about the facts that an article states.

    Args:
        article: The text in question.
        references: Texts in the other language.
        encoder: What turns their statements into vectors.
        terms: What names are called in the other language.
        track: Wraps the references, to show progress.

    Raises:
        InputError: A text is empty, or a reference is in the language of the article.
    """
    vectors, models = Vectors(encoder), load_models(encoder.signature)
    side = _side(article)
    others = [_side(reference, opposite=side) for reference in references]
    matches: list[Match] = []
    for number, other in enumerate(track(others)):
        matches += find_matches(gather(side, other, vectors, terms), models, number)
    matches.sort(key=lambda match: (match.article.span, match.number, match.reference.span))
    return Comparison(article, tuple(references), tuple(matches), encoder.signature)


def _side(document: Document, opposite: Side | None = None) -> Side:
    if document.lang is None or not document.segments:
        raise InputError("no text to compare", path=document.path)
    if opposite and document.lang == opposite.lang:
        raise InputError("the reference is in the language of the article", path=document.path)
    return read_side(document, today=written_on(document))


def written_on(document: Document) -> date | None:
    """Return the day that a document's front matter gives as its date."""
    from datetime import date, datetime
    from email.utils import parsedate_to_datetime

    given = document.metadata.get("date")
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(str(given)).date()
        except ValueError:
            continue
    return None
