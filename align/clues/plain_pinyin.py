"""Names in plain pinyin that are known by another form."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import is_han
from glossary.reading import keys_of, readings_of

if TYPE_CHECKING:
    from align.article import Context, Pair
    from align.clues.usage import Usage

_GENERIC = lazy(
    "(?:控股|股份|科技|集团|公司|有限公司|银行|汽车|证券|保险|航空|地产|置业|电子|药业|制药|医药|能源|食品|新闻|网)+$"
)
_JOINTS = ("", "-", "’", "'", " ")  # between two syllables of a name
LEAST_SYLLABLES = 2  # of a name in pinyin; one may be anything


def in_pinyin(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name in plain pinyin that is known by another one."""
    lowered = pair.tgt.lower()
    for name in dict.fromkeys((usage.text, core_of(usage.text))):
        pattern = _pinyin(name) if _may_be_spelled(name, lowered) else None
        found = pattern.search(pair.tgt) if pattern else None
        if found and not _is_named_so(Span(*found.span()), pair, context):
            return Span(*found.span())
    return None


def _is_named_so(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch of a translation is the right form of some name in the source."""
    in_source = context.ids(pair.src, pair.src_lang)
    return any(
        span.touches(other) and any(item.entry.id in in_source for item in senses.right)
        for other, senses in context.senses(pair.tgt, pair.tgt_lang)
    )


def core_of(name: str) -> str:
    """Return a name without what says only that it is a company, and of what sort."""
    return _GENERIC.sub("", name)


def is_read(name: str) -> bool:
    """Tell whether a name can be told by its pinyin: it has two characters at least, all with a reading."""
    return len(name) >= LEAST_SYLLABLES and all(is_han(char) and readings_of(char) for char in name)


def _may_be_spelled(name: str, lowered: str) -> bool:
    """Tell whether a text in small letters has the first two syllables of a name in pinyin together."""
    first, second = (keys_of(char) for char in (name[:1], name[1:2]))
    return any(one + mark + other in lowered for one in first for mark in _JOINTS for other in second)


@cache
def _pinyin(name: str) -> re.Pattern[str] | None:
    """Return what finds a name in pinyin, joined or apart, with a capital; None for a name of other marks."""
    if not is_read(name):
        return None
    syllables = (f"(?i:{'|'.join(sorted(keys_of(char)))})" for char in name)
    spelled = f"[{''.join(_JOINTS)}]?".join(syllables)
    return re.compile(rf"(?<![\w-])(?=[A-Z]){spelled}(?![\w-])")
