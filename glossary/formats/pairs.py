"""Glossaries as plain pairs of a form and its translation: OmegaT's glossary and DeepL's.

Where a concept has several forms in a language, each has a line; lines that follow each other and share a
side are one concept again when they are read.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.langtag import lang_of_tag
from corpus.script import has_han
from glossary.formats.grid import read_rows, read_text
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.term import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

OMEGAT_HEADER = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"  # as OmegaT begins its own
LIMIT_DEEPL_BYTES = 1_024  # of a phrase in UTF-8
LIMIT_DEEPL_FILE = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line: a form, its translation, which of them is Chinese, and the comment."""

    source: str
    target: str
    lang: Lang
    comment: str
    line: int

    @property
    def shared(self) -> tuple[str, Lang, str]:
        """What lines of one source have in common."""
        return self.source, self.lang, self.comment


def read_omegat(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of an OmegaT glossary: source, tab, target, and where given tab and comment."""
    return _entries(_omegat_pairs(path, losses), path, losses)


def read_deepl(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a DeepL glossary: two columns without a header, or with the languages besides.

    Raises:
        InputError: The file is no table, or a row has one column only.
    """
    return _entries(_deepl_pairs(path, losses), path, losses)


def write_omegat(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a line for every form with every translation of it; the note is the comment."""
    out.write(OMEGAT_HEADER.encode())
    for entry in entries:
        note = one_line(fields_of(entry).get("note", ""), losses, entry)
        for source in entry.accepted(other_side(manner.into)):
            if source.startswith("#"):
                losses.add("forms that begin with #, which is a comment there", entry.line)
                continue
            lines = ((source, target, note) for target in entry.accepted(manner.into))
            out.writelines("\t".join(filter(None, cells)).encode() + b"\n" for cells in lines)


def write_deepl(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write two columns without a header, as DeepL's programs take them."""
    _write_deepl(entries, out, manner, losses, ())


def write_deepl_langs(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write four columns, the last two with the languages, as DeepL's multilingual glossaries take them."""
    _write_deepl(entries, out, manner, losses, (other_side(manner.into), manner.into))


def one_line(text: str, losses: Losses, entry: Entry) -> str:
    """Return a text without tabs and line ends, for formats of lines without quotes."""
    made = " ".join(text.split())
    if made != text:
        losses.add("line ends, tabs and runs of blanks inside a text", entry.line)
    return made


def _write_deepl(
    entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses, langs: tuple[Lang, ...]
) -> None:
    room, taken = LIMIT_DEEPL_FILE, set()
    for entry in entries:
        target = entry.preferred(manner.into)
        for source in entry.accepted(other_side(manner.into)):
            problem = _deepl_problem(source, target)
            line = _csv_line([source, target, *langs])
            if problem or source in taken or len(line) > room:
                losses.add(problem or _excess(source in taken), entry.line)
                continue
            taken.add(source)
            room -= len(line)
            out.write(line)


def _excess(is_repeated: bool) -> str:
    return "entries for a form that has one already" if is_repeated else "entries beyond 10 MiB"


def _deepl_problem(*texts: str) -> str | None:
    if any(len(text.encode()) > LIMIT_DEEPL_BYTES for text in texts):
        return f"entries with a form of more than {LIMIT_DEEPL_BYTES:,} bytes"
    if not all(text.isprintable() for text in texts):
        return "entries with a control character"
    return None


def _csv_line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _omegat_pairs(path: Path, losses: Losses) -> Iterator[_Pair]:
    for number, line in enumerate(read_text(path).splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.startswith("#") and len(cells) >= 2:
            yield from _pair(cells[:2], "\n".join(filter(None, cells[2:])), (number, None), losses)
        elif line.strip() and not line.startswith("#"):
            losses.add("lines without a translation", number)


def _deepl_pairs(path: Path, losses: Losses) -> Iterator[_Pair]:
    for number, cells in read_rows(path, "," if path.suffix.lower() == ".csv" else None):
        cells = [cell.strip() for cell in cells]  # noqa: PLW2901  # what spreadsheets leave
        if len(cells) < 2:
            raise InputError("one column, expected a form and its translation", path=path, line=number)
        source, *more = (lang_of_tag(cell) for cell in cells[2:4]) if len(cells) > 3 else (None,)
        declared = source if source and more else None
        if any(cells[4:]) or (declared is None and any(cells[2:])):
            losses.add("columns after the forms and their languages", number)
        yield from _pair(cells[:2], "", (number, declared), losses)


def _pair(sides: list[str], comment: str, place: tuple[int, Lang | None], losses: Losses) -> Iterator[_Pair]:
    """Return the pair of a line, unless nothing tells which side is Chinese."""
    line, lang = place
    source, target = sides
    if not has_han(source) and not has_han(target) and source != target and lang is None:
        losses.add("lines in which neither side is Chinese", line)
        return
    yield _Pair(
        source, target, lang or ("en" if has_han(target) and not has_han(source) else "zh"), comment, line
    )


def _entries(pairs: Iterable[_Pair], path: Path, losses: Losses) -> Iterator[Entry]:
    grouped = groupby(_sources(pairs), key=lambda item: item[1:4])
    for number, ((targets, lang, comment), same) in enumerate(grouped, 1):
        groups = list(same)
        terms = [Term(source, lang) for source, *_ in groups]
        terms += [Term(target, other_side(lang)) for target in targets]
        place = Place(path, number, groups[0][4])
        if entry := entry_of(terms, {"note": comment}, place, losses):
            yield entry


def _sources(pairs: Iterable[_Pair]) -> Iterator[tuple[str, tuple[str, ...], Lang, str, int]]:
    """Return each source with all its targets."""
    for (source, lang, comment), same in groupby(pairs, key=lambda pair: pair.shared):
        lines = list(same)
        yield source, tuple(pair.target for pair in lines), lang, comment, lines[0].line
