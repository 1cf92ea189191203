"""What someone is, and may be named for: 特斯拉老板 is Elon Musk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.foreign import foreign_names
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.term import Kind

if TYPE_CHECKING:
    from align.article import Context, Pair
    from corpus import Span

_POST = lazy(
    "老板|创始人|创办人|首富|掌门人|掌舵人|首席执行官|董事长|国王|女王|天皇|皇后|王储|王妃|王子|公主|教皇|教宗"
    "|总统|总理|首相|总书记|主席|国务卿|外长|防长|部长|议长|市长|州长|行长|会长|总裁|发言人|领导人|元首|夫人|妻子|丈夫"
    "|主帅|队长|球王|巨星|影帝|影后|天王|天后|诗仙|诗圣|乐圣|作者|导演"
)
_POST_UNDER = lazy(f"的?(?:{_POST.pattern})")


def has_unnamed_post(pair: Pair, context: Context) -> bool:
    """Tell whether a Chinese source says what someone is, and no name behind: 总统, not 总统马克龙."""
    source = context.kept(simplified, pair.src)
    posts = {match.end() for match in _POST.finditer(source)}
    return bool(posts) and not posts <= _beginnings_of_names(source, pair, context)


def holds_post_under(person: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a person of a Chinese source only tells whose post another has: 普京的发言人."""
    source = context.kept(simplified, pair.src)
    post = _POST_UNDER.match(source, person.end)
    return post is not None and post.end() not in _beginnings_of_names(source, pair, context)


def _beginnings_of_names(source: str, pair: Pair, context: Context) -> set[int]:
    named = {span.start for span in foreign_names(source)}
    places = context.senses(pair.src, pair.src_lang)
    named.update(span.start for span, senses in places if senses.has_kind(Kind.PERSON))
    return named
