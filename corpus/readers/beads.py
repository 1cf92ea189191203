"""Reads a file of beads: which segments of two texts belong together, by their numbers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

Link = tuple[tuple[int, ...], tuple[int, ...]]


def read_beads(path: Path) -> list[Link]:
    """Return the beads of a file: a line each, ``[[source numbers], [target numbers]]``, from 0.

    Lines such as ``[0,1]:[0]``, as other aligners write them, are read as well.

    Raises:
        InputError: A line is neither.
    """
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    found = (_link(line, path, number) for number, line in enumerate(lines, 1) if line.strip())
    return [link for link in found if any(link)]


def _link(line: str, path: Path, number: int) -> Link:
    text = line.strip()
    if not text.startswith("[["):
        sides = text.split(":")
        text = f"[{sides[0]},{sides[1]}]" if len(sides) > 1 else text
    try:
        source, target = json.loads(text)
        link = tuple(map(_number, source)), tuple(map(_number, target))
    except (ValueError, TypeError, RecursionError) as error:
        problem = "expected [[source numbers], [target numbers]]"
        raise InputError(problem, path=path, line=number) from error
    return link


def _number(value: object) -> int:
    if type(value) is not int or value < 0:  # True is an int as well
        raise ValueError
    return value
