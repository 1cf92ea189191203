"""Who is meant, and who speaks: a woman spoken of as a man, words put into another's mouth."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from align.clues.gender import mistaken_gender, names_somebody, speaks_of_woman
from align.clues.speakers import speakers
from align.finding import Hit, Severity
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Article, Context, Pair
    from align.clues.gender import MistakenGender

LEAST_WOMEN = 3  # pairs with 他 and "she" in an article without 她


@rule(
    code="NAM020",
    name="changed-gender",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("⟦她⟧说工厂下周开业。", "⟦He⟧ said the plant would open next week."),
        Bad("记者问⟦他⟧何时复工。", "Reporters asked ⟦her⟧ when work would resume."),
        Bad("陳⟦女士⟧購買了兩套房。", "⟦Mr⟧. Chen bought two flats."),
        Bad("⟦She⟧ opened the plant.", "⟦他⟧为工厂揭幕。", src_lang="en"),
    ),
    good=(
        Good("她说，父亲下周回来。", "He is coming back next week, her father."),
        Good("她说，父亲下周回来。", "He said he would be back next week."),
        Good("其他人都来了，他们很高兴。", "The others all came; she was glad."),
        Good("他们问她何时复工。", "They asked her when work would resume."),
        Good("The woman asked him.", "她问了问题。", src_lang="en"),
        Good(
            "刘姥姥来了。\n他笑了。\n他走了。\n众人都说他好。",
            "Grannie came.\nShe smiled.\nShe left.\nAll liked her.",
        ),
        Good("她说工厂开业了。\n他说没有。", "He said it had not.\nShe said the plant was open."),
    ),
)
def changed_gender(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source speaks of a woman and the translation of a man, or the other way round.

    ## Why is this a problem?
    他 and 她 sound the same, and Chinese often goes without either, so machines guess. The reader takes
    one person for two.

    ## Known limits
    A pair is looked at only where either side has a word for one gender (她, 女士, *she*, *Ms.*) and none
    that may stand for the other; a name alone says nothing. Where 他 became *she* in a sentence that has a
    name, which may be hers, the finding is `info`; so old a text that 她 is nowhere in it is left alone.
    """
    found = mistaken_gender(context.kept(simplified, pair.zh), pair.en)
    if not found or (not found.woman_in_chinese and context.kept(_has_he_for_she, context.article)):
        return
    if not _is_reversed_beside(found, pair, context):
        src, tgt = pair.source_first(found.chinese, found.english)
        person = "woman" if found.woman_in_chinese == (pair.src_lang == "zh") else "man"
        severity = None if found.woman_in_chinese or not names_somebody(pair.en) else Severity.INFO
        message = f"{src.of(pair.src)} is a {person}, {tgt.of(pair.tgt)} is not"
        yield Hit(message, src=src, tgt=tgt, severity=severity)


def _has_he_for_she(article: Article) -> bool:
    """Tell whether an article writes 他 of women as well, as Chinese did until a century ago."""
    if "她" in article.zh:
        return False
    women = (pair for pair in article.pairs if "他" in pair.zh and speaks_of_woman(pair.en))
    return len(list(islice(women, LEAST_WOMEN))) == LEAST_WOMEN


def _is_reversed_beside(found: MistakenGender, pair: Pair, context: Context) -> bool:
    """Tell whether the pair before or behind has the opposite change: two sentences changed places."""
    around = (
        mistaken_gender(context.kept(simplified, other.zh), other.en) for other in neighbours(pair, context)
    )
    return any(other and other.woman_in_chinese != found.woman_in_chinese for other in around)


@rule(
    code="NAM030",
    name="changed-speaker",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad(
            "⟦张伟明⟧告诉陈小红，工厂开业了。", "⟦Chen Xiaohong⟧ told Zhang Weiming that the plant was open."
        ),
        Bad("⟦默克尔⟧说，她将会见马克龙。", "She will meet with Merkel, ⟦Macron⟧ said."),
        Bad("⟦Zhang Weiming⟧ said Chen Xiaohong had left.", "⟦陈小红⟧说，张伟明走了。", src_lang="en"),
    ),
    good=(
        Good("张伟明告诉陈小红，工厂开业了。", "Chen Xiaohong was told by Zhang Weiming that it was open."),
        Good("张伟明说，陈小红走了。", "Chen Xiaohong had left, Zhang Weiming said."),
        Good("陈小红问张伟明，张伟明说开了。", "Chen Xiaohong asked Zhang Weiming, and he said yes."),
        Good("马克龙与默克尔通话后表示满意。", "After a call with Merkel, Macron said he was glad."),
        Good("马克龙会见默克尔后表示满意。", "Macron said he was glad after meeting Merkel."),
        Good("张伟明说，陈小红也这样说。", "Chen Xiaohong said so, and Zhang Weiming agreed."),
    ),
)
def changed_speaker(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation has one person say what the source has another say.

    ## Why is this a problem?
    The words are put into the wrong mouth, and every name is right.

    ## Known limits
    Both sides must name both people: people of the term base, or Chinese names in pinyin. Only a verb of
    speaking right beside the name is seen.
    """
    people = speakers(pair, context)
    chinese = [person for person in people if person.speaks_in_chinese]
    english = [person for person in people if person.speaks_in_english]
    if len(chinese) == len(english) == 1 and chinese[0].chinese != english[0].chinese:
        src, tgt = pair.source_first(chinese[0].chinese, english[0].english)
        message = f"the source has {src.of(pair.src)} say this, not {tgt.of(pair.tgt)}"
        yield Hit(message, src=src, tgt=tgt)
