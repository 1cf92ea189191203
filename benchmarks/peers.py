"""Other aligners to stand beside: what they do to the same segments, in the form of our beads.

The peer is the length-based aligner of Gale and Church (1993, https://aclanthology.org/J93-1004) as NLTK
has it (``pip install nltk``, Apache-2.0). It compares every place of one text with every place of the
other, so that long documents are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Bead = tuple[tuple[int, ...], tuple[int, ...]]
    Aligner = Callable[[Sequence[str], Sequence[str]], list[Bead] | None]

LIMIT_PLACES = 1_000_000  # segments of one side times those of the other: about ten seconds


def gale_church(source: Sequence[str], target: Sequence[str]) -> list[Bead] | None:
    """Return the beads that NLTK finds by the lengths of segments; None for texts that are too long."""
    from nltk.translate.gale_church import align_blocks

    if len(source) * len(target) > LIMIT_PLACES:
        return None
    ratio = sum(map(len, target)) / max(1, sum(map(len, source)))  # NLTK expects texts of equal length
    lengths = [round(ratio * len(segment)) for segment in source]
    links = align_blocks(lengths, [len(segment) for segment in target])
    return list(_beads(links, len(source), len(target)))


def _beads(links: Iterable[tuple[int, int]], sources: int, targets: int) -> Iterator[Bead]:
    """Yield the beads that links between single segments make, those of segments without one as well."""
    beads: list[tuple[list[int], list[int]]] = []
    for src, tgt in sorted(links):
        if beads and (src in beads[-1][0] or tgt in beads[-1][1]):
            beads[-1][0].append(src)
            beads[-1][1].append(tgt)
        else:
            beads.append(([src], [tgt]))
    for src, tgt in beads:
        yield tuple(dict.fromkeys(src)), tuple(dict.fromkeys(tgt))
    linked = {place for src, _ in beads for place in src}, {place for _, tgt in beads for place in tgt}
    yield from (((place,), ()) for place in range(sources) if place not in linked[0])
    yield from (((), (place,)) for place in range(targets) if place not in linked[1])


PEERS: dict[str, Aligner] = {"nltk": gale_church}
