"""The Wade-Giles spelling of a pinyin syllable, which Taiwan and older books use."""

from __future__ import annotations

from functools import cache

from corpus.pattern import lazy
from glossary.syllables import initial_of

_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs",
    "zh": "ch", "ch": "ch'", "r": "j", "z": "ts", "c": "ts'",
}  # fmt: skip
_WHOLE = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu",
    "yi": "i", "yu": "yü", "yue": "yüeh", "yuan": "yüan", "yun": "yün", "you": "yu", "yong": "yung",
    "yan": "yen", "ye": "yeh", "er": "erh", "e": "o", "ge": "ko", "ke": "k'o", "he": "ho",
    "gui": "kuei", "kui": "k'uei",
}  # fmt: skip
_FINALS = (
    (lazy("^iong$"), "iung"),
    (lazy("^ian$"), "ien"),
    (lazy("^ie$"), "ieh"),
    (lazy("^üe$"), "üeh"),
    (lazy("ong$"), "ung"),
)
_U_IS_UMLAUT = frozenset("jqx")
_KEEP_UO = frozenset({"g", "k", "h", "sh"})  # kuo, k'uo, huo, shuo, but to, lo, cho


@cache
def wade_giles(reading: str) -> str:
    """Return a pinyin syllable, ü as ü, in Wade-Giles.

    >>> [wade_giles(reading) for reading in ("zhou", "xin", "qin", "guo", "luo", "xue", "lü", "zi", "zhong")]
    ['chou', 'hsin', "ch'in", 'kuo', 'lo', 'hsüeh', 'lü', 'tzu', 'chung']
    """
    if reading in _WHOLE:
        return _WHOLE[reading]
    initial = initial_of(reading)
    final = reading.removeprefix(initial)
    if initial in _U_IS_UMLAUT and final.startswith("u"):
        final = "ü" + final[1:]
    if final == "uo" and initial not in _KEEP_UO:
        final = "o"
    for pattern, replacement in _FINALS:
        final, done = pattern.subn(replacement, final)
        if done:
            break
    return _INITIALS.get(initial, initial) + final
