"""The review of proposals at a real terminal, that is a pseudo terminal."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sysconfig
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty")
COMMAND = f"{sysconfig.get_path('scripts')}/align"
ROWS = [
    ("林一苇在青岛说，鹿鸣科技没有计划。", "Lin Yiwei said in Qingdao that Luming Technology had no plan."),
    ("林一苇离开了。", "Lin Yiwei left."),
]


def reviewed(folder: Path, answers: str) -> tuple[int, str, list[dict[str, str]]]:
    """Return the status of `mine --review`, what it showed, and the rows it wrote."""
    rows, output = folder / "rows.jsonl", folder / "out.csv"
    lines = (json.dumps({"source": source, "target": target}) for source, target in ROWS)
    rows.write_text("\n".join(lines), encoding="utf-8")
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    command = [COMMAND, "glossary", "mine", str(rows), "--review", "-o", str(output)]
    done = subprocess.run(
        command,
        stdin=theirs,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=folder,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    with output.open(encoding="utf-8", newline="") as file:
        return done.returncode, done.stderr, list(csv.DictReader(file))


def test_a_proposal_is_accepted_and_another_edited(tmp_path: Path) -> None:
    status, shown, rows = reviewed(tmp_path, "y\ne\nDeer Call Tech\ny\nq\n")
    assert status == 0, shown
    assert [row["status"] for row in rows] == ["approved", "approved"]
    assert rows[0]["source"] == "林一苇"
    assert rows[1]["target"].startswith("Deer Call Tech")
    assert "1/" in shown
    assert "[y/n/e/z/q]" in shown


def test_leaving_at_once_keeps_nothing(tmp_path: Path) -> None:
    status, _, rows = reviewed(tmp_path, "q\n")
    assert status == 0
    assert rows == []


def test_nothing_is_asked_without_a_terminal(tmp_path: Path) -> None:
    command = [COMMAND, "glossary", "mine", "rows.jsonl", "--review"]
    done = subprocess.run(command, input="y\n", capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "terminal" in done.stderr
