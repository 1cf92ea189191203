"""Names whose numbers are no numbers: “六一”, 双十一, 九二共识, 十三五, 85后, 9·18, 唐朝."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from align.facts.era_table import DYNASTIES
from align.facts.fact import Kind, Strength
from align.facts.label_table import LABELS
from align.facts.numeral_zh import read_run
from align.facts.read import Read
from align.facts.value import Date, Label, Ordinal, Quantity
from corpus.pattern import lazy

if TYPE_CHECKING:
    from align.facts.value import Value

_NUMERALS = "一二三四五六七八九十"
_OPENING, _CLOSING = "“\"「『‘'《【", "”\"」』’'》】"
_PLAN = lazy(r"(?P<number>[一二三四六七八九]|十[一二三四五]?)五")
_PLANNED = lazy(r"[”\"」』’]|[\s]?(?:规划|计划|时期|期间|末|以来|开局|收官|纲要)")
_BORN_AFTER = lazy(r"(?P<year>[05-9][05]|10|[五六七八九零〇][零〇五十])后(?![天年来期])")
_DOTTED = lazy(r"(?P<month>1[0-2]|0?[1-9])[·•・](?P<day>[12]\d|3[01]|0?[1-9])(?!\d)")
_DYNASTY = lazy(
    "(?:" + "|".join(sorted(DYNASTIES, key=len, reverse=True)) + ")(?:朝|代(?!表|替|理|码|价|言|办|课))"
)
_DYNASTY_EN = lazy(
    "(?P<name>" + "|".join(sorted(DYNASTIES.values(), key=len, reverse=True)) + r")[ -]dynast(?:y|ies)"
)
_DYNASTY_NAME = " dynasty"
_PLAN_EN = lazy(r"(?:st|nd|rd|th)? five-year (?:development )?(?:plan|programme|program)s?(?![a-z])")


class _Row(NamedTuple):
    name: str
    zh: str
    context: tuple[str, ...]
    en: tuple[str, ...]
    date: tuple[int, ...]


@cache
def _rows() -> tuple[_Row, ...]:
    rows = []
    for line in LABELS.strip().splitlines():
        name, zh, context, en, date = (field.strip() for field in line.split("|"))
        english = tuple(form.strip() for form in en.split(";") if form.strip())
        rows.append(_Row(name, zh, tuple(context.split()), english, tuple(map(int, date.split()))))
    return tuple(sorted(rows, key=lambda row: -len(row.zh)))


@cache
def _by_start(place: int) -> dict[str, tuple[tuple[str, _Row], ...]]:
    """Return the forms of a language by their first word: 0 for Chinese, 1 for English."""
    found: dict[str, list[tuple[str, _Row]]] = {}
    for row in _rows():
        for form in (row.zh,) if place == 0 else row.en:
            start = form[0] if place == 0 else re.split(r"[^a-z0-9]", form)[0] or form
            found.setdefault(start, []).append((form, row))
    return {start: tuple(forms) for start, forms in found.items()}


def pattern_zh() -> str:
    """Return a pattern for those names in Chinese that begin with no numeral."""
    words = [row.zh for row in _rows() if row.zh[0] not in _NUMERALS]
    return "|".join(sorted(words, key=len, reverse=True)) + "|" + _DYNASTY.pattern


STARTS_ZH = "".join(sorted({row.zh[0] for row in _rows()} | {name[0] for name in DYNASTIES}))


def starts_en() -> frozenset[str]:
    """Return the words that such names begin with in English."""
    return frozenset((*_by_start(1), *(name.split()[0] for name in DYNASTIES.values())))


def label_zh(plain: str, start: int) -> Read | None:
    """Return the name that begins at a place of a Chinese text, or None where none does.

    >>> label_zh("“六一”儿童节", 1).values[0]
    Label(name='childrens-day')
    """
    for form, row in _by_start(0).get(plain[start], ()):
        end = start + len(form)
        if plain.startswith(form, start) and _in_context(plain, start, end, row.context):
            return Read(Kind.NAME, (Label(row.name), *_dates(row.date)), start, end, Strength.WORDS)
    for reader in (_plan, _generation, _dotted, _dynasty):
        if read := reader(plain, start):
            return read
    return None


def _in_context(plain: str, start: int, end: int, context: tuple[str, ...]) -> bool:
    if not context:
        return True
    quoted = plain[start - 1 : start] in _OPENING and plain[end : end + 1] in _CLOSING and start > 0
    return (context[0] == "quoted" and quoted) or plain.startswith(context, end)


def _dates(date: tuple[int, ...]) -> tuple[Value, ...]:
    if len(date) == 1:
        return (Date(year=date[0]), Quantity(Decimal(date[0] % 100)))
    return (Date(month=date[0], day=date[1]),) if date else ()


def _plan(plain: str, start: int) -> Read | None:
    match = _PLAN.match(plain, start)
    if match is None:
        return None
    sure = len(match["number"]) > 1 or _PLANNED.match(plain, match.end())
    if not sure or plain[match.end() : match.end() + 1] in ("年", "个", "岁", "天", "月", "日"):
        return None
    numeral = read_run(match["number"])
    number = numeral.value if numeral else Decimal(0)
    values = (Label(f"five-year-plan-{number}"), Ordinal(number), Quantity(Decimal(5), "year"))
    return Read(Kind.NAME, values, start, match.end(), Strength.WORDS)


def _generation(plain: str, start: int) -> Read | None:
    match = _BORN_AFTER.match(plain, start)
    if match is None or plain[start - 1 : start].isdigit():
        return None
    written = match["year"]
    numeral = read_run(written if written[-1] != "十" else written[0] + "零")
    year = int(numeral.value) if numeral else 0
    full = (1900 if year > 20 else 2000) + year
    values: tuple[Value, ...] = (
        Label(f"post-{year:02}"),
        Quantity(Decimal(year)),
        Date(decade=full // 10 * 10),
        Date(full),
    )
    return Read(Kind.NAME, values, start, match.end(), Strength.WORDS)


def _dotted(plain: str, start: int) -> Read | None:
    match = _DOTTED.match(plain, start)
    if match is None:
        return None
    month, day = int(match["month"]), int(match["day"])
    values = (
        Label(f"{month}·{day}"),
        Date(month=month, day=day),
        Quantity(Decimal(month)),
        Quantity(Decimal(day)),
    )
    return Read(Kind.NAME, values, start, match.end(), Strength.WORDS)


def _dynasty(plain: str, start: int) -> Read | None:
    match = _DYNASTY.match(plain, start)
    if match is None:
        return None
    return Read(
        Kind.NAME, (Label(DYNASTIES[match[0][:-1]] + " dynasty"),), start, match.end(), Strength.WORDS
    )


def label_en(lower: str, start: int, word: str) -> Read | None:
    """Return the name that begins with a word of an English text, or None where none does."""
    for form, row in _by_start(1).get(word, ()):
        if lower.startswith(form, start) and not lower[start + len(form) : start + len(form) + 1].isalpha():
            return Read(
                Kind.NAME, (Label(row.name), *_dates(row.date)), start, start + len(form), Strength.WORDS
            )
    if match := _DYNASTY_EN.match(lower, start):
        return Read(Kind.NAME, (Label(match["name"] + " dynasty"),), start, match.end(), Strength.WORDS)
    return None


def label_words(label: Label) -> str:
    """Return what English calls a label, in small letters.

    >>> label_words(Label("childrens-day")), label_words(Label("tang dynasty"))
    ("children's day", 'tang dynasty')
    """
    known = (row.en[0] for row in _rows() if row.name == label.name and row.en)
    return next(known, label.name.replace("-", " "))


def chinese_of(label: Label) -> tuple[str, ...]:
    """Return what Chinese calls a label, all of it or the character that tells it: 中秋; 唐 for a dynasty.

    >>> chinese_of(Label("mid-autumn")), chinese_of(Label("tang dynasty"))
    (('中秋',), ('唐',))
    """
    if label.name.endswith(_DYNASTY_NAME):
        english = label.name.removesuffix(_DYNASTY_NAME)
        return tuple(chinese for chinese, name in DYNASTIES.items() if name == english)
    return tuple(row.zh for row in _rows() if row.name == label.name)


def plan_en(lower: str, start: int, end: int, number: Decimal) -> Read | None:
    """Return the five-year plan whose number stands before ``end``, or None where no plan follows."""
    match = _PLAN_EN.match(lower, end)
    if match is None:
        return None
    values = (Label(f"five-year-plan-{number}"), Ordinal(number), Quantity(Decimal(5), "year"))
    return Read(Kind.NAME, values, start, match.end(), Strength.WORDS)
