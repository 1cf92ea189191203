"""Reads bitext rows from XLIFF 1.2 and 2.x, the files that translation tools work on."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from corpus.readers.xmlstream import elements, line_of, local_name, text_of
from corpus.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

CODES = frozenset(
    {"bpt", "ept", "it", "ph", "sub", "sc", "ec", "x", "bx", "ex"}
)  # <g>, <pc>, <mrk> hold text
UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})  # such a target is a copy or a guess


def read_xliff_rows(path: Path) -> Iterator[Row]:
    """Return the segments that are translated, one at a time; those of one ``<file>`` are one article.

    Where a unit of XLIFF 1.2 is segmented (``<seg-source>``), each segment is a row. Markup inside a
    segment is left out, and so are proposals (``<alt-trans>``, ``<mtc:matches>``) and units that are not
    to be translated (``translate="no"``).

    Raises:
        InputError: The file is not XLIFF; the rows before the place have been returned.
    """
    for unit in elements(path, ("trans-unit", "unit"), roots=("xliff",)):
        if not _is_for_translation(unit):
            continue
        document = _document(unit)
        for number, source, target in _segments(unit):
            texts = text_of(source, path, without=CODES), text_of(target, path, without=CODES)
            if all(text.strip() for text in texts):
                yield Row(*texts, line_of(target), "", number, document)


def _is_for_translation(unit: _Element) -> bool:
    """Tell whether a unit is to be translated, as it says itself, or else what it stands in."""
    said = (element.get("translate") for element in chain((unit,), unit.iterancestors()))
    return next(filter(None, said), "yes") != "no"


def _document(unit: _Element) -> str | None:
    file = next(unit.iterancestors("{*}file"), None)
    return None if file is None else file.get("original") or file.get("id")


def _segments(unit: _Element) -> Iterator[tuple[str | None, _Element, _Element]]:
    if local_name(unit) == "unit":
        for segment in unit.iterchildren("{*}segment"):
            yield from _sides(segment, segment.get("id") or unit.get("id"), segment.get("state"))
        return
    target, segmented = unit.find("{*}target"), unit.find("{*}seg-source")
    sources = {} if segmented is None else _marked(segmented)
    if target is not None and sources:
        translated = _marked(target)
        for number, source in sources.items():
            if number in translated and target.get("state") not in UNTRANSLATED:
                yield f"{unit.get('id')}.{number}", source, translated[number]
    else:
        yield from _sides(unit, unit.get("id"), None if target is None else target.get("state"))


def _sides(
    unit: _Element, number: str | None, state: str | None
) -> Iterator[tuple[str | None, _Element, _Element]]:
    source, target = unit.find("{*}source"), unit.find("{*}target")
    if source is not None and target is not None and state not in UNTRANSLATED:
        yield number, source, target


def _marked(side: _Element) -> dict[str, _Element]:
    """Return the segments of a unit by their number."""
    return {mark.get("mid", ""): mark for mark in side.iter("{*}mrk") if mark.get("mtype") == "seg"}
