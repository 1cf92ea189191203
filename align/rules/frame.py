"""The frame of a news segment: its number in a list, the agency that is credited, the name of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.script import HAN, fold, simplified

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from align.article import Context, Pair

HEAD = 40  # characters in which what opens a source stands at the head of its translation
TAIL = 60  # characters at the end of a source in which the name of the site stands

_NUMBER = lazy(r"\s*[(\[]?(\d{1,2})(?:[、.)\]](?![\d)])\s*)(?=[^\d\s])")
_NUMBERED = lazy(
    r"(?i)[\s\"“(\[*#-]*(?:\d|[ivx]{1,4}[.)]|[a-h][.)]|[①-⑳•·*–—-]|first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|next|last|final|one\b|two\b|three\b|no\.|article|item|step|section|part|chapter)"
)
_AGENCY = (
    "新华社|新华网|中新社|中新网|中国新闻网|中国新闻社|人民网|央视网|央视新闻|光明网|环球网|环球时报|澎湃新闻|财联社|法新社|路透社"
    "|美联社|塔斯社|俄新社|共同社|韩联社|越通社|中央社|德新社|德国之声中文网|德国之声|美国之音|联合早报|参考消息网|观察者网|第一财经"
    "|界面新闻|每日经济新闻|证券时报|上证报|北京日报|新京报|经济日报|人民日报|中国日报网|自由亚洲电台|英国广播公司|星岛日报|大公报"
)
_CREDIT = lazy(
    rf"\s*(?:[(【\[]\s*(?:{_AGENCY}|[^()【】\[\],。]{{0,12}}?综合)[^()【】\[\],。]{{0,16}}[)】\]]"
    rf"|[(【\[][^()【】\[\],。]{{1,16}}?(?:\d日[电讯]|报道|中文网)[)】\]]"
    rf"|(?:{_AGENCY})[^,。:\s()]{{0,14}}?(?:\d日?[电讯]|消息:|讯[\s:)]|——|报道:))"
)
# A rubric before a date; a newspaper of some country, nowhere named.
_RUBRIC = lazy(rf"\s*[{HAN}]{{2,4}}\s{{0,2}}[-–—]{{1,2}}\s*(?=\d{{1,2}}月)")
_SET_OFF = lazy(r"^[^.]{0,60}?[-–—:|]")
_MEDIA = lazy("据?[美英日韩法德俄台港澳外官党]媒(?!体)(?:[^，。：；]{0,6}(?:报道|分析|称|指出|认为|披露))?")
_CITED = lazy(
    r"(?i)\b(?:media|press|report\w*|news\w*|outlets?|papers?|journal\w*|broadcast\w*|channels?|magazines?|agenc\w+"
    r"|daily|times|post|according|bbc|cnn|xinhua)\b"
)
_OPENERS = frozenset("([【（［" + "".join(name[0] for name in _AGENCY.split("|")))  # of a credit
_CREDITED = lazy(
    r"(?i)\b(?:news|agency|agencies|xinhua\w*|cns|cnn?a|cctv\w*|reuters|afp|\(?ap\)?|tass|ria|kyodo|yonhap|vna|vov|dw|deutsche"
    r"|voa|bbc|rfa|zaobao|people['’]?s|daily|times|journal|chinanews\w*|report\w*|online|network|net|press|post|tv|media"
    r"|correspondents?|compiled|combined|dispatch|wires?|cls|cailian\w*|paper|guancha|yicai|jiemian|\w+\.(?:com|cn|net)\w*)\b"
    r"|^\s*[(\[【]"
)
_DASH = lazy("[-—–_|｜]")
_SITE = "网|在线|日报|晚报|早报|时报|新闻|频道|客户端|通讯社|电视台"
_SITES = tuple(_SITE.split("|"))
_TAIL = lazy(
    r"(?:\s*[-—–_|｜]\s*[^-—–_|｜。,，!?！？;；:：\s]{2,12})*?\s*[-—–_|｜]\s*"
    rf"[^-—–_|｜。,，!?！？;；:：\s]{{1,10}}(?:{_SITE})\s*$"
)
_TAILED = lazy(
    r"(?i)[-—–_|｜]\s*[A-Z][^-—–_|]{2,60}$|\b(?:news|online|daily|net|network|times|channel|chinanews|cns|xinhua|cctv"
    r"|\w+\.(?:com|cn|net)\w*)\b"
)


@rule(
    code="COV001",
    name="dropped-frame",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("⟦2. ⟧定期更换机油。", "Change the oil regularly."),
        Bad("⟦新华社南宁5月6日电⟧ 首批汽车出厂。", "The first cars left the plant."),
        Bad("⟦央视网消息：⟧工厂五月开业。", "The plant opened in May."),
        Bad("柳州工厂五月开业⟦-中新网⟧", "Liuzhou Plant Opens in May"),
        Bad("⟦亚洲– ⟧5月6日，工厂开业。", "The plant opened on May 6."),
        Bad("⟦美媒分析⟧，汽车卖得不好。", "The cars do not sell."),
    ),
    good=(
        Good("2. 定期更换机油。", "2. Change the oil regularly."),
        Good("2. 定期更换机油。", "Second, change the oil regularly."),
        Good(
            "新华社南宁5月6日电 首批汽车出厂。", "NANNING, May 6 (Xinhua) -- The first cars left the plant."
        ),
        Good("央视网消息：工厂五月开业。", "CCTV: The plant opened in May."),
        Good("柳州工厂五月开业-中新网", "Liuzhou Plant Opens in May | China News Service"),
        Good("2.5万辆汽车出厂。", "The cars left the plant."),
        Good("亚洲– 5月6日，工厂开业。", "Asia – The plant opened on May 6."),
        Good("美媒分析，汽车卖得不好。", "The cars do not sell, according to the Liuzhou Herald."),
    ),
)
def dropped_frame(pair: Pair, context: Context) -> Iterator[Hit]:
    """The number of a list item, the credit of a source or the name of the site is left out.

    ## Why is this a problem?
    A list loses its order, and a report its source.

    ## Known limits
    Where a house leaves out such frames on purpose, ignore this rule. A site that is named behind a headline,
    and nothing else, is `info`.
    """
    plain = context.kept(simplified, pair.src)
    if "媒" in plain and not _CITED.search(pair.tgt) and (media := _MEDIA.search(plain)):
        yield _hit(media, pair, "who is cited")
    first = plain.lstrip()[:1]
    if first in _OPENERS or first.isdecimal() or plain.rstrip().endswith(_SITES):
        yield from _frame(fold(plain), pair)
    elif (rubric := _RUBRIC.match(plain)) and not _SET_OFF.search(pair.tgt):
        yield _hit(rubric, pair, "the rubric")


def _frame(source: str, pair: Pair) -> Iterator[Hit]:
    """Yield what opens or closes a source and is not in its translation."""
    number = _NUMBER.match(source)
    if number and not _NUMBERED.match(pair.tgt) and number[1] not in pair.tgt[:HEAD]:
        yield _hit(number, pair, "the number of this item")
    credit = _CREDIT.match(source)
    if credit and not _CREDITED.search(pair.tgt):
        yield _hit(credit, pair, "the credit")
    start = max(0, len(source) - TAIL)
    tail = _TAIL.search(source, start) if _DASH.search(source, start) else None
    if tail and not _TAILED.search(pair.tgt):
        alone = len(_DASH.findall(tail[0])) == 1
        yield _hit(tail, pair, "the name of the site", Severity.INFO if alone else None)


def _hit(match: re.Match[str], pair: Pair, what: str, severity: Severity | None = None) -> Hit:
    span = Span(*match.span())
    return Hit(f"{what} is left out: {span.of(pair.src).strip()}", src=span, severity=severity)
