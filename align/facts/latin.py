"""What a translation leaves as it is: Latin words in Chinese, codes, acronyms, addresses; and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.fact import Fact, Kind, Strength
from align.facts.value import Verbatim
from corpus import Span
from corpus.pattern import lazy
from corpus.script import LATIN, fold
from corpus.token import EMAIL, URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Lang

_ADDRESS = lazy(rf"(?<![A-Za-z0-9._%+@-])(?:(?P<url>{URL})|{EMAIL})")
# It repeats possessively, so that a text is read once.
_WORD = lazy(rf"(?<![{LATIN}0-9])[{LATIN}0-9]++(?:[-.&+’'/·][{LATIN}0-9]++)*+\+{{0,2}}")
_LETTER, _DIGIT = lazy(f"[{LATIN}]"), lazy("[0-9]")
_CAPITALS = lazy("[A-Z][^A-Z]*[A-Z]")
_QUOTE = lazy(r"“([^“”\n]{1,300})”|「([^「」\n]{1,300})」|『([^『』\n]{1,300})』|\"([^\"\n]{1,300})\"")


def latin_facts(text: str, lang: Lang) -> Iterator[Fact]:
    """Return the addresses, codes and Latin words of a text, in order.

    In Chinese text every Latin word counts, in English text only acronyms and codes.

    >>> [fact.text for fact in latin_facts("五菱MINIEV与SU7在www.a.cn亮相", "zh")]
    ['MINIEV', 'SU7', 'www.a.cn']
    """
    folded = fold(text)
    end = 0
    for match in _ADDRESS.finditer(folded):
        yield from _words(folded, end, match.start(), lang, text)
        end = match.end()
        yield _fact(Kind.URL if match["url"] else Kind.EMAIL, *match.span(), match[0], text)
    yield from _words(folded, end, len(folded), lang, text)


def _words(folded: str, start: int, end: int, lang: Lang, text: str) -> Iterator[Fact]:
    for match in _WORD.finditer(folded, start, end):
        word = match[0]
        if not _LETTER.search(word):
            continue
        if _DIGIT.search(word):
            yield _fact(Kind.CODE, *match.span(), word, text)
        elif lang == "zh" or _CAPITALS.search(word):
            yield _fact(Kind.LATIN, *match.span(), word, text)


def quote_facts(text: str) -> Iterator[Fact]:
    """Return the quotations of a text, with their marks; the value is what stands between them.

    >>> [fact.value.text for fact in quote_facts("他说：“水土不服。”")]
    ['水土不服。']
    """
    for match in _QUOTE.finditer(text):
        inner = next(group for group in match.groups() if group)
        yield _fact(Kind.QUOTE, *match.span(), inner, text)


def _fact(kind: Kind, start: int, end: int, said: str, text: str) -> Fact:
    span = Span(start, end)
    return Fact(kind, Verbatim(said.casefold()), span, span.of(text), Strength.WORDS)
