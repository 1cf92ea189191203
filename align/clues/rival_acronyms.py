"""Acronyms in the place of a name: its own garbled, or one that nothing accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.usage import is_right_form
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.lexicon import ordinary_words, stem
from glossary.syllables import distance
from glossary.transliteration import is_heard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage

_ACRONYM = lazy(r"(?<![\w.-])[A-Z]{3,}(?![\w-])")
_LETTERS = lazy(r"[^\W\d_]+")
LEAST_ACRONYM = 3  # letters
LEAST_STRANGE_ACRONYM = 4  # of three letters there are too many that everybody knows


def near_acronym(usage: Usage, pair: Pair, context: Context, least: int) -> Span | None:
    """Return an unknown acronym that has one letter wrong, more or less, or the letters in another order."""
    right = [form for form in usage.forms if len(form) >= least and form.isupper() and form.isalpha()]
    for word in _ACRONYM.finditer(pair.tgt) if right else ():
        span = Span(*word.span())
        if word[0] in pair.src or is_right_form(span, pair, context):
            continue
        if any(_is_one_off(word[0], form) for form in right):
            return span
    return None


def strange_acronym(pair: Pair, context: Context) -> Span | None:
    """Return an acronym that nothing accounts for: the tables, the source, the words of the translation.

    It is asked for where a body of the source is missing.
    """
    words = _LETTERS.findall(pair.tgt)
    if 2 * sum(word.isupper() for word in words) > len(words):
        return None  # a heading in capitals
    for found in _ACRONYM.finditer(pair.tgt):
        word, span = found[0], Span(*found.span())
        known = ordinary_words()[stem(word.lower())] or is_right_form(span, pair, context)
        if len(word) >= LEAST_STRANGE_ACRONYM and not known and not _is_spelled_out(word, words, pair):
            return span
    return None


def _is_spelled_out(acronym: str, words: Sequence[str], pair: Pair) -> bool:
    """Tell whether an acronym stands in the source, sounds like something there, or is of words beside it."""
    initials = "".join(word[0] for word in words)
    large = "".join(letter for letter in initials if letter.isupper())
    if f"({acronym})" in pair.tgt or acronym in initials.upper() or acronym in large:
        return True
    return acronym in pair.src.upper() or is_heard(acronym.capitalize(), simplified(pair.src))


def _is_one_off(written: str, right: str) -> bool:
    """Tell whether an acronym is another one but for a letter, or for the order of its letters.

    It asks for more than `glossary.acronyms.is_garbled`: what is further off, the rule for garbled acronyms
    reports, which names the acronym itself (CBC, where this one would say the central bank).
    """
    if len(written) != len(right):
        return len(right) > LEAST_ACRONYM and distance(written, right) == 1
    return distance(written, right) == 1 or sorted(written) == sorted(right)
