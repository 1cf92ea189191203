"""Parts of one unit in English: a quarter point, half a percentage point, three quarters of an hour."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.fact import Kind, Strength
from align.facts.read import Read
from align.facts.unit import unit_at
from align.facts.value import Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.unit import Found

PORTIONS = frozenset(("half", "quarter", "one", "three"))  # the words that such a part may begin with
_PORTION = lazy(
    r"(?:(?P<half>half)|(?P<three>three[ -]quarters?)|(?:one[ -])?quarter)"
    r"(?:(?P<of> of (?:an? |one )?| an? )|(?P<joint>[ -]))(?P<point>(?:full )?points?(?![a-z]))?"
)
_AND_PORTION = lazy(r" and (?:a (?:(?P<half>half)|quarter)|(?P<three>three[ -]quarters))(?![a-z]|[ -]dozen)")
_HALF, _QUARTER, _THREE = Decimal("0.5"), Decimal("0.25"), Decimal("0.75")


def portion_at(lower: str, start: int) -> Read | None:
    """Return the part of a unit that begins at a place of a text in lower case, or None where none does.

    A point may be one of percent.

    >>> portion_at("a quarter of a mile", 2).values[0].unit, portion_at("half-point cuts", 0).values[0].unit
    ('mile', 'pp')
    """
    match = _PORTION.match(lower, start)
    if match is None:
        return None
    size = _HALF if match["half"] else _THREE if match["three"] else _QUARTER
    named = match["three"] or lower.startswith("one", start) or lower.endswith("a ", 0, start)
    if match["point"]:
        return _read(start, match.end(), (Quantity(size, "pp"), Quantity(size), Quantity(size, "share")))
    found = unit_at(lower, match.end(), "en")
    # Half an hour is read as numbers are; the last quarter of a year is a quarter.
    if found is None or (match["half"] and found.code != "pp") or not (named or match["joint"] == "-"):
        return None
    return _read(start, found.end, (Quantity(size, found.code), Quantity(size, "share")))


def _read(start: int, end: int, values: tuple[Quantity, ...]) -> Read:
    return Read(Kind.NUMBER, values, start, end, Strength.LOOSE)


def added_portion(lower: str, end: int) -> tuple[Decimal, int]:
    """Return what stands behind a unit and counts with it, as in an hour and a half, and where it ends.

    >>> added_portion("an hour and a half", 7)
    (Decimal('0.5'), 18)
    """
    match = _AND_PORTION.match(lower, end)
    if match is None or _has_unit(lower, match.end()):
        return Decimal(0), end
    return (_HALF if match["half"] else _THREE if match["three"] else _QUARTER), match.end()


def _has_unit(lower: str, end: int) -> Found | None:
    """Return the unit that a part has itself: six feet and a half inch."""
    return unit_at(lower, end + 1, "en") if lower[end : end + 1] in (" ", "-") else None
