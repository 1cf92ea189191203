"""Numbers: changed, off by a power of ten, added, missing, bounded the other way, swapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.judge import (
    changed,
    is_all_day,
    is_conversion,
    is_derived,
    is_pointed,
    lone,
    reversed_bounds,
)
from align.clues.pairfacts import facts_of, has_changes, has_facts, has_leftovers
from align.clues.restate import expected, explained, restated
from align.clues.swap import swapped_values
from align.facts.compare import How
from align.facts.fact import Kind
from align.facts.unit import meanings, size_in
from align.facts.value import Quantity
from align.finding import Fix, Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.facts.assign import Change
    from align.facts.fact import Fact
    from align.facts.supply import Part

_OR_TWO = lazy(r"(?i)\b(?:an?|one) \w+ or $")
_FIGURE = lazy(r"(?<![\d.,])\d(?:[\d.,]*\d)?")
_INCHES = lazy(r"-\d")  # behind 6-foot
WHOLE = 100  # per cent
SOME_DOZEN = (10, 20)  # what "a dozen or more" may be
# A hedge besides the number's own, which may be the one that is rendered.
_VAGUE = lazy("(?:差不多|几乎|幾乎|大概|大约|大約)[^，。；,;]{0,3}$")


def _changed_hit(change: Change, pair: Pair) -> Hit:
    span = change.target.fact.span
    words = restated(change, pair)
    return Hit(
        explained(change, pair),
        src=change.source.fact.span,
        tgt=span,
        fix=Fix(span, words) if words else None,
        suggestion=words or expected(change, pair),
    )


@rule(
    code="NUM001",
    name="changed-number",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad(
            "仓库里有⟦39⟧箱茶叶。",
            "The store holds ⟦45⟧ chests of tea.",
            fixed="The store holds 39 chests of tea.",
        ),
        Bad("⟦三⟧艘船沉没。", "⟦Five⟧ ships sank."),
        Bad(
            "产量占全国的⟦42.54%⟧。",
            "The output makes up ⟦45.24 percent⟧ of the country's.",
            fixed="The output makes up 42.54 percent of the country's.",
        ),
        Bad("修理要⟦一万六七千元⟧。", "The repair costs ⟦about 6,000 or 7,000 yuan⟧."),
        Bad("票价⟦翻了两番⟧，现为100元。", "Tickets cost 100 yuan now; the price has ⟦tripled⟧."),
        Bad("There were ⟦twelve⟧ doors.", "有⟦15⟧扇门。", fixed="有12扇门。", src_lang="en"),
        Bad("苏州、无锡等⟦8⟧个城市入选。", "Suzhou, Wuxi and ⟦nine⟧ other cities were chosen."),
    ),
    good=(
        Good("仓库里有两万五千箱茶叶。", "The store holds twenty-five thousand chests of tea."),
        Good("销量增长了3倍。", "Sales rose threefold."),
        Good("三成五的茶农", "thirty-five percent of the growers"),
        Good("周三，第三厂的3台机器停了。", "On Wednesday all machines of the Third Works stood still."),
        Good("十分感谢，我们一起走。", "Many thanks; we two go together."),
        Good("价格上涨1.77倍。", "The price rose about 1.8 times."),
        Good("他身高6.8英尺。", "He is a 6-foot-8 man."),
        Good("排名从第22位升至第六位。", "It climbed 16 places to sixth."),
        Good("报名的有两千人，超过原定的五百人。", "2,000 signed up, four times the number planned."),
        Good("十个客人里有八个点了它。", "Four out of five guests ordered it."),
        Good("苏州、无锡等8个城市入选。", "Suzhou, Wuxi and six other cities were chosen."),
        Good("The captain and 22 others were saved.", "船长等23人获救。", src_lang="en"),
        Good("父子四人都上了船。", "The father and his three sons all boarded the ship."),
    ),
)
def changed_number(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number of the source stands in the translation as another number.

    Both sides are read into one form: digits and words, 万 and 亿, shares, multiples, ranges,
    hedges. Only a number that is nowhere in the translation, beside one that is nowhere in the
    source, is reported.

    ## Why is this a problem?
    A wrong number reads as smoothly as a right one, and no reader can tell.

    ## Known limits
    Two numbers that changed places are reported by *swapped-numbers*. The numeral 一 and English
    "one" and "first" are never taken for a number by themselves.
    """
    for change in changed(facts_of(pair, context), How.VALUE):
        if change.source.number is None or is_conversion(change):
            continue
        if _is_height(change, pair):
            continue
        if not _is_phrase(change, pair) and "-".join(change.source.fact.text) not in pair.tgt:  # 321: 3-2-1
            yield _changed_hit(change, pair)


def _is_height(change: Change, pair: Pair) -> bool:
    """Tell whether feet and inches stand for feet with a decimal, as Chinese has it: 6-foot-8 for 6.8英尺."""
    source, target = change.source, change.target
    assert source.number is not None
    inches = _INCHES.match(pair.tgt, target.fact.span.end)
    return inches is not None and target.unit == source.unit == "ft" and int(source.number) == target.number


def _is_phrase(change: Change, pair: Pair) -> bool:
    """Tell whether the target has no number but a phrase: "a thing or two", "a dozen or more" for 十七八."""
    fact, source = change.target.fact, change.source.number
    if "dozen" in fact.text and source is not None and SOME_DOZEN[0] <= source <= SOME_DOZEN[1]:
        return fact.text != "dozen"
    return _OR_TWO.search(pair.tgt, max(0, fact.span.start - 30), fact.span.start) is not None


@rule(
    code="NUM002",
    name="wrong-scale",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad(
            "该公司获得⟦4.244亿美元⟧投资。",
            "The company received ⟦$424.4 billion⟧ of investment.",
            fixed="The company received $424.4 million of investment.",
        ),
        Bad(
            "去年有⟦33.06万⟧人次来访。",
            "Last year saw ⟦33.06 million⟧ visits.",
            fixed="Last year saw 330,600 visits.",
        ),
        Bad("⟦约十七万亩⟧茶园", "⟦some 17,000 mu⟧ of tea gardens", fixed="some 170,000 mu of tea gardens"),
        Bad("It sold for ⟦$2.5 million⟧.", "售价⟦25万美元⟧。", fixed="售价250万美元。", src_lang="en"),
        Bad("They sold ⟦1.4 million⟧ tents.", "賣出⟦1400萬⟧頂。", fixed="賣出140萬頂。", src_lang="en"),
    ),
    good=(
        Good("该公司获得4.244亿美元投资。", "The company received $424.4 million of investment."),
        Good("投资180亿至210亿新元", "an investment of 18 to 21 billion Singapore dollars"),
        Good("3至5万人", "30,000 to 50,000 people"),
        Good("海拔3000米", "3 km above the sea"),
        Good("三千多年前，这里有一座城。", "More than three millennia ago there was a city here."),
        Good("每10股派发红利2.50元。", "It pays a dividend of 0.25 yuan a share."),
    ),
)
def wrong_scale(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number is off by a power of ten.

    ## Why is this a problem?
    Chinese counts in 万 and 亿, English in thousands and millions; 4.244亿 is 424.4 million. The
    digits look right, so the error survives every reading but one with a pencil.
    """
    for change in changed(facts_of(pair, context), How.SCALE):
        if not is_pointed(change):
            yield _changed_hit(change, pair)


@rule(
    code="NUM004",
    name="added-number",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad("代表们参观了茶园。", "The ⟦48⟧ delegates visited the tea gardens."),
        Bad("他在会上发言。", "He spoke at the ⟦14th⟧ meeting."),
        Bad("The delegates came.", "⟦25⟧名代表来了。", src_lang="en"),
        Bad("He finished in 2:14:37.", "他以2小时14分⟦47秒⟧的成绩完赛。", src_lang="en"),
    ),
    good=(
        Good("男工20人，女工15人。", "There are 35 workers: 20 men and 15 women."),
        Good("面积3000亩", "an area of 3,000 mu (200 hectares)"),
        Good("他重60公斤。", "He weighs about 130 pounds."),
        Good("The temperature hit 104 F.", "气温达到40摄氏度。", src_lang="en"),
        Good("气温达到40摄氏度。", "The temperature hit 104F."),
        Good("这是十足的谎言。", "It is 100% a lie."),
        Good("发表论文数十篇", "He has published more than 20 papers"),
        Good("他生于本世纪初。", "He was born in 2002."),
        Good("利润下降35%。", "Profit fell by more than a third, to 65% of what it was."),
        Good("10点20分到站。", "The train arrives at 10.20."),
        Good("展馆全年无休。", "The hall is open 365 days a year."),
        Good("He finished in 2:14:37.", "他以2小时14分37秒的成绩完赛。", src_lang="en"),
        Good("茶园很大。\n有48名代表。", "The gardens are large; 48 delegates came.\nThere they are."),
    ),
)
def added_number(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation has a number from ten on, in digits, that nothing in the source accounts for.

    ## Known limits
    Years are left alone, for translators supply them. So are sums, differences and conversions of
    the source's numbers, and numbers of the sentence before or behind.
    """
    facts = facts_of(pair, context)
    for part in lone(facts.added, pair, context, in_source=True):
        if _is_said_otherwise(part, facts.src) or is_derived(part, facts.tgt, facts.src):
            continue
        if not is_all_day(part, pair.src):
            yield Hit(
                f"nothing in the source says {part.fact.text}",
                tgt=part.fact.span,
                severity=_known_severity(part.fact),
            )


def _is_said_otherwise(part: Part, source: Sequence[Fact]) -> bool:
    """Tell whether a number only stresses something, or gives roughly what the source has in another unit."""
    if part.unit == "%" and part.number == WHOLE:
        return True  # 十足
    units = {fact.value.unit for fact in source if isinstance(fact.value, Quantity)} - {part.unit}
    known = _dimensions(part.unit)
    return any(not known.isdisjoint(_dimensions(unit)) for unit in units)  # 60公斤: about 130 pounds


def _dimensions(unit: str) -> set[str]:
    """Return what a unit may measure: pounds are a weight."""
    return {size[0] for code in meanings(unit) if (size := size_in(code))}


def _known_severity(fact: Fact) -> Severity | None:
    """Return the severity of a lone ordinal: translators know which Congress 全会 was."""
    return Severity.INFO if fact.kind is Kind.ORDINAL else None


@rule(
    code="NUM005",
    name="missing-number",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad("村里有⟦340⟧户人家。", "There are families in the village."),
        Bad("价格下降⟦63%⟧。", "The price fell sharply."),
        Bad("The hall seats ⟦450⟧ guests.", "大厅可以坐很多客人。", src_lang="en"),
        Bad("加息⟦50个基点⟧", "It raised rates by a quarter point."),
    ),
    good=(
        Good("值班室24小时有人。", "The office is staffed around the clock."),
        Good("2019年，茶园扩大了。", "The gardens grew."),
        Good("男20人，女15人。", "There are 35 of them."),
        Good("距离100公里（62英里）。", "It is 62 miles away."),
        Good("它重80公斤。", "It weighs 176 pounds."),
        Good("加息75个基点", "It raised rates by three-quarters of a point."),
        Good("电影长90分钟。", "The film lasts an hour and a half."),
        Good("等了近50分钟", "waited for most of an hour"),
    ),
)
def missing_number(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number of the source, from ten on and in digits, is nowhere in the translation.

    ## Known limits
    Years are left alone, and so is what the sentence before or behind has, or what a number of the
    translation sums up or converts.
    """
    facts = facts_of(pair, context)
    for part in lone(facts.missing, pair, context, in_source=False):
        if _digits(part) in context.kept(_figures_in, pair.tgt) or is_all_day(part, pair.tgt):
            continue
        if not is_derived(part, facts.src, facts.tgt):
            yield Hit(
                f"the translation does not say {part.fact.text}",
                src=part.fact.span,
                severity=_known_severity(part.fact),
            )


def _digits(part: Part) -> str | None:
    return None if part.number is None else f"{part.number:f}"


def _figures_in(text: str) -> frozenset[str]:
    """Return the figures of a text as they are written, whatever they were read as."""
    return frozenset(_FIGURE.findall(text))


@rule(
    code="NUM007",
    name="reversed-bound",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_facts,
    bad=(
        Bad("⟦不到3%⟧的家庭", "⟦more than 3%⟧ of the families"),
        Bad("费用⟦不得超过50元⟧。", "The cost must be ⟦at least 50 yuan⟧."),
        Bad("⟦More than 300⟧ came.", "来了⟦不到300⟧人。", src_lang="en"),
    ),
    good=(
        Good("不到3%的家庭", "fewer than 3% of the families"),
        Good("费用不会超过50元。", "The cost will be no more than 50 yuan."),
        Good("近300人", "some 300 people"),
        Good("不到30人来了。\n另有30多人请假。", "More than 30 stayed away.\nFewer than 30 came."),
        Good("60岁以上的人至少有300个", "At least 300 are 60 or over"),
        Good("差不多就是8000多元", "almost 8,000 yuan"),
        Good("It can't be more than five miles.", "最多五英里。", src_lang="en"),
    ),
)
def reversed_bound(pair: Pair, context: Context) -> Iterator[Hit]:
    """A number that bounds from above bounds from below in the translation, or the other way round."""
    found = list(reversed_bounds(facts_of(pair, context)))
    around = (facts_of(other, context) for other in neighbours(pair, context)) if found else ()
    if any(list(reversed_bounds(facts)) for facts in around):
        return  # two sentences changed places
    for source, target in found:
        if not _VAGUE.search(pair.src, max(0, source.span.start - 8), source.span.start):
            yield Hit(
                f"{source.text} is not {target.text}: the bound is turned around",
                src=source.span,
                tgt=target.span,
            )


@rule(
    code="NUM009",
    name="swapped-numbers",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_facts,
    bad=(
        Bad("大河有⟦29⟧条，水站有44座。", "There are ⟦44⟧ large rivers and 29 water stations."),
        Bad("两项分别占⟦63.3%⟧和86.3%。", "The two make up ⟦86.3%⟧ and 63.3%."),
    ),
    good=(
        Good("大河有29条，水站有44座。", "There are 44 water stations on 29 large rivers."),
        Good("12名委员中有5人反对。", "Five of its 12 members were against it."),
        Good("每100克含盐3克。", "It has 3 grams of salt per 100 grams."),
        Good("全国百万人口以上的大县有16个。", "There are 16 counties with more than one million people."),
        Good("利率由0.5%升至0.75%。", "The rate rose to 0.75% from 0.5%."),
        Good("《条例》（第66章）第7条", "section 7 of the Ordinance (Cap. 66)"),
        Good("豆瓣8.1分，近20万人打分。", "Nearly 200,000 Douban users have given it an average of 8.1."),
    ),
)
def swapped_numbers(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two numbers have changed places, each standing with what the other counts.

    The words around both numbers decide, through the Chinese-English lexicon; in a bare list the
    order does.

    ## Known limits
    Where the words beside a number have no translation in the lexicon, nothing is reported. The number of a
    standard (GB/T 11383) has been taken for one of those counted.
    """
    facts = facts_of(pair, context)
    if facts.changes:
        return
    for swap in swapped_values(facts, pair):
        first, second = (part.fact for part in swap.source)
        written = swap.target[1].fact
        yield Hit(
            f"{first.text} and {second.text} seem to have changed places",
            src=first.span,
            tgt=written.span,
        )
