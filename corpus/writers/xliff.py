"""Writes a bitext as XLIFF 1.2, which translation tools open for editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.writers.xml import lang_tag, legal

if TYPE_CHECKING:
    from typing import BinaryIO

    from lxml.etree import _Element

    from corpus.bead import Bead, Bitext

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
NSMAP: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]  # the stubs know no default namespace
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:
    """Write a unit a bead, each on a line of its own.

    One without a source has an empty source, one without a target none.
    """
    from lxml.etree import xmlfile

    attributes = {
        "original": legal(bitext.src.path.name) if bitext.src.path else "source",
        "source-language": lang_tag(bitext.src.lang),
        "target-language": lang_tag(bitext.tgt.lang),
        "datatype": "plaintext",
    }
    with (
        xmlfile(out, encoding="utf-8") as xml,
        xml.element(f"{{{NAMESPACE}}}xliff", version="1.2", nsmap=NSMAP),
    ):
        xml.write("\n  ")
        with xml.element(f"{{{NAMESPACE}}}file", attributes):
            xml.write("\n    ")
            with xml.element(f"{{{NAMESPACE}}}header"), xml.element(f"{{{NAMESPACE}}}note"):
                xml.write(signature)
            xml.write("\n    ")
            with xml.element(f"{{{NAMESPACE}}}body"):
                for number, bead in enumerate(bitext.beads, 1):
                    xml.write("\n      ", _unit(number, bead, *bitext.texts(bead)))
                xml.write("\n    ")
            xml.write("\n  ")
        xml.write("\n")
    out.write(b"\n")


def _unit(number: int, bead: Bead, source: str, target: str) -> _Element:
    from lxml.etree import Element, SubElement

    unit = Element(f"{{{NAMESPACE}}}trans-unit", {"id": str(number), XML_SPACE: "preserve"}, nsmap=NSMAP)
    SubElement(unit, f"{{{NAMESPACE}}}source").text = legal(source)
    if bead.tgt:
        SubElement(unit, f"{{{NAMESPACE}}}target").text = legal(target)
    if bead.score is not None:
        SubElement(unit, f"{{{NAMESPACE}}}note").text = f"score {bead.score:.4f}"
    return unit
