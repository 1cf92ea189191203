"""Our own table of a glossary, as CSV, TSV and XLSX; ``glossary.table`` says what the columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.script import has_han
from glossary.formats import grid
from glossary.formats.record import fields_of, other_side
from glossary.table import ALL_COLUMNS, SEPARATOR, refuse_errors, table_of
from glossary.term import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

WRITTEN = tuple(name for name in ALL_COLUMNS if name != "variants")  # they stand with the preferred form
BROKEN_BAR = "¦"


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a table; rows and columns that are not used are counted.

    Raises:
        InputError: The table or a row of it is wrong.
    """
    table = table_of(grid.read_rows(path), path)
    refuse_errors(table.problems)
    for problem in table.problems:
        losses.add(problem.message, problem.line)
    return iter(table.entries)


def write_csv(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a row an entry."""
    grid.write_csv(_rows(entries, manner.into, losses), out)


def write_tsv(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a row an entry, with tabs between the cells."""
    grid.write_csv(_rows(entries, manner.into, losses), out, delimiter="\t")


def write_xlsx(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a row an entry into a workbook."""
    grid.write_xlsx(_rows(entries, manner.into, losses), out, losses)


def joined(forms: Iterable[str], losses: Losses) -> str:
    """Return forms as one cell; a separator inside a form becomes a broken bar."""
    forms = list(forms)
    if any(SEPARATOR in form for form in forms):
        losses.add(f"{SEPARATOR} inside a form, written as {BROKEN_BAR}")
    return SEPARATOR.join(form.replace(SEPARATOR, BROKEN_BAR) for form in forms)


def _rows(entries: Iterable[Entry], into: Lang, losses: Losses) -> Iterator[Sequence[str]]:
    yield WRITTEN
    for entry in entries:
        sides = entry.accepted(other_side(into)), entry.accepted(into)
        if sides[0] != sides[1] and not _are_told_apart(entry, into):
            losses.add("entries whose languages cannot be told by their script", entry.line)
            continue
        avoided = [*entry.forms("zh", Status.DEPRECATED), *entry.forms("en", Status.DEPRECATED)]
        if any(has_han(term.text) == (term.lang == "en") for term in entry.terms if term.text in avoided):
            losses.add("the language of a form to avoid, which is told by its script", entry.line)
        cells = fields_of(entry) | {
            "source": joined(sides[0], losses),
            "target": joined(sides[1], losses),
            "deprecated": joined(avoided, losses),
        }
        yield [cells.get(name, "") for name in WRITTEN]


def _are_told_apart(entry: Entry, into: Lang) -> bool:
    """Tell whether a reader of the table sees which side is Chinese: the source where it has any Chinese."""
    zh, en = (any(map(has_han, entry.accepted(lang))) for lang in ("zh", "en"))
    return zh if into == "en" else zh and not en
