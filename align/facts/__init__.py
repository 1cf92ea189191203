"""Facts: typed values with their spans, in one normal form for both languages."""

from align.facts.compare import How, Relation, Verdict, compare
from align.facts.express import express
from align.facts.extract import extract, extract_values
from align.facts.fact import Fact, Kind, Strength
from align.facts.numeral import Flaw
from align.facts.value import Bound, Clock, Date, Label, Ordinal, Quantity, Score, Value, Verbatim

__all__ = [
    "Bound",
    "Clock",
    "Date",
    "Fact",
    "Flaw",
    "How",
    "Kind",
    "Label",
    "Ordinal",
    "Quantity",
    "Relation",
    "Score",
    "Strength",
    "Value",
    "Verbatim",
    "Verdict",
    "compare",
    "express",
    "extract",
    "extract_values",
]
