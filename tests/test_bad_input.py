"""Bad input gives one clear line and status 2; other files are still done."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

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
    "no rows": (lint_file("a.jsonl", b"\n\n"), "a.jsonl: the file has no rows"),
    "one column": (lint_file("a.tsv", b"only one\n"), "a.tsv:1: 1 column"),
    "a header without target": (lint_file("a.tsv", b"source\tenglish\nx\ty\n"), "'target'"),
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
    # settings and options
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


def test_an_unknown_encoder_is_told_before_any_file_is_read(tmp_path: Path, align: Align) -> None:
    text = tmp_path / "a.en.txt"
    text.write_text("He left.\n")
    done = align("lint", str(text), "--encoder", "bogus")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "unknown encoder 'bogus'" in done.stderr
