"""Beads: which segments of two texts translate each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.errors import OffsetError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.document import Document


# A bead less probable than this is worth a look. ``benchmarks/fit_alignment.py --cross-validate`` says how
# often beads are right: said .76, were .82; .86, .84; .93, .96; .98, .985; 1.00, .999. A tenth is below .8.
DOUBTFUL = 0.8


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments ``src`` of one text and ``tgt`` of the other that say the same; one of them may be empty.

    The ranges count segments. ``score`` is the probability that the bead is right, None where not scored.

    Raises:
        OffsetError: A range has a step or a negative start, both are empty, or the score is no probability.
    """

    src: range
    tgt: range
    score: float | None = None

    def __post_init__(self) -> None:
        for side in (self.src, self.tgt):
            if side.step != 1 or not 0 <= side.start <= side.stop:
                raise OffsetError(f"expected a range of segments, got {side}")
        if not self.src and not self.tgt:
            raise OffsetError(f"a bead at {self.src.start}, {self.tgt.start} holds no segment")
        if self.score is not None and not 0 <= self.score <= 1:
            raise OffsetError(f"expected a probability, got {self.score}")

    @property
    def kind(self) -> str:
        """How many segments of either side it holds: ``1-2``."""
        return f"{len(self.src)}-{len(self.tgt)}"

    @property
    def is_doubtful(self) -> bool:
        """Whether it has two sides that may not belong together."""
        return bool(self.src and self.tgt) and self.score is not None and self.score < DOUBTFUL

    def turned(self) -> Bead:
        """Return the bead of the other direction."""
        return Bead(self.tgt, self.src, self.score)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and the beads that tile both: every segment stands in exactly one bead.

    The beads are in the order of the source, and, unless pieces moved, of the target as well.

    Raises:
        OffsetError: A segment stands in no bead or in two, or the source sides are out of order.
    """

    src: Document
    tgt: Document
    beads: tuple[Bead, ...]

    def __post_init__(self) -> None:
        check_tiling(self.beads, len(self.src.segments), len(self.tgt.segments))

    @property
    def in_order(self) -> bool:
        """Whether the target sides follow each other as the source sides do."""
        places = [bead.tgt for bead in self.beads if bead.tgt]
        return all(before.stop <= after.start for before, after in pairwise(places))

    def texts(self, bead: Bead) -> tuple[str, str]:
        """Return both texts of a bead: each a slice of its document, ``""`` for an empty side."""
        return _slice(self.src, bead.src), _slice(self.tgt, bead.tgt)


def check_tiling(beads: Sequence[Bead], sources: int, targets: int) -> None:
    """Check that every segment stands in exactly one bead and the sources are in order.

    Raises:
        OffsetError: It is not so.
    """
    _check_side("source", (bead.src for bead in beads), sources)
    _check_side(
        "target", sorted((bead.tgt for bead in beads), key=lambda side: (side.start, side.stop)), targets
    )


def _check_side(name: str, sides: Iterable[range], segments: int) -> None:
    end = 0
    for side in sides:
        if side and side.start != end:
            raise OffsetError(f"{name} segment {min(end, side.start)} does not stand in exactly one bead")
        end = side.stop if side else end
    if end != segments:
        raise OffsetError(f"{name} segments {end} and {segments} must be the end of the last bead")


def _slice(document: Document, side: range) -> str:
    if not side:
        return ""
    segments = document.segments
    return document.text[segments[side.start].span.start : segments[side.stop - 1].span.end]
