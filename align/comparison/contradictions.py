"""Where the references of a linted article say otherwise."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus import Document, Segment, Span
from corpus.offsets import OffsetMap
from corpus.segment import segment_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.article import Context
    from align.comparison.match import Match, Witness
    from corpus import Lang

ENCODER = "use"  # unless another one is asked for: without any, statements cannot be compared


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact of the article that a reference gives otherwise; ``span`` counts from the target of a pair."""

    pair: int
    span: Span
    witness: Witness
    match: Match
    reference: Document


def contradictions(context: Context) -> tuple[Contradiction, ...]:
    """Return what the references of an article contradict, in the order of the article.

    The encoder is loaded only where there is a reference in the other language.
    """
    pairs = context.article.pairs
    lang: Lang = pairs[0].tgt_lang if pairs else "en"
    references = [
        item for item in context.article.references if item.segments and item.lang not in (None, lang)
    ]
    article = _document([pair.tgt for pair in pairs], lang, context.article.metadata)
    if not references or not article.segments:
        return ()
    from align.aligner.encode import load_encoder
    from align.comparison.comparison import compare_documents

    chosen = context.shared.encoder
    encoder = load_encoder(chosen if chosen != "none" else ENCODER)
    found = compare_documents(article, references, encoder=encoder, terms=context.terms)
    starts = list(accumulate((len(pair.tgt) + 1 for pair in pairs), initial=0))[:-1]
    return tuple(item for match in found.matches for item in _placed(match, starts, references[match.number]))


def _document(blocks: list[str], lang: Lang, metadata: Mapping[str, object]) -> Document:
    """Return texts as a document of so many blocks."""
    text = "\n".join(blocks)
    offsets = OffsetMap.identity(len(text))
    return Document(text, lang, tuple(_segments(blocks, lang)), text, offsets, metadata=metadata)


def _segments(blocks: list[str], lang: Lang) -> Iterator[Segment]:
    start = 0
    for number, block in enumerate(blocks):
        for span in segment_spans(block, lang):
            yield Segment(span.shift(start), span.of(block), block=number)
        start += len(block) + 1


def _placed(match: Match, starts: list[int], reference: Document) -> Iterator[Contradiction]:
    for witness in match.conflict:
        span = witness.article.span
        pair = bisect_right(starts, span.start) - 1
        here = Span(span.start - starts[pair], span.end - starts[pair])
        yield Contradiction(pair, here, witness, match, reference)
