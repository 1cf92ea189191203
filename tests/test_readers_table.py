"""Tables of bitext rows: which columns are the source and the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus import InputError
from corpus.rows import Row, is_bitext, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Align

ZH, EN = "他在2019年离开。", "He left in 2018."


def rows(folder: Path, text: str, suffix: str = ".csv") -> list[Row]:
    path = folder / f"rows{suffix}"
    path.write_text(text, encoding="utf-8")
    return list(read_rows(path))


@pytest.mark.parametrize(
    "header",
    [
        "source,target",
        "Source text,Target text",
        "SRC,tgt",
        "zh,en",
        "zh-CN,en-US",
        "zh_Hans,eng",
        "Chinese,English",
        "Chinese (Simplified),English (US)",
        "中文,英文",
        "原文,译文",
        "source,en",
        "title_zh,title_en",
    ],
)
def test_a_header_names_the_columns(tmp_path: Path, header: str) -> None:
    one, other = header.split(",")
    (row,) = rows(tmp_path, f"note,{one},key,{other},document\nx,{ZH},7,{EN},a.md\n")
    assert (row.source, row.target, row.id, row.doc, row.column, row.line) == (ZH, EN, "7", "a.md", 3, 2)
    (row,) = rows(tmp_path, f"{one};{other}\n{ZH};{EN}\n")
    assert (row.source, row.target, row.delimiter) == (ZH, EN, ";")


def test_of_two_languages_the_first_is_the_source(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, f"id\ten\tzh\n1\t{EN}\t{ZH}\n", ".tsv")
    assert (row.source, row.target, row.column) == (EN, ZH, 2)


@pytest.mark.parametrize(
    "line",
    [
        f"1,{ZH},{EN}",
        f"menu.leave,{ZH},{EN}",
        f"News,{ZH},{EN}",
        f"{ZH},{EN},A long remark for the translator that says more than the text itself.",
        f"{ZH},{EN},备注",
        f"1;{ZH};{EN};2024",
        f'1\t"{ZH}"\t{EN}',
    ],
)
def test_without_a_header_the_columns_are_told_by_their_script(tmp_path: Path, line: str) -> None:
    found = rows(tmp_path, f"{line}\n{line}\n")
    assert [(row.source, row.target, row.line) for row in found] == [(ZH, EN, 1), (ZH, EN, 2)]


@pytest.mark.parametrize("line", ["Source,来源", "English,英语", "Document,文档", "en-route,途中", "OK,OK"])
def test_a_row_of_both_languages_is_no_header(tmp_path: Path, line: str) -> None:
    (row,) = rows(tmp_path, f"{line}\n")
    assert f"{row.source},{row.target}" == line


def test_a_semicolon_in_quotes_divides_no_cells(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, '"他来;走;了","He came; left; went"\n')
    assert (row.source, row.target) == ("他来;走;了", "He came; left; went")


def test_what_stands_before_a_wrong_row_is_returned(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f'1,{ZH},{EN}\n2,"{ZH}"x,{EN}\n', encoding="utf-8")
    found = read_rows(path)
    assert next(found).target == EN
    with pytest.raises(InputError, match=r"rows\.csv:2: not CSV"):
        next(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,price\n1,2\n", False),
        ("id,name,city\n1,张三,Beijing\n", False),
        ("编号,姓名,年龄\n1,张三,20\n", False),
        (f"id,zh,en\n1,{ZH},{EN}\n", True),
        (f"1,{ZH},{EN}\n", True),
        ("source,note\na,b\n", True),
        (f"{ZH},{ZH}\n", True),
    ],
)
def test_a_table_in_a_folder_is_a_bitext_by_its_header_or_its_languages(
    tmp_path: Path, text: str, expected: bool
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(text, encoding="utf-8")
    assert is_bitext(path) is expected


@pytest.mark.parametrize(
    "text",
    [
        f"id,zh,en\n1,{ZH},{EN}\n",
        f"key,source text,target text\nk,{ZH},{EN}\n",
        f"Chinese;English\n{ZH};{EN}\n",
        f"source;target\n{ZH};{EN}\n",
        f"1,{ZH},{EN}\n",
    ],
)
def test_the_command_finds_and_mends_in_the_right_column(tmp_path: Path, align: Align, text: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(text.replace(EN, "He left in in 2018."), encoding="utf-8")
    done = align("lint", "rows.csv", "--fix", "--output-format", "concise")
    line = text.count("\n")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"rows.csv:{line}:" in done.stdout
    assert "DAT001" in done.stdout
    assert path.read_text(encoding="utf-8") == text
