"""Which script a character belongs to, and folding that makes two spellings of one text comparable.

Every function keeps the length of its text, so that a span found in the folded text is a span of the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.document import Lang

# Bodies of regular expression classes: write f"[{HAN}]".
# Planes 2 and 3 are set aside for ideographs, so new extensions need no change here. Radicals stand for
# ideographs in text copied from a PDF; 々 repeats an ideograph and 〇 is the ideographic zero.
HAN = "\u2e80-\u2fd5\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0003fffd"
# Marks that only East Asian text has. Curly quotes, dashes and the ellipsis are shared with English.
CJK_PUNCTUATION = (
    "\u3000-\u3003\u3008-\u3011\u3014-\u301f\u30fb\ufe10-\ufe19\ufe30-\ufe4f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
FULLWIDTH = "\u3000\uff01-\uff5e\uffe0\uffe1\uffe5"
LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d"

_HAN = lazy(f"[{HAN}]")
_KANA = lazy(f"[{KANA}]")
_LATIN_WORD = lazy(f"[{LATIN}]+")
_ADDRESS = lazy(r"(?a:(?:https?://|www\.)[^\s<>\"]+)")
_OTHER_WORD = lazy(rf"[^\W\d_{LATIN}{HAN}]+")  # Hangul, Cyrillic, Arabic, kana
_FULLWIDTH = lazy(f"[{FULLWIDTH}]")
# What full-width letters, digits and marks are compared as, code point by code point.
FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: ord(" "),
    0xFFE0: ord("¢"),
    0xFFE1: ord("£"),
    0xFFE5: ord("¥"),
}

# Traditional characters that simplified text uses as well, mostly in names (陈乾旺, 毕昇, 哪吒, 宫商角徵羽).
AMBIGUOUS = "乾於徵麽夥麴祕昇陞頫脩蒐扞氾袷塚剋勣吒捱拚摺薹榘醣癥蘋"


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese ideograph.

    >>> [is_han(char) for char in "𠮷々〇。あA"]
    [True, True, True, False, False, False]
    """
    return _HAN.match(char) is not None


def has_han(text: str) -> bool:
    """Tell whether a text has a Chinese ideograph."""
    return _HAN.search(text) is not None


def lang_of(text: str) -> Lang | None:
    """Return the language of a text by its script; None where it has neither Han nor Latin letters.

    An ideograph weighs as much as a Latin word, as both carry about one meaning. A Latin word in
    lower case weighs twice: product names inside Chinese are mostly capitalised, English prose is not.
    A text with much kana is Japanese, and so neither, as is one that has more words in another script than
    in Latin letters. Other languages in Latin letters pass for English.

    >>> lang_of("小米 SU7 Ultra 与 MINIEV 同台"), lang_of("Zhou Xin (周钘) left."), lang_of("42")
    ('zh', 'en', None)
    >>> lang_of("新しい製品を発売します。"), lang_of("새로운 제품을 Seoul 에서 출시합니다.")
    (None, None)
    """
    if text.isascii() or not _HAN.search(text):
        return "en" if _LATIN_WORD.search(text) and not _is_foreign(text) else None
    if not (_LATIN_WORD.search(text) or _KANA.search(text)):
        return "zh"
    han, kana, latin = len(_HAN.findall(text)), len(_KANA.findall(text)), _latin_weight(text)
    if kana * 3 >= han and kana > latin:
        return None
    if han < latin:
        return "en"
    return "zh" if kana * 3 < han else None


def _latin_weight(text: str) -> int:
    """Return how much the Latin words of a text weigh; addresses are none."""
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    return sum(2 if word[0].islower() else 1 for word in _LATIN_WORD.findall(text))


def _is_foreign(text: str) -> bool:
    """Tell whether a text without Han has more words in another script than in Latin letters."""
    return not text.isascii() and 2 * len(_OTHER_WORD.findall(text)) > _latin_weight(text)


def han_share(text: str) -> float:
    """Return which share of the characters of a text is Han, 0 to 1.

    >>> han_share("周钘 Zhou")
    0.2857142857142857
    """
    return len(_HAN.findall(text)) / len(text) if text else 0.0


def fold(text: str) -> str:
    """Return a text with full-width letters, digits and marks as ASCII, U+3000 as a blank; to compare with.

    >>> fold("ＳＵ７（２０２４）：￥３")
    'SU7(2024):¥3'
    """
    return text if text.isascii() or not _FULLWIDTH.search(text) else text.translate(FOLDED)


def simplified(text: str) -> str:
    """Return a text with traditional characters simplified one by one, for comparison only.

    Characters that simplified text uses too are left alone where no other traditional character
    stands in the text: 陈乾旺 stays, 乾燥機 becomes 干燥机. A caller that looks for names matches
    the text as it is and the simplified one.

    >>> simplified("賽力斯與周鈃"), simplified("陈乾旺")
    ('赛力斯与周钘', '陈乾旺')
    """
    if _is_plain(text):
        return text
    if not _HAN.search(text):
        return text
    converted = text.translate(_SIMPLE)
    if converted == text:
        return text
    changed = {old for old, new in zip(text, converted, strict=True) if old != new}
    return text if changed.issubset(AMBIGUOUS) else converted


def in_script_of(words: str, text: str) -> str:
    """Return simplified words in traditional characters where a text is written in them.

    >>> in_script_of("4500万美元", "它賣出了"), in_script_of("4500万美元", "它卖出了")
    ('4500萬美元', '4500万美元')
    """
    return words if simplified(text) == text else _traditional()(words)


@cache
def _traditional() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert


def _is_plain(text: str) -> bool:
    """Tell whether a text surely needs no simplification, sooner than by looking up its characters.

    GB 2312 has simplified characters, and of the others hardly any but ``AMBIGUOUS`` ones.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return not ("後" in text or "菸" in text)  # the only others of GB 2312, besides AMBIGUOUS ones


class _SimpleForms(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _converter()(char) if is_han(char) else char
        return self[code]


_SIMPLE = _SimpleForms()


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return lambda char: converted if len(converted := convert(char)) == 1 else char
