"""`align pair`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.completion import encoders
from align.report.wording import amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.pair_files import Aligned

LIMIT_LISTED = 20  # doubtful beads; the others are counted


def pair(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A text, or a folder of texts.")],
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="Its translation, or a folder of them.")],
    output: Annotated[
        str | None,  # not a path, which would lose the slash at the end of a folder
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to; the suffix tells the format. A folder for folders.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="tsv, csv, xlsx, jsonl, tmx, xliff, html or beads."),
    ] = None,
    presegmented: Annotated[
        bool, typer.Option("--presegmented", help="The texts have one segment a line; keep them so.")
    ] = False,
    any_order: Annotated[
        bool, typer.Option("--any-order", help="Pieces may have moved or be missing.")
    ] = False,
    glossary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A glossary; replaces those found beside TARGET."),
    ] = None,
    encoder: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="use (the default), none (fast), or sentence-transformers:PATH.",
            autocompletion=encoders,
        ),
    ] = "use",
    jobs: Annotated[int, typer.Option(min=1, help="How many pairs of files to align at once.")] = 1,
) -> None:
    """Align a text with its translation, sentence by sentence.

    Either text may be the Chinese one. In folders, files are matched by name: NAME.zh.md with
    NAME.en.md, or the same path below both folders.

    \b
    Examples:
      align pair article.zh.md article.en.md -o article.tmx
      align pair zh/ en/ -o aligned/ --format tsv
      align pair book.zh book.en --presegmented -o book.beads
    """
    from align.pair_files import Manner, align_all, plan
    from align.progress import tracked

    manner = Manner(
        form,
        presegmented=presegmented,
        any_order=any_order,
        encoder=encoder,
        glossaries=tuple(glossary or ()),
    )
    where = Path(output) if output else None
    planned = plan(source, target, where, manner, into_folder=(output or "").endswith(("/", os.sep)))
    for left in planned.left_alone:
        typer.echo(f"align: warning: {left}", err=True)
    results = list(tracked(align_all(planned.tasks, jobs), "aligning", len(planned.tasks)))
    for line in _said_of(results):
        typer.echo(line, err=True)
    raise typer.Exit(2 if any(result.error for result in results) else 0)


def _said_of(results: Sequence[Aligned]) -> Iterator[str]:
    """Return what a person is told: what went wrong, and how it went as a whole, or in the one text."""
    for result in results:
        if result.error:
            yield f"align: {result.error}"
        yield from (f"align: warning: {warning}" for warning in result.warnings)
        if not result.error and len(results) == 1:
            yield from _summary(result)
    if len(results) > 1:
        done = [result for result in results if not result.error]
        gaps, doubtful = sum(result.gaps for result in done), sum(len(result.doubtful) for result in done)
        yield f"{len(done)} pairs of files, {amount(gaps, 'bead')} with one side only, {doubtful} doubtful"


def _summary(result: Aligned) -> Iterator[str]:
    listed = result.doubtful[:LIMIT_LISTED]
    yield (
        f"{amount(result.beads, 'bead')}, {result.gaps} with one side only, {len(result.doubtful)} doubtful"
        + (":" if listed else "")
    )
    yield from (f"  {doubt}" for doubt in listed)
    if len(result.doubtful) > LIMIT_LISTED:
        yield f"  … and {len(result.doubtful) - LIMIT_LISTED} more; their scores are in the output"
