"""Writes a bitext as TMX 1.4b, as translation tools import it (the DTD is LISA's tmx14.dtd)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.readers.xmlstream import XML_LANG
from corpus.writers.xml import lang_tag, legal

if TYPE_CHECKING:
    from typing import BinaryIO

    from lxml.etree import _Element, _IncrementalFileWriter

    from corpus.bead import Bitext


def write_tmx(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:
    """Write a translation unit for every bead that has both sides, each on a line of its own.

    A bead with one side is nothing that a translation memory can hold; the other formats have it.
    """
    from lxml.etree import xmlfile

    langs = lang_tag(bitext.src.lang), lang_tag(bitext.tgt.lang)
    with xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("tmx", version="1.4"):
            xml.write("\n  ")
            _header(xml, langs[0], signature)
            xml.write("\n  ")
            with xml.element("body"):
                for bead in bitext.beads:
                    if bead.src and bead.tgt:
                        xml.write("\n    ", _unit(langs, bitext.texts(bead), bead.score))
                xml.write("\n  ")
            xml.write("\n")
    out.write(b"\n")


def _header(xml: _IncrementalFileWriter, source_lang: str, signature: str) -> None:
    attributes = {
        "creationtool": "align",
        "creationtoolversion": signature.split("|")[1] if "|" in signature else signature,
        "segtype": "sentence",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": source_lang,
        "datatype": "plaintext",
    }
    with xml.element("header", attributes), xml.element("note"):
        xml.write(signature)


def _unit(langs: tuple[str, str], texts: tuple[str, str], score: float | None) -> _Element:
    from lxml.etree import Element, SubElement

    unit = Element("tu")
    if score is not None:
        SubElement(unit, "prop", type="x-score").text = f"{score:.4f}"
    for lang, text in zip(langs, texts, strict=True):
        variant = SubElement(unit, "tuv", {XML_LANG: lang})
        SubElement(variant, "seg").text = legal(text)
    return unit
