"""Which files a run looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.session import Request, Session
from corpus.documents import SUFFIXES
from corpus.rows import ROW_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Align

LEFT_ZH, LEFT_EN = "他在2019年离开。\n", "He left in 2018.\n"


@pytest.mark.parametrize("suffix", sorted({".txt", ".HTML", *SUFFIXES, *ROW_SUFFIXES}))
def test_a_folder_gives_every_file_that_can_be_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / "inner" / f"news{suffix}"
    file.parent.mkdir()
    for path in (file, tmp_path / "photo.jpg", tmp_path / "glossary.csv"):
        path.touch()
    assert [pair.target for pair in Session(Request((tmp_path,))).files()] == [file]


def files(folder: Path, **texts: str) -> None:
    """Write texts to a folder; ``en__a.md`` is ``en/a.md``."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def codes(align: Align, *arguments: object, **options: Path) -> list[str]:
    """Return where the findings of a run are, and their codes."""
    done = align("lint", *arguments, "--output-format", "concise", **options)
    assert done.returncode in (0, 1), done.stderr
    lines = (line.split(":") for line in done.stdout.splitlines() if ": " in line)
    return [f"{path}:{rest.split()[0]}" for path, _, _, rest, *_ in lines]


def test_a_source_is_found_from_inside_the_folder_of_a_language(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"zh__a.md": LEFT_ZH, "en__a.md": LEFT_EN})
    assert codes(align, "en/a.md") == ["en/a.md:DAT001"]
    assert codes(align, "a.md", cwd=tmp_path / "en") == ["a.md:DAT001"]
    assert codes(align, ".", cwd=tmp_path / "en") == ["a.md:DAT001"]


def test_a_folder_with_the_name_of_a_text_is_no_text(tmp_path: Path, align: Align) -> None:
    (tmp_path / "dir.md").mkdir()
    (tmp_path / "m.tmx").mkdir()
    files(tmp_path, **{"a.zh.md": LEFT_ZH, "a.en.md": LEFT_EN})
    assert codes(align, ".") == ["a.en.md:DAT001"]


def test_a_table_of_figures_in_a_folder_is_no_bitext(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"prices.csv": "year,price\n2020,1\n", "note.csv": "note,source,target\n,2020,1\n"})
    files(tmp_path, **{"rows.tsv": f"{LEFT_ZH.strip()}\t{LEFT_EN}"})
    assert codes(align, ".") == ["note.csv:NUM001", "rows.tsv:DAT001"]


def test_a_text_that_another_names_as_its_source_is_no_translation(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"a.md": f"---\nsource: b.md\n---\n{LEFT_EN}", "b.md": "他,在2019年离开。\n"})
    assert codes(align, ".") == ["a.md:DAT001"]
    files(tmp_path, **{"d__x.txt": LEFT_ZH, "d__y.txt": LEFT_EN})
    assert codes(align, "d", "--source", "d/x.txt") == ["d/y.txt:DAT001"]


def test_what_a_fix_has_changed_is_not_compared_with_other_files(tmp_path: Path, align: Align) -> None:
    for name, english in (("a", "The hall opens at at nine."), ("b", "The hall opens at nine.")):
        files(tmp_path, **{f"{name}.zh.md": "展馆上午九点开门。\n", f"{name}.en.md": f"{english}\n"})
    found = codes(align, ".", "--extend-select", "CON")
    assert "b.en.md:CON003" in found
    assert codes(align, ".", "--extend-select", "CON", "--fix") == []


@pytest.mark.parametrize("given", ["", ","])
def test_an_empty_choice_of_rules_is_a_mistake(tmp_path: Path, align: Align, given: str) -> None:
    files(tmp_path, **{"a.en.md": LEFT_EN})
    done = align("lint", "a.en.md", "--select", given)
    assert (done.returncode, done.stderr) == (2, "align: --select names no rule; `align rules` lists them\n")
