"""How sure the rules on dates are."""

from __future__ import annotations

import pytest

from align.article import Article, Pair
from align.finding import Severity
from align.linter import check_article
from align.rule import all_rules
from align.rules.dates import added_date
from glossary.termbase import TermBase


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        (("大会闭幕。",), Severity.WARNING),
        (("昨天天气很好。", "大会闭幕。"), Severity.INFO),
        (("大会闭幕，来了340人。",), Severity.INFO),
        (("國慶大會閉幕。",), Severity.INFO),
    ],
)
def test_a_date_is_a_warning_where_nothing_tells_of_time(source: tuple[str, ...], severity: Severity) -> None:
    assert added_date  # importing the module registers its rules
    rules = [rule for rule in all_rules() if rule.code == "DAT007"]
    *before, last = source
    article = Article((*(Pair(text, "It was fine.") for text in before), Pair(last, "It closed on May 12.")))
    assert [item.severity for item in check_article(article, TermBase.of(()), rules)] == [severity]
