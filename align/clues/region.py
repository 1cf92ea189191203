"""Names that follow other rules than pinyin: Korean ones, and those of Taiwan, Hong Kong and Singapore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.syllables import near

if TYPE_CHECKING:
    from align.clues.chinese import Chinese
    from glossary.pinyin_name import EnglishName
    from glossary.window import Window

KOREA = lazy("韩国|朝鲜|南韩|北韩|韓國|朝鮮|南韓|北韓|首尔|首爾|平壤")
FREE_SPELLING = lazy(
    "台湾|台灣|臺灣|台北|臺北|高雄|国民党|國民黨|民进党|民進黨|香港|澳门|澳門|新加坡|马来西亚|馬來西亞"
)
# Syllables that Korean names have as well (Han Dong-hun is 韩东勋).
KOREAN = frozenset(
    """
    a an ban bin bo chan chang chu chun da dan dong du gang ge gong gu gun ha han hong hu hui hun ji jin jun
    kang ma man min mu na nan pan ra ran ri ru sa san sang se si song su sun wan wang ya yang ye yi yong you
    yu yun
    """.split()
)
KOREAN_LENGTH = 3


def may_be_korean(name: EnglishName, chinese: Chinese) -> bool:
    """Tell whether a name can be a Korean one, in an article that speaks of Korea."""
    return any(
        len(parse.keys) == KOREAN_LENGTH and KOREAN.issuperset(parse.keys) for parse in name.parses
    ) and chinese.mentions(KOREA)


def is_spelled_freely(name: EnglishName, window: Window, chinese: Chinese) -> bool:
    """Tell whether a given name is hyphenated and one sound off, and the article of a place that does so."""
    given = window.fit.differences and window.fit.differences[0].char != window.text[0]
    near_all = all(near(item.reading, item.written) for item in window.fit.differences)
    return bool(given) and near_all and "-" in name.text and chinese.mentions(FREE_SPELLING)
