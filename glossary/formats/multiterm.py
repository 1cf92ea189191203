"""Glossaries as the tables of MultiTerm's Glossary Converter: a column a language, a row a concept.

Synonyms stand in one cell with ``|`` between them, and their statuses likewise in the column beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.langtag import lang_of_tag
from corpus.pattern import lazy
from glossary.formats import grid
from glossary.formats.own import joined
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.table import SEPARATOR
from glossary.term import Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

NAMES: dict[Lang, str] = {"zh": "Chinese", "en": "English"}
STATUSES = {Status.PREFERRED: "Preferred", Status.ADMITTED: "Admitted", Status.DEPRECATED: "Forbidden"}
READ = {name.casefold(): status for status, name in STATUSES.items()} | {
    "deprecated": Status.DEPRECATED,
    "not recommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
    "superseded": Status.DEPRECATED,
}
FIELDS = {
    "Kind": "kind",
    "Entry Status": "status",
    "Subject": "domain",
    "Definition": "definition",
    "Note": "note",
    "Source": "reference",
    "Context": "context",
    "Created": "created",
    "Modified": "changed",
}
ALIASES = {name.casefold(): field for name, field in FIELDS.items()} | {
    "domain": "domain",
    "subject field": "domain",
    "description": "definition",
    "notes": "note",
    "comment": "note",
    "reference": "reference",
    "forbidden": "deprecated",
}
# "Chinese", "Chinese (PRC)", "English_USA", "zh-CN", "中文", with or without a word behind it;
# memoQ's "English_Def" is another column.
LANGUAGE = lazy(
    r"(?P<zh>chinese|zh|中文|汉语|漢語|简体中文|繁体中文)|(?P<en>english|en|英文|英语|英語)", re.IGNORECASE
)
REGION = lazy(r"(?:[-_ ]?\(.*\)|(?!_Def$)[-_][A-Za-z_]+)?(?P<status> (?:status|usage))?", re.IGNORECASE)


def language_of(name: str) -> tuple[Lang, bool] | None:
    """Return the language that a column is for, and whether it holds the statuses; None for another column.

    >>> language_of("Chinese (PRC)"), language_of("en-US"), language_of("English Status"), language_of("Note")
    (('zh', False), ('en', False), ('en', True), None)
    """
    found = LANGUAGE.match(name.strip())
    rest = found and REGION.fullmatch(name.strip(), found.end())
    if not found or not rest:
        lang = lang_of_tag(name)
        return (lang, False) if lang else None
    return ("zh" if found["zh"] else "en"), bool(rest["status"])


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a table whose header names Chinese and English.

    Raises:
        InputError: The header names no Chinese or no English column.
    """
    rows = grid.read_rows(path)
    line, names = next(rows, (1, []))
    columns = [language_of(name) for name in names]
    if any((lang, False) not in columns for lang in NAMES):
        raise InputError("the header names no Chinese and English columns", path=path, line=line)
    for name, column in zip(names, columns, strict=True):
        if name.strip() and column is None and name.strip().casefold() not in ALIASES:
            losses.add(f'the column "{name[:40]}"', line)
    for number, (line, cells) in enumerate(rows, 1):
        terms: list[Term] = []
        fields: dict[str, str] = {}
        for place, (name, column) in enumerate(zip(names, columns, strict=True)):
            cell = cells[place] if place < len(cells) else ""
            if column is None:
                fields[ALIASES.get(name.strip().casefold(), "")] = cell
            elif not column[1]:
                terms += _terms(cell, column[0], _beside(cells, columns, column[0]))
        if entry := entry_of(terms, fields, Place(path, number, line), losses):
            yield entry


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a workbook with a row an entry."""
    grid.write_xlsx(_rows(entries, manner.into, losses), out, losses)


def _rows(entries: Iterable[Entry], into: Lang, losses: Losses) -> Iterator[Sequence[str]]:
    langs = (other_side(into), into)
    yield [name for lang in langs for name in (NAMES[lang], f"{NAMES[lang]} Status")] + list(FIELDS)
    for entry in entries:
        fields, row = fields_of(entry), []
        for lang in langs:
            terms = [term for term in entry.terms if term.lang == lang]
            row += [
                joined((term.text for term in terms), losses),
                SEPARATOR.join(STATUSES[term.status] for term in terms),
            ]
        yield row + [fields.get(name, "") for name in FIELDS.values()]


def _terms(cell: str, lang: Lang, statuses: list[str]) -> Iterator[Term]:
    for place, form in enumerate(cell.split(SEPARATOR)):
        name = statuses[place].strip().casefold() if place < len(statuses) else ""
        yield Term(form, lang, READ.get(name, Status.PREFERRED))


def _beside(cells: list[str], columns: Sequence[tuple[Lang, bool] | None], lang: Lang) -> list[str]:
    if (lang, True) not in columns:
        return []
    place = columns.index((lang, True))
    return cells[place].split(SEPARATOR) if place < len(cells) else []
