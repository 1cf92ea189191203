"""Every format of a bitext is read again by somebody else and says the same."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, OffsetMap, Segment, Span
from corpus.bead import Bead, Bitext
from corpus.writers import FORMATS, format_of, write_bitext
from corpus.writers.xml import legal

SIGNATURE = "align|0.1.0|encoder:hash"
TEXTS = st.lists(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12), min_size=1, max_size=5
)


def document(lines: list[str], lang: str) -> Document:
    text, segments = "", []
    for line in lines:
        segments.append(Segment(Span(len(text), len(text) + len(line)), line))
        text += f"{line}\n"
    return Document(text, lang, tuple(segments), text, OffsetMap.identity(len(text)), Path(f"a.{lang}.txt"))


def bitext(zh: list[str], en: list[str]) -> Bitext:
    """Return a bitext of 1-1 beads, and null beads for what is left over."""
    both = min(len(zh), len(en))
    beads = [Bead(range(n, n + 1), range(n, n + 1), 0.75) for n in range(both)]
    beads += [Bead(range(n, n + 1), range(both, both), 1.0) for n in range(both, len(zh))]
    beads += [Bead(range(len(zh), len(zh)), range(n, n + 1)) for n in range(both, len(en))]
    return Bitext(document(zh, "zh"), document(en, "en"), tuple(beads))


def written(example: Bitext, form: str) -> bytes:
    out = io.BytesIO()
    write_bitext(example, form, out, signature=SIGNATURE)
    return out.getvalue()


def texts(example: Bitext) -> list[tuple[str, str]]:
    return [example.texts(bead) for bead in example.beads]


SMALL = bitext(["他来了。", "=1+1，“是”<2&3", "没有\t译文"], ["He came.", '"So", he\nsaid.'])


@given(TEXTS, TEXTS)
def test_jsonl_holds_everything(zh: list[str], en: list[str]) -> None:
    example = bitext(zh, en)
    rows = [json.loads(line) for line in written(example, "jsonl").decode().split("\n")[:-1]]
    assert [(row["source"], row["target"]) for row in rows] == texts(example)
    assert [(row["source_ids"], row["target_ids"]) for row in rows] == [
        (list(bead.src), list(bead.tgt)) for bead in example.beads
    ]


@given(TEXTS, TEXTS)
def test_csv_is_read_again_by_the_csv_module(zh: list[str], en: list[str]) -> None:
    example = bitext(zh, en)
    rows = list(csv.reader(io.StringIO(written(example, "csv").decode("utf-8-sig"), newline="")))
    assert rows[0] == ["source", "target", "score"]
    assert [(row[0], row[1]) for row in rows[1:]] == texts(example)


@given(TEXTS, TEXTS)
def test_tmx_and_xliff_are_read_again_by_translate_toolkit(zh: list[str], en: list[str]) -> None:
    from translate.storage.tmx import tmxfile
    from translate.storage.xliff import xlifffile

    example = bitext(zh, en)
    full = [(legal(source), legal(target)) for source, target in texts(example) if source and target]
    normal = [tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in pair) for pair in full]
    for form, reader in (("tmx", tmxfile), ("xliff", xlifffile)):
        store = reader(io.BytesIO(written(example, form)))
        units = [(str(unit.source), str(unit.target)) for unit in store.units if unit.source and unit.target]
        assert [
            tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in pair) for pair in units
        ] == normal


@pytest.mark.parametrize("form", ["tmx", "xliff"])
def test_tmx_and_xliff_have_a_unit_a_line(form: str) -> None:
    example = bitext(["他来了。", "他走了。"], ["He came.", "He left."])
    text = written(example, form).decode()
    units = [line.strip() for line in text.splitlines() if "<source>" in line or "<seg>" in line]
    assert len(units) == 2
    assert units[0].startswith(("<tu>", "<trans-unit "))
    assert units[0].endswith(("</tu>", "</trans-unit>"))
    assert text.endswith(">\n")


def test_tmx_names_its_languages_and_the_run() -> None:
    from lxml import etree

    tree = etree.fromstring(written(SMALL, "tmx"))
    header = tree.find("header")
    assert header.get("srclang") == "zh-CN"
    assert header.get("creationtoolversion") == "0.1.0"
    assert header.findtext("note") == SIGNATURE
    langs = {tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in tree.iter("tuv")}
    assert langs == {"zh-CN", "en-US"}
    assert len(tree.findall("body/tu")) == 2


def test_xlsx_is_read_again_by_openpyxl_and_holds_no_formula() -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(written(SMALL, "xlsx"))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("source", "target", "score")
    assert [(source or "", target or "") for source, target, _ in rows[1:]] == texts(SMALL)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_html_holds_the_texts_escaped_and_marks_what_is_doubtful() -> None:
    from lxml import html

    tree = html.fromstring(written(SMALL, "html"))
    rows = [tuple(cell.text_content() for cell in row.findall("td")[1:]) for row in tree.iter("tr")][1:]
    assert rows == texts(SMALL)
    assert [row.get("class") for row in tree.iter("tr")][1:] == ["doubtful", "doubtful", "gap"]


def test_beads_are_numbers_from_0() -> None:
    assert written(SMALL, "beads") == b"[[0], [0]]\n[[1], [1]]\n[[2], []]\n"


def test_a_tsv_has_a_line_a_bead() -> None:
    lines = written(SMALL, "tsv").decode().split("\n")
    assert lines[2] == '=1+1，“是”<2&3\t"So", he said.\t0.7500'
    assert len(lines) == 5


@pytest.mark.parametrize("form", FORMATS)
def test_a_suffix_tells_the_format(form: str) -> None:
    assert format_of(Path(f"a.{form.upper()}")) == form


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_name_of_a_text_need_not_be_utf_8(form: str) -> None:
    named = replace(SMALL.src, path=Path("a\udcff.txt"))
    assert written(replace(SMALL, src=named, tgt=replace(SMALL.tgt, path=named.path)), form)
