"""What one side of a pair says, to be looked up value by value.

A date is looked up field by field and a range end by end, for a translation moves them apart. Every
reading of every fact counts, the loose ones too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.compare import compare
from align.facts.fact import Strength
from align.facts.unit import agree
from align.facts.value import Clock, Date, Ordinal, Quantity, Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.facts.fact import Fact
    from align.facts.value import Value

NUMBER, TIME = "number", "time"
LIMIT_COMPARED = 64  # times or ranges looked at one by one; a table of thousands is left alone


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a fact that is matched by itself: a number, a time, or one field of a date.

    ``value`` says the same in the form of a fact's value.
    """

    fact: Fact
    name: str
    value: Value

    @property
    def number(self) -> Decimal | None:
        """The number that is counted, None in dates and times."""
        return self.value.value if isinstance(self.value, Quantity) else None

    @property
    def unit(self) -> str:
        """The unit of a quantity, ``""`` where there is none."""
        return self.value.unit if isinstance(self.value, Quantity) else ""


def parts_of(fact: Fact) -> Iterator[Part]:
    """Return the pieces of a fact's likeliest reading that are matched by themselves."""
    value = fact.value
    if isinstance(value, Quantity):
        yield Part(fact, NUMBER, value if value.high is None else replace(value, high=None))
        if value.high is not None:
            yield Part(fact, NUMBER, replace(value, value=value.high, high=None))
    elif isinstance(value, Ordinal):
        yield Part(fact, NUMBER, Quantity(value.number))
    elif isinstance(value, Date):
        for name, given in value.given.items():
            if name != "part":
                yield Part(fact, name, Date(**{name: given}))  # type: ignore[arg-type]
    elif isinstance(value, Clock):
        yield Part(fact, TIME, value)
    elif isinstance(value, Score):
        yield Part(fact, NUMBER, Quantity(value.left))
        yield Part(fact, NUMBER, Quantity(value.right))


@dataclass(slots=True)
class Supply:
    """The values of one side: numbers with their units, the fields of dates, times, and ranges."""

    numbers: dict[Decimal, set[str]] = field(default_factory=dict)
    sure: set[Decimal] = field(default_factory=set)
    fields: set[tuple[str, int | str]] = field(default_factory=set)
    decades: set[int] = field(default_factory=set)
    clocks: list[Clock] = field(default_factory=list)
    ranges: list[Quantity] = field(default_factory=list)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Supply:
        """Return what some facts say."""
        supply = cls()
        for fact in facts:
            for value in fact.readings:
                supply._add(value, sure=fact.strength > Strength.LOOSE)
            for value in fact.others:
                if isinstance(value, Quantity) and value.high is not None:
                    supply.ranges.append(value)
        return supply

    def _add(self, value: Value, *, sure: bool) -> None:
        if isinstance(value, Quantity):
            for number in value.numbers:
                self._add_number(number, value.unit, sure=sure)
        elif isinstance(value, Date):
            self.fields.update(value.given.items())
            if value.decade is not None:
                self.decades.add(value.decade % 100)
        elif isinstance(value, Clock):
            if len(self.clocks) < LIMIT_COMPARED:
                self.clocks.append(value)
        elif isinstance(value, Ordinal):
            self._add_number(value.number, "", sure=sure)
        elif isinstance(value, Score):
            self._add_number(value.left, "", sure=sure)
            self._add_number(value.right, "", sure=sure)

    def _add_number(self, number: Decimal, unit: str, *, sure: bool) -> None:
        self.numbers.setdefault(number, set()).add(unit)
        if sure and not unit:
            self.sure.add(number)

    def holds(self, part: Part) -> bool:
        """Tell whether the side says what a part says."""
        value = part.value
        if isinstance(value, Clock):
            return any(compare(value, clock).fits for clock in self.clocks)
        if isinstance(value, Date):
            return any(self._holds_field(name, given) for name, given in value.given.items())
        assert isinstance(value, Quantity)
        units = self.numbers.get(value.value, ())
        return any(agree(value.unit, unit) for unit in units) or self._holds_otherwise(value)

    def _holds_field(self, name: str, given: int | str) -> bool:
        if (name, given) in self.fields:
            return True
        if not isinstance(given, int):
            return False
        if name == "decade":
            return given % 100 in self.decades and (given < 100 or bool(self.decades))
        if name == "year":
            return Decimal(given) in self.sure or ("decade", given // 10 * 10) in self.fields
        return name == "day" and Decimal(given) in self.sure

    def _holds_otherwise(self, value: Quantity) -> bool:
        """Tell whether a number is said as a day or a year, or lies in what a dozen may mean."""
        number = value.value
        if value.unit in ("", "day", "year") and number == number.to_integral_value() and number < 10**4:
            name = "day" if number <= 31 else "year"
            if value.unit != ("year" if name == "day" else "day") and (name, int(number)) in self.fields:
                return True
        return any(
            span.value <= number <= (span.high or span.value) and agree(value.unit, span.unit)
            for span in self.ranges[:LIMIT_COMPARED]
        )

    def holds_within(self, span: Quantity) -> bool:
        """Tell whether the side has a number inside a range."""
        high = span.high or span.value
        return any(
            span.value <= number <= high and any(agree(span.unit, unit) for unit in units)
            for number, units in self.numbers.items()
        )


def unmatched(facts: Iterable[Fact], others: Sequence[Fact]) -> list[Part]:
    """Return the parts of one side that the other does not say, in no reading of their fact."""
    said = {reading for fact in others for reading in fact.readings}
    doubtful = [fact for fact in facts if fact.value not in said or isinstance(fact.value, Clock)]
    if not doubtful:
        return []
    supply = Supply.of(others)
    left: list[Part] = []
    for fact in doubtful:
        missing = [part for part in parts_of(fact) if not supply.holds(part)]
        if missing and not any(_says(supply, reading, fact) for reading in fact.others):
            left.extend(missing)
    return left


def _says(supply: Supply, reading: Value, fact: Fact) -> bool:
    if isinstance(reading, Quantity) and reading.high is not None:
        return supply.holds_within(reading)
    parts = list(parts_of(replace(fact, value=reading)))
    return bool(parts) and all(supply.holds(part) for part in parts)
