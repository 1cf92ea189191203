"""Consistency of the whole: one sentence or term rendered in two ways, two of them as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from align.clues.quoted import quoted_term
from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Article, Context, Pair
    from corpus import Lang

LEAST_CHARS: dict[Lang, int] = {"zh": 6, "en": 20}  # shorter sentences depend on what stands around them
LEAST_CHOICE = 3  # translations of one sentence, side by side
LIKE = 0.5  # sources more alike than this may well have one translation
LIMIT_COMPARED = 200  # characters
_LETTERS = lazy(r"[^\W_]+")
_ENDS = " .。!！\n\u3000"  # of sentences that may end otherwise
_ARTICLE = lazy(r"^(?:the|an?) ")


@dataclass(frozen=True, slots=True)
class _Rendering:
    """A quoted term of the source, and what is quoted in the translation of its pair."""

    pair: int
    term: str
    src: Span
    tgt: Span
    text: str

    @property
    def plain(self) -> str:
        return _plain(self.text)


def _plain(text: str) -> str:
    """Return a text in small letters, without marks and without the article at its beginning."""
    return _ARTICLE.sub("", " ".join(_LETTERS.findall(text.casefold())))


@rule(
    code="CON003",
    name="sentence-in-two-ways",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bilingual=True,
    bad=(
        Bad(
            "展馆每周一闭馆。\n欢迎参观。\n展馆每周一闭馆。",
            "The hall is closed on Mondays.\nWelcome.\n⟦The hall does not open on Monday.⟧",
        ),
        Bad(
            "The hall is closed on Mondays.\nThe hall is closed on Mondays.",
            "展馆每周一闭馆。\n⟦周一不开放。⟧",
            src_lang="en",
        ),
    ),
    good=(
        Good(
            "展馆每周一闭馆。\n展馆每周一闭馆。",
            "The hall is closed on Mondays.\nThe hall is closed on Mondays!",
        ),
        Good("谢谢大家。\n谢谢大家。", "Thank you.\nThanks, everybody."),
        Good(
            "展馆每周一闭馆。\n门票可以在网上购买。\n展馆每周一闭馆。\n门票可以在网上购买。",
            "The hall is closed on Mondays.\nBuy tickets online.\nOn Mondays it is shut.\nGet them online.",
        ),
        Good(
            "展馆每周一闭馆。\n展馆每周一闭馆。\n展馆每周一闭馆。\n欢迎参观。",
            "The hall is closed on Mondays.\nOn Mondays it is shut.\nIt does not open on Mondays.\nWelcome.",
        ),
    ),
)
def sentence_in_two_ways(article: Article, context: Context) -> Iterator[Hit]:
    """One sentence of the source is translated in two ways.

    Inside an article this is a warning; where another article of the same run has the sentence in other
    words, an info.

    ## Why is this a problem?
    The reader looks for a difference that is not there, and a translation memory learns both.

    ## Known limits
    Very short sentences are left alone, and so are differences in capitals and punctuation. Rows that hold
    several translations of every sentence to choose from are recognised by most sentences coming back, or by
    one that has three translations in a row.
    """
    if _is_choice(article):
        return
    seen: dict[str, str] = {}
    for number, pair in enumerate(article.pairs):
        source = pair.src.strip()
        if len(source) < LEAST_CHARS[pair.src_lang] or not pair.tgt:
            continue
        first = seen.setdefault(source, pair.tgt)
        if first != pair.tgt and _plain(first) != _plain(pair.tgt):
            message = f"the same sentence is translated otherwise above: {first.strip()}"
            yield Hit(message, tgt=_whole(pair.tgt), suggestion=first.strip(), pair=number)
        elif first is pair.tgt:
            other = context.shared.rendered_otherwise(source, first.strip(_ENDS).casefold(), article.name)
            if other:
                message = f"the same sentence is translated otherwise in {other}"
                yield Hit(message, tgt=_whole(pair.tgt), severity=Severity.INFO, pair=number)


def _is_choice(article: Article) -> bool:
    """Tell whether an article has translations to choose from: most of its sentences in several ways."""
    sources = [pair.src.strip() for pair in article.pairs]
    if len(set(sources)) == len(sources):
        return False  # as in most
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for source, pair in zip(sources, article.pairs, strict=True):
        ways[source].add(_plain(pair.tgt))
    several = [found for found in ways.values() if len(found) > 1]
    if len(several) > 1 and 2 * len(several) > len(ways):
        return True
    return any(len(found) >= LEAST_CHOICE for found in several) and _has_row_of_choices(article)


def _has_row_of_choices(article: Article) -> bool:
    """Tell whether a sentence stands in three translations one behind the other."""
    groups = (list(group) for _, group in groupby(article.pairs, key=lambda pair: pair.src.strip()))
    return any(len({_plain(pair.tgt) for pair in group}) >= LEAST_CHOICE for group in groups)


def _whole(text: str) -> Span:
    """Return the span of a text without the blanks at its ends."""
    return Span(0, len(text)).stripped(text)


@rule(
    code="CON004",
    name="term-in-two-ways",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bilingual=True,
    bad=(
        Bad(
            "这就是“联线同行”。\n“联线同行”很受欢迎。\n他支持“⟦联线同行⟧”。",
            "This is “joint travel”.\n“Joint travel” is popular.\nHe supports “⟦linked trips⟧”.",
        ),
        Bad(
            "They call it “slow food”.\nIt was “⟦slow food⟧”.",
            "他们称之为“慢食”。\n那是“⟦慢餐⟧”。",
            src_lang="en",
        ),
    ),
    good=(
        Good(
            "这就是“联线同行”。\n“聯線同行”很受欢迎。",
            "This is “joint travel”.\n“The Joint Travel” is popular.",
        ),
        Good("他说：“好的”。\n她说：“好的”。", "He said “fine”.\nShe said “all right”."),
        Good("“甲方案”和“乙方案”。\n“甲方案”好。", "“Plan A” and “B”.\n“Scheme A” is good."),
    ),
)
def term_in_two_ways(article: Article, context: Context) -> Iterator[Hit]:
    """A quoted term or title of the source is rendered in two ways.

    The rendering that occurs more often, or else first, is taken as the right one. Where only another
    article of the same run has another one, it is an info.

    ## Why is this a problem?
    A reader takes one slogan, programme or book for two.

    ## Known limits
    A pair is looked at only where either side quotes one thing. Terms without quotation marks are the
    glossary's business.
    """
    groups: dict[str, list[_Rendering]] = defaultdict(list)
    for item in _renderings(article):
        groups[item.term].append(item)
    for term, group in groups.items():
        right = Counter(item.plain for item in group).most_common(1)[0][0]
        words = next(item.text for item in group if item.plain == right)
        for item in group:
            if item.plain != right:
                message = f'“{term}” is "{words}" elsewhere in this article'
                yield Hit(message, src=item.src, tgt=item.tgt, suggestion=words, pair=item.pair)
        other = context.shared.rendered_otherwise(f"“{term}”", right, article.name)
        if other:
            first = next(item for item in group if item.plain == right)
            message = f"“{term}” is rendered otherwise in {other}"
            yield Hit(message, src=first.src, tgt=first.tgt, severity=Severity.INFO, pair=first.pair)


@rule(
    code="CON005",
    name="terms-as-one",
    severity=Severity.INFO,
    since="0.1.0",
    scope="article",
    bilingual=True,
    bad=(
        Bad(
            "这叫“精准扶贫”。\n那叫“⟦对口支援⟧”。",
            "This is “targeted aid”.\nThat is “⟦targeted aid⟧”.",
        ),
    ),
    good=(
        Good(
            "《支付条例》生效。\n《条例》生效。", "The “Ordinance” is in force.\nThe “Ordinance” is in force."
        ),
    ),
)
def terms_as_one(article: Article, context: Context) -> Iterator[Hit]:
    """Two quoted terms or titles of the source are rendered as one.

    ## Why is this a problem?
    What the source keeps apart, the reader cannot.

    ## Known limits
    A pair is looked at only where either side quotes one thing. Where one term is part of the other,
    it is its short form.
    """
    first: dict[str, _Rendering] = {}
    for item in _renderings(article):
        other = first.setdefault(item.plain, item)
        if item.term not in other.term and other.term not in item.term:
            message = f"“{item.term}” and “{other.term}” are both rendered so"
            yield Hit(message, src=item.src, tgt=item.tgt, pair=item.pair)


@rule(
    code="CON006",
    name="sentences-as-one",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bilingual=True,
    bad=(
        Bad(
            "展馆每周一闭馆，节假日照常开放。\n门票可以在网上或者现场购买。",
            "The hall is closed on Mondays save holidays.\n⟦The hall is closed on Mondays save holidays.⟧",
        ),
    ),
    good=(
        Good(
            "展馆每周一闭馆。\n展馆周一闭馆。",
            "The hall is closed on Mondays.\nThe hall is closed on Mondays.",
        ),
        Good("谢谢大家的光临。\n我感到非常高兴。", "Thank you!\nThank you!"),
    ),
)
def sentences_as_one(article: Article, context: Context) -> Iterator[Hit]:
    """Two sentences of the source that have nothing in common have one translation.

    ## Why is this a problem?
    A translation was pasted into the wrong place, and what should stand there is lost.
    """
    first: dict[str, Pair] = {}
    for number, pair in enumerate(article.pairs):
        if len(pair.src) < LEAST_CHARS[pair.src_lang] or len(pair.tgt) < 2 * LEAST_CHARS[pair.tgt_lang]:
            continue
        other = first.setdefault(pair.tgt.strip(), pair)
        if other.src != pair.src and not _alike(other.src, pair.src):
            message = f"this is the translation of another sentence: {other.src.strip()}"
            yield Hit(message, tgt=_whole(pair.tgt), pair=number)


def _alike(text: str, other: str) -> bool:
    matcher = SequenceMatcher(None, text[:LIMIT_COMPARED], other[:LIMIT_COMPARED], autojunk=False)
    return matcher.quick_ratio() > LIKE and matcher.ratio() > LIKE


def _renderings(article: Article) -> Iterator[_Rendering]:
    for number, pair in enumerate(article.pairs):
        src = quoted_term(pair.src, pair.src_lang)
        tgt = quoted_term(pair.tgt, pair.tgt_lang) if src else None
        if src and tgt:
            term = src.of(pair.src)
            term = simplified(term) if pair.src_lang == "zh" else term.casefold()
            yield _Rendering(number, term, src, tgt, tgt.of(pair.tgt))
