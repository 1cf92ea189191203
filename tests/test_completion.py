"""What a shell is offered to complete a command with, by the installed `align`."""

from __future__ import annotations

import os
import subprocess

import pytest
from conftest import COMMAND


@pytest.mark.parametrize(
    ("line", "offered", "not_offered"),
    [
        ("align lint --output-format s", {"sarif"}, {"json"}),
        ("align lint --encoder ", {"none", "use"}, set()),
        ("align lint --select NAM00", {"NAM001", "NAM003"}, {"NUM001"}),
        ("align explain changed-n", {"changed-number", "changed-named-time"}, {"NUM001"}),
        ("align gl", {"glossary"}, {"lint"}),
    ],
)
def test_values_are_offered(line: str, offered: set[str], not_offered: set[str]) -> None:
    words = line.split(" ")
    environ = {
        **os.environ,
        "_ALIGN_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run([COMMAND], env=environ, capture_output=True, encoding="utf-8", check=False)
    found = set(done.stdout.split())
    assert offered <= found, done.stderr
    assert not found & not_offered
