"""Putting one form in the place of another: its capitals, its number, and the article before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import Span
from corpus.pattern import lazy
from glossary.match import bare, level, plain

_REST_OF_PLURAL = lazy(r"e?s\b")
_ARTICLE = lazy(r"\b(an?)\s+$", re.IGNORECASE)
_VOWEL = lazy("[aeiou]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of a text and what to put there; not ``smooth`` where the words around it must change too."""

    span: Span
    text: str
    smooth: bool


def replacement(text: str, span: Span, found: str, wanted: str) -> Replacement:
    """Return how to put one English form where another one stands.

    Args:
        text: The text.
        span: Where the form stands, without a plural ``s`` that it has not itself.
        found: The form that stands there, as the glossary writes it.
        wanted: The form to put there.

    >>> text = "An explosive model! EXPLOSIVE MODELS!"
    >>> one = replacement(text, Span(3, 18), "explosive model", "hit")
    >>> other = replacement(text, Span(20, 35), "explosive model", "hit")
    >>> one.text, one.smooth, other.text, other.span.of(text)
    ('hit', False, 'HIT', 'EXPLOSIVE MODEL')
    """
    written = span.of(text)
    rest = _REST_OF_PLURAL.match(text, span.end)
    if rest or _is_plural_of(written, found):
        span = Span(span.start, rest.end() if rest else span.end)
        wanted = plural(wanted)
    article = _ARTICLE.search(text, 0, span.start)
    agrees = article is None or (len(article[1]) > 1) == bool(_VOWEL.match(wanted))
    return Replacement(span, _capitals_of(written, found, wanted), agrees)


def _is_plural_of(written: str, found: str) -> bool:
    return bare(level(written)).endswith("ies") and not bare(level(found)).endswith("ies")


def _capitals_of(written: str, found: str, wanted: str) -> str:
    if written.isupper() and not found.isupper():
        return wanted.upper()
    if written[:1].isupper() and found[:1].islower():
        return wanted[:1].upper() + wanted[1:]
    return wanted


def plural(form: str) -> str:
    """Return the regular plural of an English form.

    >>> plural("hit"), plural("dummy company"), plural("SUV bus")
    ('hits', 'dummy companies', 'SUV buses')
    """
    if re.search("[^aeiou]y$", form, re.IGNORECASE):
        return form[:-1] + "ies"
    return form + ("es" if re.search("(?:[sxz]|[cs]h)$", form, re.IGNORECASE) else "s")


def spelling_of(written: str, forms: tuple[str, ...]) -> str | None:
    """Return the form that a text has in another spelling; None where it is written as one of them.

    Line breaks, non-breaking blanks and hyphens, curly quotes and accents are no other spelling.

    >>> spelling_of("SAIC-GM Wuling", ("SAIC-GM-Wuling",)), spelling_of("Zhou‑Xin", ("Zhou-Xin",))
    ('SAIC-GM-Wuling', None)
    """
    text = _even(written)
    same = [form for form in forms if bare(level(form)) == bare(level(written))]
    return same[0] if same and text not in {_even(form) for form in same} else None


def _even(text: str) -> str:
    return " ".join(plain(text).split())
