"""Posts: offices and ranks that both languages have fixed words for, 副总经理 and deputy general manager."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from align.comparison.match import Words
from corpus import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Lang

# Chinese | English, as patterns; the longer Chinese word comes first where one is part of another.
_TABLE = """
首席执行官|CEO | chief executive(?: officer)?|CEO
首席财务官|CFO | chief financial officer|CFO
首席运营官|COO | chief operating officer|COO
首席技术官|CTO | chief technology officer|CTO
董事长 | chairman|chairwoman|chair(?: of the board)?
总经理 | general manager
总裁 | president
总监 | director
董事 | director|board member
总统 | president
总理 | prime minister|premier|chancellor
首相 | prime minister
外交部长|外长 | foreign minister|minister of foreign affairs|foreign secretary
国务卿 | secretary of state
部长 | minister|secretary|head of (?:the )?department
主席 | chairman|chairwoman|chair|president
参议员 | senator
众议员 | representative|congressman|congresswoman
议长 | speaker
大法官 | justice
法官 | judge
市长 | mayor
省长|州长 | governor
局长 | director|chief|commissioner
秘书长 | secretary[- ]general
书记 | party secretary|secretary
大使 | ambassador
院长 | dean|director|head|president
校长 | principal|president|headmaster|headmistress
教授 | professor
主任 | director|head
经理 | manager
教练 | coach
队长 | captain
创始人 | founder
发言人 | spokesman|spokeswoman|spokesperson
负责人 | head|person in charge
"""
_DEPUTY = {"zh": "副|常务副", "en": r"(?:deputy|vice|assistant)[- ]"}
_FLAGS = {"zh": re.NOFLAG, "en": re.IGNORECASE}


class Post(NamedTuple):
    """A post in a text, by the rows of the table that it may be, and whether it is a deputy's."""

    words: Words
    rows: frozenset[int]
    deputy: bool


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    """Return the Chinese and English alternatives of every row."""
    rows = (re.split(r" \| ", line) for line in _TABLE.strip().splitlines())
    return tuple((zh.strip(), en.strip()) for zh, en in rows)


@cache
def _pattern(lang: Lang) -> re.Pattern[str]:
    """Return what finds the posts of a language: the longest at every place, each in the group of its row."""
    place = 0 if lang == "zh" else 1
    words = {word for row in _patterns() for word in _alternatives(row[place])}
    body = "|".join(sorted(words, key=len, reverse=True))
    found = rf"(?P<deputy>{_DEPUTY[lang]})?(?P<post>{body})"
    return re.compile(found if lang == "zh" else rf"\b{found}s?\b", _FLAGS[lang])


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives at the outer level of a pattern."""
    return re.split(r"\|(?![^(]*\))", pattern)


@cache
def _rows_of(word: str, lang: Lang) -> frozenset[int]:
    place = 0 if lang == "zh" else 1
    return frozenset(
        number
        for number, row in enumerate(_patterns())
        if re.fullmatch(f"(?:{row[place]})", word, _FLAGS[lang])
    )


def posts(text: str, lang: Lang, start: int = 0) -> Iterator[Post]:
    """Return the posts in a text; their spans count from ``start`` on.

    >>> [post.words.text for post in posts("随后升任副总经理，向董事长汇报", "zh")]
    ['副总经理', '董事长']
    """
    for match in _pattern(lang).finditer(text):
        words = Words(Span(match.start() + start, match.end() + start), match[0])
        yield Post(words, _rows_of(match["post"], lang), match["deputy"] is not None)


def common_posts(article: list[Post], reference: list[Post]) -> Iterator[tuple[Words, Words]]:
    """Return the posts that two texts share, each once."""
    left = list(reference)
    for post in article:
        same = next((item for item in left if item.rows & post.rows and item.deputy == post.deputy), None)
        if same is not None:
            left.remove(same)
            yield post.words, same.words
