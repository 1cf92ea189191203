"""Counts phrases and pairs of phrases over all units, in bounded memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Protocol, TypeVar

from align.mining.candidates import candidates_of
from align.mining.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.mining.candidates import Candidates
    from align.mining.links import Reason
    from align.mining.unit import Unit

Item = TypeVar("Item")
LIMIT_COUNTS = 2_000_000  # phrases or pairs held at once; beyond, the rarest are forgotten
LEAST_OFTEN = 3  # units that a pair shares which nothing but counting speaks for
LIMIT_COMMON = 0.2  # share of the units; a phrase in more of them tells nothing


class Track(Protocol):
    """Wraps what is gone through, to show progress; the text says what is done."""

    def __call__(self, items: Iterable[Item], description: str, /) -> Iterable[Item]:
        """Return the items."""


@dataclass(slots=True)
class Count:
    """How often a pair occurs, the best that speaks for it, and the first unit that shows it.

    ``loose`` counts the loose units, ``joint`` the others.
    """

    joint: int = 0
    loose: int = 0
    strength: float = 0.0
    reason: Reason | None = None
    name: bool = True
    person: bool = False
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted over ``total`` units."""

    total: int
    zh: Counter[str]
    en: Counter[str]
    pairs: dict[tuple[str, str], Count] = field(default_factory=dict)


def count_units(
    units: Iterable[Unit],
    track: Track,
    *,
    limit: int = LIMIT_COUNTS,
) -> Tally:
    """Return the counts of all phrases and pairs.

    The candidates are gone through twice: a pair that only counting speaks for is kept where both its
    phrases were found to be frequent the first time.

    Args:
        units: The texts.
        track: Shows progress.
        limit: How many counts are held at once.
    """
    tally = Tally(0, Counter(), Counter())
    with Kept() as kept:
        loose: list[bool] = []
        for unit in track(units, "reading"):
            found = candidates_of(unit)
            kept.add(found)
            loose.append(unit.loose)
            if not unit.loose:
                tally.zh.update(found.zh)
                tally.en.update(found.en)
            _forget(tally.zh, limit)
            _forget(tally.en, limit)
        result = Tally(len(loose), tally.zh, tally.en)
        for number, (found, is_loose) in enumerate(track(zip(kept, loose, strict=True), "counting")):
            _count_pairs(result, found, number, loose=is_loose)
            if len(result.pairs) > limit:
                _forget_pairs(result.pairs, limit)
    return result


def _count_pairs(tally: Tally, found: Candidates, number: int, *, loose: bool) -> None:
    for item in found.pairings:
        count = tally.pairs.setdefault((item.zh, item.en), Count(unit=number))
        if loose:
            count.loose += 1
        else:
            count.unit = count.unit if count.joint else number
            count.joint += 1
        if item.strength > count.strength:
            count.strength, count.reason = item.strength, item.reason
            count.name, count.person = item.name, item.person
    explained = {(item.zh, item.en) for item in found.pairings}
    for pair in product(_telling(found.zh, tally.zh, tally.total), _telling(found.en, tally.en, tally.total)):
        if pair not in explained:
            count = tally.pairs.get(pair) or tally.pairs.setdefault(pair, Count(unit=number))
            count.joint += 1


def _telling(phrases: Iterable[str], counts: Counter[str], total: int) -> list[str]:
    """Return the phrases that are neither too rare nor too common for their counts to tell anything."""
    most = max(3 * LEAST_OFTEN, total * LIMIT_COMMON)
    return [text for text in phrases if LEAST_OFTEN <= counts[text] <= most]


def _forget(counts: Counter[str], limit: int) -> None:
    least = 1
    while len(counts) > limit:
        for key in [key for key, count in counts.items() if count <= least]:
            del counts[key]
        least += 1


def _forget_pairs(pairs: dict[tuple[str, str], Count], limit: int) -> None:
    least = 1
    while len(pairs) > limit // 2:
        for key in [key for key, count in pairs.items() if count.joint <= least]:
            del pairs[key]
        least += 1
