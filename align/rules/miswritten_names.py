"""Names of people that a Chinese translation writes with a wrong character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.miswritten import miswritten_people
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus.script import in_script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

LEI = (("雷军", "Lei Jun"),)


@rule(
    code="NAM006",
    name="miswritten-chinese-name",
    severity=Severity.ERROR,
    since="0.1.0",
    into="zh",
    bilingual=True,
    bad=(
        Bad("⟦Lei Jun⟧ showed the car.", "⟦雷君⟧展示了新车。", LEI, fixed="雷军展示了新车。", src_lang="en"),
        Bad("⟦Lei Jun⟧ thanked the team.", "⟦雷鈞⟧感謝團隊。", LEI, fixed="雷軍感謝團隊。", src_lang="en"),
        Bad("⟦Jensen Huang⟧ took the stage.", "⟦黄仁动⟧登台。", src_lang="en"),
        Bad("⟦Zhang Yiming⟧ stepped down.", "⟦章一鸣⟧卸任。", src_lang="en"),
        Bad("⟦Andy Lau⟧ is on tour.", "⟦刘得华⟧在巡演。", src_lang="en"),
    ),
    good=(
        Good("Lei Jun showed the car.", "雷军展示了新车。", LEI, src_lang="en"),
        Good("Lei Jun showed the car.", "雷總展示了新車。", LEI, src_lang="en"),
        Good("Lei Jun and Lei Qun showed the car.", "他和雷群展示了新车。", LEI, src_lang="en"),
        Good("Jensen Huang took the stage.", "黃仁勛登台。", src_lang="en"),
        Good("Jensen Huang took the stage.", "黄教主登台。", src_lang="en"),
        Good("Li Ka-shing and Lee Ka-shing differ.", "李家诚和他意见不同。", src_lang="en"),
        Good("Zhang Yiming published an essay.", "他的文章一鸣惊人。", src_lang="en"),
        Good("Wang Xiaoli was ill.", "王小姐病了。", (("王小丽", "Wang Xiaoli"),), src_lang="en"),
    ),
)
def miswritten_chinese_name(pair: Pair, context: Context) -> Iterator[Hit]:
    """A character is wrong in the Chinese name of a person whom the source names in English.

    The glossary and the built-in tables say how the name is written. What stands instead has the same
    surname, or one that sounds the same, and differs in one character.

    ## Why is this a problem?
    Many characters sound alike, and each makes another name.

    ## Known limits
    A given name of one character is reported only where the wrong one sounds like it: 雷达 may be a radar.
    People whose English name has not the surname in pinyin, or as it is spelled in Hong Kong or Taiwan, are
    not looked for; nor is anybody whose right name stands elsewhere in the sentence.
    """
    for item in miswritten_people(pair, context):
        right = in_script_of(item.name, pair.tgt)
        user = item.entry.user
        yield Hit(
            f'{item.src.of(pair.src)} is {right}, not "{item.tgt.of(pair.tgt)}"',
            src=item.src,
            tgt=item.tgt,
            fix=Fix(item.tgt, right) if user else None,
            suggestion=right,
            severity=None if user else Severity.WARNING,
        )
