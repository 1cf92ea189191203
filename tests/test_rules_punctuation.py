"""What the examples of the rules cannot show: any text, and fixes that come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from align.article import Article, Context, Pair
from align.fixes.fix import apply_fixes
from align.rule import all_rules
from corpus import Role
from corpus.script import has_han
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Fix, Hit
    from align.rule import Rule

TERMS = TermBase.of(())
RULES = [rule for rule in all_rules() if rule.family in {"PUN", "RES"}]
BY_CODE = {rule.code: rule for rule in RULES}
LIMIT_ROUNDS = 12
PIECES = [
    *"aIS.,;:!?()[]'’\"“”-_^~ \t\n\u00a0的，。、：（）《》「」Ａ１%5é𠮷\u200b\ufeff\ufffd",
    *("the", "The ", "and ", "in the city ", "Bern, ", "Co", "Mr", "etc", " 's", "n't", "...", "Ã©"),
    *("他来了", "工厂", "。。", "3.5", "10:30", "U.S.", "v1.2.B", "Booking.com", "https://example.com/a.B,c"),
    "Here is the translation:",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def hits_of(rule: Rule, pair: Pair) -> list[Hit]:
    article = Article((pair,))
    if rule.into not in (None, pair.tgt_lang) or (rule.bilingual and not pair.src):
        return []
    return list(rule.check(article if rule.scope == "article" else pair, Context(TERMS, article)))


def pair_of(source: str, target: str, role: Role = Role.PARAGRAPH) -> Pair:
    return Pair(source, target, "en", "zh", role) if has_han(target) else Pair(source, target, role=role)


def codes(source: str, target: str, **pair: Role) -> set[str]:
    return {rule.code for rule in RULES if hits_of(rule, pair_of(source, target, **pair))}


def safe_fixes(source: str, text: str) -> list[Fix]:
    pair = pair_of(source, text)
    return [hit.fix for rule in RULES for hit in hits_of(rule, pair) if hit.fix and hit.fix.safe]


@given(st.sampled_from(["", "他来了。", "He came."]), TEXTS | st.text(max_size=60))
def test_every_hit_points_into_the_text_and_says_something(source: str, target: str) -> None:
    for pair in (Pair(source, target), Pair(source, target, "en", "zh")):
        for rule in RULES:
            for hit in hits_of(rule, pair):
                assert hit.message
                assert hit.tgt is not None
                assert hit.tgt.end <= len(target)
                assert hit.fix is None or hit.fix.span.end <= len(target)


@given(st.sampled_from(["", "他来了。"]), TEXTS)
def test_safe_fixes_come_to_an_end(source: str, text: str) -> None:
    for _ in range(LIMIT_ROUNDS):
        fixes = safe_fixes(source, text)
        if not fixes:
            return
        mended = apply_fixes(text, fixes).text
        assert mended != text
        text = mended
    raise AssertionError(text)


@given(st.sampled_from(["https://example.com/a.B,c", "Booking.com", "v1.2.B", "example.org/x"]), TEXTS, TEXTS)
def test_no_fix_breaks_an_address_or_a_version(token: str, before: str, behind: str) -> None:
    text = f"{before} {token} {behind}"
    pair = pair_of("", text)
    fixes = [hit.fix for rule in RULES for hit in hits_of(rule, pair) if hit.fix and hit.fix.safe]
    assert apply_fixes(text, fixes).text.count(token) >= text.count(token)


def test_a_stop_is_missing_only_where_a_sentence_ends() -> None:
    source, target = "柳州的新工厂五月开业。", "The new plant in Liuzhou opened in May"
    assert codes(source, target) == {"PUN040"}
    assert codes(source, target, role=Role.HEADING) == set()
    assert codes(source, target, role=Role.CELL) == set()


def test_marks_are_found_beyond_16_bits_and_in_other_line_ends() -> None:
    pair = Pair("", "𠮷𠮷 is here ,\r\nand there .")
    assert [hit.tgt.of(pair.tgt) for hit in hits_of(BY_CODE["PUN004"], pair) if hit.tgt] == [" ,", " ."]


def test_words_are_repeated_over_the_end_of_a_line() -> None:
    pair = Pair("", "It opened the\r\nthe gate.")
    [hit] = hits_of(BY_CODE["PUN020"], pair)
    assert hit.tgt is not None
    assert hit.tgt.of(pair.tgt) == "the\r\nthe"


def test_brackets_are_paired_over_the_rows_of_an_article_but_not_for_ever() -> None:
    rule = BY_CODE["PUN030"]
    near = Article(tuple(Pair("", text) for text in ("(He came.", "He left.)")))
    far = Article(tuple(Pair("", text) for text in ("(He came.", *["He sat."] * 9, "He left.)")))
    assert list(rule.check(near, Context(TERMS, near))) == []
    assert [hit.pair for hit in rule.check(far, Context(TERMS, far))] == [0, 10]


def test_a_quotation_beside_a_source_is_no_more_than_a_hint() -> None:
    rule = BY_CODE["PUN031"]
    alone, beside = Pair("", "He left,” he said."), Pair("他走了，他说。", "He left,” he said.")
    severities = [hit.severity for pair in (alone, beside) for hit in hits_of(rule, pair)]
    assert severities == [None, "info"]
