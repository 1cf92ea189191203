"""Text with no counterpart: a target that translates something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.relatedness import is_unrelated
from align.finding import Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="COV002",
    name="unrelated-target",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad(
            "工厂去年五月在郊区开业，专门生产小型电动汽车。",
            "⟦The committee rejected the proposal to raise tuition fees for foreign students.⟧",
        ),
        Bad(
            "The committee rejected the proposal to raise tuition fees for foreign students.",
            "⟦工厂去年五月在郊区开业，专门生产小型电动汽车。⟧",
            src_lang="en",
        ),
    ),
    good=(
        Good(
            "工厂去年五月在郊区开业，专门生产小型电动汽车。",
            "Opened last May in the suburbs, the plant turns out nothing but small electric cars.",
        ),
        Good("说到做到，决不食言。", "They walk the talk."),
        Good(
            "工厂去年五月在郊区开业，专门生产小型电动汽车。\n委员会否决了提高外国学生学费的提案。",
            "The committee rejected the proposal to raise tuition fees for foreign students.\n"
            "Last May the plant opened in the suburbs to turn out small electric cars.",
        ),
        Good(
            "SU7去年五月在郊区开业的工厂下线，广受用户好评。", "The SU7 rolled off the line to rave reviews."
        ),
    ),
)
def unrelated_target(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation has nothing to do with the source.

    ## Why is this a problem?
    Rows were shifted, or a segment was pasted into the wrong place.

    ## Known limits
    The dictionary decides: hardly a word of the source is met in the translation, and no number, name or
    Latin word. Texts of a few words are never reported. With `--encoder use` the meaning of the whole
    sentence is compared as well where the dictionary is in doubt.
    """
    likeness = context.shared.likeness if context.shared.encoder != "none" else None
    chinese = context.kept(simplified, pair.zh)
    if is_unrelated(chinese, pair.en, likeness=likeness) and not _changed_places(pair, context):
        start = len(pair.tgt) - len(pair.tgt.lstrip())
        span = Span(start, start + len(pair.tgt.strip()))
        yield Hit("this has nothing in common with the source", tgt=span)


def _changed_places(pair: Pair, context: Context) -> bool:
    """Tell whether a pair and one beside it belong together crosswise."""
    chinese = context.kept(simplified, pair.zh)
    return any(
        not is_unrelated(chinese, other.en) and not is_unrelated(context.kept(simplified, other.zh), pair.en)
        for other in neighbours(pair, context)
        if is_unrelated(context.kept(simplified, other.zh), other.en)
    )
