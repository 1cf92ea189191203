"""What stands in a translation in the place of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.by_meaning import made_of_meaning
from align.clues.divisions import other_division
from align.clues.given_names import other_given_name
from align.clues.known import is_named
from align.clues.media import other_medium
from align.clues.plain_pinyin import in_pinyin
from align.clues.quoted import stands_in_title
from align.clues.rival_acronyms import LEAST_ACRONYM, near_acronym, strange_acronym
from align.clues.sorts import has_others, of_same_sort, sorts_of
from align.clues.soundalikes import alike, misread
from align.clues.strangers import half_right, strange_surname, stranger_for
from align.clues.usage import rival, stands_in_article
from glossary.term import Kind

if TYPE_CHECKING:
    from align.article import Context, Pair
    from align.clues.usage import Usage
    from corpus import Span

LEAST_LONG_ACRONYM = 5  # beside the name itself another acronym of fewer letters may well be right
LEAST_NAME = 3  # characters; of two, one may end a word and the other begin the next


def rival_of(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return what a translation has instead of a name that it has in no accepted form.

    A misspelt form counts, the plain pinyin, something like it in sound, another medium, and a name of the
    same sort that nothing in the source accounts for. A name that is merely absent may be left out, or a
    pronoun stands for it.
    """
    found = _rival(usage, pair, context)
    return None if found is None or _is_part(found.of(pair.tgt), usage) else found


def _is_part(word: str, usage: Usage) -> bool:
    """Tell whether a word is one of a name's own: Jike for Summer Jike Junyi."""
    return any(word.lower() in form.lower().split() for form in usage.forms)


def _rival(usage: Usage, pair: Pair, context: Context) -> Span | None:
    if is_named(usage, pair, context):
        found = near_acronym(usage, pair, context, LEAST_LONG_ACRONYM)
        if found is None and _is_sure_person(usage):
            found = half_right(usage, pair, context) or other_given_name(usage, pair, context)
        return found
    found = (
        _near(usage, pair, context)
        or near_acronym(usage, pair, context, LEAST_ACRONYM)
        or in_pinyin(usage, pair, context)
    )
    if found is not None or not usage.certain:
        return found
    if stands_in_article(usage.forms, pair.tgt_lang, context) or stands_in_title(usage.span, pair.src):
        return None  # a film or a book may have any title
    return _of_its_kind(usage, pair, context) or made_of_meaning(usage, pair, context)


def _of_its_kind(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return what stands for a person, a place, a medium or a body, each found by signs of its own."""
    found = other_medium(usage, pair, context) or other_division(usage, pair, context)
    if found is None and _is_sure_person(usage):
        found = stranger_for(usage, pair, context)
    if found is None and len(usage.text) >= LEAST_NAME:
        found = of_same_sort(usage, pair, context) or alike(usage, pair, context)
    elif found is None and all(entry.kind is Kind.PLACE for entry in usage.entries):
        found = misread(usage, pair, context)
    if found is None and _is_sure_person(usage):
        found = strange_surname(pair, context)
    if found is None and all(entry.kind is Kind.ORGANISATION for entry in usage.entries):
        found = strange_acronym(pair, context)
    return found


def _is_sure_person(usage: Usage) -> bool:
    return usage.certain and all(entry.kind is Kind.PERSON for entry in usage.entries)


def _near(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a form with a wrong letter, or with another word in it where nothing else accounts for that."""
    near = rival(usage, pair, context)
    if near is None or usage.begins(near.span.of(pair.tgt)):
        return None
    if near.strong and has_others(sorts_of(usage), pair, context):
        return None
    return near.span
