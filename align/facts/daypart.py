"""The halves of the day that a text names: 晚上, in the morning, p.m."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.plain import plain_en
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re

    from corpus import Lang

_ZH = {
    "am": "早上 早晨 清晨 凌晨 上午 一早 清早",
    "pm": "下午 晚上 晚间 傍晚 夜间 深夜 夜里 夜晚 午夜 午后 中午 当晚 今晚 昨晚",
}
_HALVES = {word: half for half, words in _ZH.items() for word in words.split()}
_WORDS = {
    "zh": lazy("|".join(_HALVES)),
    "en": lazy(
        r"(?<![a-z])(?:(?P<am>mornings?|dawn|sunrise|(?<=\d)am|(?<=\d )a\.?m\.?|(?<=\d)a\.m\.?)"
        r"|(?P<pm>afternoons?|evenings?|nights?|noon|tonight|midnight|overnight|dusk|nightfall"
        r"|(?<=\d)p\.?m\.?|(?<=\d )p\.?m\.?))(?![a-z])"
    ),
}


def halves_named(text: str, lang: Lang) -> dict[str, re.Match[str]]:
    """Return the halves of the day that a text names, ``am`` and ``pm``, each with its first mention.

    >>> list(halves_named("他昨天下午到了。", "zh")), list(halves_named("He arrived in the morning.", "en"))
    (['pm'], ['am'])
    """
    found: dict[str, re.Match[str]] = {}
    for match in _WORDS[lang].finditer(plain_en(text) if lang == "en" else text):
        found.setdefault(match.lastgroup or _HALVES[match[0]], match)
    return found
