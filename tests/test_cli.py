"""The commands from end to end, by the installed `align`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import COMMAND

from align import cli

if TYPE_CHECKING:
    from conftest import Align

EXAMPLES = Path(__file__).parents[1] / "examples"
FLAWED = "Zhou Xin left.Then Zhou Xin came back. Zhou Xin stayed. Zhou Jin was seen again.\n"


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))


def findings(stdout: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_the_example_is_found_wrong_where_it_is(examples: Path, align: Align) -> None:
    done = align("lint", examples / "article.en.md", "--output-format", "jsonl")
    assert done.returncode == 1
    found = {(item["line"], item["target_text"]): item for item in findings(done.stdout)}
    assert found[2, "Zhou Jin"]["suggestion"] == "Zhou Xin"
    assert found[8, "Zhou Jin"]["severity"] == "error"
    texts = {str(text) for _, text in found}
    for wrong in ("SAIC-GM Wuling", "phenomenon-level", "incompatible soil and water", "the the", "。"):
        assert any(wrong in text for text in texts), wrong
    assert not texts & {"Zhou Xin", "Xiaomi", "MINIEV", "Lei Jun"}


def test_the_good_translation_of_the_example_is_clean(examples: Path, align: Align) -> None:
    done = align("lint", examples / "article-good.en.md")
    assert done.returncode == 0, done.stdout
    assert done.stdout == "The file is clean.\n"


def test_a_finding_has_the_keys_of_the_contract(tmp_path: Path, align: Align) -> None:
    (tmp_path / "a.txt").write_text(FLAWED, encoding="utf-8")
    done = align("lint", "a.txt", "--output-format", "jsonl")
    keys = (
        "code name severity message path line column segment_id source_span target_span"
        " source_text target_text suggestion fix"
    )
    found = findings(done.stdout)
    assert [list(item) for item in found] == [keys.split()] * len(found)
    assert {item["code"] for item in found} == {"NAM002", "PUN001"}


def test_spans_count_code_points_of_the_file(tmp_path: Path, align: Align) -> None:
    text = "\ufeff<p>A &amp; B 𠮷</p>\r\n<p>It <b>works</b>.Then not.</p>\r\n"
    (tmp_path / "a.html").write_bytes(text.encode())
    (item,) = findings(align("lint", "a.html", "--output-format", "jsonl", "--select", "PUN001").stdout)
    start, end = item["target_span"]
    assert text[start:end].startswith("works")
    assert item["line"] == 2


def test_fixing_again_gives_nothing_new(tmp_path: Path, align: Align) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FLAWED, encoding="utf-8")
    align("lint", "a.txt", "--fix")
    once = file.read_text(encoding="utf-8")
    assert "left. Then" in once
    align("lint", "a.txt", "--fix")
    assert file.read_text(encoding="utf-8") == once


def test_a_diff_changes_nothing(tmp_path: Path, align: Align) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FLAWED, encoding="utf-8")
    done = align("lint", "a.txt", "--diff")
    assert "+Zhou Xin left. Then" in done.stdout
    assert file.read_text(encoding="utf-8") == FLAWED


def test_rows_are_fixed_in_place_and_nothing_else_changes(tmp_path: Path, align: Align) -> None:
    head = '{"id": 7,  "source": "他走了。她来了。", '
    line = head + '"target": "He left.She came \\u2014 late.", "kept": [1, 2]}\r\n'
    (tmp_path / "a.jsonl").write_bytes(line.encode())
    align("lint", "a.jsonl", "--fix")
    assert (tmp_path / "a.jsonl").read_bytes() == line.replace("left.She", "left. She").encode()


def test_a_name_is_found_from_the_article_itself(tmp_path: Path, align: Align) -> None:
    (tmp_path / "a.txt").write_text(FLAWED, encoding="utf-8")
    found = findings(align("lint", "a.txt", "--select", "NAM", "--output-format", "jsonl").stdout)
    assert [(item["target_text"], item["suggestion"]) for item in found] == [("Zhou Jin", "Zhou Xin")]


def test_what_is_suppressed_with_a_reason_is_not_reported(tmp_path: Path, align: Align) -> None:
    text = "<!-- align: ignore PUN001 -- as printed -->\n\nThe first.The second.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert align("lint", "a.md").returncode == 0


def test_a_baseline_hides_what_is_known_and_nothing_else(tmp_path: Path, align: Align) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The first.The second.\n", encoding="utf-8")
    assert align("lint", "a.txt", "--write-baseline", "known.json").returncode == 0
    assert align("lint", "a.txt", "--baseline", "known.json").returncode == 0
    file.write_text("A new line.\nThe first.The second.\nThe third.The fourth.\n", encoding="utf-8")
    done = align("lint", "a.txt", "--baseline", "known.json", "--output-format", "concise")
    assert [line.split(":")[1] for line in done.stdout.splitlines()] == ["3"]


def test_settings_choose_rules_and_files(tmp_path: Path, align: Align) -> None:
    (tmp_path / "align.toml").write_text('ignore = ["PUN001"]\nexclude = ["old/"]\n', encoding="utf-8")
    (tmp_path / "old").mkdir()
    for name in ("a.txt", "old/b.txt"):
        (tmp_path / name).write_text("The first of of the second.\n", encoding="utf-8")
    done = align("lint", "--output-format", "concise")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt"]


def test_a_source_lints_its_translation(tmp_path: Path, align: Align) -> None:
    (tmp_path / "news.zh.txt").write_text("他走了。她来了。\n", encoding="utf-8")
    (tmp_path / "news.en.txt").write_text("He left.She came.\n", encoding="utf-8")
    done = align("lint", "news.zh.txt", "--output-format", "concise")
    assert done.stdout.startswith("news.en.txt:1:")


def test_help_of_every_command_has_an_example(align: Align) -> None:
    for command in ("lint", "rules", "explain", "name", "glossary check", "glossary lookup"):
        done = align(*command.split(), "--help")
        assert done.returncode == 0
        assert f"align {command}" in done.stdout.split("Options:")[0].split("\n", 1)[1]


def test_a_rule_is_explained_by_code_and_by_name(align: Align) -> None:
    by_code, by_name = align("explain", "nam001").stdout, align("explain", "misspelled-glossary-name").stdout
    assert by_code == by_name
    assert "Zhou Xin" in by_code


def test_a_name_is_answered_with_readings_and_spellings(examples: Path, align: Align) -> None:
    done = align("name", "周钘", cwd=examples)
    assert "Zhou Xin" in done.stdout.splitlines()[1]
    assert "Zhou Xing" in done.stdout
    assert align("name", "hello").returncode == 1


def test_several_terms_are_looked_up_in_either_language(examples: Path, align: Align) -> None:
    done = align("glossary", "lookup", "周钘", "saic gm wuling", "--output-format", "jsonl", cwd=examples)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["entries"][0]["en"] == ["Zhou Xin"]
    assert second["entries"][0]["zh"] == ["上汽通用五菱"]


def test_a_glossary_that_contradicts_itself_is_reported(tmp_path: Path, align: Align) -> None:
    rows = "source,target\n周钘,Zhou Xin\n周钘,Zhou Jin\n"
    (tmp_path / "glossary.csv").write_text(rows, encoding="utf-8")
    done = align("glossary", "check")
    assert done.returncode == 1
    assert "glossary.csv:3" in done.stdout


def test_a_source_or_reference_in_the_language_of_the_translation_is_refused(
    examples: Path, align: Align
) -> None:
    article, other = examples / "article.en.md", examples / "article-good.en.md"
    done = align("lint", article, "--source", other)
    assert done.returncode == 2
    assert "article.en.md: English like its source" in done.stderr
    done = align("lint", article, "--reference", other)
    assert done.returncode == 2
    assert "expected a reference in the other language" in done.stderr
    done = align("lint", examples, "--reference", other, "--exit-zero")  # of a folder some may be
    assert (done.returncode, done.stderr) == (0, "")


def test_the_diff_and_the_statistics_go_to_the_output_file(examples: Path, align: Align) -> None:
    for option, shown in (
        ("--diff", "+++ examples/article.en.md"),
        ("--statistics", "misspelled-glossary-name"),
    ):
        done = align("lint", examples, option, "-o", "out.txt")
        assert (done.returncode, done.stdout) == (1, "")
        assert shown in (examples.parent / "out.txt").read_text("utf-8")


def test_unsafe_fixes_alone_are_refused(examples: Path, align: Align) -> None:
    done = align("lint", examples, "--unsafe-fixes")
    assert (done.returncode, done.stderr) == (
        2,
        "align: --unsafe-fixes changes nothing without --fix or --diff\n",
    )


def test_a_report_that_cannot_be_written_names_the_file_asked_for(examples: Path, align: Align) -> None:
    for option in ("-o", "--write-baseline"):
        done = align("lint", examples, option, "none/x.json")
        assert (done.returncode, done.stderr) == (2, "align: none/x.json: No such file or directory\n")


def test_a_family_or_an_unknown_rule_is_answered_with_what_to_ask_for(align: Align) -> None:
    assert "'DAT' is a family; name one of its rules: DAT001, " in align("explain", "DAT").stderr
    assert "did you mean 'NAM001'?" in align("explain", "NAM01").stderr
    assert "`align rules` lists them" in align("explain", "NAM999").stderr


def test_every_command_reads_the_glossary_of_the_settings(tmp_path: Path, align: Align) -> None:
    (tmp_path / "align.toml").write_text('glossary = ["names.csv"]\nbuiltin = false\n', "utf-8")
    (tmp_path / "names.csv").write_text("source,target,kind\n林一苇,Lin Yeewei,person\n", "utf-8")
    assert align("glossary", "lookup", "林一苇").stdout.endswith("from names.csv:2\n")
    assert "Lin Yeewei  (in names.csv" in align("name", "林一苇").stdout
    assert align("glossary", "check").stdout == "names.csv: nothing to report\n"
    (tmp_path / "a.zh.txt").write_text("林一苇2023年辞职。\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("Lin Yeewei resigned in 2023.\n", "utf-8")
    compared = align("compare", "a.en.txt", "a.zh.txt", "--encoder", "none", "-o", "m.jsonl")
    assert compared.returncode == 0
    assert '["person", "Lin Yeewei", "林一苇"]' in (tmp_path / "m.jsonl").read_text("utf-8")


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run([sys.executable, "-m", "align", "--version"], capture_output=True, check=True)
    assert done.stdout.startswith(b"align ")


def test_rows_with_a_source_of_another_file_are_refused(tmp_path: Path, align: Align) -> None:
    (tmp_path / "rows.tsv").write_text("周钘走了。\tZhou Xin left.\n", "utf-8")
    done = align("lint", "rows.tsv", "--source", "a.zh.md")
    assert (done.returncode, done.stdout) == (2, "1 file could not be checked.\n")
    assert done.stderr == "align: rows.tsv: rows have their source beside them; --source is for texts\n"


def test_a_glossary_in_the_folder_is_not_checked_as_rows(tmp_path: Path, align: Align) -> None:
    (tmp_path / "names.csv").write_text("source,target\n周钘,Zhou Xin\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("Nobody left.\n", "utf-8")
    assert "names.csv:2:4" in align("lint", ".").stdout
    assert align("lint", ".", "--glossary", "names.csv").stdout == "The file is clean.\n"
    (tmp_path / "align.toml").write_text('glossary = ["names.csv"]\n', "utf-8")
    assert align("lint").stdout == "The file is clean.\n"


def test_the_source_of_a_unit_of_xml_is_shown(tmp_path: Path, align: Align) -> None:
    unit = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'
    unit = unit.format("zh", "营收4.244亿元。", "en", "Revenue was 424.4 billion yuan.")
    (tmp_path / "a.tmx").write_text(f"<tmx><body>{unit}</body></tmx>\n", "utf-8")
    assert "  | 营收4.244亿元。\n" in align("lint", "a.tmx").stdout


def test_a_source_that_mixes_both_languages_may_say_which_it_is(tmp_path: Path, align: Align) -> None:
    mixed = "Xiaomi SU7 with an all-new powertrain and battery pack 发布。\n"
    (tmp_path / "a.en.md").write_text("The Xiaomi SU7 with an all-new powertrain was released.\n", "utf-8")
    (tmp_path / "a.zh.md").write_text(mixed, "utf-8")
    assert align("lint", "a.en.md").returncode == 2
    (tmp_path / "a.zh.md").write_text(f"---\nlang: zh\n---\n{mixed}", "utf-8")
    assert align("lint", "a.en.md").stderr == ""


def test_a_text_on_standard_input_is_checked_as_the_file_that_it_is_named(
    tmp_path: Path, align: Align
) -> None:
    (tmp_path / "a.zh.md").write_text("他在2019年离开。\n", encoding="utf-8")
    (tmp_path / "a.en.md").write_text("He left in 2019.\n", encoding="utf-8")
    words = ["lint", "-", "--stdin-filename", "a.en.md", "--output-format", "concise"]
    done = align(*words, given="He left in 2018.\n")
    assert (done.returncode, done.stdout) == (1, "a.en.md:1:12: DAT001 the source has 2019年, not 2018\n")
    other = align(*words[:3], "a.zh.md", *words[4:], given="他在2017年离开。")
    assert other.stdout.startswith("a.en.md:1:12: DAT001 the source has 2017年")
    diff = align("lint", "-", "--diff", given="He left。\n")
    assert "-He left。\n+He left.\n" in diff.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-", "--fix"], "--fix has no file to write to; --diff shows what it would change"),
        (["a.md", "--stdin-filename", "b.md"], "--stdin-filename names the text on standard input; give -"),
        (["-", "--stdin-filename", "b.csv"], "b.csv: bitext rows are read from a file only"),
    ],
)
def test_what_standard_input_cannot_do_is_told(align: Align, words: list[str], message: str) -> None:
    done = align("lint", *words, given="He left.\n")
    assert done.returncode == 2
    assert done.stderr.startswith(f"align: {message}")


@pytest.mark.parametrize(("closed", "status"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1), ("<&-", 1)])
def test_streams_that_are_closed_change_no_status(tmp_path: Path, closed: str, status: int) -> None:
    (tmp_path / "a.en.md").write_text("He left。\n", encoding="utf-8")
    done = subprocess.run(
        f"{COMMAND} lint a.en.md {closed}", shell=True, cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


def test_a_fault_of_the_program_does_not_read_as_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(cli, "app", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert "RuntimeError: broken" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["lint", "article.en.md", "-o"],
        ["lint", "article.en.md", "--write-baseline"],
        ["pair", "article.zh.md", "article-good.en.md", "--encoder", "none", "-o"],
        ["compare", "article.en.md", "article.zh.md", "--format", "jsonl", "--encoder", "none", "-o"],
        ["glossary", "mine", "article.zh.md", "article-good.en.md", "--encoder", "none", "-o"],
        ["glossary", "import", "other.tsv", "-o"],
    ],
)
def test_no_result_replaces_the_glossary_of_a_folder(examples: Path, align: Align, words: list[str]) -> None:
    glossary = examples / "glossary.csv"
    before = glossary.read_bytes()
    (examples / "other.tsv").write_text("source\ttarget\n周钘\tZhou Xin\n", encoding="utf-8")
    done = align(*words, "glossary.csv", cwd=examples)
    assert (done.returncode, glossary.read_bytes()) == (2, before)
    assert "would be " in done.stderr
    if words[0] == "glossary":
        assert align(*words, "glossary.csv", "--force", cwd=examples).returncode == 0
        assert glossary.read_bytes() != before
