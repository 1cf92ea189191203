"""Sentences and terms that are rendered in two ways, in one article and across the files of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.session import Request, Session

if TYPE_CHECKING:
    from pathlib import Path

    from align.finding import Finding

CODES = ("CON003", "CON004")


def linted(folder: Path, *targets: str) -> list[list[Finding]]:
    """Write articles with one source and return what is found in each."""
    for number, target in enumerate(targets):
        (folder / f"a{number}.zh.txt").write_text(
            "展馆每周一闭馆。\n\n馆内有“时光隧道”。\n", encoding="utf-8"
        )
        (folder / f"a{number}.en.txt").write_text(target, encoding="utf-8")
    session = Session(Request((folder,), select=CODES))
    return [list(session.check(pair).findings) for pair in session.files]


def test_a_sentence_that_another_file_translates_otherwise_is_told_with_that_file(tmp_path: Path) -> None:
    first, second = linted(
        tmp_path,
        "The hall is closed on Mondays.\n\nInside is a “Time Tunnel”.\n",
        "On Mondays the hall does not open.\n\nInside is a “Tunnel of Time”.\n",
    )
    assert first == []
    assert {finding.code for finding in second} == set(CODES)
    assert all("a0.en.txt" in finding.message for finding in second)
    assert {str(finding.severity) for finding in second} == {"info"}


def test_files_that_agree_are_left_alone(tmp_path: Path) -> None:
    text = "The hall is closed on Mondays.\n\nInside is a “Time Tunnel”.\n"
    assert linted(tmp_path, text, text) == [[], []]
