"""How many entries a glossary file has, more or less, so that progress can be shown."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

MARKS = {"tmx": b"</tu>", "tbx": b"</langSe", "tbx2": b"</langSe"}  # langSec or langSet: two an entry
PER_ENTRY = {"tbx": 2, "tbx2": 2}
LINE = b"\n"
ROW = b"</row>"
CHUNK = 1 << 20


def estimated_entries(path: Path, form: str) -> int:
    """Return about how many entries a file has, counted without reading it as what it is."""
    if path.suffix.lower() == ".xlsx":
        return _rows(path)
    with path.open("rb") as file:
        return _count(file, MARKS.get(form, LINE)) // PER_ENTRY.get(form, 1)


def _rows(path: Path) -> int:
    count = 0
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                with archive.open(name) as sheet:
                    count += _count(sheet, ROW)  # type: ignore[arg-type]  # it is read like any other
    return count


def _count(file: BinaryIO, mark: bytes) -> int:
    count, rest = 0, b""
    while chunk := file.read(CHUNK):
        count += (rest + chunk).count(mark)
        rest = chunk[len(chunk) - len(mark) + 1 :] if len(mark) > 1 else b""
    return count
