"""Words of the translation that nothing in the source is behind."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from align.clues.qualifiers import unfounded
from align.clues.set_phrase import has_set_phrase
from align.finding import Hit, Severity, in_quotes
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from corpus import Span

LONGEST_ENTRY = 8  # characters of a phrase without a stop
_STOPS = frozenset("。！？.!?；;")
LIMIT_ADDED = 3  # words in an article, from which on adding them is the way of its translator


@rule(
    code="COV004",
    name="added-qualifier",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("工厂上月关闭。", "The plant ⟦suddenly⟧ closed last month."),
        Bad("產量超過四百萬輛。", "Output exceeded ⟦almost⟧ four million."),
        Bad("他离开了公司。", "He left the company ⟦illegally⟧."),
        Bad("当局公布了人员名单。", "The authorities published a list of the ⟦military⟧ staff."),
        Bad("专家检查了桥梁。", "⟦Unemployed⟧ experts checked the bridge."),
    ),
    good=(
        Good("工厂上月突然关闭。", "The plant suddenly closed last month."),
        Good("產量近四百萬輛。", "Output is almost four million."),
        Good("专家检查了桥梁。", "Experts of the Royal Bridge Company made a non-military check."),
        Good("温度每升高1度，产量下降3%。", "Every additional degree cuts yields by 3%."),
        Good("比肩接踵", "be crowded with people"),
        Good("孩子破涕为笑。", "The child suddenly laughed through its tears."),
        Good("公司走了，他也走了。\n这很突然。", "The company left, and suddenly he did.\nNobody was ready."),
    ),
)
def added_qualifier(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word that changes what is claimed (*suddenly*, *almost*, *illegal*, *wild*) has nothing behind it.

    ## Why is this a problem?
    It reads well, so nobody asks who said so.

    ## Known limits
    Some six hundred adverbs and adjectives are known, and one passes wherever one of the characters that may
    be behind it stands in the source, or in the sentence before or behind. Those that translators add freely
    (*important*, *local*, *beautiful*) are none of them. In fiction others are added as freely: from three in
    an article on, the findings are `info`. Where the source has an idiom nothing is reported, for idioms say
    *suddenly* and *completely* by other characters; nor in a phrase that stands alone, as in a glossary.
    """
    for span in _added(pair, context):
        severity = Severity.INFO if context.kept(_adds_freely, context) else None
        yield Hit(f"nothing in the source says {in_quotes(span.of(pair.tgt))}", tgt=span, severity=severity)


def _added(pair: Pair, context: Context) -> Iterator[Span]:
    """Yield where a translation has a word that nothing in the source, or in the sentences beside, says."""
    chinese = context.kept(simplified, pair.zh)
    found = list(unfounded(chinese, pair.en))
    if not found or _is_entry(chinese) or has_set_phrase(chinese):
        return
    around = "".join(context.kept(simplified, other.zh) for other in neighbours(pair, context))
    yield from (span for span in found if not around or span in unfounded(around, pair.en))


def _is_entry(chinese: str) -> bool:
    """Tell whether a text is a word or a phrase as a dictionary has it: its rendering explains it."""
    return len(chinese) <= LONGEST_ENTRY and chinese[-1:] not in _STOPS


def _adds_freely(context: Context) -> bool:
    """Tell whether an article has so many such words that they must be its translator's way."""
    found = (span for pair in context.article.pairs for span in _added(pair, context))
    return len(list(islice(found, LIMIT_ADDED))) == LIMIT_ADDED
