"""Suppression comments: ``<!-- align: ignore NAM001 -- reason -->`` and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from align.nearest import hint
from align.selection import ALL, closeness, unknown_hint
from align.suppressions.notice import NOTICES
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.selection import Coded
    from corpus import Document

COMMENT = lazy(r"(?:<!--+|#+)?\s*align\s*:\s*", re.IGNORECASE)
CLOSE = "-->"
OWN_LINE = lazy(r"^[ \t]*(<!--[ \t]*align[ \t]*:[^\r\n]*-->)[ \t\r]*$", re.MULTILINE)
WORD = lazy(r"[^\s,]+")
REASON = lazy(r"(?:\A|\s)(?:--+|[—–])\s*")  # word processors make a dash of two hyphens


class Verb(StrEnum):
    """What a suppression covers."""

    IGNORE = "ignore"  # the line it stands on, or the block below
    IGNORE_FILE = "ignore-file"
    DISABLE = "disable"  # from here
    ENABLE = "enable"  # to here


@dataclass(frozen=True, slots=True)
class Selector:
    """A code, family or name in a suppression comment, and where it stands in the raw file."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression comment; spans count from the raw file.

    ``problems`` are what is wrong with it, each with the place to mark.
    """

    verb: Verb
    selectors: tuple[Selector, ...]
    reason: str
    span: Span
    problems: tuple[tuple[str, Span], ...] = ()


def directives(document: Document, rules: Sequence[Coded]) -> Iterator[Directive]:
    """Return the suppression comments of a document, in order.

    Plain text has no comments; there, ``<!-- align: … -->`` on a line of its own is one.
    """
    spans = {comment.span for comment in document.comments}
    if not document.markup:
        spans.update(Span(*match.span(1)) for match in OWN_LINE.finditer(document.raw))
    for span in sorted(spans):
        if (found := _directive(document.raw, span, rules)) is not None:
            yield found


def _directive(raw: str, span: Span, rules: Sequence[Coded]) -> Directive | None:
    opening = COMMENT.match(raw, span.start, span.end)
    if opening is None:
        return None
    end = span.end - len(CLOSE) if raw.endswith(CLOSE, opening.end(), span.end) else span.end
    dashes = REASON.search(raw[opening.end() : end])
    stop = opening.end() + dashes.start() if dashes else end
    reason = raw[opening.end() + dashes.end() : end].strip() if dashes else ""
    words = [Selector(match[0], Span(*match.span())) for match in WORD.finditer(raw, opening.end(), stop)]
    return _checked(words, reason, span, rules)


def _checked(words: list[Selector], reason: str, span: Span, rules: Sequence[Coded]) -> Directive | None:
    if not words:
        problem = f"say what to do: {', '.join(Verb)}"
        return Directive(Verb.IGNORE, (), reason, span, ((problem, span),))
    first, *selectors = words
    verb = next((verb for verb in Verb if verb == first.text.lower()), None)
    if verb is None:
        return _unknown_verb(first, reason, span)
    problems = [(_complaint(selector, rules), selector.span) for selector in selectors]
    known = tuple(selector for selector in selectors if not _complaint(selector, rules))
    if not selectors and verb is not Verb.ENABLE:
        problems = [(f"name the rules to {verb}, such as NAM001 or NAM, or {ALL}", first.span)]
    return Directive(verb, known, reason, span, tuple(problem for problem in problems if problem[0]))


def _unknown_verb(word: Selector, reason: str, span: Span) -> Directive | None:
    """Return a directive that is only a problem; None for a comment of another tool (``align: center``)."""
    end = hint(word.text, Verb)
    if "did you mean" not in end:
        return None
    return Directive(Verb.IGNORE, (), reason, span, ((f"unknown word {word.text!r}{end}", word.span),))


def _complaint(selector: Selector, rules: Sequence[Coded]) -> str:
    """Return what is wrong with a selector, ``""`` for nothing."""
    text = selector.text
    if any(closeness(text, notice) for notice in NOTICES):
        return f"{text} cannot be suppressed by a comment; use ignore or per-file-ignores in the settings"
    if text.upper() == ALL or any(closeness(text, rule) for rule in rules):
        return ""
    return f"unknown rule {text!r}{unknown_hint(text, rules)}"
