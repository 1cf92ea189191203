"""What must be and what may be, in Chinese and English, and where a translation puts one for the other.

As with opposites, each side has words that *say* it and more that *may stand for* it. A reversal is told only
where nothing on the side that should not say it may stand for what it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    import re

_MUST_CHINESE = lazy("(?<!不)必须|务必|务须|(?<![必无务不])须(?![臾弥])|(?<!不)应当|不得不")
# Without one of these the patterns find nothing.
_MUST_SIGN, _MAY_SIGN = lazy("须|务必|应当|不得不"), lazy("可|或许|有权|允许")
_MUST_CHINESE_ALSO = lazy(
    "[必须需只强迫勿禁才]|(?<!负)责|(?<![申邀聘宴])请|(?<![特分区个级类识性鉴差])别|不[能可得准许]|唯有|应[当该]|(?<![供回响反适效感相对])应(?![用急对邀聘付答变届运])"
    "|(?<![重主首紧不摘纲概])要(?![闻点素么不])|(?<![取获使觉显赢懂值记晓免难心])得(?![到出了益知以意分])|一定|肯定|义务|不?该"
)
_MAY_CHINESE = lazy("(?<![不只无许])(?:可以|可能|或许|也许|有权)(?![不否])|(?<!不)允许")
_MAY_CHINESE_ALSO = lazy(
    "[可许恐吗么？?]|(?<![社委大议协工机商都晚宴峰开董理])会(?![议员计见谈长场馆徽])|(?<![功性智节职技才])能(?![源力量效人手耗])"
    "|自愿|容易|机会|有望|预计|估计|大概|倾向|或(?!者|是)|得以|有权"
)
_MUST_ENGLISH = lazy(r"(?i)\b(?:must|ha(?:s|ve) to|(?:is|are) required to|(?:is|are) obliged to)\b(?! not\b)")
_MUST_ENGLISH_ALSO = lazy(
    r"(?i)\b(?:must|ha(?:s|ve|d|ving) (?:got )?to|need\w*|requir\w*|shall|should|oblig\w*|mandat\w*|necess\w*"
    r"|essential\w*|ought|compuls\w*|imperativ\w*|vital|critical|crucial|forced?|sure|ensur\w*|demand\w*"
    r"|got to|only|supposed|cannot|insist\w*|urg\w*|ask\w*|told|order\w*|please|always|never|no|not|until"
    r"|unless|without|duty|bound|better|due|expected|recommend\w*|advis\w*|as (?:soon|quickly|much|far) as"
    r"|as well|choice|help but)\b|n['’]t\b|[?]"
)
_MAY_ENGLISH = lazy(r"(?i)(?<!as )(?<!as he )\b(?:may|might|can|could)\b(?!['’]| not\b| only\b)")
_MAY_ENGLISH_ALSO = lazy(
    r"(?i)\b(?:may|might|can|could|cannot|would|will|possib\w*|potential\w*|allow\w*|perhaps|maybe|permit\w*"
    r"|rights?|entitl\w*|likely|probabl\w*|opt\w*|free\w*|enabl\w*|let|feasib\w*|choos\w*|choice|chance|welcome"
    r"|seem\w*|eas[yi]\w*|appear\w*|hard|difficult|suspect\w*|help\w*|opportunit\w*|authori[sz]\w*|unless)\b"
    r"|[ai]ble\b|n['’]t\b"
)


@dataclass(frozen=True, slots=True)
class Reversal:
    """A duty on one side and a possibility on the other."""

    chinese: Span
    english: Span
    duty_in_chinese: bool


def reversal(chinese: str, english: str) -> Reversal | None:
    """Return where simplified Chinese says must and its English may, or the other way round.

    >>> reversal("乘客必须出示证件。", "Passengers may show their papers.").english
    Span(start=11, end=14)
    >>> reversal("乘客必须出示证件。", "Passengers need to show their papers.")
    """
    must = _only(_MUST_CHINESE, _MAY_CHINESE_ALSO, chinese) if _MUST_SIGN.search(chinese) else None
    if must:
        may = _only(_MAY_ENGLISH, _MUST_ENGLISH_ALSO, english)
        return Reversal(must, may, duty_in_chinese=True) if may else None
    may = _only(_MAY_CHINESE, _MUST_CHINESE_ALSO, chinese) if _MAY_SIGN.search(chinese) else None
    must = _only(_MUST_ENGLISH, _MAY_ENGLISH_ALSO, english) if may else None
    return Reversal(may, must, duty_in_chinese=False) if may and must else None


def _only(said: re.Pattern[str], opposite: re.Pattern[str], text: str) -> Span | None:
    """Return where a text says something and nowhere anything that may stand for the opposite."""
    found = said.search(text)
    if found is None or opposite.search(text, 0, found.start()) or opposite.search(text, found.end()):
        return None
    return Span(*found.span())
