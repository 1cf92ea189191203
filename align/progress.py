"""A progress bar on stderr for work that takes longer than two seconds at a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Item = TypeVar("Item")
PATIENCE_SECONDS = 2.0


def tracked(items: Sequence[Item], description: str = "") -> Iterator[Item]:
    """Return the items, and show how many have been taken once the work takes long.

    Nothing is shown where stderr is not a terminal, so that logs stay clean.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    for number, item in enumerate(items):
        if time.monotonic() - start > PATIENCE_SECONDS:
            yield from _with_bar(items, number, description)
            return
        yield item


def _with_bar(items: Sequence[Item], done: int, description: str) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(description, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            progress.advance(task)
