"""`align score`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.rules import ListFormat, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.translation_score import Score
    from corpus import Document, Lang

Scored = dict[str, "tuple[Score, ...]"]
CORPUS = "corpus"


def score(
    hypothesis: Annotated[
        Path, typer.Argument(metavar="HYPOTHESIS", help="A translation, or a folder of them.")
    ],
    reference: Annotated[
        list[Path],
        typer.Option(
            metavar="FILE", help="A human translation of the same text, or a folder; may be repeated."
        ),
    ],
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The text translated; its segments must be as many.")
    ] = None,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """Score a translation against human ones: BLEU, chrF, chrF++ and TER, with sacrebleu's signature.

    The texts have one segment a line. In folders, files are matched by name, and scored one by one
    and together.

    Example: align score mt.en --reference human.en
    """
    scored = _scored(hypothesis, reference, source)
    if output_format is ListFormat.TEXT:
        typer.echo("\n".join(_lines(scored)))
        return
    from dataclasses import asdict

    rows = [{"document": name, **asdict(one)} for name, scores in scored.items() for one in scores]
    print_json(rows, output_format)


def _scored(hypothesis: Path, references: list[Path], source: Path | None) -> Scored:
    from align.translation_score import score_translation

    names = (
        sorted(path.name for path in hypothesis.iterdir() if path.is_file()) if hypothesis.is_dir() else [""]
    )
    texts = {name: _texts(hypothesis, references, source, name) for name in names}
    lang: Lang = next((tried.lang for tried, _ in texts.values() if tried.lang), "en")
    found = {
        name or hypothesis.name: score_translation(_segments(tried), [_segments(one) for one in others], lang)
        for name, (tried, others) in texts.items()
    }
    if len(texts) > 1:
        everything = [segment for tried, _ in texts.values() for segment in _segments(tried)]
        sides = zip(*(others for _, others in texts.values()), strict=True)
        joined = [[segment for one in side for segment in _segments(one)] for side in sides]
        found[CORPUS] = score_translation(everything, joined, lang)
    return found


def _texts(
    hypothesis: Path, references: list[Path], source: Path | None, name: str
) -> tuple[Document, list[Document]]:
    from corpus import InputError
    from corpus.readers.presegmented import read_presegmented

    tried = read_presegmented(hypothesis / name if name else hypothesis)
    others = [
        read_presegmented(one / name if name else one) for one in (*references, *([source] if source else []))
    ]
    for other in others:
        if len(other.segments) != len(tried.segments):
            problem = (
                f"{len(other.segments)} segments, but {len(tried.segments)} in {tried.path}; a line a segment"
            )
            raise InputError(problem, path=other.path)
    return tried, others[: len(references)]


def _segments(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def _lines(scored: Scored) -> Iterator[str]:
    for name, scores in scored.items():
        yield name
        for one in scores:
            interval = f"  ({one.mean:.1f} ± {one.interval:.1f})" if one.mean is not None else ""
            yield f"  {one.metric:7}{one.value:6.1f}{interval}  {one.signature}"
