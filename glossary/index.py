"""The forms of many entries in one language, searched in one pass over a text."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from glossary.match import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus import Lang
    from glossary.match import View
    from glossary.term import Entry

TERM_BITS = 10  # a reference is the entry's number, shifted, and the number of the term in it


@dataclass(frozen=True, slots=True)
class Index:
    """An automaton over bare forms, and for each of them which terms of which entries it stands for.

    The references of pattern ``n`` are ``refs[starts[n]:starts[n + 1]]``.
    """

    lang: Lang
    automaton: Automaton | None
    starts: Sequence[int]
    refs: Sequence[int]

    @classmethod
    def of(cls, entries: Iterable[Entry], lang: Lang) -> Index:
        """Return the index of the forms that some entries have in a language."""
        patterns: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for place, term in enumerate(entry.terms):
                if term.lang == lang:
                    for key in keys(term.text, lang):
                        patterns.setdefault(key, []).append(number << TERM_BITS | place)
        starts, refs = array("I", [0]), array("I")
        for found in patterns.values():
            refs.extend(found)
            starts.append(len(refs))
        return cls(lang, Automaton(list(patterns)) if patterns else None, starts, refs)

    def search(self, view: View) -> Iterator[tuple[int, int, int]]:
        """Return start and end in the text and pattern of all that is bounded as words are; overlaps too."""
        found = self.automaton.find_overlapping(view.bare) if self.automaton else ()
        return view.bounded(found, self.lang) if found else iter(())

    def terms(self, pattern: int) -> Iterator[tuple[int, int]]:
        """Return the entry's number and the term's number in it, for all that a pattern stands for."""
        for ref in self.refs[self.starts[pattern] : self.starts[pattern + 1]]:
            yield ref >> TERM_BITS, ref & (1 << TERM_BITS) - 1
