"""What must be, what may be, and what is left out or added by an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.exception import mistaken_except
from align.clues.modality import reversal
from align.finding import Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.clues.modality import Reversal


@rule(
    code="POL004",
    name="changed-modality",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("乘客⟦必须⟧出示证件。", "Passengers ⟦may⟧ show their papers."),
        Bad("申请人⟦可以⟧派他人办理。", "Applicants ⟦must⟧ send somebody else."),
        Bad("進入車間⟦務必⟧戴上安全帽。", "You ⟦can⟧ wear a helmet in the workshop."),
        Bad("Members ⟦must⟧ vote by noon.", "会员⟦可以⟧在中午前投票。", src_lang="en"),
        Bad("Members ⟦may⟧ vote by noon.", "会员⟦必须⟧在中午前投票。", src_lang="en"),
    ),
    good=(
        Good("乘客必须出示证件。", "Passengers are asked to show their papers, which may be copies."),
        Good("乘客必须出示证件。", "No passenger can travel without papers."),
        Good("申请人可以委托他人办理，但必须出示证件。", "Applicants who send others must give them papers."),
        Good("他可能已经走了。", "He must have gone, or so it seems."),
        Good(
            "乘客必须出示证件。\n儿童可以入场。", "Children may come in.\nPassengers must show their papers."
        ),
        Good("Members may vote.", "会员有权投票，须凭证入场。", src_lang="en"),
    ),
)
def changed_modality(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source says that something must be, the translation that it may be; or the other way round.

    ## Why is this a problem?
    A duty becomes an offer. In contracts, rules and instructions this is the word that counts.

    ## Known limits
    A pair is looked at only where nothing else in it may stand for a duty or a possibility, so that about
    half of the changed words are found. *Should* and 应该 are left alone.
    """
    found = reversal(context.kept(simplified, pair.zh), pair.en)
    if found and not _is_reversed_beside(found, pair, context):
        src, tgt = pair.source_first(found.chinese, found.english)
        duty = found.duty_in_chinese == (pair.src_lang == "zh")
        change = "a duty became a possibility" if duty else "a possibility became a duty"
        yield Hit(f"{tgt.of(pair.tgt)} is not {src.of(pair.src)}: {change}", src=src, tgt=tgt)


def _is_reversed_beside(found: Reversal, pair: Pair, context: Context) -> bool:
    """Tell whether the pair before or behind has the opposite change: two sentences changed places."""
    around = (reversal(context.kept(simplified, other.zh), other.en) for other in neighbours(pair, context))
    return any(other and other.duty_in_chinese != found.duty_in_chinese for other in around)


@rule(
    code="POL005",
    name="exception-for-addition",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("⟦除北京外⟧，上海也设有展馆。", "⟦Except for⟧ Beijing, Shanghai has a hall too."),
        Bad("⟦除周一以外⟧，展馆每天开放。", "⟦In addition to⟧ Monday, the hall is open every day."),
        Bad("⟦Besides⟧ Monday, it is also open on Sunday.", "⟦除周一外⟧，周日都不开放。", src_lang="en"),
    ),
    good=(
        Good("除北京外，上海也设有展馆。", "Besides Beijing, Shanghai has a hall."),
        Good("除周一以外，展馆每天开放。", "The hall is open every day but Monday."),
        Good("除周一以外，展馆每天开放，还提供讲解。", "Besides the tours, it is open all week."),
        Good("除夕外出的人也不少，除了老人。", "On New Year’s Eve many go out too, except the old."),
    ),
)
def exception_for_addition(pair: Pair, context: Context) -> Iterator[Hit]:
    """除…外 that adds (还, 也) is rendered as *except*, or one that takes out (都, 其余) as *besides*.

    ## Why is this a problem?
    What belongs to the list is taken out of it, or the other way round.

    ## Known limits
    Where neither or both of 还 and 都 follow, or English has *apart from*, which can mean both, nothing is
    reported.
    """
    found = mistaken_except(context.kept(simplified, pair.zh), pair.en)
    if found:
        src, tgt = pair.source_first(found.chinese, found.english)
        meaning = "adds (besides)" if found.adds else "takes out (except)"
        chinese = found.chinese.of(pair.zh)
        yield Hit(f"{chinese} {meaning}; {found.english.of(pair.en)} says otherwise", src=src, tgt=tgt)
