"""Names of people that do not read like the Chinese they stand for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.clues.chinese import Chinese
from align.clues.mention import CONSISTENT
from align.clues.region import is_spelled_freely, may_be_korean
from align.clues.unknown_names import unknown_names
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus.pattern import lazy
from corpus.script import HAN, simplified
from corpus.span import covered
from glossary.fit import Closeness, reads_as
from glossary.pinyin_name import english_names
from glossary.respelling import respelled
from glossary.surnames import spelled_key, spelled_surnames
from glossary.syllables import near
from glossary.window import find_window, is_addressed, is_persons, is_read_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from align.article import Article, Context, Pair
    from align.clues.chinese import ChineseText
    from glossary.fit import Fit
    from glossary.pinyin_name import EnglishName
    from glossary.window import Window

    OwnNames = Mapping[str, EnglishName]

LEAST_SYLLABLES_SURE = 3  # a name of two may stand for somebody whom the source does not name
GAP = lazy(f"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")  # names of two characters are set apart: 李　明
LIMIT_WORD = 30  # characters before a name that can be a surname in other letters
SURNAME_BEFORE = lazy(r"\b[A-Z]\w+\s$")
MORE_BEHIND = lazy(r"\s(?:[A-Z]|(?:and\s[A-Z]\w+\s)?autonomous)")  # Gongcheng Yao autonomous county
PRONOUN = lazy("[他她我你您]")  # a translation may have the name for it


@rule(
    code="NAM003",
    name="misread-name",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    scope="article",
    bilingual=True,
    bad=(
        Bad("记者⟦许絮兰⟧报道", "By ⟦Xu Shulan⟧", fixed="By Xu Xulan"),
        Bad("⟦仇文涛⟧出席了会议。", "⟦Chou Wentao⟧ was present.", fixed="Qiu Wentao was present."),
        Bad(
            "⟦单志强⟧教授退休了。",
            "Professor ⟦Zhiqiang DAN⟧ retired.",
            fixed="Professor Zhiqiang SHAN retired.",
        ),
        Bad(
            "⟦钱文彬⟧教授退休了。",
            "Professor ⟦Binwen Qian⟧ retired.",
            fixed="Professor Wenbin Qian retired.",
        ),
        Bad("⟦欧阳春蕾⟧走了。", "⟦Ouyang Chunlian⟧ left.", fixed="Ouyang Chunlei left."),
        Bad(
            "⟦吴淳⟧秘书长到了。",
            "Secretary-General ⟦Wu Chong⟧ arrived.",
            fixed="Secretary-General Wu Chun arrived.",
        ),
        Bad("记者⟦高平⟧说，树有高低。", "Trees differ, says ⟦Gao Pi⟧.", fixed="Trees differ, says Gao Ping."),
        Bad(
            "⟦周钘⟧离职。\n周钘走了。\n周钘说好。\n周钘笑了。",
            "⟦Zhou Jin⟧ resigns.\nZhou Xin left.\nZhou Xin said yes.\nZhou Xin laughed.",
            fixed="Zhou Xin resigns.\nZhou Xin left.\nZhou Xin said yes.\nZhou Xin laughed.",
        ),
    ),
    good=(
        Good("仇文涛出席了会议。", "Qiu Wentao was present."),
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
    article has the name often: families choose their own reading, as 周钘 did with Zhou Xin. Where it has the
    name less often, the rule warns.
    """
    chinese = context.kept(Chinese, article)
    for number, pair in enumerate(article.pairs):
        names = _unknown(pair, context)
        found = _misread(names, pair, chinese.source(number), context) if names else {}
        for name in names:
            window = found.get(name.text)
            if window is None:
                continue
            own = context.kept(_own_names, article)
            if not _is_excused(name, window, chinese, own):
                yield _hit(name, window, number, _own_form(window, chinese, own))


def _unknown(pair: Pair, context: Context) -> list[EnglishName]:
    """Return the names in a translation that neither the glossary has nor the source in Latin letters."""
    names = unknown_names(pair, context) if pair.bilingual else ()
    return [name for name in names if name.text not in pair.src]


def _misread(
    names: Iterable[EnglishName], pair: Pair, source: ChineseText, context: Context
) -> dict[str, Window]:
    """Return the Chinese in a source that names nearly read like, where it has none that they read like.

    What the glossary has, and what another name reads like, is not free for a name that reads otherwise.
    """
    distinct = {name.text: name for name in names if not source.accepted(name)}
    near_by = {text: source.near(name) for text, name in distinct.items() if source.near(name)}
    if not near_by:
        return {}
    taken = covered(item.span for item in context.occurrences(pair.src, "zh"))
    taken |= covered(item.span for name in english_names(pair.tgt) for item in source.exact(name))
    free = {
        text: [item for item in windows if taken.isdisjoint(range(item.span.start, item.span.end))]
        for text, windows in near_by.items()
    }
    return {text: max(items, key=lambda item: _rank(item, pair.src)) for text, items in free.items() if items}


def _rank(window: Window, text: str) -> tuple[bool, float]:
    """Return how likely a window is the one that is meant: one beside a title first, then the most alike."""
    return is_persons(text, window.span), window.fit.likeness


def _is_excused(name: EnglishName, window: Window, chinese: Chinese, own: OwnNames) -> bool:
    """Tell whether a name that does not read like its window can be right all the same."""
    return (
        chinese.has(name)
        or may_be_korean(name, chinese)
        or is_spelled_freely(name, window, chinese)
        or (name.text in own and _may_be_own(window.fit))
    )


def _own_names(article: Article) -> OwnNames:
    """Return the names that an article has often: it may read rare characters in a way of its own."""
    names = [name for pair in article.pairs for name in english_names(pair.tgt)]
    times = Counter(name.text for name in names)
    return {name.text: name for name in names if times[name.text] >= CONSISTENT}


def _own_form(window: Window, chinese: Chinese, own: OwnNames) -> str | None:
    """Return what a Chinese name is elsewhere, though the dictionary reads it otherwise."""
    for text, name in own.items():
        fit = reads_as(window.text, text)
        if fit.closeness is Closeness.NEAR and _may_be_own(fit) and not chinese.has(name):
            return text
    return None


def _may_be_own(fit: Fit) -> bool:
    """Tell whether a name differs from its reading in rare characters only, by one sound each."""
    return all(_is_rare(item.char) and near(item.reading, item.written) for item in fit.differences)


def _is_rare(char: str) -> bool:
    """Tell whether a character is outside the 6,763 of GB 2312."""
    return not simplified(char).encode("gb2312", "ignore")


def _hit(name: EnglishName, window: Window, number: int, own: str | None) -> Hit:
    right = own or respelled(window.text, name)
    says = f"is {own} elsewhere" if own else f"reads {right}"
    rare = any(_is_rare(item.char) for item in window.fit.differences)
    sure = len(window.text) >= LEAST_SYLLABLES_SURE and name.alone and not rare
    return Hit(
        f'{window.text} {says}, not "{name.text}"',
        src=window.span,
        tgt=name.span,
        fix=Fix(name.span, right),
        suggestion=right,
        severity=None if sure else Severity.WARNING,
        pair=number,
    )


@rule(
    code="NAM005",
    name="name-without-source",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    scope="article",
    bilingual=True,
    bad=(
        Bad("外交部发言人回答了提问。", "The spokesman ⟦Guo Lei⟧ answered questions."),
        Bad("工厂的订单翻了一番。", "⟦Xu Daxing⟧'s orders have doubled."),
    ),
    good=(
        Good("外交部发言人郭磊回答了提问。", "The spokesman Guo Lei answered questions."),
        Good("习主席会见了代表团。", "President Xi Jinping met the delegation."),
        Good("王　芳走了。", "Wang Fang left."),
        Good("她走了。", "Wang Fang left."),
        Good("Wang Fang走了。", "Wang Fang left."),
        Good("王芳来了。\n人走了。", "Wang Fang came.\nWang Fang left."),
        Good("在宝山路站下车。", "Get off at Bao Shan Road."),
        Good("导演邱礼谦和演员来了。", "The director Yau Lai Han came."),
        Good("韩国演员金善宇来了。", "The Korean actor Ha Dong-hun came."),
    ),
)
def name_without_source(article: Article, context: Context) -> Iterator[Hit]:
    """A Chinese name in the translation stands for nothing in the source.

    ## Why is this a problem?
    Machine translation invents people.

    ## Known limits
    A translator may name somebody whom only the reader's knowledge connects with the text. Where the source
    has a pronoun or a surname with a title, and where it has the name anywhere else, nothing is reported.
    """
    chinese = context.kept(Chinese, article)
    for number, pair in enumerate(article.pairs):
        accounted: dict[str, bool] = {}
        for name in _unknown(pair, context):
            if name.text not in accounted:
                accounted[name.text] = _is_accounted_for(name, chinese.source(number), chinese)
            if name.alone and not accounted[name.text] and not _is_part_of_more(name, pair.tgt):
                yield Hit(f'nothing in the source reads "{name.text}"', tgt=name.span, pair=number)


def _is_accounted_for(name: EnglishName, source: ChineseText, chinese: Chinese) -> bool:
    """Tell whether a name can stand for something in the source."""
    if source.exact(name) or source.near(name) or PRONOUN.search(source.text):
        return True
    text = GAP.sub("", source.text)
    return (
        (text != source.text and find_window(text, name) is not None)
        or is_read_in_order(text, name)
        or is_addressed(text, name)
        or chinese.has(name)
        or may_be_korean(name, chinese)
    )


def _is_part_of_more(name: EnglishName, text: str) -> bool:
    """Tell whether a name goes on in words that are no pinyin (Ri Yong Ho, Yau Lai Tao)."""
    before = SURNAME_BEFORE.search(text[max(0, name.span.start - LIMIT_WORD) : name.span.start])
    is_surname = before is not None and spelled_key(before[0]) in spelled_surnames()
    return is_surname or MORE_BEHIND.match(text, name.span.end) is not None
