"""`align eval`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.rules import ListFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.aligner.evaluate import Evaluation
    from corpus.readers.beads import Link

GOLD_SUFFIX = ".gold"
PREDICTED_SUFFIXES = (".beads", ".pred", ".gold", ".align")


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Beads decided by a person: a file, or a folder.")
    ],
    predicted: Annotated[
        Path, typer.Argument(metavar="PREDICTED", help="Beads to judge: a file, or a folder.")
    ],
    worst: Annotated[
        int, typer.Option(min=0, help="List this many of the longest stretches that differ.")
    ] = 5,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """Judge an alignment: precision, recall and F1, strict (the same bead) and lax (one that overlaps).

    Folders: every NAME.gold in GOLD is judged against NAME.beads in PREDICTED.

    Example: align eval gold/ out/
    """
    from align.aligner.evaluate import differences, score_alignments
    from corpus.readers.beads import read_beads

    named = {name: (read_beads(right), read_beads(tried)) for name, right, tried in _files(gold, predicted)}
    result = score_alignments(named.values())
    if output_format is not ListFormat.TEXT:
        from dataclasses import asdict

        from align.commands.rules import print_json

        print_json([asdict(result)], output_format)
        return
    for line in _table(result):
        typer.echo(line)
    stretches = [(name, found) for name, pair in named.items() for found in differences(*pair)]
    for name, found in sorted(stretches, key=lambda item: -item[1].segments)[:worst]:
        typer.echo(f"{name}: gold {_shown(found.gold)}, predicted {_shown(found.predicted)}")


def _files(gold: Path, predicted: Path) -> Iterator[tuple[str, Path, Path]]:
    from corpus import InputError

    if not gold.is_dir():
        yield gold.name, gold, predicted
        return
    found = sorted(gold.glob(f"*{GOLD_SUFFIX}"))
    if not found:
        raise InputError(f"the folder has no *{GOLD_SUFFIX}", path=gold)
    for right in found:
        candidates = (predicted / f"{right.stem}{suffix}" for suffix in PREDICTED_SUFFIXES)
        tried = next((path for path in candidates if path.is_file()), None)
        if tried is None:
            raise InputError(f"no alignment of {right.stem}", path=predicted)
        yield right.stem, right, tried


def _table(result: Evaluation) -> Iterator[str]:
    yield f"{result.gold} gold beads, {result.predicted} predicted"
    yield f"{'':8}{'precision':>10}{'recall':>8}{'F1':>7}"
    for name, rates in (("strict", result.strict), ("lax", result.lax)):
        yield f"{name:8}{rates.precision:10.3f}{rates.recall:8.3f}{rates.f1:7.3f}"
    for kind in result.kinds:
        yield f"{kind.kind:>6}  {kind.found} of {kind.gold} found exactly"


def _shown(links: tuple[Link, ...]) -> str:
    return " ".join(f"{_numbers(source)}:{_numbers(target)}" for source, target in links)


def _numbers(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return "–"
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
