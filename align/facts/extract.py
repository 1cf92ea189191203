"""The facts of a text: its numbers, dates, times, names with numbers, codes, addresses and quotations."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from align.facts.fact import Strength
from align.facts.latin import latin_facts, quote_facts
from align.facts.relative import with_relative
from align.facts.scan_en import scan_en
from align.facts.scan_zh import scan_zh

if TYPE_CHECKING:
    from datetime import date

    from align.facts.fact import Fact
    from corpus import Lang, Span


def extract(text: str, lang: Lang, *, today: date | None = None) -> tuple[Fact, ...]:
    """Return the facts of a text, in order; quotations enclose what stands in them.

    Args:
        text: Any text.
        lang: Its language.
        today: The day on which it was written, from which 去年 and last September are told. Without it
            such words give no fact.

    >>> [fact.text for fact in extract("小米预计未来10年投资约600亿元，MINIEV热卖", "zh")]
    ['10年', '约600亿元', 'MINIEV']
    """
    values = list(extract_values(text, lang))
    if today is not None:
        values = with_relative(values, text, lang, today)
    taken = [fact.span for fact in values if fact.strength > Strength.LOOSE]
    others = [fact for fact in latin_facts(text, lang) if not _touched(fact.span, taken)]
    return tuple(sorted((*values, *others, *quote_facts(text)), key=lambda fact: fact.span))


def _touched(span: Span, taken: list[Span]) -> bool:
    """Tell whether a span touches one of some spans, which are apart and in order."""
    place = bisect_right(taken, span)
    return any(span.touches(other) for other in taken[max(0, place - 1) : place + 1])


def extract_values(text: str, lang: Lang) -> tuple[Fact, ...]:
    """Return only the numbers, dates, times and names with numbers: what the rules on numbers compare."""
    return tuple(scan_zh(text) if lang == "zh" else scan_en(text))
