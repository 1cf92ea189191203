"""Reads bitext rows from TMX, the exchange format of translation memories (1.1 to 1.4b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.langtag import lang_of_tag
from corpus.readers.xmlstream import XML_LANG, elements, line_of, local_name, text_of
from corpus.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from corpus import Lang

CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  # what they hold is markup; what <hi> holds is text
DOCUMENTS = ("file", "x-document")  # the properties in which OmegaT and memoQ name the document


def read_tmx_rows(path: Path) -> Iterator[Row]:
    """Return the units that have both Chinese and English, one at a time.

    The header's ``srclang``, or the unit's own, tells the source; where it names neither language, the
    side that comes first is the source. Markup inside a segment is left out. A unit without an id has its
    number in the file for one.

    Raises:
        InputError: The file is not TMX; the rows before the place have been returned.
    """
    source: Lang | None = None
    number = 0
    for element in elements(path, ("header", "tu"), roots=("tmx",)):
        if local_name(element) == "header":
            source = lang_of_tag(element.get("srclang"))
            continue
        number += 1
        if row := _row(element, source, path, number):
            yield row


def variants(unit: _Element) -> Iterator[tuple[Lang, _Element]]:
    """Return the Chinese and English variants of a unit, in their order, each with its ``<tuv>``."""
    for variant in unit.iterchildren("{*}tuv"):
        if lang := lang_of_tag(variant.get(XML_LANG) or variant.get("lang")):
            yield lang, variant


def segment_text(variant: _Element, path: Path) -> str:
    """Return the text of a variant without its markup."""
    segment = variant.find("{*}seg")
    return "" if segment is None else text_of(segment, path, without=CODES)


def _row(unit: _Element, source: Lang | None, path: Path, number: int) -> Row | None:
    texts: dict[Lang, str] = {}
    for lang, variant in variants(unit):
        texts.setdefault(lang, segment_text(variant, path))
    if len(texts) < 2 or not all(text.strip() for text in texts.values()):
        return None
    declared = lang_of_tag(unit.get("srclang")) or source
    first, other = sorted(texts, key=lambda lang: lang != declared)  # where neither is: in their order
    return Row(
        texts[first], texts[other], line_of(unit), "", unit.get("tuid") or str(number), _document(unit)
    )


def _document(unit: _Element) -> str | None:
    return next((prop.text for prop in unit.iterchildren("{*}prop") if prop.get("type") in DOCUMENTS), None)
