"""Festivals, turns of the year and dynasties that became others: 中秋节 the Dragon Boat Festival."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.clues.pairfacts import facts_of
from align.facts.label import chinese_of, label_words
from align.facts.value import Label
from align.neighbours import neighbours
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Context, Pair
    from align.facts.fact import Fact
    from corpus import Lang, Span

# What is no time, though numbers stand in its name.
_EVENTS = frozenset(
    """
    1992-consensus belt-and-road december-9-movement marco-polo-bridge-incident mukden-incident
    wuchang-uprising
    """.split()
)
# What Chinese calls a day besides the names that are read as such.
_ALSO = {
    "national-day": ("国庆",),
    "labour-day": ("劳动节",),
    "childrens-day": ("儿童节",),
    "womens-day": ("妇女节",),
    "new-years-day": ("新年",),
    "spring-festival": ("过年", "新年", "农历"),
}


class NamedTime(NamedTuple):
    """A day or a dynasty, and where a text names it."""

    label: Label
    span: Span

    @property
    def is_dynasty(self) -> bool:
        """Whether it is a dynasty; else it is a day."""
        return self.label.name.endswith(" dynasty")

    def called(self, lang: Lang) -> str:
        """Return its name in a language, in small letters."""
        return label_words(self.label) if lang == "en" else chinese_of(self.label)[0]

    def is_in(self, chinese: str) -> bool:
        """Tell whether a simplified Chinese text has one of its names, or what may be said for it."""
        return any(name in chinese for name in (*chinese_of(self.label), *_ALSO.get(self.label.name, ())))


def changed_time(pair: Pair, context: Context) -> tuple[NamedTime, NamedTime] | None:
    """Return a named time of a source and the other one that a translation has in its place.

    Only where one is missing and one of its sort has come in, and where nothing here or in the pairs beside
    is the name of either.
    """
    facts = facts_of(pair, context)
    missing, added = _only(facts.src, facts.tgt), _only(facts.tgt, facts.src)
    if missing is None or added is None or missing.is_dynasty != added.is_dynasty:
        return None
    ours, theirs = pair.chinese_first(missing, added)
    chinese = context.kept(simplified, pair.zh).replace(simplified(ours.span.of(pair.zh)), "")
    english = pair.en.replace(theirs.span.of(pair.en), "").lower()
    if theirs.is_in(chinese) or ours.called("en").split()[0] in english:
        return None
    moved = any(_has_moved(missing, added, beside, context) for beside in neighbours(pair, context))
    return None if moved else (missing, added)


def _only(facts: Sequence[Fact], others: Sequence[Fact]) -> NamedTime | None:
    """Return the named time that one side has and the other has not, where there is one such name."""
    alone = [time for time in _named(facts) if time.label not in _labels(others)]
    return alone[0] if len({time.label for time in alone}) == 1 else None


def _named(facts: Sequence[Fact]) -> list[NamedTime]:
    labelled = (NamedTime(fact.value, fact.span) for fact in facts if isinstance(fact.value, Label))
    return [time for time in labelled if chinese_of(time.label) and time.label.name not in _EVENTS]


def _labels(facts: Sequence[Fact]) -> set[Label]:
    return {time.label for time in _named(facts)}


def _has_moved(missing: NamedTime, added: NamedTime, beside: Pair, context: Context) -> bool:
    """Tell whether a pair beside has one of two names on the side only where this pair lacks it."""
    facts = facts_of(beside, context)
    said, written = _labels(facts.src), _labels(facts.tgt)
    return missing.label in written - said or added.label in said - written
