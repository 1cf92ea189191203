"""Numbers of something in English: about $1.5 trillion, a third, one in three, tripled, 39.5mm, Level II."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.bound_table import BEFORE_EN, NEGATED, NOT_EN
from align.facts.fact import Kind, Strength
from align.facts.moment import clock
from align.facts.numeral import Flaw, ordinal_ending
from align.facts.numeral_en import Sort, read_numeral
from align.facts.portion_en import added_portion
from align.facts.read import Read
from align.facts.unit import UNKNOWN, currency_before, unit_at
from align.facts.value import Bound, Ordinal, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.numeral_en import Reading
    from align.facts.unit import Found
    from align.facts.value import Value

_AFTER = lazy(
    r"(?P<least> or more(?! than)| and above| or above| and over| or over| upwards|\+(?!\d))"
    r"|(?P<most> or less| or below| or under)| or so"
)
_JOINTS = (" ", "-", "\u00a0")
_ARTICLES = frozenset(("a", "an", "the"))
_SIZES = ("hundred", "thousand", "million", "billion", "dozen")
_SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_LARGE = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_OF_SCALE = lazy(r"(?: of an?|-| )[ ]?(million|billion|trillion)(?![a-z])")
_NOUN = lazy(r"[ -][a-z]")
_DOTTED = lazy(r"(1?\d|2[0-3])\.([0-5]\d)")  # 10.20 may be a time
_AGED = lazy(r"(?:under|over|above|below)[ -]$")  # under-18s are people, not seconds
_OUT_OF = lazy(r" (?:out of|in every|of every|in)(?: every)? (?:an? (?=thousand|million|billion|hundred))?")
_WHOLES = frozenset(Decimal(10) ** power for power in range(3, 10))  # one in a thousand, five in 100,000
_MULTIPLES = {
    2: "twice double doubled doubles doubling twofold",
    3: "triple tripled triples tripling treble trebled thrice threefold",
    4: "quadruple quadrupled quadrupling fourfold",
    5: "quintupled fivefold",
    6: "sixfold",
    7: "sevenfold",
    8: "eightfold",
    9: "ninefold",
    10: "tenfold",
    100: "hundredfold",
}
_ONE = ("a ", "an ", "past ", "last ", "next ", "per ", "each ", "every ", "a full ", "a whole ")
_MOST_OF = lazy(r"\b(?:most|much|the better part|the best part) of an? $")
_SINGLES = "minute hour day week fortnight month year decade century millennium foot mile inch acre"
SINGLES = {name: {"minute": "min", "hour": "h", "foot": "ft"}.get(name, name) for name in _SINGLES.split()}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
# A speed in a unit that does not exist: 350 km/k.
_NO_UNIT = lazy(r"(?<=[km])/[a-z](?![a-z0-9])")
MULTIPLES = {word: Decimal(times) for times, words in _MULTIPLES.items() for word in words.split()} | {
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
# A single letter is an initial or a grade more often than a number.
ROMAN = {name: number for number, name in enumerate(_ROMAN.split(), 1) if len(name) > 1}
_GRADED = lazy(
    r"(?:level|grade|class|phase|stage|part|type|tier|category|volume|vol\.|war|chapter|section|series) $"
)


def quantity_at(text: str, lower: str, reading: Reading, start: int) -> Read:
    """Return what a numeral counts, orders or divides."""
    phrase = _Phrase(text, lower, start, reading)
    phrase.take_ordinal_ending()
    if phrase.sort is Sort.ORDINAL:
        return phrase.ordinal()
    if phrase.sort is Sort.PART and (match := _OF_SCALE.match(lower, phrase.end)):
        number = Quantity(phrase.value * _LARGE[match[1]])
        return Read(Kind.NUMBER, (number,), start, match.end(), Strength.WORDS)
    if phrase.sort is Sort.PART:
        # Three quarters may be nine months.
        count = tuple(Quantity(value) for value in reading.numeral.others)
        return Read(Kind.NUMBER, (Quantity(phrase.value, "share"), *count), start, phrase.end, Strength.WORDS)
    if share := phrase.ratio():
        return share
    phrase.take_vagueness()
    phrase.take_size()
    phrase.take_unit()
    phrase.take_money()
    strength = phrase.strength()
    phrase.take_bounds()
    return Read(Kind.NUMBER, phrase.values(), phrase.begin, phrase.end, strength, phrase.flaw)


def quarter_at(lower: str, start: int) -> Read | None:
    """Return the fourth part that a quarter of something is, or the number that one of a million is."""
    end = start + len("quarter")
    if not lower.endswith("a ", 0, start) or not lower.startswith((" of ", " million", "-million"), end):
        return None
    if match := _OF_SCALE.match(lower, end):
        number = Quantity(Decimal("0.25") * _LARGE[match[1]])
        return Read(Kind.NUMBER, (number,), start, match.end(), Strength.WORDS)
    if not lower.startswith(" of ", end):
        return None
    return Read(Kind.NUMBER, (Quantity(Decimal("0.25"), "share"),), start, end, Strength.WORDS)


def single_at(lower: str, start: int, word: str) -> Read | None:
    """Return the one unit that a decade or the past week is; of an hour and a half, all of it."""
    more, end = added_portion(lower, start + len(word))
    if not more and not lower.endswith(_ONE, 0, start):
        return None
    quantity = Quantity(1 + more, SINGLES[word])
    if _MOST_OF.search(lower, max(0, start - 25), start):
        quantity = replace(quantity, value=Decimal("0.5"), high=Decimal(1))
    return Read(Kind.NUMBER, (quantity,), start, end, Strength.LOOSE)


def multiple_at(start: int, word: str) -> Read:
    """Return what tripled, twice or tenfold says; double and twice are words as well."""
    times = Quantity(MULTIPLES[word], "times")
    sure = times.value > 2 and word.endswith(("d", "fold"))
    return Read(Kind.NUMBER, (times,), start, start + len(word), Strength.WORDS if sure else Strength.LOOSE)


def roman_at(text: str, lower: str, start: int, word: str) -> Read | None:
    """Return the number of a Roman numeral in capitals; sure behind Level, Phase and the like."""
    end = start + len(word)
    if not text[start:end].isupper():
        return None
    number = Decimal(ROMAN[word])
    graded = _GRADED.search(lower[max(0, start - 12) : start])
    strength = Strength.WORDS if graded else Strength.LOOSE
    return Read(Kind.ORDINAL, (Ordinal(number), Quantity(number)), start, end, strength)


class _Phrase:
    """A numeral that takes in the words around it, one after the other."""

    def __init__(self, text: str, lower: str, start: int, reading: Reading) -> None:
        self.text, self.lower, self.begin, self.end = text, lower, start, reading.end
        self.numeral, self.sort = reading.numeral, reading.sort
        self.value, self.flaw = self.numeral.value, self.numeral.flaw
        self.unit, self.bound = "", self.numeral.bound
        self.named = False
        self.sized: tuple[Decimal, ...] = ()

    def take_ordinal_ending(self) -> None:
        """Take st, nd, rd and th; 11st is written wrong."""
        ending = self.lower[self.end : self.end + 2]
        if (
            not self.numeral.digits
            or ending not in ("st", "nd", "rd", "th")
            or self.lower[self.end + 2 : self.end + 3].isalpha()
        ):
            return
        self.end, self.sort = self.end + 2, Sort.ORDINAL
        self.flaw = self.flaw if ending == ordinal_ending(self.value) else Flaw.ORDINAL

    def ordinal(self) -> Read:
        values: tuple[Value, ...] = (Ordinal(self.value), Quantity(self.value))
        if self.value > 2 and self.lower.endswith(("a ", "one-"), 0, self.begin):
            values = (Quantity(1 / self.value, "share"), *values)
        loose = self.value <= 2 and not self.numeral.digits
        return Read(Kind.ORDINAL, values, self.begin, self.end, self._written(loose=loose), self.flaw)

    def ratio(self) -> Read | None:
        """Read one in three, two out of five and 2/3."""
        match = _OUT_OF.match(self.lower, self.end)
        place = match.end() if match else self.end + 1
        if not match and not (self.lower.startswith("/", self.end) and self.numeral.digits):
            return None
        whole = read_numeral(self.lower, place)
        if whole is None or whole.sort is not Sort.CARDINAL or not 0 < self.value < whole.numeral.value:
            return None
        is_year = match is not None and match[0] == " in " and whole.numeral.digits
        if whole.numeral.value not in _WHOLES and (is_year or whole.numeral.value > 100):
            return None
        share = Quantity(self.value / whole.numeral.value, "share")
        each = (Quantity(self.value), Quantity(whole.numeral.value))
        return Read(Kind.NUMBER, (share, *each), self.begin, whole.end, self._written(loose=False))

    def take_size(self) -> None:
        """Take k, m, b and t behind a figure: $5m, 30k; without money m may be metres."""
        char = self.lower[self.end : self.end + 1]
        size = _SUFFIXES.get(char)
        if not size or not self.numeral.digits or self.lower[self.end + 1 : self.end + 2].isalnum():
            return
        money = currency_before(self.lower, self.begin, "en")
        if money or char == "k":
            self.sized = () if money else (self.value,)  # 4K is a resolution
            self.value, self.end = self.value * size, self.end + 1
        elif char in "mb":
            self.sized = (self.value * size,)

    def take_unit(self) -> None:
        """Take the unit behind the number; also of half a year."""
        place = self.end + (self.lower[self.end : self.end + 1] in _JOINTS)
        found = unit_at(self.lower, place, "en") if self.lower[self.end : self.end + 2] != "-$" else None
        if found is None and self.lower.startswith(" a", self.end) and self.value < 1:
            found = unit_at(
                self.lower, self.end + (4 if self.lower.startswith(" an ", self.end) else 3), "en"
            )
        if found is None and self.lower.endswith("half", self.begin, self.end) and self.end - self.begin == 4:
            self.unit = "share"
        if found and not self._misread(found):
            self.unit, self.end = found
            if self.numeral.high is None:
                more, self.end = added_portion(self.lower, self.end)
                self.value += more
            if match := _NO_UNIT.match(self.lower, self.end):
                self.unit, self.end = UNKNOWN, match.end()

    def _misread(self, found: Found) -> bool:
        """Tell whether a symbol is cut short (km? for km²) or part of a name (5G, PCT)."""
        if self.lower[found.end : found.end + 1] in ("?", "\ufffd"):
            return len(found.code) <= 3
        if self.text[found.end - 3 : found.end] == "PCT":
            return True
        if found.code == "st":  # a stone bridge
            return _NOUN.match(self.lower, found.end) is not None
        if found.code == "s" and found.end == self.end + 1:
            return _AGED.search(self.lower, max(0, self.begin - 6), self.begin) is not None
        return self.text[found.end - 2 : found.end - 1].isdigit() and self.text[found.end - 1] in "GMST"

    def take_money(self) -> None:
        """Take the currency before the number."""
        money = currency_before(self.lower, self.begin, "en")
        if money and self.unit in ("", "yuan", "dollar", money.code):
            self.unit, self.begin, self.named = money.code, money.end, True

    def strength(self) -> Strength:
        """Return how surely this is a number; asked before the bounds are taken."""
        if self._in_code():
            return Strength.LOOSE
        return self._written(loose=self.value <= 1 or self.numeral.vague)

    def _written(self, *, loose: bool) -> Strength:
        if self.numeral.digits:
            return Strength.DIGITS
        return Strength.LOOSE if loose else Strength.WORDS

    def _in_code(self) -> bool:
        """Tell whether letters touch the number: MH370, 5G, Covid-19, but not mid-1990s."""
        before, after = self.lower[self.begin - 1 : self.begin], self.lower[self.end : self.end + 1]
        if not self.numeral.digits or self.named:
            return False
        if before == "-" and self.begin > 1:
            word = re.search(r"[A-Za-z]*$", self.text[max(0, self.begin - 12) : self.begin - 1])
            return bool(word and word[0] and not word[0].islower())
        glued = not self.unit and not self.sized and after.isalpha() and self.text[self.end - 1].isdigit()
        return before.isalpha() or (glued and not self.lower.startswith(("s ", "s,", "s."), self.end))

    def take_bounds(self) -> None:
        """Take about, more than and the like before the number, or more and the like behind it."""
        if match := _AFTER.match(self.lower, self.end):
            self.end = match.end()
            self.bound = Bound.AT_LEAST if match["least"] else Bound.AT_MOST if match["most"] else Bound.ABOUT
        words = self.lower[max(0, self.begin - 24) : self.begin].split()
        if words and words[-1] in _ARTICLES:
            words.pop()
        for length in (3, 2, 1):
            phrase = " ".join(words[-length:])
            if length <= len(words) and phrase in BEFORE_EN:
                bound = BEFORE_EN[phrase]
                negated = not NOT_EN.isdisjoint(words[-length - 2 : -length])
                self.bound = NEGATED.get(bound, bound) if negated else bound
                self.begin = self.lower.rfind(words[-length], 0, self.begin)
                return

    def take_vagueness(self) -> None:
        """Take few, several and a couple of before hundred, thousand and the like."""
        if self.numeral.digits or not self.lower.startswith(_SIZES, self.begin):
            return
        words = self.lower[max(0, self.begin - 12) : self.begin].split()
        if words and (words[-1] in ("few", "several", "many") or words[-2:] == ["couple", "of"]):
            self.numeral = replace(self.numeral, value=2 * self.value, high=10 * self.value, vague=True)
            self.value *= 2

    def values(self) -> tuple[Value, ...]:
        """Return the quantity and what else the words may mean."""
        quantity = Quantity(self.value, self.unit, self.numeral.high, self.bound)
        others: list[Value] = [Quantity(value, self.unit) for value in (*self.numeral.others, *self.sized)]
        dotted = not self.unit and self.lower.find(".", self.begin, self.end) > 0
        if dotted and (match := _DOTTED.fullmatch(self.lower, self.begin, self.end)):
            others.append(clock(int(match[1]), int(match[2])))
        if self.lower.startswith("dozen", self.end - 5) and self.value >= 12:
            others.append(replace(quantity, value=self.value // 10 * 10, high=self.value))  # 十多 is a dozen
        return (quantity, *others)
