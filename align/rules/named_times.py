"""Festivals, turns of the year and dynasties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.named_times import changed_time
from align.clues.pairfacts import has_facts
from align.finding import Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="DAT011",
    name="changed-named-time",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_facts,
    bad=(
        Bad("工厂⟦中秋⟧节放假。", "The plant closes for the ⟦Dragon Boat⟧ Festival."),
        Bad("⟦立冬⟧那天下了雪。", "It snowed on the day of the ⟦Start of Summer⟧."),
        Bad("这是⟦唐代⟧的杯子。", "It is a cup of the ⟦Song dynasty⟧."),
        Bad("The plant closes on ⟦Children’s Day⟧.", "工厂⟦元旦⟧放假。", src_lang="en"),
    ),
    good=(
        Good("工厂中秋节放假。", "The plant closes for the Mid-Autumn Festival."),
        Good("工厂中秋、国庆放假。", "The plant closes for National Day and the days before."),
        Good("这是唐代的杯子。", "The cup was made under the Tang, long before the Song dynasty."),
        Good(
            "唐宋时期的杯子很美，唐代尤其如此。",
            "The cups of the Song dynasty are fine, and older ones even finer.",
        ),
        Good(
            "工厂在圣诞节放假。\n春节也放假。",
            "It closes for the Spring Festival.\nIt does at Christmas, too.",
        ),
    ),
)
def changed_named_time(pair: Pair, context: Context) -> Iterator[Hit]:
    """A festival, a turn of the year or a dynasty became another one: *Song dynasty* for 唐代.

    ## Why is this a problem?
    Who does not know the calendar cannot tell, and no figure shows it.

    ## Known limits
    Only names of the calendar that are known to `align` are compared, and only where one is missing and one
    has come in.
    """
    found = changed_time(pair, context)
    if found is not None:
        missing, added = found
        said, written = missing.span.of(pair.src), added.span.of(pair.tgt)
        message = f"{said} is {missing.called(pair.tgt_lang)}, not {written}"
        yield Hit(message, src=missing.span, tgt=added.span)
