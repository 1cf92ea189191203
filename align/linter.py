"""The engine: shows pairs and articles to the rules, and turns their hits into findings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.article import Article, Context
from align.finding import Finding, Fix, Hit, Place, Severity
from align.fixes.fix import to_raw_fix
from align.layouts import Layouts
from align.shared import Shared
from corpus import Span
from corpus.layout import layout_of
from corpus.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.article import Pair
    from align.placement import Placed
    from align.rule import Need, Rule
    from corpus import Document, Lang
    from glossary.termbase import TermBase

# Pairs that a rule is shown in a row: what it looks up stays at hand, which saves a sixth of the time.
BLOCK = 64


@dataclass(frozen=True, slots=True)
class Reported:
    """A hit and the rule that made it."""

    rule: Rule
    hit: Hit

    @property
    def severity(self) -> Severity:
        """The rule's severity, or the hit's own where that is weaker."""
        return max(self.rule.severity, self.hit.severity or Severity.ERROR, key=lambda level: level.rank)


def check_article(
    article: Article, terms: TermBase, rules: Sequence[Rule], shared: Shared | None = None
) -> Iterator[Reported]:
    """Return what the rules find in an article, pair by pair; one place is reported once.

    Where several rules mark the same words, the most severe one speaks, and of equals the one
    whose code comes first.
    """
    context = Context(terms, article, shared or Shared())
    found: defaultdict[int, list[Reported]] = defaultdict(list)
    for rule in rules:
        if rule.scope == "article" and any(_applies(rule, pair) for pair in article.pairs):
            for hit in rule.check(article, context):
                found[hit.pair].append(Reported(rule, hit))
    by_kind: dict[tuple[Lang, bool], list[tuple[Need | None, list[Rule]]]] = {}
    pairs = list(enumerate(article.pairs))
    for start in range(0, len(pairs), BLOCK):
        block = pairs[start : start + BLOCK]
        for kind, alike in _by_kind(block).items():
            if kind not in by_kind:
                by_kind[kind] = _by_need(
                    rule for rule in rules if rule.scope == "pair" and _applies(rule, alike[0][1])
                )
            _check_pairs(alike, by_kind[kind], context, found)
        for number, _ in block:
            if number in found:
                yield from _once(found.pop(number))
    context.forget()


def _check_pairs(
    pairs: Sequence[tuple[int, Pair]],
    by_need: Iterable[tuple[Need | None, list[Rule]]],
    context: Context,
    found: defaultdict[int, list[Reported]],
) -> None:
    """Show numbered pairs to the rules, one rule after the other; add to ``found`` what they report."""
    for needs, rules in by_need:
        meant = [item for item in pairs if needs is None or needs(item[1], context)]
        for rule in rules:
            for number, pair in meant:
                for hit in rule.check(pair, context):  # most rules find nothing
                    found[number].append(Reported(rule, replace(hit, pair=number)))


def _by_kind(pairs: Iterable[tuple[int, Pair]]) -> dict[tuple[Lang, bool], list[tuple[int, Pair]]]:
    """Return pairs by what decides which rules are for them."""
    found: dict[tuple[Lang, bool], list[tuple[int, Pair]]] = {}
    for number, pair in pairs:
        found.setdefault((pair.tgt_lang, pair.bilingual), []).append((number, pair))
    return found


def _by_need(rules: Iterable[Rule]) -> list[tuple[Need | None, list[Rule]]]:
    found: dict[Need | None, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.needs, []).append(rule)
    return list(found.items())


def check_layouts(
    layouts: Layouts, terms: TermBase, rules: Sequence[Rule], lang: Lang | None
) -> Iterator[Reported]:
    """Return what the rules on layout find; the spans count from the raw files."""
    for rule in rules:
        if rule.scope == "document" and rule.into in (None, lang):
            for hit in rule.check(layouts, Context(terms)):
                yield Reported(rule, hit)


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
    shared: Shared | None = None,
) -> list[Finding]:
    """Return the findings in a translation, in the order of the file; their spans count from the raw file.

    Args:
        target: The translation.
        source: The text it was made from, where there is one.
        placed: The pairs of both, in the order of the translation.
        references: Articles about the same events, in the language of the source.
        terms: The glossary.
        rules: What to look for.
        shared: What the files of the run share.
    """
    shared = shared or Shared()
    shared.begin(str(target.path))
    pairs = tuple(item.pair for item in placed)
    article = Article(pairs, tuple(references), str(target.path), target.metadata)
    sides = _Side(target), _Side(source) if source else None
    reported = check_article(article, terms, rules, shared)
    found = [
        replace(_finding(item, placed[item.hit.pair], *sides), related=_related(item.hit))
        for item in reported
    ]
    if source and source.markup and target.markup:
        layouts = Layouts(layout_of(source), layout_of(target))
        raised = check_layouts(layouts, terms, rules, target.lang)
        found += [_layout_finding(item, sides[0], _Side(source)) for item in raised]
    return sorted(found, key=lambda finding: (str(finding.path), finding.line, finding.column, finding.code))


class _Side:
    """A document, and where the spans of its pairs stand in the raw file."""

    def __init__(self, document: Document) -> None:
        assert document.path is not None, "a document to lint has a path"
        self.document = document
        self.path = document.path
        self._lines = LineIndex(document.raw)

    def raw(self, base: Span, span: Span) -> Span:
        """Return the place in the raw file of a span that counts from the text of a pair."""
        return self.document.to_raw(span.shift(base.start))

    def place(self, base: Span, span: Span) -> Place:
        """Return the same for people; the excerpt is the text of the pair, without markup."""
        excerpt = base.of(self.document.text)
        return Place.of(self.path, self._lines, self.raw(base, span), excerpt=excerpt, mark=span)

    def raw_place(self, span: Span) -> Place:
        """Return the place of a span of the raw file for people; its first line is the excerpt."""
        line = span.of(self.document.raw).partition("\n")[0]
        return Place.of(self.path, self._lines, span, excerpt=line, mark=Span(0, len(line)))


def _finding(item: Reported, placed: Placed, target: _Side, source: _Side | None) -> Finding:
    hit = item.hit
    src = source.raw(placed.src, hit.src) if source and placed.src and hit.src else None
    tgt = target.raw(placed.tgt, hit.tgt) if placed.tgt and hit.tgt else None
    opposite = (
        source.place(placed.src, hit.src or Span(0, len(placed.src))) if source and placed.src else None
    )
    place = target.place(placed.tgt, hit.tgt or Span(0, 0)) if placed.tgt else opposite
    assert place is not None, "a pair has a side at least"
    return replace(
        finding_at(place, item),
        source_span=src,
        target_span=tgt,
        source_text=hit.src.of(placed.pair.src) if hit.src else None,
        target_text=hit.tgt.of(placed.pair.tgt) if hit.tgt else None,
        fix=_raw_fix(hit.fix, placed, target),
        source_path=source.path if source else None,
        source=opposite,
    )


def finding_at(place: Place, item: Reported) -> Finding:
    """Return the finding of a hit at a place; what it marks on either side is still to be told."""
    return Finding(
        code=item.rule.code,
        name=item.rule.name,
        severity=item.severity,
        message=item.hit.message,
        path=place.path,
        line=place.line,
        column=place.column,
        suggestion=item.hit.suggestion,
        excerpt=place.excerpt,
        mark=place.mark if len(place.mark) else None,
        end_line=place.end_line,
        end_column=place.end_column,
    )


def _related(hit: Hit) -> tuple[Place, ...]:
    return tuple(_whole(item.document, item.span) for item in hit.related if item.document.path)


def _whole(document: Document, span: Span) -> Place:
    """Return the place of a stretch of a document whose text is the excerpt."""
    return _Side(document).place(span, Span(0, len(span)))


def _layout_finding(item: Reported, target: _Side, source: _Side) -> Finding:
    hit = item.hit
    opposite = source.raw_place(hit.src) if hit.src else None
    place = target.raw_place(hit.tgt) if hit.tgt else opposite
    assert place is not None, "an element stands in a file"
    return replace(
        finding_at(place, item),
        source_span=hit.src,
        target_span=hit.tgt,
        source_text=hit.src.of(source.document.raw) if hit.src else None,
        target_text=hit.tgt.of(target.document.raw) if hit.tgt else None,
        source_path=source.path,
        source=opposite,
    )


def _raw_fix(fix: Fix | None, placed: Placed, target: _Side) -> Fix | None:
    if fix is None or placed.tgt is None:
        return None
    return to_raw_fix(target.document, replace(fix, span=fix.span.shift(placed.tgt.start)))
