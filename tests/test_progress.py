"""What is shown while work takes long, and that logs stay clean."""

from __future__ import annotations

import io
import sys
from threading import Event
from typing import TYPE_CHECKING

from align import progress
from align.progress import explained, tracked

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal, and tells when something was written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def test_long_work_is_explained_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.001)
    with explained("preparing"):
        assert terminal.written.wait(timeout=30)
    assert terminal.getvalue().startswith("preparing")


def test_short_work_is_not_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 3600)
    with explained("preparing"):
        pass
    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_stderr_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)
    with explained("preparing"):
        assert list(tracked(range(3), "counting", 3)) == [0, 1, 2]
    assert log.getvalue() == ""


def test_a_bar_is_shown_at_a_terminal_and_every_item_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0.0)
    assert list(tracked(range(50), "counting", 50)) == list(range(50))
    assert "counting" in terminal.getvalue()
