"""Units and currencies: another one than the source has, or converted wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.denominator import changed_denominator
from align.clues.judge import changed, hit_of, is_conversion
from align.clues.pairfacts import facts_of, has_changes, has_facts
from align.facts.compare import How
from align.facts.express import per
from align.finding import Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="UNT001",
    name="changed-currency",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad("旅游收入达⟦1.1亿新元⟧。", "Tourism earned ⟦110 million yuan⟧."),
        Bad("售价⟦500日元⟧", "priced at ⟦$500⟧"),
        Bad("It costs ⟦€20⟧.", "价格是⟦20美元⟧。", src_lang="en"),
        Bad("5公斤李子卖⟦60元⟧。", "Five kilos of plums cost ⟦60 pounds⟧."),
    ),
    good=(
        Good("旅游收入达1.1亿新元。", "Tourism earned S$110 million."),
        Good("房租是3000元。", "The rent is HK$3,000."),
        Good("人民币528亿元", "RMB52.8 billion"),
    ),
)
def changed_currency(pair: Pair, context: Context) -> Iterator[Hit]:
    """An amount of money is given in another currency.

    ## Known limits
    元 may be yuan, Hong Kong dollars or others, and $ any dollar; they contradict each other only where
    both sides say which is meant.
    """
    for change in changed(facts_of(pair, context), How.CURRENCY):
        yield hit_of(change, pair)


@rule(
    code="UNT002",
    name="changed-unit",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad("水库蓄水⟦17.5亿立方米⟧。", "The reservoirs hold ⟦1.75 billion metres⟧ of water."),
        Bad("面积⟦90平方公里⟧", "an area of ⟦90 square metres⟧"),
        Bad("山高⟦3000米⟧", "The hill is ⟦3,000 kilometres⟧ high"),
        Bad("时速⟦480公里⟧", "winds of ⟦480 m/h⟧"),
        Bad("It weighs ⟦5 kg⟧.", "它重⟦5斤⟧。", src_lang="en"),
        Bad("她体重⟦64公斤⟧。", "She weighs ⟦64 pounds⟧."),
        Bad("房子有⟦150平方米⟧。", "It is a ⟦150-square-foot⟧ house."),
    ),
    good=(
        Good("山高3000米", "The hill is 3 km high"),
        Good("每小时240千米", "240 km an hour"),
        Good("面积90平方公里", "an area of 90 km?"),
        Good("重10斤", "It weighs 5 kg"),
        Good("二十斤茶叶", "twenty pounds of tea"),
        Good("这只猫重5公斤，花了他20英镑。", "The cat weighs 11 pounds and cost him 20 pounds."),
        Good("They bought 11 pounds of plums for 60 yuan.", "他们买了5公斤李子，花了60元。", src_lang="en"),
    ),
)
def changed_unit(pair: Pair, context: Context) -> Iterator[Hit]:
    """A quantity is given in another unit with the same number.

    ## Known limits
    Words that count without measuring (个, 人, cases) are no units.
    """
    for change in changed(facts_of(pair, context), How.UNIT):
        yield hit_of(change, pair)


@rule(
    code="UNT003",
    name="wrong-conversion",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad("全长⟦50公里⟧。", "It is ⟦50.3 miles⟧ long."),
        Bad("⟦半年⟧后", "after ⟦seven months⟧"),
        Bad("It took ⟦two weeks⟧.", "花了⟦10天⟧。", src_lang="en"),
    ),
    good=(
        Good("全长50公里。", "It is about 31 miles long."),
        Good("半年后", "after six months"),
        Good("占地6.5亩", "on 0.43 hectares"),
        Good("15天后", "two weeks later"),
        Good("约两米", "about 6 feet"),
        Good("稻谷亩产1024斤。", "The rice yielded 7.7 tonnes a hectare."),
    ),
)
def wrong_conversion(pair: Pair, context: Context) -> Iterator[Hit]:
    """A quantity is converted into another unit, and comes out wrong by more than rounding.

    ## Known limits
    Three in a hundred are allowed for rounding. Currencies are not converted.
    """
    for change in changed(facts_of(pair, context), How.VALUE):
        if is_conversion(change):
            yield hit_of(change, pair)


@rule(
    code="UNT004",
    name="changed-rate",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_facts,
    bad=(
        Bad("茶叶⟦每吨⟧涨价1200元。", "The price of tea rose 1,200 yuan ⟦a pound⟧."),
        Bad("他的⟦月薪⟧是8500元。", "He earns 8,500 yuan ⟦a year⟧."),
        Bad("缆车⟦日均⟧运送3万人次。", "The cable car carries an average of 30,000 passengers ⟦a month⟧."),
        Bad("The shop sells 40 kettles ⟦a week⟧.", "店里⟦每天⟧卖出40把壶。", src_lang="en"),
        Bad("列车⟦时速⟧350公里", "The train runs at 350 kilometres ⟦per minute⟧"),
    ),
    good=(
        Good("茶叶每吨涨价1200元。", "The price of tea rose 1,200 yuan a tonne."),
        Good("他的月薪是8500元。", "He has a monthly salary of 8,500 yuan and works 40 hours a week."),
        Good("茶叶每斤80元。", "The tea costs 80 yuan a pound."),
        Good("每天卖出40把壶。", "They sold 40 kettles a week later."),
        Good("去年产量20万辆", "200,000 cars, or 550 a day"),
    ),
)
def changed_rate(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number is given for another unit than in the source: 每吨 a tonne, and not a pound.

    ## Known limits
    Only a pair that has one such unit on either side is compared, and only where the numbers beside
    them are the same. 斤 is often called a pound, and is left alone.
    """
    found = changed_denominator(facts_of(pair, context), pair)
    if found is not None:
        said, written = found
        source, target = said.span.of(pair.src), written.span.of(pair.tgt)
        right = per(said.unit, pair.tgt_lang)
        yield Hit(f"{source} is {right}, not {target}", src=said.span, tgt=written.span, suggestion=right)
