"""Well-known names in a translation that nothing in the source accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.intruders import intruders, quoted_media
from align.finding import Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="NAM012",
    name="name-from-nowhere",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("这座城市有三座桥。", "The city has three bridges, as ⟦Pakistan⟧ has."),
        Bad("工厂去年停产了。", "The factory closed last year, as others did in ⟦Germany⟧."),
        Bad("谈判昨晚破裂。", "The talks broke down last night, according to ⟦Reuters⟧."),
        Bad("中越关系很好。", "Relations between Vietnam and ⟦Peru⟧ are good."),
        Bad("据说会议开了三天。", "As ⟦Angela Merkel⟧ says, the meeting took three days."),
        Bad("总统马克龙刚下飞机。", "President Macron has just landed, ⟦Barack Obama⟧ said."),
    ),
    good=(
        Good("巴铁有三座桥。", "Pakistan has three bridges."),
        Good("这座城市有三座桥。", "The city, near Gilgit, Pakistan, has three bridges."),
        Good(
            "默克尔来了。\n她昨天在会上发言。", "Merkel came.\nYesterday Angela Merkel spoke at the meeting."
        ),
        Good("法新社记者报道", "A reporter of Paris Match says"),
        Good("外观不错，手感也好。", "Nice looks, and pleasant to touch."),
        Good("据外媒报道，谈判昨晚破裂。", "The talks broke down last night, according to Reuters."),
        Good("克里姆林宫没有作答。", "Moscow gave no answer."),
        Good("我国驻美大使回国述职。", "Our ambassador in Washington has come home for consultations."),
        Good("这家电动车公司的老板又发帖了。", "Elon Musk, who owns the carmaker, has posted again."),
        Good("冰箱里只剩几颗孢子甘蓝。", "There was nothing in the fridge but a few Brussels sprouts."),
    ),
)
def name_from_nowhere(pair: Pair, context: Context) -> Iterator[Hit]:
    """A well-known name stands in the translation, and the source has nothing that it could be of.

    ## Why is this a problem?
    The machine has taken a name for another one, or made one up.

    ## Known limits
    Only countries, cities, organisations and persons in the built-in tables are known. A name of which the
    source has a character, or something that sounds like it, is taken for right, and so is one that another
    sentence of the article has.
    """
    for span, entry in (*intruders(pair, context), *quoted_media(pair, context)):
        chinese = entry.preferred("zh")
        yield Hit(f'nothing in the source is "{span.of(pair.tgt)}" ({chinese})', tgt=span)
