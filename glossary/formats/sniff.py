"""Which format a glossary file is in, by its suffix and its first lines."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.script import has_han
from glossary.formats import format_of, grid
from glossary.formats.multiterm import language_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TABLES = ("csv", "tsv", "xlsx")
UTX = "#utx"
LIMIT_BYTES = 65_536  # the first row is in there


def sniff(path: Path) -> str:
    """Return the name of the format of a glossary file that exists.

    A first row with Chinese on one side only is already data, unless it names the languages: such a
    table has no header, as DeepL's. A table whose first row names nothing known is taken as ours, so
    that a mistake in its header is told.

    Raises:
        ConfigError: The suffix is unknown.
        InputError: A workbook cannot be read.
    """
    form = format_of(path)
    if form == "omegat" and _begins_with_utx(path):
        return "utx"
    return _table_form(form, _first_row(path)) if form in TABLES else form


def _table_form(form: str, cells: Sequence[str]) -> str:
    if "Entry_ID" in cells:
        return "memoq"
    sides = cells[:2]
    if len(set(map(has_han, sides))) == 2 and not all(map(language_of, sides)):
        return "deepl"
    named = {language_of(cell) for cell in cells}
    return "multiterm" if {("zh", False), ("en", False)} <= named else form


def _first_row(path: Path) -> Sequence[str]:
    if path.suffix.lower() == ".xlsx":
        return next((cells for _, cells in grid.read_rows(path)), ())
    with suppress(InputError):  # what is wrong with the file is told by its reader
        return next((cells for _, cells in grid.first_rows(path, LIMIT_BYTES)), ())
    return ()


def _begins_with_utx(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16).removeprefix(b"\xef\xbb\xbf").lower().startswith(UTX.encode())
