"""What software puts into a text, and a translation must keep: placeholders, tags, addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.token import EMAIL, URL

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACEHOLDER = lazy(
    r"""
    (?<![\d%])%(?:\(\w{1,40}\)|\d{1,2}\$)?[-+\#0]?\d{0,3}(?:\.\d{1,2})?(?:hh?|ll?|z|j)?[sdiufeEgGxXoc@](?![A-Za-z])
  | (?<![\w%])%[A-Z][A-Z0-9_]{1,40}%
  | \{\{\s?[\w.-]{1,60}\s?\}\}
  | \$\{[\w.-]{1,60}\}
  | (?<![{\w\\])\{(?:\d{0,2}|[A-Za-z_][\w.]{0,60})(?::[\w.,%<>^+-]{0,12})?\}(?!\})
    """,
    re.VERBOSE | re.ASCII,
)
# Tags of HTML and XLIFF; others are told from words in angle brackets by an attribute or a slash.
_NAMES = """
    a abbr b bdo big blockquote body br button center cite code dd del details dfn div dl dt em
    figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd
    label li link main mark nav ol option p pre q s samp section select small span strike strong sub
    summary sup table tbody td textarea tfoot th thead title tr tt u ul var video g x bx ex ph it
    mrk pc sc ec bpt ept
"""
_TAG = lazy(
    rf"<(?P<close>/?)(?:(?P<name>{'|'.join(sorted(_NAMES.split(), key=len, reverse=True))}|\d{{1,2}})"
    r"|(?P<other>[A-Za-z][\w:.-]{0,40})(?=\s[\w:-]{1,30}=|\s?/>))(?P<rest>(?:\s[^<>\n]{0,300}|\s?/)?)>",
    re.ASCII,
)
_IDENTITY = lazy(r"\b(?:id|rid|mid|i|x)\s?=\s?[\"']?([\w.-]{1,40})")
_URL, _EMAIL = lazy(URL), lazy(EMAIL)
# A translated page has its own path: /zh/news and /en/news.
_LANGUAGE = lazy(
    r"(?:(?<=/)|^|[-_])(?:zh|cn|tc|sc|en|eng|chi|chs|cht|gb|big5|chinese|english|(?:zh|en)[-_](?:cn|hk|tw|us|gb))"
    r"(?=[/.?#]|$)"
)
_SLASHES = lazy(r"(?<!:)//+")
_PAGE = lazy(r"(?<=//wikipedia\.org/wiki/).+")
_SUFFIX = lazy(r"\.(?:zh|en)(?:[-_][a-z]{2,4})?(?=\.)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of markup: where it stands, and by what it is the same on both sides."""

    span: Span
    key: str


def placeholders(text: str) -> list[Piece]:
    """Return the placeholders of a text: of printf, in braces, between percent signs.

    >>> [piece.key for piece in placeholders("%1$s sold {count} cars (50% more) to {{ name }}.")]
    ['%1$s', '{count}', '{{name}}']
    """
    if "%" not in text and "{" not in text:
        return []
    return [Piece(Span(*match.span()), match[0].replace(" ", "")) for match in _PLACEHOLDER.finditer(text)]


def tags(text: str) -> list[Piece]:
    """Return the tags of a text; attributes may differ, except those that identify a tag.

    >>> [piece.key for piece in tags('<b>New</b> <g id="1">car</g><br /> <About Love>')]
    ['b', '/b', 'g 1', '/g', 'br']
    """
    return [_tag(match) for match in _TAG.finditer(text)] if "<" in text else []


def _tag(match: re.Match[str]) -> Piece:
    name = (match["name"] or match["other"]).lower()
    identity = _IDENTITY.search(match["rest"])
    return Piece(Span(*match.span()), f"{match['close']}{name}{' ' + identity[1] if identity else ''}")


def addresses(text: str) -> Iterator[Piece]:
    """Yield the URLs and e-mail addresses of a text.

    >>> [piece.key for piece in addresses("See https://a.cn/zh/x, or write to li@b.com.")]
    ['a.cn//x', 'li@b.com']
    """
    if "://" in text or "www." in text:
        for match in _URL.finditer(text):
            host = re.sub("^(?:https?://)?(?:www[.])?", "", match[0].lower()).rstrip("/")
            yield Piece(Span(*match.span()), _LANGUAGE.sub("", host))
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Piece(Span(*match.span()), match[0].lower())


def without_language(address: str) -> str:
    """Return an address without what names a language in it, in small letters.

    Of an encyclopaedia that names its pages in its language, the page is left out as well.

    >>> [without_language(text) for text in ("/zh/hall.png", "guide.en.md", "https://en.wikipedia.org/wiki/Tea")]
    ['/hall.png', 'guide.md', 'https://wikipedia.org/wiki/']
    """
    plain = _LANGUAGE.sub("", _SUFFIX.sub("", address.lower())).replace("//.", "//")
    return _PAGE.sub("", _SLASHES.sub("/", plain))
