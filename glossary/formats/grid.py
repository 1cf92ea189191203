"""Rows of cells, read from and written to CSV, TSV and XLSX."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from corpus.encoding import decode
from corpus.errors import InputError
from corpus.writers.xml import legal
from glossary.table import cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from openpyxl import Workbook
    from openpyxl.styles import Font

    from glossary.formats.losses import Losses

Row = tuple[int, list[str]]
LIMIT_UNPACKED = 2_000_000_000  # bytes; a workbook that unpacks to more is a bomb, or no glossary
LIMIT_CELL = 32_767  # characters and rows that a sheet can hold
LIMIT_ROWS = 1_048_576
WIDE = ("source", "target", "note", "definition", "chinese", "english")


def read_text(path: Path) -> str:
    """Return the text of a file without its byte order mark."""
    return decode(path.read_bytes(), path).text.removeprefix("\ufeff")


def read_rows(path: Path, delimiter: str | None = None) -> Iterator[Row]:
    """Return the rows of a CSV, TSV or XLSX file that are not blank, each with its number.

    Args:
        path: The file.
        delimiter: What stands between the cells of a CSV; by default its first line tells.

    Raises:
        InputError: The file is no table.
    """
    if path.suffix.lower() == ".xlsx":
        return _sheet_rows(path)
    return cells_of(read_text(path), path, delimiter)


def write_csv(rows: Iterable[Sequence[str]], out: BinaryIO, *, delimiter: str = ",") -> None:
    """Write rows as RFC 4180 asks, with a byte order mark so that spreadsheets read UTF-8."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text.detach()


def write_xlsx(rows: Iterable[Sequence[str]], out: BinaryIO, losses: Losses) -> None:
    """Write rows, the first of which is the header; a sheet that is full is followed by another."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    left = iter(rows)
    header = next(left)
    add, room = _sheet(book, header), LIMIT_ROWS - 1
    for row in left:
        if not room:
            add, room = _sheet(book, header), LIMIT_ROWS - 1
        if any(len(cell) > LIMIT_CELL for cell in row):
            losses.add(f"text beyond {LIMIT_CELL:,} characters in a cell")
        add([legal(cell[:LIMIT_CELL]) for cell in row])
        room -= 1
    book.save(out)


def _sheet(book: Workbook, header: Sequence[str]) -> Callable[[Sequence[str]], None]:
    """Add a sheet with a header that stays in view; return what adds a row to it."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 32 if name.lower() in WIDE else 14

    def add(row: Sequence[str], font: Font | None = None) -> None:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value or None)
            if value:
                cell.data_type = "s"  # a text that begins with = is no formula
            if font:
                cell.font = font
            cells.append(cell)
        sheet.append(cells)

    add(header, Font(bold=True))
    return add


def _sheet_rows(path: Path) -> Iterator[Row]:
    """Return the rows of every sheet; the header is expected once, so it is left out where it comes again."""
    from openpyxl import load_workbook

    _refuse_bomb(path)
    header: list[str] | None = None
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong one
            for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
                cells = [_text(value) for value in values]
                if any(cells) and cells != header:
                    header = header or cells
                    yield number, cells
    except (LookupError, ValueError, TypeError, AttributeError, OSError, SyntaxError, BadZipFile) as error:
        raise InputError(f"not a workbook that can be read: {error}", path=path) from error


def _refuse_bomb(path: Path) -> None:
    try:
        with ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except BadZipFile as error:
        raise InputError("not an XLSX file", path=path) from error
    if size > LIMIT_UNPACKED:
        raise InputError(f"the workbook unpacks to {size:,} bytes; {LIMIT_UNPACKED:,} at most", path=path)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def first_rows(path: Path, limit: int) -> Iterator[Row]:
    """Return the rows in the first bytes of a CSV or TSV file; the last may be cut."""
    with path.open("rb") as file:
        head = file.read(limit)
    if len(head) == limit:
        head = head[: head.rfind(b"\n") + 1] or head
    return cells_of(decode(head, path).text.removeprefix("\ufeff"), path)
