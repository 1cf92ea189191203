"""Chinese numerals: 两万五, 一百零五, 廿三, 1.5万亿, 60多万, 一万六七千, 十几, 数百."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from align.facts.numeral import FIGURE, Numeral, read_figure
from align.facts.value import Bound
from corpus.pattern import lazy

DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
LIMIT_RUN = 40  # 万万万万… is no number
NOTHING, ONE = (Decimal(0), Decimal(0)), (Decimal(1), Decimal(1))
SEVERAL = (Decimal(2), Decimal(10))  # 数百 is two hundred to a thousand
_SIGNS = {"半": Decimal("0.5"), "一半": Decimal("0.5"), "双": Decimal(2), "俩": Decimal(2)} | {
    sign: Decimal(number) for number, sign in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1)
}
_SMALL_SCALES = frozenset("十百千")
MEGA = Decimal(10**6)

_D = "".join(DIGITS)
_S = "".join(SCALES) + "廿卅"
# 百 before 分 belongs to a percentage, 千 before 帕 and 兆 before 瓦 to the unit.
# 三个亿 counts hundreds of millions; 一个亿万富翁 and 三个亿元级项目 count a person and projects.
_OF_MILLIONS = "个亿(?!万|元级)"
_SCALE = f"(?:[十廿卅万亿]|{_OF_MILLIONS}|千(?![帕卡字])|百(?!分[之点]|帕)|兆(?![瓦赫比字帕欧焦]))"
_LIANG = "(?:两(?=[十百千万亿])|(?<![十百千万亿])两)"  # behind a scale it is the ounce: 三百两
_POINT = f"(?<=[{_D}十])点(?=[{_D}]++(?![{_D}分刻十]))"  # of 三点五, not of the time 三点五分
_AND = f"(?<=十)有(?=[一二三四五六七八九](?![{_D}{_S}个名位家成分]))"  # 六十有三 is sixty and three
# What a numeral may begin with.
NUMERALS = f"{_D}{_S}几数半双俩Ⅰ-Ⅻ"
# Digits begin a numeral or follow a scale (3亿5000万); a Chinese digit never follows a figure directly
# (2019一季度), and behind 30万 only with a scale of its own (30万一人).
RUN = rf"""
    (?: (?<![0-9.])(?<![0-9]\ )[0-9](?:\ [0-9])++(?=\ ?[年月日时%])
      | (?<![0-9.,])(?<![0-9]\ )[0-9]{{1,3}}(?:\ [0-9]{{3}})++(?![0-9.,:])
      | (?<![过大多前后])半(?=[年天个小月价数世]) | 一半 | [Ⅰ-Ⅻ双俩]
      | (?:{FIGURE}(?:\ ?{_SCALE})++)++ (?:{FIGURE})?+ (?:[{_D}]{_SCALE})*+ (?:[多余来几]{_SCALE}++)?+
      | {FIGURE} (?:[多余来几]{_SCALE}++)?+
      | (?:[{_D.replace("两", "")}几] | {_LIANG} | {_SCALE} | {_POINT} | {_AND}
          | 数(?={_SCALE}) | (?<=[{_D}{_S}])[多余来](?={_SCALE}) )++ )
"""
_PIECE = lazy(rf"(?P<number>{FIGURE}|[{_D}]++|[几数])?+ ?(?P<hedge>[多余来])?+(?P<scales>[{_S}]*+)")


class _Piece(NamedTuple):
    """A number and the scales behind it; the number is a range in 六七千."""

    number: tuple[Decimal, Decimal]
    scales: str
    shift: bool  # takes its size from the scale before when it comes last, as 五 in 两万五


@lru_cache(maxsize=4096)
def read_run(text: str) -> Numeral | None:
    """Return what a Chinese numeral means, or None where it is none.

    >>> [f"{read_run(text).value:f}" for text in ("两万五", "一百零五", "六十有三", "3个亿", "二〇一五")]
    ['25000', '105', '63', '300000000', '2015']
    >>> thousands = read_run("一万六七千")
    >>> str(thousands.value), str(thousands.high)
    ('16000', '17000')
    """
    if len(text) > LIMIT_RUN:
        return None
    if text.isascii():
        return read_figure(text.replace(" ", ""))
    if text in _SIGNS:
        return Numeral(_SIGNS[text], digits=False)
    text = text.replace("个", "").replace("有", "")
    whole, point, rest = text.partition("点")
    if point:
        return _decimal(whole, rest)
    pieces = _pieces(text.replace("廿", "二十").replace("卅", "三十"))
    if pieces is None:
        return None
    low, high = _evaluate(pieces, 0), _evaluate(pieces, 1)
    hedged = any(char in text for char in "多余来")
    return Numeral(
        low,
        high if high != low else None,
        bound=Bound.OVER if hedged else Bound.EXACT,
        digits=any(char.isdigit() and char.isascii() for char in text),
        vague="几" in text or "数" in text,
        others=_others(text, low),
    )


def _decimal(whole: str, rest: str) -> Numeral | None:
    """Return what 十点二 or 三点五亿 means."""
    digits = rest.rstrip(_S)
    left, size = read_run(whole), read_run(rest[len(digits) :]) if len(rest) > len(digits) else None
    if left is None or not digits or any(char not in DIGITS for char in digits):
        return None
    value = left.value + Decimal("0." + "".join(str(DIGITS[char]) for char in digits))
    return Numeral(value * (size.value if size else 1), digits=False)


def _pieces(text: str) -> list[_Piece] | None:
    pieces: list[_Piece] = []
    for match in _PIECE.finditer(text):
        if not match[0]:
            continue
        written = match["number"] or ""
        number = _number(written, match["scales"], first=not pieces)
        if number is None:
            return None
        if not written and (match["hedge"] or pieces):
            number = NOTHING  # 十多亿 is 十亿 and some
        pieces.append(
            _Piece(number, match["scales"], shift=len(written) in (1, 2) and written[0] not in "零〇0几")
        )
    return pieces


def _number(text: str, scales: str, *, first: bool) -> tuple[Decimal, Decimal] | None:
    """Return the ends of what a row of digits means: 六七 is six or seven, 二〇一五 the number 2015."""
    if not text:
        return ONE
    if text in ("几", "数"):
        return SEVERAL if first or scales else (Decimal(1), Decimal(9))
    if text.isascii():
        figure = read_figure(text)
        return (figure.value, figure.value) if figure else None
    if len(text) == 2 and _is_range(DIGITS[text[0]], DIGITS[text[1]], scales):
        low, high = sorted((DIGITS[text[0]], DIGITS[text[1]]))
        return Decimal(low), Decimal(high)
    value = Decimal("".join(str(DIGITS[char]) for char in text))
    return value, value


def _is_range(first: int, second: int, scales: str) -> bool:
    """Tell whether two digits are the ends of a range: 六七, and before a small scale 三五十 and 三二十."""
    if first + 1 == second > 1:
        return True
    return scales[:1] in _SMALL_SCALES and first > 0 and (first < second or (first, second) == (3, 2))


def _evaluate(pieces: list[_Piece], end: int) -> Decimal:
    """Return the number that the pieces make, with the lower (0) or upper (1) end of each range."""
    total = section = Decimal(0)
    largest = last = 1
    for piece in pieces:
        section += piece.number[end] if piece.scales else _loose(piece, piece.number[end], last)
        rest = section - piece.number[end]
        for place, char in enumerate(piece.scales):
            last = SCALES[char]
            if last < 10**4 and place and not section:
                total *= last  # 120万千瓦
            elif last < 10**4:
                section = rest + (section - rest) * last
            elif last > largest or (place and SCALES[piece.scales[place - 1]] >= 10**4):
                total, section, rest = (total + section) * last, Decimal(0), Decimal(0)
                largest = max(largest, last)
            else:
                total, section, rest = total + section * last, Decimal(0), Decimal(0)
    return total + section


def _loose(piece: _Piece, number: Decimal, last: int) -> Decimal:
    """Return what a number without a scale adds: 五 in 两万五 is a half of 万, in 十五 a five."""
    return number * last / 10 if piece.shift and last > 1 else number


def _others(text: str, value: Decimal) -> tuple[Decimal, ...]:
    """Return what else the signs may mean: 三四五六 each digit, 六兆 six million."""
    if text.endswith("兆"):
        return (value / SCALES["兆"] * MEGA,)
    if len(text) > 1 and all(char in DIGITS for char in text):
        each = tuple(Decimal(DIGITS[char]) for char in text)
        return (*each, Decimal("".join(str(DIGITS[char]) for char in text)))
    return ()
