"""What a stretch of text may mean: the entries that have it as a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from glossary.term import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from corpus import Span
    from glossary.term import Entry, Kind, Term


class Sense(NamedTuple):
    """An entry that a stretch of text may stand for, and the form of it that stands there."""

    entry: Entry
    term: Term


@dataclass(frozen=True, slots=True, eq=False)
class Senses:
    """The entries that a stretch of text may stand for, each with the form that stands there.

    Li is the surname of a dozen people in the built-in tables: what is asked of all of them for every
    text that names one is worked out once. ``right`` are the senses whose form is none to avoid, ``user``
    tells whether one is from a glossary of the user, ``deprecated`` whether one has the stretch as a form
    to avoid; ``contextual`` are those that are meant only in certain articles, ``vetoed`` those that are not
    meant inside certain words.
    """

    items: tuple[Sense, ...]
    entries: tuple[Entry, ...]
    ids: frozenset[str]
    right: tuple[Sense, ...]
    user: bool
    deprecated: bool
    contextual: tuple[Entry, ...]
    vetoed: tuple[Sense, ...]

    @classmethod
    def of(cls, items: Iterable[tuple[Entry, Term]]) -> Senses:
        """Return the senses that some entries and their forms are."""
        senses = tuple(Sense(*item) for item in items)
        return cls(
            senses,
            entries=tuple(entry for entry, _ in senses),
            ids=frozenset(entry.id for entry, _ in senses),
            right=tuple(item for item in senses if item.term.status is not Status.DEPRECATED),
            user=any(entry.user for entry, _ in senses),
            deprecated=any(term.status is Status.DEPRECATED for _, term in senses),
            contextual=tuple(entry for entry, _ in senses if entry.context),
            vetoed=tuple(item for item in senses if item.entry.vetoes),
        )

    def has_kind(self, kind: Kind) -> bool:
        """Tell whether an entry is of a kind."""
        return any(entry.kind is kind for entry in self.entries)

    def of_user(self) -> list[Sense]:
        """Return those from glossaries of the user."""
        return [item for item in self.items if item.entry.user]

    def without(self, ids: Set[str]) -> Senses | None:
        """Return the senses but for those of some entries; None where none is left."""
        left = [item for item in self.items if item.entry.id not in ids]
        return Senses.of(left) if left else None


# Where a text has forms of entries, apart and in order, and what each place may mean.
Places: TypeAlias = "tuple[tuple[Span, Senses], ...]"
