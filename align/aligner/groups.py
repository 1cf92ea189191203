"""Groups: how near runs of Chinese segments are to runs of English ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np

from align.aligner.area import Area
from align.aligner.candidates import LARGEST_SIDE, SIZES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.candidates import Candidates
    from align.aligner.encode import TextVectors
    from align.aligner.lexical import LexicalText

    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Rows multiplied at a time, and rows picked at a time.
_ROWS = 64
_PICKED = 4096


class Groups(Protocol):
    """Two texts whose runs of segments have vectors."""

    def cosines(self, beads: Candidates) -> Doubles:
        """Return the cosine of both sides of many beads of a band; 0 where a side is empty."""

    def picked_cosines(self, beads: Candidates) -> Doubles:
        """Return the same of a few beads that have both sides."""


@dataclass(frozen=True, slots=True)
class VectorGroups:
    """Unit vectors of 1, 2, ... segments in a row, of both sides."""

    zh: list[Floats]
    en: list[Floats]

    def cosines(self, beads: Candidates) -> Doubles:
        """Return the cosine of both sides of many beads of a band; 0 where a side is empty.

        A block of rows is multiplied with all columns that its beads reach: many products are not used,
        and yet it is far faster than to pick rows bead by bead.
        """
        out = np.zeros(len(beads))
        blocks, kinds = beads.zh // _ROWS, beads.kinds
        order = np.lexsort((kinds, blocks))
        keys = blocks[order] * len(SIZES) + kinds[order]
        cuts = np.flatnonzero(np.diff(keys, prepend=-1, append=-1))
        for first, last in pairwise(cuts.tolist()):
            places = order[first:last]
            n, m = SIZES[kinds[places[0]]]
            if n and m:
                out[places] = _block(self.zh[n - 1], self.en[m - 1], beads.zh[places], beads.en[places])
        return out

    def picked_cosines(self, beads: Candidates) -> Doubles:
        """Return the same of a few beads that have both sides."""
        out = np.zeros(len(beads))
        kinds = beads.kinds
        for kind in np.unique(kinds).tolist():
            places = np.flatnonzero(kinds == kind)
            n, m = SIZES[kind]
            out[places] = _dots(self.zh[n - 1], beads.zh[places], self.en[m - 1], beads.en[places])
        return out


def estimated_groups(zh: TextVectors, en: TextVectors) -> VectorGroups:
    """Return the estimated vectors of every group of two texts."""
    sizes = range(1, LARGEST_SIDE + 1)
    return VectorGroups([zh.groups(size) for size in sizes], [en.groups(size) for size in sizes])


def exact_groups(zh: TextVectors, en: TextVectors, beads: Candidates) -> VectorGroups:
    """Return the vectors of the groups that beads are made of; those of other groups are not worked out."""
    both = beads[(beads.n > 0) & (beads.m > 0)]
    return VectorGroups(_exact(zh, both.zh, both.n), _exact(en, both.en, both.m))


def _exact(vectors: TextVectors, starts: Ints, sizes: Ints) -> list[Floats]:
    groups = []
    for size in range(1, LARGEST_SIDE + 1):
        wanted = np.zeros(max(0, len(vectors.segments) - size + 1), dtype=bool)
        wanted[starts[sizes == size]] = True
        groups.append(vectors.groups(size, wanted))
    return groups


def _block(zh: Floats, en: Floats, rows: Ints, columns: Ints) -> Floats:
    top, left = int(rows.min()), int(columns.min())
    if (columns.max() - left) > _ROWS * 16:  # beads far apart
        return _dots(zh, rows, en, columns)
    products = zh[top : int(rows.max()) + 1] @ en[left : int(columns.max()) + 1].T
    return np.asarray(products[rows - top, columns - left])


def _dots(zh: Floats, rows: Ints, en: Floats, columns: Ints) -> Floats:
    """Return the dot products of chosen rows, a block at a time so that the copies stay small."""
    parts = (slice(start, start + _PICKED) for start in range(0, len(rows), _PICKED))
    return np.concatenate([np.einsum("ij,ij->i", zh[rows[part]], en[columns[part]]) for part in parts])


class SummedGroups:
    """Groups whose vector is the sum of their segments': their products are sums over rectangles."""

    def __init__(self, zh: LexicalText, en: LexicalText) -> None:
        products = zh.sums @ en.sums.T
        self._products = Area(products)
        self._norms = _group_norms(zh.sums), _group_norms(en.sums)
        norms = self._norms[0][1, :-1, None] * self._norms[1][1, None, :-1]
        self.similar: Floats = _quotient(products, norms).astype(np.float32)

    def cosines(self, beads: Candidates) -> Doubles:
        """Return the cosine of both sides of many beads of a band; 0 where a side is empty."""
        norms = self._norms[0][beads.n, beads.zh] * self._norms[1][beads.m, beads.en]
        return _quotient(self._products.inside(beads), norms) * ((beads.n > 0) & (beads.m > 0))

    def picked_cosines(self, beads: Candidates) -> Doubles:
        """Return the same of a few beads that have both sides."""
        return self.cosines(beads)


def _quotient(products: NDArray[np.floating], norms: Doubles) -> Doubles:
    """Return the cosines; a side that says nothing is like no other."""
    known = norms > 0
    return np.asarray(np.where(known, products / np.where(known, norms, 1), 0.0))


def _group_norms(rows: Floats) -> Doubles:
    """Return the lengths of the sums of 0, 1, 2, ... rows, by the first row."""
    count = len(rows)
    squares = np.zeros((LARGEST_SIDE + 1, count + 1))
    # apart[k]: the products of each row with the one k places on.
    apart = [np.einsum("ij,ij->i", rows[: count - k], rows[k:]) for k in range(min(LARGEST_SIDE, count))]
    for size in range(1, len(apart) + 1):
        runs = count - size + 1
        squares[size, :runs] = squares[size - 1, :runs] + apart[0][size - 1 :]
        for k in range(1, size):
            squares[size, :runs] += 2 * apart[k][size - 1 - k :]
    return np.sqrt(np.maximum(squares, 0))
