"""The rules, a module a family or a part of one; importing them registers their rules."""

from align.rules import (
    calques,
    consistency,
    doubled,
    marks,
    name_readings,
    name_twins,
    names,
    quotes,
    remarks,
    spacing,
    stops,
    terms,
    width,
)

__all__ = [
    "calques",
    "consistency",
    "doubled",
    "marks",
    "name_readings",
    "name_twins",
    "names",
    "quotes",
    "remarks",
    "spacing",
    "stops",
    "terms",
    "width",
]
