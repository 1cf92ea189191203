"""Hides findings that a comment in the text allows, and reports comments that hide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Finding, Fix
from align.selection import closeness
from align.suppressions.directive import Verb, directives
from align.suppressions.notice import MALFORMED, UNEXPLAINED, UNUSED
from align.suppressions.reach import orphans, suppressions
from corpus import Span
from corpus.lines import LINE_END, LineIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from align.selection import Coded
    from align.suppressions.directive import Directive, Selector
    from align.suppressions.notice import Notice
    from align.suppressions.reach import Suppression
    from corpus import Document

LIMIT_EXCERPT = 200  # characters on each side: a page may be one long line


def apply_suppressions(
    findings: Sequence[Finding], document: Document, *, rules: Sequence[Coded], ran: Collection[str]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that stay, with notices about the comments themselves, and the hidden ones.

    Findings in other files than the document stay as they are.

    Args:
        findings: What was found.
        document: The translation, or the source; its comments are read.
        rules: Every rule there is, to tell a mistyped code from one that did not run.
        ran: The codes that were looked for in this document, those of the notices included. Only a
            suppression of these can be called unused.
    """
    comments = list(directives(document, rules))
    if not comments:
        return list(findings), []
    everything = suppressions(document, comments)
    texts = _Texts(document)
    kept: list[Finding] = []
    hidden: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        place = texts.place(finding) if finding.path == document.path else None
        by = [one for one in everything if place and one.hides(finding, place)]
        used.update(by)
        (hidden if by else kept).append(finding)
    looked_for = [rule for rule in rules if rule.code in ran]
    idle = [one for one in everything if one not in used and _concerns(one.selector, looked_for)]
    notices = (*_about_form(comments, texts), *_about_use(comments, idle, texts))
    return kept + [notice for notice in notices if notice.code in ran], hidden


def _concerns(selector: Selector, rules: Sequence[Coded]) -> bool:
    return any(closeness(selector.text, rule) is not None for rule in rules)


def _about_form(comments: Sequence[Directive], texts: _Texts) -> Iterator[Finding]:
    for comment in comments:
        for problem, span in comment.problems:
            yield texts.notice(MALFORMED, span, problem)
        if comment.verb is not Verb.ENABLE and comment.selectors and not comment.reason:
            yield texts.notice(UNEXPLAINED, comment.span, "no reason is given; write it behind ` -- `")
    for comment in orphans(comments):
        fix = Fix(texts.removal(comment.span), "", safe=True)
        yield texts.notice(MALFORMED, comment.span, "nothing is disabled here that could be enabled", fix)


def _about_use(
    comments: Sequence[Directive], idle: Sequence[Suppression], texts: _Texts
) -> Iterator[Finding]:
    by_comment: dict[Span, list[Selector]] = {}
    for one in idle:
        by_comment.setdefault(one.directive.span, []).append(one.selector)
    for comment in comments:
        unused = by_comment.get(comment.span, [])
        if unused and not comment.problems and len(unused) == len(comment.selectors):
            names = ", ".join(selector.text for selector in unused)
            fix = Fix(texts.removal(comment.span), "", safe=True)
            yield texts.notice(UNUSED, comment.span, f"there is nothing to suppress for {names}", fix)
            continue
        for selector in unused:
            fix = Fix(_with_comma(selector, comment.selectors), "", safe=True)
            yield texts.notice(
                UNUSED, selector.span, f"there is nothing to suppress for {selector.text}", fix
            )


def _with_comma(selector: Selector, all_of: Sequence[Selector]) -> Span:
    """Return the place of a selector and of what divides it from its neighbour."""
    here = all_of.index(selector)
    if here + 1 < len(all_of):
        return Span(selector.span.start, all_of[here + 1].span.start)
    return Span(all_of[here - 1].span.end if here else selector.span.start, selector.span.end)


class _Texts:
    """The raw text of a document, for places in it."""

    def __init__(self, document: Document) -> None:
        assert document.path is not None, "a document to lint has a path"
        self._path = document.path
        self._raw = document.raw
        self._lines = LineIndex(document.raw)
        self._starts = [0, *(match.end() for match in LINE_END.finditer(document.raw))]

    def place(self, finding: Finding) -> Span:
        """Return where a finding in this document stands in the raw text."""
        in_source = finding.target_span is None and finding.path == finding.source_path
        if span := finding.source_span if in_source else finding.target_span:
            return span
        start = self._starts[finding.line - 1] + finding.column - 1
        return Span(start, start)

    def removal(self, comment: Span) -> Span:
        """Return what to delete so that no trace of a comment is left: its line, or a blank beside it."""
        _, column = self._lines.place(comment.start)
        before, start = comment.start - column + 1, comment.start
        while start > before and self._raw[start - 1] in " \t":
            start -= 1
        end = LINE_END.search(self._raw, comment.end)
        behind = self._raw[comment.end : end.start() if end else None]
        if start > before or behind.strip():
            blanks = len(behind) - len(behind.lstrip(" \t")) if start == before else 0
            return Span(start, comment.end + blanks)
        return Span(start, end.end() if end else len(self._raw))

    def notice(self, about: Notice, span: Span, message: str, fix: Fix | None = None) -> Finding:
        """Return a finding about a stretch of the raw text."""
        line, column = self._lines.place(span.start)
        start = max(span.start - column + 1, span.start - LIMIT_EXCERPT)
        stop = LINE_END.search(self._raw, span.start)
        end = min(stop.start() if stop else len(self._raw), span.end + LIMIT_EXCERPT)
        end_line, end_column = self._lines.place(span.end)
        return Finding(
            code=about.code,
            name=about.name,
            severity=about.severity,
            message=message,
            path=self._path,
            line=line,
            column=column,
            target_span=span,
            target_text=span.of(self._raw),
            fix=fix,
            excerpt=self._raw[start:end],
            mark=Span(span.start - start, min(span.end, end) - start),
            end_line=end_line,
            end_column=end_column,
        )
