"""Sentences that stand in one text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Role, Span
from corpus.pattern import lazy
from corpus.script import HAN

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from align.article import Article, Context, Pair
    from corpus import Lang

LEAST_SCORE = 0.9  # a null bead less probable than this may be an error of the aligner
LEAST_WORDS: dict[Lang, int] = {"zh": 6, "en": 4}  # ideographs or words; less is a credit, a stamp, a number
WORDS: dict[Lang, re.Pattern[str]] = {"zh": lazy(f"[{HAN}]"), "en": lazy(r"[^\W\d_]+")}


@rule(
    code="COV010",
    name="sentence-left-out",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bad=(
        Bad(
            "他昨天回到了柳州。\n⟦公司没有回应记者的提问。⟧\n工厂下周开工。",
            "He returned to Liuzhou yesterday.\n\nThe plant starts work next week.",
        ),
    ),
    good=(
        Good("他昨天回到了柳州。\n（完）", "He returned to Liuzhou yesterday.\n"),
        Good("他昨天回到了柳州。", "He returned to Liuzhou yesterday."),
    ),
)
def sentence_left_out(article: Article, context: Context) -> Iterator[Hit]:
    """A sentence of the source has no translation.

    ## Why is this a problem?
    Machines drop sentences, and nobody who reads the translation alone can see it.

    ## Known limits
    Only whole sentences are seen, and only where the aligner is sure. Captions, credits and other short
    pieces are left alone.
    """
    for number, pair in enumerate(article.pairs):
        if pair.src and not pair.tgt.strip() and _is_gap(pair, pair.src, pair.src_lang):
            yield Hit("this sentence has no translation", src=Span(0, len(pair.src)), pair=number)


@rule(
    code="COV011",
    name="sentence-without-source",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bad=(
        Bad(
            "他昨天回到了柳州。\n\n工厂即将开工。",
            "He returned to Liuzhou yesterday.\n⟦Nobody expected this to happen.⟧\nThe plant opens soon.",
        ),
    ),
    good=(
        Good("", "He returned to Liuzhou yesterday.\nNobody expected this to happen."),
        Good("他昨天回到了柳州。\n", "He returned to Liuzhou yesterday.\n(End)"),
    ),
)
def sentence_without_source(article: Article, context: Context) -> Iterator[Hit]:
    """A sentence of the translation stands for nothing in the source.

    ## Why is this a problem?
    It is a remark of the translator, a sentence that a machine made up, or a piece of another text.

    ## Known limits
    Only where the aligner is sure; short pieces are left alone.
    """
    if not any(pair.src for pair in article.pairs):
        return
    for number, pair in enumerate(article.pairs):
        if pair.tgt and not pair.src.strip() and _is_gap(pair, pair.tgt, pair.tgt_lang):
            yield Hit("this sentence has no source", tgt=Span(0, len(pair.tgt)), pair=number)


def _is_gap(pair: Pair, text: str, lang: Lang) -> bool:
    words = WORDS[lang].findall(text)
    sure = pair.score is None or pair.score >= LEAST_SCORE
    return sure and len(words) >= LEAST_WORDS[lang] and pair.role not in (Role.ALT, Role.CAPTION)
