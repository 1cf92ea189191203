"""Glossaries as UTX 1.11, the tab-separated format of AAMT, read by machine translation systems."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.langtag import lang_of_tag
from corpus.writers.xml import lang_tag
from glossary.formats.grid import read_text
from glossary.formats.pairs import one_line
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.term import Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

LINE_END = "\r\n"  # the specification asks for it
STATUSES = {Status.PREFERRED: "approved", Status.ADMITTED: "non-standard", Status.DEPRECATED: "forbidden"}
READ = {name: status for status, name in STATUSES.items()} | {"rejected": Status.DEPRECATED}
DRAFT = "provisional"
COMMENT = "comment"
FIELDS = ("kind", "status", "context", "domain", "definition", "reference", "created", "changed")
COLUMNS = ("src", "tgt", "src:pos", "term status", "src:status", "concept ID", COMMENT, *FIELDS)


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a UTX file; lines of one concept ID that follow each other are one entry.

    Raises:
        InputError: The header does not name the languages and the columns.
    """
    lines = [line.rstrip("\r") for line in read_text(path).split("\n")]
    langs, columns, first = _header(lines, path)
    for name in columns:
        if name.lower() not in {known.lower() for known in COLUMNS}:
            losses.add(f'the column "{name[:40]}"', first - 1)
    rows = (
        (
            number,
            dict(zip(map(str.lower, columns), (cell.strip() for cell in line.split("\t")), strict=False)),
        )
        for number, line in enumerate(lines[first - 1 :], first)
        if line.strip() and not line.startswith("#")
    )
    grouped = groupby(rows, key=lambda row: row[1].get("concept id") or row[0])
    for number, (_, same) in enumerate(grouped, 1):
        if entry := _entry(list(same), langs, path, number, losses):
            yield entry


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a line for each form: the further source forms with the preferred target, and all targets."""
    source = other_side(manner.into)
    languages = f"{lang_tag(source)}/{lang_tag(manner.into)}"
    out.write(f"#UTX 1.11; {languages}; {manner.now}; creator: align{LINE_END}".encode())
    out.write(("#" + "\t".join(COLUMNS) + LINE_END).encode())
    for number, entry in enumerate(entries, 1):
        fields = {name: one_line(text, losses, entry) for name, text in fields_of(entry).items()}
        fields |= {"concept ID": str(number), COMMENT: fields.get("note", ""), "src:pos": "noun"}
        for src, tgt in _lines(entry, source):
            if src.text.startswith("#"):
                losses.add("forms that begin with #, which is a comment there", entry.line)
                continue
            cells = fields | {"src": src.text, "tgt": tgt.text, "src:status": STATUSES[src.status]}
            is_draft = not entry.certain and tgt.status == Status.PREFERRED
            cells["term status"] = DRAFT if is_draft else STATUSES[tgt.status]
            out.write(("\t".join(cells.get(name, "") for name in COLUMNS) + LINE_END).encode())


def _lines(entry: Entry, source: Lang) -> Iterator[tuple[Term, Term]]:
    sources = [term for term in entry.terms if term.lang == source]
    targets = [term for term in entry.terms if term.lang != source]
    yield from ((sources[0], target) for target in targets)
    yield from ((form, targets[0]) for form in sources[1:])


def _header(lines: list[str], path: Path) -> tuple[tuple[Lang, Lang], list[str], int]:
    """Return the languages, the columns, and the line behind the header."""
    header = []
    for line in lines:
        if not line.startswith("#"):
            break
        header.append(line[1:])
    if len(header) < 2 or not header[0].upper().startswith("UTX"):
        raise InputError(
            "the first lines must be #UTX with the languages, and # with the columns", path=path, line=1
        )
    named = [*header[0].split(";"), ""][1]
    source, _, target = named.partition("/")
    langs = lang_of_tag(source), lang_of_tag(target)
    if langs not in (("zh", "en"), ("en", "zh")):
        raise InputError(
            f'the languages are "{named.strip()}", expected Chinese and English', path=path, line=1
        )
    return langs, [name.strip() for name in header[-1].split("\t")], len(header) + 1


def _entry(
    rows: list[tuple[int, dict[str, str]]], langs: tuple[Lang, Lang], path: Path, number: int, losses: Losses
) -> Entry | None:
    line, first = rows[0]
    terms = []
    for _, cells in rows:
        for lang, name, status in zip(langs, ("src", "tgt"), ("src:status", "term status"), strict=True):
            terms.append(Term(cells.get(name, ""), lang, READ.get(cells.get(status, ""), Status.PREFERRED)))
    fields = {name: first.get(name, "") for name in FIELDS} | {"note": first.get(COMMENT, "")}
    if not fields["status"] and any(cells.get("term status") == DRAFT for _, cells in rows):
        fields["status"] = "draft"
    return entry_of(terms, fields, Place(path, number, line), losses)
