"""Glossaries as TBX, the exchange format of term bases: version 3 (ISO 30042:2019) and version 2 (martif).

Version 3 is written in the dialect TBX-Basic, its data categories as attributes (DCA), and read in that style
and with categories as tags (DCT). What TBX-Basic has no category for (the kind of a name, whether it is a
draft, the words of its context, the time of a change) is a note that begins with ``align``, which people
can read too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.langtag import lang_of_tag
from corpus.pattern import lazy
from corpus.readers.xmlstream import XML_LANG, XML_NAMESPACE, elements, line_of, local_name, text_of
from corpus.writers.xml import lang_tag
from glossary.formats.record import Place, entry_of, fields_of, other_side
from glossary.formats.tmx import kept
from glossary.term import Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
XML_PREFIX = {"xml": XML_NAMESPACE.strip("{}")}  # lxml's incremental writer has to be told
LANGUAGE_SECTIONS = ("langSec", "langSet")
TERM_SECTIONS = ("termSec", "tig", "ntig")
GROUPS = ("descripGrp", "adminGrp", "termNoteGrp", "termGrp")
CATEGORIES = {"subjectField": "domain", "definition": "definition", "source": "reference", "note": "note"}
TRANSACTIONS = {"origination": "created", "input": "created", "modification": "changed"}
STATUSES = {
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "recommended": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "superseded": Status.DEPRECATED,
    "notRecommended": Status.DEPRECATED,
    "obsolete": Status.DEPRECATED,
}
STATUS_CATEGORIES = ("administrativeStatus", "normativeAuthorization")
OWN_NOTE = lazy(r"align (kind|status|context|created|changed): (.+)", re.DOTALL)
DATE = lazy(r"\d{4}-\d\d-\d\d(?!\d)")  # all that version 3 has room for: no time of day


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the concepts that have terms in both languages, one at a time.

    Raises:
        InputError: The file is not TBX.
    """
    concepts = elements(path, ("conceptEntry", "termEntry"), roots=("tbx", "martif"))
    for number, concept in enumerate(concepts, 1):
        if entry := _entry(concept, Place(path, number, line_of(concept)), losses):
            yield entry


def _entry(concept: _Element, place: Place, losses: Losses) -> Entry | None:
    found: dict[str, list[str]] = defaultdict(list)
    terms: list[Term] = []
    _take(concept, found, place, losses)
    for section in concept.iterchildren(*(f"{{*}}{name}" for name in LANGUAGE_SECTIONS)):
        lang = lang_of_tag(section.get(XML_LANG))
        if lang is None:
            losses.add("terms in other languages", line_of(section))
            continue
        _take(section, found, place, losses)
        parts = section.iterchildren(*(f"{{*}}{name}" for name in TERM_SECTIONS))
        terms.extend(_term(part, lang, found, place, losses) for part in parts)
    terms.sort(key=lambda term: term.status == Status.ADMITTED)  # what the file prefers comes first
    fields = {
        name: ("\n" if name == "note" else "; ").join(dict.fromkeys(texts)) for name, texts in found.items()
    }
    return entry_of(terms, fields, place, losses)


def _take(section: _Element, found: dict[str, list[str]], place: Place, losses: Losses) -> None:
    """Add what stands in a section, but not in the sections below it, to the texts found."""
    for child in _flat(section):
        if local_name(child) == "transacGrp":
            _take_date(child, found, place, losses)
            continue
        category, text = child.get("type") or local_name(child), text_of(child, place.path).strip()
        own = OWN_NOTE.fullmatch(text) if category == "note" else None
        if own:
            found[own[1]] = [own[2]]  # more exact than the date of a transaction
        elif category in CATEGORIES:
            found[CATEGORIES[category]].append(text)
        elif category != "term":
            losses.add(f"{local_name(child)} {category[:40]}".strip(), line_of(child))


def _take_date(group: _Element, found: dict[str, list[str]], place: Place, losses: Losses) -> None:
    texts = {local_name(child): text_of(child, place.path).strip() for child in group}
    name = TRANSACTIONS.get(texts.get("transac") or texts.get("transactionType", ""))
    if name and "date" in texts:
        found[name] = [texts["date"]]
    else:
        losses.add("transactions without a date of creation or change", line_of(group))


def _flat(section: _Element) -> Iterator[_Element]:
    """Return the elements in a section and in its groups, without the sections below it."""
    for child in section.iterchildren("{*}*"):
        if local_name(child) in GROUPS:
            yield from _flat(child)
        elif local_name(child) not in LANGUAGE_SECTIONS + TERM_SECTIONS:
            yield child


def _term(section: _Element, lang: Lang, found: dict[str, list[str]], place: Place, losses: Losses) -> Term:
    """Return a term with its status; notes on it are kept with the concept."""
    text, status = "", Status.ADMITTED
    for child in _flat(section):
        category = child.get("type") or local_name(child)
        if category == "term":
            text = text_of(child, place.path)
        elif category == "note":
            found["note"].append(text_of(child, place.path).strip())
        elif category in STATUS_CATEGORIES:
            value = text_of(child, place.path).strip()
            status = STATUSES.get(re.sub("Term(-admn-sts)?$", "", value), status)
        else:
            losses.add(f"{category[:40]} of a term", line_of(child))
    return Term(text, lang, status)


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write TBX-Basic of version 3 (ISO 30042:2019) in the DCA style, a concept as it comes."""
    _write(entries, out, manner, losses, V3)


def write_martif(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:
    """Write version 2 (2008), which older programs such as OmegaT read."""
    _write(entries, out, manner, losses, V2)


@dataclass(frozen=True, slots=True)
class _Version:
    """What the elements of a version are called."""

    root: str
    header: str
    concept: str
    language: str
    term: str
    attributes: tuple[tuple[str, str], ...]
    namespace: str | None = None


V2 = _Version("martif", "martifHeader", "termEntry", "langSet", "tig", (("type", "TBX-Basic"),))
V3 = _Version(
    "tbx",
    "tbxHeader",
    "conceptEntry",
    "langSec",
    "termSec",
    (("type", "TBX-Basic"), ("style", "dca")),
    NAMESPACE,
)


def _write(
    entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses, version: _Version
) -> None:
    from lxml.etree import xmlfile

    make = _Maker(version)
    attributes = dict(version.attributes) | {XML_LANG: lang_tag(other_side(manner.into))}
    with xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(make.name(version.root), attributes, nsmap=make.nsmap | XML_PREFIX):
            xml.write(_header(make), pretty_print=True)
            with xml.element(make.name("text")), xml.element(make.name("body")):
                for number, entry in enumerate(entries, 1):
                    xml.write(_concept(make, entry, number, manner, losses), pretty_print=True)


class _Maker:
    """Makes elements in the namespace of a version."""

    def __init__(self, version: _Version) -> None:
        self.version = version
        self.nsmap: dict[str, str] = {None: version.namespace} if version.namespace else {}  # type: ignore[dict-item]

    def name(self, local: str) -> str:
        """Return a name with its namespace."""
        return f"{{{self.version.namespace}}}{local}" if self.version.namespace else local

    def add(self, parent: _Element, local: str, text: str = "", **attributes: str) -> _Element:
        """Return a new child of an element."""
        from lxml.etree import SubElement

        child = SubElement(parent, self.name(local), attributes)
        if text:
            child.text = text
        return child


def _header(make: _Maker) -> _Element:
    from lxml.etree import Element

    header = Element(make.name(make.version.header), nsmap=make.nsmap)
    source = make.add(make.add(header, "fileDesc"), "sourceDesc")
    make.add(source, "p", "A glossary written by align")
    return header


def _concept(make: _Maker, entry: Entry, number: int, manner: Manner, losses: Losses) -> _Element:
    from lxml.etree import Element

    concept = Element(make.name(make.version.concept), {"id": f"c{number}"}, nsmap=make.nsmap)
    _describe(make, concept, {name: kept(text, losses, entry) for name, text in fields_of(entry).items()})
    for lang in (other_side(manner.into), manner.into):
        section = make.add(concept, make.version.language, **{XML_LANG: lang_tag(lang)})
        for term in entry.terms:
            if term.lang == lang:
                part = make.add(section, make.version.term)
                make.add(part, "term", kept(term.text, losses, entry))
                make.add(part, "termNote", f"{term.status}Term-admn-sts", type="administrativeStatus")
    return concept


def _describe(make: _Maker, concept: _Element, fields: dict[str, str]) -> None:
    """Add the texts about a concept."""
    for name, kind in (("created", "origination"), ("changed", "modification")):
        if date := DATE.match(fields.get(name, "")):
            group = make.add(concept, "transacGrp")
            make.add(group, "transac", kind, type="transactionType")
            make.add(group, "date", date[0])
    if "domain" in fields:
        make.add(concept, "descrip", fields["domain"], type="subjectField")
    if "definition" in fields:
        make.add(make.add(concept, "descripGrp"), "descrip", fields["definition"], type="definition")
    if "reference" in fields:
        make.add(concept, "admin", fields["reference"], type="source")
    if "note" in fields:
        make.add(concept, "note", fields["note"])
    for name in ("kind", "status", "context", "created", "changed"):
        if name in fields and not (name in TRANSACTIONS.values() and DATE.fullmatch(fields[name])):
            make.add(concept, "note", f"align {name}: {fields[name]}")
