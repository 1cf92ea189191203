"""`align rules` and `align explain`."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.completion import rules as offered

if TYPE_CHECKING:
    from collections.abc import Sequence


class ListFormat(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def rules(
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """List the rules: code, severity, name, and what each finds.

    Example: align rules | grep NAM
    """
    from align.suppressions.notice import catalogue

    if output_format is ListFormat.TEXT:
        for item in catalogue():
            typer.echo(f"{item.code}  {item.severity:<7}  {item.name:<32}  {item.summary}")
        return
    keys = ("code", "name", "severity", "since", "summary")
    print_json([{key: getattr(item, key) for key in keys} for item in catalogue()], output_format)


def print_json(rows: Sequence[object], output_format: ListFormat) -> None:
    """Print rows as one JSON array, or as JSON Lines."""
    if output_format is ListFormat.JSON:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="A rule's code or name, such as NAM001.", autocompletion=offered),
    ],
) -> None:
    """Show one rule: what it finds, why, and its examples.

    Example: align explain NAM001
    """
    from align.explain import page
    from align.suppressions.notice import described

    typer.echo(page(described(code)), nl=False)
