"""Annotations on GitHub."""

from __future__ import annotations

from reporting import FOLDER, finding, name_finding, report, written

from align.finding import Severity


def test_an_annotation_names_file_place_and_rule() -> None:
    assert written(report(name_finding()), "github").splitlines() == [
        "::error file=en/news.txt,line=1,endLine=1,col=15,endColumn=23,title=SUP001 unused-suppression"
        "::the name is wrong (write Zhou Xin)",
        "Found 1 error in 1 file.",
    ]


def test_the_most_severe_come_first() -> None:
    findings = [
        finding("a", "a", path=FOLDER / "a.txt", severity=Severity.INFO),
        finding("a", "a", path=FOLDER / "b.txt", severity=Severity.WARNING),
        finding("a", "a", path=FOLDER / "c.txt"),
    ]
    lines = written(report(*findings), "github").splitlines()
    assert [line.partition(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]


def test_what_github_would_read_as_syntax_is_escaped() -> None:
    found = finding("a", "a", path=FOLDER / "100%,a:b.txt", message="50%: a,\nb::c\x1b")
    line = written(report(found), "github").splitlines()[0]
    assert line.startswith("::error file=100%25%2Ca%3Ab.txt,line=1,")
    assert line.endswith("::50%25: a,%0Ab::c\ufffd")


def test_a_message_cannot_begin_another_command() -> None:
    found = finding("a", "a", message="x\r\n::set-env name=PATH::y\r::stop")
    lines = written(report(found), "github").splitlines()
    assert len(lines) == 2


def test_a_finding_over_several_lines_has_no_columns() -> None:
    line = written(report(finding("a", "a", end_line=3)), "github").splitlines()[0]
    assert "line=1,endLine=3,title=" in line


def test_what_could_not_be_read_is_an_error() -> None:
    lines = written(report(errors=("c.txt: not a text",)), "github").splitlines()
    assert lines[0] == "::error title=align could not check a file::c.txt: not a text"
