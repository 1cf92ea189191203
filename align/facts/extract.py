"""The facts of a text: its numbers, dates, times, names with numbers, codes, addresses and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.fact import Kind, Strength, touched
from align.facts.latin import latin_facts, quote_facts
from align.facts.relative import with_relative
from align.facts.scan_en import scan_en
from align.facts.scan_zh import scan_zh

if TYPE_CHECKING:
    from datetime import date

    from align.facts.fact import Fact
    from corpus import Lang


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
    latin = list(latin_facts(text, lang))
    addresses = [fact.span for fact in latin if fact.kind in (Kind.URL, Kind.EMAIL)]
    values = [fact for fact in values if not touched(fact.span, addresses)]
    taken = [fact.span for fact in values if fact.strength > Strength.LOOSE]
    others = [fact for fact in latin if not touched(fact.span, taken)]
    return tuple(sorted((*values, *others, *quote_facts(text)), key=lambda fact: fact.span))


def extract_values(text: str, lang: Lang) -> tuple[Fact, ...]:
    """Return only the numbers, dates, times and names with numbers: what the rules on numbers compare."""
    return tuple(scan_zh(text) if lang == "zh" else scan_en(text))
