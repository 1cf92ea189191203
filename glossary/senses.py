"""What a stretch of text may mean: the entries that have it as a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.term import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.term import Entry, Term


@dataclass(frozen=True, slots=True, eq=False)
class Senses:
    """The entries that a stretch of text may stand for, each with the form that stands there.

    Li is the surname of a dozen people in the built-in tables: what is asked of all of them for every
    text that names one is worked out once. ``user`` tells whether one is from a glossary of the user,
    ``deprecated`` whether one has the stretch as a form to avoid, ``conditional`` whether one is meant
    only beside certain words.
    """

    items: tuple[tuple[Entry, Term], ...]
    ids: frozenset[str]
    user: bool
    deprecated: bool
    conditional: bool

    @classmethod
    def of(cls, items: Iterable[tuple[Entry, Term]]) -> Senses:
        """Return the senses that some entries and their forms are."""
        items = tuple(items)
        return cls(
            items,
            ids=frozenset(entry.id for entry, _ in items),
            user=any(entry.user for entry, _ in items),
            deprecated=any(term.status is Status.DEPRECATED for _, term in items),
            conditional=any(entry.context or entry.vetoes for entry, _ in items),
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in their order."""
        return tuple([entry for entry, _ in self.items])

    def where(self, is_meant: Callable[[Entry, Term], bool]) -> Senses | None:
        """Return the senses that are meant; None where none is."""
        meant = tuple(item for item in self.items if is_meant(*item))
        if len(meant) == len(self.items):
            return self
        return Senses.of(meant) if meant else None
