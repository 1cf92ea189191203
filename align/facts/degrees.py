"""Temperatures whose scale is a bare letter: 104 F, and 40C where a word nearby speaks of heat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.facts.fact import Kind, Strength
from align.facts.value import Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.read import Read

LIMIT_NEARBY = 80  # characters before and behind the letter in which a word tells
_LETTER = lazy(r"[ \u00a0]?([CF])(?![\w'’+#-]|\.\w)")
_SCALES = {"C": "degC", "F": "degF"}
_HEAT = lazy(
    r"\b(?:temperatures?|degrees?|thermometers?|mercury|heat(?:s|ed|ing|wave)?|hot(?:ter|test)?|cold(?:er|est)?"
    r"|cool(?:s|ed|er|ing)?|warm(?:s|ed|er|est|ing)?|fever(?:s|ish)?|freez(?:e|es|ing)|frozen|froze|boil(?:s|ed|ing)?"
    r"|ovens?|bak(?:e|es|ed|ing)|weather|climate|swelter\w*|scorch\w*|chill(?:s|ed|ing|y)?|melt(?:s|ed|ing)?"
    r"|(?:high|low) of)\b"
)


def with_degree(read: Read, text: str, lower: str) -> Read:
    """Return a number without a unit as a temperature, where the letter behind it is that of a scale.

    >>> from decimal import Decimal
    >>> from align.facts.read import Read
    >>> read = Read(Kind.NUMBER, (Quantity(Decimal(104)),), 4, 7, Strength.DIGITS)
    >>> with_degree(read, "hit 104 F in the heat", "hit 104 f in the heat").values[0].unit
    'degF'
    """
    value = read.values[0]
    if not isinstance(value, Quantity) or value.unit not in ("", "deg") or read.kind is not Kind.NUMBER:
        return read
    match = _LETTER.match(text, read.end)
    if match is None or not text[read.end - 1].isdigit() | (value.unit == "deg"):
        return read
    told = _HEAT.search(lower, max(0, read.start - LIMIT_NEARBY), match.end() + LIMIT_NEARBY)
    if not told:
        return read
    warm = replace(value, unit=_SCALES[match[1]])
    return read._replace(values=(warm, *read.values[1:]), end=match.end(), strength=Strength.DIGITS)
