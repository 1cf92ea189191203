"""Names that another name stands for, and names in Latin letters that are left out."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from align.clues.acronyms import garbled_acronyms
from align.clues.foreign import foreign_names
from align.clues.intruders import intruders
from align.clues.known import known_names
from align.clues.orphans_en import Sort, unaccounted_names
from align.clues.orphans_zh import Kin, bracketed_names, may_lack_names, unrendered_names
from align.clues.posts import has_unnamed_post, holds_post_under
from align.clues.rivals import rival_of
from align.clues.swaps import swapped_names
from align.clues.turned import is_put_otherwise, may_have_others, turned
from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus.script import simplified
from glossary.whereabouts import belongs_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.clues.orphans_en import EnglishOrphan
    from corpus import Span

# Which names may stand for which: a country is put in many ways, so that an unknown word is no sign.
_REPLACES = {
    Kin.PERSON: {Sort.PERSON, Sort.WORD},
    Kin.PLACE: {Sort.PLACE},
    Kin.COUNTRY: {Sort.PLACE},
    Kin.BODY: {Sort.KNOWN},
    Kin.LATIN: {Sort.KNOWN, Sort.PERSON, Sort.PLACE},
    Kin.FOREIGN: {Sort.KNOWN, Sort.PERSON, Sort.PLACE, Sort.WORD, Sort.FIRST},
}
# The same in a source without foreign names, where an unknown word may well stand for a place.
_REPLACES_KNOWN = _REPLACES | {Kin.PLACE: {*_REPLACES[Kin.PLACE], Sort.WORD}}
# Into Chinese: known names alone, since what sounds foreign there is mostly spelled in one of many ways.
_REPLACES_INTO_CHINESE = {
    Kin.PERSON: {Sort.PERSON},
    Kin.PLACE: {Sort.PLACE},
    Kin.COUNTRY: {Sort.PLACE},
    Kin.BODY: {Sort.KNOWN},
}
# What is no person, so that one in the translation may be named for a post that the source has.
_NO_PERSON = {Kin.LATIN}


@rule(
    code="NAM022",
    name="name-replaced",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("该省去年向⟦重庆⟧供电。", "Last year the province supplied ⟦Xiamen⟧ with power."),
        Bad("前州长⟦塞格雷蒂⟧称病。", "The former governor ⟦Hanbrook⟧ was ill."),
        Bad("工厂在⟦美国⟧。", "It is an ⟦Austrian⟧ factory."),
        Bad("⟦华为⟧推出了新手表。", "⟦Xiaomi⟧ has brought out a new watch."),
        Bad("⟦国家发展和改革委员会⟧作了答复。", "The ⟦National Health Commission⟧ gave an answer."),
        Bad("腾讯和⟦网易⟧都开了发布会。", "Tencent and ⟦Baidu⟧ both gave a press conference."),
        Bad("⟦最高人民法院⟧作出解释。", "The ⟦Supreme People’s Procuratorate⟧ gave an interpretation."),
        Bad("⟦中国移动⟧降低了资费。", "⟦China Telecom⟧ has cut its charges."),
        Bad("他任教于⟦南京大学⟧。", "He is a teacher at ⟦Nanjing Normal University⟧."),
        Bad("超市只收⟦微信支付⟧。", "The supermarket takes only ⟦Alipay⟧."),
        Bad("The ⟦World Health Organization⟧ lifted the alert.", "⟦世界贸易组织⟧解除了警报。", src_lang="en"),
        Bad("The ⟦Federal Reserve⟧ left rates unchanged.", "⟦联邦快递⟧维持利率不变。", src_lang="en"),
        Bad("⟦Elon Musk⟧ sold the house.", "⟦扎克伯格⟧卖掉了房子。", src_lang="en"),
        Bad("The plant in ⟦Vietnam⟧ makes shoes.", "⟦柬埔寨⟧的工厂生产鞋子。", src_lang="en"),
    ),
    good=(
        Good("他上个月去了重庆。", "Last month he went to Chongqing by way of Xiamen."),
        Good("他上个月去了重庆。", "Last month he went there."),
        Good("前州长塞格雷蒂称病。", "The former governor Segretti was ill."),
        Good("工厂在美国。", "The American factory has an Austrian owner."),
        Good("中法两国的工厂在美国。", "The French and Chinese factories are there."),
        Good("腾讯推出了新游戏。", "The WeChat owner has brought out a new game."),
        Good("腾讯推出了新游戏。", "The company has brought out a game, unlike its rival Baidu."),
        Good("谷歌退出了市场。", "The American search engine left, to Baidu’s delight."),
        Good("农业部公布了产量。", "The Ministry of Agriculture and Rural Affairs published the harvest."),
        Good("人民日报的社论很长。", "The Communist Party’s newspaper had a long editorial."),
        Good("国民议会通过了法案。", "The National Congress of Brazil has passed the bill."),
        Good("平壤没有接受邀请。", "North Korea did not accept the invitation."),
        Good("上周去过重庆。", "She was there last week."),
        Good("The World Health Organization lifted the alert.", "世卫解除了警报。", src_lang="en"),
        Good("The White House left it at that.", "美国政府没有再说什么。", src_lang="en"),
        Good("The World Health Organization agreed.", "该组织同意世界贸易组织的看法。", src_lang="en"),
        Good("Nothing has changed for companies in China.", "香港公司一切照旧。", src_lang="en"),
    ),
)
def name_replaced(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name of the source has no counterpart, and a name of the translation stands for nothing.

    Known names are compared by the tables, and of two of one kind (companies, public bodies, media; places;
    persons) each is asked for with the other one left out; foreign names by their sound: 默克尔 is heard in
    Merkel, and not in Thatcher. Into Chinese only known names are compared. One side alone proves little,
    since names are left out and added rightly.

    ## Why is this a problem?
    The reader learns that somebody else did it, or that it was elsewhere.

    ## Known limits
    Names that are known to neither the tables nor the ear (郭梅, left out) are not looked for. Into Chinese
    a name must be distinct (World Health Organization, NATO), and nothing is said where the rest of the
    sentence has a word such as 该机构 or 总统, which may be what the name was put as.
    """
    find = _found_in_chinese if pair.tgt_lang == "zh" else _found_in_english
    found = next(find(pair, context), None)
    if found is not None:
        source, name = found
        yield Hit(
            f'nothing in the source is "{name.of(pair.tgt)}", and {source.of(pair.src)} is not rendered',
            src=source,
            tgt=name,
        )


def _found_in_english(pair: Pair, context: Context) -> Iterator[tuple[Span, Span]]:
    """Return the names of a source and what an English translation has instead that no other rule reports."""
    for source, name in _replaced(pair, context, by_ear=True):
        if not _is_reported(name, pair, context):
            yield source, name
    for usage, name in swapped_names(pair, context):
        garbled = (other for _, other in garbled_acronyms(pair, context))
        if not (_is_reported(name, pair, context) or any(name.touches(other) for other in garbled)):
            yield usage.span, name


def _found_in_chinese(pair: Pair, context: Context) -> Iterator[tuple[Span, Span]]:
    """Return the names of an English source and the known ones that a Chinese translation has instead.

    The pair is looked at from its Chinese side, and by itself: what the article has is asked anew.
    """
    if not may_have_others(pair, context):
        return
    chinese, alone = turned(pair, context)
    for name, source in chain(
        _replaced(chinese, alone, by_ear=False),
        ((usage.span, span) for usage, span in swapped_names(chinese, alone)),
    ):
        if not is_put_otherwise(source, name, pair, context):
            yield source, name


def _replaced(pair: Pair, context: Context, *, by_ear: bool) -> Iterator[tuple[Span, Span]]:
    """Return the names of a source that are not rendered, and what stands for nothing in a translation.

    Names that the tables do not have are told by their sound, or not at all.
    """
    if not may_lack_names(pair, context):
        return
    strange = [item for item in unaccounted_names(pair, context) if not _is_of_article(item, context)]
    if not strange:
        return
    source = context.kept(simplified, pair.src)
    by_sound = _REPLACES if foreign_names(source) else _REPLACES_KNOWN
    replaces = by_sound if by_ear else _REPLACES_INTO_CHINESE
    sorts = {name.sort for name in strange}
    asked = [kin for kin, others in replaces.items() if not sorts.isdisjoint(others)]
    missing = list(unrendered_names(pair, context, asked)) if asked else ()
    for name in strange:
        match = next((item for item in missing if name.sort in replaces[item.kin]), None)
        if match is None or name.is_explained(source):
            continue
        if name.sort is Sort.PERSON and match.kin in _NO_PERSON and has_unnamed_post(pair, context):
            continue
        if not (belongs_to(source, name.text) or holds_post_under(match.span, pair, context)):
            yield match.span, name.span


def _is_of_article(name: EnglishOrphan, context: Context) -> bool:
    """Tell whether an article has a name elsewhere: then the translation may only have moved it."""
    found = (pair for pair in context.article.pairs if name.text in pair.tgt)
    return next(islice(found, 1, None), None) is not None


def _is_reported(name: Span, pair: Pair, context: Context) -> bool:
    """Tell whether another rule reports a name: as a stranger, or as a rival of a known one."""
    if any(span.touches(name) for span, _ in intruders(pair, context)):
        return True
    rivals = (rival_of(usage, pair, context) for usage in known_names(pair, context))
    return any(rival is not None and rival.touches(name) for rival in rivals)


@rule(
    code="NAM023",
    name="latin-name-left-out",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("他们爬上了戈马火山（⟦Mount Goma⟧）。", "They climbed the volcano."),
        Bad("外长哈特利(⟦John Hartley⟧)辞职。", "Foreign Minister Baker resigned."),
    ),
    good=(
        Good("他们爬上了戈马火山（Mount Goma）。", "They climbed Goma, a volcano."),
        Good("世卫组织（WHO）发了通知。", "The World Health Organization published a notice."),
    ),
)
def latin_name_left_out(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name that the source gives in brackets in Latin letters is nowhere in the translation.

    ## Why is this a problem?
    The author gave the spelling, so that nobody need guess the name.

    ## Known limits
    Acronyms in brackets may be spelled out and are not asked for.
    """
    for span, name in bracketed_names(pair):
        yield Hit(f'the source has the name "{name}", the translation has not', src=span)
