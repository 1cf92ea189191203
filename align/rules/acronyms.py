"""Acronyms with wrong letters, and full names with a word lost or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.acronyms import garbled_acronyms
from align.clues.scrambled import scrambled_names
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair


@rule(
    code="NAM013",
    name="garbled-acronym",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad(
            "用⟦PCR⟧检测样本。",
            "The samples were tested by ⟦PRC⟧.",
            fixed="The samples were tested by PCR.",
        ),
        Bad("⟦首席执行官⟧辞职了。", "The ⟦CFO⟧ resigned.", fixed="The CEO resigned."),
        Bad(
            "⟦特区⟧政府发布了通知。",
            "The ⟦SRR⟧ government issued a notice.",
            fixed="The SAR government issued a notice.",
        ),
        Bad("The ⟦FTIR⟧ spectrum is new.", "⟦FIR⟧光谱是新的。", fixed="FTIR光谱是新的。", src_lang="en"),
    ),
    good=(
        Good("用PCR检测样本。", "The samples were tested by PCR."),
        Good("用PCR检测样本。", "The samples were tested by polymerase chain reaction in the PRC."),
        Good("首席执行官和首席财务官辞职了。", "The chief executive and the CFO resigned."),
        Good("首席执行官辞职了。", "The Chief Executive Manager (CEM) resigned."),
        Good("国内生产总值增长5%。", "GDP GREW BY 5 PERCENT"),
        Good("国内生产总值增长5%。", "The economy grew by 5 percent."),
    ),
)
def garbled_acronym(pair: Pair, context: Context) -> Iterator[Hit]:
    """An acronym has a wrong letter, one too many or too few, or its letters in another order.

    What it should be is an acronym of the source, or stands for a name or a term there: SAR for 特别行政区.
    An acronym that other words account for is left alone.

    ## Why is this a problem?
    Two acronyms are two bodies: the IAEA is not the IEA.

    ## Known limits
    A wrong acronym that shares few letters with the right one is not reported, and in a heading that is
    all in capitals nothing is.
    """
    for wanted, span in garbled_acronyms(pair, context):
        written = span.of(pair.tgt)
        what = "the source has" if wanted.said else f"{wanted.span.of(pair.src)} is"
        yield Hit(
            f'{what} {wanted.acronym}, not "{written}"',
            src=wanted.span,
            tgt=span,
            fix=Fix(span, wanted.acronym),
            suggestion=wanted.acronym,
            severity=None if wanted.said else Severity.WARNING,
        )


@rule(
    code="NAM021",
    name="scrambled-name",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad(
            "⟦国家发改委⟧发布了通知。",
            "The ⟦National Development and Commission⟧ issued a notice.",
            fixed="The National Development and Reform Commission issued a notice.",
        ),
        Bad(
            "⟦世界贸易组织⟧同意了。",
            "The ⟦Trade World Organization⟧ agreed.",
            fixed="The World Trade Organization agreed.",
        ),
    ),
    good=(
        Good("国家发改委发布了通知。", "The National Development and Reform Commission issued a notice."),
        Good("国家发改委发布了通知。", "The NDRC and the National Development Bank issued a notice."),
        Good("世界卫生组织同意了。", "The health organization agreed on World Health."),
    ),
)
def scrambled_name(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name of several words lacks one of them or has them in another order.

    ## Why is this a problem?
    What is left names nothing, or something else.

    ## Known limits
    Only names of three and more words that the tables know are compared. A missing National, China or
    Commission is no error: bodies are named without them.
    """
    for source, span, wanted in scrambled_names(pair, context):
        yield Hit(
            f'{source.of(pair.src)} is {wanted}, not "{span.of(pair.tgt)}"',
            src=source,
            tgt=span,
            fix=Fix(span, wanted),
            suggestion=wanted,
        )
