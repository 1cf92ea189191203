"""Negations that were added or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.complements import affirmed_complement
from align.clues.negators import (
    chinese_negators,
    count_chinese_negatives,
    count_negative_characters,
    english_negations,
    evident_negations,
    has_negative,
    limit_english_negations,
)
from align.clues.predicates import affirmed, in_set_phrase, is_said
from align.clues.set_phrase import is_idiomatic
from align.clues.stranded import stranded
from align.finding import Hit, Severity, in_quotes
from align.neighbours import neighbours
from align.rule import Bad, Good, rule
from corpus.pattern import lazy
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from corpus import Span

# Where Chinese asks, makes a condition, or means everything, English has no need of a negation.
_WORDED = lazy(
    "[?？吗]|[只才仅除]|(?:如果|若|要是|倘若)[^，]{0,6}[没不]|直到|[之以]前|为止|比.{0,20}不|没有.{0,12}(?:那么|这么|一个不|不)"
    "|连|(?<!任)何|[怎哪谁]|什么"
)
_SPEECH = lazy(r"\b(?:I|[Yy]ou|[Mm]e|[Mm]y|[Yy]our)\b")  # what people say is told freely


@rule(
    code="POL001",
    name="added-negation",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("工厂五月开业。", "The plant did ⟦not⟧ open in May."),
        Bad("他相信销量会增长。", "He ⟦doesn't⟧ believe that sales will grow."),
        Bad(
            "公司拒绝评论，但将公布业绩。", "The firm declined to comment and will ⟦not⟧ publish its results."
        ),
        Bad("The plant opened in May.", "工厂⟦并没有⟧在五月开业。", src_lang="en"),
    ),
    good=(
        Good("工厂五月才开业。", "The plant did not open until May."),
        Good("他拒绝回答。", "He did not answer."),
        Good("他忘了关门。", "He did not close the door."),
        Good("他的手始终按着箱子。", "His hand never left the box."),
        Good("人人都会喜欢它。", "It is hard for anybody to not like it."),
        Good("罢了，你去吧。", "It doesn't matter, go."),
        Good("如有尾差，系四舍五入所致。", "Figures may not add up because of rounding."),
        Good("这款车既便宜又可靠。", "The car is not only cheap but reliable."),
        Good("请放心，工厂会开业。", "Don't worry, the plant will open."),
        Good("他守口如瓶。", "He did not say a word."),
        Good("早餐自理。", "Breakfast is not included."),
        Good("He was unable to come.", "他没能来。", src_lang="en"),
        Good("厂区很大。\n它没有关闭。", "The plant did not close.\nIt is large."),
    ),
)
def added_negation(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation negates what the source affirms.

    ## Why is this a problem?
    It says the opposite. Models do so where they lose the thread of a long sentence.

    ## Known limits
    Negations are counted, not matched: where the source has as many, one that moved is not seen. Where the
    dictionary does not find what is negated in the source, or where somebody speaks (*I*, *you*), it is a
    warning: free translation says "not done yet" for 又. So it is into Chinese, and only where the English
    has no negative word of any kind.
    """
    if pair.tgt_lang == "en":
        span = _only_english(pair, context)
        if span:
            message = f"{in_quotes(span.of(pair.tgt))} has no counterpart in the source, which affirms this"
            sure = is_said(pair.en, span, context.kept(simplified, pair.zh)) and not _SPEECH.search(pair.en)
            yield Hit(message, tgt=span, severity=None if sure else Severity.WARNING)
        return
    spans = _only_chinese(pair, context)
    if spans:
        message = f"{spans[0].of(pair.tgt)} has no counterpart in the source, which affirms this"
        yield Hit(message, tgt=spans[0], severity=Severity.WARNING)


@rule(
    code="POL002",
    name="dropped-negation",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("工厂⟦不会⟧关闭。", "The plant will be ⟦closed⟧."),
        Bad("他们⟦没有⟧受伤。", "They were ⟦injured⟧."),
        Bad("这一消息⟦无法⟧证实。", "The news has been made public."),
        Bad("合同⟦不⟧符合规定。", "The contract is in ⟦line⟧ with the rules."),
        Bad("他们⟦听不懂⟧广播。", "They could ⟦understand⟧ the broadcast."),
        Bad("⟦并非所有⟧学生都参加了。", "⟦Every⟧ student took part."),
        Bad("她⟦不⟧收任何礼物。", "She takes ⟦any⟧ gifts."),
        Bad("The plant did ⟦not⟧ open in May.", "工厂五月开业。", src_lang="en"),
    ),
    good=(
        Good("工厂不会关闭。", "The plant will stay open."),
        Good("并非所有学生都参加了。", "Some students took part."),
        Good("他们听不懂广播。", "The broadcast was Greek to them."),
        Good("她不放过任何细节。", "She looks at any detail."),
        Good("这一消息无法证实。", "The news is unconfirmed."),
        Good("产量不断提高。", "Output rose."),
        Good("难道他不会来吗？", "Will he come?"),
        Good("只有努力，才不会失败。", "Only those who try will succeed."),
        Good("读者不会陌生。", "Readers will know it well."),
        Good("未经许可，不得转载。", "All rights reserved."),
        Good("报名费不得低于50元。", "The entry fee must be at least 50 yuan."),
        Good("我们没有理由不支持她。", "We have every reason to support her."),
        Good("她从不缺席训练。", "She always comes to practice."),
        Good("口罩供不应求。", "Demand for masks exceeds supply."),
        Good("You couldn't have picked a worse day.", "你可真会挑日子。", src_lang="en"),
        Good("He said so, not unkindly.", "他这么说，语气倒也和善。", src_lang="en"),
        Good("It can't be more than five miles.", "最多五英里。", src_lang="en"),
        Good("You can't miss it.", "一眼就能看到。", src_lang="en"),
    ),
)
def dropped_negation(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation affirms what the source negates.

    ## Why is this a problem?
    It says the opposite.

    ## Known limits
    A negation counts where the translation has no negative word at all, such as *refuse*, *lack* or
    *unclear*, or where it has the negated word once, and nothing negative near it. Two negations in one
    clause make an affirmation, and so do a negation and a bound: 不得低于50 is *at least 50*.
    """
    if pair.tgt_lang == "zh":
        span = _only_english(pair, context)
        if span:
            yield Hit(
                f"{in_quotes(span.of(pair.src))} is not translated: the translation affirms this", src=span
            )
        return
    spans = _only_chinese(pair, context)
    if spans:
        message = f"{spans[0].of(pair.src)} is not translated: the translation affirms this"
        yield Hit(message, src=spans[0], tgt=spans[1] if len(spans) > 1 else None)


def _only_english(pair: Pair, context: Context) -> Span | None:
    """Return a negation of the English side that no Chinese here or beside it can be behind."""
    span = _english_alone(pair, context)
    moved = span and any(_chinese_alone(other, context) for other in neighbours(pair, context))
    return None if moved else span


def _english_alone(pair: Pair, context: Context) -> Span | None:
    most = limit_english_negations(pair.en)
    if not most or pair.en.rstrip().endswith("?"):
        return None
    chinese = context.kept(simplified, pair.zh)
    behind = count_chinese_negatives(chinese, pair.en, enough=most)
    found = english_negations(pair.en) if most > behind else ()
    # "Not a word" may well be what an idiom says (守口如瓶).
    return found[0] if len(found) > behind and not is_idiomatic(chinese) else None


def _only_chinese(pair: Pair, context: Context) -> tuple[Span, ...]:
    """Return a negation of the Chinese side that the English lacks, and the English it belongs to.

    Where the English of a neighbour has a negation too many, it has moved there.
    """
    spans = _chinese_alone(pair, context)
    moved = spans and any(_english_alone(other, context) for other in neighbours(pair, context))
    return () if moved else spans


def _chinese_alone(pair: Pair, context: Context) -> tuple[Span, ...]:
    chinese = context.kept(simplified, pair.zh)
    negatives = count_negative_characters(chinese)
    if not negatives or evident_negations(pair.en) >= negatives:
        return ()  # as in most pairs
    return context.kept(_find_only_chinese, (chinese, pair.en))


def _find_only_chinese(texts: tuple[str, str]) -> tuple[Span, ...]:
    chinese, english = texts
    negators = [negator for negator in chinese_negators(chinese) if not in_set_phrase(chinese, negator.span)]
    if spans := affirmed(chinese, english, negators):
        return spans
    if _WORDED.search(chinese):
        return ()
    if spans := affirmed_complement(chinese, english) or stranded(chinese, english, negators):
        return spans
    sure = [negator.span for negator in negators if not negator.doubtful]
    if not sure or has_negative(english):
        return ()
    return (sure[0],)
