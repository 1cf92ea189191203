"""Dates and times: changed, impossible, misspelled, malformed, added or missing."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from align.clues.judge import changed, hit_of
from align.clues.pairfacts import facts_of, has_changes, has_facts, has_leftovers, stands_nearby
from align.facts.compare import How
from align.facts.date_en import MONTH_NAMES
from align.facts.date_zh import names_time
from align.facts.daypart import halves_named
from align.facts.express import express
from align.facts.fact import Strength
from align.facts.misspelling import misspelled_month
from align.facts.numeral import Flaw
from align.facts.value import Date
from align.finding import Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.facts.assign import Assignment
    from align.facts.supply import Part

_DATELINE = ("电", "讯", "電", "訊")
# Days told from the day of writing, and the turns of the year told in words.
_TOLD_FROM_TODAY = lazy(r"(?i)\b(?:today|yesterday|tomorrow|last night|tonight)\b|[今昨明][天日晚晨]")
_TURNS: dict[tuple[int | None, int | None], re.Pattern[str]] = {
    (12, 31): lazy(r"(?i)\byear[- ]?end|\bend of (?:the |last |this )?(?:\w+ )?(?:year|\d{4})|年[底末终終]"),
    (1, 1): lazy(r"(?i)\bnew year|元旦|年初"),
}
LEAP_YEAR = 2024  # stands for a year that is not given: 29 February must be possible


@rule(
    code="DAT001",
    name="changed-date",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad("⟦7月18日⟧，大教堂起火。", "The cathedral burned on ⟦July 28⟧."),
        Bad("他于⟦1983年⟧创办合唱团。", "He founded the choir in ⟦1982⟧."),
        Bad("⟦周三⟧开会", "They meet on ⟦Thursday⟧"),
        Bad("雷军在⟦2024年6月5日⟧见了他。", "Lei Jun met him on ⟦May 5, 2024⟧."),
        Bad("上述公告于⟦25日⟧发布。", "The notice came out on the ⟦26th⟧."),
        Bad("⟦20世纪30年代⟧的上海", "Shanghai in ⟦the 1920s⟧".replace("⟦the ", "the ⟦")),
        Bad("将于⟦2024年上半年⟧量产", "will be mass-produced in the ⟦second half of 2024⟧"),
        Bad("They met on ⟦1 March⟧.", "他们于⟦5月1日⟧见面。", src_lang="en"),
    ),
    good=(
        Good("7月18日，大教堂起火。", "The cathedral burned on the 18th of July."),
        Good("将于2024年上半年量产", "will be mass-produced in the first half of 2024"),
        Good("20世纪30年代的上海", "Shanghai in the 1930s"),
        Good("15世纪前后", "around the fifteenth century"),
        Good("1至3月", "from January to March"),
        Good("民国三十八年", "in 1949"),
        Good("她5月1日来，2日走。", "She came on May 1 and left the next day."),
        Good("五月说，三月是好时候。", "May said that March was a good time."),
        Good("他正月里回了老家，二月初才回来。", "He went home for the holiday and came back in March."),
        Good("她生于腊月初九。", "She was born in January."),
    ),
)
def changed_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """A year, month, day, weekday or other period stands in the translation as another.

    Dates are compared field by field: a month that is nowhere in the translation, beside one that
    is nowhere in the source.

    ## Known limits
    Two dates that changed places are reported by *swapped-numbers*.
    """
    hows = (How.YEAR, How.MONTH, How.DAY, How.WEEKDAY, How.PERIOD, How.DAY_AND_MONTH_SWAPPED)
    for change in changed(facts_of(pair, context), *hows):
        yield hit_of(change, pair)


@rule(
    code="DAT002",
    name="changed-time",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_changes,
    bad=(
        Bad("飓风于⟦下午5时⟧登陆。", "The hurricane landed at ⟦6:27 p.m.⟧"),
        Bad("⟦7月24日15时⟧起".replace("⟦7月24日", "7月24日⟦"), "from ⟦3 a.m.⟧ on July 24"),
        Bad("⟦上午 8 点 46 分⟧", "at ⟦8:46 p.m.⟧"),
        Bad("⟦早上约8时15分⟧", "at around ⟦8.15pm⟧"),
        Bad("The show begins at ⟦8:30 p.m.⟧", "节目⟦早上八点半⟧开始。", src_lang="en"),
    ),
    good=(
        Good("飓风于下午5时登陆。", "The hurricane landed at 17:00."),
        Good("7月24日15时起", "from 3 p.m. on July 24"),
        Good("凌晨1时15分", "at 01:15"),
        Good("24时", "at midnight"),
        Good("晚上8:30", "at 8:30 in the evening"),
        Good("比分是3:2。", "The score was 3-2."),
    ),
)
def changed_time(pair: Pair, context: Context) -> Iterator[Hit]:
    """A time of day stands in the translation as another, or in the other half of the day.

    ## Known limits
    A time whose half of the day is not told agrees with both.
    """
    for change in changed(facts_of(pair, context), How.TIME, How.HALF_OF_DAY):
        yield hit_of(change, pair)


@rule(
    code="DAT003",
    name="changed-half-of-day",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("他⟦晚上⟧才到。", "He did not arrive until ⟦morning⟧."),
        Bad("集市⟦清晨⟧开张。", "The market opens in the ⟦evening⟧."),
        Bad("They left in the ⟦afternoon⟧.", "他们⟦上午⟧走了。", src_lang="en"),
    ),
    good=(
        Good("他晚上才到。", "He did not arrive until night."),
        Good("集市清晨开张，晚上关门。", "The market is open from morning to evening."),
        Good("早上好", "I am late"),
        Good("上午九点开始。\n下午四点结束。", "It ended at 4 p.m.\nIt had begun at 9 a.m."),
    ),
)
def changed_half_of_day(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source names only hours before noon, the translation only hours after it; or the other way."""
    if len(halves_named(pair.zh, "zh")) != 1:  # the shorter text decides most pairs
        return
    said, written = halves_named(pair.src, pair.src_lang), halves_named(pair.tgt, pair.tgt_lang)
    if len(said) != 1 or len(written) != 1 or said.keys() == written.keys():
        return
    if any(change.target.name == "time" for change in facts_of(pair, context).changes):
        return
    if any(
        halves_named(other.tgt, other.tgt_lang).keys() == said.keys() for other in neighbours(pair, context)
    ):
        return
    source, target = next(iter(said.values())), next(iter(written.values()))
    yield Hit(
        f"{source[0]} is not {target[0]}: the other half of the day",
        src=Span(*source.span()),
        tgt=Span(*target.span()),
    )


@rule(
    code="DAT004",
    name="impossible-date",
    severity=Severity.ERROR,
    since="0.1.0",
    needs=has_facts,
    bad=(
        Bad("6月30日到期", "It is due on ⟦June 31⟧."),
        Bad("", "They met on ⟦February 29, 2023⟧."),
        Bad("They met.", "他们在⟦2月30日⟧见面。", src_lang="en"),
    ),
    good=(
        Good("", "They met on February 29, 2024, and on June 30."),
        Good("", "Chen Jun, 31, once worked at Tencent. He met Lei Jun 31 times, and Theresa May, 67, too."),
        Good("2月30日是他编的。", "February 30 was his own invention."),
        Good("", "On February 29 she turns five."),
    ),
)
def impossible_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation has a day that the calendar has not: June 31.

    ## Known limits
    A day that the source has as well is left alone.
    """
    facts = facts_of(pair, context)
    said = {fact.value for fact in facts.src}
    for fact in facts.tgt:
        date = fact.value
        if isinstance(date, Date) and _is_impossible(date) and date not in said:
            yield Hit(f"there is no {express(date, pair.tgt_lang)}", tgt=fact.span)


def _is_impossible(date: Date) -> bool:
    if date.month is None or date.day is None:
        return False
    year = date.year if date.year is not None and date.year > 0 else LEAP_YEAR
    return date.day > monthrange(year, date.month)[1]


@rule(
    code="DAT005",
    name="misspelled-month",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad(
            "展览⟦7月29日⟧结束。",
            "The exhibition ends on ⟦Jully⟧ 29.",
            fixed="The exhibition ends on July 29.",
        ),
        Bad("⟦3月21日⟧", "on 21 ⟦Marhc⟧", fixed="on 21 March"),
    ),
    good=(
        Good("展览7月29日结束。", "The exhibition ends on July 29."),
        Good("玛丽3岁，5月29日生。", "Mary 3 was born on May 29."),
        Good("七月与玛奇21号", "July and Marchi 21"),
    ),
)
def misspelled_month_name(pair: Pair, context: Context) -> Iterator[Hit]:
    """The name of a month is misspelled beside its day."""
    for part in _missing(facts_of(pair, context), "month"):
        month = _month(part)
        span = misspelled_month(pair.tgt, month)
        if span is not None:
            right = MONTH_NAMES[month - 1].capitalize()
            yield Hit.of_form(span.of(pair.tgt), right, span, part.fact.span)


def _missing(facts: Assignment, name: str) -> Iterator[Part]:
    """Return the left-over fields of one sort in source dates that have a month and a day."""
    for part in facts.missing:
        date = part.fact.value
        if part.name == name and isinstance(date, Date) and date.month is not None and date.day is not None:
            yield part


def _month(part: Part) -> int:
    date = part.fact.value
    assert isinstance(date, Date)
    assert date.month is not None
    return date.month


@rule(
    code="DAT006",
    name="malformed-date",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    needs=has_facts,
    bad=(
        Bad(
            "隧道于2020年7月26日贯通。",
            "The tunnel was finished on ⟦26th, July, 2020⟧.",
            fixed="The tunnel was finished on July 26, 2020.",
        ),
        Bad("", "since ⟦1, May, 2019⟧", fixed="since May 1, 2019"),
    ),
    good=(
        Good("", "on 26 July 2020, on July 26, 2020 and on the 26th of July, 2020"),
        Good("", "On the 25th, July sales were told."),
    ),
)
def malformed_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """A comma stands between the day and the month: 26th, July, 2020."""
    for fact in facts_of(pair, context).tgt:
        if fact.flaw is Flaw.COMMA:
            yield Hit.of_form(fact.text, express(fact.value, "en"), fact.span)


@rule(
    code="DAT007",
    name="added-date",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad("大会闭幕。", "The meeting closed on ⟦May 12⟧."),
        Bad("3月5日开幕。\n大会于12日闭幕。", "It opened on March 5.\nThe meeting closed on ⟦May 12⟧."),
        Bad("大会闭幕。", "The meeting closed on the ⟦12th⟧."),
        Bad("The fair opened.", "集市⟦4月2日⟧开幕。", src_lang="en"),
    ),
    good=(
        Good("大会于12日闭幕。", "The meeting closed on May 12."),
        Good("3月5日开幕。\n大会于12日闭幕。", "It opened on March 5.\nThe meeting closed on March 12."),
        Good("元旦放假。", "January 1 is a holiday."),
        Good("梅说，可以。", "May said so. You may march."),
    ),
)
def added_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation names a month or a day that nothing in the source accounts for.

    Translators add the dates that they know. So it is only for your information, unless the Chinese article
    has no word of time at all, and its sentence no number.

    ## Known limits
    A month supplied for a bare day (12日 as "May 12") is reported only where the article names months, and
    never that one.
    """
    facts = facts_of(pair, context)
    with_day = {id(other.fact) for other in facts.added if other.name == "day"}
    for part in facts.added:
        if part.fact.strength is Strength.LOOSE or not _told(part):
            continue
        supplied = part.name == "month" and id(part.fact) not in with_day
        if stands_nearby(part, pair, context, in_source=True) or (
            supplied and not _is_foreign(part, context)
        ):
            continue
        sources = [other.src for other in context.article.pairs]
        told = pair.src_lang != "zh" or facts.src or any(map(names_time, sources))
        severity = Severity.INFO if told else None
        yield Hit(f"nothing in the source says {part.fact.text}", tgt=part.fact.span, severity=severity)


def _told(part: Part) -> bool:
    """Tell whether a part is a month, or a day in digits without one: a day with its month goes with that."""
    date = part.fact.value
    if not isinstance(date, Date):
        return False
    bare = date.month is None and part.fact.strength is Strength.DIGITS
    return part.name == "month" or (part.name == "day" and bare)


def _is_foreign(part: Part, context: Context) -> bool:
    """Tell whether the article's source names months, and never this one."""
    months = {
        fact.value.month
        for pair in context.article.pairs
        for fact in facts_of(pair, context).src
        if isinstance(fact.value, Date) and fact.value.month is not None
    }
    return bool(months) and _month(part) not in months


@rule(
    code="DAT008",
    name="missing-date",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad("大会于⟦5月12日⟧闭幕。", "The meeting has closed."),
        Bad("The fair opened on ⟦2 April⟧.", "集市开幕了。", src_lang="en"),
    ),
    good=(
        Good("大会于5月12日闭幕。", "The meeting closed on the 12th of May."),
        Good("3月5日开幕，3月6日闭幕。", "It opened on March 5 and closed the next day."),
        Good("本报5月12日讯大会闭幕。", "The meeting has closed."),
        Good("大会于5月12日闭幕。", "The meeting closed on Monday."),
        Good("截至12月31日，工厂有员工300人。", "At year-end the plant had 300 workers."),
        Good("亭子建于景祐三年五月十二日。", "The pavilion was built in 1036."),
        Good(
            "大会于5月12日闭幕。\n会上宣布了结果。",
            "The meeting has closed.\nThe results were told on May 12.",
        ),
    ),
)
def missing_date(pair: Pair, context: Context) -> Iterator[Hit]:
    """A day of the source, given with its month, is nowhere in the translation.

    ## Known limits
    The date of a news agency's line (新华社北京2月10日电) is left alone, for it goes with the line. So is
    every date where the translation says *yesterday* or names a weekday that the source does not.
    """
    facts = facts_of(pair, context)
    missing = list(_missing(facts, "day"))
    if not missing or any(part.name == "weekday" for part in facts.added):
        return
    if _TOLD_FROM_TODAY.search(pair.tgt) and not _TOLD_FROM_TODAY.search(pair.src):
        return
    without_month = {id(other.fact) for other in facts.missing if other.name == "month"}
    for part in missing:
        if part.fact.strength is Strength.LOOSE or _is_turn_of_year(part, pair.tgt):
            continue
        if pair.src[part.fact.span.end : part.fact.span.end + 1] in _DATELINE:
            continue
        if id(part.fact) in without_month and not stands_nearby(part, pair, context, in_source=False):
            yield Hit(f"the translation does not say {part.fact.text}", src=part.fact.span)


def _is_turn_of_year(part: Part, text: str) -> bool:
    """Tell whether the last or the first day of a year is told in words: at year-end, 年底."""
    date = part.fact.value
    assert isinstance(date, Date)
    words = _TURNS.get((date.month, date.day))
    return words is not None and words.search(text) is not None
