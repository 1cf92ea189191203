"""Tables of built-in knowledge, which are installed as files beside this one."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent  # importlib.resources would add a twentieth to the time of a start


def table_text(name: str) -> str:
    """Return the text of the table in a file, such as ``readings.csv``."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def table_bytes(name: str) -> bytes:
    """Return what a file of ours holds, as it stands."""
    return (_FOLDER / name).read_bytes()


def table_stamp(name: str) -> str:
    """Return what changes when a file of ours does, without reading it: its place, size and time."""
    path = _FOLDER / name
    state = path.stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"
