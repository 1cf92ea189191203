"""Words that say the opposite of the source: fell for 上涨, buy for 卖."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.course import reversed_course
from align.clues.figure_direction import turned_figures
from align.clues.opposites import swapped_words
from align.clues.pairfacts import facts_of
from align.finding import Hit, Severity, in_quotes
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="POL003",
    name="reversed-direction",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("股价⟦上涨⟧。", "Shares ⟦fell⟧."),
        Bad("收入增长12.6%，净利润⟦下降⟧8.04%。", "Revenue grew 12.6% and net profit ⟦rose⟧ 8.04%."),
        Bad("开盘低走，收盘⟦涨⟧1.97%。", "It opened down and closed 1.97% ⟦lower⟧."),
        Bad("公司⟦购买⟧了两条生产线。", "The company ⟦sold⟧ two production lines."),
        Bad("工厂在市区⟦东部⟧。", "The plant is in the ⟦west⟧ of the city."),
        Bad("主队⟦击败⟧了来访的球队。", "The home team ⟦lost to⟧ the visitors."),
        Bad("⟦原告⟧提出上诉。", "The ⟦defendant⟧ has appealed."),
        Bad("银行⟦上调⟧存款利率。", "The bank ⟦cut⟧ its deposit rates."),
        Bad("光照不足会⟦增加⟧能耗。", "Dim light ⟦lowers⟧ energy use."),
        Bad("⟦卖方⟧应承担运费。", "The ⟦buyer⟧ shall pay the freight."),
        Bad("The company ⟦exports⟧ cars.", "公司⟦进口⟧汽车。", src_lang="en"),
    ),
    good=(
        Good("股价上涨。", "Shares did not fall."),
        Good("价格上涨，销量下降。", "Sales fell."),
        Good("跌幅增加。", "The fall was steeper."),
        Good("贷款同比少增300亿元，存款下降2%。", "Loans grew 30 billion yuan less, and deposits fell 2%."),
        Good("投资同比下降7.9%，降幅扩大0.7个百分点。", "Investment fell 7.9%, a drop 0.7 points steeper."),
        Good("股价上涨。\n债券价格下跌。", "Bonds fell.\nShares rose."),
        Good("东部的工厂", "the plant west of Beijing, in the eastern part"),
        Good("他不支持这个计划。", "He opposes the plan."),
        Good("并非所有地区的气温都上升。", "In some regions it got colder and temperatures fell."),
        Good("别忘了锁门。", "Remember to lock the door."),
        Good("这有违公平。", "It is unfair."),
        Good("她帮着女儿过活。", "She helped her daughter and her son-in-law."),
        Good("The company imports cars.", "公司进口汽车。", src_lang="en"),
    ),
)
def reversed_direction(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation says the opposite: fell for 上涨, sold for 买.

    ## Why is this a problem?
    Every other word is right, so nobody notices.

    ## Known limits
    Some three hundred pairs of opposites are known. A pair is looked at only where the source has one
    side, the translation the other, and neither has anything that may stand for both.
    """
    told = _told_of_figures(pair, context)
    if told:
        yield from told
        return
    for swap in swapped_words(context.kept(simplified, pair.zh), pair.en):
        around = neighbours(pair, context)
        if any(swap.stands_in(context.kept(simplified, other.zh), other.en) for other in around):
            continue
        src, tgt = pair.source_first(swap.chinese, swap.english)
        yield Hit(f"{tgt.of(pair.tgt)} is the opposite of {src.of(pair.src)}", src=src, tgt=tgt)


def _told_of_figures(pair: Pair, context: Context) -> list[Hit]:
    """Return the verbs that tell the opposite of a figure that both sides have."""
    facts = facts_of(pair, context)
    if not facts.src or not facts.tgt:
        return []
    said, written = pair.chinese_first(facts.src, facts.tgt)
    hits = []
    for turn in turned_figures(context.kept(simplified, pair.zh), pair.en, said, written):
        src, tgt = pair.source_first(turn.chinese, turn.english)
        hits.append(Hit(f"{tgt.of(pair.tgt)} is the opposite of {src.of(pair.src)}", src=src, tgt=tgt))
    return hits


@rule(
    code="POL010",
    name="reversed-course",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("工厂⟦从柳州搬到北京⟧。", "The plant moved ⟦from Beijing to Liuzhou⟧."),
        Bad("价格⟦由50元上調至60元⟧。", "The price went ⟦from 60 to 50 yuan⟧."),
        Bad("The firm swung ⟦from profit to loss⟧.", "公司⟦从亏损转为盈利⟧。", src_lang="en"),
    ),
    good=(
        Good("工厂从柳州搬到北京。", "The plant moved from Liuzhou to Beijing."),
        Good("工厂从柳州搬到北京。", "The plant moved to Beijing from Liuzhou."),
        Good("价格由50元上調至60元。", "The price went from 50 to 60 yuan."),
        Good(
            "他从柳州来到北京，又回到柳州。",
            "He came to Beijing from Liuzhou, and went from Beijing to Liuzhou.",
        ),
        Good("资金由银行提供给工厂。", "Funds go from the bank to the plant."),
        Good(
            "他从柳州飞到北京。\n又从北京飞到柳州。",
            "He flew from Beijing to Liuzhou.\nHe had flown from Liuzhou to Beijing.",
        ),
    ),
)
def reversed_from_to(pair: Pair, context: Context) -> Iterator[Hit]:
    """A way or a change leads the other way: *from the city to the countryside* for 从乡下搬到城里.

    ## Known limits
    Only where each text has one *from … to …*, and where both ends are told by words that the dictionary
    knows, or both by figures.
    """
    if " to " not in pair.en:
        return
    course = reversed_course(context.kept(simplified, pair.zh), pair.en)
    around = neighbours(pair, context) if course else ()
    if course is None or any(
        reversed_course(context.kept(simplified, other.zh), other.en) for other in around
    ):
        return
    src, tgt = pair.source_first(course.chinese, course.english)
    yield Hit(f"{in_quotes(tgt.of(pair.tgt))} leads the other way than {src.of(pair.src)}", src=src, tgt=tgt)
