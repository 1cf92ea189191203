"""The report for people at a terminal."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting import FOLDER, finding, name_finding, place, report, written

from align.finding import Finding, Fix, Severity
from align.report.excerpt import Excerpt, columns, cut
from align.report.text import wants_colour, write_text
from align.report.wording import advice
from corpus import Span

if TYPE_CHECKING:
    from align.report.model import Report


def text_of(found: Report, *, colour: bool = False, width: int = 80) -> str:
    out = io.StringIO()
    write_text(found, out, colour=colour, width=width)
    return out.getvalue()


def test_a_finding_is_shown_with_both_sides_marked() -> None:
    assert text_of(report(name_finding())) == (
        "en/news.txt:1:15: error SUP001 unused-suppression: the name is wrong [*]\n"
        "  | The director, Zhou Jin, left.\n"
        "  |               ^^^^^^^^\n"
        "  source zh/news.txt:1:3\n"
        "  | 总监周钘离职。\n"
        "  |     ^^^^\n"
        "  help: write Zhou Xin\n"
        "\n"
        "Found 1 error in 1 file.\n"
        "[*] 1 fixable with --fix.\n"
    )


def test_the_mark_stands_under_the_words_whatever_their_width() -> None:
    for text in ("e\u0301t\u0301 ，周钘", "\ufeff\t\u200b周钘", "𠮷　周钘", "ｆｕｌｌ周钘"):
        lines = text_of(report(finding(text, "周钘"))).split("\n")
        assert columns(lines[1].partition("周钘")[0]) == columns(lines[2].partition("^")[0])
        assert lines[2].count("^") == 4


def test_a_source_in_which_nothing_is_marked_is_not_shown() -> None:
    found = finding("He came .", " .", source=place("他来了。", "他来了。"))
    assert "他来了" not in text_of(report(found))


def test_an_insertion_is_marked_with_one_caret() -> None:
    found = finding("ab", "", mark=Span(1, 1))
    assert "  |  ^\n" in text_of(report(found))


@given(
    st.text(st.sampled_from("ab 周，𠮷e\u0301\t\u200b"), max_size=120),
    st.data(),
    st.integers(20, 60),
)
def test_a_cut_excerpt_fits_and_keeps_the_mark_in_view(text: str, data: st.DataObject, width: int) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    shown = cut(Excerpt(text, Span(start, end)), width)
    assert columns(shown.text) <= width
    assert shown.mark is not None
    assert shown.mark.end <= len(shown.text)
    if shown.text.count("…") == 0:
        assert len(shown.text) == len(text)
    visible = shown.mark.of(shown.text)
    assert bool(visible) == (end > start)
    from align.report.excerpt import printable

    assert printable(text[start:end]).startswith(visible)


def test_a_long_line_is_cut_on_both_sides_of_the_mark() -> None:
    text = "word " * 1000 + "Zhou Jin" + " word" * 1000
    line = text_of(report(finding(text, "Zhou Jin")), width=60).split("\n")[1]
    assert line.startswith("  | …")
    assert line.endswith("…")
    assert "Zhou Jin" in line
    assert 50 < columns(line) <= 60


def test_a_terminal_is_not_obeyed() -> None:
    found = finding(
        "a\x1b]0;owned\x07 Zhou", "Zhou", message="bad\x1b[2J\nname", path=FOLDER / "x\x1b[1m.txt"
    )
    shown = text_of(report(found))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert shown.startswith("x\ufffd[1m.txt:1:")


def test_the_summary_says_what_was_found_fixed_and_hidden() -> None:
    findings = [
        finding("Zhou Jin", "Zhou", fix=Fix(Span(0, 4), "x", safe=True)),
        finding("Zhou Jin", "Jin", fix=Fix(Span(5, 8), "x"), severity=Severity.WARNING),
        finding("Zhou Jin", "ou", path=FOLDER / "b.txt", severity=Severity.WARNING),
        finding("Zhou Jin", "in", severity=Severity.INFO),
    ]
    found = report(*findings, fixed=3, suppressed=2, known=1200, stale=1, errors=("c.txt: no",))
    assert text_of(found).rpartition("\n\n")[2].split("\n")[:-1] == [
        "Fixed 3 findings.",
        "Found 1 error, 2 warnings and 1 note in 2 files; 1 file could not be checked.",
        "[*] 1 fixable with --fix (1 more with --unsafe-fixes).",
        "Not shown: 2 suppressed by comments, 1,200 known from the baseline.",
        "Mended since the baseline: 1 finding; write it anew.",
    ]


@pytest.mark.parametrize(
    ("count", "summary"),
    [(0, "No files were checked."), (1, "The file is clean."), (3, "All 3 files are clean.")],
)
def test_clean_files_are_said_to_be_clean(count: int, summary: str) -> None:
    files = tuple(FOLDER / f"{number}.txt" for number in range(count))
    assert text_of(report(files=files)) == summary + "\n"


def test_a_deletion_and_a_replacement_are_explained() -> None:
    found = report(
        finding("a bb c", "bb", fix=Fix(Span(2, 4), "")), finding("a bb c", "c", fix=Fix(Span(5, 6), "d"))
    )
    shown = text_of(found)
    assert "  help: delete this\n" in shown
    assert '  help: replace with "d"\n' in shown
    assert "\n2 fixable with --fix --unsafe-fixes.\n" in shown


def test_what_is_never_edited_is_not_called_fixable() -> None:
    memory = finding("He came，", "，", fix=Fix(Span(7, 8), ",", safe=True), path=FOLDER / "news.tmx")
    shown = text_of(report(memory))
    assert "[*]" not in shown
    assert 'help: replace with ","' in shown


def test_colour_follows_the_environment_and_the_terminal() -> None:
    assert wants_colour({}, terminal=True)
    assert not wants_colour({}, terminal=False)
    assert wants_colour({"FORCE_COLOR": "1"}, terminal=False)
    assert not wants_colour({"FORCE_COLOR": "0"}, terminal=False)
    assert not wants_colour({"NO_COLOR": "1"}, terminal=True)
    assert not wants_colour({"TERM": "dumb"}, terminal=True)
    assert wants_colour({"NO_COLOR": ""}, terminal=True)


def test_colour_changes_nothing_but_colour() -> None:
    import re

    found = report(name_finding())
    assert re.sub(r"\x1b\[[0-9;]*m", "", text_of(found, colour=True)) == text_of(found)


def test_findings_are_in_order_and_paths_start_at_the_folder() -> None:
    found = report(
        finding("ab", "b", path=Path("/elsewhere/a.txt")),
        finding("ab", "b", line=10),
        finding("ab", "b", line=9, code="SUP002"),
        finding("ab", "b", line=9),
        finding("ab", "a", line=9),
    )
    lines = written(found, "concise").splitlines()
    assert lines == [
        "/elsewhere/a.txt:1:2: SUP001 the name is wrong",
        "en/news.txt:9:1: SUP001 the name is wrong",
        "en/news.txt:9:2: SUP001 the name is wrong",
        "en/news.txt:9:2: SUP002 the name is wrong",
        "en/news.txt:10:2: SUP001 the name is wrong",
    ]


def test_a_concise_finding_is_one_line() -> None:
    found = report(finding("a", "a", message="one\ntwo\x1b[0m", fix=Fix(Span(0, 1), "b", safe=True)))
    assert written(found, "concise") == "en/news.txt:1:1: SUP001 one two\ufffd[0m [*]\n"


def test_the_exit_status_says_what_happened() -> None:
    note: Finding = finding("a", "a", severity=Severity.INFO)
    assert report().exit_status == 0
    assert report(note).exit_status == 0
    assert report(note, finding("a", "a", severity=Severity.WARNING)).exit_status == 1
    assert report(finding("a", "a"), errors=("x",)).exit_status == 2


def test_only_what_fix_mends_is_marked() -> None:
    safe, unsafe = (finding("a", "a", fix=Fix(Span(0, 1), "b", safe=safe)) for safe in (True, False))
    assert [line.endswith("[*]") for line in written(report(safe, unsafe), "concise").splitlines()] == [
        True,
        False,
    ]
    assert text_of(report(safe, unsafe)).count("the name is wrong [*]") == 1


def test_the_help_names_the_part_that_goes() -> None:
    doubled = finding("move the the brand", "the the", fix=Fix(Span(8, 12), ""))
    blank = finding("a ,b", " ,", fix=Fix(Span(1, 2), ""))
    wide = finding("a  b", "  ", fix=Fix(Span(1, 3), " "))
    assert [advice(one) for one in (doubled, blank, wide)] == [
        'delete "the"',
        "delete the blank",
        "replace with a blank",
    ]
