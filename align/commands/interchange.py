"""`align glossary export`, `import` and `convert`: the term base in the formats of other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from glossary.formats import Losses

FORMATS = (
    "csv, tsv, xlsx, json, tmx, tbx (version 3), tbx2 (version 2, martif), omegat, deepl, deepl-langs, "
    "multiterm, memoq or utx"
)
Source = Annotated[Path, typer.Argument(metavar="FILE", help="A glossary in any of the formats.")]
Output = Annotated[
    Path, typer.Option("-o", "--output", metavar="OUT", help="Where to; the suffix tells the format.")
]
Form = Annotated[
    str | None, typer.Option("--format", metavar="FORMAT", help=f"The format of OUT: {FORMATS}.")
]
SourceForm = Annotated[
    str | None,
    typer.Option("--from", metavar="FORMAT", help="The format of FILE; told by its suffix and content."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a glossary that is in use.")]
Into = Annotated[
    Literal["en", "zh"],
    typer.Option("--into", help="The language one translates into, for formats that have a direction."),
]


def export_glossary(
    file: Source,
    output: Output,
    form: Form = None,
    source_form: SourceForm = None,
    into: Into = "en",
    force: Force = False,
) -> None:
    """Write a glossary in the format of another program; what that cannot hold is named.

    \b
    Examples:
      align glossary export glossary.csv -o names.tbx
      align glossary export glossary.csv -o names.tbx --format tbx2
      align glossary export glossary.csv -o deepl.csv --format deepl
    """
    _transfer(file, output, form, source_form, into, force=force)


def import_glossary(
    file: Source,
    output: Output,
    form: Form = None,
    source_form: SourceForm = None,
    into: Into = "en",
    force: Force = False,
) -> None:
    """Read the glossary of another program into one of ours; what is not kept is named.

    \b
    Examples:
      align glossary import client.tbx -o glossary.csv
      align glossary import terms.xlsx --from multiterm -o glossary.csv
    """
    _transfer(file, output, form, source_form, into, force=force)


def convert_glossary(
    file: Source,
    output: Output,
    form: Form = None,
    source_form: SourceForm = None,
    into: Into = "en",
    force: Force = False,
) -> None:
    """Convert a glossary from one format to another; what is not kept is named.

    \b
    Examples:
      align glossary convert memory.tmx -o memory.xlsx
      align glossary convert glossary.csv -o back.txt --format omegat --into zh
    """
    _transfer(file, output, form, source_form, into, force=force)


def _transfer(
    file: Path, output: Path, form: str | None, source_form: str | None, into: str, *, force: bool
) -> None:
    """Read a glossary and write it, an entry at a time where both formats allow."""
    from align.progress import tracked
    from align.project.outputs import check_output
    from corpus.aside import written_aside
    from glossary.formats import Losses, Manner, format_of, read_entries, write_entries
    from glossary.formats.size import estimated_entries
    from glossary.formats.sniff import sniff

    check_output(output, (file,), force=force)
    form, source_form = form or format_of(output), source_form or sniff(file)
    unread, lost = Losses(), Losses()
    manner = Manner("zh" if into == "zh" else "en", datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    entries = read_entries(file, unread, source_form)
    with written_aside(output) as out:
        shown = tracked(entries, "converting", estimated_entries(file, source_form))
        count = write_entries(shown, form, out, losses=lost, manner=manner)
    _tell(file, unread, "not read")
    _tell(output, lost, f"not kept by {form}")
    typer.echo(f"{count:,} entr{'y' if count == 1 else 'ies'} written to {output}", err=True)


def _tell(path: Path, losses: Losses, what: str) -> None:
    for loss in losses:
        typer.echo(f"warning: {path}: {what}: {loss}", err=True)
