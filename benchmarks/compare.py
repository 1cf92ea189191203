"""Measures `align compare` on a folder of cases, beside the nearest sentences by the encoder alone.

A case is a JSON file: `article` and `reference`, each with `lang` and `text`, and `gold`, a list of
`article_span`, `reference_span`, `sure` and `agree`. A match is right where both spans overlap those of
a sure gold pair by half of the shorter; pairs that are not sure count neither way.

    python benchmarks/compare.py FOLDER
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from fit_comparison import is_right, touches

from align.aligner.encode import load_encoder
from align.comparison.comparison import compare_documents
from corpus.documents import parse_document
from corpus.script import simplified
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.aligner.encode import Encoder
    from corpus import Document, Span

    Found = Iterable[tuple[tuple[Span, Span], bool]]

LEAST_COSINE = 0.55


def compared(article: Document, reference: Document, encoder: Encoder) -> Found:
    """Return the spans of the matches, and whether they have a conflict."""
    terms = TermBase([builtin_layer()])
    for match in compare_documents(article, [reference], encoder=encoder, terms=terms).matches:
        spans = article.to_raw(match.article.span), reference.to_raw(match.reference.span)
        yield spans, bool(match.conflict)


def nearest(article: Document, reference: Document, encoder: Encoder) -> Found:
    """Return the sentences that are each other's nearest."""
    rows, columns = (
        encoder.encode([simplified(segment.text) for segment in side.segments])
        for side in (article, reference)
    )
    cosine = rows @ columns.T
    for i, j in enumerate(cosine.argmax(axis=1)):
        if cosine[:, j].argmax() == i and cosine[i, j] >= LEAST_COSINE:
            spans = article.to_raw(article.segments[i].span), reference.to_raw(reference.segments[j].span)
            yield spans, False


def count(data: dict, found: Found) -> Counter[str]:
    sure = [item for item in data["gold"] if item["sure"]]
    told = [item for item in sure if item["agree"] is False and item.get("agree_sure", True)]
    counts = Counter(wanted=len(sure), conflicts=len(told))
    reached: set[int] = set()
    contradicted: set[int] = set()
    for spans, conflict in found:
        right = [number for number, item in enumerate(sure) if is_right(spans, item)]
        unsure = any(touches(spans, item) for item in data["gold"] if not item["sure"])
        counts["right"] += bool(right)
        counts["wrong"] += not right and not unsure
        differing = [number for number in right if sure[number] in told]
        agreeing = any(sure[number]["agree"] for number in right)
        counts["conflicts right"] += conflict and bool(differing)
        counts["conflicts wrong"] += conflict and not differing and (agreeing or not (right or unsure))
        reached.update(right)
        contradicted.update(differing if conflict else ())
    counts["found"], counts["conflicts found"] = len(reached), len(contradicted)
    return counts


def shown(counts: Counter[str]) -> str:
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["found"] / max(1, counts["wanted"])
    score = 2 * precision * recall / max(1e-9, precision + recall)
    found = counts["conflicts found"] / max(1, counts["conflicts"])
    sure = counts["conflicts right"] / max(1, counts["conflicts right"] + counts["conflicts wrong"])
    return f"P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}   conflicts R {found:.3f}  P {sure:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", default="use")
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    cases = [json.loads(path.read_bytes()) for path in sorted(options.folder.glob("*.json"))]
    print(f"{len(cases)} cases, {encoder.signature}, numpy {np.__version__}")
    for name, find in (("align compare", compared), ("nearest sentences", nearest)):
        start = time.perf_counter()
        totals: dict[str, Counter[str]] = {}
        for data in cases:
            sides = [
                parse_document(data[side]["text"], lang=data[side]["lang"])
                for side in ("article", "reference")
            ]
            kind = data["id"].partition("-")[0]
            totals[kind] = totals.get(kind, Counter()) + count(data, find(*sides, encoder))
        for kind, counts in sorted(totals.items()):
            print(f"{name:18} {kind:6} {shown(counts)}")
        print(f"{name:18} {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
