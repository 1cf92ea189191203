"""The sorts of names: what banks, agencies and fairs are called, and what stands for one of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from align.clues.capitals import CAPITALISED, is_inside
from align.clues.usage import is_right_form
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from corpus.span import blanked
from glossary.lexicon import is_meant
from glossary.term import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from align.article import Context, Pair
    from align.clues.usage import Usage

    Sort = tuple[tuple[str, ...], frozenset[str]]

# What names of one sort are called, in Chinese and in English.
_SORTS = """
    通讯社 新闻社 社: agency news press service
    新闻: news
    报: daily news times post journal newspaper herald evening paper
    网 在线: net network online website
    电视 卫视 电视台: tv television satellite channel broadcasting
    广播 电台: radio broadcasting voice station
    周刊 杂志 月刊: weekly magazine week monthly
    银行: bank banking
    证券: securities
    保险 人寿 财险: insurance life
    航空 航空公司: airlines airways air aviation airline
    汽车: auto automobile motor motors automotive
    基金: fund funds
    交易所: exchange
    电力 电网 能源: power electric grid energy
    石油 石化: petroleum oil petrochemical
    制药 医药 药业: pharmaceutical pharma pharmaceuticals medicine
    快递 速递 物流: express logistics
    大学: university
    半导体: semiconductor semiconductors
    博会 博览 展会 展览会 交易会 洽谈会 书展 车展 航展 庙会 集市 招聘会: expo exposition fair exhibition
"""
_RUN = lazy(r"(?<![\w.-])[A-Z][\w’'-]*(?:(?: & | of (?:the )?| and | )[A-Z][\w’'-]*)+")
_POINTING = "(?:The|This|That|An?|Our|Its|At|In|For) "  # words that begin a sentence and no name
_CAPITAL_BEFORE = lazy(rf"(?<!\w)(?!{_POINTING})[A-Z][\w’'.-]* (?:& )?$")
_OPENER = lazy(f"^{_POINTING}")
LIMIT_BEFORE = 40  # characters before a word that are looked at


def of_same_sort(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name of the same sort that nothing in the source accounts for."""
    sorts = sorts_of(usage)
    if not sorts or has_others(sorts, pair, context):
        return None
    words = {word for _, english in sorts for word in english}
    is_event = all(entry.kind is Kind.TERM for entry in usage.entries)
    generic = _as_generic(words, usage, pair, context) if is_event else None
    if generic is not None:
        return generic
    for run in _RUN.finditer(pair.tgt):
        parts = re.findall(r"[\w’'-]+", run[0])
        span = Span(*run.span())
        named = _is_of_sort(run[0], words) and not is_right_form(span, pair, context)
        if named and not all(part in pair.src for part in parts):
            return span
    return None


def _is_of_sort(name: str, words: Set[str]) -> bool:
    """Tell whether a name is of a sort by one of its words, but not the first: Fair Trade Office is no fair.

    >>> words = frozenset({"bank"})
    >>> [_is_of_sort(name, words) for name in ("Hill Bank", "Bank of Hills", "The Bank", "Bank Street")]
    [True, True, False, False]
    """
    first, *others = _OPENER.sub("", name, count=1).lower().split()
    return any(word in words for word in others) or (first in words and "of" in others)


def _as_generic(words: Set[str], usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a word that says only what is meant, with a capital as if that were the name: the Fair.

    A word of the name itself is right: the Expo for the World Expo.
    """
    others = words - {word for form in usage.forms for word in form.lower().split()}
    rest = simplified(pair.src.replace(usage.text, "\n"))
    for word in CAPITALISED.finditer(pair.tgt):
        span, start = Span(*word.span()), max(0, word.start() - LIMIT_BEFORE)
        if word[0].lower() not in others or not is_inside(pair.tgt, span.start):
            continue
        if _CAPITAL_BEFORE.search(pair.tgt, start, span.start) or is_meant(word[0], rest):
            continue
        if not is_right_form(span, pair, context):
            return span
    return None


def sorts_of(usage: Usage) -> Sequence[Sort]:
    """Return the sorts of names that one is of, by its Chinese or one of its forms."""
    words = {word for form in usage.forms for word in form.lower().split()}
    return [sort for sort in _sorts() if usage.text.endswith(sort[0]) or not sort[1].isdisjoint(words)]


def has_others(sorts: Sequence[Sort], pair: Pair, context: Context) -> bool:
    """Tell whether a source may have more names of some sorts than those that are known."""
    rest = blanked(pair.src, (span for span, _ in context.senses(pair.src, pair.src_lang)), "\n")
    return any(name in rest for chinese, _ in sorts for name in chinese)


@cache
def _sorts() -> Sequence[Sort]:
    """Return the sorts of names: how they are called in Chinese, and in English."""
    rows = (row.split(":") for row in _SORTS.strip().splitlines())
    return tuple((tuple(chinese.split()), frozenset(english.split())) for chinese, english in rows)
