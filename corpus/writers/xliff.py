"""Writes a bitext as XLIFF 1.2, which translation tools open for editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.writers.xml import lang_tag, legal

if TYPE_CHECKING:
    from typing import BinaryIO

    from corpus.bead import Bitext

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:
    """Write a unit a bead; one without a source has an empty source, one without a target none."""
    from lxml.etree import xmlfile

    attributes = {
        "original": bitext.src.path.name if bitext.src.path else "source",
        "source-language": lang_tag(bitext.src.lang),
        "target-language": lang_tag(bitext.tgt.lang),
        "datatype": "plaintext",
    }
    with (
        xmlfile(out, encoding="utf-8") as xml,
        xml.element(f"{{{NAMESPACE}}}xliff", version="1.2", nsmap={None: NAMESPACE}),
        xml.element(f"{{{NAMESPACE}}}file", attributes),
    ):
        with xml.element(f"{{{NAMESPACE}}}header"), xml.element(f"{{{NAMESPACE}}}note"):
            xml.write(signature)
        with xml.element(f"{{{NAMESPACE}}}body"):
            for number, bead in enumerate(bitext.beads, 1):
                source, target = bitext.texts(bead)
                unit = {"id": str(number), XML_SPACE: "preserve"}
                with xml.element(f"{{{NAMESPACE}}}trans-unit", unit):
                    with xml.element(f"{{{NAMESPACE}}}source"):
                        xml.write(legal(source))
                    if bead.tgt:
                        with xml.element(f"{{{NAMESPACE}}}target"):
                            xml.write(legal(target))
                    if bead.score is not None:
                        with xml.element(f"{{{NAMESPACE}}}note"):
                            xml.write(f"score {bead.score:.4f}")
