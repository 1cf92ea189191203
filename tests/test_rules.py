"""Every rule reports its bad examples exactly where they are marked, and leaves its good ones alone."""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from pathlib import Path

import pytest

from align.article import Article, Pair
from align.layouts import Layouts
from align.linter import check_article, check_layouts
from align.placement import OTHER
from align.rule import HEADINGS, Example, Rule, all_rules
from corpus import Span
from corpus.documents import parse_document
from corpus.layout import layout_of
from glossary.builtin import builtin_layer
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

MARK = re.compile("[⟦⟧]")
CODES_GIVEN_OUT = json.loads(Path(__file__).with_name("rules.json").read_bytes())
RULES = all_rules()


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Return a line without its marks, and the spans that they enclosed."""
    spans, plain, start = [], "", 0
    for piece in re.split("([⟦⟧])", text):
        if piece == "⟦":
            start = len(plain)
        elif piece == "⟧":
            spans.append(Span(start, len(plain)))
        else:
            plain += piece
    return plain, spans


def article_of(example: Example) -> tuple[Article, set[tuple[int, str, Span]]]:
    """Return the article of an example, and what is marked in it: pair, side and span."""
    pairs, marked = [], set()
    for number, (src, tgt) in enumerate(
        zip_longest(example.src.split("\n"), example.tgt.split("\n"), fillvalue="")
    ):
        for side, text in (("src", src), ("tgt", tgt)):
            marked |= {(number, side, span) for span in unmarked(text)[1]}
        pairs.append(Pair(unmarked(src)[0], unmarked(tgt)[0], example.src_lang, OTHER[example.src_lang]))
    references = tuple(parse_document(text) for text in example.references)
    return Article(tuple(pairs), references), marked


def terms_of(example: Example) -> TermBase:
    return TermBase([EntryLayer(entries_of_rows(example.glossary)), builtin_layer()])


def reported(rule: Rule, example: Example) -> set[tuple[int, str, Span]]:
    if rule.scope == "document":
        return reported_in_layouts(rule, example)
    article, _ = article_of(example)
    spans = set()
    for item in check_article(article, terms_of(example), (rule,)):
        spans |= {(item.hit.pair, side, span) for side in ("src", "tgt") if (span := getattr(item.hit, side))}
    return spans


def reported_in_layouts(rule: Rule, example: Example) -> set[tuple[int, str, Span]]:
    texts = [unmarked(side)[0] for side in (example.src, example.tgt)]
    layouts = Layouts(*(layout_of(parse_document(text, format="markdown")) for text in texts))
    hits = [item.hit for item in check_layouts(layouts, terms_of(example), (rule,), "en")]
    return {(0, side, span) for hit in hits for side in ("src", "tgt") if (span := getattr(hit, side))}


def marked_in(rule: Rule, example: Example) -> set[tuple[int, str, Span]]:
    if rule.scope != "document":
        return article_of(example)[1]
    sides = (("src", example.src), ("tgt", example.tgt))
    return {(0, side, span) for side, text in sides for span in unmarked(text)[1]}


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("bad"))
def test_a_bad_example_is_reported_exactly_where_it_is_marked(rule: Rule, example: Example) -> None:
    marked = marked_in(rule, example)
    assert marked, "nothing is marked"
    assert reported(rule, example) == marked


@pytest.mark.parametrize(("rule", "example"), examples("good"))
def test_a_good_example_is_left_alone(rule: Rule, example: Example) -> None:
    assert not MARK.search(example.src + example.tgt)
    assert reported(rule, example) == set()


@pytest.mark.parametrize(
    ("rule", "example"), [item for item in examples("bad") if item.values[1].fixed is not None]
)
def test_the_fixes_of_a_bad_example_give_the_fixed_text_and_nothing_is_left_to_report(
    rule: Rule, example: Example
) -> None:
    article, _ = article_of(example)
    lines = [pair.tgt for pair in article.pairs]
    fixes = [
        (item.hit.pair, item.hit.fix)
        for item in check_article(article, terms_of(example), (rule,))
        if item.hit.fix is not None
    ]
    for number, fix in sorted(fixes, key=lambda fix: fix[1].span, reverse=True):
        lines[number] = lines[number][: fix.span.start] + fix.text + lines[number][fix.span.end :]
    assert "\n".join(lines) == example.fixed
    source = MARK.sub("", example.src)
    mended = Example(source, example.fixed, example.glossary, example.references, example.src_lang)
    assert reported(rule, mended) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented_and_has_examples(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert rule.summary.endswith(".")
    assert set(re.findall("^## (.+)$", rule.doc, re.MULTILINE)) <= set(HEADINGS)
    assert not rule.name.startswith(("no-", "use-", "check-"))


def test_codes_and_names_are_given_out_once_and_never_again() -> None:
    assert {rule.code: rule.name for rule in RULES}.items() <= CODES_GIVEN_OUT.items()
    assert len(set(CODES_GIVEN_OUT.values())) == len(CODES_GIVEN_OUT)
