"""English that is left over where a negation was dropped: "any liability", "has arrived yet", "at all"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.negators import has_negative
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.clues.negators import Negator

# Behind a negation in its clause; "any" is what somebody takes who passes over none (不放过任何机会).
_ANY = lazy(
    "(?:(?!放过|错过|排[除斥]|拒|反对|否认|介意|忘|吝|亚于|逊|缺|禁|怕|[没不无未])[^，。；：、！？,;:!?]){0,10}任何"
)
_SIGNS = ("any", "Any", "yet", "Yet", "at all")
# Each with the Chinese that it comes from.
_STRANDED = (
    (lazy(r"(?i)\byet(?=\s*[.;!]|\s*$)"), lazy("(?:还|尚|仍|迄今|至今|暂)[^，。；]{0,4}?[没未无不]")),
    (
        lazy(r"(?i)\bat all(?=\s*[.,;!]|\s*$)"),
        lazy("(?:根本|完全|丝毫|压根|一点儿?[也都]?|毫)[就都也]?[没不无未]"),
    ),
    (lazy(r"(?i)\bany(?: ?more| longer)(?=\s*[.,;!]|\s*$)"), lazy("不再|再也?[不没无]")),
)
_ANY_ENGLISH = lazy(
    r"(?i)(?<!in )(?<!at )(?<!for )(?<!than )\bany\b(?! (?:of|other|time|day|moment|more|and|given)\b)"
)
# Where English has such words without a negation: questions, conditions, free choice, comparisons.
_FREE = lazy(
    r"(?i)\?|\b(?:if|whether|unless|should|can|could|may|might|would|when(?:ever)?|who(?:ever)?|what(?:ever)?|before"
    r"|until|than|most|first|only|every|all(?<!at all)|almost|as|[a-z]+est|question|ask(?:s|ed)?|doubt\w*"
    r"|welcom\w+|seiz\w+)\b"
)


def stranded(chinese: str, english: str, negators: Iterable[Negator]) -> tuple[Span, ...]:
    """Return a negation of simplified Chinese and the English left over from it; () where all is well.

    >>> from align.clues.negators import chinese_negators
    >>> text = "甲方不提供任何担保。"
    >>> stranded(text, "Party A shall provide any guarantee.", chinese_negators(text))
    (Span(start=2, end=3), Span(start=22, end=25))
    """
    if not any(sign in english for sign in _SIGNS) or _FREE.search(english):
        return ()
    for negator in negators:
        left = _left_over(chinese, english, negator)
        if left and not has_negative(f"{english[: left.start]} {english[left.end :]}"):
            return negator.span, left
    return ()


def _left_over(chinese: str, english: str, negator: Negator) -> Span | None:
    """Return the English word that is left over from a negation, where there is one."""
    found = _ANY_ENGLISH.search(english) if _ANY.match(chinese, negator.span.end) else None
    for word, source in _STRANDED:
        behind = any(Span(*match.span()).touches(negator.span) for match in source.finditer(chinese))
        found = found or (word.search(english) if behind else None)
    return Span(*found.span()) if found else None
