"""Full-width marks and letters in English, half-width marks in Chinese."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity, in_quotes
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.quote import Quotations
from corpus.script import HAN, is_han
from corpus.token import matches_outside_code, prose_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

LIMIT_NAMED = 4  # a quotation of a mark or two with its own marks talks about them
ENGLISH_FOR = dict(
    zip("，。；：！？、（）％～〜＆＋－＝／＊＃＠［］【】〔〕　", ",.;:!?,()%~~&+-=/*#@[][][] ", strict=True)
) | dict(zip("《》〈〉「」『』", "“”“”“”“”", strict=True))
CHINESE_FOR = dict(zip(",;:!?.", "，；：！？。", strict=True))
# How to mark a title or a list is for the translator to choose: those fixes are only proposed.
_CERTAIN = frozenset("，。；：！？（）％＆＋－＝／＊＃＠［］【】〔〕　")
_BLANK_BEHIND = frozenset("，。；：！？、）】〕］》〉」』")
_BLANK_BEFORE = frozenset("（【〔［《〈「『")

_WIDE_MARK = lazy("[{}]".format("".join(map(re.escape, ENGLISH_FOR))))
_WIDE_LETTERS = lazy("[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－＋][０-９Ａ-Ｚａ-ｚ]+)*+％?")
_EMPHASIS = lazy(r"(?:\*{1,3}+|_{1,3}+|~~)(?=\w)")
LIMIT_EMPHASIS = 200  # characters that are looked back for the marks which open it
# A ratio, a time, a verse. Elsewhere between digits a person must say what is meant: "on May 5，200 came".
_RATIO = lazy(r"：(?<=\d：)(?<!\d{4}：)(?=\d{1,3}(?!\d))")
_THOUSANDS = lazy(r"，(?<=\d，)(?<!\d{4}，)(?=\d{3}(?!\d))")
_NARROW_MARK = lazy(
    rf"[,;:!?](?<=[{HAN}”》）」%].)(?: ?(?=[{HAN}“‘《（「])|(?=[”’」』）]|$))"
    rf"|\.(?<=[{HAN}”》）」].)(?=[”’」』）]|\s*$)"
)
_BETWEEN_HAN = lazy(f"(?<=[{HAN}])[ \u00a0\u3000]++(?=[{HAN}])")


@rule(
    code="PUN010",
    name="chinese-mark",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad("他来了，又走了。", "He came⟦，⟧left.", fixed="He came, left."),
        Bad(
            "",
            "Good⟦。⟧ The plant in Liuzhou⟦（⟧Guangxi⟦）⟧is open⟦！⟧",
            fixed="Good. The plant in Liuzhou (Guangxi) is open!",
        ),
        Bad("", "It makes vans⟦、⟧cars and ⟦《⟧news⟦》⟧.", fixed="It makes vans, cars and “news”."),
        Bad("", "Zhou Xin⟦（⟧周钘⟦）⟧joined in 2011.", fixed="Zhou Xin (周钘) joined in 2011."),
        Bad(
            "",
            "They won 3⟦：⟧2 at 12⟦：⟧30 (Genesis 3⟦：⟧16).",
            fixed="They won 3:2 at 12:30 (Genesis 3:16).",
        ),
        Bad("", "In 2019⟦，⟧2020 and 2021⟦：⟧vans.", fixed="In 2019, 2020 and 2021: vans."),
        Bad("", "**Note⟦：⟧**This is⟦：⟧**it**.", fixed="**Note:** This is: **it**."),
        Bad("", "See [note]⟦（⟧below⟦）⟧⟦！⟧[1]", fixed="See [note] (below)! [1]"),
        Bad("", "By 1⟦，⟧200 votes in 2024⟦：⟧30 seats.", fixed="By 1,200 votes in 2024:30 seats."),
    ),
    good=(
        Good("", "The mark “，” is a comma, and '、' is a pause."),
        Good("", 'Put `a，b`, {{< tweet user="a，b" >}}, {{ "x，y" | t }}, {% include "a，b" %} or $a，b$.'),
        Good("", "Dream of the Red Chamber (《红楼梦》，曹雪芹著) is long… “Very long” — they say."),
    ),
)
def chinese_mark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A Chinese punctuation mark is left in the English text.

    ## Why is this a problem?
    Full-width marks are set with their own white space, and most Latin fonts lack them.

    ## Known limits
    A mark beside Chinese characters belongs to them. A mark that is quoted is being talked about.
    """
    if pair.tgt.isascii() or not _WIDE_MARK.search(pair.tgt):
        return
    quotations = Quotations.of(pair.tgt)
    for match in matches_outside_code(_WIDE_MARK, pair.tgt):
        mark, span = match[0], Span(*match.span())
        quoted = quotations.around(span)
        named = quoted is not None and len(quoted) <= LIMIT_NAMED
        if not named and not _in_chinese(pair.tgt, match.start()):
            fix = _fix(pair.tgt, match.start())
            yield Hit(f"use {in_quotes(ENGLISH_FOR[mark])}, not {in_quotes(mark)}", tgt=span, fix=fix)


def _in_chinese(text: str, at: int) -> bool:
    """Tell whether the mark at a place belongs to Chinese characters beside it."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] in "（【〔［":
        return _chinese(before)
    if text[at] in "）】〕］":
        return _chinese(after)
    return _chinese(before) or _chinese(after)


def _chinese(char: str) -> bool:
    return bool(char) and (is_han(char) or char in "《》「」『』")


def _fix(text: str, at: int) -> Fix:
    """Return the fix of the Chinese mark at a place; its blank goes behind the end of an emphasis."""
    emphasis = _EMPHASIS.match(text, at + 1)
    marks = emphasis[0] if emphasis else ""
    closing = marks if marks and text.count(marks, max(0, at - LIMIT_EMPHASIS), at) % 2 else ""
    behind = at + 1 + len(marks)
    mark, safe = _english(text, at, behind), _is_certain(text, at)
    if closing and mark.endswith(" "):
        return Fix(Span(at, behind), f"{mark.rstrip()}{closing} ", safe=safe)
    return Fix(Span(at, at + 1), mark, safe=safe)


def _english(text: str, at: int, behind: int) -> str:
    """Return the English mark for the Chinese one at a place, with the blanks that it needs there.

    ``behind`` is the place of what follows it.
    """
    mark, before, after = text[at], text[max(0, at - 1) : at], text[behind : behind + 1]
    if before.isdigit() and after.isdigit() and (mark == "：" or _THOUSANDS.match(text, at)):
        return ENGLISH_FOR[mark]
    lead = " " if mark in _BLANK_BEFORE and (before.isalnum() or before in tuple(",.;:!?])”’］】〕")) else ""
    trail = " " if mark in _BLANK_BEHIND and (after.isalnum() or after in tuple("“‘(（[")) else ""
    return f"{lead}{ENGLISH_FOR[mark]}{trail}"


def _is_certain(text: str, at: int) -> bool:
    """Tell whether the English mark for the Chinese one at a place needs no second look."""
    between_digits = text[max(0, at - 1) : at].isdigit() and text[at + 1 : at + 2].isdigit()
    if between_digits and text[at] in "：，。":
        return bool(_RATIO.match(text, at) or (text[at] == "，" and not _THOUSANDS.match(text, at)))
    return text[at] in _CERTAIN


@rule(
    code="PUN011",
    name="full-width-letters",
    severity=Severity.WARNING,
    since="0.1.0",
    bad=(
        Bad("", "Sales of the ⟦ＳＵ７⟧ grew by ⟦２３．５％⟧.", fixed="Sales of the SU7 grew by 23.5%."),
        Bad("In 2024 it sold 20.", "⟦２０２４⟧年卖出20辆。", src_lang="en", fixed="2024年卖出20辆。"),
    ),
    good=(Good("", "Sales of the SU7 grew by 23.5%."),),
)
def full_width_letters(pair: Pair, context: Context) -> Iterator[Hit]:
    """Letters or digits are as wide as Chinese characters.

    ## Why is this a problem?
    They look alien in a line of English, are not found by a search, and not read by software. In
    Chinese some newspapers print them so on purpose; there it is no more than a hint.
    """
    if pair.tgt.isascii():
        return
    for match in matches_outside_code(_WIDE_LETTERS, pair.tgt):
        span, plain = Span(*match.span()), unicodedata.normalize("NFKC", match[0])
        yield Hit(
            f"use {in_quotes(plain)}, not {in_quotes(match[0])}",
            tgt=span,
            fix=Fix(span, plain, safe=True),
            severity=Severity.INFO if pair.tgt_lang == "zh" else None,
        )


@rule(
    code="PUN012",
    name="latin-mark-in-chinese",
    severity=Severity.WARNING,
    since="0.1.0",
    into="zh",
    bad=(
        Bad("He came, but left.", "他来了⟦,⟧又走了⟦.⟧", src_lang="en", fixed="他来了，又走了。"),
        Bad("He said: why?", "他说⟦: ⟧“为什么⟦?⟧”", src_lang="en", fixed="他说：“为什么？”"),
    ),
    good=(
        Good("At 10:30, 3:1.", "10:30，他们以3:1获胜，见 https://example.com/a,b 和Co., Ltd.", src_lang="en"),
        Good("He came, but left.", "他来了，又走了。", src_lang="en"),
    ),
)
def latin_mark_in_chinese(pair: Pair, context: Context) -> Iterator[Hit]:
    """A half-width comma, stop, colon or the like stands between Chinese characters.

    ## Why is this a problem?
    GB/T 15834 gives Chinese its own marks; half-width ones leave the line cramped and ragged.

    ## Known limits
    Brackets and quotation marks are left alone, because many houses set them half-width on purpose.
    """
    for match in prose_matches(_NARROW_MARK, pair.tgt):
        span, mark = Span(*match.span()), CHINESE_FOR[match[0][0]]
        yield Hit(
            f"use {in_quotes(mark)}, not {in_quotes(match[0].strip())}",
            tgt=span,
            fix=Fix(span, mark, safe=True),
        )


@rule(
    code="PUN013",
    name="space-between-chinese",
    severity=Severity.INFO,
    since="0.1.0",
    into="zh",
    bad=(Bad("He came.", "他终于⟦ ⟧来了，又⟦　⟧走了。", src_lang="en", fixed="他终于来了，又走了。"),),
    good=(Good("He came.", "他终于来了，开的是 SU7 Ultra。", src_lang="en"),),
)
def space_between_chinese(pair: Pair, context: Context) -> Iterator[Hit]:
    """A blank stands between two Chinese characters.

    ## Why is this a problem?
    Chinese sets no blanks between words; the blank comes from a tokenizer or a line break.

    ## Known limits
    Headlines, slogans and lists of names use blanks on purpose; that is why this is no more than a hint.
    """
    for match in _BETWEEN_HAN.finditer(pair.tgt):
        span = Span(*match.span())
        yield Hit("delete the blank", tgt=span, fix=Fix(span, "", safe=False))
