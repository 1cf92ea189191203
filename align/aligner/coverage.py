"""Coverage: how much of what a segment says the lexicon finds, word by word, on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from align.aligner.reading import distinct, runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from align.aligner.candidates import Band
    from align.aligner.keys import Keys, Postings, SideKeys
    from align.aligner.strip import Frame, Sums

    Doubles = NDArray[np.float64]
    Ints = NDArray[np.int64]

# A word that says next to nothing about where its sentence belongs.
_LEAST_WEIGHT = 0.3
# Pairs worked on at a time.
_PAIRS = 1 << 14


@dataclass(frozen=True, slots=True)
class Coverage:
    """Word matches between two texts, as sums over Chinese by English segments.

    ``zh`` has the weight of the words of the Chinese segment that match the English one, ``zh_again`` of
    those that already match the English one before, so that a run of segments counts a word once;
    ``zh_total`` is the weight that matches anywhere near. ``en`` is the same for the English words.
    """

    zh: Sums
    zh_again: Sums
    zh_total: Doubles
    en: Sums
    en_again: Sums
    en_total: Doubles


@dataclass(frozen=True, slots=True)
class _Matches:
    """Which key of one side matches in which segments of the other, and how much that says.

    ``codes`` are key x segments + segment, in order.
    """

    codes: Ints
    segments: int
    weights: Doubles


def match_words(keys: Keys, band: Band, frame: Frame) -> Coverage:
    """Return the word matches between two texts inside a band, for its beads."""
    zh, en, links = keys.zh.postings(), keys.en.postings(), keys.links
    rows, columns = band.shape
    forth, back = _matches(links, zh, en, columns), _matches(links[::-1], en, zh, rows)
    turned = _turned(frame.first, frame.last, columns)
    zh_cells, en_cells = _cells(zh, forth, (frame.first, frame.last)), _cells(en, back, turned)
    near = band.low[:-1], band.high[1:]
    return Coverage(
        frame.sums(zh_cells.own, zh_cells.other, zh_cells.weights),
        frame.sums(zh_cells.own, zh_cells.other, zh_cells.weights * zh_cells.again),
        _totals(zh, forth, near),
        frame.sums(en_cells.other, en_cells.own, en_cells.weights),
        frame.sums(en_cells.other, en_cells.own, en_cells.weights * en_cells.again),
        _totals(en, back, _turned(*near, columns)),
    )


def _matches(links: tuple[Ints, Ints], keys: Postings, others: Postings, segments: int) -> _Matches:
    """Return where on the other side each key matches, which has so many segments."""
    starts, counts = others.starts[links[1]], others.counts[links[1]]
    codes = distinct(np.repeat(links[0], counts) * segments + others.places[runs(starts, counts)])
    found = np.bincount(codes // max(segments, 1), minlength=len(keys.starts) - 1)
    # A match says the less, the more segments it is possible at.
    weights = np.maximum(0.0, np.log((segments + 1) / (found + 0.5))) * (found > 0)
    return _Matches(codes, segments, weights)


class _Cells(NamedTuple):
    """Segments of either text that a word joins, and whether the one before on the other side has it too."""

    own: Ints
    other: Ints
    weights: Doubles
    again: NDArray[np.bool_]


def _cells(keys: Postings, matches: _Matches, near: tuple[Ints, Ints]) -> _Cells:
    """Return what the words of a side match between two segments of the other."""
    owners, places = keys.owners, keys.places
    telling = matches.weights[owners] >= _LEAST_WEIGHT
    owners, places = owners[telling], places[telling]
    first, last = _reached(matches, owners, near[0][places], near[1][places])
    counts = last - first
    hits = runs(first, counts)
    other = matches.codes % max(matches.segments, 1)
    again = (np.diff(matches.codes, prepend=-2) == 1) & (other > 0)
    return _Cells(
        np.repeat(places, counts), other[hits], np.repeat(matches.weights[owners], counts), again[hits]
    )


def _totals(keys: Postings, matches: _Matches, near: tuple[Ints, Ints]) -> Doubles:
    """Return the weight of the words of every segment that match anywhere near."""
    owners, places = keys.owners, keys.places
    first, last = _reached(matches, owners, near[0][places], near[1][places])
    weights = matches.weights[owners]
    met = weights * ((last > first) & (weights >= _LEAST_WEIGHT))
    return np.bincount(places, met, len(near[0])).astype(np.float64)


def _reached(matches: _Matches, keys: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Return the run of codes of every key that lie between two segments."""
    first = np.searchsorted(matches.codes, keys * matches.segments + low)
    return first, np.searchsorted(matches.codes, keys * matches.segments + high)


def _turned(low: Ints, high: Ints, columns: int) -> tuple[Ints, Ints]:
    """Return for every column the first row whose run of columns holds it, and the one after the last."""
    segments = np.arange(columns)
    return np.searchsorted(high, segments, side="right"), np.searchsorted(low, segments, side="right")


def matched_shares(keys: Keys, pairs: tuple[Ints, Ints]) -> tuple[Doubles, Doubles]:
    """Return for pairs of segments which share of the weight of each side's words the other has.

    Only words that the other text has somewhere count.
    """
    zh, en, links = keys.zh.postings(), keys.en.postings(), keys.links
    forth, back = _matches(links, zh, en, len(keys.en)), _matches(links[::-1], en, zh, len(keys.zh))
    return _shares(keys.zh, forth, pairs), _shares(keys.en, back, pairs[::-1])


def _shares(side: SideKeys, matches: _Matches, pairs: tuple[Ints, Ints]) -> Doubles:
    """Return for pairs of a segment of this side and one of the other the share of its words that match."""
    totals = np.append(0, np.cumsum(matches.weights[side.keys]))[side.bounds]
    shares = np.zeros(len(pairs[0]))
    for start in range(0, len(shares), _PAIRS):
        rows, columns = (numbers[start : start + _PAIRS] for numbers in pairs)
        counts = side.bounds[rows + 1] - side.bounds[rows]
        said = side.keys[runs(side.bounds[rows], counts)]
        codes = said * matches.segments + np.repeat(columns, counts)
        met = matches.weights[said] * np.isin(codes, matches.codes)
        found = np.bincount(np.repeat(np.arange(len(rows)), counts), met, len(rows))
        shares[start : start + _PAIRS] = found / (totals[rows + 1] - totals[rows] + 1)
    return shares
