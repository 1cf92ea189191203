"""What the examples of the TRM rules do not show: how severe a finding is, what the article says."""

from __future__ import annotations

from align.article import Article, Pair
from align.finding import Severity
from align.linter import Reported, check_article
from align.rule import all_rules
from glossary.table import entries_of_rows
from glossary.termbase import TermBase

RULES = {rule.code: rule for rule in all_rules() if rule.family == "TRM"}
SANDBOX = ("监管沙盒", "Fintech Supervisory Sandbox")
LAM = ("泛林集团", "Lam Research", "organisation")


def reported(code: str, glossary: list[tuple[str, ...]], *pairs: tuple[str, str]) -> list[Reported]:
    article = Article(tuple(Pair(src, tgt) for src, tgt in pairs))
    return list(check_article(article, TermBase.of(entries_of_rows(glossary)), [RULES[code]]))


def severities(code: str, glossary: list[tuple[str, ...]], *pairs: tuple[str, str]) -> list[Severity]:
    return [item.severity for item in reported(code, glossary, *pairs)]


def test_a_name_with_another_word_is_an_error_unless_its_entry_is_a_draft() -> None:
    pair = ("监管沙盒", "the Fintech Regulatory Sandbox")
    assert severities("TRM001", [SANDBOX], pair) == [Severity.ERROR]
    assert severities("TRM001", [(*SANDBOX, "term", "draft")], pair) == [Severity.WARNING]


def test_a_term_with_another_word_is_a_warning() -> None:
    glossary = [("信贷产品", "consumer credit products")]
    assert severities("TRM001", glossary, ("信贷产品", "consumer loan products")) == [Severity.WARNING]


def test_what_another_term_of_the_source_explains_is_no_rival() -> None:
    glossary = [SANDBOX, ("管理沙箱", "Fintech Regulatory Sandbox")]
    pair = ("监管沙盒和管理沙箱", "The Fintech Regulatory Sandbox")
    assert severities("TRM001", glossary, pair) == [Severity.INFO]


def test_a_name_that_is_nowhere_in_a_translation_is_warned_of_once() -> None:
    pairs = [("泛林集团上涨", "PanLinx rose"), ("股市", "Shares"), ("泛林集团下跌", "PanLinx fell")]
    assert severities("TRM001", [LAM], *pairs) == [Severity.WARNING, Severity.INFO]
    assert severities("TRM001", [LAM], *pairs[:2]) == [Severity.INFO]


def test_a_name_that_is_elsewhere_in_the_translation_may_be_left_out() -> None:
    pairs = [("泛林集团上涨", "The company rose"), ("股市", "Shares"), ("泛林集团下跌", "Lam Research fell")]
    assert severities("TRM001", [LAM], *pairs) == [Severity.INFO]


def test_a_misspelt_person_is_left_to_the_rules_for_names() -> None:
    pairs = [("周晓明来了", "Zhou Xiaomin came"), ("股市", "Shares"), ("股市", "Shares")]
    assert severities("TRM001", [("周晓明", "Zhou Xiaoming", "person")], *pairs) == []


def test_builtin_entries_are_not_demanded() -> None:
    from dataclasses import replace

    entries = [replace(entry, user=False) for entry in entries_of_rows([SANDBOX])]
    article = Article((Pair("监管沙盒", "the Fintech Regulatory Sandbox"),))
    assert list(check_article(article, TermBase.of(entries), [RULES["TRM001"]])) == []


def test_of_several_entries_for_a_term_any_form_will_do() -> None:
    glossary = [("唐恩", "Tang En"), ("唐恩", "Twain")]
    assert severities("TRM001", glossary, ("唐恩来了", "Twain came")) == []


def test_a_term_is_reported_once_a_pair() -> None:
    assert len(reported("TRM001", [LAM], ("泛林集团与泛林集团", "nothing"))) == 1


def test_a_deprecated_form_in_lower_case_is_an_error_only_where_the_source_calls_for_it() -> None:
    glossary = [("爆款", "hit", "term", "", "", "explosive model")]
    assert severities("TRM002", glossary, ("爆款", "explosive models")) == [Severity.ERROR]
    assert severities("TRM002", glossary, ("", "explosive models")) == [Severity.WARNING]


def test_a_deprecated_form_that_is_right_for_another_term_of_the_source_is_left_alone() -> None:
    glossary = [("经理", "manager"), ("总监", "director", "", "", "", "manager")]
    assert severities("TRM002", glossary, ("经理和总监", "managers")) == []
    assert severities("TRM002", glossary, ("总监", "managers")) == [Severity.ERROR]
    assert severities("TRM002", glossary, ("", "managers")) == []


def test_a_fix_that_breaks_the_article_before_it_is_not_safe() -> None:
    glossary = [("爆款", "hit", "term", "", "", "explosive model")]
    (item,) = reported("TRM002", glossary, ("爆款", "an explosive model"))
    assert item.hit.fix is not None
    assert not item.hit.fix.safe


def test_a_form_to_avoid_may_have_no_right_form_beside_it() -> None:
    from glossary import Entry, Status, Term

    entry = Entry("1", (Term("爆款", "zh"), Term("Explosive Model", "en", Status.DEPRECATED)))
    article = Article((Pair("爆款", "Explosive Model"),))
    (item,) = check_article(article, TermBase.of([entry]), [RULES["TRM002"]])
    assert item.hit.message == 'the glossary says to avoid "Explosive Model"'
    assert item.hit.fix is None


def test_a_kept_word_that_is_elsewhere_is_only_told() -> None:
    glossary = [("NanoEV", "NanoEV")]
    assert severities("TRM003", glossary, ("NanoEV上市", "It is sold")) == [Severity.WARNING]
    pairs = [("NanoEV上市", "It is sold"), ("NanoEV", "The NanoEV")]
    assert severities("TRM003", glossary, *pairs) == [Severity.INFO]


def test_a_deprecated_rendering_of_a_kept_word_is_left_to_the_rule_for_deprecated_terms() -> None:
    glossary = [("42HOW", "42HOW", "media", "keep", "", "42 Garage")]
    pair = ("42HOW报道", "42 Garage reported")
    assert severities("TRM003", glossary, pair) == []
    assert severities("TRM002", glossary, pair) == [Severity.ERROR]
