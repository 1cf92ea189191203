"""Lints bitext rows as they are read: memory does not grow with the file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from align.article import Article, Pair
from align.finding import Place
from align.linter import check_article, finding_at
from align.placement import OTHER
from align.shared import Shared
from corpus import InputError, Span
from corpus.script import han_share, lang_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.finding import Finding
    from align.linter import Reported
    from align.rule import Rule
    from corpus import Lang
    from corpus.rows import Row
    from glossary.termbase import TermBase

# Rows looked at together, which bounds the memory that a file takes: fewer where no `doc` says that they are
# of one article.
LIMIT_ROWS, LIMIT_ARTICLE_ROWS = 1_000, 20_000


def lint_rows(
    rows: Iterable[Row],
    path: Path,
    *,
    terms: TermBase,
    rules: Sequence[Rule],
    shared: Shared | None = None,
) -> Iterator[Finding]:
    """Return the findings in bitext rows; their spans count from the row's texts.

    Rows of one ``doc`` that follow each other are one article. Memory does not grow with the file.

    Raises:
        InputError: A row cannot be read; the findings of those before it have been returned.
    """
    shared = shared or Shared()
    shared.begin(str(path))
    for group in _articles(rows):
        article = Article(tuple(_pair(row) for row in group), name=group[0].doc or str(path))
        for item in check_article(article, terms, rules, shared):
            yield _row_finding(item, group[item.hit.pair], path)


def _articles(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    try:
        for row in rows:
            limit = LIMIT_ROWS if row.doc is None else LIMIT_ARTICLE_ROWS
            if group and (row.doc != group[0].doc or len(group) == limit):
                yield group
                group = []
            group.append(row)
    except (InputError, OSError):
        if group:  # what stands before a bad row is checked
            yield group
        raise
    if group:
        yield group


def _pair(row: Row) -> Pair:
    tgt_lang = _target_lang(row)
    return Pair(row.source, row.target, OTHER[tgt_lang], tgt_lang)


def _target_lang(row: Row) -> Lang:
    """Return the language of the target; where both sides look alike, the side with more Han is Chinese."""
    src, tgt = lang_of(row.source), lang_of(row.target)
    if tgt is not None and src != tgt:
        return tgt
    if src is not None and tgt is None:
        return OTHER[src]
    return "en" if han_share(row.source) >= han_share(row.target) else "zh"


def _row_finding(item: Reported, row: Row, path: Path) -> Finding:
    hit = item.hit
    source = _place(path, row, row.source, hit.src or Span(0, len(row.source))) if row.source else None
    target = _place(path, row, row.target, hit.tgt or Span(0, 0))
    place = source if source and hit.src and not hit.tgt else target
    return replace(
        finding_at(place, item),
        segment_id=row.id if row.id is not None else str(row.line),
        source_span=hit.src,
        target_span=hit.tgt,
        source_text=hit.src.of(row.source) if hit.src else None,
        target_text=hit.tgt.of(row.target) if hit.tgt else None,
        fix=hit.fix,
        source=source,
    )


def _place(path: Path, row: Row, text: str, span: Span) -> Place:
    """Return where a span of one of a row's texts stands in its line of the file.

    The line may hold the text as it is or as a JSON string; where it holds it otherwise (quotes
    doubled in a CSV), the place is the beginning of the line.
    """
    for written in (str, _json_text, _json_ascii):
        start = row.raw.rfind(written(text))
        if text and start >= 0:
            column = start + len(written(text[: span.start])) + 1
            end_column = start + len(written(text[: span.end])) + 1
            return Place(path, row.line, column, row.line, end_column, text, span)
    return Place(path, row.line, 1, row.line, 1, text, span)


def _json_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _json_ascii(text: str) -> str:
    return json.dumps(text)[1:-1]
