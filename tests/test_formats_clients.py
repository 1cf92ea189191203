"""What we write is read by others: translate-toolkit, openpyxl, xmllint with the TMX DTD, OmegaT itself."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.formats import Losses, Manner, write_entries
from glossary.table import entries_of_rows

if TYPE_CHECKING:
    from glossary import Entry

OMEGAT_JAR = Path("/usr/share/omegat/OmegaT.jar")  # where Debian's package has it
ENTRIES = entries_of_rows(
    [
        ("周钘|周总", "Zhou Xin|Xin Zhou", "person", "", "", "Zhou Jin", 'his "own" <spelling> & all'),
        ("上汽通用五菱", "SAIC-GM-Wuling", "organisation", "draft", "", "", "", "汽车|!各国航线"),
        ("营销中心总监", "director of the marketing centre", "title"),
    ]
)
FULL = tuple(
    replace(
        entry,
        domain="cars",
        definition="one of three",
        reference="https://example.org/names",
        created="2024-05-01T10:15:00Z",
        changed="2024-06-01",
    )
    for entry in ENTRIES
)
PREFERRED = [(entry.preferred("zh"), entry.preferred("en")) for entry in ENTRIES]
needs_omegat = pytest.mark.skipif(not OMEGAT_JAR.exists(), reason="needs the Debian package omegat")
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice Calc")
needs_xmllint = pytest.mark.skipif(not shutil.which("xmllint"), reason="needs xmllint (libxml2-utils)")


def written(form: str, entries: tuple[Entry, ...] = ENTRIES, **manner: str) -> bytes:
    out = io.BytesIO()
    write_entries(entries, form, out, losses=Losses(), manner=Manner(**manner))  # type: ignore[arg-type]
    return out.getvalue()


def run(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [str(word) for word in words],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
        **options,
    )


def test_translate_toolkit_reads_our_tmx_with_its_notes() -> None:
    from translate.storage.tmx import tmxfile

    store = tmxfile(io.BytesIO(written("tmx")), "zh-CN", "en-US")
    assert [(str(unit.source), str(unit.target)) for unit in store.units] == PREFERRED
    assert store.units[0].getnotes() == ENTRIES[0].note


def test_translate_toolkit_reads_our_tbx_version_2_with_every_term_and_its_status() -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile(io.BytesIO(written("tbx2")))
    assert [(str(unit.source), str(unit.target)) for unit in store.units] == PREFERRED
    terms = store.units[0].get_target_terms()
    assert [term.text for term in terms] == list(ENTRIES[0].forms("en"))
    assert [term.deprecated for term in terms] == [False, False, True]


def test_translate_toolkit_reads_our_utx() -> None:
    from translate.storage.utx import UtxFile

    store = UtxFile(io.BytesIO(written("utx")))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("zh-CN", "en-US")
    assert (store.units[0].source, store.units[0].target) == PREFERRED[0]
    assert store.units[0].getnotes() == ENTRIES[0].note


def test_translate_toolkit_reads_our_omegat_glossary() -> None:
    from translate.storage.omegat import OmegaTFile

    store = OmegaTFile(io.BytesIO(written("omegat").partition(b"\n")[2]))
    assert (store.units[0].source, store.units[0].target) == PREFERRED[0]
    assert store.units[0].getnotes() == ENTRIES[0].note


@pytest.mark.parametrize("form", ["xlsx", "multiterm"])
def test_openpyxl_reads_our_workbooks(form: str) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(written(form))).active
    assert sheet is not None
    header, *rows = sheet.iter_rows(values_only=True)
    place = header.index("Chinese" if form == "multiterm" else "source")
    assert [str(row[place]).split("|")[0] for row in rows] == [source for source, _ in PREFERRED]


@needs_office
@pytest.mark.parametrize("form", ["xlsx", "multiterm"])
def test_a_spreadsheet_program_opens_our_workbooks(form: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    (tmp_path / "ours.xlsx").write_bytes(written(form))
    result = run(
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"),  # comma, double quote, UTF-8
        *("--outdir", tmp_path, tmp_path / "ours.xlsx"),
    )
    assert result.returncode == 0, result.stderr
    with (tmp_path / "ours.csv").open(encoding="utf-8", newline="") as file:
        opened = list(csv.reader(file))
    sheet = load_workbook(tmp_path / "ours.xlsx").active
    assert sheet is not None
    assert opened == [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


@needs_omegat
@needs_xmllint
def test_xmllint_finds_our_tmx_valid_by_the_dtd(tmp_path: Path) -> None:
    with zipfile.ZipFile(OMEGAT_JAR) as jar:
        (tmp_path / "tmx14.dtd").write_bytes(jar.read("schemas/tmx14.dtd"))
    (tmp_path / "a.tmx").write_bytes(written("tmx"))
    result = run("xmllint", "--noout", "--nonet", "--dtdvalid", tmp_path / "tmx14.dtd", tmp_path / "a.tmx")
    assert result.returncode == 0, result.stderr


@needs_omegat
def test_our_tbx_version_2_is_valid_by_the_schema_of_omegat(tmp_path: Path) -> None:
    from lxml import etree

    with zipfile.ZipFile(OMEGAT_JAR) as jar:
        for name in ("tbx.xsd", "xml.xsd"):
            (tmp_path / name).write_bytes(jar.read(f"schemas/{name}"))
    schema = etree.XMLSchema(etree.parse(str(tmp_path / "tbx.xsd")))
    schema.assertValid(etree.fromstring(written("tbx2")))


def test_our_tbx_version_3_is_valid_by_the_grammar_of_tbx_basic() -> None:
    from lxml import etree

    grammar = etree.RelaxNG(etree.parse(Path(__file__).parent / "data" / "tbx_basic_dca.rng"))
    grammar.assertValid(etree.fromstring(written("tbx", FULL)))
    wrong = written("tbx", FULL).replace(b"preferredTerm-admn-sts", b"best")
    assert not grammar.validate(etree.fromstring(wrong))


@needs_xmllint
def test_xmllint_finds_our_tbx_version_3_valid(tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_bytes(written("tbx", FULL))
    grammar = Path(__file__).parent / "data" / "tbx_basic_dca.rng"
    result = run("xmllint", "--noout", "--nonet", "--relaxng", grammar, tmp_path / "a.tbx")
    assert result.returncode == 0, result.stderr


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang>
<sentence_seg>true</sentence_seg></project></omegat>"""


@needs_omegat
def test_omegat_translates_with_our_memory(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for folder in ("source", "target", "tm/auto", "glossary", "omegat", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, "utf-8")
    (project / "source" / "a.txt").write_text("\n\n".join(source for source, _ in PREFERRED), "utf-8")
    (project / "tm" / "auto" / "ours.tmx").write_bytes(written("tmx"))
    (project / "glossary" / "ours.txt").write_bytes(written("omegat"))
    (project / "glossary" / "ours.tbx").write_bytes(written("tbx2"))
    environment = os.environ | {"HOME": str(tmp_path)}
    result = run(
        "java",
        "-Djava.awt.headless=true",
        f"-Duser.home={tmp_path}",
        "-jar",
        OMEGAT_JAR,
        project,
        "--mode=console-translate",
        "--quiet",
        f"--config-dir={tmp_path / 'config'}",
        env=environment,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    translated = (project / "target" / "a.txt").read_text("utf-8").split()
    assert translated == " ".join(target for _, target in PREFERRED).split()


GLOSSARY_READER = """
import java.io.File;
import org.omegat.gui.glossary.*;

public class Reads {
    public static void main(String[] files) throws Exception {
        for (GlossaryEntry entry : GlossaryReaderTSV.read(new File(files[0]), false)) {
            System.out.println(entry.getSrcText() + "\\t" + entry.getLocText());
        }
    }
}
"""


@needs_omegat
def test_omegat_reads_our_glossary(tmp_path: Path) -> None:
    (tmp_path / "Reads.java").write_text(GLOSSARY_READER, "utf-8")
    (tmp_path / "ours.txt").write_bytes(written("omegat"))
    classes = f"{OMEGAT_JAR}:{OMEGAT_JAR.parent}/lib/*:/usr/share/java/*"
    result = run(
        "java", "-Dfile.encoding=UTF-8", "-cp", classes, tmp_path / "Reads.java", tmp_path / "ours.txt"
    )
    assert result.returncode == 0, result.stderr
    found = [tuple(line.split("\t")) for line in result.stdout.splitlines()]
    assert found == [
        (source, target)
        for entry in ENTRIES
        for source in entry.accepted("zh")
        for target in entry.accepted("en")
    ]
