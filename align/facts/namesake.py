"""People who are called like a month: Lei Jun, Theresa May, Jun Chen."""

from __future__ import annotations

from functools import cache

from corpus.pattern import lazy

# Months that names are written like; the short forms stand for a day's month in tables more than in prose.
_SHORT = frozenset(("jan", "jun", "mar"))
NAMESAKES = _SHORT | {"april", "august", "june", "may"}
# Words of a sentence or a date line, which may have a capital, and are no part of a name before a month.
_NO_NAMES = frozenset(
    """
    a about after again an and around as at before between but by during each early end every fall for from he
    i if in it last late like mid next of on or she since so spring summer sun sat than the this through
    to until when while winter you mon monday tue tuesday wed wednesday thu thursday fri friday
    saturday sunday
    """.split()
)
_WORD_BEFORE = lazy(r"(?<![A-Za-z'’-])[A-Z][A-Za-z'’-]{1,20} $")
_WORD_BEHIND = lazy(r" ([A-Z][a-z]{1,20})(?![a-z'’-])")
_AGE = lazy(r", \d{1,3}(?:,(?! ?[12]\d{3}\b)|\.?$)")  # Jun, 31, once worked


def is_person(text: str, start: int, end: int, *, dated: bool) -> bool:
    """Tell whether the name of a month at a place is a part of a person's name.

    Args:
        text: The text.
        start: Where the name begins.
        end: Where it ends.
        dated: Whether a day follows it.

    >>> is_person("Chen Jun, 31, left", 5, 8, dated=True), is_person("Beijing, Jun 31", 9, 12, dated=True)
    (True, False)
    """
    month = text[start:end].lower()
    if month not in NAMESAKES or not text[start].isupper():
        return False
    found = _WORD_BEFORE.search(text, max(0, start - 23), start)
    before = found[0].rstrip().lower() if found else ""
    if before in _NO_NAMES:
        return False
    if not dated:
        behind = _WORD_BEHIND.match(text, end)
        return bool(before) or bool(behind and not text[:start].strip() and behind[1].lower() in _surnames())
    if before and _AGE.match(text, end):
        return True
    return month in _SHORT and before in _surnames()


@cache
def _surnames() -> frozenset[str]:
    """Return the Chinese surnames in letters, however they are spelt."""
    from glossary.surnames import spelled_surnames, surname_keys

    return frozenset("".join(key) for key in surname_keys()) | spelled_surnames().keys()
