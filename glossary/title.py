"""The titles of persons as Chinese composes them: 常务副总经理 is ranks, 常务副, before a title, 总经理."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.data import table_text

if TYPE_CHECKING:
    from collections.abc import Iterator

Names = tuple[str, ...]  # what a title is called in English, the usual name first


@dataclass(frozen=True, slots=True, eq=False)
class Rank:
    """A word before a title that makes it less or more: ``words`` finds what may stand for it in English."""

    chinese: str
    english: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """A title with its ranks, as it stands in a Chinese text; ``base`` is the title alone in English."""

    span: Span
    ranks: tuple[Rank, ...]
    text: str
    base: Names

    @property
    def english(self) -> str:
        """What the whole is called in English; a deputy as the table of titles calls it.

        >>> [title.english for title in titles_in("常务副总工程师、名誉副会长、候任会长")]
        ['executive deputy chief engineer', 'honorary vice president', 'president-designate']
        """
        outer, name = self._known()
        for rank in reversed(outer):
            name = f"{name}-{rank.english}" if rank.english == "designate" else f"{rank.english} {name}"
        return name

    def _known(self) -> tuple[tuple[Rank, ...], str]:
        """Return the English of the longest part that is in the table, and the ranks before it."""
        for count in range(len(self.ranks)):
            names = _table().get("".join(rank.chinese for rank in self.ranks[count:]) + self.text)
            if names:
                return self.ranks[:count], names[0]
        return self.ranks, self.base[0]


@cache
def ranks() -> dict[str, Rank]:
    """Return the ranks by their Chinese, the longest first."""
    text = table_text("ranks.csv")
    rows = [
        Rank(row["chinese"], row["english"], _words(row["words"]))
        for row in csv.DictReader(text.splitlines())
    ]
    return {rank.chinese: rank for rank in sorted(rows, key=lambda rank: -len(rank.chinese))}


def titles_in(text: str) -> Iterator[Title]:
    """Yield the titles in simplified Chinese that have a rank: 副总经理, but no 总经理.

    >>> [title.span.of("副主席、代理局长和总经理") for title in titles_in("副主席、代理局长和总经理")]
    ['副主席', '代理局长']
    """
    for match in _ranked().finditer(text):
        found = tuple(_split(match["ranks"]))
        yield Title(Span(*match.span()), found, match["base"], _bases()[match["base"]])


def composed_title(text: str) -> Title | None:
    """Return a title with ranks, where the whole of a simplified Chinese text is one.

    >>> composed_title("名誉副会长").english, composed_title("会长")
    ('honorary vice president', None)
    """
    found = next(titles_in(text), None)
    return found if found and len(found.span) == len(text) else None


def titles_alone(text: str) -> Iterator[tuple[Span, Names]]:
    """Yield the titles in simplified Chinese that stand without a rank, each with its English.

    >>> [span.of("副主席和总经理") for span, _ in titles_alone("副主席和总经理")]
    ['总经理']
    """
    for match in _any_rank().finditer(text):
        if not match["ranks"]:
            yield Span(*match.span()), _bases()[match["base"]]


@cache
def title_in_english(names: Names) -> re.Pattern[str]:
    """Return a pattern for what a title is called in English, singular or plural, in any case."""
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return lazy(rf"(?i)\b(?:{'|'.join(longest_first)})s?\b")


def _split(text: str) -> Iterator[Rank]:
    while text:
        rank = next(rank for chinese, rank in ranks().items() if text.startswith(chinese))
        yield rank
        text = text[len(rank.chinese) :]


@cache
def _table() -> dict[str, Names]:
    """Return the English of the titles by their Chinese forms of two characters and more."""
    return {
        form: (row["target"], *row["variants"].split("|")) if row["variants"] else (row["target"],)
        for row in _rows("titles")
        for form in row["source"].split("|")
        if len(form) > 1
    }


@cache
def _bases() -> dict[str, Names]:
    """Return the titles that are no rank before a title: 首席执行官 is one, for 执行官 alone is none."""
    table = _table()
    return {form: names for form, names in table.items() if not _has_rank(form, table)}


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = table_text(f"{name}.csv")
    yield from csv.DictReader(text.splitlines())


def _has_rank(form: str, table: dict[str, Names]) -> bool:
    return any(form.startswith(rank) and form[len(rank) :] in table for rank in ranks())


@cache
def _ranked() -> re.Pattern[str]:
    """Return a pattern for titles with ranks; what it begins with is looked for first, being fast."""
    beginnings = "".join(sorted({rank[0] for rank in ranks()}))
    return lazy(f"(?=[{beginnings}])(?<!非)(?P<ranks>(?:{'|'.join(ranks())})+)(?P<base>{_base_forms()})")


@cache
def _any_rank() -> re.Pattern[str]:
    """Return a pattern for titles, of which those without ranks have none in the group of that name."""
    return lazy(f"(?<!非)(?P<ranks>(?:{'|'.join(ranks())})*)(?P<base>{_base_forms()})")


def _base_forms() -> str:
    return "|".join(sorted(_bases(), key=len, reverse=True))


def _words(words: str) -> re.Pattern[str]:
    return lazy(rf"(?i)(?<![^\W\d_])(?:{words})(?![^\W\d_])")
