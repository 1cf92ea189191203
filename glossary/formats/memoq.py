"""Glossaries as the CSV of memoQ's term bases.

An entry is a row: its own columns, then for each language the definition, and for each of its terms the term,
its flags and an example. memoQ has no column for the kind of a name; it is the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import InputError
from glossary.formats import grid
from glossary.formats.multiterm import language_of
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.table import KINDS
from glossary.term import Status, Term
from glossary.timestamp import american

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

ENTRY_COLUMNS = (
    "Entry_ID",
    "Entry_Subject",
    "Entry_Domain",
    "Entry_ClientID",
    "Entry_ProjectID",
    "Entry_Created",
    "Entry_Creator",
    "Entry_LastModified",
    "Entry_Modifier",
    "Entry_Note",
)
FIELDS = {
    "Entry_Domain": "domain",
    "Entry_Created": "created",
    "Entry_LastModified": "changed",
    "Entry_Note": "note",
}
NAMES: dict[Lang, str] = {"zh": "Chinese_PRC", "en": "English"}
DEFINITION = "_Def"
FLAGS, EXAMPLE = "Term_Info", "Term_Example"
FORBIDDEN = "Forbidden"
DELIMITER = ";"


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a memoQ CSV.

    Raises:
        InputError: The header names no Chinese or no English column.
    """
    rows = grid.read_rows(path)
    line, names = next(rows, (1, []))
    if {language_of(name) for name in names} < {("zh", False), ("en", False)}:
        raise InputError("the header names no Chinese and English columns", path=path, line=line)
    for number, (line, cells) in enumerate(rows, 1):
        place = Place(path, number, line)
        named = list(zip(names, cells, strict=False))
        if entry := entry_of(_terms(named), _fields(named, place, losses), place, losses):
            yield entry


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a row an entry; as many columns as the entry with most forms needs, so all are held in memory."""
    entries = list(entries)
    langs = (other_side(manner.into), manner.into)
    most = {lang: max((len(entry.forms(lang)) for entry in entries), default=1) for lang in langs}
    header = list(ENTRY_COLUMNS)
    for lang in langs:
        header += [NAMES[lang] + DEFINITION] + [NAMES[lang], FLAGS, EXAMPLE] * most[lang]
    rows = (_row(entry, number, langs, most, losses) for number, entry in enumerate(entries, 1))
    grid.write_csv([header, *rows], out, delimiter=DELIMITER)


def _row(
    entry: Entry, number: int, langs: Sequence[Lang], most: dict[Lang, int], losses: Losses
) -> list[str]:
    fields = fields_of(entry)
    cells = {column: fields.get(name, "") for column, name in FIELDS.items()}
    for column in ("Entry_Created", "Entry_LastModified"):
        if cells[column] and not american(cells[column]):
            losses.add("dates that cannot be read", entry.line)
        cells[column] = american(cells[column]) or ""
    cells |= {"Entry_ID": str(number), "Entry_Subject": fields.get("kind", "")}
    row = [cells.get(name, "") for name in ENTRY_COLUMNS]
    for lang in langs:
        row.append(fields.get("definition", "") if lang == langs[-1] else "")
        terms = [term for term in entry.terms if term.lang == lang]
        for term in terms:
            row += [term.text, FORBIDDEN if term.status == Status.DEPRECATED else "", ""]
        row += [""] * 3 * (most[lang] - len(terms))
    return row


def _terms(named: list[tuple[str, str]]) -> Iterator[Term]:
    for place, (name, cell) in enumerate(named):
        column = language_of(name)
        if column:
            flags = next((flags for other, flags in named[place + 1 : place + 2] if other == FLAGS), "")
            status = Status.DEPRECATED if FORBIDDEN.casefold() in flags.casefold() else Status.PREFERRED
            yield Term(cell, column[0], status)


def _fields(named: list[tuple[str, str]], place: Place, losses: Losses) -> dict[str, str]:
    """Return the texts of an entry; a subject that is no kind of ours is a domain where there is none."""
    fields = {FIELDS[name]: cell for name, cell in named if name in FIELDS}
    subject = dict(named).get("Entry_Subject", "").strip()
    if subject.casefold() in KINDS:
        fields["kind"] = subject
    elif not fields.get("domain"):
        fields["domain"] = subject
    elif subject:
        losses.add("subjects beside a domain", place.line)
    definitions = [cell for name, cell in named if name.endswith(DEFINITION) and cell]
    fields["definition"] = "; ".join(dict.fromkeys(definitions))
    for name, cell in named:
        if cell and name in (EXAMPLE, "Entry_ClientID", "Entry_ProjectID", "Entry_Creator", "Entry_Modifier"):
            losses.add(name, place.line)
    return fields
