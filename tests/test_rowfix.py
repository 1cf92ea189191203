"""Fixes in bitext rows: one field changes, every other byte stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.finding import Fix
from align.fixes.fix import apply_fixes
from align.fixes.rowfix import fix_row
from corpus import Span
from corpus.rows import Row, read_rows

if TYPE_CHECKING:
    from pathlib import Path

texts = st.text(st.sampled_from('aZ "\\/,\t周𠮷é’\n\u2028'), max_size=12)


def swap(row: Row, old: str, new: str, suffix: str) -> str:
    start = row.target.index(old)
    return fix_row(row, [Fix(Span(start, start + len(old)), new)], suffix).text


def row_of(tmp_path: Path, text: str, suffix: str) -> Row:
    """Return the first row of a file with a text."""
    path = tmp_path / f"rows{suffix}"
    path.write_bytes(text.encode("utf-8"))
    return next(read_rows(path))


@given(texts, texts, texts, st.booleans(), st.data())
def test_a_json_line_reads_as_before_but_for_the_target(
    source: str, target: str, new: str, ascii_only: bool, data: st.DataObject
) -> None:
    item = {"id": 7, "target": "first", "source": source, "more": [{"target": "x"}], "n": None}
    raw = json.dumps(item, ensure_ascii=ascii_only).replace('"target": "first"', "@@", 1)
    raw = raw.replace("@@", f'"target" : {json.dumps(target, ensure_ascii=ascii_only)}', 1) + "\r\n"
    ends = sorted(data.draw(st.tuples(st.integers(0, len(target)), st.integers(0, len(target)))))
    fix = Fix(Span(*ends), new)
    result = fix_row(Row(source, target, 1, raw), [fix], ".jsonl")
    mended = apply_fixes(target, [fix]).text
    assert json.loads(result.text) == item | {"target": mended}
    if raw.isascii():
        assert result.text.isascii()
    before, after = (
        raw.split(json.dumps(target, ensure_ascii=ascii_only), 1) if target else (raw[:5], raw[-5:])
    )
    assert result.text.startswith(before)
    assert result.text.endswith(after)


def test_escapes_that_no_fix_touches_stay_as_they_were() -> None:
    raw = '{"source":"\\u5468","target":"A\\/B \\ud842\\udfb7 \\u2019 Jin","x":1}\n'
    row = Row("周", "A/B 𠮷 ’ Jin", 1, raw)
    assert swap(row, "Jin", "周", ".jsonl") == raw.replace("Jin", "\\u5468")
    plain = raw.replace("\\u5468", "周").replace("Jin", "周 Jin")
    assert swap(Row("周", "A/B 𠮷 ’ 周 Jin", 1, plain), "Jin", "Xīn", ".jsonl") == plain.replace("Jin", "Xīn")
    assert swap(row, "𠮷", 'a"b', ".jsonl") == raw.replace("\\ud842\\udfb7", 'a\\"b')


def test_a_line_that_writes_characters_as_they_are_gets_them_so() -> None:
    raw = '{"source": "周钘", "target": "Jin"}\n'
    assert swap(Row("周钘", "Jin", 1, raw), "Jin", "Xīn", ".jsonl") == raw.replace("Jin", "Xīn")


def test_of_a_key_given_twice_the_last_is_the_target() -> None:
    raw = '{"target":"a","source":"周","target":"b"}'
    assert swap(Row("周", "b", 1, raw), "b", "c", ".jsonl") == '{"target":"a","source":"周","target":"c"}'


def test_a_tsv_line_changes_in_its_target_only(tmp_path: Path) -> None:
    row = row_of(tmp_path, "\ufeff周钘\tZhou Jin \tnote\r\n", ".tsv")
    assert swap(row, "Jin", "Xin", ".tsv") == "\ufeff周钘\tZhou Xin \tnote\r\n"
    row = row_of(tmp_path, "target\tsource\nZhou Jin\t周钘\n", ".tsv")
    assert swap(row, "Jin", "Xin", ".tsv") == "Zhou Xin\t周钘\n"


def test_what_tsv_cannot_hold_is_not_applied(tmp_path: Path) -> None:
    row = row_of(tmp_path, "周钘\tZhou Jin\n", ".tsv")
    result = fix_row(row, [Fix(Span(4, 5), "\t"), Fix(Span(5, 8), "Xin")], ".tsv")
    assert result.text == "周钘\tZhou Xin\n"
    assert len(result.applied) == 1


@pytest.mark.parametrize(
    ("header", "raw", "fixed"),
    [
        ("", "OK\tOK\n", "OK\tOkay\n"),
        ("source\ttarget\told\n", "OK\tOK\tOK\n", "OK\tOkay\tOK\n"),
        ("id\ttarget\tsource\n", "OK\tOK\tOK\n", "OK\tOkay\tOK\n"),
    ],
)
def test_of_equal_fields_the_target_is_mended(tmp_path: Path, header: str, raw: str, fixed: str) -> None:
    row = row_of(tmp_path, header + raw, ".tsv")
    assert fix_row(row, [Fix(Span(0, 2), "Okay")], ".tsv").text == fixed


@pytest.mark.parametrize(
    ("raw", "old", "new", "fixed"),
    [
        ("周,Zhou Jin\r\n", "Jin", "Xin", "周,Zhou Xin\r\n"),
        ("周,Zhou Jin\r\n", "Jin", "Xin, Jr.", '周,"Zhou Xin, Jr."\r\n'),
        ('周,"Zhou ""Z"" Jin"\r\n', "Jin", "Xin", '周,"Zhou ""Z"" Xin"\r\n'),
        ('"周,钘","Zhou\nJin",x', "Jin", 'X"', '"周,钘","Zhou\nX""",x'),
        ("周;Zhou Jin\r\n", "Jin", "Xin, Jr.", "周;Zhou Xin, Jr.\r\n"),
        ("周;Zhou Jin;1\r\n", "Jin", "Xin;", '周;"Zhou Xin;";1\r\n'),
        ('1;周;"Zhou; Jin"\n', "Jin", "Xin", '1;周;"Zhou; Xin"\n'),
        ("周\tZhou Jin\n", "Jin", "Xin, Jr.", "周\tZhou Xin, Jr.\n"),
    ],
)
def test_a_csv_line_is_quoted_where_it_needs_it(
    tmp_path: Path, raw: str, old: str, new: str, fixed: str
) -> None:
    assert swap(row_of(tmp_path, raw, ".csv"), old, new, ".csv") == fixed


def test_of_fixes_that_overlap_the_rest_waits() -> None:
    row = Row("周钘", "Zhou Jin", 1, '{"source": "周钘", "target": "Zhou Jin"}\n')
    result = fix_row(row, [Fix(Span(0, 8), "Zhou Xin"), Fix(Span(5, 8), "Xin")], ".jsonl")
    assert json.loads(result.text)["target"] == "Zhou Xin"
    assert len(result.waiting) == 1
