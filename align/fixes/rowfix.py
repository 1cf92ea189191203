"""Applies fixes to bitext rows: only the target field of a line changes, every other byte stays."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from align.finding import Fix
from align.fixes.fix import FixResult, apply_fixes
from corpus import Span
from corpus.lines import BYTE_ORDER_MARK
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.rows import Row

JSON_FILLER = lazy(r"[\s,:]*")
JSON_CHARACTER = lazy(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
CSV_FIELDS = {
    mark: lazy(rf'"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^{mark}\r\n]*)') for mark in (",", ";", "\t")
}


def fix_row(row: Row, fixes: Iterable[Fix], suffix: str) -> FixResult:
    """Return the raw line of a row with fixes applied that count from ``row.target``.

    A fix that the format cannot hold (a tab in TSV) is left out of ``applied`` and ``waiting``.

    Args:
        row: The row, with the line it was read from.
        fixes: Replacements in ``row.target``.
        suffix: ``.jsonl``, ``.tsv`` or ``.csv``.
    """
    if suffix == ".tsv":
        fixes = [fix for fix in fixes if not re.search(r"[\t\r\n]", fix.text)]
    mended = apply_fixes(row.target, fixes)
    field = _json_field(row) if suffix == ".jsonl" else _table_field(row, suffix)
    if field is None or not mended.applied:
        return FixResult(row.raw, (), ())
    old = field.of(row.raw)
    if suffix == ".jsonl":
        new = _json_text(old, mended.applied, ascii_only=row.raw.isascii())
    else:
        new = _cell(old, mended.text, "" if suffix == ".tsv" else row.delimiter)
    raw = row.raw[: field.start] + new + row.raw[field.end :]
    return FixResult(raw, mended.applied, mended.waiting)


def _json_field(row: Row) -> Span | None:
    """Return where the value of ``target`` stands, without its quotes; of several the last, as in JSON."""
    decoder = json.JSONDecoder()
    place = _behind_filler(row.raw, row.raw.index("{") + 1)
    found = None
    while row.raw[place] != "}":
        key, end = decoder.raw_decode(row.raw, place)
        start = _behind_filler(row.raw, end)
        _, end = decoder.raw_decode(row.raw, start)
        found = Span(start + 1, end - 1) if key == "target" else found
        place = _behind_filler(row.raw, end)
    return found


def _behind_filler(raw: str, place: int) -> int:
    found = JSON_FILLER.match(raw, place)
    return found.end() if found else place


def _json_text(old: str, fixes: Iterable[Fix], *, ascii_only: bool) -> str:
    """Return the inside of a JSON string with fixes applied; what is not replaced keeps its own escapes."""
    starts = [match.start() for match in JSON_CHARACTER.finditer(old)] + [len(old)]
    raw_fixes = (
        Fix(
            Span(starts[fix.span.start], starts[fix.span.end]),
            json.dumps(fix.text, ensure_ascii=ascii_only)[1:-1],
        )
        for fix in fixes
    )
    return apply_fixes(old, raw_fixes).text


def _table_field(row: Row, suffix: str) -> Span | None:
    """Return where the target's cell stands; None where the line does not have it as it was read."""
    span, text = next(islice(_cells(row, suffix), row.column, None), (None, ""))
    return span if text == row.target else None


def _cells(row: Row, suffix: str) -> Iterator[tuple[Span, str]]:
    """Return where each cell of a line stands, and what it says."""
    place = len(BYTE_ORDER_MARK) if row.raw.startswith(BYTE_ORDER_MARK) else 0
    end = len(row.raw.rstrip("\r\n"))
    while place <= end:
        if suffix == ".tsv":
            tab = row.raw.find("\t", place, end)
            stop = tab if tab >= 0 else end
            text = row.raw[place:stop]
        else:
            found = CSV_FIELDS[row.delimiter].match(row.raw, place, end)
            assert found is not None, "the bare field may be empty"
            stop = found.end()
            text = found["bare"] if found["quoted"] is None else found["quoted"].replace('""', '"')
        yield Span(place, stop), text
        place = stop + 1


def _cell(old: str, text: str, delimiter: str) -> str:
    """Return a text as a cell, in quotes where it had or needs them; TSV, without a delimiter, has none."""
    if not delimiter or not (old.startswith('"') or re.search(rf'["\r\n{delimiter}]', text)):
        return text
    return '"' + text.replace('"', '""') + '"'
