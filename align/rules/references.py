"""Facts that a reference contradicts: dates and numbers of articles about the same events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.comparison.contradictions import contradictions
from align.finding import Hit, Passage, Severity
from align.rule import Bad, Good, rule
from corpus.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Article, Context
    from align.comparison.contradictions import Contradiction

DATES = frozenset({"year", "month", "day", "date", "time"})
LIMIT_QUOTED = 80  # code points of the reference's statement


@rule(
    code="FCT001",
    name="date-against-reference",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bad=(
        Bad(
            "",
            "Fang Hong was appointed general manager of the Suzhou plant in ⟦2016⟧.\nThe weather was fine.",
            references=("方红于2017年出任苏州工厂总经理。",),
        ),
    ),
    good=(
        Good(
            "",
            "Fang Hong was appointed general manager of the Suzhou plant in 2017.\nThe weather was fine.",
            references=("方红于2017年出任苏州工厂总经理。",),
        ),
        Good(
            "",
            "Fang Hong was appointed general manager of the Suzhou plant in 2017.",
            references=("2016年，苏州工厂的产量翻了一番。",),
        ),
        Good("", "Fang Hong was appointed general manager of the Suzhou plant in 2017."),
    ),
)
def date_against_reference(article: Article, context: Context) -> Iterator[Hit]:
    """A date is not the one that a reference gives for the same event.

    ## Why is this a problem?
    One of the two texts is wrong, or they speak of different events; somebody should look.

    ## Known limits
    Only references that are given (`--reference`) are compared, and only where most else in the two
    statements agrees. Which of the two is right cannot be told.
    """
    yield from _hits(article, context, dates=True)


@rule(
    code="FCT002",
    name="number-against-reference",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bad=(
        Bad(
            "",
            "The Suzhou plant of the company built ⟦42,000⟧ cars last summer.\nNobody was surprised.",
            references=("该公司苏州工厂去年夏天生产了4.8万辆汽车。",),
        ),
    ),
    good=(
        Good(
            "",
            "The Suzhou plant of the company built 48,000 cars last summer.\nNobody was surprised.",
            references=("该公司苏州工厂去年夏天生产了4.8万辆汽车。",),
        ),
        Good(
            "",
            "The Suzhou plant of the company built 48,000 cars last summer.",
            references=("该公司苏州工厂去年夏天招聘了4万名工人。",),
        ),
    ),
)
def number_against_reference(article: Article, context: Context) -> Iterator[Hit]:
    """A number, an amount or a share is not the one that a reference gives for the same thing.

    ## Why is this a problem?
    One of the two texts is wrong, or one is older; somebody should look.

    ## Known limits
    Only references that are given (`--reference`) are compared, and only where most else in the two
    statements agrees. Numbers more than five times apart are taken for numbers of different things.
    """
    yield from _hits(article, context, dates=False)


def _hits(article: Article, context: Context, *, dates: bool) -> Iterator[Hit]:
    """Return a hit for each fact that references contradict; all of them are quoted."""
    if not article.references:
        return
    places: dict[tuple[int, int, int], list[Contradiction]] = {}
    for item in context.kept(contradictions, context):
        if (item.witness.kind in DATES) is dates:
            places.setdefault((item.pair, item.span.start, item.span.end), []).append(item)
    for found in places.values():
        first = found[0]
        told = dict.fromkeys(
            f"{_place(item)} has {item.witness.reference.text} in {_quoted(item)}" for item in found
        )
        yield Hit(
            f"{', '.join(told)}, not {first.witness.article.text}",
            tgt=first.span,
            pair=first.pair,
            related=tuple(Passage(item.reference, item.witness.reference.span) for item in found),
        )


def _place(item: Contradiction) -> str:
    """Return the file and line of what a reference says."""
    document = item.reference
    if document.path is None:
        return "a reference"
    line, _ = LineIndex(document.raw).place(document.to_raw(item.witness.reference.span).start)
    path = document.path.name if document.path.is_absolute() else document.path.as_posix()
    return f"{path}:{line}"


def _quoted(item: Contradiction) -> str:
    statement = " ".join(item.match.reference.text.split())
    cut = statement if len(statement) <= LIMIT_QUOTED else statement[: LIMIT_QUOTED - 1] + "…"
    return f"“{cut}”"
