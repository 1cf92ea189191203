"""A name with a letter wrong: Elon Mask for Elon Musk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import LATIN
from glossary.syllables import distance, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_ALONE = 5  # letters of a name of one word; shorter words are alike by chance
LONG = 8  # letters of a word that may have two wrong
_WORD = lazy(f"(?<![{LATIN}0-9])(?<![{LATIN}]['’-])[A-Z][{LATIN}]+(?:['’-][A-Z][{LATIN}]+)*")


def misspellings(form: str, text: str) -> Iterator[Span]:
    """Return the capitalised words of an English text that are a name but for a letter or two in one word.

    >>> text = "Elon Mask and Ellon Musk met Elon Musk."
    >>> [span.of(text) for span in misspellings("Elon Musk", text)]
    ['Elon Mask', 'Ellon Musk']
    """
    wanted = form.split()
    words = [Span(match.start(), match.end()) for match in _WORD.finditer(text)]
    if not all(_WORD.fullmatch(word) for word in wanted) or len("".join(wanted)) < LEAST_ALONE:
        return
    for start in range(len(words) - len(wanted) + 1):
        chosen = words[start : start + len(wanted)]
        span = Span(chosen[0].start, chosen[-1].end)
        written = [word.of(text) for word in chosen]
        if span.of(text).split() == written and _is_misspelled(wanted, written):
            yield span


def _is_misspelled(wanted: list[str], written: list[str]) -> bool:
    """Tell whether one word differs, by a letter or two, and is no inflected form (Bidens, Obama's)."""
    wrong = [
        (letters_of(right), letters_of(other))
        for right, other in zip(wanted, written, strict=True)
        if letters_of(right) != letters_of(other)
    ]
    if len(wrong) != 1:
        return False
    right, other = wrong[0]
    if other.startswith(right) or (right.startswith(other) and len(wanted) == 1):
        return False
    return distance(right, other) <= (2 if len(right) >= LONG else 1)
