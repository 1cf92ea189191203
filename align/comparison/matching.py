"""The matches of two texts: what pairs of segments come down to, and where what they say conflicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from align.comparison.clauses import match_clauses, runs_of
from align.comparison.match import Match, Words
from align.comparison.model import score_parts
from align.comparison.witnesses import clashes, witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from align.comparison.evidence import Evidence
    from align.comparison.model import Logistic, Models, Scored
    from align.comparison.side import Side, Unit
    from align.comparison.witnesses import Witnesses
    from corpus import Span

    Doubles = NDArray[np.float64]

# What clashes in a weaker match is more often of two facts than of one told differently.
LEAST_FOR_CONFLICT = 0.4
# Unless other signs make it as probable as this that they are one.
LEAST_FOR_CLASH = 0.3
# No less probable pair has ever a probable conflict.
LEAST_TO_LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Piece:
    """Clauses of two segments that correspond; ``pair`` is the number of the segments among the scored."""

    pair: int
    article: Unit
    reference: Unit
    found: Witnesses


def find_matches(evidence: Evidence, models: Models, number: int = 0) -> list[Match]:
    """Return the matches of an article with a reference, which has a number.

    Pairs of segments match when they are probable enough; where figures clash, when it is probable that
    they are of one fact, which other signs decide.
    """
    scored = score_parts(evidence, models.first, models.second)
    least = scored.least()
    pieces = pieces_of(evidence, scored, least)
    told = _clashes(evidence, scored, pieces, models.clash)
    found = []
    for piece in pieces:
        probable, clash = float(scored.probabilities[piece.pair]), told.get(piece, 0.0)
        if probable >= least or clash >= LEAST_FOR_CLASH:
            match = _match(evidence, piece, max(probable, clash), number)
            sure = probable >= LEAST_FOR_CONFLICT or clash >= LEAST_FOR_CLASH
            found.append(match if sure else replace(match, conflict=()))
    return list(_settled(found))


def _clashes(
    evidence: Evidence, scored: Scored, pieces: Sequence[Piece], model: Logistic
) -> dict[Piece, float]:
    """Return how probable it is of the pieces that clash that they are of one fact."""
    clashing = [piece for piece in pieces if piece.found.conflict]
    if not clashing:
        return {}
    probable = model.probabilities(clash_features(evidence, scored, clashing))
    return dict(zip(clashing, probable.tolist(), strict=True))


def pieces_of(
    evidence: Evidence, scored: Scored, least: float, *, looking: float = LEAST_TO_LOOK
) -> list[Piece]:
    """Return the clauses that correspond in pairs of a least probability.

    Pairs that clash are looked at from a lower one on.
    """
    likely = np.flatnonzero(scored.probabilities >= min(least, looking)).tolist()
    parts = {pair: _parts(evidence, scored, pair) for pair in likely}
    chosen = {
        pair: two
        for pair, two in parts.items()
        if scored.probabilities[pair] >= least or any(clashes(evidence, *two))
    }
    _encode_runs(evidence, list(chosen.values()))
    return [
        Piece(pair, *units, witnesses(evidence, *units))
        for pair, two in chosen.items()
        for units in match_clauses(evidence, *two)
    ]


def _parts(evidence: Evidence, scored: Scored, pair: int) -> tuple[Unit, Unit]:
    pairs = scored.pairs
    return evidence.article.parts[pairs.article[pair]], evidence.reference.parts[pairs.reference[pair]]


def _encode_runs(evidence: Evidence, chosen: Sequence[tuple[Unit, Unit]]) -> None:
    """Encode all that will be asked for at once, which is far faster than a part at a time."""
    for place, side in enumerate((evidence.article, evidence.reference)):
        parts = dict.fromkeys(two[place] for two in chosen)
        runs = [run for part in parts for run in runs_of(side, part)]
        if runs:
            evidence.vectors.of(side, runs)


def clash_features(evidence: Evidence, scored: Scored, pieces: Sequence[Piece]) -> dict[str, Doubles]:
    """Return what tells whether figures that clash are of one fact.

    What the figures are must not count: they lower the likeness of vectors, so they are taken out.
    """
    numbers = np.array([piece.pair for piece in pieces], dtype=np.int64)
    shares = [_share(evidence, scored, piece) for piece in pieces]
    plain = evidence.vectors.without_figures
    rows = plain(evidence.article, [piece.article for piece in pieces])
    columns = plain(evidence.reference, [piece.reference for piece in pieces])
    return {
        "second look": scored.logits()[numbers],
        "between matches": scored.between()[numbers],
        "share of segments": np.array(shares),
        "cosine without figures": np.asarray((rows * columns).sum(axis=1), dtype=np.float64),
    }


def _share(evidence: Evidence, scored: Scored, piece: Piece) -> float:
    """Return how much of its segments a piece is."""
    article, reference = _parts(evidence, scored, piece.pair)
    return (len(piece.article.span) / len(article.span) + len(piece.reference.span) / len(reference.span)) / 2


def _match(evidence: Evidence, piece: Piece, score: float, number: int) -> Match:
    return Match(
        _words(evidence.article, piece.article),
        _words(evidence.reference, piece.reference),
        round(score, 3),
        piece.found.agree,
        piece.found.conflict,
        number,
    )


def _words(side: Side, unit: Unit) -> Words:
    return Words(unit.span, side.text_of(unit))


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
