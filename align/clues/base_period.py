"""What a growth rate compares with: the same time a year before (同比), or the period before (环比)."""

from __future__ import annotations

import re

from align.clues.counterparts import Counterparts
from corpus import Span
from corpus.pattern import lazy

_YEAR_ZH, _PERIOD_ZH = "同比", "环比"
# What a writer may call 同比 who means another comparison, and what 环比 may be set beside.
_OTHER_ZH = {
    _YEAR_ZH: lazy("环比|[上前]一?个?[月季周]|(?<!去年)(?<!上年)同期|[不共相等]同比|同比例"),
    _PERIOD_ZH: lazy("同比|同期|[去上前]一?年|年同|循环比|年[率化]"),
}
_YEAR_EN = lazy(
    r"\byears?[- ](?:on|over|to)[- ]year\b|\bYoY\b"
    r"|\b(?:from|than|over) (?:a|one) year (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_PERIOD_EN = lazy(
    r"\b(?P<unit>month|quarter|week)s?[- ](?:on|over|to)[- ](?P=unit)\b|\b(?:Qo[Qq]|MoM)\b"
    r"|\bsequential(?:ly)?\b|\b(?:from|than|over) the (?:previous|preceding|prior) (?:month|quarter|week)\b",
    re.IGNORECASE,
)
# Anything that may stand for the comparison that the source makes.
_MAY_BE_YEAR = lazy(r"(?i)\byear|\bannual|\bY/?[oO]/?Y|\b(?:19|20)\d\d\b|\b12 months|\btwelve months")
_MAY_BE_PERIOD = lazy(
    r"(?i)\bmonth|\bquarter|\bweek|\bsequential|\bprevious|\bprior\b|\bpreceding|\b[QM]o[QM]\b|\bfrom (?:q\d|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the (?:first|second|third|fourth))"
)


def other_base(chinese: str, english: str) -> Counterparts | None:
    """Return where English compares with another time than simplified Chinese, which names one comparison.

    >>> change = other_base("销量环比增长5%。", "Sales rose 5% year on year.")
    >>> change.english if change else None
    Span(start=14, end=26)
    """
    for word, stated, excuse in (
        (_YEAR_ZH, _PERIOD_EN, _MAY_BE_YEAR),
        (_PERIOD_ZH, _YEAR_EN, _MAY_BE_PERIOD),
    ):
        place = chinese.find(word)
        if place < 0 or _OTHER_ZH[word].search(chinese) or excuse.search(english):
            continue
        if found := stated.search(english):
            return Counterparts(Span(place, place + len(word)), Span(*found.span()))
    return None
