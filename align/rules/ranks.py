"""The rank of a person: a deputy is not the chief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.ranks import gained_ranks, lost_ranks, may_have_rank
from align.finding import Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified
from glossary.title import ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="NAM031",
    name="lost-rank",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("⟦副总经理⟧王敏到会。", "Wang Min, the ⟦General Manager⟧, was there."),
        Bad("新任⟦代理局长⟧表示欢迎。", "The new ⟦director⟧ welcomed them."),
        Bad("他被聘為⟦名譽教授⟧。", "He was made a ⟦professor⟧."),
    ),
    good=(
        Good("副总经理王敏到会。", "Wang Min, a vice president, was there."),
        Good("总经理和副总经理到会。", "The general manager came with his second."),
        Good("副总经理王敏到会。", "Wang Min, the General Manager's deputy, was there."),
        Good("副总经理王敏到会。", "Wang Min was there."),
        Good("独立非执行董事", "independent directors"),
    ),
)
def lost_rank(pair: Pair, context: Context) -> Iterator[Hit]:
    """A title loses its rank: a deputy, acting or honorary one becomes the one in office.

    ## Why is this a problem?
    A deputy general manager is somebody else than the general manager.

    ## Known limits
    Anything in the sentence, or in those beside it, that may stand for the rank excuses it. Ranks of soldiers
    and degrees are left alone.
    """
    chinese = context.kept(simplified, pair.zh)
    if not may_have_rank(chinese):
        return
    for change in lost_ranks(chinese, pair.en):
        nearby = " ".join(other.en for other in neighbours(pair, context))
        if not any(rank.words.search(nearby) for rank in ranks().values()):
            right, wrong = change.english, change.placed.of(pair.en)
            yield Hit(
                f'{change.chinese.of(pair.zh)} is "{right}", not "{wrong}"',
                src=change.chinese,
                tgt=change.placed,
                suggestion=right,
            )


@rule(
    code="NAM032",
    name="gained-rank",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("⟦总经理⟧王敏到会。", "⟦Deputy General Manager⟧ Wang Min was there."),
        Bad("⟦市長⟧致辭。", "The ⟦vice mayor⟧ spoke."),
    ),
    good=(
        Good("总经理王敏到会。", "General Manager Wang Min was there with her deputy."),
        Good("商务部次长致辞。", "The Vice Minister of Commerce spoke."),
        Good("总经理助理致辞。", "The deputy general manager spoke."),
    ),
)
def gained_rank(pair: Pair, context: Context) -> Iterator[Hit]:
    """The holder of an office becomes its deputy.

    ## Known limits
    Only *deputy* and *vice* before the title are looked at.
    """
    for change in gained_ranks(context.kept(simplified, pair.zh), pair.en):
        right, wrong = change.english, change.placed.of(pair.en)
        yield Hit(
            f'{change.chinese.of(pair.zh)} is "{right}", not "{wrong}"',
            src=change.chinese,
            tgt=change.placed,
            suggestion=right,
        )
