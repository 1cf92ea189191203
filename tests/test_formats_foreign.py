"""Glossaries as other programs write them: what is kept, what is told to be lost, what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus import ConfigError, InputError
from glossary import Entry, Kind, Status, Term
from glossary.discovery import NAMES, load_layer
from glossary.formats import Losses, Manner, read_entries, write_entries
from glossary.termbase import TermBase


def read(folder: Path, name: str, text: str | bytes) -> tuple[list[Entry], list[str]]:
    path, losses = folder / name, Losses()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_entries(path, losses)), [str(loss) for loss in losses]


def pairs(entries: list[Entry]) -> list[tuple[str, str]]:
    return [("|".join(entry.accepted("zh")), "|".join(entry.accepted("en"))) for entry in entries]


TBX_V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>a</p></sourceDesc></fileDesc>
</martifHeader><text><body>
<termEntry id="1"><descrip type="subjectField">cars</descrip><note>one</note>
<langSet xml:lang="EN"><descripGrp><descrip type="definition">a group</descrip>
<admin type="source">site</admin></descripGrp>
<ntig><termGrp><term>SAIC <hi>GM</hi> Wuling</term><termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig>
<ntig><termGrp><term>SAIC-GM-Wuling</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp>
<note>two</note></ntig></langSet>
<langSet xml:lang="zh-Hans"><tig><term>上汽通用五菱</term></tig></langSet>
<langSet xml:lang="de"><tig><term>SGMW</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>"""
TBX_DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry><min:subjectField>news</min:subjectField>
<transacGrp><basic:transactionType>modification</basic:transactionType><date>2020-02-03</date></transacGrp>
<langSec xml:lang="zh"><termSec><term>周钘</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>Zhou Jin</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Zhou Xin</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def test_a_tbx_of_version_2_is_read_with_its_preferred_term_first(tmp_path: Path) -> None:
    (entry,), losses = read(tmp_path, "client.tbx", TBX_V2)
    assert entry.accepted("en") == ("SAIC-GM-Wuling", "SAIC GM Wuling")
    assert (entry.domain, entry.definition, entry.reference) == ("cars", "a group", "site")
    assert (entry.note, entry.line) == ("one\ntwo", 5)
    assert losses == [
        "partOfSpeech of a term (once, in line 8)",
        "terms in other languages (once, in line 14)",
        "entries without a Chinese and an English form (once, in line 15)",
    ]


def test_a_tbx_of_version_3_with_categories_as_tags_is_read(tmp_path: Path) -> None:
    (entry,), losses = read(tmp_path, "client.tbx", TBX_DCT)
    assert entry.forms("en", Status.DEPRECATED) == ("Zhou Jin",)
    assert (entry.preferred("en"), entry.domain, entry.changed) == ("Zhou Xin", "news", "2020-02-03")
    assert not losses


TMX = """<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="phrase" o-tmf="x"
 adminlang="en" srclang="*all*" datatype="plaintext"/><body>
<tu creationdate="20200203T040506Z"><prop type="client">A</prop><prop type="subject">cars</prop>
<tuv xml:lang="EN-US"><note>his own</note><seg>Zhou <bpt i="1">x</bpt>Xin<ept i="1">y</ept></seg></tuv>
<tuv xml:lang="zh-cn"><seg>周钘</seg></tuv><tuv xml:lang="en-GB"><seg>Xin Zhou</seg></tuv>
<tuv xml:lang="fr"><seg>Z. Xin</seg></tuv></tu></body></tmx>"""


def test_a_tmx_with_several_variants_of_a_language_is_one_entry(tmp_path: Path) -> None:
    (entry,), losses = read(tmp_path, "client.tmx", TMX)
    assert entry.accepted("en") == ("Zhou Xin", "Xin Zhou")
    assert (entry.note, entry.domain, entry.created) == ("his own", "cars", "2020-02-03T04:05:06Z")
    assert losses == [
        'the property "client" (once, in line 3)',
        "variants in other languages (once, in line 3)",
    ]


MEMOQ = (
    "Entry_ID;Entry_Subject;Entry_Domain;Entry_ClientID;Entry_Created;Entry_Note;English_Def;English;Term_Info;"
    "Term_Example;Chinese_PRC;Term_Info;Term_Example;Chinese_PRC;Term_Info;Term_Example\n"
    "7;cars;;ACME;5/1/2024 8:15:00 PM;a note;an SUV;hit;CasePermissive;;爆款;;;"
    "爆品;CasePermissive, Forbidden;例\n"
)


def test_a_term_base_of_memoq_is_read(tmp_path: Path) -> None:
    (entry,), losses = read(tmp_path, "client.csv", MEMOQ)
    assert pairs([entry]) == [("爆款", "hit")]
    assert entry.forms("zh", Status.DEPRECATED) == ("爆品",)
    assert (entry.domain, entry.created, entry.note) == ("cars", "2024-05-01T20:15:00Z", "a note")
    assert entry.definition == "an SUV"
    assert losses == ["Entry_ClientID (once, in line 2)", "Term_Example (once, in line 2)"]


@pytest.mark.parametrize(
    "header", ["Chinese (PRC),English (United States)", "zh-CN,en-US", "中文,英文", "Chinese_PRC,English"]
)
def test_a_table_whose_header_names_the_languages_is_read(tmp_path: Path, header: str) -> None:
    entries, losses = read(tmp_path, "terms.csv", f"{header},Domain,Gender\n周钘|周总,Zhou Xin,news,m\n")
    assert pairs(entries) == [("周钘|周总", "Zhou Xin")]
    assert entries[0].domain == "news"
    assert losses == ['the column "Gender" (once, in line 1)']


def test_deepl_is_read_with_and_without_its_further_columns(tmp_path: Path) -> None:
    text = "Zhou Xin,周钘,en,zh,0.9\nXiaomi,小米,en,zh,0.8\n"
    entries, losses = read(tmp_path, "deepl.csv", text)
    assert pairs(entries) == [("周钘", "Zhou Xin"), ("小米", "Xiaomi")]
    assert losses == ["columns after the forms and their languages (2 times, first in line 1)"]
    assert pairs(read(tmp_path, "deepl.tsv", "周钘\tZhou Xin\n")[0]) == [("周钘", "Zhou Xin")]


SHORT_AND_LONG = [("爆款", "hit"), ("爆款", "top seller"), ("长" * 342, "long"), ("响", "a\ab")]


def test_deepl_takes_no_long_phrase_and_no_source_twice() -> None:
    entries = [
        Entry(str(number), (Term(zh, "zh"), Term(en, "en"))) for number, (zh, en) in enumerate(SHORT_AND_LONG)
    ]
    out, losses = io.BytesIO(), Losses()
    assert write_entries(entries, "deepl", out, losses=losses, manner=Manner("en")) == 4
    assert out.getvalue().decode() == "爆款,hit\n"
    assert [loss.what for loss in losses] == [
        "entries for a form that has one already",
        "entries with a form of more than 1,024 bytes",
        "entries with a control character",
    ]


def test_an_omegat_glossary_is_read_with_its_comments(tmp_path: Path) -> None:
    text = "# head\n爆款\thit\ta note\n爆款\ttop seller\ta note\n\n孤\nWuling\t五菱\nabc\tdef\n"
    entries, losses = read(tmp_path, "glossary.txt", text)
    assert pairs(entries) == [("爆款", "hit|top seller"), ("五菱", "Wuling")]
    assert entries[0].note == "a note"
    assert losses == [
        "lines without a translation (once, in line 5)",
        "lines in which neither side is Chinese (once, in line 7)",
    ]


def test_a_utx_of_an_older_version_is_read(tmp_path: Path) -> None:
    text = "#UTX-S 1.00; en/zh; 2008-05-21T00:00:00Z;\r\n#src\ttgt\tsrc:pos\tyomi\r\nhit\t爆款\tnoun\tx\r\n"
    entries, losses = read(tmp_path, "a.utx", text)
    assert pairs(entries) == [("爆款", "hit")]
    assert losses == ['the column "yomi" (once, in line 2)']


def test_a_json_tells_what_it_cannot_keep(tmp_path: Path) -> None:
    text = '[{"zh": "周\\ud800钘", "en": ["Zhou Xin"], "kind": "Person", "colour": "red"}, {"zh": "孤"}]'
    (entry,), losses = read(tmp_path, "a.json", text)
    assert (entry.preferred("zh"), entry.kind) == ("周\ufffd钘", Kind.PERSON)
    assert losses == [
        'the key "colour" (once)',
        "entries without a Chinese and an English form (once)",
    ]


WRONG = {
    (
        "a.tbx",
        "<martif><text>\n<body></martif>",
    ): "a.tbx:2:16: not well-formed XML: Opening and ending tag mismatch",
    ("a.tbx", "<tmx/>"): "a.tbx:1: the root element is <tmx>, expected <tbx> or <martif>",
    ("a.tbx", '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>'): "declares entities",
    ("a.tmx", ""): "a.tmx: the file is empty",
    ("a.xlsx", "no archive"): "a.xlsx: not an XLSX file",
    ("a.json", "[1]"): "a.json: item 1 is no object",
    ("a.json", "[{]"): "a.json:1:3: not JSON: Expecting property name",
    ("a.json", "{}"): "a.json:1: expected a list of objects with zh and en",
    ("a.json", '[{"zh": 1}]'): "a.json: 'zh' of item 1 is neither a text nor a list of texts",
    ("a.utx", "周钘\tZhou Xin\n"): "a.utx:1: the first lines must be #UTX with the languages",
    ("a.utx", "#UTX 1.11; de/en;\n#src\ttgt\n"): 'a.utx:1: the languages are "de/en", expected Chinese',
    (
        "a.csv",
        "Chinese,Enlgish\n周钘,Zhou Xin\n",
    ): "a.csv:1: the first row must name the columns: source,target",
}


@pytest.mark.parametrize(("file", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, file: tuple[str, str], message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, *file)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_format_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"the suffix tells no format of a glossary; known: \.csv, "):
        read(tmp_path, "a.doc", "")
    with pytest.raises(ConfigError, match="unknown format 'docx'; known: csv, "):
        write_entries([], "docx", io.BytesIO(), losses=Losses())


@pytest.mark.parametrize("name", NAMES)
def test_a_glossary_of_any_format_serves_the_term_base(tmp_path: Path, name: str) -> None:
    entry = Entry(
        "1", (Term("周钘", "zh"), Term("Zhou Xin", "en"), Term("Zhou Jin", "en", Status.DEPRECATED))
    )
    with (tmp_path / name).open("wb") as out:
        write_entries([entry], Path(name).suffix[1:], out, losses=Losses())
    (found,) = TermBase([load_layer(tmp_path / name)]).find("He saw Zhou Jin.", "en")
    assert found.term.status == Status.DEPRECATED


def test_entries_on_one_line_are_told_apart(tmp_path: Path) -> None:
    unit = '<tu><tuv xml:lang="zh"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
    units = unit.format("周钘", "Zhou Xin") + unit.format("小米", "Xiaomi")
    one, other = read(tmp_path, "a.tmx", f"<tmx><body>{units}</body></tmx>")[0]
    assert one.line == other.line
    assert one.id != other.id
