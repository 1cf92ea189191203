"""The forms of many entries in one language, searched in one pass over a text."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from glossary.match import Shape, bare, keys, level, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus import Lang
    from glossary.match import View
    from glossary.term import Entry

TERM_BITS = 10  # a reference is the entry's number, shifted, and the number of the term in it


@dataclass(frozen=True, slots=True)
class Index:
    """Automata over bare forms, and for each of them which terms of which entries it stands for.

    The references of form ``n`` are ``refs[starts[n]:starts[n + 1]]``. Short English forms are looked for
    with their capitals, since in small letters they stand inside every other word: pattern ``n`` of
    ``capitals`` is one of form ``spelled[n]``.
    """

    lang: Lang
    automaton: Automaton | None
    starts: Sequence[int]
    refs: Sequence[int]
    capitals: Automaton | None = None
    spelled: Sequence[int] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry], lang: Lang) -> Index:
        """Return the index of the forms that some entries have in a language."""
        found: dict[str, list[int]] = {}
        written: dict[str, set[str]] = {}
        anyhow: set[str] = set()
        for ref, form in _forms(entries, lang):
            exact = lang == "en" and Shape.of(form).exact
            for key in keys(form, lang):
                found.setdefault(key, []).append(ref)
                if exact:
                    written.setdefault(key, set()).update(spellings(form, key))
                else:
                    anyhow.add(key)
        ordered = sorted(found, key=lambda key: key not in anyhow)
        starts = array("I", accumulate((len(found[key]) for key in ordered), initial=0))
        refs = array("I", (ref for key in ordered for ref in found[key]))
        return cls(lang, _automaton(ordered[: len(anyhow)]), starts, refs, *_capitals(ordered, written))

    def search(self, view: View) -> Sequence[tuple[int, int, int]]:
        """Return start and end in the text and number of the forms that are bounded as words are.

        They can overlap, and one can be returned twice.
        """
        found = self.automaton.find_overlapping(view.bare) if self.automaton else []
        if self.capitals:
            spelled = self.spelled
            again = self.capitals.find_overlapping(view.capitals)
            found += [(start, end, spelled[number]) for start, end, number in again]
        return view.bounded(found, self.lang) if found else ()

    def has(self, text: str) -> bool:
        """Tell whether a whole text is one of the forms, but for capitals and blanks."""
        form = bare(level(text))
        found = self.automaton.find_overlapping(form) if self.automaton else ()
        return any(start == 0 and end == len(form) for start, end, _ in found)

    def terms(self, form: int) -> Iterator[tuple[int, int]]:
        """Return the entry's number and the term's number in it, for all that a form stands for."""
        for ref in self.refs[self.starts[form] : self.starts[form + 1]]:
            yield ref >> TERM_BITS, ref & (1 << TERM_BITS) - 1


def _forms(entries: Iterable[Entry], lang: Lang) -> Iterator[tuple[int, str]]:
    """Return the references and texts of the terms of a language."""
    for number, entry in enumerate(entries):
        for place, term in enumerate(entry.terms):
            if term.lang == lang:
                yield number << TERM_BITS | place, term.text


def _capitals(
    forms: Sequence[str], written: Mapping[str, Iterable[str]]
) -> tuple[Automaton | None, Sequence[int]]:
    """Return the automaton over the spellings that some forms have, and which form each of them is of."""
    pairs = [(text, number) for number, form in enumerate(forms) for text in sorted(written.get(form, ()))]
    return _automaton([text for text, _ in pairs]), array("I", [number for _, number in pairs])


def _automaton(patterns: list[str]) -> Automaton | None:
    return Automaton(patterns) if patterns else None
