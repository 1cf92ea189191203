"""Terms and titles that the built-in tables know, rendered word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.known import has_avoided, known_terms, literal_forms
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from glossary.wording import replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.termbase import Occurrence


@rule(
    code="CAL006",
    name="literal-term",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("她煮了一碗⟦汤圆⟧。", "She made a bowl of ⟦soup circle⟧.", fixed="She made a bowl of tangyuan."),
        Bad(
            "出口额⟦环比⟧增长百分之三。",
            "Exports grew three percent ⟦ring-on-ring⟧.",
            fixed="Exports grew three percent month-on-month.",
        ),
        Bad(
            "他演了三十年⟦相声⟧。",
            "He has performed ⟦phase sound⟧ for thirty years.",
            fixed="He has performed crosstalk for thirty years.",
        ),
        Bad(
            "谁是这枚火箭的⟦总设计师⟧？",
            "Who is the ⟦General Designer⟧ of the rocket?",
            fixed="Who is the chief designer of the rocket?",
        ),
        Bad(
            "中央政治局⟦常委⟧到会。",
            "A ⟦Permanent Member⟧ of the Political Bureau was present.",
            fixed="A Standing Committee member of the Political Bureau was present.",
        ),
    ),
    good=(
        Good("她煮了一碗汤圆。", "She made a bowl of tangyuan."),
        Good("她煮了一碗汤圆。", "She made tangyuan, literally “soup circle”."),
        Good("她把汤倒在圆锅里。", "She poured a soup circle into the pot."),
        Good("出口额环比增长百分之三。", "Exports grew three percent on the month before."),
        Good("他演了三十年相声。", "He has been a comedian for thirty years."),
    ),
)
def literal_term(pair: Pair, context: Context) -> Iterator[Hit]:
    """A term or a title that has an established English form is rendered word for word.

    ## Why is this a problem?
    The words name nothing, or something else.

    ## Known limits
    Only mistranslations that the built-in tables list are known. Where the established form stands in the
    same text, too, the literal one may explain it.
    """
    if not has_avoided(pair, context):
        return
    for usage in known_terms(pair, context):
        for item in literal_forms(usage, pair, context):
            if item.span.of(pair.tgt) not in pair.src:
                yield _literal(pair, item, usage)


def _literal(pair: Pair, item: Occurrence, usage: Usage) -> Hit:
    wanted = usage.forms[0]
    change = replacement(pair.tgt, item.span, item.term.text, wanted)
    return Hit(
        f'{usage.text} is "{wanted}", not "{item.span.of(pair.tgt)}"',
        src=usage.span,
        tgt=item.span,
        fix=Fix(change.span, change.text),
        suggestion=change.text,
    )
