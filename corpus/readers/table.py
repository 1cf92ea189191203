"""Reads bitext rows from CSV and TSV: which columns are the source and the target, by name or by script."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.langtag import lang_of_tag
from corpus.lines import BYTE_ORDER_MARK
from corpus.pattern import lazy
from corpus.rows import SAMPLE, Row
from corpus.script import has_han, lang_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    Numbered = tuple[int, str]
    Cells = tuple[int, str, list[str]]  # the number of the line, the line, its cells

LETTERS_A_HAN = 3  # English is about three times as long as Chinese, in characters
KINDS = {
    name: kind
    for kind, names in {
        "id": "id|key",
        "doc": "doc|document",
        "source": "source|src|原文|源文",
        "target": "target|tgt|trg|translation|译文",
        "zh": "chinese|simplified chinese|traditional chinese|中文|汉语|简体中文|繁体中文|繁體中文",
        "en": "english|英文|英语|英語",
    }.items()
    for name in names.split("|")
}
OPPOSITES = {"source": "target", "target": "source", "zh": "en", "en": "zh"}
LONGEST_NAME = 40  # of a column
UNKNOWN = "the columns cannot be told; name them in a header: source and target, or zh and en"
TAG = lazy(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*")
LAST_TAG = lazy(r"[a-z]+[_. -](zh|en)")
QUALIFIED = lazy(r"[ _-](?:text|sentence|segment|string)$|\s*[(（].*$")
KEY = lazy(r"\S*\w[.:/_@#-]\w\S*|\S*\d\S*")  # such as menu.save: English letters, but no English
QUOTED = lazy(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cells that are read stand, from 0; ``named`` where the first row is a header that says so."""

    source: int
    target: int
    id: int | None = None
    doc: int | None = None
    named: bool = False


FIRST_TWO = Columns(0, 1)


def table_rows(lines: Iterator[Numbered], path: Path) -> Iterator[Row]:
    """Return the rows of a table, one at a time.

    Raises:
        InputError: A row is not what the format says, or it cannot be told which columns are the source and
            the target; the rows before it have been returned.
    """
    delimiter, lines = _delimiter(lines, path)
    sample, rest = _begun(_cells(lines, path, delimiter))
    columns = columns_of(sample, path) if sample else FIRST_TWO
    for cells in chain(sample[columns.named :], rest):
        yield _row(cells, columns, delimiter, path)


def is_bitext_table(lines: Iterator[Numbered], path: Path) -> bool:
    """Tell whether a table has a source and a target: by its header, or by Chinese in its first rows.

    Raises:
        InputError: The table cannot be read.
    """
    delimiter, lines = _delimiter(lines, path)
    sample = [row for *_, row in islice(_cells(lines, path, delimiter), SAMPLE)]
    kinds = _places(sample[0]) if sample else {}
    if _pair(kinds) or "source" in kinds or "target" in kinds:
        return True
    if not sample or _lacks_a_column(sample[0]):
        return False
    return _by_script(sample) is not None or (_width(sample) <= 2 and _has_han(sample))


def columns_of(sample: Sequence[Cells], path: Path) -> Columns:
    """Return the columns that the first rows of a table tell of.

    A header names them. Without one, they are the two of which one is Chinese and the other English, or the
    first two.

    Raises:
        InputError: The header has no column for one side, or two; or the columns cannot be told.
    """
    number, _, first = sample[0]
    places = _places(first)
    if pair := _pair(places):
        for kind in pair:
            if len(places[kind]) > 1:
                names = " and ".join(f'"{first[place].strip()}"' for place in places[kind][:2])
                raise InputError(f'the header has two columns "{kind}": {names}', path=path, line=number)
        label, doc = (places[kind][0] if kind in places else None for kind in ("id", "doc"))
        return Columns(places[pair[0]][0], places[pair[1]][0], label, doc, named=True)
    if _lacks_a_column(first):
        missing = next((other for kind, other in OPPOSITES.items() if kind in places), "source")
        raise InputError(f'the header has no column "{missing}"', path=path, line=number)
    rows = [row for *_, row in sample]
    if _width(rows) <= 2:
        return FIRST_TWO
    found = _by_script(rows)
    if found is None and not (_has_han(rows) and any(lang_of(row[0]) for row in rows)):
        raise InputError(UNKNOWN, path=path, line=number)
    return Columns(*found) if found else FIRST_TWO


def _places(row: Sequence[str]) -> dict[str, list[int]]:
    """Return where the cells of a first row stand that are names of columns, by their kind."""
    places: dict[str, list[int]] = {}
    for place, cell in enumerate(row):
        if kind := _kind(cell):
            places.setdefault(kind, []).append(place)
    return places


def _kind(cell: str) -> str | None:
    """Return what a name of a column stands for.

    >>> [_kind(cell) for cell in ("Source text", "zh_CN", "title_en", "English (US)", "price")]
    ['source', 'zh', 'en', 'en', None]
    """
    name = cell.strip().casefold()
    if len(name) > LONGEST_NAME:
        return None
    for form in (name, QUALIFIED.sub("", name)):
        last = LAST_TAG.fullmatch(form)
        tag = lang_of_tag(form) if TAG.fullmatch(form) else last and last[1]
        if kind := KINDS.get(form, tag):
            return kind
    return None


def _pair(places: Iterable[str]) -> tuple[str, str] | None:
    """Return the kinds of the source and the target column, where a header names both.

    >>> _pair(["id", "en", "zh"]), _pair(["source", "zh", "id"]), _pair(["source", "id"])
    (('en', 'zh'), ('source', 'zh'), None)
    """
    langs = [kind for kind in places if kind in ("zh", "en")]
    if "source" in places and "target" in places:
        return "source", "target"
    if len(langs) == 2:
        return langs[0], langs[1]
    if langs and "source" in places:
        return "source", langs[0]
    return (langs[0], "target") if langs and "target" in places else None


def _lacks_a_column(first: Sequence[str]) -> bool:
    """Tell whether a first row is a header with one side at most; a row with both languages is none."""
    places = _places(first)
    begins = "source" in places or "target" in places or any(0 in found for found in places.values())
    return begins and not {"zh", "en"} <= {lang_of(cell) for cell in first}


def _width(rows: Iterable[Sequence[str]]) -> int:
    return max(map(len, rows))


def _has_han(rows: Iterable[Sequence[str]]) -> bool:
    return any(has_han(cell) for row in rows for cell in row)


def _by_script(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Return the columns of which one is Chinese and the other English, in their order.

    Of several, the first whose texts fit in length: a comment is longer, the name of a file shorter.
    """
    sides: dict[str, dict[int, list[int]]] = {"zh": {}, "en": {}}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            lang = lang_of(cell)
            if lang and not (lang == "en" and KEY.fullmatch(cell.strip())):
                lengths = sides[lang].setdefault(place, [0] * len(rows))
                lengths[number] = len(cell) * (LETTERS_A_HAN if lang == "zh" else 1)
    misfits = {
        (min(one, other), max(one, other)): sum(abs(zh - en) for zh, en in zip(zhs, ens, strict=True))
        for (one, zhs), (other, ens) in product(sides["zh"].items(), sides["en"].items())
        if one != other
    }
    least = min(misfits.values(), default=0)
    return min((pair for pair, misfit in misfits.items() if misfit <= 1.5 * least), default=None)


def _row(cells: Cells, columns: Columns, delimiter: str, path: Path) -> Row:
    number, raw, row = cells
    if len(row) <= max(columns.source, columns.target):
        problem = f"{len(row)} column{'s' * (len(row) != 1)}, expected a source and a target"
        raise InputError(problem, path=path, line=number)
    label, doc = (
        None if place is None or place >= len(row) else row[place] for place in (columns.id, columns.doc)
    )
    return Row(row[columns.source], row[columns.target], number, raw, label, doc, columns.target, delimiter)


def _begun(cells: Iterator[Cells]) -> tuple[list[Cells], Iterator[Cells]]:
    """Return the first rows of a table, and the rest; an error in the first is raised where it stands."""
    sample: list[Cells] = []
    try:
        for row in islice(cells, SAMPLE):
            sample.append(row)  # noqa: PERF402  # an error must not lose what came before it
    except InputError as error:
        return sample, _failing(error)
    return sample, cells


def _failing(error: InputError) -> Iterator[Cells]:
    raise error
    yield  # makes it an iterator


def _delimiter(lines: Iterator[Numbered], path: Path) -> tuple[str, Iterator[Numbered]]:
    """Return the mark between the cells of the first line, as for a glossary, and the lines anew."""
    if path.suffix.lower() == ".tsv":
        return "\t", lines
    begun: list[Numbered] = []
    for line in lines:
        begun.append(line)
        if line[1].strip(BYTE_ORDER_MARK + " \t\r\n"):
            break
    first = QUOTED.sub("", begun[-1][1]) if begun else ""
    mark = ";" if first.count(";") > first.count(",") else ","
    return "\t" if "\t" in first else mark, chain(begun, lines)


def _cells(lines: Iterator[Numbered], path: Path, delimiter: str) -> Iterator[Cells]:
    """Return the cells of each row that is not blank, with the number and the text of its line."""
    is_csv = path.suffix.lower() == ".csv"
    rows = _csv_cells(lines, path, delimiter) if is_csv else _tsv_cells(lines)
    return (row for row in rows if any(cell.strip() for cell in row[2]))


def _tsv_cells(lines: Iterator[Numbered]) -> Iterator[Cells]:
    for number, raw in lines:
        yield number, raw, _unmarked(number, raw).rstrip("\r\n").split("\t")


def _csv_cells(lines: Iterator[Numbered], path: Path, delimiter: str) -> Iterator[Cells]:
    taken: list[Numbered] = []

    def texts() -> Iterator[str]:
        for number, raw in lines:
            taken.append((number, raw))
            yield _unmarked(number, raw)

    reader = csv.reader(texts(), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield taken[0][0], "".join(raw for _, raw in taken), row
            taken.clear()
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path=path, line=taken[0][0] if taken else None) from error


def _unmarked(number: int, raw: str) -> str:
    return raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw
