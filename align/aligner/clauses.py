"""Clauses: the pieces at commas and other marks that the aligner links across the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy

if TYPE_CHECKING:
    from corpus import Lang

_CUTS = {
    "zh": lazy(r"(?<=[，；：。！？])"),
    "en": lazy(r"(?<=[,;:.!?])(?=\s)|(?=[—–])"),
}
# Shorter pieces say too little to be linked by their meaning and stay with their neighbour.
_SHORTEST = {"zh": 5, "en": 14}


def split_clauses(segment: str, lang: Lang) -> tuple[str, ...]:
    """Return the clauses of a segment; joined, they are the segment.

    >>> split_clauses("他推开门，屋里没有人，灯却亮着。", "zh")
    ('他推开门，', '屋里没有人，', '灯却亮着。')
    >>> split_clauses("He opened the door, and the lamp was on.", "en")
    ('He opened the door,', ' and the lamp was on.')
    """
    shortest = _SHORTEST[lang]
    clauses: list[str] = []
    for piece in filter(None, _CUTS[lang].split(segment)):
        if clauses and min(len(piece), len(clauses[-1])) < shortest:
            clauses[-1] += piece
        else:
            clauses.append(piece)
    return tuple(clauses) or (segment,)
