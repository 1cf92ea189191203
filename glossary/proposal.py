"""Entries proposed for a glossary: what they say, why, and the rows that they become."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from glossary.term import Kind

HEADER = ("source", "target", "kind", "status", "variants", "deprecated", "note")
LIMIT_EVIDENCE = 120  # characters of either side


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that texts speak for.

    ``confidence`` is between 0 and 1; ``times`` counts the sentences that show it; ``reason`` says in a
    word why. ``variants`` are other spellings of the same name, ``conflicts`` forms that cannot be right
    as well, each with how often it was found. ``known`` says what a glossary has for the Chinese form:
    ``agrees`` tells whether it is the same. ``evidence`` is a Chinese sentence and its English.
    """

    zh: str
    en: str
    confidence: float
    times: int
    reason: str
    kind: Kind | None = None
    variants: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[tuple[str, int], ...] = ()
    known: str = ""
    agrees: bool = False
    evidence: tuple[str, str] = ("", "")
    status: str = "draft"

    @property
    def summary(self) -> str:
        """How often it was found, why it is proposed, and what speaks against it."""
        parts = [f"{self.times}×, {self.reason}"]
        parts += [f"also written {form} ({times}×)" for form, times in self.variants]
        parts += [f"conflict: also {form} ({times}×)" for form, times in self.conflicts]
        parts += [self.known] if self.known else []
        return "; ".join(parts)

    @property
    def note(self) -> str:
        """The summary and the evidence, in a line."""
        return "; ".join([self.summary, *([" ↔ ".join(self.evidence)] if any(self.evidence) else [])])

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of its row, in the order of ``HEADER``."""
        return (
            self.zh,
            self.en,
            self.kind or "",
            self.status,
            "|".join(form for form, _ in self.variants),
            "|".join(form for form, times in self.conflicts if 2 * times <= self.times),
            self.note,
        )


def write_proposals(proposals: Iterable[Proposal], out: TextIO) -> None:
    """Write proposals as a glossary table."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(HEADER)
    table.writerows(proposal.row for proposal in proposals)


def excerpt(text: str, form: str, limit: int = LIMIT_EVIDENCE) -> str:
    """Return a text on one line, cut around a form where it is long.

    >>> excerpt("a " * 20 + "Zhou Xin" + " b" * 20, "Zhou Xin", 20)
    '… a a a Zhou Xin b b b …'
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    start = max(0, min(text.find(form) - (limit - len(form)) // 2, len(text) - limit))
    piece = text[start : start + limit].strip()
    return f"{'… ' if start else ''}{piece}{' …' if start + limit < len(text) else ''}"
