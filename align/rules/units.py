"""Units and currencies: another one than the source has, or converted wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.judge import changed, hit_of, is_conversion
from align.clues.pairfacts import facts_of, has_changes
from align.facts.compare import How
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
