"""Words are found in translation memories as a translator writes and remembers them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.concordance import occurrences, pattern_of
from corpus.script import simplified

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Align

ROWS = """小米的副总经理走了。\tXiaomi's deputy general manager left.
两位副總經理都来了。\tBoth Deputy General Managers came.
𠮷野家的新能源汽车\tYoshinoya's new-energy vehicle
"""


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tsv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("副总经理", [1, 2]),
        ("副總經理", [1, 2]),
        ("DEPUTY general-manager", [1, 2]),
        ("new energy vehicles", [3]),
        ("new energy vehicle", [3]),
        ("eputy", []),
        ("manage", []),
        ("新能源", [3]),
    ],
)
def test_words_are_found_as_whole_words_however_they_are_joined(
    memory: Path, words: str, lines: list[int]
) -> None:
    assert [item.row.line for item in occurrences(pattern_of(words), memory)] == lines


@given(
    st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1), st.sampled_from(["", "，", " ("])
)
def test_a_word_finds_itself_between_marks(word: str, mark: str) -> None:
    text = f"{mark}{word}{mark}"
    assert pattern_of(word).search(simplified(text))


def test_spans_count_code_points_of_the_row(memory: Path) -> None:
    (found,) = occurrences(pattern_of("新能源汽车"), memory)
    assert [span.of(found.row.source) for span in found.source] == ["新能源汽车"]
    assert found.target == ()


def test_the_command_searches_a_folder_and_names_the_place(memory: Path, align: Align) -> None:
    (memory.parent / "glossary.csv").write_text("source,target\n副总经理,vice president\n", "utf-8")
    shown = align("search", "副总经理").stdout
    assert shown.splitlines()[:3] == [
        "memory.tsv:1",
        "  小米的副总经理走了。",
        "  Xiaomi's deputy general manager left.",
    ]
    assert "vice president" not in shown
    done = align("search", "新能源", "--output-format", "jsonl")
    assert json.loads(done.stdout)["source_spans"] == [[4, 7]]


def test_what_is_found_nowhere_or_cannot_be_searched_is_told(memory: Path, align: Align) -> None:
    done = align("search", "zebra")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "zebra: found nowhere\n")
    (memory.parent / "broken.jsonl").write_text("{\n", "utf-8")
    done = align("search", "副总经理", ".")
    assert done.returncode == 2
    assert done.stderr.startswith("align: broken.jsonl:1:")
    assert "memory.tsv:2" in done.stdout
    (memory.parent / "a.txt").write_text("a\n", "utf-8")
    assert "no translation memory; known: .csv" in align("search", "a", "a.txt").stderr


def test_a_long_list_is_cut_and_counted(memory: Path, align: Align) -> None:
    done = align("search", "副总经理", memory, "--limit", "1")
    assert done.stdout.count("memory.tsv") == 1
    assert done.stderr == "… and 1 more; --limit 2 shows all\n"
