"""Quoted terms and titles: “双碳”, 《条例》, "dual carbon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from corpus import Lang

_MARKS: dict[Lang, str] = {"zh": '“”「」『』《》"', "en": '“”"'}
_CHINESE = lazy(
    '[“「『《"](?<![：:，,说道问答喊].)(?P<term>[^“”「」『』《》"，。；！？：\\s]{2,14})[”」』》"]'
)
_ENGLISH = lazy('[“"](?P<term>[^“”"\\s](?:[^“”"]{0,78}[^“”"\\s])?)[”"]')
_TITLE = lazy('[“「『《"][^“”「」『』《》"]{3,12}[”」』》"]')


def stands_in_title(span: Span, chinese: str) -> bool:
    """Tell whether a stretch of Chinese is a part of what stands between marks, as 柳州 is in 《柳州之夜》.

    >>> stands_in_title(Span(1, 3), "《柳州之夜》"), stands_in_title(Span(1, 3), "《柳州》")
    (True, False)
    """
    inside = (match for match in _TITLE.finditer(chinese) if Span(*match.span()).covers(span))
    return any(len(match[0]) > len(span) + 2 for match in inside)


def quoted_term(text: str, lang: Lang) -> Span | None:
    """Return where a text has a quoted term, its marks left out; None where it quotes nothing or twice.

    What follows a colon or a verb of speaking in Chinese is speech, and no term.

    >>> text = "他提出“双碳”目标。"
    >>> quoted_term(text, "zh").of(text)
    '双碳'
    >>> quoted_term("他说：“好的。”", "zh")
    """
    if sum(map(text.count, _MARKS[lang])) != 2:
        return None
    found = (_CHINESE if lang == "zh" else _ENGLISH).search(text)
    return Span(*found.span("term")) if found else None
