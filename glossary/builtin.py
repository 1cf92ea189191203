"""Built-in knowledge: tables of names that ship with the package, under every glossary of the user.

They are tables as a user has them; what is told of a user's mistakes, the tests ask of these. Their rows are
sorted by their source; ``approved`` rows may raise errors, ``draft`` rows warn at most.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from glossary.cache import compiled_layer
from glossary.data import table_stamp, table_text
from glossary.table import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.term import Entry
    from glossary.termbase import Layer

ORIGIN = "built-in"
TABLES = (  # names of files in glossary/data
    "organisations",
    "products",
    "media",
    "bodies",
    "persons",
    "places",
    "titles",
    "terms",
    "events",
)
LOOKUP = "lookup"  # the table of names that are looked up, and not looked for in texts


@cache
def builtin_layer() -> Layer:
    """Return the built-in entries ready to be searched, from the cache where they were compiled before."""
    return _compiled(TABLES)


@cache
def lookup_layer() -> Layer:
    """Return the names that are too often words to be looked for in texts: of towns, of old currencies."""
    return _compiled((LOOKUP,))


def _compiled(tables: tuple[str, ...]) -> Layer:
    stamps = "\n".join(table_stamp(f"{name}.csv") for name in tables)
    return compiled_layer(stamps.encode(), ORIGIN, ORIGIN, lambda: builtin_entries(tables))


def builtin_entries(tables: tuple[str, ...]) -> Iterator[Entry]:
    """Return the entries of some tables; their lines are numbered through, so that each has one."""
    line = 0
    for name in tables:
        for entry in table_entries(name):
            line += 1
            yield replace(entry, id=f"{ORIGIN}:{line}", line=line, origin=ORIGIN, user=False)


def table_entries(name: str) -> tuple[Entry, ...]:
    """Return the entries of one built-in table, with their lines in its file."""
    text = table_text(f"{name}.csv")
    rows = enumerate(csv.DictReader(text.splitlines()), 2)
    return tuple(entry for line, cells in rows if (entry := entry_of(cells, origin=name, line=line)))
