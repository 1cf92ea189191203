"""News outlets: another one of the tables in the place of the one that a source names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.known import is_named, known_names
from glossary.term import Kind
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from corpus import Span
    from glossary.senses import Senses

LEAST_MEDIUM = 6  # letters of a medium's name that is no common word; shorter ones are acronyms


def other_medium(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return another medium of the tables where the source names this one, and not that one.

    Of several, each stands for one that is missing, in the same order.
    """
    if not _is_of_media(usage):
        return None
    missing = [
        other.span
        for other in known_names(pair, context)
        if _is_of_media(other) and not is_named(other, pair, context)
    ]
    strange = list(_strange_media(pair, context))
    return dict(zip(missing, strange, strict=False)).get(usage.span)


def _is_of_media(usage: Usage) -> bool:
    return all(entry.kind is Kind.MEDIA for entry in usage.entries)


def _strange_media(pair: Pair, context: Context) -> Iterator[Span]:
    """Return the media of the tables that a translation names, and its source does not."""
    in_source = (entry for _, senses in context.senses(pair.src, pair.src_lang) for entry in senses.entries)
    right = {form for entry in in_source for form in entry.accepted(pair.tgt_lang)}
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        forms = {form for entry in senses.entries for form in entry.accepted(pair.tgt_lang)}
        if _is_medium(senses) and right.isdisjoint(forms) and _is_title(span.of(pair.tgt)):
            yield span


def _is_medium(senses: Senses) -> bool:
    """Tell whether entries with one form are news outlets, and one of them surely."""
    known = all(entry.kind is Kind.MEDIA and not entry.user for entry in senses.entries)
    return known and any(entry.certain for entry in senses.entries)


def _is_title(name: str) -> bool:
    """Tell whether a medium's name is no common word: Xinhua, AFP, Global Times, but not People."""
    if not name[:1].isupper():
        return False
    acronym = name.isupper() and len(name) > 2
    return acronym or " " in name or (len(name) >= LEAST_MEDIUM and name.lower() not in COMMON)
