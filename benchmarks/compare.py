"""Measures `align compare` on a folder of cases, beside the nearest sentences by the encoder alone.

What a case is, and how it is judged, says `comparison_cases.py`. With ten references an article is compared
with its own and nine of other stories, where every match is wrong: the figures must stay, and the time must
grow no faster than the references do.

    python benchmarks/compare.py FOLDER
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from comparison_cases import count, print_totals, read_cases

from align.aligner.encode import load_encoder
from align.comparison.comparison import compare_documents
from corpus.script import simplified
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from comparison_cases import Case

    from align.aligner.encode import Encoder
    from corpus import Document, Span

    Found = Iterable[tuple[int, tuple[Span, Span], bool]]
    Find = Callable[[Document, Sequence[Document], Encoder], Found]

LEAST_COSINE = 0.55
TERMS = TermBase([builtin_layer()])


def compared(article: Document, references: Sequence[Document], encoder: Encoder) -> Found:
    """Return of the matches the number of the reference, the spans, and whether there is a conflict."""
    for match in compare_documents(article, references, encoder=encoder, terms=TERMS).matches:
        reference = references[match.number]
        spans = article.to_raw(match.article.span), reference.to_raw(match.reference.span)
        yield match.number, spans, bool(match.conflict)


def nearest(article: Document, references: Sequence[Document], encoder: Encoder) -> Found:
    """Return the sentences that are each other's nearest."""
    rows = encoder.encode([simplified(segment.text) for segment in article.segments])
    for number, reference in enumerate(references):
        columns = encoder.encode([simplified(segment.text) for segment in reference.segments])
        cosine = rows @ columns.T
        for i, j in enumerate(cosine.argmax(axis=1)):
            if cosine[:, j].argmax() == i and cosine[i, j] >= LEAST_COSINE:
                spans = article.segments[i].span, reference.segments[j].span
                yield number, (article.to_raw(spans[0]), reference.to_raw(spans[1])), False


def stories(cases: Sequence[Case]) -> dict[str, frozenset[str]]:
    """Return for every case the names of those on the same story, or with a text in common."""
    found = {case.name: {case.name} for case in cases}
    for case in cases:
        for other in cases:
            if case.story == other.story or case.texts & other.texts:
                joined = found[case.name] | found[other.name]
                for name in joined:
                    found[name] = joined
    return {name: frozenset(names) for name, names in found.items()}


def others(case: Case, cases: Sequence[Case], size: int) -> list[Document]:
    """Return references of other stories, from all over the cases."""
    same = stories(cases)[case.name]
    left = {item.data["reference"]["text"]: item.reference for item in cases if item.name not in same}
    return list(left.values())[:: max(1, len(left) // max(1, size))][:size]


def measure(cases: Sequence[Case], find: Find, encoder: Encoder, size: int) -> dict[str, Counter[str]]:
    """Return the counts by kind of case, where every article has so many references."""
    totals: dict[str, Counter[str]] = {}
    for case in cases:
        found = list(find(case.article, [case.reference, *others(case, cases, size - 1)], encoder))
        counts = count(case, ((spans, conflict) for number, spans, conflict in found if number == 0))
        strange = [conflict for number, _, conflict in found if number]
        counts.update({"wrong": len(strange), "conflicts wrong": sum(strange)})
        totals.setdefault(case.kind, Counter()).update(counts)
    return totals


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", default="use")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    cases = read_cases(options.folder)
    print(f"{len(cases)} cases, {encoder.signature}, numpy {np.__version__}")
    ways: tuple[tuple[str, Find, int], ...] = (
        ("align compare", compared, 1),
        ("10 references", compared, 10),
        ("nearest sentences", nearest, 1),
    )
    for name, find, size in ways:
        start = time.perf_counter()
        print_totals(name, measure(cases, find, encoder, size))
        print(f"{name:18} {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
