"""English into Chinese seen as Chinese into English, so that what compares names is written once.

Whether a name stands where another should does not depend on which of the two texts came first: that
世界贸易组织 is not World Health Organization is what is wrong in either direction. What the rest of the
article says does, so that each pair is turned by itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.article import Article, Context
from align.clues.posts import has_unnamed_post
from align.clues.standins import is_country
from align.clues.swaps import Group, groups_of
from corpus.pattern import lazy
from corpus.script import simplified
from corpus.span import blanked
from glossary.match import holds, level
from glossary.whereabouts import belongs_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.article import Pair
    from corpus import Lang, Span
    from glossary.term import Entry

# What stands for a name in Chinese: 该机构, 这家公司, 当地.
_DESCRIBED = {
    Group.BODY: lazy(
        r"[该該此本我贵貴]\w{0,3}[司行社校院所团團会會织織构構队隊部署局报報站厂廠]|[这這那]家|公司|机构|機構"
    ),
    Group.PERSON: lazy("本人|此人|老板|老闆|掌门|掌門"),
    Group.PLACE: lazy("[该該此本我][国國市省州县縣区區岛島城镇鎮港]|[当當]地|[那这這][里裡裏]"),
}
_OWN = frozenset({"china", "chinese"})  # left out by who writes for China
# Regions, for which Chinese may have the countries in them.
_REGIONS = frozenset(
    """
    adriatic alpine alps amazon andean andes arab arabian arctic asian balkan balkans baltic baltics benelux
    caribbean caucasus donbas european gaza gulf himalaya himalayan himalayas hollywood iberian indochina
    kashmir kurdish kurdistan levant maghreb mediterranean mekong nile nordic pacific persian sahara sahel
    scandinavia scandinavian soviet
    """.split()
)


def may_have_others(pair: Pair, context: Context) -> bool:
    """Tell whether each side of a pair has a name that the other has not, so that it is worth to turn it."""
    return all(
        any(senses.ids.isdisjoint(ids) and not groups_of(senses.entries) <= {None} for _, senses in places)
        for places, ids in (
            (context.unsifted(pair.tgt, pair.tgt_lang), context.ids(pair.src, pair.src_lang)),
            (context.unsifted(pair.src, pair.src_lang), context.ids(pair.tgt, pair.tgt_lang)),
        )
    )


def turned(pair: Pair, context: Context) -> tuple[Pair, Context]:
    """Return a pair with its target as the source, and a context of that pair alone."""
    other = replace(pair, src=pair.tgt, tgt=pair.src, src_lang=pair.tgt_lang, tgt_lang=pair.src_lang)
    return other, Context(context.terms, Article((other,)), context.shared)


def is_put_otherwise(source: Span, name: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a name of an English source may be left out, or one of its Chinese translation put in.

    That is where another sentence of the article has the latter, in either language, or where the rest of the
    translation speaks of something without its name: 该机构, 总统. China is left out by who writes for it,
    and a country may be named for what lies in it.
    """
    english = level(source.of(pair.src)).removesuffix("'s")
    entries = _entries_at(name, pair.tgt, pair.tgt_lang, context)
    others = [other for other in context.article.pairs if other is not pair]
    if any(_has_name(other, name.of(pair.tgt), entries) for other in others):
        return True
    groups = groups_of(entries)
    if Group.PLACE in groups:
        if english in _OWN or not _REGIONS.isdisjoint(english.split()):
            return True
        if not _are_on_a_par(_entries_at(source, pair.src, pair.src_lang, context), entries):
            return True
    rest = blanked(pair.tgt, (name,), "\n")
    if any(group and _DESCRIBED[group].search(rest) for group in groups):
        return True
    return Group.PERSON in groups and has_unnamed_post(*turned(replace(pair, tgt=rest), context))


def _entries_at(span: Span, text: str, lang: Lang, context: Context) -> list[Entry]:
    places = context.unsifted(text, lang)
    return [entry for other, senses in places if other.touches(span) for entry in senses.entries]


def _are_on_a_par(entries: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Tell whether two places are countries, or neither is, and none lies in the other: Mumbai in India."""
    one, other = ([simplified(entry.preferred("zh")) for entry in some] for some in (entries, others))
    if any(map(is_country, one)) != any(map(is_country, other)):
        return False
    return not any(
        belongs_to("\n".join(names), form)
        for names, several in ((one, others), (other, entries))
        for entry in several
        for form in entry.accepted("en")
    )


def _has_name(pair: Pair, written: str, entries: Sequence[Entry]) -> bool:
    """Tell whether a pair has a Chinese name as it is written, or in English."""
    forms = (form for entry in entries for form in entry.accepted("en"))
    return written in pair.zh or any(holds(pair.en, form, "en") for form in forms)
