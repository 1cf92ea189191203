"""Text with no counterpart: a target that translates something else, a quotation that is none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.listed import MARK, is_lost, lost_items
from align.clues.pairfacts import facts_of
from align.clues.relatedness import is_unrelated
from align.facts.fact import Strength
from align.facts.value import Date, Quantity
from align.finding import Hit, Severity, in_quotes
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.lexicon import content_stems

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from decimal import Decimal

    from align.article import Context, Pair
    from align.facts.fact import Fact
    from corpus import Lang

LEAST_TELLING = 100  # a smaller number stands on both sides by chance
_MARKS = '"“”„‟‘«»「」『』'
# Speech and no term: behind a colon, a comma or a verb of speaking, and a sentence by its marks.
_SPEECH: dict[Lang, re.Pattern[str]] = {
    "zh": lazy('[：:，,说說道](?P<quotation>[“「"][^“”「」"]{6,200}[，。！？,.!?…][^“”「」"]{0,200}[”」"])'),
    "en": lazy(r'(?:[:,]|\bsa(?:id|ys))\s{1,2}(?P<quotation>[“"][^“”"]{25,400}[,.!?][^“”"]{0,200}[”"])'),
}
_SINGLE_QUOTE = lazy(r"(?<!\w)'|'(?!\w)")


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
        Good(
            "截至发布会结束，全网预约量已突破120万台。",
            "By the time the event wrapped up, pre-orders across all channels had passed 1.2 million.",
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
    if not context.ids(pair.src, pair.src_lang).isdisjoint(context.ids(pair.tgt, pair.tgt_lang)):
        return  # both have a name or a term that is known
    likeness = context.shared.likeness if context.shared.encoder != "none" else None
    chinese = context.kept(simplified, pair.zh)
    if not is_unrelated(chinese, pair.en, likeness=likeness) or _shares_value(pair, context):
        return
    if not _changed_places(pair, context):
        start = len(pair.tgt) - len(pair.tgt.lstrip())
        span = Span(start, start + len(pair.tgt.strip()))
        yield Hit("this has nothing in common with the source", tgt=span)


def _shares_value(pair: Pair, context: Context) -> bool:
    """Tell whether a large number or a date stands on both sides, however written: 120万, 1.2 million."""
    facts = facts_of(pair, context)
    return not {*map(_telling, facts.src)}.isdisjoint({*map(_telling, facts.tgt)} - {None})


def _telling(fact: Fact) -> Decimal | Date | None:
    """Return the number or the date that a fact is about, or None where it says too little."""
    value = fact.value
    if fact.strength is Strength.LOOSE:
        return None
    if isinstance(value, Quantity):
        return value.value if value.value >= LEAST_TELLING else None
    return value if isinstance(value, Date) else None


def _changed_places(pair: Pair, context: Context) -> bool:
    """Tell whether a pair and one beside it belong together crosswise."""
    chinese = context.kept(simplified, pair.zh)
    return any(
        not is_unrelated(chinese, other.en) and not is_unrelated(context.kept(simplified, other.zh), pair.en)
        for other in neighbours(pair, context)
        if is_unrelated(context.kept(simplified, other.zh), other.en)
    )


@rule(
    code="COV005",
    name="lost-quotation",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad(
            "李强说：⟦“工厂六月开业，我们都很高兴。”⟧",
            "Li Qiang: the plant opens in June, we are all glad.",
        ),
        Bad(
            "Li Qiang said, ⟦“The plant opens in June, and all of us are glad.”⟧",
            "李强：工厂六月开业，我们都很高兴。",
            src_lang="en",
        ),
    ),
    good=(
        Good("李强说：“工厂六月开业，我们都很高兴。”", "“The plant opens in June,” said Li Qiang."),
        Good("他提到“双碳”，说“好”。", "He mentioned dual carbon and agreed."),
        Good(
            "李强说：“工厂六月开业，我们都很高兴。”\n他很忙。",
            "Li Qiang spoke.\n“The plant opens in June,” he said, and was busy.",
        ),
    ),
)
def lost_quotation(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source quotes what somebody says, and the translation has no quotation mark at all.

    ## Why is this a problem?
    The words of a person become those of the writer.

    ## Known limits
    Terms and titles between quotation marks are left alone, for English often does without.
    """
    if '"' not in pair.src and "“" not in pair.src and "「" not in pair.src:
        return
    speech = _SPEECH[pair.src_lang].search(pair.src)
    if speech and not any(_quotes(text) for text in (pair.tgt, *_targets_beside(pair, context))):
        yield Hit("this is quoted in the source only", src=Span(*speech.span("quotation")))


def _targets_beside(pair: Pair, context: Context) -> Iterator[str]:
    return (other.tgt for other in neighbours(pair, context) if not _quotes(other.src))


def _quotes(text: str) -> bool:
    return any(mark in text for mark in _MARKS) or bool(_SINGLE_QUOTE.search(text))


@rule(
    code="COV007",
    name="lost-list-item",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("工厂生产汽车、⟦电池⟧和玩具。", "The plant makes ⟦cars and toys⟧."),
        Bad("会上谈到了土地、⟦工资⟧、學校和醫院。", "They spoke about ⟦land, schools, and hospitals⟧."),
    ),
    good=(
        Good("工厂生产汽车、电池和玩具。", "The plant makes cars, batteries and toys."),
        Good("工厂生产汽车、电池和玩具。", "The plant makes cars and toys, as well as power packs."),
        Good("工厂生产汽车、电池和玩具。", "The plant makes power packs, cars and toys."),
        Good("工厂生产汽车、电池和玩具。", "The plant makes cars, power packs and toys."),
        Good("人们都关心衣、食、住、行。", "People care about clothing, housing and transport."),
        Good(
            "工厂生产汽车、电池和玩具。\n销量很好。",
            "The plant makes cars and toys.\nIt sells many of them, and of its batteries.",
        ),
    ),
)
def lost_list_item(pair: Pair, context: Context) -> Iterator[Hit]:
    """A list of the source has an item that the same list of the translation lacks.

    ## Why is this a problem?
    The list reads well without it.

    ## Known limits
    The dictionary must know the item, and must find every other item of the list in the translation, in the
    same order and in a list of just one item less. The first and the last item are never missed.
    """
    if MARK not in pair.src:
        return
    chinese = context.kept(simplified, pair.zh)
    for lost in lost_items(chinese, pair.en):
        item = lost.chinese.of(chinese)
        if all(is_lost(item, content_stems(other.en)) for other in neighbours(pair, context)):
            shown = in_quotes(lost.english.of(pair.en))
            yield Hit(f"{lost.chinese.of(pair.zh)} is missing in {shown}", src=lost.chinese, tgt=lost.english)
