"""Dates told from the day of writing: 去年9月, 昨日, last September, this year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from align.facts.fact import Fact, Kind, Strength, touched
from align.facts.plain import plain_en, plain_zh
from align.facts.value import Date
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus import Lang

_YEARS_ZH = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_MONTHS_ZH = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_DAYS_ZH = {
    "今日": 0,
    "今天": 0,
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "前天": -2,
    "明日": 1,
    "明天": 1,
    "今晚": 0,
}
_YEARS_EN = {"this year": 0, "last year": -1, "next year": 1, "the year before last": -2}
_MONTHS_EN = {"this month": 0, "last month": -1, "next month": 1}
_DAYS_EN = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1}
_TABLES = {"zh": (_YEARS_ZH, _MONTHS_ZH, _DAYS_ZH), "en": (_YEARS_EN, _MONTHS_EN, _DAYS_EN)}
_PATTERNS = {
    "zh": lazy("|".join(sorted((word for table in _TABLES["zh"] for word in table), key=len, reverse=True))),
    "en": lazy(
        r"\b(?:"
        + "|".join(sorted((word for table in _TABLES["en"] for word in table), key=len, reverse=True))
        + r")\b"
    ),
}
_CLOSE = lazy(r"(?:的|[ ,、]|of|in)*")
_LAST = lazy(r"\b(last|this|next|past) $")


def with_relative(facts: Sequence[Fact], text: str, lang: Lang, today: date) -> list[Fact]:
    """Return the facts with relative dates resolved, and with the years that these give to others."""
    plain = plain_zh(text) if lang == "zh" else plain_en(text)
    told = list(_told(plain, text, lang, today))
    spans = [fact.span for fact in told]
    # The loose year of "last year" is the year that is told.
    known = [fact for fact in facts if fact.strength or not touched(fact.span, spans)]
    if lang == "en":
        known = [_named_month(fact, plain, today) for fact in known]
    done: list[Fact] = []
    for fact in sorted((*known, *told), key=lambda fact: fact.span):
        joined = _joined(done[-1], fact, plain, text) if done else None
        done[-1:] = [joined] if joined else [*done[-1:], fact]
    return done


def _told(plain: str, text: str, lang: Lang, today: date) -> Iterator[Fact]:
    years, months, days = _TABLES[lang]
    for match in _PATTERNS[lang].finditer(plain):
        word, span = match[0], Span(*match.span())
        if word in years:
            value = Date(year=today.year + years[word])
        elif word in months:
            index = today.year * 12 + today.month - 1 + months[word]
            value = Date(year=index // 12, month=index % 12 + 1)
        else:
            day = today + timedelta(days=days[word])
            value = Date(day.year, day.month, day.day)
        yield Fact(Kind.DATE, value, span, span.of(text), Strength.WORDS)


def _joined(first: Fact, second: Fact, plain: str, text: str) -> Fact | None:
    """Return the one date that a relative year or month makes with the date beside it, or None."""
    if not _CLOSE.fullmatch(plain[first.span.end : second.span.start]):
        return None
    span = Span(first.span.start, second.span.end)
    for told, fact in ((first, second), (second, first)):
        year, date_ = told.value, fact.value
        if isinstance(year, Date) and isinstance(date_, Date) and _completes(year, date_):
            value = replace(date_, year=year.year, month=date_.month or year.month)
            return replace(fact, value=value, span=span, text=span.of(text))
    return None


def _completes(told: Date, date_: Date) -> bool:
    """Tell whether a relative date gives the year, or year and month, that another leaves out."""
    if told.year is None or told.day is not None or date_.year is not None or date_.weekday is not None:
        return False
    return date_.month is not None if told.month is None else date_.day is not None and date_.month is None


def _named_month(fact: Fact, plain: str, today: date) -> Fact:
    """Give the year to last September: the latest one that is over."""
    value = fact.value
    if not isinstance(value, Date) or value.month is None or value.year is not None or value.day is not None:
        return fact
    match = _LAST.search(plain[max(0, fact.span.start - 6) : fact.span.start])
    if match is None or match[1] != "last":
        return fact
    year = today.year if value.month < today.month else today.year - 1
    return replace(fact, value=replace(value, year=year))
