"""The mark at the end of a sentence: missing, or not the one of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Role, Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

SENTENCES = frozenset((Role.PARAGRAPH, Role.ITEM))  # elsewhere English needs no stop
LIMIT_SENTENCE = 200  # characters of a request
LEAST_WORDS = 5  # "Comrades" for 同志们。 is a salutation, not a sentence

_CLOSERS = "”’\"'」』）)】\\]\\s"
_STOPPED = lazy(f"[。！？][{_CLOSERS}]*$")
_UNSTOPPED = lazy(f"[^\\W_]([{_CLOSERS}]*)$")
_NUMBERED = lazy(
    r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[ivxIVX]{1,4})[）).、．:：]|[-•·*#])"
)
_QUESTION = lazy(f"[?？]+[!！]?[{_CLOSERS}]*$")
_STATEMENT = lazy(f"[.。；;](?<![.…]..)[{_CLOSERS}]*$")
# Chinese that asks or reports a question; English may well make it one: 他问是否…。 "Is it … ?"
_CHINESE_ASKS = lazy("[?？吗嗎么麼呢吧谁誰哪几幾啥咋怎否孰岂豈]|(?<!任)何|多少|难道|難道|(.)[不没沒]\\1")
# What asks for no answer, and is as good a statement: 岂能…？ is "cannot".
_RHETORICAL = lazy(
    "[岂豈]|难道|難道|何必|何苦|何尝|何嘗|怎么叫|怎么敢|怎么能|谁要|谁敢|不会[^，]{0,10}吗|还[有能][^，]{0,8}吗|也不知"
)
# A request, an offer or a tag, which Chinese need not put as a question.
_POLITE = lazy(
    r"""(?ix)
    (?: (?:^|[.!?:,“"‘'] \s*)
      (?: why \s not | (?:can(?:['’]t)?|could|would|will|won['’]t|shall|may) \s (?:i|you|we) ) \b [^.!?]*
    | , \s (?:(?:do|does|did|is|are|was|were|have|has|had|will|would|can|could) (?:n['’]t)?|won['’]t|can['’]t)
      \s (?:you|he|she|it|they|we|i)
    ) \? \W* $
    """
)
_ENGLISH_ASKS = lazy(
    r"(?i)\?|^\W*(?:describe|explain|list|name|tell|give|provide|share)\b|\b(?:why|whether|how|if|what|who|whom|whose|which|when|where|wonder\w*|ask\w*|question\w*|doubt\w*)\b"
)


@rule(
    code="PUN040",
    name="missing-final-stop",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("工厂五月开业。", "The plant opened in ⟦May⟧", fixed="The plant opened in May."),
        Bad("他说：“工厂开业了。”", "He said: “The plant is now ⟦open”⟧"),
    ),
    good=(
        Good("工厂五月开业。", "The plant opened in May."),
        Good("（一）坚持质量第一。", "1. Putting quality first in every plant"),
        Good("柳州工厂开业", "The plant in Liuzhou is open"),
        Good("同志们！", "Comrades"),
    ),
)
def missing_final_stop(pair: Pair, context: Context) -> Iterator[Hit]:
    """The sentence of the source ends with a stop, and its translation with nothing.

    ## Why is this a problem?
    The stop was lost, and sometimes the end of the sentence with it.

    ## Known limits
    Headings, table cells, numbered items and very short texts are left alone.
    """
    end = _UNSTOPPED.search(pair.tgt, max(0, len(pair.tgt) - 8))
    if end is None or pair.role not in SENTENCES or not _STOPPED.search(pair.src, max(0, len(pair.src) - 8)):
        return
    if _NUMBERED.match(pair.src) or _NUMBERED.match(pair.tgt) or pair.tgt.count(" ") < LEAST_WORDS - 1:
        return
    word = re.search(r"[^\W_]{1,40}$", pair.tgt[max(0, end.start() - 40) : end.start() + 1])
    assert word is not None, "a text that ends in a letter ends in a word"
    last = Span(end.start() + 1 - len(word[0]), len(pair.tgt.rstrip()))
    fix = None if end[1].strip() else Fix(Span(last.end, last.end), ".", safe=True)
    yield Hit("the stop at the end is missing", tgt=last, fix=fix)


@rule(
    code="PUN041",
    name="lost-question",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("工厂什么时候开业？", "The plant will open in May⟦.⟧"),
        Bad("Is the plant open?", "工厂开业了⟦。⟧", src_lang="en"),
    ),
    good=(
        Good("工厂什么时候开业？", "When will the plant open?"),
        Good("他问：工厂开业了吗？", "He asked whether the plant was open."),
        Good("Is the plant open?", "工厂开业了吗？", src_lang="en"),
        Good("Is the plant open?", "工厂开业了吗。", src_lang="en"),
        Good("刚开就会关上？", "It opens, and closes at once."),
        Good("我们岂能让工厂关门？", "We cannot let the plant be closed."),
    ),
)
def lost_question(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source asks, and the translation states.

    ## Why is this a problem?
    A doubt has become a fact.

    ## Known limits
    A translation that reports the question (whether, why, 是否) is left alone, and Chinese that asks
    with its mark alone: it may be mere surprise.
    """
    end = _QUESTION.search(pair.src, max(0, len(pair.src) - 8))
    if end and (pair.src_lang == "en" or _asks(pair.src, end.start())):
        asks = _ENGLISH_ASKS if pair.tgt_lang == "en" else _CHINESE_ASKS
        end = _STATEMENT.search(pair.tgt, max(0, len(pair.tgt) - 8))
        if end and not asks.search(pair.tgt):
            yield Hit("the source asks a question", tgt=Span(end.start(), end.start() + 1))


def _asks(chinese: str, end: int) -> bool:
    """Tell whether Chinese has a word that asks, and asks for an answer."""
    return bool(_CHINESE_ASKS.search(chinese, 0, end)) and not _RHETORICAL.search(chinese, 0, end)


@rule(
    code="PUN042",
    name="added-question",
    severity=Severity.WARNING,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("工厂五月开业。", "Did the plant open in May⟦?⟧"),
        Bad("The plant opened in May.", "工厂五月开业了吗⟦？⟧", src_lang="en"),
    ),
    good=(
        Good("工厂五月开业。", "The plant opened in May."),
        Good("他想知道工厂是否开业。", "Was the plant open?"),
        Good("要不要去看看。", "Shall we have a look?"),
        Good("我带你去工厂。", "Why not come to the plant with me?"),
        Good("你去过工厂了。", "You have seen the plant, haven't you?"),
        Good("He asked whether it was open.", "他问：开业了吗？", src_lang="en"),
        Good("Describe the plant in Liuzhou.", "柳州工厂怎么样？", src_lang="en"),
    ),
)
def added_question(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source states, and the translation asks.

    ## Why is this a problem?
    A fact has become a doubt.

    ## Known limits
    A source without a stop at its end, or with a word that can ask (吗, 什么, 是否, 吧), is left alone.
    """
    end = _QUESTION.search(pair.tgt, max(0, len(pair.tgt) - 8))
    if end and _STATEMENT.search(pair.src, max(0, len(pair.src) - 8)):
        asks = _ENGLISH_ASKS if pair.src_lang == "en" else _CHINESE_ASKS
        polite = pair.tgt_lang == "en" and _POLITE.search(pair.tgt, max(0, len(pair.tgt) - LIMIT_SENTENCE))
        if not polite and not asks.search(pair.src):
            yield Hit("the source states this, it does not ask", tgt=Span(end.start(), end.start() + 1))
