"""Shorthand for the people born in a decade, and what machines make of it: 85后 as "the 85's generation"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DIGITS = {char: str(number) for number, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
# A number goes on to the left; behind 跌到 it is a price, behind 满 an age.
_NUMBER_BEFORE = r"(?<![\d.零〇一二三四五六七八九十百年月日时点到至达在满过第约超破])"
_SHORTHAND = lazy(rf"{_NUMBER_BEFORE}(?:[5-9][05]|0[05]|[五六七八九零〇][零〇五])[后後](?![\d一])")
_RIGHT = lazy(
    r"\b(?:born|millennials?|gen(?:eration)?[- ][xyz]|post[-– ]?['’]?(?:19|20)?\d\d)\b", re.IGNORECASE
)
_ALONE = lazy(
    r"(?<![\w-])(?:(?P<five>[5-9]5)(?:['’]s|s['’]?) generations?\b|after-(?P<decade>[5-9][05]|00)s\b)(?!-)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Generation:
    """The people born from a year on; ``digits`` are the last two of the year.

    >>> Generation("85").label, Generation("90").label, Generation("00").label
    ('the post-85 generation', 'the post-90s generation', 'the post-2000 generation')
    """

    digits: str
    src: Span | None = None

    @property
    def name(self) -> str:
        """The Chinese shorthand."""
        return f"{self.digits}后"

    @property
    def year(self) -> int:
        """The first year."""
        return int(self.digits) + (2000 if self.digits < "50" else 1900)

    @property
    def label(self) -> str:
        """What to call them."""
        number = str(self.year) if self.year >= 2000 else self.digits
        return f"the post-{number}{'s' if number == self.digits[0] + '0' else ''} generation"

    @property
    def born(self) -> str:
        """When they were born, after the word "born"."""
        return f"in the {self.year}s" if self.year % 10 == 0 else f"after {self.year}"


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A generation named word for word in an English text."""

    generation: Generation
    tgt: Span
    certain: bool


def generations_in(zh: str) -> Iterator[Generation]:
    """Return the generations that a Chinese text names by their shorthand, each once.

    >>> [generation.digits for generation in generations_in("他是85后，她是九零後，股价跌到90后反弹")]
    ['85', '90']
    """
    if "后" not in zh and "後" not in zh:
        return
    seen = set()
    for match in _SHORTHAND.finditer(fold(zh)):
        digits = "".join(_DIGITS.get(char, char) for char in match[0][:2])
        if digits not in seen:
            seen.add(digits)
            yield Generation(digits, Span(*match.span()))


def shorthand_in(en: str, generations: Iterable[Generation] | None = None) -> Iterator[Shorthand]:
    """Return where an English text names generations word for word.

    Args:
        en: The text.
        generations: Those that its source names; None where there is no source. Then only forms
            that can mean nothing else are returned.
    """
    if generations is None:
        for match in _ALONE.finditer(en):
            digits = match["five"] or match["decade"]
            yield Shorthand(Generation(digits), Span(*match.span()), certain=match["five"] is not None)
        return
    for generation in generations:
        literal = _literal(generation.digits).search(en)
        if literal and not _RIGHT.search(en):
            yield Shorthand(generation, Span(*literal.span()), certain=True)


@lru_cache(maxsize=32)
def _literal(digits: str) -> re.Pattern[str]:
    """Return the pattern of the renderings that are wrong where the source has the shorthand."""
    number, plural = f"(?:19|20)?{digits}", "(?:['’]?s['’]?)?"
    odd_plural = "(?:['’]s|s)?" if digits.endswith("5") else "(?:['’]s)?"  # "the 90s generation" is English
    forms = (
        f"after[- ](?:the )?{number}{plural}",
        f"{digits}{odd_plural} generations?",
        f"{digits}{plural}[- ](?:after|back|behind|later|queen)",  # 后 is "behind" and "queen", too
    )
    return re.compile(rf"(?<![\w.,$€£¥-])(?:{'|'.join(forms)})(?![\w%])", re.IGNORECASE)
