"""The command line: `align lint`, `align pair` and the others."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.commands import (
    compare,
    evaluate,
    glossary,
    interchange,
    lint,
    mine,
    names,
    pair,
    rules,
    score,
    search,
)
from align.version import version
from corpus import BitextError
from corpus.errors import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

app = typer.Typer(
    name="align",
    help="Align Chinese and English texts, keep a glossary, and find mistranslations.",
    epilog="Exit status: 0 all is well, 1 findings, or a term that is not known, 2 could not run.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
glossary_app = typer.Typer(
    help="Keep a glossary: check it, look things up, propose entries, carry it to other programs.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "lint": (lint.lint, "Find mistranslations in articles and bitext rows."),
    "pair": (pair.pair, "Align a text with its translation, sentence by sentence."),
    "compare": (compare.compare, "Match statements about the same facts in articles."),
    "eval": (evaluate.evaluate, "Judge an alignment by one made by hand."),
    "score": (score.score, "Score a translation: BLEU, chrF, chrF++ and TER."),
    "search": (search.search, "Show how words were translated before."),
    "rules": (rules.rules, "List the rules: code, severity, name, and what each finds."),
    "explain": (rules.explain, "Show one rule: what it finds, why, and its examples."),
    "name": (names.name, "Show how a Chinese name is read and spelled."),
}
GLOSSARY_COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "check": (glossary.check, "Report duplicates, conflicts and misread names."),
    "lookup": (glossary.lookup, "Look names and terms up."),
    "mine": (mine.mine, "Propose entries from translated texts."),
    "export": (interchange.export_glossary, "Write a glossary for another program."),
    "import": (interchange.import_glossary, "Read another program's glossary into ours."),
    "convert": (interchange.convert_glossary, "Convert a glossary from one format to another."),
}
for _name, (_command, _summary) in COMMANDS.items():
    app.command(_name, short_help=_summary)(_command)
for _name, (_command, _summary) in GLOSSARY_COMMANDS.items():
    glossary_app.command(_name, short_help=_summary)(_command)
app.add_typer(
    glossary_app, name="glossary", short_help="Keep a glossary: check, look up, mine, import, export."
)


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


def _open_closed_streams() -> None:
    """Open the standard streams that the caller has closed (``>&-``), so that no file takes their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # to the end


def main() -> None:
    """Run the command; what a user can mend is one line on stderr. Without a result the status is 2."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads take twice the time
    gc.set_threshold(200_000, 20, 50)  # nearly all that is made lives to the end: look for garbage seldom
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        # A file's name need not be UTF-8; both are text streams here.
        stream.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to write at exit
        sys.exit(2)
    except (BitextError, OSError) as error:
        typer.echo(f"align: {one_line(error)}", err=True)
        sys.exit(2)
    except Exception:
        from traceback import print_exc

        print_exc()  # a fault of ours; its status must not read as findings
        sys.exit(2)
