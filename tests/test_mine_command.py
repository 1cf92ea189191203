"""The command that mines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.cli import app
from corpus import ConfigError, InputError
from glossary.formats import read_glossary

EXAMPLES = Path(__file__).parents[1] / "examples"
ROWS = [
    ("林一苇到了上海。", "Lin Yiwei arrived."),
    ("记者问了林一苇。", "Reporters asked Lin Yiwei."),
]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def mined(*arguments):
    done = CliRunner().invoke(app, ["glossary", "mine", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0
    return {row["source"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


def rows(path, pairs):
    lines = (json.dumps({"source": source, "target": target}) for source, target in pairs)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_rows_give_drafts_that_can_be_read_as_a_glossary(tmp_path):
    out = tmp_path / "drafts.csv"
    mined(rows(tmp_path / "a.jsonl", ROWS), "-o", out)
    (entry,) = [entry for entry in read_glossary(out) if entry.preferred("zh") == "林一苇"]
    assert entry.preferred("en") == "Lin Yiwei"


def test_rows_may_be_translated_from_english(tmp_path):
    turned = [(target, source) for source, target in ROWS]
    assert mined(rows(tmp_path / "a.jsonl", turned)) == mined(rows(tmp_path / "b.jsonl", ROWS))


def test_the_example_gives_its_names_and_titles():
    found = mined(EXAMPLES / "article.zh.md", EXAMPLES / "article.en.md")
    wanted = {
        "周钘": "Zhou Xin",
        "小米": "Xiaomi",
        "上汽通用五菱": "SAIC-GM-Wuling",
        "营销中心总监": "Director of the Marketing Center",
        "副总经理": "Deputy General Manager",
    }
    assert {zh: found[zh]["target"] for zh in wanted} == wanted
    assert found["周钘"]["deprecated"] == "Zhou Jin"
    assert found["上汽通用五菱"]["variants"] == "SAIC-GM Wuling"


def test_articles_that_are_no_translations_give_the_names_they_share(tmp_path):
    english, *chinese = (tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    english.write_text("Zhou Xin left Wuling on Friday.\n\nIt rained while Zhou Xin was away.\n", "utf-8")
    chinese[0].write_text("据悉，五菱副总经理周钘离职。\n\n他的去向不明。\n", "utf-8")
    chinese[1].write_text("五菱回应：祝福周钘先生。\n", "utf-8")
    found = mined(english, "--source", chinese[0], "--source", chinese[1])
    assert found["周钘"]["target"] == "Zhou Xin"
    assert found["五菱"]["target"] == "Wuling"


def test_what_the_glossary_has_can_be_left_out(tmp_path):
    glossary = tmp_path / "g.csv"
    glossary.write_text("source,target\n林一苇,Lin Yiwei\n", "utf-8")
    file = rows(tmp_path / "a.jsonl", ROWS)
    assert "known from g.csv:2" in mined(file, "--glossary", "g.csv")["林一苇"]["note"]
    assert "林一苇" not in mined(file, "--glossary", "g.csv", "--new")


def test_files_in_one_language_are_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Only English here.\n", "utf-8")
    with pytest.raises(InputError, match="English only"):
        mined("a.txt")


def test_a_folder_and_a_file_are_refused(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "a.txt").write_text("Only English here.\n", "utf-8")
    with pytest.raises(ConfigError, match="one folder, two folders, or files"):
        mined("texts", "a.txt")
    with pytest.raises(InputError, match="no file belongs"):
        mined("texts")


def test_reviewing_needs_a_terminal(tmp_path):
    file = rows(tmp_path / "a.jsonl", ROWS)
    assert CliRunner().invoke(app, ["glossary", "mine", str(file), "--review"]).exit_code == 2
