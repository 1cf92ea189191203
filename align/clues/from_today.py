"""Days, weeks, months, quarters and years told from the day of writing: 上周, 后天, last week, tomorrow."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus import Lang

# What words say: a unit, and how many of it lie between then and now. Several numbers: any of them may be
# meant, as "next Friday" may be the one of this week.
# Left out: no day is told in 之前天气, 先天后天, 日本周边, 马上月底, 十年前年仅, 如今年轻 and 说明年份.
_YOUTH = "(?![轻代纪龄级])"
_MOON = "(?![亮球光色饼台圆])"
_LAST = "上(?<![马以早晚天海路史世身街会实基加]上)"
_NEXT = "下(?<![以如天乡线手地楼底余当]下)"
_WEEK = "(?:星期|礼拜|周(?![边刊围遭年岁转密期身]))"
_CHINESE = (
    ("大前天", "day", (-3,)),
    ("大后天", "day", (3,)),
    ("明后[天两]", "day", (1, 2)),
    ("[今昨]明[两天日]", "day", (-1, 0, 1)),
    (r"前[天晚](?<![之以目从此先日年月周])(?<![之以目从此先日年月周].)(?![气空然上])", "day", (-2,)),
    (r"后天(?<![之以此日午先]后天)(?![性养形获努环培习气空因失黑亮])", "day", (2,)),
    ("今[天日](?:凌晨|[零0] ?[点时])|今晨|昨夜", "day", (-1, 0)),
    ("今[天日晚夜早](?!头条|资本|俄罗斯)", "day", (0,)),
    ("昨[天日晚晨早儿](?!重现)", "day", (-1,)),
    ("明[天日晚早晨](?!黄花)", "day", (1,)),
    (rf"[这本][一个]?(?<![日基资成根版样剧文]本){_WEEK}", "week", (0,)),
    (f"{_LAST}[一个]?{_WEEK}", "week", (-1,)),
    (f"{_NEXT}[一个]?{_WEEK}", "week", (1,)),
    (f"(?:本(?<!日本)|这个?)月{_MOON}", "month", (0,)),
    (f"{_LAST}个?月{_MOON}", "month", (-1,)),
    (f"{_NEXT}个?月{_MOON}", "month", (1,)),
    ("[本这]个?季度", "quarter", (0,)),
    ("上[一个]?季度", "quarter", (-1,)),
    ("下[一个]?季度", "quarter", (1,)),
    (r"今明两?年|[去昨]今两?年|今去两?年", "year", (-1, 0, 1)),
    ("明后两?年", "year", (1, 2)),
    ("大前年", "year", (-3,)),
    (f"(?:今|本(?<!日本))年{_YOUTH}", "year", (0,)),
    (f"去(?<!过去)年{_YOUTH}", "year", (-1,)),
    ("明(?<![说证表声文发]明)年(?![轻代纪龄间份])", "year", (1,)),
    (r"前年(?<![\d一二三四五六七八九十百千几数多年之以目从]前年)(?![轻代纪龄仅])", "year", (-2,)),
    (f"后年(?<![之以此前今日战年]后年){_YOUTH}", "year", (2,)),
)
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend"
# "In the last year" and "the next day" are told from the day that the text speaks of.
_ENGLISH = (
    ("(?:the )?day before yesterday|the night before last", "day", (-2,)),
    ("(?:the )?day after tomorrow", "day", (2,)),
    ("today|tonight|this (?:very )?(?:morning|afternoon|evening)", "day", (0,)),
    ("yesterday|(?<!the )last night", "day", (-1,)),
    ("tomorrow", "day", (1,)),
    ("this week", "week", (0,)),
    ("(?<!the )last week", "week", (-1,)),
    ("(?<!the )next week", "week", (1,)),
    (f"this (?:coming )?(?:{_WEEKDAY})", "week", (0, 1)),
    (f"(?<!the )last (?:{_WEEKDAY})", "week", (-1, 0)),
    (f"(?<!the )next (?:{_WEEKDAY})", "week", (0, 1)),
    ("this month", "month", (0,)),
    ("(?<!the )last month", "month", (-1,)),
    ("(?<!the )next month", "month", (1,)),
    ("(?:this|the current) quarter", "quarter", (0,)),
    ("(?<!the )last quarter", "quarter", (-1,)),
    ("(?<!the )next quarter", "quarter", (1,)),
    ("the year before last", "year", (-2,)),
    ("this year", "year", (0,)),
    ("(?<!the )last year", "year", (-1,)),
    ("(?<!the )next year", "year", (1,)),
)
_TABLES = {"zh": _CHINESE, "en": _ENGLISH}
# What all begin with is looked at first: most places are left at once.
_PATTERNS = {
    "zh": lazy(
        "(?=[今昨明前后上下本这去大][天日晚夜早晨儿明后前今去年月周星礼季个一两])"
        f"(?:{'|'.join(f'({words})' for words, *_ in _CHINESE)})"
    ),
    "en": lazy(
        r"\b(?=t(?:his |oday|onight|omorrow|he [dnyc])|last |yesterday|next )"
        rf"(?:{'|'.join(f'({words})' for words, *_ in _ENGLISH)})\b",
        re.IGNORECASE,
    ),
}
# One of each is in all of these, and in few other texts.
_SIGNS = ("this ", "This ", "ast ", "ext ", "oday", "esterday", "omorrow", "onight", "urrent ")
_UNITS = ("day", "week", "month", "year", "quarter", "night", "morrow", "morning", "afternoon", "evening")
# Chinese that sets a figure beside that of another time, which English names: 同比 is "from last year".
_COMPARED = lazy("[同环]比|同期|上年|比|较")
# The time that another is compared with: what is compared may be told in its place (较去年增长).
_BASE = lazy("(?:[比较从自超同与和跟]|[高低多少快慢优强弱大小]于|超过)$")
# Dates that one side gives and the other may tell from today.
_NAMED_EN = {
    "day": lazy(rf"(?i)\b(?:{_WEEKDAY})|\bday (?:before|after|earlier)|\b(?:next|following|previous) day|\d"),
    "week": lazy(r"(?i)\ba week (?:ago|earlier|before|later)|\b(?:previous|following) week|\bweek before"),
    "month": lazy(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
        r"|\ba month (?:ago|earlier|before|later)|\b(?:previous|following) month|\bmonth before"
    ),
    "quarter": lazy(
        r"(?i)\ba quarter (?:ago|earlier)|\b(?:previous|first|second|third|fourth) quarter|\bQ\d"
    ),
    "year": lazy(
        r"(?i)(?<![\d,.])(?:1[5-9]|20)\d\d(?!,?\d)|\byears? (?:ago|earlier|before|later)"
        r"|\b(?:previous|prior|preceding|following|past) year|\byear (?:before|after|on year|ago|earlier)"
        r"|\byear-(?:on|over|ago|earlier)"
    ),
}
_NAMED_ZH = {
    "day": lazy(r"\d ?[日号]|(?:周|星期|礼拜)[一二三四五六日天]"),
    "week": lazy(r"\d ?[日号]"),
    "month": lazy(r"\d ?月(?!\d)|[一二三四五六七八九十]月"),
    "quarter": lazy(r"[一二三四]季|\d ?月"),
    "year": lazy(r"\d{4} ?年|[〇零一二三四五六七八九]{4}年"),
}


class Told(NamedTuple):
    """A word that tells a time from today: its unit, how far away it may be, and where it stands."""

    unit: str
    away: tuple[int, ...]
    span: Span


class Differing(NamedTuple):
    """A time told from today, and the other one that stands for it."""

    chinese: Told
    english: Told


def told(text: str, lang: Lang) -> list[Told]:
    """Return the times that a text tells from today; the Chinese is simplified.

    >>> [(found.unit, found.away) for found in told("下周五他来，后天走。", "zh")]
    [('week', (1,)), ('day', (2,))]
    """
    table = _TABLES[lang]
    found = []
    for match in _PATTERNS[lang].finditer(text):
        assert match.lastindex is not None
        _, unit, away = table[match.lastindex - 1]
        found.append(Told(unit, away, Span(*match.span())))
    return found


def told_otherwise(chinese: str, english: str) -> Differing | None:
    """Return the time that simplified Chinese and English tell differently, where each tells only one.

    >>> change = told_otherwise("明年年底完工。", "It is done by the end of this year.")
    >>> change.chinese.away, change.english.away
    ((1,), (0,))
    """
    if not any(sign in english for sign in _SIGNS) or not any(unit in english for unit in _UNITS):
        return None
    said = told(chinese, "zh")
    written = told(english, "en") if said else []
    if written and _COMPARED.search(chinese):
        written = [one for one in written if one.unit == "day" or one.away != (-1,)]
    if not said or not written:
        return None
    return _other_number(said, written, chinese, english) or _other_unit(said, written, chinese, english)


def _other_number(
    said: Sequence[Told], written: Sequence[Told], chinese: str, english: str
) -> Differing | None:
    """Return the one time of a unit that is another on the other side: last year for 今年."""
    ours, theirs = _by_unit(said), _by_unit(written)
    for unit in ours.keys() & theirs.keys():
        left, right = ours[unit], theirs[unit]
        if len({one.away for one in left}) > 1 or len({one.away for one in right}) > 1:
            continue
        if not set(left[0].away).isdisjoint(right[0].away) or _is_named(unit, chinese, english):
            continue
        start = left[0].span.start
        if right[0].away != (0,) or not _BASE.search(chinese, max(0, start - 2), start):
            return Differing(left[0], right[0])
    return None


def _other_unit(
    said: Sequence[Told], written: Sequence[Told], chinese: str, english: str
) -> Differing | None:
    """Return the only time of each side where they count different units: last month for 上周."""
    if len({one[:2] for one in said}) > 1 or len({one[:2] for one in written}) > 1:
        return None
    left, right = said[0], written[0]
    if left.unit == right.unit or "day" in (left.unit, right.unit) or 0 in (*left.away, *right.away):
        return None
    named = any(_is_named(unit, chinese, english) for unit in ("week", "month", "quarter", "year"))
    return None if named else Differing(left, right)


def _by_unit(found: Sequence[Told]) -> dict[str, list[Told]]:
    units: defaultdict[str, list[Told]] = defaultdict(list)
    for one in found:
        units[one.unit].append(one)
    return units


def _is_named(unit: str, chinese: str, english: str) -> bool:
    """Tell whether one side gives a date by name that the other may tell from today."""
    if unit == "day":
        return bool(_NAMED_ZH[unit].search(chinese)) != bool(_NAMED_EN[unit].search(english))
    return bool(_NAMED_EN[unit].search(english) or _NAMED_ZH[unit].search(chinese))
