"""Writes a bitext as a table: TSV, CSV and XLSX, with a header."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from corpus.writers.xml import legal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from corpus.bead import Bitext

HEADER = ("source", "target", "score")


def write_tsv(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:  # noqa: ARG001  # no header for it
    """Write a bead a line; line breaks and tabs inside a text become blanks, since TSV has no quotes."""
    for row in (HEADER, *_rows(bitext)):
        cells = (re.sub(r"[\t\r\n]+", " ", cell) for cell in row)
        out.write(("\t".join(cells) + "\n").encode())


def write_csv(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:  # noqa: ARG001  # no header for it
    """Write a bead a row, quoted as RFC 4180 asks, with a byte order mark so that spreadsheets read UTF-8."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    csv.writer(text).writerows((HEADER, *_rows(bitext)))
    text.detach()


def write_xlsx(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:
    """Write a bead a row; texts wrap, the header stays in view, the score is a number."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    book.properties.description = signature
    sheet = book.create_sheet("bitext")
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 70

    def cell(value: str | float | None, font: Font | None = None) -> Cell:
        made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            made.data_type = "s"  # a text that begins with = is no formula
        made.alignment = Alignment(wrap_text=True, vertical="top")
        if font:
            made.font = font
        return made

    sheet.append([cell(name, Font(bold=True)) for name in HEADER])
    for bead in bitext.beads:
        source, target = map(legal, bitext.texts(bead))
        sheet.append([cell(source), cell(target), cell(bead.score)])
    book.save(out)


def _rows(bitext: Bitext) -> Iterator[tuple[str, str, str]]:
    for bead in bitext.beads:
        source, target = bitext.texts(bead)
        yield source, target, "" if bead.score is None else f"{bead.score:.4f}"
