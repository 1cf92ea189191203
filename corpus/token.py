"""Stretches of text that are not prose: addresses, file names, versions, code, templates, mathematics.

A rule about punctuation or spacing asks here before it speaks, so that no URL is ever broken by a fix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Those that are English words too (it, is, in, so, no, at, be, to, am) are left out: "reported.It" is a
# missing blank far more often than a site in Italy.
TOP_LEVEL = (
    "com|cn|org|net|gov|edu|mil|int|info|biz|io|ai|co|uk|hk|tw|mo|jp|kr|sg|my|de|fr|ru|br|eu|ca|au|nz|ch|nl"
    "|tv|cc|me|app|dev|asia|top|xyz|vip|site|online|shop|tech|cloud|news|museum|name"
)
FILE_ENDINGS = (
    "pdf|docx?|xlsx?|pptx?|csv|tsv|txt|md|rst|html?|xhtml|xml|json|jsonl|ya?ml|toml|ini|cfg|conf|log|sql|db"
    "|py|js|jsx|mjs|ts|tsx|css|scss|vue|java|kt|go|rs|rb|php|c|h|cc|cpp|hpp|cs|sh|bat|ps1|exe|dll|so|apk|ipa"
    "|zip|gz|tar|tgz|rar|7z|jpe?g|png|gif|svg|webp|bmp|psd|mp[34]|wav|flac|avi|mov|mkv|srt|vtt|tmx|xliff|tbx|po"
)
# A web address without the marks that follow it in a sentence, and an e-mail address.
URL = r"(?:https?://|www\.)(?:[.,;:!?]*+[A-Za-z0-9/=&%#_~+@$*-])++"
EMAIL = (
    r"(?<![A-Za-z0-9_.%+-])[A-Za-z0-9_%+-]++(?:\.[A-Za-z0-9_%+-]++)*+@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
)
_WORD = "[A-Za-z0-9_]"
# What a program or a typesetter reads, on one line: inline code, tags, the templates of Jinja, Hugo and
# the like, the head of a container in Markdown (:::note), TeX. A dollar opens mathematics before no blank
# or mark and closes it behind none and before no letter or digit, as in Pandoc, so that prices are prose.
_CODE = r"""
    `[^`\n]{1,200}+`
  | <[/!]?[A-Za-z][^<>\n]{0,300}+>
  | \{\{[^\n]{0,300}?\}\} | \{%[^\n]{0,300}?%\} | \{\#[^\n]{1,300}?\#\} | <[%?][^\n]{1,300}?[%?]>
  | \$\{[^{}\n]{1,200}+\}
  | \$\$[^$\n]{1,300}+\$\$
  | (?<![A-Za-z0-9_$\\])\$(?=[^\s$,.;:!?)])[^$\n]{1,200}+(?<=[^\s\\])\$(?![A-Za-z0-9_$])
  | (?m:^):{3,}+[ \t]{0,9}+\S{0,300}+
  | \\\([^\n]{1,300}?\\\) | \\\[[^\n]{1,300}?\\\]
"""
_ADDRESS = (
    r"(?:https?|ftp|file|mailto):"
    r"(?:[^\s<>\"“”‘’\u2e80-\u9fff\uff00-\uffef]++|(?<=[/=_])[\u3400-\u9fff]++)++"
)
# Every branch begins where a token begins and repeats possessively, or within bounds.
_CODE_ALONE = lazy(_CODE, re.VERBOSE)
_CODE_SIGN = lazy(r"[`~<{$\\]|:::")  # one of them is in all code
_OPAQUE = lazy(
    rf"""
    {_ADDRESS} | {_CODE}
  | (?<![A-Za-z0-9_.+@/\\-])
    (?:
        www\.[A-Za-z0-9./?=&%#_~:+-]++
      | [A-Za-z0-9_+-]++(?:\.[A-Za-z0-9_+-]++)*+@{_WORD}++(?:[.-]{_WORD}++)*+
      | (?:[A-Za-z0-9-]++\.)+(?:{FILE_ENDINGS}|{FILE_ENDINGS.upper()}|{TOP_LEVEL}|{TOP_LEVEL.upper()}
        |C(?:om|n))(?![A-Za-z0-9_-])(?:[:/?\#][A-Za-z0-9./?=&%\#_~:+-]*+)?
      | (?:[A-Za-z]:\\|\\\\|\.{{0,2}}/|~/)[A-Za-z0-9_.-]++(?:[/\\][A-Za-z0-9_.-]++)++
      | (?:[A-Za-z]\.){{2,}}[A-Za-z]?(?![A-Za-z])
      | (?:[A-Z][a-z]?\.){{2,}}
      | [vV]?\d++(?:[.:]\d++)++[A-Za-z0-9]*+
      | [A-Za-z]{_WORD}*+(?:(?:\.|::|->){_WORD}++){{0,9}}+\(\)
      | [a-z]++(?:[A-Z][a-z0-9]*+)++(?:\.[A-Za-z]{_WORD}++)++
      | [A-Za-z]++[0-9]*+_{_WORD}++
      | [@\#$]{_WORD}++
      | --?[a-z][a-z0-9-]*+(?==)
    )
  | \$?\{{[A-Za-z0-9_.]{{0,60}}+\}}
    """,
    re.VERBOSE,
)


def opaque_spans(text: str) -> Iterator[Span]:
    """Return the addresses, file names, versions, initials and pieces of code in a text.

    >>> text = "See Node.js at https://a.cn/x?y.Z, v2.10.1, J.K. Li (li@b.com), not the end.Then."
    >>> [span.of(text) for span in opaque_spans(text)]
    ['Node.js', 'https://a.cn/x?y.Z,', 'v2.10.1', 'J.K.', 'li@b.com']
    """
    for match in _OPAQUE.finditer(text):
        yield Span(*match.span())


def code_spans(text: str) -> Iterator[Span]:
    """Return the code, the tags, the templates and the mathematics in a text.

    >>> text = "It costs $5，not $6: see `a，b`, {{ x，y }} or $a，b$."
    >>> [span.of(text) for span in code_spans(text)]
    ['`a，b`', '{{ x，y }}', '$a，b$']
    """
    if _CODE_SIGN.search(text):
        for match in _CODE_ALONE.finditer(text):
            yield Span(*match.span())


def matches_outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Return the matches of a pattern that touch no code; addresses, versions and the like are none.

    >>> [match.span() for match in matches_outside_code(re.compile("，"), "`a，b` and，{{ x，y }}")]
    [(9, 10)]
    """
    if pattern.search(text):
        yield from outside(code_spans(text), pattern.finditer(text))


def prose_matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Return the matches of a pattern that touch no stretch that is not prose.

    >>> [match.span() for match in prose_matches(re.compile("[.]"), "Booking.com grew.Then")]
    [(16, 17)]
    """
    if pattern.search(text):
        yield from outside(opaque_spans(text), pattern.finditer(text))


def outside(spans: Iterable[Span], matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Return the matches that touch none of the spans; both are in the order of the text.

    >>> word = re.compile("[a-z]+")
    >>> [match[0] for match in outside([Span(2, 3)], word.finditer("a b c"))]
    ['a', 'c']
    """
    waiting = iter(spans)
    span = next(waiting, None)
    for match in matches:
        while span is not None and span.end <= match.start():
            span = next(waiting, None)
        if span is None or not span.touches(Span(*match.span())):
            yield match
