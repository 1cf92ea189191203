"""Where a pair says something in Chinese, and where its English says it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus import Span


class Counterparts(NamedTuple):
    """The words of either side that should say the same, and do not; spans count from the side's text."""

    chinese: Span
    english: Span
