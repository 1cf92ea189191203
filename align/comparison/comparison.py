"""Compares an article with references in the other language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.comparison.clauses import match_clauses, runs_of
from align.comparison.evidence import gather
from align.comparison.match import Comparison, Match, Words
from align.comparison.model import load_model, score_parts
from align.comparison.side import read_side
from align.comparison.vectors import Vectors
from align.comparison.witnesses import witnesses
from corpus import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from align.aligner.encode import Encoder
    from align.comparison.evidence import Evidence
    from align.comparison.side import Side, Unit
    from corpus import Document, Span
    from glossary.termbase import TermBase

# A weaker match is more often of two facts than of one told differently.
LEAST_FOR_CONFLICT = 0.4


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
    vectors = Vectors(encoder)
    side = _side(article)
    others = [_side(reference, opposite=side) for reference in references]
    matches: list[Match] = []
    for number, other in enumerate(track(others)):
        matches += _settled(list(_matches(gather(side, other, vectors, terms), number)))
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


def _matches(evidence: Evidence, number: int) -> Iterator[Match]:
    signature = evidence.vectors.encoder.signature
    scored = score_parts(evidence, load_model("first", signature), load_model("second", signature))
    least = scored.least()
    chosen = [
        (evidence.article.parts[i], evidence.reference.parts[j], float(probable))
        for i, j, probable in zip(
            scored.pairs.article, scored.pairs.reference, scored.probabilities, strict=True
        )
        if probable >= least
    ]
    _encode_runs(evidence, [two[:2] for two in chosen])
    for article, reference, probable in chosen:
        for units in match_clauses(evidence, article, reference):
            yield _match(evidence, *units, probable, number)


def _encode_runs(evidence: Evidence, chosen: Sequence[tuple[Unit, Unit]]) -> None:
    """Encode all that will be asked for at once, which is far faster than a part at a time."""
    for place, side in enumerate((evidence.article, evidence.reference)):
        parts = dict.fromkeys(two[place] for two in chosen)
        runs = [run for part in parts for run in runs_of(side, part)]
        if runs:
            evidence.vectors.of(side, runs)


def _match(evidence: Evidence, article: Unit, reference: Unit, score: float, number: int) -> Match:
    found = witnesses(evidence, article, reference)
    return Match(
        Words(article.span, evidence.article.text_of(article)),
        Words(reference.span, evidence.reference.text_of(reference)),
        round(score, 3),
        found.agree,
        found.conflict if score >= LEAST_FOR_CONFLICT else (),
        number,
    )


def _settled(matches: Sequence[Match]) -> Iterator[Match]:
    """Return the matches of a reference without conflicts that a better match of the same words settles.

    Where a reference says a thing of 2018 and the like of 2019, what the article says of 2019 is no conflict.
    """
    agreed: dict[Span, float] = {}
    for match in matches:
        for item in match.agree:
            span = item.article.span
            agreed[span] = max(match.score, agreed.get(span, 0.0))
    for match in matches:
        left = tuple(item for item in match.conflict if agreed.get(item.article.span, 0.0) < match.score)
        yield replace(match, conflict=left)
