"""Provinces, counties and prefectures: what a translation calls one that has another name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.term import Kind

if TYPE_CHECKING:
    from align.article import Context, Pair
    from align.clues.usage import Usage

# What divisions are called, by how their Chinese names end; a city may be a part of any name (Kansas City).
_CALLED = {"自治州": "prefecture", "省": "province", "县": "county|prefecture", "郡": "county"}
_NAME = r"[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*){0,2}"
_OPENER = lazy(r"(?:The|This|That|In|At|On|From|For|And|But|Both|Of|When|While|As|To|Under|Across) ")


def other_division(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return the name of another province where the source names this one, and no other.

    >>> from align.article import Article, Context, Pair
    >>> from align.clues.usage import usages
    >>> from glossary.table import entries_of_rows
    >>> from glossary.termbase import TermBase
    >>> pair = Pair("北江省很美。", "In Beuk Giang province it is lovely.")
    >>> context = Context(TermBase.of(entries_of_rows([("北江省", "Bac Giang")])), Article((pair,)))
    >>> other_division(next(usages(pair, context)), pair, context).of(pair.tgt)
    'Beuk Giang'
    """
    ending = next((ending for ending in _CALLED if usage.text.endswith(ending)), None)
    source = simplified(pair.src)
    if ending is None or pair.tgt_lang != "en" or source.count(ending) != source.count(usage.text):
        return None
    named = [_named(match) for match in _pattern(ending).finditer(pair.tgt)]
    if len(named) != 1 or _is_known(named[0], pair, context):
        return None
    return named[0]


@cache
def _pattern(ending: str) -> re.Pattern[str]:
    called = f"(?i:{_CALLED[ending]})"
    return re.compile(rf"(?<![\w.-])(?P<before>{_NAME}) {called}\b(?! of)|\b{called} of (?P<behind>{_NAME})")


def _named(match: re.Match[str]) -> Span:
    """Return where the name stands, without a word that begins the sentence."""
    span = Span(*match.span("before" if match["before"] else "behind"))
    opener = _OPENER.match(span.of(match.string))
    return Span(span.start + opener.end(), span.end) if opener else span


def _is_known(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a name is the right one of something in the source."""
    in_source = context.ids(pair.src, pair.src_lang)
    return any(
        span.touches(other) and not senses.ids.isdisjoint(in_source)
        for other, senses in context.senses(pair.tgt, pair.tgt_lang)
        if any(entry.kind is not Kind.PERSON for entry in senses.entries)
    )
