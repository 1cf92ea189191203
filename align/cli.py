"""The command line: `align lint`, `align pair` and the others."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from align.commands import compare, evaluate, interchange, lint, mine, names, pair, rules, score
from align.commands import glossary as glossary_commands
from align.version import version
from corpus import BitextError
from corpus.errors import one_line

app = typer.Typer(
    name="align",
    help="Align Chinese and English texts, keep a glossary, and find mistranslations.",
    epilog="Exit status: 0 nothing found, 1 findings, 2 could not run.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("lint")(lint.lint)
app.command("pair")(pair.pair)
app.command("compare")(compare.compare)
app.command("eval")(evaluate.evaluate)
app.command("score")(score.score)
app.command("rules")(rules.rules)
app.command("explain")(rules.explain)
app.command("name")(names.name)
glossary_commands.app.command("mine")(mine.mine)
glossary_commands.app.command("export")(interchange.export_glossary)
glossary_commands.app.command("import")(interchange.import_glossary)
glossary_commands.app.command("convert")(interchange.convert_glossary)
app.add_typer(glossary_commands.app, name="glossary")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"align {version()}")
        raise typer.Exit


@app.callback()
def options(
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Align Chinese and English texts, keep a glossary, and find mistranslations."""


def main() -> None:
    """Run the command; errors that a user can mend are one line on stderr and status 2."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads take twice the time
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # both are text streams here
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to write at exit
        sys.exit(2)
    except (BitextError, OSError) as error:
        typer.echo(f"align: {one_line(error)}", err=True)
        sys.exit(2)
