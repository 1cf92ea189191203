"""The engine: shows pairs and articles to the rules, and turns their hits into findings."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.article import Article, Context, Pair
from align.finding import Finding, Fix, Hit, Place, Severity
from align.fix import to_raw_fix
from align.placement import OTHER, Placed
from corpus import Span
from corpus.lines import LineIndex
from corpus.script import lang_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.rule import Rule
    from corpus import Document
    from corpus.rows import Row
    from glossary.termbase import TermBase

LIMIT_ARTICLE_ROWS = 1_000  # rows looked at together; bounds the memory that a file without `doc` takes


@dataclass(frozen=True, slots=True)
class Reported:
    """A hit and the rule that made it."""

    rule: Rule
    hit: Hit

    @property
    def severity(self) -> Severity:
        """The rule's severity, or the hit's own where that is weaker."""
        return max(self.rule.severity, self.hit.severity or Severity.ERROR, key=lambda level: level.rank)


def check_article(article: Article, terms: TermBase, rules: Sequence[Rule]) -> Iterator[Reported]:
    """Return what the rules find in an article, pair by pair; one place is reported once.

    Where several rules mark the same words, the most severe one speaks, and of equals the one
    whose code comes first.
    """
    context = Context(terms, article)
    by_pair: dict[int, list[Reported]] = {}
    for rule in rules:
        if rule.scope == "article" and any(_applies(rule, pair) for pair in article.pairs):
            for hit in rule.check(article, context):
                by_pair.setdefault(hit.pair, []).append(Reported(rule, hit))
    chosen: dict[tuple[str, bool], list[Rule]] = {}
    for number, pair in enumerate(article.pairs):
        key = (pair.tgt_lang, pair.bilingual)
        if key not in chosen:
            chosen[key] = [rule for rule in rules if rule.scope == "pair" and _applies(rule, pair)]
        found = by_pair.get(number, [])
        for rule in chosen[key]:
            found.extend(Reported(rule, replace(hit, pair=number)) for hit in rule.check(pair, context))
        if found:
            yield from _once(found)


def _applies(rule: Rule, pair: Pair) -> bool:
    return rule.into in (None, pair.tgt_lang) and (pair.bilingual or not rule.bilingual)


def _once(found: list[Reported]) -> Iterator[Reported]:
    marked: set[Span] = set()
    for item in sorted(found, key=lambda item: (item.severity.rank, item.rule.code)):
        if item.hit.tgt is None:
            yield item
        elif item.hit.tgt not in marked:
            marked.add(item.hit.tgt)
            yield item


def lint_document(
    target: Document,
    source: Document | None,
    placed: Sequence[Placed],
    *,
    references: Iterable[Document] = (),
    terms: TermBase,
    rules: Sequence[Rule],
) -> list[Finding]:
    """Return the findings in a translation, in the order of the file; their spans count from the raw file."""
    article = Article(tuple(item.pair for item in placed), tuple(document.text for document in references))
    index = _Places(target, source)
    found = [index.finding(item, placed[item.hit.pair]) for item in check_article(article, terms, rules)]
    return sorted(found, key=lambda finding: (str(finding.path), finding.line, finding.column, finding.code))


class _Places:
    """Turns spans of a pair into places in the files."""

    def __init__(self, target: Document, source: Document | None) -> None:
        self._target = target
        self._source = source
        self._lines = LineIndex(target.raw)
        self._source_lines = LineIndex(source.raw) if source else None

    def finding(self, item: Reported, placed: Placed) -> Finding:
        hit = item.hit
        src = _raw_span(self._source, placed.src, hit.src)
        tgt = _raw_span(self._target, placed.tgt, hit.tgt)
        in_source = tgt is None and src is not None and placed.tgt is None
        document, lines = (self._source, self._source_lines) if in_source else (self._target, self._lines)
        assert document is not None
        assert lines is not None
        mark = src if in_source else tgt
        span = mark or _raw_span(self._target, placed.tgt, Span(0, 0)) or Span(0, 0)
        place = _place(document, lines, span)
        return Finding(
            code=item.rule.code,
            name=item.rule.name,
            severity=item.severity,
            message=hit.message,
            path=place.path,
            line=place.line,
            column=place.column,
            source_span=src,
            target_span=tgt,
            source_text=hit.src.of(placed.pair.src) if hit.src else None,
            target_text=hit.tgt.of(placed.pair.tgt) if hit.tgt else None,
            suggestion=hit.suggestion,
            fix=self._fix(hit.fix, placed),
            source_path=self._source.path if self._source else None,
            excerpt=place.excerpt,
            mark=place.mark if mark else None,
            end_line=place.end_line,
            end_column=place.end_column,
            source=self._source_place(placed, hit),
        )

    def _source_place(self, placed: Placed, hit: Hit) -> Place | None:
        """Return where the source of a hit stands: its marked words, or else its whole segment."""
        if self._source is None or self._source_lines is None or placed.src is None:
            return None
        span = hit.src or Span(0, len(placed.pair.src))
        return _place(self._source, self._source_lines, self._source.to_raw(span.shift(placed.src.start)))

    def _fix(self, fix: Fix | None, placed: Placed) -> Fix | None:
        if fix is None or placed.tgt is None:
            return None
        return to_raw_fix(self._target, replace(fix, span=fix.span.shift(placed.tgt.start)))


def _raw_span(document: Document | None, base: Span | None, span: Span | None) -> Span | None:
    if document is None or base is None or span is None:
        return None
    return document.to_raw(span.shift(base.start))


def _place(document: Document, lines: LineIndex, span: Span) -> Place:
    """Return a place whose excerpt is the line of the raw file where the span begins."""
    assert document.path is not None, "a document to lint has a path"
    line, column = lines.place(span.start)
    excerpt = lines.line_text(line)
    mark = Span(min(column - 1, len(excerpt)), min(column - 1 + len(span), len(excerpt)))
    return Place.of(document.path, lines, span, excerpt=excerpt, mark=mark)


def lint_rows(
    rows: Iterable[Row], path: Path, *, terms: TermBase, rules: Sequence[Rule]
) -> Iterator[Finding]:
    """Return the findings in bitext rows; their spans count from the row's texts.

    Rows of one ``doc`` that follow each other are one article. Memory does not grow with the file.
    """
    for group in _articles(rows):
        article = Article(tuple(_pair(row) for row in group))
        for item in check_article(article, terms, rules):
            yield _row_finding(item, group[item.hit.pair], path)


def _articles(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and (row.doc != group[0].doc or len(group) == LIMIT_ARTICLE_ROWS):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _pair(row: Row) -> Pair:
    tgt_lang = lang_of(row.target)
    if tgt_lang is None or (tgt_lang == lang_of(row.source)):
        tgt_lang = OTHER[lang_of(row.source) or "zh"]
    return Pair(row.source, row.target, OTHER[tgt_lang], tgt_lang)


def _row_finding(item: Reported, row: Row, path: Path) -> Finding:
    hit = item.hit
    column = _row_column(row, hit)
    mark = hit.tgt or hit.src
    return Finding(
        code=item.rule.code,
        name=item.rule.name,
        severity=item.severity,
        message=hit.message,
        path=path,
        line=row.line,
        column=column,
        segment_id=row.id if row.id is not None else str(row.line),
        source_span=hit.src,
        target_span=hit.tgt,
        source_text=hit.src.of(row.source) if hit.src else None,
        target_text=hit.tgt.of(row.target) if hit.tgt else None,
        suggestion=hit.suggestion,
        fix=hit.fix,
        excerpt=row.source if hit.src and not hit.tgt else row.target,
        mark=mark,
        end_line=row.line,
        end_column=column + (len(mark) if mark else 0),
        source=_source_place(row, hit, path) if hit.tgt else None,
    )


def _source_place(row: Row, hit: Hit, path: Path) -> Place | None:
    if not row.source:
        return None
    mark = hit.src or Span(0, len(row.source))
    column = _column_of(row.raw, row.source, mark)
    return Place(path, row.line, column, row.line, column + len(mark), row.source, mark)


def _row_column(row: Row, hit: Hit) -> int:
    """Return the column of the marked words; of the target where nothing is marked."""
    if hit.src and not hit.tgt:
        return _column_of(row.raw, row.source, hit.src)
    return _column_of(row.raw, row.target, hit.tgt or Span(0, 0))


def _column_of(raw: str, text: str, span: Span) -> int:
    """Return the 1-based column where a span of a row's text begins in its line of the file.

    The line may hold the text as it is or as a JSON string; 1 where it does not hold it (quotes
    doubled in a CSV).
    """
    for written in (str, _json_text, _json_ascii):
        start = raw.rfind(written(text))
        if text and start >= 0:
            return start + len(written(text[: span.start])) + 1
    return 1


def _json_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _json_ascii(text: str) -> str:
    return json.dumps(text)[1:-1]
