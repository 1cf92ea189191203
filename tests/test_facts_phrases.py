"""What the extractor reads in a thousand phrases, a row each in tests/data/facts_*.tsv."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from notation import written

from align.facts import extract_values

DATA = Path(__file__).with_name("data")


def rows(lang: str) -> list[list[str]]:
    lines = (DATA / f"facts_{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(("phrase", "facts"), rows("zh"))
def test_a_chinese_phrase_is_read_as_its_row_says(phrase: str, facts: str) -> None:
    assert "; ".join(written(fact) for fact in extract_values(phrase, "zh")) == facts


@pytest.mark.parametrize(("phrase", "facts"), rows("en"))
def test_an_english_phrase_is_read_as_its_row_says(phrase: str, facts: str) -> None:
    assert "; ".join(written(fact) for fact in extract_values(phrase, "en")) == facts


@pytest.mark.parametrize(
    ("lang", "before", "after"), [("zh", "他说：", "。"), ("en", "He said: ", ", then left.")]
)
def test_a_fact_is_the_words_at_its_span_wherever_the_phrase_stands(
    lang: str, before: str, after: str
) -> None:
    for phrase, _ in rows(lang):
        text = before + phrase + after
        for fact in extract_values(text, lang):
            assert fact.span.of(text) == fact.text == fact.text.strip()
            assert len(before) <= fact.span.start < fact.span.end <= len(before + phrase)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_facts_are_in_order_and_apart(lang: str) -> None:
    text = "，".join(phrase for phrase, _ in rows(lang))
    facts = extract_values(text, lang)
    assert len(facts) > 400
    for first, second in pairwise(facts):
        assert first.span.end <= second.span.start
