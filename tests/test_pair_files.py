"""`align pair`, `align eval` and `align score` from end to end, on files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Align

EXAMPLES = Path(__file__).parents[1] / "examples"
ZH = "小米在2021年宣布造车。\n雷军出席了发布会。\n第一款车将于2024年量产。\n"
EN = """\
Xiaomi announced in 2021 that it would build cars.
Lei Jun attended the launch.
The first car will be mass-produced in 2024.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "a.zh").write_text(ZH, encoding="utf-8")
    (tmp_path / "a.en").write_text(EN, encoding="utf-8")
    return tmp_path


def test_presegmented_texts_give_beads_on_standard_output(texts: Path, align: Align) -> None:
    done = align("pair", "a.zh", "a.en", "--presegmented", "--encoder", "none")
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == [[[n], [n]] for n in range(3)]
    assert "3 beads" in done.stderr


def test_the_other_direction_gives_the_other_beads(texts: Path, align: Align) -> None:
    done = align("pair", "a.en", "a.zh", "--presegmented", "--encoder", "none", "--format", "jsonl")
    first = json.loads(done.stdout.splitlines()[0])
    assert first["source"].startswith("Xiaomi")
    assert first["target"].startswith("小米")


def test_a_folder_is_aligned_file_by_file_and_judged(texts: Path, align: Align) -> None:
    (texts / "a.gold").write_text("[[0],[0]]\n[[1],[1]]\n[[2],[2]]\n", encoding="utf-8")
    (texts / "b.zh").write_text("只有中文。\n", encoding="utf-8")
    aligned = align("pair", ".", ".", "--presegmented", "--encoder", "none", "-o", "out/")
    assert aligned.returncode == 0
    assert "1 file (b.zh) without a partner" in aligned.stderr
    assert [path.name for path in (texts / "out").iterdir()] == ["a.beads"]
    done = align("eval", ".", "out", "--output-format", "jsonl")
    assert json.loads(done.stdout)["strict"] == {"precision": 1.0, "recall": 1.0}


def test_an_output_with_a_slash_is_a_folder_that_is_made(texts: Path, align: Align) -> None:
    done = align("pair", "a.zh", "a.en", "--presegmented", "--encoder", "none", "-o", "new/")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (texts / "new").iterdir()] == ["a.beads"]


def test_of_files_with_one_name_those_with_the_same_suffix_are_aligned(tmp_path: Path, align: Align) -> None:
    for folder, text in (("zh", ZH), ("en", EN)):
        (tmp_path / folder).mkdir()
        for name in ("a.md", "a.txt"):
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
        for name in ("a.jpg", ".DS_Store"):
            (tmp_path / folder / name).write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (tmp_path / "en" / "a.html").write_text(EN, encoding="utf-8")
    done = align("pair", "zh", "en", "--encoder", "none", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert "3 files (en/a.html, en/a.txt, zh/a.txt) passed over for another of its name" in done.stderr
    assert len((tmp_path / "out" / "a.tsv").read_text(encoding="utf-8").splitlines()) == 4


def test_articles_are_aligned_with_their_titles(tmp_path: Path, align: Align) -> None:
    pair = [EXAMPLES / "article.zh.md", EXAMPLES / "article-good.en.md"]
    done = align("pair", *pair, "-o", "article.jsonl", "--encoder", "none")
    assert done.returncode == 0, done.stderr
    rows = [
        json.loads(line) for line in (tmp_path / "article.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert rows[0]["source"].endswith("重回五菱")
    assert rows[0]["target"].startswith("Xiaomi's Car Marketing Head")
    assert any("水土不服" in row["source"] and "hard to adapt" in row["target"] for row in rows)


@pytest.mark.parametrize("given", [True, False])
def test_a_glossary_given_or_beside_the_text_mends_a_pairing(
    tmp_path: Path, align: Align, given: bool
) -> None:
    names = {"青羽": "Merlin", "石渡": "Walnut", "暖泉": "Velvet"}
    (tmp_path / "a.zh").write_text("".join(f"{name}今天到货。\n" for name in names), encoding="utf-8")
    for lost, beads in ((0, [[[0], []], [[1], [0]], [[2], [1]]]), (1, [[[0], [0]], [[1], []], [[2], [1]]])):
        kept = [name for number, name in enumerate(names.values()) if number != lost]
        english = "".join(f"{name} arrives today.\n" for name in kept)
        (tmp_path / f"{lost}.en").write_text(english, encoding="utf-8")
        (tmp_path / f"{lost}.gold").write_text("".join(f"{bead}\n" for bead in beads), encoding="utf-8")

    def right(*more: str) -> list[bool]:
        words = ["pair", "a.zh", "{}.en", "--presegmented", "--encoder", "none", *more]
        found = (align(*(word.format(lost) for word in words)).stdout for lost in range(2))
        return [text == (tmp_path / f"{lost}.gold").read_text() for lost, text in enumerate(found)]

    assert not all(right())
    rows = "".join(f"{zh},{en}\n" for zh, en in names.items())
    name = "names.csv" if given else "glossary.csv"
    (tmp_path / name).write_text(f"zh,en\n{rows}", encoding="utf-8")
    assert all(right(*(["--glossary", name] if given else [])))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["a.zh", "nowhere.en"], "nowhere.en"),
        (["a.zh", "."], "a folder and a file"),
        ([".", "."], "folder to write to"),
        (["a.zh", "a.zh"], "both texts are Chinese"),
        (["a.zh", "a.en", "-o", "x.docx"], ".docx"),
        (["a.zh", "a.en", "--format", "word"], "word"),
        (["a.zh", "a.en", "-o", "a.zh/x.tmx"], "a.zh: a file, expected a folder"),
        ([".", ".", "-o", "a.zh"], "a.zh: a file, expected a folder"),
        (["a.zh", "a.en", "--glossary", "no.csv"], "no.csv"),
        (["a.zh", "a.en", "--encoder", "magic"], "magic"),
        (["a.zh", "empty.en"], "empty.en: the file is empty"),
    ],
)
def test_what_cannot_be_aligned_is_one_line(
    texts: Path, align: Align, words: list[str], expected: str
) -> None:
    (texts / "empty.en").write_text("", encoding="utf-8")
    done = align("pair", *words, "--presegmented")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert expected in done.stderr


def test_a_broken_bead_file_is_one_line(texts: Path, align: Align) -> None:
    (texts / "a.gold").write_text("[[0],[0]]\n[[1] what\n", encoding="utf-8")
    done = align("eval", "a.gold", "a.gold")
    assert done.returncode == 2
    assert done.stderr.startswith("align: a.gold:2: expected")


def test_a_translation_is_scored_with_the_signature(texts: Path, align: Align) -> None:
    done = align("score", "a.en", "--reference", "a.en", "--output-format", "jsonl")
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["metric"], round(first["value"])) == ("BLEU", 100)
    assert "version:" in first["signature"]
    assert "tok:zh" in align("score", "a.zh", "--reference", "a.zh").stdout


def test_an_output_whose_suffix_tells_no_format_is_refused_with_the_way_out(
    texts: Path, align: Align
) -> None:
    done = align("pair", "a.zh", "a.en", "--encoder", "none", "-o", "-")
    assert done.returncode == 2
    assert "align: -: the suffix tells no format; use --format with one of beads, csv, " in done.stderr
