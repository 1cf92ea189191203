"""Findings as one HTML page for an editor: the source beside the translation, with the words marked."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from align.finding import Severity
from align.report.excerpt import Excerpt, cut, printable, source_excerpt, target_excerpt
from align.report.page_parts import SCRIPT, STYLE
from align.report.wording import advice, outcome
from align.suppressions.notice import catalogue
from corpus.folder import generator
from corpus.script import lang_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from align.finding import Finding
    from align.report.model import Report

LIMIT_COLUMNS = 600  # of an excerpt: a paragraph, but not a page that is one long line
# Nothing is loaded from anywhere, whatever the texts hold.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def write_html(report: Report, out: TextIO) -> None:
    """Write a page that needs no other file; without scripting it shows every finding."""
    out.writelines(f"{line}\n" for line in _page(report))


def _page(report: Report) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield generator(report.signature or "align")
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>align: {_text(outcome(report))}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{_text(outcome(report))}</h1>"
    for problem in report.errors:
        yield f'<p class="problems">{_text(problem)}</p>'
    if report.signature:
        yield f'<p class="quiet">{_text(report.signature)}</p>'
    yield "</header>"
    yield from _filters(report.findings)
    yield "<main>"
    number = 0
    for path, group in groupby(report.findings, lambda finding: finding.path):
        findings = list(group)
        yield from _file(path, findings, number, report)
        number += len(findings)
    yield from _rules(report.findings)
    yield f"</main>\n<script>{SCRIPT}</script>\n</body>\n</html>"


def _filters(findings: Sequence[Finding]) -> Iterator[str]:
    """Return the controls; they are hidden until the script that serves them runs."""
    severities = Counter(finding.severity for finding in findings)
    codes = Counter((finding.code, finding.name) for finding in findings)
    yield "<form hidden>"
    for severity in Severity:
        box = f'<input type="checkbox" name="severity" value="{severity}" checked>'
        yield f"<label>{box} {severity} ({severities[severity]:,})</label>"
    yield '<label>Rule <select name="code"><option value="">all</option>'
    for (code, name), count in sorted(codes.items()):
        yield f'<option value="{_text(code)}">{_text(f"{code} {name}")} ({count:,})</option>'
    yield '</select></label>\n<span>Shown: <output name="shown"></output></span>\n</form>'


def _file(path: Path, findings: Sequence[Finding], number: int, report: Report) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(report.shown(path))}</h2>"
    for place, finding in enumerate(findings, number + 1):
        yield from _finding(finding, f"finding-{place}", report)
    yield "</section>"


def _finding(finding: Finding, anchor: str, report: Report) -> Iterator[str]:
    severity, code = str(finding.severity), _text(finding.code)
    yield f'<article id="{anchor}" class="{severity}" data-severity="{severity}" data-code="{code}">'
    yield f'<h3><span class="severity">{severity}</span> {code} {_text(finding.name)}'
    yield f'<a href="#{anchor}">line {finding.line}, column {finding.column}</a></h3>'
    yield f'<p>{_text(finding.message)}</p>\n<div class="texts">'
    if (source := source_excerpt(finding)) and finding.source:
        label = f"{report.shown(finding.source.path)}, line {finding.source.line}"
        yield from _quotation(source, label, marked=finding.source_span is not None)
    yield from _quotation(target_excerpt(finding), f"{report.shown(finding.path)}, line {finding.line}")
    yield "</div>"
    if help_text := advice(finding):
        yield f'<p class="help">{_text(help_text)}</p>'
    yield "</article>"


def _quotation(excerpt: Excerpt, label: str, *, marked: bool = True) -> Iterator[str]:
    if not excerpt.text.strip():
        return
    shown = cut(excerpt, LIMIT_COLUMNS)
    lang = lang_of(shown.text)
    yield f'<blockquote lang="{lang}">' if lang else "<blockquote>"
    yield f'<small lang="en">{_text(label)}</small>'
    if not marked or shown.mark is None:
        yield f"{_text(shown.text)}</blockquote>"
        return
    before, behind = shown.text[: shown.mark.start], shown.text[shown.mark.end :]
    words = shown.mark.of(shown.text)
    yield f"{_text(before)}<mark>{_text(words)}</mark>{_text(behind)}</blockquote>"


def _rules(findings: Iterable[Finding]) -> Iterator[str]:
    """Return the documentation of the rules that found something."""
    codes = {finding.code for finding in findings}
    yield "<h2>Rules</h2>" if codes else ""
    for item in catalogue():
        if item.code in codes:
            title = _text(f"{item.code} {item.name}: {item.summary}")
            yield f"<details><summary>{title}</summary><pre>{escape(item.doc)}</pre></details>"


def _text(text: str) -> str:
    return escape(printable(text))
