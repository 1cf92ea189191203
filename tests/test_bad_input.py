"""Bad input gives one clear line and status 2; other files are still done."""

from __future__ import annotations

import json
import os
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Align

ENGLISH = "A first sentence stands here.The second has no blank before it.\n"
ROW = {"source": "他来了。", "target": "He came."}


def lint_file(name: str, content: bytes) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / name).write_bytes(content)
        return ["lint", name]

    return write


def lint_with(option: str, name: str, content: bytes) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / name).write_bytes(content)
        (folder / "article.txt").write_text(ENGLISH, encoding="utf-8")
        return ["lint", "article.txt", option, name]

    return write


def configured(content: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "align.toml").write_text(content, encoding="utf-8")
        (folder / "article.txt").write_text(ENGLISH, encoding="utf-8")
        return ["lint", "article.txt"]

    return write


def arguments(*words: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "article.txt").write_text(ENGLISH, encoding="utf-8")
        (folder / "folder").mkdir()
        return list(words)

    return write


def glossary(text: str) -> Callable[[Path], list[str]]:
    return lint_with("--glossary", "names.csv", text.encode())


def memory(lang: str, text: str, other: str, translation: str) -> bytes:
    variants = "".join(
        f'<tuv xml:lang="{code}"><seg>{said}</seg></tuv>'
        for code, said in ((lang, text), (other, translation))
    )
    return f'<tmx version="1.4"><header/><body><tu>{variants}</tu></body></tmx>'.encode()


def workbook_without(part: str) -> bytes:
    """Return a workbook in which something is not what openpyxl expects."""
    book = Workbook()
    book.create_chartsheet("chart")
    if part == "xl/worksheets":
        del book[book.sheetnames[0]]
    whole, broken = BytesIO(), BytesIO()
    book.save(whole)
    with ZipFile(whole) as read, ZipFile(broken, "w") as written:
        for name in read.namelist():
            written.writestr(name, b"<broken" if name == part else read.read(name))
    return broken.getvalue()


def beads(text: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "gold").write_text(text, encoding="utf-8")
        return ["eval", "gold", "gold"]

    return write


def translated(*words: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "a.txt").write_text("他昨天来了。\n", encoding="utf-8")
        (folder / "b.tsv").write_text("He came yesterday.\n", encoding="utf-8")
        (folder / "names.csv").write_text("source,target,kind\n周钘,Zhou Xin,person\n", encoding="utf-8")
        return list(words)

    return write


HEAD = "source,target,kind,status\n"
CASES: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    # files
    "missing file": (arguments("lint", "nowhere.txt"), "nowhere.txt"),
    "missing folder": (arguments("lint", "nowhere/"), "nowhere"),
    "missing source": (arguments("lint", "article.txt", "--source", "nowhere.txt"), "nowhere.txt"),
    "missing reference": (arguments("lint", "article.txt", "--reference", "nowhere.txt"), "nowhere.txt"),
    "missing glossary": (arguments("lint", "article.txt", "--glossary", "nowhere.csv"), "nowhere.csv"),
    "missing baseline": (arguments("lint", "article.txt", "--baseline", "nowhere.json"), "nowhere.json"),
    "missing configuration": (arguments("lint", "article.txt", "--config", "nowhere.toml"), "nowhere.toml"),
    "a folder as source": (arguments("lint", "article.txt", "--source", "folder"), "folder"),
    "a folder as glossary": (arguments("lint", "article.txt", "--glossary", "folder"), "folder"),
    "empty file": (lint_file("a.txt", b""), "a.txt: the file is empty"),
    "only blanks": (lint_file("a.md", b" \n\t\n\n"), "a.md: the file is empty"),
    "only a byte order mark": (lint_file("a.txt", b"\xef\xbb\xbf"), "a.txt: the file is empty"),
    "a picture": (lint_file("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4), "a.txt"),
    "a PDF": (lint_file("a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(40)), "a.txt"),
    "a zip": (lint_file("a.md", b"PK\x03\x04" + bytes(60)), "a.md"),
    "NUL bytes": (lint_file("a.txt", b"Some text\0with\0nuls in it, and more text."), "a.txt"),
    "broken UTF-8": (lint_file("a.txt", "周钘说，他来了。\n".encode() * 3 + b"\xe5\x91 end\n"), "a.txt"),
    "UTF-16 cut short": (lint_file("a.txt", "\ufeff他来了。".encode("utf-16-le")[:-1]), "a.txt"),
    "random bytes": (lint_file("a.txt", bytes((7 * n * n + 3 * n) % 256 for n in range(3000))), "a.txt"),
    "broken front matter": (
        lint_file("a.md", b"---\ntitle: 'never closed\ndate: [1, 2\n---\n\nText.\n"),
        "a.md",
    ),
    "front matter of a tab": (lint_file("a.md", b"---\ntitle:\n\t- a\n---\n\nText.\n"), "a.md:"),
    "front matter with a wrong tag": (
        lint_file("a.md", b"---\ntitle: x\nday: !!timestamp x\n---\n\nText.\n"),
        "a.md:2:1: the front matter",
    ),
    "front matter with a wrong truth": (
        lint_file("a.md", b"---\ntitle: x\ndraft: !!bool x\n---\n\nText.\n"),
        "a.md:2:1: the front matter",
    ),
    # bitext rows
    "rows that are not JSON": (
        lint_file("a.jsonl", b'{"source": "x", "target": "y"}\n{"source": \n'),
        "a.jsonl:2",
    ),
    "a row that is a list": (lint_file("a.jsonl", b"[1, 2]\n"), "a.jsonl:1: expected an object"),
    "a row without target": (lint_file("a.jsonl", b'{"source": "x"}\n'), "a.jsonl:1: 'target' is missing"),
    "a target that is a number": (
        lint_file("a.jsonl", b'{"source": "x", "target": 3}\n'),
        "'target' is not text",
    ),
    "rows in Latin-1": (
        lint_file("a.jsonl", b'{"source": "x", "target": "caf\xe9"}\n'),
        "a.jsonl:1: not UTF-8",
    ),
    "rows in UTF-16": (lint_file("a.jsonl", json.dumps(ROW).encode("utf-16")), "a.jsonl:1"),
    "rows nested without end": (lint_file("a.jsonl", b"[" * 100_000 + b"\n"), "a.jsonl:1"),
    "a number of 5,000 digits": (
        lint_file("a.jsonl", b'{"source": "x", "target": "y", "id": ' + b"9" * 5000 + b"}\n"),
        "a.jsonl:1: not JSON: a number has too many digits",
    ),
    "a memory of other languages": (
        lint_file("a.tmx", memory("fr", "Il est venu.", "de", "Er kam.")),
        "a.tmx: no unit has a Chinese and an English text",
    ),
    "an entity that nobody declares": (
        lint_file("a.tmx", memory("zh", "他来了。", "en", "He&nbsp;came.")),
        "a.tmx:1:111: not well-formed XML: Entity 'nbsp' not defined",
    ),
    "an empty memory": (lint_file("a.tmx", b""), "a.tmx: the file is empty"),
    "no rows": (lint_file("a.jsonl", b"\n\n"), "a.jsonl: no row has a source and a target"),
    "one column": (lint_file("a.tsv", b"only one\n"), "a.tsv:1: 1 column"),
    "a header without target": (lint_file("a.tsv", b"source\tnotes\nx\ty\n"), 'column "target"'),
    "a header with two targets": (
        lint_file("a.csv", "原文,译文,Target text\n他,He,They\n".encode()),
        'a.csv:1: the header has two columns "target": "译文" and "Target text"',
    ),
    "columns that nobody can tell": (
        lint_file("a.csv", b"1,He left.,She came.\n2,She came.,He left.\n"),
        "a.csv:1: the columns cannot be told; name them in a header: source and target, or zh and en",
    ),
    "broken quotes": (lint_file("a.csv", b'source,target\n"x,y\n'), "a.csv:2: not CSV"),
    # glossaries
    "empty glossary": (glossary(""), "names.csv"),
    "unknown kind": (glossary(HEAD + "周钘,Zhou Xin,persom,\n"), "names.csv:2:3"),
    "unknown status": (glossary(HEAD + "周钘,Zhou Xin,person,aproved\n"), "names.csv:2:4"),
    "an unquoted comma": (glossary("source,target\n上汽,SAIC Motor Co., Ltd.\n"), "names.csv:2"),
    "a form both right and wrong": (
        glossary("source,target,deprecated\n周钘,Zhou Xin,Zhou Xin\n"),
        "names.csv:2",
    ),
    "glossary of an unknown format": (lint_with("--glossary", "names.docx", b"x"), ".docx"),
    "a binary glossary": (lint_with("--glossary", "names.csv", b"\0\1\2\3" * 50), "names.csv"),
    "a JSON glossary with a long number": (
        lint_with("--glossary", "names.json", b'[{"a":' + b"9" * 5000 + b"}]"),
        "names.json: not JSON",
    ),
    "a workbook of a chart only": (
        lint_with("--glossary", "names.xlsx", workbook_without("xl/worksheets")),
        "names.xlsx",
    ),
    "a workbook with broken styles": (
        lint_with("--glossary", "names.xlsx", workbook_without("xl/styles.xml")),
        "names.xlsx",
    ),
    # settings and options
    "TOML nested without end": (
        configured("select = " + "[" * 5000),
        "align.toml: not TOML: nested too deeply",
    ),
    "TOML with a long number": (configured("select = " + "9" * 5000), "align.toml: not TOML"),
    "beads of half segments": (beads("[[0.5], [0]]\n"), "gold:1: expected"),
    "beads before the first": (beads("[[-1], [0]]\n"), "gold:1: expected"),
    "beads of three sides": (beads("[[0], [0], [0]]\n"), "gold:1: expected"),
    "a report over the text": (arguments("lint", "article.txt", "-o", "article.txt"), "article.txt"),
    "a baseline over the text": (
        arguments("lint", "article.txt", "--write-baseline", "article.txt"),
        "article.txt",
    ),
    "a report over a folder": (arguments("lint", "article.txt", "-o", "folder"), "folder: a folder"),
    "a report in no folder": (arguments("lint", "article.txt", "-o", "no/a.txt"), "no/a.txt: No such file"),
    "an alignment over a text": (translated("pair", "a.txt", "b.tsv", "-o", "b.tsv"), "b.tsv"),
    "a comparison over a text": (
        translated("compare", "b.tsv", "a.txt", "-o", "a.txt", "--format", "text"),
        "read here",
    ),
    "proposals over a text": (translated("glossary", "mine", "a.txt", "b.tsv", "-o", "b.tsv"), "b.tsv"),
    "a glossary over itself": (
        translated("glossary", "export", "names.csv", "-o", "names.csv", "--format", "deepl"),
        "names.csv",
    ),
    "broken TOML": (configured("select = [\n"), "align.toml"),
    "unknown key": (configured('selct = ["NAM"]\n'), "'select'"),
    "unknown code in the settings": (configured('select = ["NAN001"]\n'), "NAN001"),
    "a number for a list": (configured("ignore = 3\n"), "ignore"),
    "unknown code": (arguments("lint", "article.txt", "--select", "PNU001"), "PNU001"),
    "unknown format": (arguments("lint", "article.txt", "--output-format", "xml"), "xml"),
    "unknown rule to explain": (arguments("explain", "NAM999"), "NAM999"),
    "a baseline that is none": (lint_with("--baseline", "known.json", b"[]"), "known.json"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_clear_line_and_status_2(case: str, tmp_path: Path, align: Align) -> None:
    prepare, expected = CASES[case]
    done = align(*prepare(tmp_path))
    assert done.returncode == 2, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("align: ")
    assert expected in lines[0]


FILE_CASES = [case for case, (_, expected) in CASES.items() if expected.startswith("a.")]


@pytest.mark.parametrize("case", FILE_CASES)
def test_the_other_files_are_still_done(case: str, tmp_path: Path, align: Align) -> None:
    words = CASES[case][0](tmp_path)
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    done = align(*words, "good.txt", "--output-format", "concise")
    assert done.returncode == 2
    assert "good.txt:1:" in done.stdout


@pytest.mark.parametrize("case", [case for case in CASES if " over " in case])
def test_what_is_read_is_never_written_over(case: str, tmp_path: Path, align: Align) -> None:
    words = CASES[case][0](tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    align(*words)
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_name_that_is_no_utf_8_can_be_told(tmp_path: Path, align: Align) -> None:
    name = os.fsdecode(b"names\xff.csv")
    try:
        (tmp_path / name).write_text('source,target\n"周钘,Zhou Xin\n', encoding="utf-8")
    except OSError:
        pytest.skip("the file system has names in UTF-8 only")
    done = align("glossary", "check", name)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "names" in done.stderr
    (tmp_path / name).write_text("source,target\n周钘,Zhou Xin\n", encoding="utf-8")
    (tmp_path / "a.zh.txt").write_text("周钘昨天来了。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("Zhou Xin came yesterday.\n", encoding="utf-8")
    assert align("lint", "a.en.txt", "--glossary", name).returncode == 0


def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path, align: Align) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    file.chmod(0)
    if os.access(
        file, os.R_OK
    ):  # the superuser reads everything: a folder with the name of a file does as well
        file.chmod(0o644)
        file.unlink()
        (tmp_path / "a.txt").symlink_to("a.txt")
    done = align("lint", "a.txt")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_line_of_two_megabytes_is_read(tmp_path: Path, align: Align) -> None:
    (tmp_path / "long.txt").write_text(
        "".join(f"Cat {n} sat here. " for n in range(110_000)), encoding="utf-8"
    )
    assert align("lint", "long.txt").returncode == 0


def test_a_file_that_cannot_be_fixed_is_left_as_it_was(tmp_path: Path, align: Align) -> None:
    bad = b"A sentence.Another one.\n\xff\xfe\x00\n"
    (tmp_path / "bad.txt").write_bytes(bad)
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    assert align("lint", "--fix", "bad.txt", "good.txt").returncode == 2
    assert (tmp_path / "bad.txt").read_bytes() == bad
    assert "here. The" in (tmp_path / "good.txt").read_text(encoding="utf-8")
    assert {file.name for file in tmp_path.iterdir()} == {"bad.txt", "good.txt"}


def test_half_a_surrogate_pair_is_read_as_a_lost_character(tmp_path: Path, align: Align) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"source": "\\ud800他不在。", "target": "He is \\udc00 not there."}\n')
    done = align("lint", str(rows), "--output-format", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert "RES008" in done.stdout


BAD_ROWS = {
    "a.jsonl": ('{"source": "他在2019年离开。", "target": "He left in 2018."}\n', '{"source": "他走了。"}\n'),
    "a.tsv": ("他在2019年离开。\tHe left in 2018.\n", "他走了。\n"),
    "a.csv": ("他在2019年离开。,He left in 2018.\n", '他走了。,"He\n'),
    "a.po": ('msgid "他在2019年离开。"\nmsgstr "He left in 2018."\n\n', 'msgid "他走了。"\nHe left.\n'),
}


@pytest.mark.parametrize("name", BAD_ROWS)
@pytest.mark.parametrize("option", [(), ("--fix",)])
def test_what_is_found_before_a_bad_row_is_reported(
    tmp_path: Path, align: Align, name: str, option: tuple[str, ...]
) -> None:
    (tmp_path / name).write_text("".join(BAD_ROWS[name]), encoding="utf-8")
    (tmp_path / "b.tsv").write_text("他在2019年离开。\tHe left in 2018.\n", encoding="utf-8")
    done = align("lint", name, "b.tsv", "--output-format", "concise", *option)
    assert done.returncode == 2
    assert done.stdout.count("DAT001") == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"align: {name}:")


def test_a_row_whose_target_is_null_is_not_translated_yet(tmp_path: Path, align: Align) -> None:
    rows = [
        {"source": "他走了。", "target": None},
        {"source": "他在2019年离开。", "target": "He left in 2018."},
    ]
    text = "".join(json.dumps(row) + "\n" for row in (*rows, rows[0]))
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    done = align("lint", "a.jsonl", "--output-format", "concise")
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (1, "", 1)
    assert "a.jsonl:2:" in done.stdout


def test_an_unknown_encoder_is_told_before_any_file_is_read(tmp_path: Path, align: Align) -> None:
    text = tmp_path / "a.en.txt"
    text.write_text("He left.\n")
    done = align("lint", str(text), "--encoder", "bogus")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "unknown encoder 'bogus'" in done.stderr
