"""Times of day in English: 5 p.m., 5:30, 17:30, five o'clock in the morning, half past five, noon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.moment import Found, clock
from align.facts.numeral_en import read_numeral
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re

    from align.facts.numeral_en import Reading

NAMED = {"noon": (12, "pm"), "midday": (12, "pm"), "midnight": (24, "am")}
_HALF = (
    r"(?: ?(?P<short>[ap])\.?m(?:\.|(?![a-z]))"
    r"|,? (?:in the |on the |this )(?:early |late )?(?P<long>morning|afternoon|evening|night)(?![a-z])"
    r"|,? (?P<night>at night|tonight)(?![a-z]))"
)
_TAIL = lazy(
    rf"(?:(?:: ?|h)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]))?(?P<oclock> ?o'? ?clock)?{_HALF}?"
)
_POINTED = lazy(rf"\d{{1,2}}\.(?P<minute>[0-5]\d)(?P<second>)(?P<oclock>)(?= ?[ap]\.?m){_HALF}")
_PAST = lazy(r"(?:half|quarter) (?P<way>past|to) ")
_OCLOCK = lazy(rf"(?P<oclock> ?o'? ?clock)?{_HALF}?")


def time_from_number(lower: str, start: int, reading: Reading) -> Found | None:
    """Return the time of day that begins with a numeral, or None where the numeral stands for itself.

    >>> time_from_number("3 o'clock in the morning", 0, read_numeral("3", 0)).values
    (Clock(hour=3, minute=None, second=None, half='am'),)
    """
    hour = int(reading.numeral.value)
    if hour > 24:
        return None
    match = _POINTED.match(lower, start) or _TAIL.match(lower, reading.end)
    if match is None or not (match["minute"] or match["oclock"] or match["short"]):
        return None
    minute = int(match["minute"]) if match["minute"] else None
    return Found((clock(hour, minute, _half(match, hour), match["second"]),), start, match.end())


def time_from_word(lower: str, start: int, word: str) -> Found | None:
    """Return the time that begins with noon, midnight, half past or quarter to; None where none does."""
    if word in NAMED:
        hour, half = NAMED[word]
        return Found((clock(hour, None, half),), start, start + len(word))
    match = _PAST.match(lower, start)
    reading = read_numeral(lower, match.end()) if match else None
    if match is None or reading is None or reading.numeral.value > 12:
        return None
    minutes = 30 if word == "half" else 15
    to = match["way"] == "to"
    hour = int(reading.numeral.value) - to
    tail = _OCLOCK.match(lower, reading.end)
    assert tail is not None  # every part of it is optional
    return Found((clock(hour, 60 - minutes if to else minutes, _half(tail, hour)),), start, tail.end())


def _half(match: re.Match[str], hour: int) -> str | None:
    if match["short"]:
        return match["short"] + "m"
    if match["night"] or match["long"] == "night":
        return "am" if hour < 5 or hour == 12 else "pm"
    if match["long"]:
        return "am" if match["long"] == "morning" else "pm"
    return None
