"""`align lint`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import TextIO

Codes = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Rules by code, family or name, comma-separated; only these run."),
]


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH…", help="Texts, bitext rows or folders; the current folder where none is given."
        ),
    ] = None,
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The text that PATH is a translation of.")
    ] = None,
    reference: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="An article about the same events, in the other language."),
    ] = None,
    glossary: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A glossary; replaces those found beside PATH.")
    ] = None,
    select: Codes = None,
    extend_select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Rules that run as well, such as those of severity info."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Rules that do not run.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files.")] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="With --fix or --diff: the fixes that want a second look, too."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="text, concise, json, jsonl, sarif, github, junit or html."),
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option("-o", "--output-file", metavar="FILE", help="Write the report here.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Report only what is not in this file.")
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write what is found to this file, as known from now on."),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A configuration file; replaces the one found.")
    ] = None,
    encoder: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="How a text is aligned with its source: none (by dictionary, numbers, lengths) or use.",
        ),
    ] = "none",
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Exclude files as configured even when named (for hooks).")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 even when something is found.")
    ] = False,
) -> None:
    """Find mistranslations in articles, in bitext rows, or in a translation alone.

    The source of a translation is found by the front matter (`source: article.zh.md`), by the
    configuration, by name (article.zh.md, article.en.md) or by folder (zh/article.md, en/article.md).
    A glossary.csv beside the file or in a folder above it is used.

    \b
    Examples:
      align lint article.en.md
      align lint article.en.md --source article.zh.md --glossary names.csv
      align lint translations/ --output-format sarif -o align.sarif
      align lint article.en.md --diff
    """
    from align.progress import tracked
    from align.report import check_format, render
    from align.report.statistics import statistics as counted
    from align.run import Fixing, run
    from align.session import Request, Session

    request = Request(
        paths=tuple(paths or [Path()]),
        source=source,
        references=tuple(reference or ()),
        glossaries=tuple(glossary or ()),
        config=config,
        select=_codes(select) if select else None,
        extend_select=_codes(extend_select),
        ignore=_codes(ignore),
        force_exclude=force_exclude,
        encoder=encoder,
    )
    session = Session(request)
    chosen = output_format or session.settings(request.paths[0]).output_format
    check_format(chosen)
    outcome = run(
        session,
        fixing=Fixing(wanted=fix or diff, unsafe=unsafe_fixes, write=fix and not diff),
        baseline=baseline or session.settings(request.paths[0]).baseline,
        new_baseline=write_baseline,
        track=lambda files: tracked(files, "checking", len(files)),
    )
    for error in outcome.report.errors:
        typer.echo(f"align: {error}", err=True)
    if diff:
        typer.echo("".join(outcome.diffs), nl=False)
    elif statistics:
        for line in counted(outcome.report.findings):
            typer.echo(line)
    else:
        with _opened(output_file) as out:
            render(outcome.report, chosen, out)
    status = outcome.report.exit_status
    raise typer.Exit(0 if exit_zero and status == 1 else status)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Return the codes of options that may be repeated and hold commas."""
    return tuple(code for codes in given or () for code in codes.replace(",", " ").split())


def _opened(path: Path | None) -> AbstractContextManager[TextIO]:
    return path.open("w", encoding="utf-8", newline="") if path else nullcontext(sys.stdout)
