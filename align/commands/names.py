"""`align name`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.rules import ListFormat, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.name_report import GivenForm, NameReport


def name(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Chinese names.")],
    glossary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A glossary; replaces those found from here upwards."),
    ] = None,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """Show how a Chinese name is read, and every accepted way to spell it.

    What a glossary says about the name is final: then there are no other accepted spellings.

    Example: align name 周钘
    """
    from dataclasses import asdict

    from align.commands.glossary import term_base
    from corpus.encoding import whole
    from glossary.name_report import describe

    base = term_base(glossary)
    reports = [describe(name, base.lookup(name)) for name in map(whole, names)]
    if output_format is ListFormat.TEXT:
        typer.echo("\n".join(line for report in reports for line in _lines(report)))
    else:
        print_json([asdict(report) for report in reports], output_format)
    raise typer.Exit(int(not all(report.parts or report.forms for report in reports)))


def _lines(report: NameReport) -> Iterator[str]:
    yield report.name
    yield from _given(report.forms)
    if not report.parts:
        yield f"  {_unread(report)}"
    for part in report.parts:
        note = f"  {part.note}" if part.note else ""
        yield f"  {part.text}  {' or '.join(part.readings)}{note}"
    if report.forms:  # other spellings are not accepted
        if report.spellings:
            yield f"  by its reading alone it would be {report.spellings[0].text}"
        return
    for system, group in groupby(report.spellings, key=lambda spelling: spelling.system):
        yield f"  {system}:"
        for spelling in group:
            yield f"    {spelling.text:<20}  {spelling.why}"


def _unread(report: NameReport) -> str:
    """Return why the characters of a name are not told."""
    from corpus.script import has_han

    if report.forms:
        return "a name of its own, not read"
    if not has_han(report.name):
        return "not in Chinese characters; `align glossary lookup` takes names in English"
    return "reads like no Chinese name: a surname, and one or two characters behind it"


def _given(forms: Sequence[GivenForm]) -> Iterator[str]:
    """Yield what the glossaries say of a name: the form to use, those that are right too, those to avoid."""
    from align.paths import shown

    for origin, group in groupby(forms, key=lambda form: form.origin):
        by_status: dict[str, list[str]] = {}
        for form in group:
            by_status.setdefault(form.status, []).append(form.text)
        place = shown(Path(origin), Path())
        yield f"  {', '.join(by_status.pop('preferred', []))}  (in {place}; that is final)"
        for status, texts in by_status.items():
            yield f"    {'not' if status == 'deprecated' else 'also'}: {', '.join(texts)}"
