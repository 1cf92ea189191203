"""`align compare` as a command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from align.commands.compare import compare
from corpus import InputError

if TYPE_CHECKING:
    from pathlib import Path

app = typer.Typer(pretty_exceptions_enable=False)
app.command()(compare)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.en.txt").write_text("Fang Hong became head of sales in 2016.\n", encoding="utf-8")
    (tmp_path / "b.zh.txt").write_text("方红于2017年担任销售主管。\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, [str(folder / "a.en.txt"), str(folder / "b.zh.txt"), *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_file_has_a_row_a_match(folder: Path) -> None:
    run(folder, "-o", str(folder / "out.jsonl"))
    (row,) = (json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["conflict"] == [["year", "2016", "2017年"]]
    assert row["reference"]["text"] == "方红于2017年担任销售主管。"


def test_without_a_file_a_table_is_shown(folder: Path) -> None:
    assert "≠ year: 2016 / 2017年" in run(folder)


def test_a_glossary_tells_that_a_name_is_shared(folder: Path) -> None:
    (folder / "names.csv").write_text("source,target,kind\n方红,Fang Hong,person\n", encoding="utf-8")
    assert "= person: Fang Hong / 方红" in run(folder, "--glossary", str(folder / "names.csv"))


def test_two_texts_in_one_language_are_refused_and_nothing_is_written(folder: Path) -> None:
    out = folder / "out.jsonl"
    text = str(folder / "a.en.txt")
    result = CliRunner().invoke(app, [text, text, "-o", str(out)])
    assert isinstance(result.exception, InputError)
    assert not out.exists()
