"""Names of people that do not read like the Chinese they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.chinese import Chinese, reads_in
from align.finding import Fix, Hit, Severity
from align.mention import mentions
from align.rule import Bad, Good, rule
from corpus.script import simplified
from glossary.fit import Closeness
from glossary.pinyin_name import english_names
from glossary.respelling import respelled
from glossary.syllables import near
from glossary.window import exact_windows, find_window, near_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Article, Context, Pair
    from align.mention import Mention
    from corpus import Span
    from glossary.pinyin_name import EnglishName
    from glossary.window import Window

CONSISTENT = 3  # mentions that make a spelling the article's own
LEAST_SYLLABLES_SURE = 3  # a name of two may stand for somebody whom the source does not name
# What stands beside a name in Chinese: the last character of a title before it, a title or a verb after it.
BEFORE_PERSON = re.compile(r"[长员家师者总理手人记监管士授事裁O](?:[的、：:]|\s)?$")
AFTER_PERSON = re.compile(
    "先生|女士|本人|教授|博士|表示|认为|指出|介绍|透露|坦言|直言|强调|告诉|加入|加盟|离职|出任|担任|[说称]"
)


@rule(
    code="NAM003",
    name="misread-name",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    scope="article",
    bilingual=True,
    bad=(
        Bad("记者⟦许絮枫⟧报道", "By ⟦Xu Shufeng⟧", fixed="By Xu Xufeng"),
        Bad("⟦仇新宇⟧出席了会议。", "⟦Chou Xinyu⟧ was present.", fixed="Qiu Xinyu was present."),
        Bad(
            "⟦单志强⟧教授退休了。",
            "Professor ⟦Zhiqiang DAN⟧ retired.",
            fixed="Professor Zhiqiang SHAN retired.",
        ),
        Bad(
            "⟦钱世钢⟧教授退休了。",
            "Professor ⟦Gangshi Qian⟧ retired.",
            fixed="Professor Shigang Qian retired.",
        ),
        Bad("⟦欧阳春蕾⟧走了。", "⟦Ouyang Chunlian⟧ left.", fixed="Ouyang Chunlei left."),
        Bad(
            "⟦王准⟧秘书长到了。",
            "Secretary-General ⟦Wang Jun⟧ arrived.",
            fixed="Secretary-General Wang Zhun arrived.",
        ),
    ),
    good=(
        Good("仇新宇出席了会议。", "Qiu Xinyu was present."),
        Good("单志强教授退休了。", "Professor Zhi-Qiang Shan retired."),
        Good("陈乾朝和吕布走了。", "Chen Qianzhao and Lyu Bu left."),
        Good("李显龙与陈川仁会面。", "Lee Hsien Loong met Tan Chuan-Jin."),
        Good("他在上海见到了她。", "Li Xiaoming met her in Shanghai."),
        Good("周钘走了。", "Zhou Xin left.", (("周钘", "Zhou Xin"),)),
        Good("周钘走了。\n周钘说好。\n周钘笑了。", "Zhou Xin left.\nZhou Xin said yes.\nZhou Xin laughed."),
        Good(
            "张大明来了。\n他也走了。张小光留下。",
            "Zhang Daming came.\nZhang Daming left; Zhang Xiaoguang stayed.",
        ),
    ),
)
def misread_name(article: Article, context: Context) -> Iterator[Hit]:
    """A name does not read like the Chinese name it stands for, but nearly.

    Names are compared with all readings of each character, surnames with their readings as surnames (仇 is
    Qiu, 单 is Shan), in either order, joined, hyphenated or apart. Wade-Giles and the spellings of Hong
    Kong, Taiwan and South-East Asia pass, and so does what the glossary gives.

    ## Why is this a problem?
    The reader cannot find the person under that name.

    ## Known limits
    A name of one word is not looked at. A rare character whose syllable is one sound off passes where the
    article has the name often: families choose their own reading, as 周钘 did with Zhou Xin.
    """
    chinese = Chinese(article)
    for number, pair in enumerate(article.pairs):
        for name in _unknown(pair, context):
            window = _misread(name, pair, context)
            if window is not None and not chinese.has(name) and not _is_own_reading(name, window, article):
                yield _hit(name, window, number)


def _unknown(pair: Pair, context: Context) -> list[EnglishName]:
    """Return the names in a translation that the glossary does not have."""
    names = english_names(pair.tgt) if pair.bilingual else ()
    known = [item.span for item in context.occurrences(pair.tgt, "en")] if names else ()
    return [name for name in names if not any(span.touches(name.span) for span in known)]


def _misread(name: EnglishName, pair: Pair, context: Context) -> Window | None:
    """Return the Chinese in a source that a name nearly reads like, where it has none that it reads like."""
    window = find_window(pair.src, name)
    if window is None or window.fit.closeness is Closeness.ACCEPTED:
        return None
    taken = [item.span for item in context.occurrences(pair.src, "zh")]
    others = (other for other in english_names(pair.tgt) if other is not name)
    taken += [found.span for other in others for found in exact_windows(pair.src, other)]
    windows = near_windows(pair.src, name)
    free = (item for item in windows if not any(span.touches(item.span) for span in taken))
    return max(free, key=lambda item: item.fit.likeness, default=None)


def _is_own_reading(name: EnglishName, window: Window, article: Article) -> bool:
    """Tell whether an article often reads rare characters otherwise than the dictionary, by one sound."""
    if not all(_is_rare(item.char) and near(item.reading, item.written) for item in window.fit.differences):
        return False
    names = (other for pair in article.pairs for other in english_names(pair.tgt))
    return sum(other.text == name.text for other in names) >= CONSISTENT


def _is_rare(char: str) -> bool:
    """Tell whether a character is outside the 6,763 of GB 2312."""
    return not simplified(char).encode("gb2312", "ignore")


def _hit(name: EnglishName, window: Window, number: int) -> Hit:
    right = respelled(window.text, name)
    sure = len(window.text) >= LEAST_SYLLABLES_SURE and name.alone
    return Hit(
        f'{window.text} reads {right}, not "{name.text}"',
        src=window.span,
        tgt=name.span,
        fix=Fix(name.span, right),
        suggestion=right,
        severity=None if sure else Severity.WARNING,
        pair=number,
    )


@rule(
    code="NAM004",
    name="name-unlike-reference",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad(
            "",
            "⟦Hu Zhenglan⟧ has left.",
            references=("吉利研究院原院长胡峥楠离职。胡峥楠表示感谢。",),
            fixed="Hu Zhengnan has left.",
        ),
        Bad(
            "",
            "⟦Zhou Jin⟧ is back.\nZhou Xin, the director, is 37. Zhou Xin laughed.\nZhou Xin left.",
            references=("五菱营销高管周钘加盟小米。周钘表示高兴。",),
            fixed="Zhou Xin is back.\nZhou Xin, the director, is 37. Zhou Xin laughed.\nZhou Xin left.",
        ),
    ),
    good=(
        Good("", "Hu Zhengnan has left.", references=("院长胡峥楠离职。",)),
        Good("", "Zhou Xin left. Zhou Xin laughed. So Zhou Xin is back.", references=("高管周钘离职。",)),
        Good("", "Gao Dun spoke.", references=("这座楼有二百米的高度。",)),
        Good("", "Hu Zhenglan has left.", (("胡正兰", "Hu Zhenglan"),), references=("院长胡峥楠离职。",)),
    ),
)
def name_unlike_reference(article: Article, context: Context) -> Iterator[Hit]:
    """A name reads nearly like a person's in an article about the same events, and like nobody's there.

    ## Why is this a problem?
    Articles about the same events name the same people.

    ## Known limits
    Somebody of nearly the same name, whom no reference mentions, is taken for the other. A name that the
    article has three times and more passes where it is one sound off.
    """
    if not article.references or all(pair.bilingual for pair in article.pairs):
        return
    groups = mentions(article)
    for group in groups.values():
        window = _in_references(group, article, context)
        if window is not None:
            right = _own_form(window, group, list(groups.values())) or respelled(window.text, group[0].name)
            for mention in group:
                yield _unlike(mention, window, right)


def _in_references(group: Sequence[Mention], article: Article, context: Context) -> Window | None:
    """Return the person in a reference whose name a group of mentions nearly reads like."""
    name = group[0].name
    if any(item.span.touches(name.span) for item in context.occurrences(group[0].text, "en")):
        return None
    if any(reads_in(text, name) for text in article.references):
        return None
    windows = [
        item
        for text in article.references
        for item in near_windows(text, name)
        if _is_person(text, item.span)
    ]
    nearest = max(windows, key=lambda item: item.fit.likeness, default=None)
    if (
        nearest
        and len(group) >= CONSISTENT
        and all(near(item.reading, item.written) for item in nearest.fit.differences)
    ):
        return None
    return nearest


def _is_person(text: str, span: Span) -> bool:
    before = BEFORE_PERSON.search(text[max(0, span.start - 3) : span.start])
    return bool(before or AFTER_PERSON.match(text, span.end))


def _own_form(window: Window, group: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> str | None:
    """Return what the article calls a person more often."""
    for other in groups:
        found = find_window(window.text, other[0].name)
        if found and len(other) > len(group) and found.fit.likeness >= window.fit.likeness:
            return other[0].name.text
    return None


def _unlike(mention: Mention, window: Window, right: str) -> Hit:
    name = mention.name
    return Hit(
        f'{window.text} in a reference is {right}, not "{name.text}"',
        tgt=name.span,
        fix=Fix(name.span, right),
        suggestion=right,
        pair=mention.pair,
    )
