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
        path.write_text("他走了。\tHe left.\n", encoding="utf-8")
    assert [pair.target for pair in Session(Request((tmp_path,))).files] == [file]


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


def test_rows_of_something_else_in_a_folder_are_no_bitext(tmp_path: Path, align: Align) -> None:
    files(
        tmp_path,
        **{"log.jsonl": '{"a": 1}\n[2]\n', "new.jsonl": '\n{"id": 1}\n{"source": "", "target": ""}\n'},
    )
    done = align("lint", ".")
    assert (done.returncode, done.stderr) == (2, "align: new.jsonl:2: 'source' is missing\n")
    (tmp_path / "new.jsonl").write_text('{"source": "他走了。", "target": "He left."}\n', "utf-8")
    assert codes(align, ".") == []
    assert align("search", "left", ".").stderr == ""
    done = align("lint", "log.jsonl")
    assert (done.returncode, done.stderr) == (2, "align: log.jsonl:1: 'source' is missing\n")
    (tmp_path / "log.jsonl").write_text("{\n", "utf-8")
    assert "align: log.jsonl:1:" in align("lint", ".").stderr


def test_our_own_pages_in_a_folder_are_no_texts(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"a.zh.md": LEFT_ZH, "a.en.md": LEFT_EN})
    for _ in range(2):
        assert align("lint", ".", "--output-format", "html", "-o", "report.html").returncode == 1
    assert align("pair", "a.zh.md", "a.en.md", "-o", "pair.html").returncode == 0
    done = align("compare", "a.en.md", "a.zh.md", "-o", "facts.html")
    assert done.returncode == 0, done.stderr
    assert align("compare", "a.en.md", "a.zh.md", "-o", "facts.jsonl").returncode == 0
    for name in ("report.html", "pair.html", "facts.html"):
        assert '<meta name="generator" content="align|' in (tmp_path / name).read_text("utf-8")
    assert codes(align, ".") == ["a.en.md:DAT001"]
    assert align("lint", "report.html").returncode == 1


@pytest.mark.parametrize("name", ["new.md", "new.html", "new.csv", "new.jsonl", "new.tmx"])
@pytest.mark.parametrize("text", ["", "\ufeff \t\r\n\u3000\n"])
def test_an_empty_file_is_passed_over_in_a_folder_and_told_where_it_is_named(
    tmp_path: Path, align: Align, name: str, text: str
) -> None:
    files(tmp_path, **{name: text, "a.zh.md": LEFT_ZH, "a.en.md": LEFT_EN})
    assert codes(align, ".") == ["a.en.md:DAT001"]
    done = align("lint", name)
    assert (done.returncode, done.stdout.count("\n"), done.stderr.count("\n")) == (2, 1, 1)


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


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("a.zh-CN.md", "a.en.md"),
        ("a.zh_Hant.md", "a.en-US.md"),
        ("zh-TW/a.md", "en/a.md"),
        ("docs/ZH/a.md", "docs/EN/a.md"),
    ],
)
def test_a_tag_may_be_written_in_any_usual_way(tmp_path: Path, align: Align, zh: str, en: str) -> None:
    for name, text in ((zh, LEFT_ZH), (en, LEFT_EN)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert codes(align, ".") == codes(align, zh) == codes(align, en) == [f"{en}:DAT001"]


def test_front_matter_says_which_text_is_the_source_whatever_the_names_say(
    tmp_path: Path, align: Align
) -> None:
    chinese = "---\nsource: a.en.md\n---\n它卖出1200万辆车。\n"
    files(tmp_path, **{"a.en.md": "It sold 1.2 million cars.\n", "a.zh.md": chinese})
    assert codes(align, ".") == codes(align, "a.en.md") == codes(align, "a.zh.md") == ["a.zh.md:NUM002"]


def test_the_settings_say_which_language_is_translated_from(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"a.en.md": "It sold 1.2 million cars.\n", "a.zh.md": "它卖出1200万辆车。\n"})
    assert codes(align, ".") == ["a.en.md:NUM002"]
    files(tmp_path, **{"align.toml": 'source-lang = "en"\n'})
    assert codes(align, ".") == ["a.zh.md:NUM002"]
    files(tmp_path, **{"align.toml": 'source-lang = "fr"\n'})
    done = align("lint", ".")
    assert done.returncode == 2
    assert done.stderr.endswith("align.toml: source-lang: expected 'zh' or 'en', got 'fr'\n")


def test_a_source_that_is_not_there_is_told(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"a.en.md": f"---\nsource: artcle.zh.md\n---\n{LEFT_EN}", "b.zh.md": LEFT_ZH})
    files(tmp_path, **{"b.en.md": LEFT_EN, "c.en.md": "---\nsource: The Liuzhou Herald\n---\nHe left.\n"})
    done = align("lint", ".", "--output-format", "concise")
    expected = "align: a.en.md: the front matter names a source that is not there: artcle.zh.md\n"
    assert (done.returncode, done.stderr) == (2, expected)
    assert done.stdout.startswith("b.en.md:1:12: ")


def test_an_excluded_translation_stays_excluded_when_its_source_is_met(tmp_path: Path, align: Align) -> None:
    files(tmp_path, **{"a.zh.md": LEFT_ZH, "a.en.md": LEFT_EN, "align.toml": 'exclude = ["a.en.md"]\n'})
    assert codes(align, ".") == codes(align, "a.zh.md", "--force-exclude") == []
    assert codes(align, "a.en.md") == ["a.en.md:DAT001"]


@pytest.mark.parametrize(
    "chinese", ["详情见 https://example.com/news/index.html。", "iPhone 15 Pro Max Ultra售价9999元。"]
)
def test_a_chinese_text_may_be_full_of_latin_letters(tmp_path: Path, align: Align, chinese: str) -> None:
    files(tmp_path, **{"a.zh.md": f"{chinese}\n", "a.en.md": "See https://example.com/news/index.html.\n"})
    assert align("lint", ".").returncode in (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "---\nlang: ja\n---\n新しい製品、発売します（東京）。ご期待ください！\n",
        "새로운 제품을 출시합니다，기대（2024）。\n",
        "---\nlang: fr\n---\nIl est parti，hier （lundi）。\n",
        "Он ушёл，вчера。\n",
    ],
)
def test_a_text_in_a_third_language_is_not_judged(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.md"
    file.write_text(text, encoding="utf-8")
    session = Session(Request((tmp_path,), select=("ALL",)))
    assert [found for pair in session.files for found in session.check(pair).findings] == []
