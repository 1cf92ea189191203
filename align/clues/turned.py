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
from align.clues.swaps import Group, groups_of
from corpus.pattern import lazy
from corpus.span import blanked
from glossary.match import holds, level

if TYPE_CHECKING:
    from align.article import Pair
    from corpus import Span
    from glossary.term import Entry

# What stands for a name in Chinese: 该机构, 这家公司, 当地.
_DESCRIBED = {
    Group.BODY: lazy(
        r"[该該此本我贵貴]\w{0,3}[司行社校院所团團会會织織构構队隊部署局报報站厂廠]|[这這那]家|公司|机构|機構"
    ),
    Group.PERSON: lazy("本人|此人|老板|老闆|掌门|掌門"),
    Group.PLACE: lazy("[该該此本我][国國市省州县縣区區岛島城镇鎮港]|[当當]地|[那这這][里裡裏]"),
}

_OWN = frozenset({"china", "chinese"})


def turned(pair: Pair, context: Context) -> tuple[Pair, Context]:
    """Return a pair with its target as the source, and a context of that pair alone."""
    other = replace(pair, src=pair.tgt, tgt=pair.src, src_lang=pair.tgt_lang, tgt_lang=pair.src_lang)
    return other, Context(context.terms, Article((other,)), context.shared)


def is_put_otherwise(source: Span, name: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a name of an English source may be left out, or one of its Chinese translation put in.

    That is where another sentence of the article has the latter, in either language, or where the rest of the
    translation speaks of something without its name: 该机构, 总统. China is left out by who writes for it.
    """
    if level(source.of(pair.src)).removesuffix("'s") in _OWN:
        return True
    places = context.unsifted(pair.tgt, pair.tgt_lang)
    entries = [entry for span, senses in places if span.touches(name) for entry in senses.entries]
    others = [other for other in context.article.pairs if other is not pair]
    if any(_has_name(other, name.of(pair.tgt), entries) for other in others):
        return True
    groups = groups_of(entries)
    rest = blanked(pair.tgt, (name,), "\n")
    if any(group and _DESCRIBED[group].search(rest) for group in groups):
        return True
    return Group.PERSON in groups and has_unnamed_post(*turned(replace(pair, tgt=rest), context))


def _has_name(pair: Pair, written: str, entries: list[Entry]) -> bool:
    """Tell whether a pair has a Chinese name as it is written, or in English."""
    forms = (form for entry in entries for form in entry.accepted("en"))
    return written in pair.zh or any(holds(pair.en, form, "en") for form in forms)
