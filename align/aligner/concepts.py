"""Concepts: the entries of a glossary that both texts name, as words that they share."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from align.aligner.reading import Words

if TYPE_CHECKING:
    from align.aligner.reading import Reading
    from corpus import Lang
    from glossary.termbase import TermBase


def with_terms(zh: Reading, en: Reading, terms: TermBase) -> tuple[Reading, Reading]:
    """Return the words of two texts together with the entries of a glossary that both name.

    An entry is a word like any other: the fewer segments name it, the more it says about their place.
    """
    named = _named(zh, "zh", terms), _named(en, "en", terms)
    both = np.intersect1d(named[0].numbers, named[1].numbers)
    left, right = (
        replace(side, words=side.words.merged(words.among(both)))
        for side, words in zip((zh, en), named, strict=True)
    )
    return left, right


def _named(reading: Reading, lang: Lang, terms: TermBase) -> Words:
    """Return the entries that each clause may name; a form belongs to the clause that it begins in."""
    numbers, owners, first = array("q"), array("q"), 0
    for clauses in reading.clauses:
        ends = list(accumulate(map(len, clauses)))
        for span, senses in terms.senses("".join(clauses), lang):
            entries = [reading.vocabulary[f"={entry.id}"] for entry in senses.entries]
            numbers.extend(entries)
            owners.extend([first + bisect_right(ends, span.start)] * len(entries))
        first += len(clauses)
    bounds = np.searchsorted(np.array(owners, dtype=np.int64), np.arange(first + 1))
    return Words(np.array(numbers, dtype=np.int64), bounds)
