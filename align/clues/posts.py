"""What someone is, and may be named for: 特斯拉老板 is Elon Musk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.foreign import foreign_names
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.term import Kind

if TYPE_CHECKING:
    from align.article import Context, Pair

_POST = lazy(
    "老板|创始人|创办人|首富|掌门人|掌舵人|首席执行官|董事长|国王|女王|天皇|王储|王妃|王子|公主|教皇|教宗"
    "|总统|总理|首相|总书记|国家主席|国务卿|外长|夫人|妻子|丈夫|主帅"
)


def has_unnamed_post(pair: Pair, context: Context) -> bool:
    """Tell whether a Chinese source says what someone is, and no name behind: 总统, not 总统马克龙."""
    source = context.kept(simplified, pair.src)
    posts = {match.end() for match in _POST.finditer(source)}
    if not posts:
        return False
    named = {span.start for span in foreign_names(source)}
    places = context.senses(pair.src, pair.src_lang)
    named.update(span.start for span, senses in places if senses.has_kind(Kind.PERSON))
    return not posts <= named
