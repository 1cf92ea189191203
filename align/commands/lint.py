"""`align lint`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands.completion import encoders, output_formats, rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from align.run import Fixing, Outcome
    from align.session import Typed

STDIN = Path("-")
Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH…",
        help="Texts, bitext rows or folders, - for standard input; the current folder where none is given.",
    ),
]
Source = Annotated[Path | None, typer.Option(metavar="FILE", help="The text that PATH is a translation of.")]
References = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="An article about the same events, in the other language."),
]
Glossaries = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="A glossary; replaces those found beside PATH.")
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help="Rules by code, family or name, comma-separated; only these run.",
        autocompletion=rules,
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help="Rules that run as well, such as those of severity info.",
        autocompletion=rules,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Rules that do not run.", autocompletion=rules),
]
FixFlag = Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files.")]
UnsafeFlag = Annotated[
    bool,
    typer.Option("--unsafe-fixes", help="With --fix or --diff: the fixes that want a second look, too."),
]
DiffFlag = Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        metavar="FORMAT",
        help="text, concise, json, jsonl, sarif, github, junit or html.",
        autocompletion=output_formats,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output-file", metavar="FILE", help="Write the report, the diff or the statistics here."
    ),
]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Report only what is not in this file.")]
NewBaseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write what is found to this file, as known from now on.")
]
StatisticsFlag = Annotated[
    bool, typer.Option("--statistics", help="Count the findings by rule; as a table, json or jsonl.")
]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A configuration file; replaces the one found.")
]
Encoder = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="How a text is aligned with its source: none (by dictionary, numbers, lengths) or use.",
        autocompletion=encoders,
    ),
]
ForceFlag = Annotated[
    bool, typer.Option("--force-exclude", help="Exclude files as configured even when named (for hooks).")
]
StdinName = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What file the text on standard input is, as for -.")
]
ExitZeroFlag = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when something is found.")]


def lint(
    paths: Paths = None,
    source: Source = None,
    reference: References = None,
    glossary: Glossaries = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    fix: FixFlag = False,
    unsafe_fixes: UnsafeFlag = False,
    diff: DiffFlag = False,
    output_format: OutputFormat = None,
    output_file: OutputFile = None,
    baseline: Baseline = None,
    write_baseline: NewBaseline = None,
    statistics: StatisticsFlag = False,
    config: Config = None,
    encoder: Encoder = "none",
    force_exclude: ForceFlag = False,
    stdin_filename: StdinName = None,
    exit_zero: ExitZeroFlag = False,
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
      git show :article.en.md | align lint - --stdin-filename article.en.md
    """
    from align.progress import tracked
    from align.project.outputs import check_output
    from align.report import check_format, render
    from align.report.statistics import statistics as count_by_rule
    from align.report.statistics import write_statistics
    from align.run import run
    from align.session import Request, Session

    typed = _typed(paths or [], stdin_filename)
    fixing = _fixing(fix=fix, unsafe=unsafe_fixes, diff=diff, typed=typed is not None)
    request = Request(
        paths=tuple(typed.path if typed and path == STDIN else path for path in paths or [Path()]),
        typed=typed,
        source=source,
        references=tuple(reference or ()),
        glossaries=tuple(glossary or ()),
        config=config,
        select=_selected(select),
        extend_select=_codes(extend_select),
        ignore=_codes(ignore),
        force_exclude=force_exclude,
        encoder=encoder,
    )
    session = Session(request)
    settings = session.settings(request.paths[0])
    chosen = output_format or settings.output_format
    check_format(chosen)
    for output in (output_file, write_baseline):
        check_output(output, session.inputs())
    outcome = run(
        session,
        fixing=fixing,
        baseline=baseline or settings.baseline,
        new_baseline=write_baseline,
        track=lambda files: tracked(files, "checking", len(files)),
    )
    for line in _notices(outcome, write_baseline):
        typer.echo(line, err=True)
    with _opened(output_file) as out:
        if diff:
            out.writelines(outcome.diffs)
        elif statistics:
            write_statistics(count_by_rule(outcome.report.findings), chosen, out)
        else:
            render(outcome.report, chosen, out)
    status = outcome.report.exit_status
    raise typer.Exit(0 if exit_zero and status == 1 else status)


def _notices(outcome: Outcome, new_baseline: Path | None) -> Iterator[str]:
    """Return what a person is told beside the report."""
    from align.paths import shown
    from align.report.wording import amount

    yield from (f"align: {error}" for error in outcome.report.errors)
    if new_baseline:
        yield f"{amount(outcome.report.known, 'finding')} written to {new_baseline}"
    if outcome.unmended:
        left = ", ".join(shown(path, Path()) for path in outcome.unmended)
        yield f"align: fixes are not written to TMX, XLIFF and PO files: {left}"


def _fixing(*, fix: bool, unsafe: bool, diff: bool, typed: bool) -> Fixing:
    """Return which fixes are wanted, and whether they are written; a text that was typed has no file."""
    from align.run import Fixing
    from corpus import ConfigError

    if unsafe and not (fix or diff):
        raise ConfigError("--unsafe-fixes changes nothing without --fix or --diff")
    if typed and fix and not diff:
        raise ConfigError("--fix has no file to write to; --diff shows what it would change")
    return Fixing(wanted=fix or diff, unsafe=unsafe, write=fix and not diff)


def _typed(paths: list[Path], name: Path | None) -> Typed | None:
    """Return the text on standard input, where it is asked for."""
    from align.session import Typed
    from corpus import ConfigError

    if STDIN in paths:
        return Typed(name or Path("stdin"), sys.stdin.buffer.read())
    if name is not None:
        raise ConfigError("--stdin-filename names the text on standard input; give - as the PATH")
    return None


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    from io import TextIOWrapper

    from corpus.aside import written_aside

    if output is None:
        yield sys.stdout
        return
    with written_aside(output) as raw:
        out = TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="")
        try:
            yield out
        finally:
            out.detach()


def _selected(given: list[str] | None) -> tuple[str, ...] | None:
    """Return the rules to run alone, or None where the settings choose."""
    from corpus import ConfigError

    codes = _codes(given)
    if given and not codes:
        raise ConfigError("--select names no rule; `align rules` lists them")
    return codes or None


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Return the codes of options that may be repeated and hold commas."""
    return tuple(code for codes in given or () for code in codes.replace(",", " ").split())
