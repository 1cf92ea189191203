"""Facts of two units beside each other: which agree, which are left on each side, which are in conflict."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from align.facts import Date, Kind, Relation, Strength, Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.comparison.side import Side, Unit
    from align.facts import Fact, Value

# Quotations are translated, and Latin words are names.
_SILENT = frozenset({Kind.QUOTE, Kind.LATIN, Kind.CODE})
# In shorter texts how often a value is found says little about how much it says.
LEAST_STATEMENTS = 60
_RANK = {Verdict.EQUAL: 0, Verdict.COMPATIBLE: 1, Verdict.CONFLICT: 2, Verdict.UNRELATED: 3}


@dataclass(frozen=True, slots=True)
class FactPairs:
    """The facts of two units: pairs that fit, and those that are left on each side."""

    fitting: tuple[tuple[Fact, Fact], ...]
    only_zh: tuple[Fact, ...]
    only_en: tuple[Fact, ...]


class FactEvidence:
    """Compares the facts of units; a value that is found all over the texts says little."""

    def __init__(self, zh: Side, en: Side) -> None:
        self._zh, self._en = zh, en
        self._relations: dict[tuple[Value, Value], Relation] = {}
        self._found = Counter(
            value for side in (zh, en) for facts in side.facts for value in {fact.value for fact in facts}
        )
        self._statements = max(len(zh.statements) + len(en.statements), LEAST_STATEMENTS)

    def weight(self, fact: Fact) -> float:
        """Return how much a fact says: less where it is found often."""
        strength = 0.5 if fact.strength < Strength.DIGITS else 1.0
        return strength * log((self._statements + 1) / (self._found[fact.value] + 0.5))

    def pairs(self, zh: Unit, en: Unit) -> FactPairs:
        """Return the facts of two units in pairs, the most alike first."""
        left = [fact for fact in self._zh.facts_of(zh) if fact.kind not in _SILENT]
        right = [fact for fact in self._en.facts_of(en) if fact.kind not in _SILENT]
        order = sorted(
            (_RANK[relation.verdict], abs(i / len(left) - j / len(right)), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if (relation := self.relation(one, other)).fits
        )
        rows: dict[int, int] = {}
        columns: set[int] = set()
        for _, _, i, j in order:
            if i not in rows and j not in columns:
                rows[i] = j
                columns.add(j)
        return FactPairs(
            tuple((left[i], right[j]) for i, j in sorted(rows.items())),
            _demanding(left, rows.keys()),
            _demanding(right, columns),
        )

    def relation(self, one: Fact, other: Fact) -> Relation:
        """Return how two facts stand to each other in the reading that fits best."""
        if isinstance(one.value, Date) and isinstance(other.value, Date):
            return self._relation(one.value, other.value)  # 2018年 is no number that rounds to 2020
        return min(
            (self._relation(first, second) for first in one.readings for second in other.readings),
            key=lambda relation: _RANK[relation.verdict],
        )

    def _relation(self, one: Value, other: Value) -> Relation:
        key = (one, other)
        if key not in self._relations:
            self._relations[key] = compare(one, other)
        return self._relations[key]


def _demanding(facts: Sequence[Fact], paired: set[int] | object) -> tuple[Fact, ...]:
    return tuple(
        fact
        for number, fact in enumerate(facts)
        if number not in paired and fact.strength > Strength.LOOSE  # type: ignore[operator]
    )
