"""Statements: the clauses of a segment, as ``compare`` pairs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.enclosure import enclosed_spans
from corpus.pattern import lazy
from corpus.script import HAN, LATIN
from corpus.span import Span
from corpus.stop import CLOSERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.document import Lang, Segment

_CLOSERS = f"[{re.escape(CLOSERS)}]*+"
# A mark between digits is part of a number (10：30, 1,000); a Latin one counts beside an ideograph in
# Chinese, and before a blank in English.
_MARKS = ",;:!?…，；：。！？"
_CLAUSE_END = {
    "zh": lazy(
        rf"(?:[；。！？…]|(?<!\d)[，：]|[，：](?!\d)|(?<=[{HAN}])[,;:!?]|[,;:!?](?=\s*[{HAN}]))++{_CLOSERS}"
    ),
    "en": lazy(
        rf"(?:(?<![{_MARKS}])[{_MARKS}]++|(?<!\.)\.{{3,}}+[{_MARKS}]*+){_CLOSERS}(?=[\s—])|—|--|(?<=\s)[–-](?=\s)"
    ),
}
# A comma inside a name or a date: Motor Co., Ltd.; Martin Luther King, Jr.; July 21, 2022.
_REST_OF_NAME = lazy(r"\s*(?:Ltd|Inc|Corp|LLC|L\.L\.C|PLC|S\.A|N\.V|Jr|Sr|Ph\.?D|M\.?D|D\.C|Esq)\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = lazy(rf"\b{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,$")
_YEAR = lazy(r"\s*\d{4}\b")
LONGEST_DAY = 20
# A piece with less joins the next one, the last one the piece before. In Chinese a run of letters or
# digits weighs as much as an ideograph: 2020年 is two.
_UNIT = {"zh": lazy(rf"[{HAN}]|[{LATIN}]+|[0-9]+"), "en": lazy(r"\S")}
LEAST_UNITS = {"zh": 5, "en": 12}


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that states one thing; ``span`` counts code points of ``Document.text``."""

    span: Span
    text: str


def statements(segment: Segment, lang: Lang) -> tuple[Statement, ...]:
    """Return the clauses of a segment, in order; between two of them is white space only.

    Chinese is cut behind ，；： and stops, English behind commas, semicolons, colons, dashes and stops;
    neither inside numbers, dates, company names, titles, brackets and short quotations.

    >>> from corpus.document import Segment
    >>> text = "随后，由于业绩突出，周钘升任副总经理。"
    >>> [statement.text for statement in statements(Segment(Span(0, 19), text), "zh")]
    ['随后，由于业绩突出，', '周钘升任副总经理。']
    """
    found: list[Statement] = []
    start = 0
    for end in _ends_of_full_clauses(segment.text, lang):
        span = Span(start, end).stripped(segment.text)
        found.append(Statement(span.shift(segment.span.start), span.of(segment.text)))
        start = end
    return tuple(found)


def _ends_of_full_clauses(text: str, lang: Lang) -> list[int]:
    """Return the ends of the clauses after those that are too short have joined another."""
    ends: list[int] = []
    units, seen = 0, 0
    for end in [*_clause_ends(text, lang), len(text)]:
        units += len(_UNIT[lang].findall(text, seen, end))
        seen = end
        if units >= LEAST_UNITS[lang]:
            ends.append(end)
            units = 0
    return [*(ends[:-1] if units or ends[-1:] == [len(text)] else ends), len(text)]


def _clause_ends(text: str, lang: Lang) -> Iterator[int]:
    held = enclosed_spans(text)
    starts = [span.start for span in held]
    for match in _CLAUSE_END[lang].finditer(text):
        around = bisect_right(starts, match.start()) - 1
        enclosed = around >= 0 and match.start() < held[around].end
        if not enclosed and not _inside_name_or_date(text, match.end()):
            yield match.end()


def _inside_name_or_date(text: str, place: int) -> bool:
    if text[place - 1] != ",":
        return False
    day = _DAY.search(text[max(0, place - LONGEST_DAY) : place])
    return _REST_OF_NAME.match(text, place) is not None or bool(day and _YEAR.match(text, place))
