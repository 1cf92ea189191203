"""Times told from today, and what growth is measured from: last month for 上周, year on year for 环比."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.base_period import other_base
from align.clues.from_today import told, told_otherwise
from align.finding import Hit, Severity, in_quotes
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.clues.from_today import Differing, Told
    from corpus import Span


@rule(
    code="DAT009",
    name="changed-relative-date",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("⟦后天⟧工厂开业。", "The plant opens ⟦tomorrow⟧."),
        Bad("⟦昨天⟧下午他到了柳州。", "He arrived in Liuzhou ⟦this afternoon⟧."),
        Bad("新车⟦明年⟧年底上市。", "The new car will be on sale by the end of ⟦this year⟧."),
        Bad("⟦去年⟧同期，工厂停产了。", "In the same period of ⟦this year⟧ the plant stood still."),
        Bad("⟦上個月⟧，他離開了公司。", "He left the company ⟦last week⟧."),
        Bad("集市⟦下周⟧五开张。", "The fair opened ⟦last Friday⟧."),
        Bad("⟦这个月⟧销量不错。", "Sales were good ⟦last month⟧."),
        Bad("The plant opens ⟦next month⟧.", "工厂⟦明年⟧开业。", src_lang="en"),
    ),
    good=(
        Good("后天工厂开业。", "The plant opens the day after tomorrow."),
        Good("他说后天工厂开业。", "He said that the plant would open the next day but one."),
        Good("今年销量同比增长。", "Sales have grown from last year."),
        Good("去年产量增加了一倍。", "This year's output compares with 2 million in 2023, when it doubled."),
        Good("十年前年仅六岁的他来到柳州。", "This year it is ten years since he came to Liuzhou, aged six."),
        Good("日本周边的工厂", "plants around Japan that opened last week"),
        Good("今年比去年好。", "This year is good."),
        Good("销量较去年有所增长。", "Sales have risen this year."),
        Good("马上周末了，集市快开了。", "This weekend the fair opens."),
        Good("今天凌晨，工厂起火。", "Fire broke out at the plant last night."),
        Good("下周五开会。", "They meet this Friday."),
        Good(
            "昨天他到了柳州。\n今天下午工厂开业。", "This afternoon the plant opened.\nHe had come yesterday."
        ),
    ),
)
def changed_relative_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """A day, week, month or year told from today became another: *last month* for 上周.

    ## Why is this a problem?
    It has no figure that a proofreader would compare.

    ## Known limits
    Only where each side tells one time of a unit from today, or one time at all. *The next day* and *the
    previous year*, told from another day than today, agree with everything, and where a side names the year
    or the day itself nothing is compared.
    """
    change = told_otherwise(context.kept(simplified, pair.zh), pair.en)
    if change and not any(_has_moved(change, other, context) for other in neighbours(pair, context)):
        yield _hit(pair, change.chinese.span, change.english.span)


def _has_moved(change: Differing, other: Pair, context: Context) -> bool:
    """Tell whether a pair beside has one of the two times on the side where this pair lacks it."""
    said, written = told(context.kept(simplified, other.zh), "zh"), told(other.en, "en")
    return (_tells(said, change.english) and not _tells(written, change.english)) or (
        _tells(written, change.chinese) and not _tells(said, change.chinese)
    )


def _tells(found: list[Told], time: Told) -> bool:
    return any(one.unit == time.unit and not set(one.away).isdisjoint(time.away) for one in found)


@rule(
    code="DAT010",
    name="changed-base-period",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("销量⟦同比⟧增长5%。", "Sales rose 5% ⟦month on month⟧."),
        Bad("銷量⟦環比⟧增長5%。", "Sales rose 5% ⟦from a year earlier⟧."),
        Bad("Sales rose 5% ⟦year on year⟧.", "销量⟦环比⟧增长5%。", src_lang="en"),
    ),
    good=(
        Good("销量同比增长5%。", "Sales rose 5% from a year earlier."),
        Good("销量环比增长5%。", "Sales rose 5% quarter-on-quarter."),
        Good("销量环比增长5%。", "Sales rose 5% from May, and year on year as well."),
        Good("销量同比增长5%，环比下降1%。", "Sales fell 1% month on month."),
        Good("销量同比增长5%。\n环比下降1%。", "Sales fell 1% month on month.\nThey rose 5% year on year."),
    ),
)
def changed_base_period(pair: Pair, context: Context) -> Iterator[Hit]:
    """Growth on the year (同比) becomes growth on the month or quarter before (环比), or the other way.

    ## Why is this a problem?
    The figure is right, and says something else.
    """
    if "比" not in pair.zh:
        return
    change = other_base(context.kept(simplified, pair.zh), pair.en)
    around = neighbours(pair, context) if change else ()
    if change and not any(other_base(context.kept(simplified, other.zh), other.en) for other in around):
        yield _hit(pair, change.chinese, change.english)


def _hit(pair: Pair, chinese: Span, english: Span) -> Hit:
    src, tgt = pair.source_first(chinese, english)
    return Hit(f"{src.of(pair.src)} is not {in_quotes(tgt.of(pair.tgt))}", src=src, tgt=tgt)
