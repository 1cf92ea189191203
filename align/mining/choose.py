"""From counted pairs to proposals: which are entries, which spellings of others, and how sure each is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from align.mining.links import Reason
from align.mining.nest import Nest
from corpus.pattern import lazy
from glossary.association import SIGNIFICANT, dice, log_likelihood
from glossary.candidates_zh import DOTS
from glossary.fit import Closeness, reads_as
from glossary.kinds import kind_of
from glossary.proposal import Proposal
from glossary.term import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.mining.tally import Count, Tally

LEAST_CONFIDENCE = 0.6
LEAST_VARIANT = 0.3  # of another spelling of an entry
BY_STRENGTH = 0.8  # the confidence in a pair that everything but counting speaks for
BY_STRENGTH_TERM = 0.5  # the same without capitals: the dictionary knows it, so that no glossary need
BY_COUNTING = 0.8  # the most that counting alone can give
HALF_WAY = 2.0  # times a pair must occur for half of that
LEAST_TERM = 2  # times a term without capitals must occur, unless its ending tells what it names
LEAST_TOGETHER = 0.6  # Dice's coefficient of a pair that only counting speaks for
LEAST_FULL = 2  # times a longer form must be found
FULL_FORM = 0.25  # and how often, as a share of the shorter's
FULLY = 0.9  # strength of a pair of which every word is explained
NESTED = 0.8  # share of its occurrences in a longer phrase that makes a phrase a piece of it
COMPOSED = 0.1  # how much less sure a pair is that another entry and a common word make up
_BODIES = (Kind.TITLE, Kind.ORGANISATION)
_JOINTS = lazy(r"[\s‐‑–.'’-]")


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with its counts and its confidence."""

    zh: str
    en: str
    confidence: float
    times: int
    count: Count

    @property
    def rank(self) -> tuple[float, int, int, int, str, str]:
        """What sorts the surest first, longer ones before their pieces, and always in the same order."""
        return -self.confidence, -self.times, -len(self.zh), self.count.unit, self.zh, self.en


def choose(tally: Tally, *, least: float = LEAST_CONFIDENCE) -> list[tuple[Proposal, int]]:
    """Return the proposals, the surest first, each with the number of the unit that shows it.

    A phrase stands in one proposal only: in the surest. Of the others with the same Chinese, those that
    differ in their joints (SAIC-GM Wuling) are variants, and names nearly alike are conflicts.
    """
    scored = sorted(_scored(tally), key=lambda item: item.rank)
    by_zh: defaultdict[str, list[Scored]] = defaultdict(list)
    sure: Nest[Scored] = Nest()
    for item in scored:
        by_zh[item.zh].append(item)
        if item.confidence >= least:
            sure.add(item)
    chosen: Nest[Scored] = Nest()
    taken: dict[str, Scored | None] = {}
    for first in (item for item in scored if item.confidence >= least):
        item = _full_form(first, by_zh[first.zh])
        if item.zh in taken or joined(item.en) in taken or _is_piece(item, chosen) or _is_made_up(item, sure):
            continue
        chosen.add(item)
        taken.update((joined(other.en), None) for other in by_zh[item.zh] if _is_short(other, item))
        taken.update({joined(item.en): None, item.zh: item})
    entries = [_demoted(item, chosen) for item in taken.values() if item]
    entries.sort(key=lambda item: item.rank)
    return [(_proposal(item, by_zh[item.zh]), item.count.unit) for item in entries]


def _is_piece(item: Scored, chosen: Nest[Scored]) -> bool:
    """Tell whether a pair is a piece of one chosen before, and hardly stands alone."""
    return any(other.times >= NESTED * item.times for other in chosen.around(item))


def _is_made_up(item: Scored, sure: Nest[Scored]) -> bool:
    """Tell whether a pair is made of two names that are found as often: a title and a person."""
    names = [other for other in sure.inside(item) if other.count.name and other.times >= item.times]
    return any(
        one.zh not in other.zh
        and other.zh not in one.zh
        and len(one.zh) + len(other.zh) <= len(item.zh)
        and len(one.en) + len(other.en) < len(item.en)
        for one, other in combinations(names, 2)
    )


def _demoted(item: Scored, chosen: Nest[Scored]) -> Scored:
    """Return a pair, less sure where another entry is in it: President Trump beside Trump."""
    made_of = item.count.strength >= FULLY and any(True for _ in chosen.inside(item))
    return replace(item, confidence=round(item.confidence - COMPOSED, 4)) if made_of else item


def _full_form(item: Scored, same: list[Scored]) -> Scored:
    """Return the longest form that holds a form and is explained as well: Kim Jong Un rather than Kim."""
    longer = [
        other
        for other in same
        if _is_short(item, other)
        and other.count.strength >= max(FULLY, item.count.strength)
        and other.times >= max(LEAST_FULL, FULL_FORM * item.times)
    ]
    return max(longer, key=lambda other: (len(other.en), other.rank), default=item)


def _is_short(short: Scored, full: Scored) -> bool:
    """Tell whether a form is made of words of another."""
    words = full.en.split()
    return len(short.en.split()) < len(words) and set(short.en.split()) < set(words) and full.count.name


def joined(text: str) -> str:
    """Return an English form to compare with: without case and joints.

    >>> joined("SAIC-GM Wuling") == joined("SAIC-GM-Wuling")
    True
    """
    return _JOINTS.sub("", text).casefold()


def _scored(tally: Tally) -> Iterator[Scored]:
    for (zh, en), count in tally.pairs.items():
        confidence = _confidence(tally, zh, en, count)
        if confidence >= LEAST_VARIANT:
            yield Scored(zh, en, round(confidence, 4), max(count.joint, count.loose), count)


def _confidence(tally: Tally, zh: str, en: str, count: Count) -> float:
    """Return how sure a pair is: what speaks for it and what counting says, as independent witnesses."""
    together = dice(count.joint, tally.zh[zh], tally.en[en])
    often = max(count.joint, count.loose)
    if count.loose and not together:
        together = 1.0
    if not count.strength:
        likely = log_likelihood(count.joint, tally.zh[zh], tally.en[en], tally.total)
        if together < LEAST_TOGETHER or likely < SIGNIFICANT:
            return 0.0
    counted = BY_COUNTING * together * often / (often + HALF_WAY)
    if not count.name and often < LEAST_TERM and kind_of(zh) not in _BODIES:
        return 0.0
    said = (BY_STRENGTH if count.name else BY_STRENGTH_TERM) * count.strength
    return 1 - (1 - said) * (1 - counted)


def _proposal(item: Scored, same: list[Scored]) -> Proposal:
    variants: list[tuple[str, int]] = []
    conflicts: list[tuple[str, int]] = []
    for other in same:
        if other.en == item.en:
            continue
        if joined(other.en) == joined(item.en) or (
            _is_short(other, item) and item.count.name and other.count.strength >= FULLY
        ):
            variants.append((other.en, other.times))
        elif item.count.person and other.count.person:
            fit = reads_as(item.zh, other.en).closeness
            (variants if fit is Closeness.ACCEPTED else conflicts).append((other.en, other.times))
    reason = item.count.reason or Reason.TOGETHER
    return Proposal(
        item.zh,
        item.en,
        item.confidence,
        item.times,
        reason.value,
        kind=_kind(item),
        variants=tuple(variants),
        conflicts=tuple(conflicts),
    )


def _kind(item: Scored) -> Kind | None:
    if item.count.person or any(dot in item.zh for dot in DOTS):
        return Kind.PERSON
    return None if item.count.name else Kind.TERM
