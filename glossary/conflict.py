"""Rows of a glossary that do not go together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.script import has_han, simplified
from glossary.match import bare, level
from glossary.problem import problem_of
from glossary.term import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus import Lang
    from glossary.problem import Problem
    from glossary.term import Entry

_SIDES: tuple[tuple[Lang, Lang], ...] = (("zh", "en"), ("en", "zh"))


def repetitions(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Return Chinese forms with several entries: with the same English again, or with another."""
    first: dict[str, Entry] = {}
    for entry in entries:
        for form in entry.accepted("zh"):
            other = first.setdefault(_key(form), entry)
            if other is entry:
                continue
            if {_key(one) for one in entry.accepted("en")} & {_key(one) for one in other.accepted("en")}:
                yield problem_of(entry, f"{form} is already in {_place(other)}")
            elif not (entry.note or other.note):
                one, two = entry.preferred("en"), other.preferred("en")
                yield problem_of(
                    entry, f'{form} is "{one}" here and "{two}" in {_place(other)}; a note tells them apart'
                )


def contradictions(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Return forms that one row says to use and another to avoid, for the same form of the other language."""
    avoiding = [entry for entry in entries if any(term.status is Status.DEPRECATED for term in entry.terms)]
    for one, other in _SIDES if avoiding else ():
        accepted: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            for pair in _pairs(entry, one, other, deprecated=False):
                accepted.setdefault(pair, entry)
        for entry in avoiding:
            for pair in _pairs(entry, one, other, deprecated=True):
                if pair in accepted:
                    text = f'"{pair[1]}" is to be avoided here and to be used in {_place(accepted[pair])}'
                    yield problem_of(entry, text, "error")


def _pairs(entry: Entry, one: Lang, other: Lang, *, deprecated: bool) -> Iterator[tuple[str, str]]:
    forms = entry.forms(other, Status.DEPRECATED) if deprecated else entry.accepted(other)
    for form in entry.accepted(one):
        for written in forms:
            yield simplified(form), written


def homonyms(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Return persons whose English names are the same."""
    named: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind is Kind.PERSON:
            for form in dict.fromkeys(map(_key, entry.accepted("en"))):
                named[form].append(entry)
    for same in named.values():
        for entry in same[1:]:
            other = same[0]
            if entry.preferred("zh") != other.preferred("zh") and not (entry.note or other.note):
                names = f"{entry.preferred('zh')} and {other.preferred('zh')} ({_place(other)})"
                yield problem_of(
                    entry, f'{names} are both "{entry.preferred("en")}"; a note says that they are two'
                )


def _key(form: str) -> str:
    return bare(level(simplified(form) if has_han(form) else form))


def _place(entry: Entry) -> str:
    return f"line {entry.line}" if entry.line else f"the entry of {entry.preferred('zh')}"
