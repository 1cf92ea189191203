"""除…外: does it take something out, or add something? And what does English make of it?"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Span
from corpus.pattern import lazy

LIMIT_INSIDE = 30  # characters between 除 and 外
# 除 begins no other word, and 外 ends none: 排除, 国外.
_CHINESE = lazy(
    f"(?<![排解消清删扣免扫拆铲开去根戒破])除了?[^。；！？]{{1,{LIMIT_INSIDE}}}?(?:[之以]外|(?<![国海境内户])外(?=[，,]))"
)
_REST = lazy("[^。；！？]*")
_ALSO = lazy("[还也亦又并另更再]|同时|此外|以及")
_ALL = lazy("[都均全皆概不没未无非仅只最]|所有|任何|其[他余它]|一律|一切|每")
_EXCEPT = lazy(r"(?i)\b(?:except(?! that\b)(?:ing)?(?: for)?|excluding|with the exception of)\b")
_BESIDES = lazy(r"(?i)\b(?:besides|in addition to|as well as|along with|on top of|not only)\b")
_EITHER = lazy(r"(?i)\b(?:apart from|aside from|other than|beyond|outside|but|save)\b")


@dataclass(frozen=True, slots=True)
class MistakenExcept:
    """An exception rendered as an addition, or the other way round."""

    chinese: Span
    english: Span
    adds: bool


def mistaken_except(chinese: str, english: str) -> MistakenExcept | None:
    """Return where 除…外 of simplified Chinese is rendered as its opposite.

    >>> found = mistaken_except("除李强外，赵敏也来了。", "Except for Li Qiang, Zhao Min came too.")
    >>> found.english, found.adds
    (Span(start=0, end=10), True)
    >>> mistaken_except("除李强外，大家都来了。", "Except for Li Qiang, everybody came.")
    """
    found = _CHINESE.search(chinese) if "除" in chinese else None
    if found is None:
        return None
    rest = _REST.match(chinese, found.end())
    end = rest.end() if rest else found.end()
    adds, takes = (bool(words.search(chinese, found.end(), end)) for words in (_ALSO, _ALL))
    said, other = (_EXCEPT, _BESIDES) if adds else (_BESIDES, _EXCEPT)
    wrong = said.search(english)
    if adds == takes or wrong is None or other.search(english) or _EITHER.search(english):
        return None
    return MistakenExcept(Span(*found.span()), Span(*wrong.span()), adds)
