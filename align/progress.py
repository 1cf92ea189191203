"""What is shown on stderr at a terminal while work takes longer than two seconds: a bar, or a line."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")
PATIENCE_SECONDS = 2.0


def tracked(items: Iterable[Item], description: str, total: int) -> Iterator[Item]:
    """Return the items, and show how many of ``total`` have been taken once the work takes long.

    Nothing is shown where stderr is not a terminal, so that logs stay clean.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    left = enumerate(items)
    for number, item in left:
        if time.monotonic() - start > PATIENCE_SECONDS:
            yield from _with_bar(chain([item], (other for _, other in left)), number, description, total)
            return
        yield item


@contextmanager
def explained(message: str) -> Iterator[None]:
    """Say on stderr what is going on, once the work inside takes long; nothing where it is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    timer = Timer(PATIENCE_SECONDS, print, (message,), {"file": sys.stderr})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _with_bar(items: Iterable[Item], done: int, description: str, total: int) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(description, total=total, completed=done)
        for item in items:
            yield item
            progress.advance(task)
