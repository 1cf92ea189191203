"""Numbers of something in Chinese: 约1.5万亿元, 三分之一, 三成五, 八折, 翻两番, 增长了3倍, 两年半, 3比2."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from align.facts.bound_table import AFTER_ZH, BEFORE_ZH, NEGATED, NOT_ZH
from align.facts.fact import Kind, Strength
from align.facts.idiom_table import LONGEST, WORDS
from align.facts.moment import LAST_YEAR, clock
from align.facts.numeral_zh import RUN, SCALES, read_run
from align.facts.read import Read
from align.facts.unit import currency_before, unit_at
from align.facts.value import Bound, Date, Ordinal, Quantity, Score
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.numeral import Numeral
    from align.facts.unit import Found
    from align.facts.value import Value


_RUN = lazy(RUN, re.VERBOSE)
_WEEKDAY = ("星期", "礼拜", "周")
_WEEKDAY_ENDS = frozenset(name[-1] for name in _WEEKDAY)
COUNTERS = frozenset(
    "个名位人岁家项件例次条座艘辆架台部套种类届号处所间栋幢层户口头只匹株棵颗枚块片张页本册篇首幅场局轮步场回趟遍批组队支"
    "国省市县区镇村乡校院站点级档款份笔单封瓶杯碗盘盒箱袋包根把双对副付排列行道起宗桩门席员方人子女男童枪胎州城县"
    "剂针粒束朵串盏扇桶罐筐捆卷枝艇列辈拨股"
)
_HEDGES = "多余来几"
_GROWTH = lazy("[增涨升扩]|提高|多出|高出|翻")
_REACHED = lazy("[到至为达]")
_TENTHS = lazy("成(?![为功立员本都绩果交品长就熟型分份千]|[吨倍])([一二三四五六七八九半\\d])?")
_SPEEDS = {
    "时": {"km": "km/h", "m": "m/h", "mile": "mph"},
    "秒": {"km": "km/s", "m": "m/s"},
}
_SPEEDING = lazy("(?:每小?(?P<each>时|秒)钟?|(?P<speed>时|秒)速)[约近达为逾超高到 ]*$")
_THERMOMETERS = {"华氏": "degF", "摄氏": "degC"}
_BEFORE_SCALES = ("上", "成")  # 上千, but 以上4人
_NO_YEARS = ("级", "代", "龄", "轻")  # 三年级
# 2尺5, 1米8, 一米九三, 58秒27 and 三块五 leave the smaller unit out; 十块三斤 and 一百块钱三斤 do not.
_HUNG = frozenset("米尺块秒")
_HANGING = lazy(
    r"(?:(?<!秒)(?:[1-9]|[一二三四五六七八九])|(?<=米)(?:[1-9]\d|[一二三四五六七八九]{2})|(?<=秒)\d\d)"
    r"(?![\d.%,一二三四五六七八九十百千万亿年月日时个位名人条米块元角分厘尺寸公斤两只张本件/])"
)
_HALVED = frozenset(("year", "month", "week", "day", "h"))
_NOT_HALVED = frozenset(("", "%", "pp", "share", "times"))
# What stands behind the 半 of 五公里半; in 五公里半径 and 三元半价 it begins another word.
_HALF_ENDS = frozenset('的长宽高重远深厚大多左上下之外内了就才也还都，。！？、；：）”》,.!?;:)"\n ')
_MOST_DOUBLINGS = 12  # more often nothing doubles
_BOUND_ENDS = frozenset(word[-1] for word in BEFORE_ZH)
_PAIRS = frozenset(word[place : place + 2] for word in WORDS for place in range(len(word) - 1))


def quantity_at(plain: str, start: int, end: int) -> Read | None:
    """Return what the numeral from ``start`` to ``end`` counts or orders; None where it is no number.

    >>> read = quantity_at("三成五", 0, 1)
    >>> str(read.values[0].value), read.values[0].unit, read.end
    ('35', '%', 3)
    """
    numeral = read_run(plain[start:end])
    if numeral is None:
        return None
    for reader in _READERS.get(plain[end : end + 1], ()):
        if read := reader(plain, start, end, numeral):
            return read
    if plain[start - 1 : start] == "第" and start:
        return _ordinal(start, end, numeral)
    if weekday := _weekday(plain, start, end, numeral):
        return weekday
    return _measured(plain, start, end, numeral)


def _fraction(plain: str, start: int, end: int, below: Numeral) -> Read | None:
    above = _RUN.match(plain, end + 2) if plain.startswith("分之", end) else None
    numeral = above and read_run(above[0])
    if not above or not numeral or not below.value:
        return None
    part = Quantity(numeral.value / below.value, "share")
    return Read(Kind.NUMBER, (part,), start, above.end(), Strength.WORDS)


def _tenth(plain: str, start: int, end: int, numeral: Numeral) -> Read | None:
    match = _TENTHS.match(plain, end)
    if match is None or numeral.value > 10:
        return None
    rest = Decimal(5) if match[1] == "半" else _digit(match[1])
    share = Quantity(numeral.value * 10 + rest, "%", numeral.high and numeral.high * 10)
    return Read(Kind.NUMBER, (share,), start, match.end(), _strength(numeral, counted=True))


def _digit(char: str | None) -> Decimal:
    numeral = read_run(char) if char else None
    return numeral.value if numeral else Decimal(0)


def _discount(plain: str, start: int, end: int, numeral: Numeral) -> Read | None:
    if plain[end + 1 : end + 2] in ("叠", "射", "磨", "腾", "返", "中", "断", "服") or numeral.value >= 100:
        return None
    percent = numeral.value * (10 if numeral.value < 10 else 1)
    values = (Quantity(percent, "%"), Quantity(100 - percent, "%"))
    return Read(Kind.NUMBER, values, start, end + 1, _strength(numeral, counted=True))


def _doubled(plain: str, start: int, end: int, numeral: Numeral) -> Read | None:
    begin = start - 2 if plain[start - 1 : start] == "了" else start - 1
    if begin < 0 or plain[begin] != "翻" or numeral.value > _MOST_DOUBLINGS:
        return None
    times = Quantity(Decimal(2) ** numeral.value, "times")
    return Read(Kind.NUMBER, (times,), begin, end + 1, Strength.WORDS)


def _times(plain: str, start: int, end: int, numeral: Numeral) -> Read | None:
    """Read 倍; what grew by three times is four times as large, though many write and mean three."""
    before = plain[max(0, start - 6) : start]
    said = Quantity(numeral.value, "times", numeral.high)
    grown = _GROWTH.search(before)
    if not grown or _REACHED.search(before, grown.end()):
        return Read(Kind.NUMBER, (said,), start, end + 1, _strength(numeral, counted=True))
    real = Quantity(numeral.value + 1, "times", numeral.high and numeral.high + 1)
    return Read(Kind.NUMBER, (real, said), start, end + 1, _strength(numeral, counted=True))


def _score(plain: str, start: int, end: int, left: Numeral) -> Read | None:
    match = _RUN.match(plain, end + 1)
    right = match and read_run(match[0])
    if not match or not right or left.digits != right.digits:
        return None
    if plain[end] == ":" and not (left.digits and left.value < 1000 and plain[end + 1].isdigit()):
        return None
    if plain[match.end() : match.end() + 1] in ("月", "年"):
        return None
    score = Score(left.value, right.value)
    return Read(Kind.SCORE, (score,), start, match.end(), _strength(left, counted=True))


def _slashed(plain: str, start: int, end: int, above: Numeral) -> Read | None:
    match = _RUN.match(plain, end + 1)
    below = match and read_run(match[0])
    if not match or not below or not 0 < above.value < below.value <= 100:
        return None
    values = (Quantity(above.value / below.value, "share"), Quantity(above.value), Quantity(below.value))
    return Read(Kind.NUMBER, values, start, match.end(), _strength(above, counted=True))


def _ordinal(start: int, end: int, numeral: Numeral) -> Read:
    strength = Strength.LOOSE if numeral.value == 1 or numeral.vague else _strength(numeral, counted=True)
    return Read(Kind.ORDINAL, (Ordinal(numeral.value), Quantity(numeral.value)), start - 1, end, strength)


def _weekday(plain: str, start: int, end: int, numeral: Numeral) -> Read | None:
    before = plain[start - 1 : start]
    if end - start != 1 or before not in _WEEKDAY_ENDS or not 1 <= numeral.value <= 6:
        return None
    if plain[end : end + 1] in ("次", "个", "天", "期", "年", "岁"):
        return None
    for name in _WEEKDAY:
        if plain.endswith(name, 0, start):
            begin = start - len(name)
            return Read(Kind.DATE, (Date(weekday=int(numeral.value)),), begin, end, Strength.WORDS)
    return None


def _measured(plain: str, start: int, end: int, numeral: Numeral) -> Read:
    """Read a number with what stands around it: hedges, a currency before it, a unit or counter behind it."""
    phrase = _Phrase(plain, start, end, numeral)
    phrase.take_hedge()
    phrase.take_unit()
    phrase.take_money()
    phrase.take_share()
    phrase.take_thermometer()
    strength = phrase.strength()
    others = phrase.others()
    phrase.take_bounds()
    quantity = Quantity(phrase.value, phrase.unit, phrase.high, phrase.bound)
    return Read(Kind.NUMBER, (quantity, *others), phrase.begin, phrase.end, strength, numeral.flaw)


class _Phrase:
    """A numeral that takes in the words around it, one after the other."""

    def __init__(self, plain: str, start: int, end: int, numeral: Numeral) -> None:
        self.plain, self.begin, self.end = plain, start, end
        self.numeral, self.value, self.high, self.bound = numeral, numeral.value, numeral.high, numeral.bound
        self.unit, self.counted, self.dated, self.written = "", False, False, plain[start:end]
        self.half: Decimal | None = None

    def take_hedge(self) -> None:
        """Take 多, 余, 来 and 几: 30多人, 20几岁; and 个半."""
        char, follows = self.plain[self.end : self.end + 1], self.plain[self.end + 1 : self.end + 2]
        if char and char in _HEDGES and follows not in ("少", "自", "源", "何"):
            self.end, self.bound, self.counted = self.end + 1, self.bound or Bound.OVER, True
        elif self.plain.startswith("个半", self.end):
            self.end, self.value = self.end + 2, self.value + Decimal("0.5")

    def take_unit(self) -> None:
        """Take the unit, and what may hang on to one of time: 3年多, 两年半."""
        place = self.end + (self.plain[self.end : self.end + 1] == " ")
        found = unit_at(self.plain, place, "zh") or self._latin_unit(place)
        if self.written == "一半":
            self.unit, self.counted = "share", True
            return
        self.counted = self.counted or bool(found) or self.plain[place : place + 1] in COUNTERS
        if found is None or (found.code == "year" and self.plain[found.end : found.end + 1] in _NO_YEARS):
            return
        self.dated = self.plain[place] == "年" and self.numeral.digits
        self.unit, self.end = found
        if self.plain[self.end - 1] in _HUNG and (match := _HANGING.match(self.plain, self.end)):
            digits = "".join(f"{_digit(char):f}" for char in match[0])
            self.value, self.end = self.value + Decimal(f"0.{digits}"), match.end()
        char = self.plain[self.end : self.end + 1]
        if char == "半":
            self._take_half()
        elif char and char in "多余" and self.unit in _HALVED:
            self.end, self.bound = self.end + 1, self.bound or Bound.OVER

    def _take_half(self) -> None:
        """Take 半 behind a unit: 两年半, 五公里半; where it may begin another word, it is left open."""
        follows = self.plain[self.end + 1 : self.end + 2]
        if follows == "个" or self.unit in _NOT_HALVED:
            return
        half = self.value + Decimal("0.5")
        if self.unit in _HALVED or not follows or follows in _HALF_ENDS:
            self.end, self.value = self.end + 1, half
        else:
            self.half = half

    def _latin_unit(self, place: int) -> Found | None:
        """Return the unit in Latin letters at a place: 39.5mm, but 5G is no weight and 3D no day."""
        if not self.plain[place : place + 1].isascii():
            return None
        found = unit_at(self.plain, place, "en")
        return None if found and found.end - place == 1 and self.plain[place] in "gsthvw" else found

    def take_money(self) -> None:
        """Take a currency before the number, which says more than 元 behind it."""
        money = currency_before(self.plain, self.begin, "zh")
        if money and self.unit in ("", "yuan", "dollar", money.code):
            self.unit, self.begin, self.counted = money.code, money.end, True

    def take_share(self) -> None:
        """Take 百分之 before the number, and 每小时, which makes a length a speed."""
        if self.plain.endswith("百分之", 0, self.begin):
            self.unit, self.begin, self.counted = "%", self.begin - 3, True
        elif self.unit in _SPEEDS["时"] and (
            match := _SPEEDING.search(self.plain, max(0, self.begin - 8), self.begin)
        ):
            self.unit = _SPEEDS[match["each"] or match["speed"]].get(self.unit, self.unit)

    def take_thermometer(self) -> None:
        """Take 华氏 or 摄氏 before the number, which says whose degrees they are."""
        if self.unit != "deg":
            return
        if scale := _THERMOMETERS.get(self.plain[max(0, self.begin - 2) : self.begin]):
            self.unit, self.begin = scale, self.begin - 2

    def strength(self) -> Strength:
        """Return how surely this is a number; asked before the bounds are taken."""
        loose = _in_code(self.plain, self.begin, self.end, self.unit)
        spelled = not self.numeral.digits and not self.unit
        if loose or (spelled and in_word(self.plain, self.begin, self.end)):
            return Strength.LOOSE
        written = "" if self.unit == "%" else self.written
        return _strength(self.numeral, counted=self.counted, written=written)

    def others(self) -> tuple[Value, ...]:
        """Return what else the number may mean: 20年 the year 2020, 3点 a time, 三四五六 each digit."""
        values: list[Value] = [Quantity(number, self.unit) for number in self.numeral.others]
        if self.half is not None:
            values.append(Quantity(self.half, self.unit))
        if self.written.endswith("兆"):
            values.append(Quantity(self.numeral.value / SCALES["兆"], "MB"))
        if self.plain.startswith(("点", " 点"), self.end) and self.numeral.value < 25:
            values.append(clock(int(self.numeral.value), None))
        elif self.dated and len(self.written) == 2:
            number = int(self.numeral.value)
            values += (Date(year=2000 + number), Date(year=1900 + number))
        elif len(self.written) == 4 and not self.unit and not self.counted:
            number = int(self.numeral.value)
            values += (Date(year=number),) if 1000 <= number <= LAST_YEAR else ()
        return tuple(values)

    def take_bounds(self) -> None:
        """Take 约, 不到 and the like before the number, 左右, 以上 and the like behind it."""
        begin = self.begin - (self.plain[self.begin - 1 : self.begin] == " ")
        for length in (3, 2, 1) if self.plain[begin - 1 : begin] in _BOUND_ENDS else ():
            word = self.plain[begin - length : begin] if length <= begin else ""
            if (bound := BEFORE_ZH.get(word)) and (
                word not in _BEFORE_SCALES or self.written[0] in "百千万亿"
            ):
                self.bound, self.begin = bound, begin - length
                self._take_negation()
                break
        if bound := AFTER_ZH.get(self.plain[self.end : self.end + 2]):
            self.bound, self.end = self.bound or bound, self.end + 2

    def _take_negation(self) -> None:
        for length in (2, 1):
            word = self.plain[self.begin - length : self.begin] if length <= self.begin else ""
            if self.bound in NEGATED and word in NOT_ZH:
                self.bound, self.begin = NEGATED[self.bound], self.begin - length
                return


def _in_code(plain: str, start: int, end: int, unit: str) -> bool:
    """Tell whether Latin letters touch the number: MH370, 5G, 新冠-19 are names."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    if before == "-" and start > 1:
        before = plain[start - 2]
    return (before.isascii() and before.isalpha()) or (not unit and after.isascii() and after.isalpha())


def in_word(plain: str, start: int, end: int) -> bool:
    """Tell whether the characters from ``start`` to ``end`` belong to a word that only looks like a number.

    >>> in_word("三亚的海", 0, 1), in_word("三座山", 0, 1)
    (True, False)
    """
    if end - start == 1 and _PAIRS.isdisjoint((plain[start - 1 : end], plain[start : end + 1])):
        return False
    for length in range(max(2, end - start), LONGEST + 1):
        for begin in range(max(0, end - length), start + 1):
            if plain[begin : begin + length] in WORDS:
                return True
    return False


def _strength(numeral: Numeral, *, counted: bool, written: str = "") -> Strength:
    """Return how surely a numeral is a number: 一 never, 三 and 百万 where they count, 十二 always."""
    bare = len(written) if written and not written.strip("百千万亿") else 0
    if numeral.vague or written in ("双", "俩"):
        return Strength.LOOSE
    if numeral.digits:
        return Strength.DIGITS
    if numeral.value == 1 or (bare and (not counted or bare != 2)):
        return Strength.LOOSE
    return Strength.WORDS if counted or numeral.value > 10 else Strength.LOOSE


_READERS = {
    "分": (_fraction,),
    "成": (_tenth,),
    "折": (_discount,),
    "番": (_doubled,),
    "倍": (_times,),
    "比": (_score,),
    ":": (_score,),
    "/": (_slashed,),
}
