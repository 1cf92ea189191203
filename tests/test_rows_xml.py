"""Bitext rows from TMX, XLIFF and PO: what is translated, in order, and nothing unsafe."""

from __future__ import annotations

import io
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_writers import SIGNATURE, TEXTS, bitext, texts

from corpus import InputError
from corpus.rows import Row, read_rows
from corpus.writers import write_bitext
from corpus.writers.xml import legal

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Align

HEADER = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
    'srclang="{}" datatype="plaintext"/>'
)


def tmx(units: str, srclang: str = "zh-CN", prolog: str = "") -> str:
    return f'{prolog}<tmx version="1.4">{HEADER.format(srclang)}<body>\n{units}\n</body></tmx>'


def unit(*sides: tuple[str, str], attributes: str = "") -> str:
    variants = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in sides)
    return f"<tu {attributes}>{variants}</tu>"


def rows(folder: Path, name: str, text: str | bytes) -> list[Row]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_rows(path))


def sides(found: list[Row]) -> list[tuple[str, str]]:
    return [(row.source, row.target) for row in found]


ZH_EN = unit(("zh-CN", "他来了。"), ("en-US", "He came."))


def test_a_unit_is_a_row_with_its_id_its_document_and_its_line(tmp_path: Path) -> None:
    second = '<tu tuid="7"><prop type="file">a.docx</prop>' + ZH_EN.removeprefix("<tu >")
    one, two = rows(tmp_path, "a.tmx", tmx(f"{ZH_EN}\n{second}"))
    assert one == Row("他来了。", "He came.", 2, "", "1")
    assert two == Row("他来了。", "He came.", 3, "", "7", "a.docx")


@pytest.mark.parametrize(
    ("srclang", "attributes", "source"),
    [
        ("ZH-cn", "", "他来了。"),
        ("en", "", "He came."),
        ("*all*", "", "He came."),
        ("fr", "", "He came."),
        ("en", 'srclang="zh"', "他来了。"),
    ],
)
def test_the_source_is_what_the_header_or_the_unit_says_or_what_comes_first(
    tmp_path: Path, srclang: str, attributes: str, source: str
) -> None:
    units = unit(
        ("fr", "Il est venu."), ("EN-gb", "He came."), ("zh-Hant", "他来了。"), attributes=attributes
    )
    (row,) = rows(tmp_path, "a.tmx", tmx(units, srclang))
    assert row.source == source


def test_units_without_both_languages_are_left_out(tmp_path: Path) -> None:
    units = [
        unit(("zh", "只有中文。")),
        unit(("zh", "空"), ("en", " ")),
        unit(("fr", "a"), ("en", "b")),
        ZH_EN,
    ]
    assert sides(rows(tmp_path, "a.tmx", tmx("".join(units)))) == [("他来了。", "He came.")]


def test_markup_inside_a_segment_is_left_out_and_highlighted_text_is_not(tmp_path: Path) -> None:
    bold = 'He <bpt i="1">&lt;b&gt;</bpt>came<ept i="1">&lt;/b&gt;</ept>'
    english = f"{bold} <hi>at &amp; once</hi><ph>&lt;br&gt;</ph>."
    (row,) = rows(tmp_path, "a.tmx", tmx(unit(("zh", "他来了。"), ("en", english))))
    assert row.target == "He came at & once."


def test_the_tmx_of_a_bitext_is_read_again(tmp_path: Path) -> None:
    example = bitext(["他来了。", "=1+1，“是”<2&3", "没有译文"], ["He came.", '"So", he\nsaid.'])
    for form in ("tmx", "xliff"):
        out = io.BytesIO()
        write_bitext(example, form, out, signature=SIGNATURE)
        assert sides(rows(tmp_path, f"a.{form}", out.getvalue())) == texts(example)[:2]


@given(TEXTS, TEXTS)
def test_any_bitext_written_as_tmx_or_xliff_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, zh: list[str], en: list[str]
) -> None:
    example = bitext(zh, en)
    written = [(legal(one), legal(other)) for one, other in texts(example)]
    full = [pair for pair in written if all(text.strip() for text in pair)]
    for form in ("tmx", "xliff") if full else ():
        out = io.BytesIO()
        write_bitext(example, form, out, signature=SIGNATURE)
        found = sides(rows(tmp_path_factory.mktemp("rows"), f"a.{form}", out.getvalue()))
        assert found == full


UNSAFE = {
    "outside": ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;", "declares entities"),
    "parameter": ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>', "a", "declares entities"),
    "bomb": (
        "<!DOCTYPE tmx ["
        + '<!ENTITY a0 "ha">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + "]>",
        "&a11;",
        "declares entities",
    ),
    "undeclared": ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', "&x;", "the entity &x; is not read"),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_entities_are_refused_with_one_line(tmp_path: Path, name: str) -> None:
    prolog, text, message = UNSAFE[name]
    with pytest.raises(InputError, match=message) as caught:
        rows(tmp_path, "a.tmx", tmx(unit(("zh", text), ("en", "He came.")), prolog=prolog))
    assert "\n" not in str(caught.value)


def test_a_bomb_in_an_attribute_is_refused(tmp_path: Path) -> None:
    prolog, text, _ = UNSAFE["bomb"]
    with pytest.raises(InputError, match=r"amplification|entit"):
        rows(
            tmp_path,
            "a.tmx",
            tmx(unit(("zh", "好"), ("en", "Good."), attributes=f'tuid="{text}"'), prolog=prolog),
        )


def test_a_doctype_is_no_harm_and_is_not_loaded(tmp_path: Path) -> None:
    prolog = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "http://dtd.invalid/tmx14.dtd">'
    assert sides(rows(tmp_path, "a.tmx", tmx(ZH_EN, prolog=prolog))) == [("他来了。", "He came.")]


WRONG = {
    "": "a.tmx: the file is empty",
    "<tmx><body>\n<tu></body></tmx>": "a.tmx:2:12: not well-formed XML: Opening and ending tag mismatch",
    "<tmx><body>\n<tu>\x01</tu></body></tmx>": "a.tmx:2:5: not well-formed XML: PCDATA invalid Char",
    "<html></html>": "a.tmx:1: the root element is <html>, expected <tmx>",
    "<tmx></tmx>": "a.tmx: no unit has a Chinese and an English text",
    "PK\x03\x04": "a.tmx:1:1: not well-formed XML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        rows(tmp_path, "a.tmx", text)
    assert message in str(caught.value)


def test_utf_16_is_read_as_the_xml_declares_it(tmp_path: Path) -> None:
    text = tmx(ZH_EN, prolog='<?xml version="1.0" encoding="UTF-16"?>')
    assert sides(rows(tmp_path, "a.tmx", text.encode("utf-16"))) == [("他来了。", "He came.")]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "long.tmx"
    path.write_text(tmx("\n".join([ZH_EN] * 30_000)), "utf-8")
    tracemalloc.start()
    count = sum(1 for _ in read_rows(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 30_000
    assert peak < 2_000_000


@pytest.mark.parametrize("form", ["tmx", "xliff"])
def test_a_unit_is_a_line_and_findings_name_it(tmp_path: Path, align: Align, form: str) -> None:
    zh, en = "他在2019年离开。", "He left in in 2018."
    (tmp_path / "a.zh.txt").write_text(f"{zh}\n他走了。\n{zh}\n", "utf-8")
    (tmp_path / "a.en.txt").write_text(f"{en}\nHe went.\n{en}\n", "utf-8")
    name = f"a.{form}"
    assert align("pair", "a.zh.txt", "a.en.txt", "--presegmented", "-o", name).returncode == 0
    text = (tmp_path / name).read_text("utf-8")
    tag = "<tu>" if form == "tmx" else "<trans-unit "
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(tag)]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
    one, three = (f"{name}:{number}:1" for number in numbers[::2])
    found = align("lint", name, "--output-format", "concise").stdout.splitlines()
    assert [(line.split()[0], line.split()[1], line[-8:]) for line in found] == [
        (f"{place}:", code, f"(unit {number})"[-8:])
        for place, number in ((one, 1), (three, 3))
        for code in ("DAT001", "PUN020")
    ]
    assert f"{three}: error DAT001 " in (shown := align("lint", name).stdout)
    assert "(unit 3)\n" in shown
    places = align("search", "2019", name).stdout.splitlines()[::3]
    assert places == [f"{name}:{number}" for number in numbers[::2]]


def test_fixes_that_a_format_cannot_be_given_are_told_in_one_line(tmp_path: Path, align: Align) -> None:
    zh, en = "他在2019年离开。", "He left in in 2019."
    kept = {
        "a.tmx": tmx(unit(("zh", zh), ("en", en))),
        "b.po": f'msgid "{zh}"\nmsgstr "{en}"\n',
        "c.tmx": tmx(unit(("zh", zh), ("en", "He left in 2018."))),
        "d.tsv": f"{zh}\t{en}\n",
    }
    for name, text in kept.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert align("lint", "a.tmx", "c.tmx").stderr == ""
    assert align("lint", "c.tmx", "--fix").stderr == ""
    told = "align: fixes are not written to TMX, XLIFF and PO files: a.tmx, b.po\n"
    assert align("lint", ".", "--diff").stderr == told
    done = align("lint", ".", "--fix")
    assert (done.returncode, done.stderr) == (1, told)
    assert "Fixed 1 finding." in done.stdout
    found = {name: (tmp_path / name).read_text("utf-8") for name in kept}
    assert found == kept | {"d.tsv": f"{zh}\tHe left in 2019.\n"}


def test_units_on_one_line_are_reported_one_after_the_other(tmp_path: Path, align: Align) -> None:
    wrong = unit(("zh", "他在2019年离开。"), ("en", "He left in in 2018."))
    (tmp_path / "a.tmx").write_text(tmx(wrong * 10), "utf-8")
    found = align("lint", "a.tmx", "--output-format", "concise").stdout.splitlines()
    assert [(line.split()[1], line.split("unit ")[1]) for line in found] == [
        (code, f"{number})") for number in range(1, 11) for code in ("DAT001", "PUN020")
    ]


XLIFF_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="zh" target-language="en"><body><group>
<trans-unit id="1"><source>他<g id="1">来</g>了。</source><target>He <g id="1">came</g><x id="2"/>.</target>
<alt-trans><source>他来。</source><target>He comes.</target></alt-trans></trans-unit>
<trans-unit id="2"><source>未译</source></trans-unit>
<trans-unit id="3"><source>未译</source><target state="needs-translation">未译</target></trans-unit>
<trans-unit id="4"><source>一。二。</source>
<seg-source><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二。</mrk></seg-source>
<target><mrk mtype="seg" mid="0">One.</mrk><mrk mtype="seg" mid="1">Two.</mrk></target></trans-unit>
</group></body></file></xliff>"""
XLIFF_20 = """<xliff version="2.0" srcLang="zh" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f1"><unit id="u1">
<segment id="s1"><source>他<pc id="1">来</pc>了。</source>
<target>He <pc id="1">came</pc><ph id="2"/>.</target></segment>
<segment id="s2" state="initial"><source>未译</source><target>未译</target></segment>
<ignorable><source> </source></ignorable></unit></file></xliff>"""


def test_of_an_xliff_1_2_what_is_translated_is_read_segment_by_segment(tmp_path: Path) -> None:
    found = rows(tmp_path, "a.xlf", XLIFF_12)
    assert sides(found) == [("他来了。", "He came."), ("一。", "One."), ("二。", "Two.")]
    assert [(row.id, row.doc, row.line) for row in found] == [
        ("1", "a.md", 3),
        ("4.0", "a.md", 9),
        ("4.1", "a.md", 9),
    ]


def test_of_an_xliff_2_what_is_translated_is_read(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "a.xliff", XLIFF_20)
    assert row == Row("他来了。", "He came.", 4, "", "s1", "f1")


UNIT_12 = '<trans-unit id="{}"{}><source>他来了。</source><target>He came.</target></trans-unit>'
UNIT_20 = '<unit id="{}"{}><segment><source>他来了。</source><target>He came.</target></segment></unit>'
NO, YES = ' translate="no"', ' translate="yes"'


@pytest.mark.parametrize(("unit", "version"), [(UNIT_12, "1.2"), (UNIT_20, "2.0")])
def test_of_an_xliff_what_is_not_to_be_translated_is_left_out(
    tmp_path: Path, unit: str, version: str
) -> None:
    inner = f"<group{NO}>{unit.format(3, '')}<group>{unit.format(4, '')}{unit.format(5, YES)}</group></group>"
    first = f'<file original="a">{unit.format(1, "")}{unit.format(2, NO)}{inner}{unit.format(6, "")}</file>'
    other = f'<file original="b"{NO}>{unit.format(7, "")}{unit.format(8, YES)}</file>'
    text = f'<xliff version="{version}" xmlns="urn:x">{first}{other}</xliff>'
    assert [row.id for row in rows(tmp_path, "a.xlf", text)] == ["1", "5", "6", "8"]


PO = r"""# a comment
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#: index.rst:3
msgctxt "title"
msgid "他来了，"
"又走了。\n"
msgstr "He came "
"and \"left\".\n"

#: index.rst:9
#, fuzzy, c-format
msgid "模糊"
msgstr "Vague"

msgid "未译"
msgstr ""

msgid "%d 个文件"
msgid_plural "%d 个文件们"
msgstr[0] "%d file"
msgstr[1] "%d files"
#~ msgid "旧"
#~ msgstr "Old"
"""


def test_of_a_po_what_is_translated_is_read_with_every_plural(tmp_path: Path) -> None:
    found = rows(tmp_path, "a.po", PO)
    assert found == [
        Row("他来了，又走了。\n", 'He came and "left".\n', 10, "", "title", "index.rst"),
        Row("%d 个文件", "%d file", 23, ""),
        Row("%d 个文件们", "%d files", 24, ""),
    ]


def test_a_po_is_read_as_translate_toolkit_reads_it(tmp_path: Path) -> None:
    from translate.storage.pypo import pofile

    units = pofile.parsestring(PO.encode()).units
    found = [
        (str(unit.source), str(unit.target)) for unit in units if unit.istranslated() and not unit.hasplural()
    ]
    assert sides(rows(tmp_path, "a.po", PO))[:1] == found


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=9), min_size=1))
def test_what_translate_toolkit_writes_as_po_is_read(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    from translate.storage.pypo import pofile

    words = [word for word in words if word.strip() and word.isprintable()]
    store = pofile()
    for number, word in enumerate(words):
        store.addsourceunit(f"{number} 他").target = word
    if words:
        found = rows(tmp_path_factory.mktemp("po"), "a.po", bytes(store))
        assert [row.target for row in found] == words


def test_a_po_with_something_else_in_it_is_refused_with_the_line(tmp_path: Path) -> None:
    for text, message in (
        ('msgid "a"\nmsgstr b\n', 'a.po:2: expected a keyword or a text in double quotes, not "msgstr b"'),
        ('"a"\n', "a.po:1: a text before the first msgid"),
        ("", "a.po: the file has no rows"),
    ):
        with pytest.raises(InputError) as caught:
            rows(tmp_path, "a.po", text)
        assert message in str(caught.value)


def test_lint_reads_a_translation_memory(tmp_path: Path, align: Align) -> None:
    (tmp_path / "a.tmx").write_text(
        tmx(unit(("zh", "利润为4.244亿元。"), ("en", "The profit，was 424.4 billion yuan."))), "utf-8"
    )
    result = align("lint", "a.tmx", "--output-format", "concise")
    assert result.returncode == 1
    assert "a.tmx:2:1: PUN" in result.stdout
