"""The baseline: known findings are told by their content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.finding import Finding, Severity
from align.suppressions.baseline import (
    CONTEXT_CHARS,
    filter_baseline,
    fingerprint,
    read_baseline,
    write_baseline,
)
from corpus import InputError, Span

if TYPE_CHECKING:
    from pathlib import Path


def finding(path: Path, text: str, words: str, *, line: int = 1, code: str = "NAM001") -> Finding:
    start = text.index(words)
    mark = Span(start, start + len(words))
    return Finding(
        code, "near-miss", Severity.ERROR, "m", path, line, start + 1,
        target_text=words, excerpt=text, mark=mark,
    )  # fmt: skip


def test_what_is_written_is_known(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    first = finding(tmp_path / "en" / "a.txt", "said Zhou Jin.", "Zhou Jin")
    second = finding(tmp_path / "b.txt", "周钘𠮷", "钘")
    write_baseline([first, second, first], file)
    baseline = read_baseline(file)
    assert filter_baseline([first, second], baseline, checked=[]) == ([], 2, 0)
    assert filter_baseline([first] * 3, baseline, checked=[first.path]) == ([first], 2, 0)


def test_line_numbers_and_line_breaks_do_not_matter_but_the_words_around_do(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    path = tmp_path / "a.txt"
    write_baseline([finding(path, "Then said Zhou Jin of Wuling.", "Zhou Jin")], file)
    baseline = read_baseline(file)
    moved = finding(path, "Then  said\nZhou Jin of Wuling.", "Zhou Jin", line=9)
    other = finding(path, "Then wrote Zhou Jin of Wuling.", "Zhou Jin")
    coded = finding(path, "Then said Zhou Jin of Wuling.", "Zhou Jin", code="NAM002")
    elsewhere = finding(tmp_path / "b.txt", "Then said Zhou Jin of Wuling.", "Zhou Jin")
    assert filter_baseline([moved, other, coded, elsewhere], baseline, checked=[])[0] == [
        other,
        coded,
        elsewhere,
    ]


def test_a_change_far_from_the_marked_words_does_not_matter(tmp_path: Path) -> None:
    long = "x" * CONTEXT_CHARS
    one = finding(tmp_path / "a.txt", f"One. {long}Zhou Jin{long} More.", "Zhou Jin")
    two = finding(tmp_path / "a.txt", f"Two. {long}Zhou Jin{long} Less.", "Zhou Jin")
    assert fingerprint(one) == fingerprint(two)


def test_only_checked_files_can_lose_a_known_finding(tmp_path: Path) -> None:
    file = tmp_path / "ci" / "baseline.json"
    file.parent.mkdir()
    one = finding(tmp_path / "a.txt", "Zhou Jin", "Zhou Jin")
    two = finding(tmp_path / "b.txt", "Zhou Jin", "Zhou Jin")
    write_baseline([one, one, two], file)
    baseline = read_baseline(file)
    assert filter_baseline([], baseline, checked=[one.path]) == ([], 0, 2)
    assert filter_baseline([one], baseline, checked=[one.path, two.path]) == ([], 1, 2)


def test_the_file_is_sorted_with_a_line_a_finding_and_paths_from_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "ci" / "baseline.json"
    file.parent.mkdir()
    findings = [
        finding(tmp_path / "en" / name, "周 Zhou Jin", "Zhou Jin") for name in ("b.txt", "a.txt", "a.txt")
    ]
    write_baseline(findings, file)
    text = file.read_text(encoding="utf-8")
    write_baseline(findings[::-1], file)
    assert file.read_text(encoding="utf-8") == text
    lines = [line for line in text.splitlines() if '"path"' in line]
    assert [json.loads(line.rstrip(","))["path"] for line in lines] == ["../en/a.txt", "../en/b.txt"]
    assert [json.loads(line.rstrip(","))["count"] for line in lines] == [2, 1]


def test_a_baseline_of_nothing_is_one_too(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline([], file)
    assert not read_baseline(file).counts


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"version": 2, "findings": []}',
        '{"version": 1}',
        '{"version": 1, "findings": [1]}',
        '{"version": 1, "findings": [{"path": "a", "code": "b", "text": "c", "context": "d"}]}',
        '{"version": 1, "findings": [{"path": "a", "code": 1, "text": "c", "context": "d", "count": 1}]}',
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not a baseline") as caught:
        read_baseline(file)
    assert str(caught.value).startswith(str(file))
    assert "\n" not in str(caught.value)


@given(st.text(), st.data())
def test_any_text_has_a_fingerprint(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    from pathlib import Path

    found = Finding("A", "b", Severity.INFO, "", Path(), 1, 1, excerpt=text, mark=Span(start, end))
    assert len(fingerprint(found)) == 16
