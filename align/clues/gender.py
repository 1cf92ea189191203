"""Whether a pair speaks of a woman or of a man, and where its two sides disagree.

A side speaks of a woman alone where it has a word that says so (她, 女士, she, Ms.) and none that may stand
for a man; names say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re

# 她们 and 他们 are they; 其他, 吉他, 他国 are nobody.
_SHE = lazy("她(?!们)|女士")
_HE = lazy("(?<![其吉排])他(?![们国人乡方日山杀处])|(?<![老])先生")
_WOMAN_CHINESE = lazy("[她女母妈娘妻姐妹奶婆婶姑姨嫂妃后媳婢妇嫁孕妾]|夫人|太太|小姐")
_MAN_CHINESE = lazy("[他男父爸夫兄弟爷叔舅伯哥帝]|先生|公公|外公|儿子|孙子|王子|公子")
_SHE_ENGLISH = lazy(r"\b(?i:she|hers?|herself)\b|\b(?:Ms|Mrs|Miss)\b")
_HE_ENGLISH = lazy(r"\b(?i:he|his|him|himself)\b|\bMr\b")
_WOMAN_ENGLISH = lazy(
    r"(?i)\b(?:she|her|hers|herself|ms|mrs|miss|madam\w*|wom[ae]n\w*|girl\w*|females?|lad(?:y|ies)|mother\w*|mom|mum"
    r"|wife|wives|sisters?|daughters?|grandmothers?|aunts?|nieces?|queens?|princess\w*|widows?|brides?"
    r"|act(?:ress|resses)|heroines?|girlfriends?|pregnan\w*|maternal|nuns?)\b"
)
_MAN_ENGLISH = lazy(
    r"(?i)\b(?:he|his|him|himself|mr|sir|m[ae]n|boy\w*|males?|gentlem[ae]n|father\w*|dad|husbands?|brothers?|sons?"
    r"|grandfathers?|uncles?|nephews?|kings?|princes?|monks?|boyfriends?|\w+m[ae]n|lords?|god|christ)\b"
)
_NAME = lazy(r"(?<=[\w,] )[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class MistakenGender:
    """Words for a woman on one side and for a man on the other."""

    chinese: Span
    english: Span
    woman_in_chinese: bool


def mistaken_gender(chinese: str, english: str) -> MistakenGender | None:
    """Return where simplified Chinese speaks of a woman alone and English of a man alone, or the reverse.

    >>> mistaken_gender("她说，她父母住在那里。", "He said that his parents lived there.")
    >>> mistaken_gender("她说工厂下周开业。", "He said the plant would open next week.").english
    Span(start=0, end=2)
    """
    if "她" in chinese or "女士" in chinese:
        found = _only(_SHE, _MAN_CHINESE, chinese), _only(_HE_ENGLISH, _WOMAN_ENGLISH, english)
    elif "他" in chinese or "先生" in chinese:
        found = _only(_HE, _WOMAN_CHINESE, chinese), _only(_SHE_ENGLISH, _MAN_ENGLISH, english)
    else:
        return None
    zh, en = found
    return MistakenGender(zh, en, zh.of(chinese) in ("她", "女士")) if zh and en else None


def speaks_of_woman(english: str) -> bool:
    """Tell whether English has a word for a woman: she, her, Ms."""
    return _SHE_ENGLISH.search(english) is not None


def names_somebody(english: str) -> bool:
    """Tell whether English has what may be a name: a capital inside a sentence.

    >>> names_somebody("She said no."), names_somebody("As Li left, she said no.")
    (False, True)
    """
    return _NAME.search(english) is not None


def _only(said: re.Pattern[str], opposite: re.Pattern[str], text: str) -> Span | None:
    """Return where a text says something, and nothing that may stand for the opposite."""
    found = said.search(text)
    return Span(*found.span()) if found and not opposite.search(text) else None
