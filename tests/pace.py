"""Whether the time that something takes grows with the length of a text, or faster."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT, LONG = 2_500, 10_000  # characters
# Four times the text takes four times as long, or sixteen times where each place looks at all the others.
MOST_GROWTH = 9
LEAST_SECONDS = 0.02  # what is read sooner tells nothing
TRIES = 3  # the best of them is hardly disturbed by what else the machine does


def assert_linear(read: Callable[[str], object], piece: str) -> None:
    """Fail where a piece repeated four times as often takes far more than four times as long."""
    short, long = (_seconds(read, piece * (length // len(piece))) for length in (SHORT, LONG))
    assert long <= MOST_GROWTH * max(short, LEAST_SECONDS), (short, long)


def _seconds(read: Callable[[str], object], text: str) -> float:
    """Return the CPU seconds of the best of some tries."""

    def one() -> float:
        start = process_time()
        read(text)
        return process_time() - start

    return min(one() for _ in range(TRIES))
