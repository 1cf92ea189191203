"""Acronyms of a translation that its source does not account for, and what they should have been."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.known import known_names
from align.clues.rivals import rival_of
from corpus import Span
from corpus.pattern import lazy
from corpus.script import fold
from glossary.acronyms import (
    COMMON,
    acronym_terms,
    acronyms_in,
    ends_spelling,
    is_acronym,
    is_garbled,
    may_be_garbled,
    spells,
)
from glossary.match import holds
from glossary.termbase import LANGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from glossary.term import Entry
    from glossary.termbase import Occurrence

_LETTERS = lazy("[a-z]+")
_WIDE = lazy("[Ａ-Ｚａ-ｚ]")
_CAPITAL = lazy("[A-ZＡ-Ｚ]")
LIMIT_WORDS = 120  # characters before an acronym in brackets, which the words fill that it stands for


@dataclass(frozen=True, slots=True)
class Wanted:
    """An acronym that a source calls for: where, and what it is; ``said`` where the source has it itself."""

    span: Span
    acronym: str
    said: bool


def garbled_acronyms(pair: Pair, context: Context) -> Iterator[tuple[Wanted, Span]]:
    """Return the acronyms that a source calls for and a translation has not, and what it has instead.

    Only where nothing else accounts for what it has: another name of the source, words that it is made of.
    """
    found = _unexplained(pair, context)
    if not found or (pair.tgt_lang == "en" and pair.tgt.isupper()):
        return
    wanted = _said(pair)
    if pair.src_lang == "zh":
        wanted += _meant(pair, context, [span.of(pair.tgt) for span in found])
    for span in found:
        right = next((item for item in wanted if _stands_for(span, item, pair.tgt)), None)
        if right is None or _is_accounted_for(span, pair, context):
            continue
        if right.said or not _is_rival(span, pair, context):
            yield right, span


def _unexplained(pair: Pair, context: Context) -> list[Span]:
    """Return the acronyms of a translation that its source has neither as they are nor as a known name."""
    found = [
        span
        for span in _acronyms(pair.tgt)
        if (acronym := span.of(pair.tgt)) not in COMMON and not _is_said(acronym, pair.src)
    ]
    if not found:
        return []
    said = context.ids(pair.src, pair.src_lang)
    known = {
        span
        for span, senses in context.senses(pair.tgt, pair.tgt_lang)
        if any(item.entry.id in said for item in senses.right)
    }
    return [span for span in found if span not in known]


def _acronyms(text: str) -> list[Span]:
    return [Span(*place) for place in acronyms_in(fold(text))]


def _is_said(acronym: str, text: str) -> bool:
    """Tell whether a text has an acronym, alone or beside digits and signs; or its plural."""
    return not _latin(text).isdisjoint((acronym.casefold(), acronym.casefold() + "s"))


@lru_cache(maxsize=64)
def _latin(text: str) -> frozenset[str]:
    plain = fold(text) if _WIDE.search(text) else text
    return frozenset(_LETTERS.findall(plain.casefold()))


def _is_rendered(acronym: str, text: str) -> bool:
    """Tell whether a text has an acronym, words that it is made of, or what it is known to stand for."""
    if _is_said(acronym, text) or spells(acronym, text):
        return True
    known = acronym_terms().lookup(acronym)
    return any(holds(text, form, lang) for entry in known for lang in LANGS for form in entry.forms(lang))


def _said(pair: Pair) -> list[Wanted]:
    """Return the acronyms that the source has in Latin letters."""
    spans = _acronyms(pair.src) if _CAPITAL.search(pair.src) else ()
    return [Wanted(span, fold(span.of(pair.src)), said=True) for span in spans]


def _meant(pair: Pair, context: Context, written: list[str]) -> list[Wanted]:
    """Return the acronyms of the Chinese names and terms of a source that its translation has in no form.

    Only those that one of the acronyms written there is near to.
    """
    found = list(context.occurrences(pair.src, "zh"))
    if any(may_be_garbled(acronym, pair.src) for acronym in written):
        found += acronym_terms().find(pair.src, "zh")
    wanted = []
    for item in found:
        known = context.terms.kept(_acronyms_of, item.entry)
        acronyms = [form for form in known if any(is_garbled(one, form) for one in written)]
        if acronyms and not _is_held(pair.tgt, item.span, found):
            wanted += [Wanted(item.span, acronym, said=False) for acronym in acronyms]
    return wanted


def _acronyms_of(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(is_acronym, entry.accepted("en")))


def _is_held(text: str, span: Span, found: list[Occurrence]) -> bool:
    """Tell whether a text has one of the forms of what was found at a place of the source."""
    entries = [item.entry for item in found if item.span == span]
    return any(holds(text, form, "en") for entry in entries for form in entry.accepted("en"))


def _is_accounted_for(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether an acronym stands for words of the translation, or for a known name of the source.

    A known acronym whose Chinese is not in the source (CFO for 首席执行官) is another one's.
    """
    acronym = span.of(pair.tgt)
    if spells(acronym, pair.tgt) or _is_said(acronym, _sources(pair, context)):
        return True
    names, terms = context.senses(pair.tgt, pair.tgt_lang), acronym_terms().senses(pair.tgt, pair.tgt_lang)
    known = [item.entry for place, senses in (*names, *terms) if place == span for item in senses.right]
    return any(_is_in_source(entry, pair) for entry in known)


def _sources(pair: Pair, context: Context) -> str:
    if pair.src_lang == "zh":
        return context.article.zh
    return "\n".join(other.src for other in context.article.pairs)


def _is_in_source(entry: Entry, pair: Pair) -> bool:
    return any(holds(pair.src, form, pair.src_lang) for form in entry.forms(pair.src_lang))


def _stands_for(span: Span, wanted: Wanted, text: str) -> bool:
    """Tell whether an acronym is another one garbled, which a text has not or has only in words before it."""
    if not is_garbled(span.of(text), wanted.acronym):
        return False
    before = text[max(0, span.start - LIMIT_WORDS) : span.start]
    if before.endswith("(") and ends_spelling(wanted.acronym, before):
        return True
    return not wanted.said or not _is_rendered(wanted.acronym, text)


def _is_rival(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether an acronym is reported already, as standing in the place of a known name."""
    rivals = (rival_of(usage, pair, context) for usage in known_names(pair, context))
    return any(rival is not None and rival.touches(span) for rival in rivals)
