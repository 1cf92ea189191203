"""Texts as the extractors read them: folded, in lower case, traditional numerals simplified.

Every function keeps the length of its text.
"""

from __future__ import annotations

import re

from corpus.pattern import lazy
from corpus.script import FOLDED

# The traditional characters that numbers, dates and units are written with. Simplifying the whole of a
# text costs more than finding every fact in it.
_TRADITIONAL = (
    "萬億兩幾數點時號週禮後間鐘鍾來餘個歲畝噸達過將約從於圓塊錢鎊盧韓歐紐頓攝華壓兒國漢晉齊陳遼順紹寧慶豐緒統興寶臨顯開發農雙內"
    "戰歷級釐貨幣項種條場張輛單當臺蘭馬亞爾銖碼尋擔頃節侖納貝長漲擴報總紀勞動婦軍師黨聖誕陽聯體規劃屆識會○◯"
)
_SIMPLE = (
    "万亿两几数点时号周礼后间钟钟来余个岁亩吨达过将约从于圆块钱镑卢韩欧纽顿摄华压儿国汉晋齐陈辽顺绍宁庆丰绪统兴宝临显开发农双内"
    "战历级厘货币项种条场张辆单当台兰马亚尔铢码寻担顷节仑纳贝长涨扩报总纪劳动妇军师党圣诞阳联体规划届识会〇〇"
)
_LONGER_IN_LOWER = "İ"  # the only letter whose small form is longer
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_PLAIN = str.maketrans(_TRADITIONAL, _SIMPLE) | _LOWER
# A full-width comma ends a phrase; folded it would join 2015，2016 to a figure.
_PLAIN_ZH = _PLAIN | {wide: _PLAIN.get(char, char) for wide, char in FOLDED.items()} | {ord("，"): ord("、")}
# The marks that most texts have; what has no others to be folded is done in a third of the time.
_MARKS = tuple(
    (mark, chr(code) if isinstance(code := _PLAIN_ZH[ord(mark)], int) else code) for mark in "，：；（）！？"
)
_UNFOLDED = lazy(f"[{re.escape(''.join(map(chr, _PLAIN_ZH)))}]")
# 伍, 陆 and the like are names as well: they are numerals only in a row, as on a cheque.
_CHEQUE = "[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万亿零]"
_FINANCIAL = lazy(f"{_CHEQUE}{_CHEQUE}(?:{_CHEQUE}+|(?=元))")
_FINANCIAL_TABLE = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
_PLAIN_EN = str.maketrans("’‘‐‑−", "''---") | {wide: _LOWER.get(char, char) for wide, char in FOLDED.items()}
_UNFOLDED_EN = lazy(f"[{re.escape(''.join(map(chr, _PLAIN_EN)))}]")


def plain_zh(text: str) -> str:
    """Return a Chinese text as the extractors read it.

    >>> plain_zh("廿萬餘１５億圓；貳拾叁萬")
    '廿万余15亿圆;二十三万'
    """
    for mark, folded in _MARKS:
        text = text.replace(mark, folded)
    if _UNFOLDED.search(text):
        text = text.translate(_PLAIN_ZH)
    return _FINANCIAL.sub(lambda match: match[0].translate(_FINANCIAL_TABLE), text)


def plain_en(text: str) -> str:
    """Return an English text as the extractors read it.

    >>> plain_en("Twenty‑One İ")
    'twenty-one İ'
    """
    if text.isascii():
        return text.lower()
    if _UNFOLDED_EN.search(text):
        text = text.translate(_PLAIN_EN)
    return text.translate(_LOWER) if _LONGER_IN_LOWER in text else text.lower()
