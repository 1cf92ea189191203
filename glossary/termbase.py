"""The term base: entries, and where they occur in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from corpus import Lang, Span
    from glossary.term import Entry, Term


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text."""

    entry: Entry
    term: Term
    span: Span
