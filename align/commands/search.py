"""`align search`."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.rules import ListFormat, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

    from align.concordance import FoundRow
    from corpus import Span


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words in either language.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="MEMORY…",
            help="Translation memories and other bitext rows, or folders; the current one by default.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Show at most so many.")] = 20,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """Show how words were translated before: where they stand in a translation memory.

    Found in any case, in simplified and traditional characters, and with or without hyphens. The
    status is 1 where nothing is found.

    \b
    Examples:
      align search 水土不服 memory.tmx
      align search "Deputy General Manager"
    """
    from align.concordance import memories, pattern_of
    from align.progress import tracked

    pattern = pattern_of(text)
    files = tuple(dict.fromkeys(file for path in paths or [Path()] for file in memories(path)))
    errors: list[str] = []
    found = [
        item for file in tracked(files, "searching", len(files)) for item in _in_file(pattern, file, errors)
    ]
    if output_format is ListFormat.TEXT:
        _show(found, limit, text)
    elif found:
        print_json([_record(item) for item in found[:limit]], output_format)
    for error in errors:
        typer.echo(f"align: {error}", err=True)
    raise typer.Exit(2 if errors else int(not found))


def _in_file(pattern: Pattern[str], file: Path, errors: list[str]) -> Iterator[FoundRow]:
    from align.concordance import occurrences
    from corpus import BitextError
    from corpus.errors import one_line

    try:
        yield from occurrences(pattern, file)
    except (BitextError, OSError) as error:
        errors.append(one_line(error))


def _show(found: list[FoundRow], limit: int, words: str) -> None:
    from align.paths import shown
    from align.report.text import wants_colour

    colour = wants_colour(os.environ, terminal=sys.stdout.isatty())
    width = shutil.get_terminal_size((100, 24)).columns - len("  ")
    for item in found[:limit]:
        typer.echo(f"{shown(item.path, Path())}:{item.row.line}")
        typer.echo(f"  {_line(item.row.source, item.source, width, colour=colour)}")
        typer.echo(f"  {_line(item.row.target, item.target, width, colour=colour)}")
    if len(found) > limit:
        typer.echo(f"… and {len(found) - limit:,} more; --limit {len(found)} shows all", err=True)
    elif not found:
        typer.echo(f"{words}: found nowhere", err=True)


def _line(text: str, spans: tuple[Span, ...], width: int, *, colour: bool) -> str:
    """Return a text cut to a width around what was found first, which is bold where there is colour."""
    from align.report.excerpt import Excerpt, cut

    piece = cut(Excerpt(text, spans[0] if spans else None), max(width, 38))
    if piece.mark is None or not colour:
        return piece.text
    start, end = piece.mark.start, piece.mark.end
    return f"{piece.text[:start]}\x1b[1;31m{piece.text[start:end]}\x1b[0m{piece.text[end:]}"


def _record(item: FoundRow) -> dict[str, object]:
    return {
        "path": item.path.as_posix(),
        "line": item.row.line,
        "id": item.row.id,
        "source": item.row.source,
        "target": item.row.target,
        "source_spans": [[span.start, span.end] for span in item.source],
        "target_spans": [[span.start, span.end] for span in item.target],
    }
