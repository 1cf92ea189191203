"""Foreign names in Chinese characters, and the English words that they may be the sound of."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.lexicon import load_lexicon, ordinary_words
from glossary.transliteration import LONGEST, MIDDLE_DOT, SOUNDING, sound_likeness, sounds_en, sounds_zh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Characters that are met in foreign names more than elsewhere.
TELLING = frozenset(
    "斯尔克特拉里利卡尼亚德莱蒂迪塞萨沃戈格雷瓦维韦弗伊姆诺罗洛娜娅琳丝茨奇契哈赫霍基加科奥阿艾埃帕佩波鲍普马玛麦莫默"
    "穆内纳奈塔泰托图乌希锡谢辛雅耶扎泽佐朱"
)
# Characters of foreign names that the tables of syllables have not.
_RARER = "琅仑柯隆敖鄂伽迦梵葛曹祖昔蔻缇妲姬黛碧蓓茜茵颖玫瑞耆奔棱菈苔婕"
SHARE_TELLING = 2 / 3
LEAST_CHARS = 3  # of a foreign name; two characters need something beside them
COMMON_GLOSS = 3  # dictionary entries with a word; a name is in fewer
WIDEST = 3  # sounds that one side may have more
_SOUNDS = f"[{''.join(sorted(SOUNDING))}{_RARER}]"
_RUN = lazy(f"{_SOUNDS}{{2,}}")
# What every foreign name has, as two thirds of its characters are telling.
_HINT = lazy("[{0}]{1}?[{0}]".format("".join(sorted(TELLING)), _SOUNDS))
_CLAUSE = lazy("[^，。！？、；：\\s]+")  # no word of the dictionary goes on across these
_SUFFIX = frozenset("州市县岛湖河山镇省郡港湾")
_BESIDE = lazy("先生|女士|教授|博士|总统|总理|部长|表示|认为|指出|介绍|强调|告诉|[说称]")
_TITLE = lazy("(?:总统|总理|首相|主席|部长|大臣|议员|州长|市长|教练|教授|博士|记者|队长|将军)$")
LIMIT_TITLE = 2  # characters of a title


def may_have_foreign_names(text: str) -> bool:
    """Tell whether it is worth while to look for foreign names in a Chinese text: mostly it is not."""
    return _HINT.search(text) is not None


@lru_cache(maxsize=8)
def foreign_names(text: str) -> tuple[Span, ...]:
    """Return the stretches of a Chinese text that are written for their sound, not for what they mean.

    >>> text = "帕利说，塞阿拉州的里程表坏了。"
    >>> [span.of(text) for span in foreign_names(text)]
    ['帕利', '塞阿拉']
    """
    clauses = _CLAUSE.finditer(text) if may_have_foreign_names(text) else ()
    return tuple(span for clause in clauses for span in _names_in(clause[0], clause.start(), text))


def _names_in(clause: str, start: int, text: str) -> Iterator[Span]:
    """Return the foreign names in a clause that starts so far into a text."""
    if not may_have_foreign_names(clause):
        return
    for match in _RUN.finditer(without_words(clause)):
        span = Span(*match.span()).shift(start)
        if _is_telling(match[0]) and (len(span) >= LEAST_CHARS or _is_framed(span, text)):
            yield span


def _is_telling(chars: str) -> bool:
    kinds = set(chars)
    return len(kinds & TELLING) >= SHARE_TELLING * len(chars)


def _is_framed(span: Span, text: str) -> bool:
    """Tell whether a stretch stands beside a dot between names, before what places are called, or a title."""
    around = text[max(0, span.start - 1) : span.end + 1]
    title = _TITLE.search(text[max(0, span.start - LIMIT_TITLE) : span.start])
    named = text[span.end : span.end + 1] in _SUFFIX or _BESIDE.match(text, span.end) is not None
    return MIDDLE_DOT in around or named or title is not None


@lru_cache(maxsize=64)
def without_words(text: str) -> str:
    """Return a Chinese text with the words of the dictionary blotted out but for those that may be names."""
    rest, place = [], 0
    while place < len(text):
        word = text[place : place + max(1, load_lexicon().longest(text, place))]
        rest.append("\n" * len(word) if len(word) > 1 and not _may_be_name(word) else word)
        place += len(word)
    return "".join(rest)


@lru_cache(maxsize=1 << 15)
def _may_be_name(word: str) -> bool:
    if not SOUNDING.issuperset(word):
        return False
    return TELLING.issuperset(word) or all(
        ordinary_words()[gloss] < COMMON_GLOSS for gloss in load_lexicon().glosses(word)
    )


def sounds_in(word: str, text: str, least: float) -> bool:
    """Tell whether a stretch of a Chinese text sounds like an English word, by so much at least, up to 1.

    >>> sounds_in("Merkel", "默克尔说", 0.75), sounds_in("Merkel", "奥巴马说", 0.75)
    (True, False)
    """
    wanted = sounds_en(_plain(word))
    if not wanted:
        return True
    return any(
        abs(len(sounds) - len(wanted)) <= WIDEST and sound_likeness(wanted, sounds) >= least
        for sounds in _all_sounds(text)
    )


@cache
def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word)


def sounds_as(word: str, names: Iterable[str], least: float) -> bool:
    """Tell whether one of some Chinese names as a whole sounds like an English word.

    >>> sounds_as("Merkel", ["默克尔"], 0.75), sounds_as("Mark", ["默克尔"], 0.75)
    (True, False)
    """
    wanted = sounds_en(_plain(word))
    return any(sound_likeness(wanted, sounds) >= least for name in names for sounds in _sounds_of(name))


def _sounds_of(name: str) -> tuple[str, ...]:
    """Return the sounds of a stretch; of 乌 and its like as a vowel, too."""
    sounds = sounds_zh(name)
    return (sounds, "-" + sounds[1:]) if sounds.startswith("f") else (sounds,)


@lru_cache(maxsize=32)
def _all_sounds(text: str) -> frozenset[str]:
    """Return the sounds of the stretches of a text that may be a name."""
    found: set[str] = set()
    for run in _RUN.findall(text.replace(MIDDLE_DOT, "")):
        for start in range(len(run) - 1):
            for end in range(start + 2, min(len(run), start + LONGEST) + 1):
                found.update(_sounds_of(run[start:end]))
    return frozenset(found)
