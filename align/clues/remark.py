"""What people and models write about a translation instead of translating: remarks, prompts, tokens, credits.

The table is ``glossary/data/remarks.csv``, a pattern a row:

``kind``
    ``remark``, ``prompt``, ``token`` or ``credit``.
``certain``
    ``yes`` where a careful editor would always delete it, else ``no``.
``trigger``
    Strings in lower case, with ``|`` between them, of which a match has at least one. They are looked for
    first, in one pass for all rows, so that a text without any costs next to nothing.
``pattern``
    A regular expression, in any case. ``^`` at its front is the beginning of a sentence.
``unless``
    A regular expression: where the source has it, the source says the same, and all is well.
``example``
    A text that the pattern finds; tested.
``note``
    What was found, in a few words.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus import Span
from corpus.pattern import lazy
from corpus.quote import Quotations
from corpus.script import simplified
from glossary.data import table_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What may stand before the first word of a sentence; a sentence may follow the last one without a blank.
_BEGINNING = lazy(r"(?:^|[.!?。！？:：;；\n”\"」)）\]】>*•—–-])[\s“\"「(（\[【*]*$")
_LOOK_BEHIND = 8
# A remark goes on to the end of its sentence, or to the colon before the text that it announces.
_ENDING = frozenset(".!?:。！？：\n")
_END = lazy(r"[.!?:](?=[\s”\"'’)）\]】]|$)|[。！？：]|(?=\n)|$")
LIMIT_SENTENCE = 300
SHORT = frozenset({"token", "credit"})  # kinds that are no sentence of their own


@dataclass(frozen=True, slots=True)
class Remark:
    """A row of the table."""

    kind: str
    certain: bool
    triggers: tuple[str, ...]
    pattern: str
    unless: str
    example: str
    note: str

    @classmethod
    def of_row(cls, row: Sequence[str]) -> Remark:
        """Return the remark of a row of the table."""
        kind, certain, triggers, pattern, unless, example, note = row
        return cls(kind, certain == "yes", tuple(triggers.split("|")), pattern, unless, example, note)

    def spans(self, text: str) -> Iterator[Span]:
        """Return where a text, simplified, has the remark, other than between quotation marks."""
        matches = _compiled(self.pattern.removeprefix("^")).finditer(text)
        spans = [Span(*match.span()) for match in matches]
        quotations = Quotations.of(text if spans else "")
        for span in spans:
            begins = not self.pattern.startswith("^") or begins_sentence(text, span.start)
            if begins and quotations.around(span) is None:
                yield span if self.kind in SHORT else _to_end_of_sentence(text, span)

    def is_said_by(self, source: str) -> bool:
        """Tell whether a source says the same."""
        return bool(self.unless) and _compiled(self.unless).search(simplified(source)) is not None


def begins_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence may begin at a place, if only right behind the last one.

    >>> begins_sentence("It hurt them.The wording seems odd.", 13), begins_sentence("as an AI", 3)
    (True, False)
    """
    behind = text[max(0, at - _LOOK_BEHIND) : at]
    return at == 0 or _BEGINNING.search(behind) is not None


def _to_end_of_sentence(text: str, span: Span) -> Span:
    if text[span.end - 1] in _ENDING:
        return span
    end = _END.search(text, span.end, span.end + LIMIT_SENTENCE)
    return Span(span.start, end.end()) if end else span


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def find_remarks(text: str, source: str, *, kind: str) -> list[tuple[Remark, Span]]:
    """Return the remarks of a kind that a text has and its source has not, in order, apart.

    The table is written in simplified characters; a text may have the traditional ones.

    >>> [(_, span)] = find_remarks("Sure! Here is the translation: It opened.", "开业了。", kind="remark")
    >>> span
    Span(start=0, end=30)
    """
    text = simplified(text)
    possible = [remark for remark in _possible(text) if remark.kind == kind]
    found = [(remark, span) for remark in possible for span in remark.spans(text)]
    taken: list[tuple[Remark, Span]] = []
    for remark, span in sorted(found, key=lambda item: (item[1].start, -item[1].end)):
        if (not taken or span.start >= taken[-1][1].end) and not remark.is_said_by(source):
            taken.append((remark, span))
    return taken


def may_have_remark(text: str) -> bool:
    """Tell whether a text has a trigger of any remark; most have none."""
    return bool(_possible(simplified(text)))


@lru_cache(maxsize=8)  # the rules ask for one kind after another
def _possible(text: str) -> tuple[Remark, ...]:
    """Return the remarks of which a text has a trigger, in the order of the table."""
    automaton, owners = _triggers()
    hits = automaton.find_overlapping(text.lower())
    numbers = {number for _, _, hit in hits for number in owners[hit]} if hits else ()
    return tuple(load_remarks()[number] for number in sorted(numbers))


@cache
def _triggers() -> tuple[Automaton, tuple[tuple[int, ...], ...]]:
    """Return what finds the triggers, and for each the rows that it stands in."""
    rows: dict[str, list[int]] = {}
    for number, remark in enumerate(load_remarks()):
        for trigger in remark.triggers:
            rows.setdefault(trigger, []).append(number)
    return Automaton(list(rows)), tuple(map(tuple, rows.values()))


@cache
def load_remarks() -> tuple[Remark, ...]:
    """Return the built-in remarks, in the order of their table."""
    text = table_text("remarks.csv")
    rows = csv.reader(text.splitlines())
    next(rows)
    return tuple(Remark.of_row(row) for row in rows)
