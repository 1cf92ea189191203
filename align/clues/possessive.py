"""Words that own nothing: a possessive behind one of them has lost its owner."""

from __future__ import annotations

NO_OWNERS = frozenset(
    """
    a an and at but by for from in into of on or over than the through to under upon with without
    """.split()
)
