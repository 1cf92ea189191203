"""What is wrong or doubtful in a glossary, row by row and between rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.script import CJK_PUNCTUATION, has_han
from glossary.conflict import contradictions, homonyms, repetitions
from glossary.match import bare, level
from glossary.problem import Problem, problem_of
from glossary.table import read_rows
from glossary.term import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from glossary.term import Entry, Term

_ODD_MARK = lazy(f"[{CJK_PUNCTUATION}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u00ad\u200b-\u200f\u2060\ufeff]")
_LISTED = lazy(r"\s/\s|[;；、]")
TABLE_FORMATS = frozenset({"csv", "tsv"})  # of ours, whose rows are checked one by one
LEAST_EN = 3  # letters of a form in lower case


def check_glossary(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful in a glossary file of any format, in the order of its rows.

    Raises:
        InputError: It cannot be read at all.
        ConfigError: Its format is unknown.
    """
    from glossary.formats import Losses, read_entries
    from glossary.formats.sniff import sniff

    form = sniff(path)
    if form in TABLE_FORMATS:
        table = read_rows(path)
        return _sorted((*table.problems, *_doubts(table.entries)))
    losses = Losses()
    problems = check_entries(tuple(read_entries(path, losses, form)))
    unread = (Problem(f"not read: {loss}", "info", path, loss.line) for loss in losses)
    return _sorted((*problems, *unread))


def check_entries(entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """Return what is doubtful in the entries of a glossary.

    Entries for one Chinese form that differ, homophones among persons, and names that do not read as
    they are spelled may all be right; a row with a note is taken as deliberate.
    """
    return _sorted((*contradictions(entries), *_doubts(entries)))


def _doubts(entries: Sequence[Entry]) -> Iterator[Problem]:
    yield from repetitions(entries)
    yield from homonyms(entries)
    for entry in entries:
        yield from _of_entry(entry)
    yield from _kindless(entries)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.rank)))


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for term in entry.terms:
        yield from _of_term(entry, term)
    if entry.kind is Kind.PERSON and not entry.note and not entry.verbatim:
        yield from _misread(entry)


def _of_term(entry: Entry, term: Term) -> Iterator[Problem]:
    if term.lang == "en" and has_han(term.text) and not entry.verbatim:
        yield problem_of(entry, f'there is Chinese in the English form "{term.text}"')
    elif term.lang == "en" and (odd := _ODD_MARK.search(term.text)):
        yield problem_of(entry, f'the form "{term.text}" has a mark of Chinese text, U+{ord(odd[0]):04X}')
    if _LISTED.search(term.text):
        yield problem_of(entry, f'"{term.text}" looks like several forms; put | between them', "info")
    if _is_dangerous(term):
        yield problem_of(
            entry, f'"{term.text}" is so short that it is found where something else is meant', "info"
        )


def _is_dangerous(term: Term) -> bool:
    if term.lang == "zh":
        return len(term.text) == 1
    return len(bare(level(term.text))) < LEAST_EN and term.text.islower()


def _misread(entry: Entry) -> Iterator[Problem]:
    """Report a person's name in pinyin that is no spelling of its Chinese."""
    from glossary.fit import Closeness, reads_as
    from glossary.pinyin_name import english_names
    from glossary.spelling import spellings

    zh, en = entry.preferred("zh"), entry.preferred("en")
    if reads_as(zh, en).closeness is Closeness.ACCEPTED or not english_names(en) or not spellings(zh):
        return
    usual = spellings(zh)[0].text
    yield problem_of(
        entry, f'{zh} reads {usual}, not "{en}"; where the person spells it so, say so in a note'
    )


def _kindless(entries: Sequence[Entry]) -> Iterator[Problem]:
    without = [entry for entry in entries if entry.kind is None]
    if without:
        kinds = ", ".join(Kind)
        rows = f"{len(without)} row{'s have' if len(without) > 1 else ' has'}"
        text = f"{rows} no kind ({kinds}); it tells how strictly a form is compared"
        yield problem_of(without[0], text, "info")
