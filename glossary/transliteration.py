"""Foreign names: which Chinese characters sound like an English word, 特朗普 like Trump.

Consonants decide: vowels are put down too freely. Both sides are brought to the classes that
transliterations keep apart, and the costs of the usual changes were set by ear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.lexicon import ordinary_words, stem
from glossary.reading import readings_of, stretches_read
from glossary.syllables import cuts

if TYPE_CHECKING:
    from collections.abc import Iterable

# Characters of the usual transliteration tables; others are rarely part of a foreign name.
SOUNDING = frozenset(
    "阿埃艾爱安昂奥澳巴白拜班邦保鲍北贝本比彼毕宾波玻伯勃博卜布采蔡查察彻茨达大代戴丹当道德登邓狄迪底地蒂第丁东栋杜敦顿多"
    "厄恩尔耳法凡范方菲费芬丰冯佛夫弗福富盖甘冈高哥戈格根贡古瓜圭哈海汉汗豪赫黑亨洪侯胡华怀惠霍基吉季加佳嘉贾简江杰捷金津"
    "京喀卡开凯坎康考柯科可克肯孔库夸奎昆拉莱来赖兰朗浪劳勒乐雷蕾黎里理利莉丽立连廉良列烈林琳龙隆娄卢鲁路露伦罗洛吕略马"
    "玛麦迈曼芒茅梅美门蒙孟弥米密蜜敏明摩末莫墨默姆木慕穆拿娜纳乃奈南瑙内能尼妮涅宁牛纽农努诺女欧帕派潘庞培沛佩彭蓬皮匹平"
    "泼普齐奇契恰钱强乔切钦琴青琼丘曲让热仁日荣茹儒瑞若撒萨塞赛三桑瑟森沙莎珊山尚少绍舍申生圣胜诗施什石士史守舒顺丝司斯思"
    "盛约翰苏索塔泰坦汤唐陶特腾藤提田铁廷通图土托瓦万汪旺威韦维卫魏温文翁沃乌伍武西希悉锡席夏香向肖谢辛欣兴匈休修雪雅亚延扬杨耶"
    "叶伊易因英尤于约泽扎詹张兆珍真芝知治智朱茱卓兹宗佐"
)
MIDDLE_DOT = "·"  # between the parts of a name: 唐纳德·特朗普
LEAST_ORDINARY = 4  # dictionary entries that mention a word
LONGEST = 7  # characters of a name
LEAST_SOUNDS = 3  # consonants of a word; fewer are met by chance
LEAST_LIKENESS = 0.75  # up to 1
FIRST_DIFFERENCE = 0.5  # 华 of 华盛顿 for W
_NAME = lazy(r"(?<![^\W\d_])[A-Z][^\W\d_]{3,}(?=['’]s\b|\b)")

_RULES = (
    ("sch|sh|tch|ch|ti(?=[aou])|si(?=[aou])", "s"),
    ("ph", "f"),
    ("gh(?![aeiou])|(?<=[aeiou])h(?![aeiou])", ""),
    ("ng(?![aeiou])", "n"),
    ("ck|qu|q|kh", "k"),
    ("th", "t"),
    ("x", "ks"),
    ("c(?=[eiy])", "s"),
    ("[cg]", "k"),
    ("[jz]", "s"),
    ("[vw]", "f"),
    ("b", "p"),
    ("d", "t"),
    ("r", "l"),
    ("[aeiouy]+", "-"),
)
_RULES_EN = tuple((lazy(pattern), sound) for pattern, sound in _RULES)
_INITIALS = {
    **dict.fromkeys(("zh", "ch", "sh", "j", "q", "x", "z", "c", "s"), "s"),
    **dict.fromkeys(("b", "p"), "p"),
    **dict.fromkeys(("d", "t"), "t"),
    **dict.fromkeys(("g", "k"), "k"),
    **dict.fromkeys(("l", "r"), "l"),
    **dict.fromkeys(("f", "w"), "f"),
    "m": "m", "n": "n", "h": "h",
}  # fmt: skip
# What it costs to take one sound for another that is near to it, the two in the order of the alphabet.
_NEAR = {"mn": 0.3, "ln": 0.6, "fh": 0.5, "hk": 0.5, "ks": 0.5, "st": 0.6, "fp": 0.6, "kt": 0.9}
# Sounds that one side leaves out: r before a consonant, a silent h, a last t or d.
_DROPPED = {"l": 0.4, "h": 0.3, "n": 0.5, "t": 0.6, "k": 0.6}
_USUAL = 0.9  # cost of leaving another sound out
_OTHER = 1.2  # cost of another sound that is not near


@dataclass(frozen=True, slots=True)
class Sounding:
    """A stretch of a Chinese text that sounds like a word, and how alike they are, up to 1."""

    span: Span
    likeness: float


def foreign_words(text: str) -> dict[str, list[Span]]:
    """Return the capitalised words of an English text that may be names, and where they stand.

    Words that the dictionary has often are none: they begin a sentence or stand in a title.

    >>> list(foreign_words("In Kyiv, Kavanaugh met Sister Merkel."))
    ['Kyiv', 'Kavanaugh', 'Merkel']
    """
    found: dict[str, list[Span]] = {}
    for match in _NAME.finditer(text):
        if ordinary_words()[stem(match[0])] < LEAST_ORDINARY:
            found.setdefault(match[0], []).append(Span(*match.span()))
    return found


def sounding_stretches(word: str, text: str) -> list[Sounding]:
    """Return the stretches of a Chinese text that sound like an English word, the best at each place.

    >>> [item.span.of("特朗普提名卡瓦诺") for item in sounding_stretches("Kavanaugh", "特朗普提名卡瓦诺")]
    ['卡瓦诺']
    """
    wanted = sounds_en(word)
    if len(wanted) < LEAST_SOUNDS:
        return []
    found = (
        Sounding(span, alike)
        for sounds, spans in _windows(text).items()
        if (alike := sound_likeness(wanted, sounds)) >= LEAST_LIKENESS
        for span in spans
    )
    return _apart(found)


def is_heard(word: str, text: str) -> bool:
    """Tell whether a Chinese text has what reads like an English word, or was written for its sound.

    >>> is_heard("Kavanaugh", "提名卡瓦诺"), is_heard("Xin", "提名卡瓦诺")
    (True, False)
    """
    return reads_in(text, word.lower()) or bool(sounding_stretches(word, text))


def reads_in(text: str, letters: str) -> bool:
    """Tell whether a word is the pinyin of something in a Chinese text.

    >>> reads_in("周钘来了", "xinglai"), reads_in("周钘来了", "xinlai")
    (True, False)
    """
    return any(any(stretches_read(text, cut)) for cut in cuts(letters))


@lru_cache(maxsize=16)
def _windows(text: str) -> dict[str, list[Span]]:
    """Return the stretches that may be a foreign name by their sounds, so that each is compared once."""
    found: dict[str, list[Span]] = {}
    for run in _runs(text):
        for start in range(run.start, run.end - 1):
            for end in range(start + 2, min(run.end, start + LONGEST) + 1):
                found.setdefault(sounds_zh(text[start:end]), []).append(Span(start, end))
    return found


def _runs(text: str) -> list[Span]:
    runs, start = [], 0
    for place, char in enumerate(text + "\n"):
        if char not in SOUNDING:
            if place - start >= 2:
                runs.append(Span(start, place))
            start = place + 1
    return runs


def _apart(found: Iterable[Sounding]) -> list[Sounding]:
    kept: list[Sounding] = []
    for item in sorted(found, key=lambda item: (-item.likeness, len(item.span), item.span)):
        if not any(item.span.touches(other.span) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.span)


@lru_cache(maxsize=4096)
def sounds_en(word: str) -> str:
    """Return the consonants of an English word in classes.

    >>> sounds_en("Kavanaugh"), sounds_en("Trump")
    ('kfn', 'tlmp')
    """
    sounds = word.lower()
    for pattern, sound in _RULES_EN:
        sounds = pattern.sub(sound, sounds)
    first = "-" if sounds.startswith("-") else ""
    return first + re.sub(r"(.)\1+", r"\1", re.sub("[^fhklmnpst-]", "", sounds)).replace("-", "")


@lru_cache(maxsize=1 << 16)
def sounds_zh(chars: str) -> str:
    """Return the consonants of Chinese characters in the same classes.

    >>> sounds_zh("卡瓦诺"), sounds_zh("特朗普")
    ('kfn', 'tlnp')
    """
    sounds = "".join(map(_sounds_of, chars))
    first = "-" if sounds.startswith("-") else ""
    return first + sounds.replace("-", "")


@cache
def _sounds_of(char: str) -> str:
    reading = next(iter(readings_of(char)), "")
    if reading == "er":
        return "l"
    initial = next((start for start in (reading[:2], reading[:1]) if start in _INITIALS), "")
    last = "n" if reading.endswith(("n", "ng")) else ""
    return (_INITIALS[initial] if initial else "-") + last


@lru_cache(maxsize=1 << 16)
def sound_likeness(first: str, second: str) -> float:
    """Return how alike two rows of sounds are, up to 1; those that begin differently are not."""
    if not second or _differ(first[0], second[0]) > FIRST_DIFFERENCE:
        return 0.0
    row = [sum(_drop(sound) for sound in second[:end]) for end in range(len(second) + 1)]
    for sound in first:
        before, row = row, [row[0] + _drop(sound)]
        for place, other in enumerate(second, start=1):
            row.append(
                min(
                    before[place] + _drop(sound),
                    row[-1] + _drop(other),
                    before[place - 1] + _differ(sound, other),
                )
            )
    return 1 - row[-1] / max(len(first), len(second))


def _differ(one: str, other: str) -> float:
    return 0.0 if one == other else _NEAR.get("".join(sorted((one, other))), _OTHER)


def _drop(sound: str) -> float:
    return _DROPPED.get(sound, _USUAL)
