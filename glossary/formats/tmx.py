"""Glossaries as TMX 1.4b: a unit a concept, its details in notes and properties.

The preferred form of a language is its variant (``<tuv>``). Further forms are properties: OmegaT knows no
unit with two variants of a language, and no translation memory should propose a form to avoid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.langtag import lang_of_tag
from corpus.readers.tmx import segment_text, variants
from corpus.readers.xmlstream import XML_LANG, elements, line_of, local_name, text_of
from corpus.writers.xml import lang_tag, legal
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.term import Status, Term
from glossary.timestamp import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

DATES = {"created": "creationdate", "changed": "changedate"}
FORMS = {Status.ADMITTED: "x-admitted", Status.DEPRECATED: "x-deprecated"}
STATUSES = {kind: status for status, kind in FORMS.items()}
PROPERTIES = {
    name: f"x-{name}" for name in ("kind", "status", "context", "domain", "definition", "reference")
}
FIELDS = {kind: name for name, kind in PROPERTIES.items()} | {"domain": "domain", "subject": "domain"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the units that have both languages, one at a time.

    Raises:
        InputError: The file is not TMX.
    """
    for number, unit in enumerate(elements(path, ("tu",), roots=("tmx",)), 1):
        terms = [Term(segment_text(variant, path), lang) for lang, variant in variants(unit)]
        fields = {name: unit.get(date, "") for name, date in DATES.items()}
        notes = []
        for child in _details(unit):
            kind, text = child.get("type", ""), text_of(child, path)
            if local_name(child) == "note":
                notes.append(text)
            elif kind in STATUSES:
                terms.append(Term(text, lang_of_tag(child.get(XML_LANG)) or "en", STATUSES[kind]))
            elif kind in FIELDS:
                fields[FIELDS[kind]] = text
            else:
                losses.add(f'the property "{kind[:40]}"', line_of(child))
        if len(unit.findall("{*}tuv")) > len(list(variants(unit))):
            losses.add("variants in other languages", line_of(unit))
        place = Place(path, number, line_of(unit))
        if entry := entry_of(terms, fields | {"note": "\n".join(notes)}, place, losses):
            yield entry


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write a unit an entry, as it comes."""
    from lxml.etree import xmlfile

    source = other_side(manner.into)
    out.write(DECLARATION.encode())
    with xmlfile(out, encoding="utf-8") as xml, xml.element("tmx", version="1.4"):
        xml.write(_header(source), pretty_print=True)
        with xml.element("body"):
            for entry in entries:
                xml.write(_unit(entry, source, losses), pretty_print=True)


def _details(unit: _Element) -> Iterator[_Element]:
    """Return the notes and properties of a unit and of its variants."""
    for parent in (unit, *unit.iterchildren("{*}tuv")):
        yield from parent.iterchildren("{*}note", "{*}prop")


def _header(source: Lang) -> _Element:
    from lxml.etree import Element

    attributes = {
        "creationtool": "align",
        "creationtoolversion": "1",
        "segtype": "phrase",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": lang_tag(source),
        "datatype": "plaintext",
    }
    return Element("header", attributes)


def _unit(entry: Entry, source: Lang, losses: Losses) -> _Element:
    from lxml.etree import Element, SubElement

    unit = Element("tu")
    _describe(unit, entry, losses)
    for term in entry.terms:
        if term.status in FORMS:
            attributes = {"type": FORMS[term.status], XML_LANG: lang_tag(term.lang)}
            SubElement(unit, "prop", attributes).text = kept(term.text, losses, entry)
    for lang in (source, other_side(source)):
        variant = SubElement(unit, "tuv", {XML_LANG: lang_tag(lang)})
        SubElement(variant, "seg").text = kept(entry.preferred(lang), losses, entry)
    return unit


def _describe(unit: _Element, entry: Entry, losses: Losses) -> None:
    """Add the texts about a concept: the dates as attributes, the others as a note and properties."""
    from lxml.etree import SubElement

    fields = {name: kept(text, losses, entry) for name, text in fields_of(entry).items()}
    for name, attribute in DATES.items():
        if date := compact(fields.get(name, "")):
            unit.set(attribute, date)
        elif name in fields:
            losses.add("dates that cannot be read", entry.line)
    if "note" in fields:
        SubElement(unit, "note").text = fields["note"]
    for name, kind in PROPERTIES.items():
        if name in fields:
            SubElement(unit, "prop", type=kind).text = fields[name]


def kept(text: str, losses: Losses, entry: Entry) -> str:
    """Return a text as XML can hold it."""
    if (made := legal(text)) != text:
        losses.add("characters that XML forbids, written as U+FFFD", entry.line)
    return made
