"""Bitext rows: files in which a source and its translation already stand side by side."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from corpus.encoding import whole
from corpus.errors import InputError, json_problem
from corpus.folder import has_text
from corpus.lines import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW_SUFFIXES = frozenset({".jsonl", ".tsv", ".csv", ".tmx", ".xliff", ".xlf", ".po"})
SAMPLE = 20  # rows that tell whether a file is a bitext, and which columns of a table are
UNITS = frozenset({".tmx", ".xliff", ".xlf"})  # whose rows are elements of XML: one line may hold several
TABLES = frozenset({".csv", ".tsv"})
MENDABLE_ROWS = TABLES | {".jsonl"}
NOTHING_IN = {
    ".jsonl": "no row has a source and a target",
    ".tmx": "no unit has a Chinese and an English text",
    ".xliff": "no unit has a source and a target",
    ".xlf": "no unit has a source and a target",
}
LIMIT_LINE_BYTES = 16_000_000  # a longer line is no sentence, and would be held in memory twice


@dataclass(frozen=True, slots=True)
class Row:
    """A source and its translation.

    ``id`` and ``doc`` are as the file has them, as text; a unit of TMX without an id has its number. Rows
    of one ``doc`` are one article, in order. ``line`` is 1-based; ``raw`` is that line as it stands in the
    file, with its line end, or ``""`` where a row is no line (XML, PO). ``column`` is the target's in a
    table, from 0, and ``delimiter`` stands between its cells.
    """

    source: str
    target: str
    line: int
    raw: str
    id: str | None = None
    doc: str | None = None
    column: int = 1
    delimiter: str = ","


def can_be_mended(path: Path) -> bool:
    """Tell whether fixes can be written to a file; rows of XML and PO files are not edited in place."""
    suffix = path.suffix.lower()
    return suffix in MENDABLE_ROWS or suffix not in ROW_SUFFIXES


def is_bitext(path: Path) -> bool:
    """Tell whether a file with one of ``ROW_SUFFIXES`` that is met in a folder is a bitext.

    A table is by its header, or by Chinese in one of its first rows; JSON Lines are by their keys. What
    cannot be read is taken for one, so that its reader says what is wrong; what is empty is not.
    """
    try:
        return has_text(path) and _looks_like_rows(path)
    except (InputError, OSError):
        return True


def _looks_like_rows(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in TABLES:
        from corpus.readers.table import is_bitext_table

        return is_bitext_table(_lines(path), path)
    if suffix == ".jsonl":
        items = islice(_json_items(_lines(path), path), SAMPLE)
        return any(isinstance(item, dict) and {"source", "target"} <= item.keys() for _, _, item in items)
    return True


def read_rows(path: Path) -> Iterator[Row]:
    """Return the rows of a file with one of ``ROW_SUFFIXES``, one at a time.

    JSON Lines have the keys ``source`` and ``target``, and where given ``id`` and ``doc``; other
    keys are ignored, and so are rows whose target is null. Of tables, the two columns are read that a
    header names, or that are Chinese and English (``corpus.readers.table``). Of a translation memory
    (TMX) and of files to translate (XLIFF, PO), what is translated is returned.

    Raises:
        InputError: A line is not what the format says; the rows before it have been returned.
    """
    empty = True
    for row in _rows(path):
        empty = False
        yield row
    if empty:
        raise InputError(NOTHING_IN.get(path.suffix.lower(), "the file has no rows"), path=path)


def _rows(path: Path) -> Iterator[Row]:
    match path.suffix.lower():
        case ".jsonl":
            return _json_rows(_lines(path), path)
        case ".tmx":
            from corpus.readers.tmx import read_tmx_rows

            return read_tmx_rows(path)
        case ".xliff" | ".xlf":
            from corpus.readers.xliff import read_xliff_rows

            return read_xliff_rows(path)
        case ".po":
            from corpus.readers.po import po_rows

            return po_rows(_lines(path), path)
        case _:
            from corpus.readers.table import table_rows

            return table_rows(_lines(path), path)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        number = 0
        while data := file.readline(LIMIT_LINE_BYTES):
            number += 1
            yield number, _decode(data, path, number)


def _decode(data: bytes, path: Path, number: int) -> str:
    if len(data) == LIMIT_LINE_BYTES:
        raise InputError(f"the line is longer than {LIMIT_LINE_BYTES:,} bytes", path=path, line=number)
    if b"\0" in data:
        raise InputError("binary data, or UTF-16; bitext rows are read as UTF-8", path=path, line=number)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 (byte {error.start + 1} of the line); save the file as UTF-8"
        raise InputError(problem, path=path, line=number) from error


def _json_rows(lines: Iterator[tuple[int, str]], path: Path) -> Iterator[Row]:
    for number, raw, item in _json_items(lines, path):
        if not _is_untranslated(item):
            yield _json_row(item, path, number, raw)


def _json_items(lines: Iterator[tuple[int, str]], path: Path) -> Iterator[tuple[int, str, object]]:
    """Return what each line says that is not empty, with its number and its text."""
    for number, raw in lines:
        text = raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw
        if not text.strip():
            continue
        try:
            item = json.loads(text)
        except (ValueError, RecursionError) as error:
            column = getattr(error, "colno", None)
            raise InputError(
                f"not JSON: {json_problem(error)}", path=path, line=number, column=column
            ) from error
        yield number, raw, item


def _is_untranslated(item: object) -> bool:
    """Tell whether a row says itself that its translation is still to come: its target is null."""
    return isinstance(item, dict) and "target" in item and item["target"] is None


def _json_row(item: object, path: Path, number: int, raw: str) -> Row:
    if not isinstance(item, dict):
        raise InputError("expected an object with source and target", path=path, line=number)
    for key in ("source", "target"):
        if not isinstance(item.get(key), str):
            problem = f"{key!r} is {'not text' if key in item else 'missing'}"
            raise InputError(problem, path=path, line=number)
    source, target = whole(item["source"]), whole(item["target"])
    return Row(source, target, number, raw, _label(item.get("id")), _label(item.get("doc")))


def _label(value: object) -> str | None:
    return None if value is None else whole(str(value))
