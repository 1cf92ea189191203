"""Dates and times in Chinese: 2024年上半年, 20世纪30年代, 民国38年, 7月1日, 下午3点半."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from align.facts.era_table import ERAS, SOLAR_ERAS
from align.facts.moment import LAST_YEAR, Found, clock, possible
from align.facts.numeral_zh import read_run
from align.facts.value import Clock, Date, Ordinal, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from align.facts.value import Value

_TIME_WORDS = lazy("[年月日号號今昨明去周週星礼禮天时時早晚夜晨午期节節庆慶夕旦春夏秋冬初末]")
_ONES = "[一二三四五六七八九]"
# A number that counts days, months or hours; letter-spaced text writes 1 2 月.
_N = rf"(?:\d \d(?!\d)|\d{{1,2}}|[二三]?十{_ONES}?|廿{_ONES}?|卅一?|{_ONES})"
_MINUTES = rf"(?:\d{{1,2}}|[二三四五]?十{_ONES}?|[零〇]?{_ONES})"
_MONTH = (
    rf"(?P<month>{_N}|元|正|腊) ?月(?!球|饼|亮|薪|票|台)"
    r"(?:份|(?P<part>[上中下]旬|[初中底末](?![国学期心一二三四五六七八九十])))?"
)
_DAY = rf"(?P<day>{_N}) ?[日号](?!元|圆|线|楼|院|公路|文件|令|店|机|井|馆)"
_YEAR = lazy(
    r"(?P<year>\d(?: \d){3}|\d{1,4}|[〇零一二三四五六七八九]{2,4}|[一二三四五六七八九十百]{1,5}|元)"
    r" ?年(?![级代龄纪糕薪画多余半])"
    rf"(?:的?第? ?(?P<quarter>[1-4一二三四])个?季度|的?(?P<half>[上下])半年"
    rf"| ?{_MONTH}(?: ?{_DAY})?|(?P<yearpart>[初中底末](?![期学小等国心华央]))|度)?"
)
_PARTS_OF_YEAR = ("year", "month", "day", "quarter", "half", "part", "yearpart")
_MONTHLY = lazy(rf"{_MONTH}(?: ?{_DAY})?")
_DAILY = lazy(_DAY)
_LATER = r"(?P<part>中[叶期]|[早晚]期|[初中末](?![国期华]))?"
_CENTURY = lazy(rf"(?P<century>{_N}) ?世纪(?:的? ?(?P<decade>{_ONES}十|\d0) ?年代)?{_LATER}")
_DECADE = lazy(rf"(?P<decade>(?:\d\d)?\d0|{_ONES}十|[一二三四五六七八九〇零]{{3}}[〇零]) ?年代{_LATER}")
_QUARTER = lazy(r"(?P<quarter>[1-4一二三四]) ?季(?P<sure>度)?(?![节风军赛])")
_CLOCK = lazy(
    rf"(?P<hour>{_N}|两) ?(?P<sign>时(?![代期速间候事尚装报常刻而段效值局])|点)(?P<sure>钟|整|许)?"
    rf" ?(?:(?P<minute>{_MINUTES}) ?分(?![之钟数])|(?P<half>半)|(?P<quarter>[一三])刻"
    r"|(?P<bare>\d\d)(?![\d万亿]))?"
)
_COUNTING = frozenset("十百元")
_LAST_MOONS = 11  # months of the moon from which on the year of the calendar may be the next
# A month of the moon, and words behind which a month in Chinese numerals is one as well.
_BY_THE_MOON = lazy("[正腊冬]月|[农阴旧夏]历")
_MOON_REACH = 30  # characters between such a word and the month
_HEDGES = ("大约", "约", "近")
_BC_BEFORE = lazy(r"[公西]元前[^，。；、（）公元]{2,8}[—–~～至到-]{1,2}约?前$")
_LAST_SHORT_YEAR = 29  # 41年 is 1941
_PARTS = {
    "初": "early",
    "上旬": "early",
    "早期": "early",
    "中": "mid",
    "中旬": "mid",
    "中叶": "mid",
    "中期": "mid",
}
_MORNING = ("凌晨", "清晨", "早晨", "早上", "上午", "早")
_DAYTIME = ("中午", "正午", "午间", "下午", "午后", "傍晚")
_NIGHT = ("晚上", "晚间", "夜间", "深夜", "夜里", "午夜", "夜", "晚")


def names_time(text: str) -> bool:
    """Tell whether a text, simplified or traditional, has any word of time, or a festival.

    >>> names_time("大会上周闭幕。"), names_time("大会闭幕。")
    (True, False)
    """
    return _TIME_WORDS.search(text) is not None


def date_at(plain: str, start: int, end: int) -> Found | None:
    """Return the date or time that surely begins with the numeral from ``start`` to ``end``, or None.

    What may be a number of years or of points as well (20年, 3点) is left to the reader of quantities.

    >>> date_at("下午3点半", 2, 3).values
    (Clock(hour=15, minute=30, second=None, half='pm'),)
    """
    char = plain[end : end + 1]
    reader = _READERS.get(plain[end + 1 : end + 2] if char == " " else char)
    return reader(plain, start) if reader else None


def half_day(plain: str, start: int) -> tuple[str, int] | None:
    """Return the half of the day named before a place (``night`` for its middle), and where it begins."""
    end = start - 1 if plain[start - 1 : start] == " " else start
    end -= next((len(hedge) for hedge in _HEDGES if plain.endswith(hedge, 0, end)), 0)
    for half, names in (("am", _MORNING), ("pm", _DAYTIME), ("night", _NIGHT)):
        for name in names:
            if plain.endswith(name, 0, end):
                return half, end - len(name)
    return None


@lru_cache(maxsize=1024)
def _number(text: str) -> int:
    if text in ("元", "正", "腊"):
        return 12 if text == "腊" else 1
    numeral = read_run(text.replace(" ", ""))
    assert numeral is not None, text
    return int(numeral.value)


def _optional(text: str | None) -> int | None:
    return _number(text) if text else None


def _part(text: str | None) -> str | None:
    return _PARTS.get(text, "late") if text else None


def _year(plain: str, start: int) -> Found | None:
    match = _YEAR.match(plain, start)
    if match is None:
        return None
    era, begin = _era_before(plain, start)
    values = _dates_of(era, match.group(*_PARTS_OF_YEAR))
    if not values:
        return _unknown_reign(match)
    if begin < start and plain[begin : begin + 2] not in SOLAR_ERAS:
        values = tuple(_by_the_moon(values[0]))
    return Found(values, begin, match.end())


def _unknown_reign(match: re.Match[str]) -> Found | None:
    """Return the date in a reign that is not known (景祐三年十二月), whose month says nothing certain."""
    if match["month"] is None or match["year"].isascii():
        return None
    date = Date(month=_number(match["month"]), day=_optional(match["day"]))
    if not possible(date):
        return None
    years = Quantity(Decimal(_number(match["year"])), "year")
    return Found((date, years), match.start(), match.end(), sure=False)


def _by_the_moon(date: Value) -> Iterator[Value]:
    """Yield the year of a date whose month is the moon's, then what else it may be in English."""
    assert isinstance(date, Date)
    assert date.year is not None
    if date.month is None:
        yield date
        return
    yield Date(year=date.year)
    yield date
    if date.month >= _LAST_MOONS:
        yield Date(year=date.year + 1)


@lru_cache(maxsize=4096)  # an article is about few dates, and has them often
def _dates_of(era: int | None, written: Sequence[str | None]) -> tuple[Value, ...]:
    """Return what a year with what stands behind it may mean; nothing where it counts years."""
    named, month, day, quarter, half, part, of_year = written
    assert named is not None, "every such date has a year"
    rest = Date(
        month=_optional(month),
        day=_optional(day),
        quarter=_optional(quarter),
        half="上下".index(half) + 1 if half else None,
        part=_part(of_year or part),
    )
    year = _counted_from(era, named, dated=bool(rest.month or rest.part))
    if year is None or not possible(rest):
        return ()
    duration = () if rest.given or era is not None else (Quantity(Decimal(year), "year"),)
    dates = [rest.in_year(year)]
    if era is None and len(named) == 2:
        dates.append(rest.in_year(year + (100 if year < 2000 else -100)))
    return (*dates, *duration)


def _era_before(plain: str, start: int) -> tuple[int | None, int]:
    """Return the year before the first of the era named before a place, -1 for BC, and where it begins."""
    end = start - 1 if plain[start - 1 : start] == " " else start
    if plain.endswith(("公元前", "西元前"), 0, end):
        return -1, end - 3
    if plain.endswith("前", 0, end) and _BC_BEFORE.search(plain, max(0, end - 16), end):
        return -1, end - 1
    if plain.endswith(("公元", "西元"), 0, end):
        return 0, end - 2
    era = ERAS.get(plain[max(0, end - 2) : end])
    return (era[1] - 1, end - 2) if era else (None, start)


def _counted_from(era: int | None, written: str, *, dated: bool) -> int | None:
    """Return the year that a numeral before 年 names, or None where it may well count years."""
    number = _number(written)
    if era is not None:
        return -number if era < 0 else era + number
    written = written.replace(" ", "")
    if not _COUNTING.isdisjoint(written):
        return None
    if len(written) == 4:
        return number if 1000 <= number <= LAST_YEAR else None
    if len(written) == 2 and (dated or not written.isascii()) and number != 23:
        return number + (1900 if number > _LAST_SHORT_YEAR else 2000)
    return None


def _month(plain: str, start: int) -> Found | None:
    match = _MONTHLY.match(plain, start)
    if match is None:
        return None
    date = Date(month=_number(match["month"]), day=_optional(match["day"]), part=_part(match["part"]))
    if not possible(date):
        return None
    moons = not match["month"].isascii() and _BY_THE_MOON.search(
        plain, max(0, start - _MOON_REACH), start + 2
    )
    return Found((date,), start, match.end(), sure=not moons)


def _day(plain: str, start: int) -> Found | None:
    match = _DAILY.match(plain, start)
    if match is None:
        return None
    number = _number(match["day"])
    if not possible(Date(day=number)):
        return None
    count = Quantity(Decimal(number), "day")
    # 一日 is "a day" in most of its words.
    sure = match["day"] != "一"
    return Found((Date(day=number), count, Ordinal(count.value)), start, match.end(), sure=sure)


def _century(plain: str, start: int) -> Found | None:
    match = _CENTURY.match(plain, start)
    if match is None:
        return None
    era, begin = _era_before(plain, start)
    century = _number(match["century"])
    if match["decade"]:
        date = Date(decade=(century - 1) * 100 + _number(match["decade"]), part=_part(match["part"]))
    else:
        date = Date(century=-century if era == -1 else century, part=_part(match["part"]))
    return Found((date,), begin, match.end())


def _decade(plain: str, start: int) -> Found | None:
    match = _DECADE.match(plain, start)
    if match is None:
        return None
    date = Date(decade=_number(match["decade"]), part=_part(match["part"]))
    if date.decade is not None and date.decade < 100 and plain.endswith("上世纪", 0, start):
        return Found((replace(date, decade=1900 + date.decade),), start - 3, match.end())
    return Found((date,), start, match.end())


def _quarter(plain: str, start: int) -> Found | None:
    match = _QUARTER.match(plain, start)
    if match is None or not (match["sure"] or plain[start - 1 : start] in ("第", "年")):
        return None
    quarter = _number(match["quarter"])
    return Found((Date(quarter=quarter), Quantity(Decimal(quarter), "quarter")), start, match.end())


def _clock(plain: str, start: int) -> Found | None:
    match = _CLOCK.match(plain, start)
    if match is None:
        return None
    minute = _minute(match)
    named = half_day(plain, start)
    hour = _number(match["hour"])
    sure = named or match["sure"] or minute is not None or (match["sign"] == "时" and match["hour"] != "一")
    if hour > 24 or not sure:
        return None
    return Found((timed(hour, minute, named and named[0]),), named[1] if named else start, match.end())


def _minute(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 * _number(match["quarter"])
    written = match["minute"] or match["bare"]
    return _number(written) if written else None


def clock_named(plain: str, found: Found) -> Found:
    """Return a time in digits with the half of the day that is named before it: 晚上8:30."""
    named = half_day(plain, found.start)
    time = found.values[0]
    if named is None or not isinstance(time, Clock):
        return found
    return Found((timed(time.hour, time.minute, named[0]),), named[1], found.end)


def timed(hour: int, minute: int | None, half: str | None) -> Clock:
    """Return a time of day whose half is named in Chinese; 晚上12点 ends the day, 深夜2点 is in the next."""
    if half == "night":
        if hour == 12:
            return Clock(24, minute, half="am")
        half = "am" if hour < 5 else "pm"
    return clock(hour, minute, half)


def _half_year(plain: str, start: int) -> Found | None:
    if not plain.endswith(("上", "下"), 0, start) or not plain.startswith("半年", start):
        return None
    return Found((Date(half="上下".index(plain[start - 1]) + 1),), start - 1, start + 2)


_READERS = {
    "年": lambda plain, start: _decade(plain, start) or _year(plain, start) or _half_year(plain, start),
    "月": _month,
    "日": _day,
    "号": _day,
    "世": _century,
    "季": _quarter,
    "时": _clock,
    "点": _clock,
}
