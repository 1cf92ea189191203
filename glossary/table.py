"""Glossaries as tables: CSV or TSV, one concept a row, as a translator keeps them in a spreadsheet.

The columns are ``source,target,kind,status,variants,deprecated,note,context``, and where wanted
``domain,definition,reference,created,changed``, in any order; the first two are required. ``source`` is
Chinese and ``target`` English, or the other way round: each form is told by its script. ``|`` stands between
several forms; the first is preferred, the others are right as well.
``context`` holds Chinese words of which one must stand in the article for the name to be meant; a word
after ``!`` is one that the name does not count in.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.encoding import decode
from corpus.errors import InputError
from corpus.script import has_han
from glossary.conflict import contradictions
from glossary.problem import Problem
from glossary.term import Entry, Kind, Status, Term
from glossary.timestamp import timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus import Lang

COLUMNS = ("source", "target", "kind", "status", "variants", "deprecated", "note", "context")
TEXT_COLUMNS = ("domain", "definition", "reference", "created", "changed")
ALL_COLUMNS = COLUMNS + TEXT_COLUMNS
STATUSES = ("approved", "draft", "keep")
KINDS = {kind.value: kind for kind in Kind} | {"organization": Kind.ORGANISATION}
SEPARATOR = "|"
VETO = "!"
LIMIT_FORMS = 1_000  # in a row; the index of a term base has room for no more


class RowError(Exception):
    """A row that cannot be used; ``fatal`` where the whole table should not be."""

    def __init__(self, message: str, column: str = "", *, fatal: bool = True) -> None:
        super().__init__(message)
        self.column = column
        self.fatal = fatal


@dataclass(frozen=True, slots=True)
class Table:
    """The entries of a file, and what is wrong with its rows."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Raise the first error among some problems, and say how many more there are.

    Raises:
        InputError: There is an error.
    """
    wrong = [problem for problem in problems if problem.severity == "error"]
    if wrong:
        more = f" ({len(wrong) - 1} more to mend)" if len(wrong) > 1 else ""
        first = wrong[0]
        raise InputError(first.message + more, path=first.path, line=first.line, column=first.column)


def read_rows(path: Path) -> Table:
    """Return the entries of a CSV or TSV file and all that is wrong with its rows.

    Raises:
        InputError: It is no table, or its header does not say what the columns are.
    """
    text = decode(path.read_bytes(), path).text.removeprefix("\ufeff")
    return table_of(cells_of(text, path), path)


def table_of(rows: Iterator[tuple[int, list[str]]], path: Path) -> Table:
    """Return the entries of the rows of a table, the first of which names the columns.

    Args:
        rows: The number and the cells of each.
        path: The file they come from.

    Raises:
        InputError: The header does not say what the columns are.
    """
    header = _Header.of(next(rows, None), path)
    entries, problems = [], list(header.problems)
    for line, cells in rows:
        try:
            entry = entry_of(header.named(cells), origin=str(path), line=line)
        except RowError as error:
            problems.append(header.problem(error, line))
        else:
            entries.extend([entry] if entry else [])
    return Table(tuple(entries), (*problems, *contradictions(entries)))


def entries_of_rows(rows: Iterable[Sequence[str]]) -> tuple[Entry, ...]:
    """Return the entries of rows given in the program, cells in the order of ``COLUMNS``.

    >>> [entry.accepted("en") for entry in entries_of_rows([("周钘", "Zhou Xin|Xin Zhou", "person")])]
    [('Zhou Xin', 'Xin Zhou')]
    """
    named = (dict(zip(COLUMNS, row, strict=False)) for row in rows)
    return tuple(entry for line, cells in enumerate(named, 1) if (entry := entry_of(cells, line=line)))


def entry_of(cells: dict[str, str], *, origin: str = "", line: int | None = None) -> Entry | None:
    """Return the entry of a row, cells by the name of their column; None for a row without any forms.

    Raises:
        RowError: A cell does not hold what its column is for.
    """
    source, target = forms_of(cells.get("source", "")), forms_of(cells.get("target", ""))
    if not source and not target:
        return None
    kind, status = _kind(cells), _status(cells)
    if status == "keep":
        target = target or source
    terms = _unique([*_sides(source, target), *_others(cells)])
    _check_forms(terms)
    around, texts = forms_of(cells.get("context", "")), texts_of(cells)
    return Entry(
        id=f"{origin}:{line}",
        terms=terms,
        kind=kind,
        certain=status != "draft",
        verbatim=status == "keep" or source == target,
        note=cells.get("note", "").strip(),
        origin=origin,
        line=line,
        context=tuple(word for word in around if word[0] != VETO),
        vetoes=tuple(word[1:] for word in around if word[0] == VETO),
        domain=texts["domain"],
        definition=texts["definition"],
        reference=texts["reference"],
        created=texts["created"],
        changed=texts["changed"],
    )


def texts_of(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the texts about a concept by the name of their field; dates are written one way.

    >>> texts_of({"domain": " cars ", "created": "20240501T101500Z"})["created"]
    '2024-05-01T10:15:00Z'
    """
    texts = {name: cells.get(name, "").strip() for name in TEXT_COLUMNS}
    for name in ("created", "changed"):
        texts[name] = timestamp(texts[name]) or texts[name]
    return texts


def forms_of(cell: str) -> list[str]:
    """Return the forms in a cell; runs of blanks are one blank.

    >>> forms_of(" Zhou  Xin | Xin Zhou|")
    ['Zhou Xin', 'Xin Zhou']
    """
    return [form for part in cell.split(SEPARATOR) if (form := " ".join(part.split()))]


def _sides(source: list[str], target: list[str]) -> Iterator[Term]:
    for column, forms in (("source", source), ("target", target)):
        if not forms:
            raise RowError(f"the {column} is empty; the row is not used", column, fatal=False)
    sides: tuple[Lang, Lang] = ("zh", "en")
    if source != target:
        sides = _languages(source, target)
    for lang, forms in zip(sides, (source, target), strict=True):
        for place, form in enumerate(forms):
            yield Term(form, lang, Status.ADMITTED if place else Status.PREFERRED)


def _languages(source: list[str], target: list[str]) -> tuple[Lang, Lang]:
    if any(map(has_han, source)):
        return "zh", "en"
    if any(map(has_han, target)):
        return "en", "zh"
    unused = f'neither "{source[0]}" nor "{target[0]}" is Chinese; the row is not used'
    raise RowError(unused, "source", fatal=False)


def _others(cells: dict[str, str]) -> Iterator[Term]:
    for column, status in (("variants", Status.ADMITTED), ("deprecated", Status.DEPRECATED)):
        for form in forms_of(cells.get(column, "")):
            yield Term(form, "zh" if has_han(form) else "en", status)


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms without those that an earlier one repeats; a contradiction stays to be seen."""
    seen: dict[tuple[str, Lang, bool], Term] = {}
    for term in terms:
        seen.setdefault((term.text, term.lang, term.status == Status.DEPRECATED), term)
    return tuple(seen.values())


def _check_forms(terms: Sequence[Term]) -> None:
    if len(terms) > LIMIT_FORMS:
        raise RowError(f"{len(terms):,} forms in one row; {LIMIT_FORMS:,} at most")
    right = {term.text for term in terms if term.status != Status.DEPRECATED}
    for term in terms:
        if term.status == Status.DEPRECATED and term.text in right:
            raise RowError(f'"{term.text}" is both to be used and to be avoided', "deprecated")


def _kind(cells: dict[str, str]) -> Kind | None:
    name = cells.get("kind", "").strip().casefold()
    if name and name not in KINDS:
        raise RowError(f'unknown kind "{name}"; known: {", ".join(Kind)}', "kind")
    return KINDS.get(name)


def _status(cells: dict[str, str]) -> str:
    name = cells.get("status", "").strip().casefold() or STATUSES[0]
    if name not in STATUSES:
        raise RowError(f'unknown status "{name}"; known: {", ".join(STATUSES)}', "status")
    return name


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of a table, in the order of the file; ``""`` for one that is not read."""

    columns: tuple[str, ...]
    path: Path
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, row: tuple[int, list[str]] | None, path: Path) -> _Header:
        if row is None:
            raise InputError("the file is empty", path=path)
        line, cells = row
        names = [cell.strip().casefold() for cell in cells]
        for required in COLUMNS[:2]:
            if required not in names:
                raise InputError(_no_column(required, names), path=path, line=line)
        problems = []
        for column, name in enumerate(names, 1):
            if name in ALL_COLUMNS and names.index(name) != column - 1:
                raise InputError(f'the column "{name}" stands twice', path=path, line=line, column=column)
            if name and name not in ALL_COLUMNS:
                problems.append(_unknown_column(name, line, column, path))
        return cls(tuple(name if name in ALL_COLUMNS else "" for name in names), path, tuple(problems))

    def named(self, cells: list[str]) -> dict[str, str]:
        """Return the cells of a row by the name of their column."""
        if any(cell.strip() for cell in cells[len(self.columns) :]):
            count = f"{len(cells)} cells in a table of {len(self.columns)} columns"
            raise RowError(f"{count}; a cell that holds the separator must stand in double quotes", "extra")
        return dict(zip(self.columns, cells, strict=False))

    def problem(self, error: RowError, line: int) -> Problem:
        """Return the problem of a row with its place."""
        column = None
        if error.column:
            known = error.column in self.columns
            column = self.columns.index(error.column) + 1 if known else len(self.columns) + 1
        return Problem(str(error), "error" if error.fatal else "warning", self.path, line, column)


def _no_column(required: str, names: list[str]) -> str:
    if not set(names) & set(ALL_COLUMNS):
        return f"the first row must name the columns: {','.join(ALL_COLUMNS)} (the first two are required)"
    return f'the header has no column "{required}"'


def _unknown_column(name: str, line: int, column: int, path: Path) -> Problem:
    from difflib import get_close_matches

    meant = get_close_matches(name, ALL_COLUMNS, n=1, cutoff=0.75)
    if meant:
        message = f'unknown column "{name}"; did you mean "{meant[0]}"?'
        return Problem(message, "error", path, line, column)
    message = f'the column "{name}" is not read; known: {", ".join(ALL_COLUMNS)}'
    return Problem(message, "info", path, line, column)


def cells_of(text: str, path: Path, delimiter: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Return the rows that are not blank, each with the number of the line where it begins."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter or _delimiter(text, path), strict=True)
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"not a table: {_explained(error)}", path=path, line=begin) from error


def _explained(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "a double quote is opened here and never closed"
    if "expected after" in str(error):
        return "text after a closing double quote; a quote inside a cell is written twice"
    return str(error)


def _delimiter(text: str, path: Path) -> str:
    """Return the mark between the cells of the first line: a tab, a semicolon, or a comma."""
    first = text.lstrip().partition("\n")[0]
    if path.suffix.lower() == ".tsv" or "\t" in first:
        return "\t"
    return ";" if first.count(";") > first.count(",") else ","
