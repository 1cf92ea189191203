"""Words that sound like a name without being one of its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.capitals import CAPITALISED, is_inside
from align.clues.plain_pinyin import core_of, is_read
from align.clues.usage import is_right_form
from corpus import Span
from glossary.reading import keys_of, readings_of
from glossary.syllables import cuts, distance, near
from glossary.transliteration import reads_in
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage

LEAST_ALIKE = 0.55  # share of letters that a word and the pinyin of a name have alike
LEAST_FIRST = 0.7  # where the word begins a sentence and so may be any
LEAST_SAME = 0.75  # share of letters that a word and a form have alike
_ADJECTIVE = ("ian", "ean", "ese", "ish")  # Asian is no name


def alike(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return an unknown word that sounds like the Chinese of a name, or nearly has the letters of a form."""
    for word in CAPITALISED.finditer(pair.tgt):
        span, letters = Span(*word.span()), word[0].lower()
        least = LEAST_ALIKE if is_inside(pair.tgt, span.start) else LEAST_FIRST
        known = letters in COMMON or letters.endswith(_ADJECTIVE) or word[0] in pair.src
        if known or is_right_form(span, pair, context) or not _is_like(usage, letters, least):
            continue
        if not reads_in(pair.src, letters):
            return span
    return None


def misread(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a word in pinyin that reads like a place of two characters but for a near sound."""
    for word in CAPITALISED.finditer(pair.tgt):
        span, letters = Span(*word.span()), word[0].lower()
        if not any(_is_nearly(cut, usage.text) for cut in cuts(letters)) or reads_in(pair.src, letters):
            continue
        if letters not in COMMON and word[0] not in pair.src and not is_right_form(span, pair, context):
            return span
    return None


def _is_nearly(syllables: Sequence[str], name: str) -> bool:
    """Tell whether one syllable of as many as a name has is near the reading of its character.

    >>> [_is_nearly(syllables, "湘西") for syllables in (("xiang", "xi"), ("xiang", "shi"), ("jiang", "shi"))]
    [False, True, False]
    """
    if len(syllables) != len(name):
        return False
    wrong = [(one, char) for one, char in zip(syllables, name, strict=True) if one not in keys_of(char)]
    return len(wrong) == 1 and any(near(wrong[0][0], key) for key in keys_of(wrong[0][1]))


def _is_like(usage: Usage, letters: str, least: float) -> bool:
    """Tell whether letters are like a name's pinyin or a form."""
    if usage.begins(letters):
        return False
    name = core_of(usage.text)
    if is_read(name):
        pinyin = "".join(readings_of(char)[0] for char in name).replace("ü", "u")
        if _likeness(letters, pinyin) >= least:
            return True
    forms = (form.lower() for form in usage.forms if form.isalpha() and not form.isupper())
    return any(form[0] == letters[0] and _likeness(letters, form) >= LEAST_SAME for form in forms)


def _likeness(first: str, second: str) -> float:
    return 1 - distance(first, second) / max(len(first), len(second))
