"""Names of companies, products and media that the built-in tables know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.clues.known import has_avoided, inner_names, known_names, literal_forms
from align.clues.rivals import rival_of
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from glossary.nearmiss import is_misspelt, is_name, is_reworded
from glossary.term import Kind, Status
from glossary.wording import replacement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.termbase import Occurrence

_SAME = {"chinese": "china", "bill": "act", "law": "act"}  # in a name that is otherwise right
LEAST_WORDS = 3  # of a name in which one may have a letter wrong, and the others tell which is meant


@rule(
    code="NAM010",
    name="literal-name",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "⟦绿地集团⟧昨天发布了年报。",
            "⟦Greenfield Group⟧ published its annual report yesterday.",
            fixed="Greenland published its annual report yesterday.",
        ),
        Bad(
            "他把钱存进了⟦余额宝⟧。",
            "He put his money into ⟦Balance Treasure⟧.",
            fixed="He put his money into Yu'E Bao.",
        ),
        Bad("⟦新冠⟧疫情来了。", "The ⟦New Crown⟧ outbreak is here.", fixed="The COVID-19 outbreak is here."),
        Bad("", "He put his money into ⟦BalanceBao⟧.", fixed="He put his money into Yu'E Bao."),
    ),
    good=(
        Good("绿地集团昨天发布了年报。", "Greenland Group published its annual report yesterday."),
        Good("城里的绿地越来越多。", "There is more and more green land in the city."),
        Good("", "They own a greenfield site; the Balance Treasure is sunk."),
        Good(
            "他把钱存进了余额宝。",
            "He put his money into Yu'E Bao, that is, balance treasure.",
        ),
    ),
)
def literal_name(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name known by another English form is translated word for word.

    ## Why is this a problem?
    Nobody finds the company under that name.

    ## Known limits
    Only names in the built-in tables, and mistranslations that are listed there, are known. Without a source
    only coinages with a capital inside (BalanceBao) are reported. A form that everybody understands, such as
    Chinese Law Society for China Law Society, is `info`.
    """
    if not pair.bilingual:
        yield from _coinages(pair, context)
        return
    if not has_avoided(pair, context):
        return
    for usage in (*known_names(pair, context), *inner_names(pair, context)):
        for item in literal_forms(usage, pair, context):
            if item.span.of(pair.tgt) not in pair.src:
                yield _literal(pair, item, usage)


def _coinages(pair: Pair, context: Context) -> Iterator[Hit]:
    for item in context.occurrences(pair.tgt, pair.tgt_lang):
        if item.term.status is Status.DEPRECATED and not item.entry.user and _is_coined(item, pair.tgt):
            yield _literal(pair, item, None)


def _is_coined(item: Occurrence, text: str) -> bool:
    return any(word[1:] != word[1:].lower() and not word.isupper() for word in item.span.of(text).split())


def _literal(pair: Pair, item: Occurrence, usage: Usage | None) -> Hit:
    entry, written = item.entry, item.span.of(pair.tgt)
    name, wanted = usage.text if usage else entry.preferred("zh"), entry.preferred("en")
    change = replacement(pair.tgt, item.span, item.term.text, wanted)
    sure = entry.certain and usage is not None and is_name(written)
    severity = _slight((wanted,), written, entry.kind) or Severity.WARNING
    return Hit(
        f'{name} is {wanted}, not "{written}"',
        src=usage.span if usage else None,
        tgt=item.span,
        fix=Fix(change.span, change.text),
        suggestion=change.text,
        severity=None if sure and severity is Severity.WARNING else severity,
    )


def _slight(forms: Sequence[str], written: str, kind: Kind | None) -> Severity | None:
    """Return the severity of what everybody understands: reworded, a letter wrong, Chinese for China."""
    if is_reworded(forms[0], written):
        return Severity.INFO
    slight = kind is not Kind.PERSON and any(_differs_slightly(form, written) for form in forms)
    return Severity.INFO if slight else None


def _differs_slightly(form: str, written: str) -> bool:
    """Tell whether one word of three and more has a wrong letter, or is only another form of the right one.

    >>> [_differs_slightly("China Law Society", name) for name in ("Chinese Law Scoiety", "Law Society")]
    [True, False]
    """
    words = [[_SAME.get(word, word) for word in name.casefold().split()] for name in (form, written)]
    if len(words[0]) != len(words[1]) or len(words[0]) < LEAST_WORDS:
        return False
    others = [(right, found) for right, found in zip(*words, strict=True) if right != found]
    return len(others) <= 1 and all(is_misspelt(right, found) for right, found in others)


@rule(
    code="NAM011",
    name="known-name-replaced",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("⟦字节跳动⟧裁员。", "⟦ByteDanse⟧ cut jobs.", fixed="ByteDance cut jobs."),
        Bad("⟦阿斯麦⟧警告说", "⟦Assimax⟧ warns", fixed="ASML warns"),
        Bad("⟦字节跳动⟧裁员。", "⟦Zijie Tiaodong⟧ cut jobs.", fixed="ByteDance cut jobs."),
        Bad("⟦国家电网⟧涨价。", "⟦SGCG⟧ raises prices.", fixed="State Grid raises prices."),
        Bad(
            "⟦同奈省⟧建厂。",
            "A plant is built in ⟦Tongnei⟧ province.",
            fixed="A plant is built in Dong Nai province.",
        ),
        Bad(
            "⟦李显龙⟧总理到了。",
            "Prime Minister ⟦Lee Wei Loong⟧ is here.",
            fixed="Prime Minister Lee Hsien Loong is here.",
        ),
        Bad(
            "⟦广交会⟧有三个馆。",
            "This ⟦Exhibition⟧ has three halls.",
            fixed="This Canton Fair has three halls.",
        ),
        Bad("⟦李显龙⟧昨天到了。", "Mr. ⟦Qiu⟧ came yesterday.", fixed="Mr. Lee Hsien Loong came yesterday."),
        Bad(
            "⟦国家邮政局⟧发了通知。",
            "The ⟦NPQX⟧ issued a notice.",
            fixed="The State Post Bureau issued a notice.",
        ),
        Bad("他在⟦永和大王⟧吃饭。", "He eats at ⟦Eternal Peace King⟧.", fixed="He eats at Yonghe King."),
        Bad("⟦默克尔⟧到了。", "⟦Susan Merkel⟧ is here.", fixed="Angela Merkel is here."),
        Bad("⟦财联社⟧7月26日电", "⟦Xinhua⟧, July 26", fixed="Cailian Press, July 26"),
        Bad(
            "据⟦招商银行⟧介绍，利率没有变。",
            "The rate is unchanged, according to ⟦Business Attraction Bank⟧.",
            fixed="The rate is unchanged, according to China Merchants Bank.",
        ),
    ),
    good=(
        Good("招商银行说，利率没有变。", "The bank said the rate is unchanged."),
        Good("招商银行和国风银行说，利率没有变。", "The rate is unchanged, said Guofeng Bank."),
        Good("财联社7月26日电", "Beijing, July 26"),
        Good("李娜丽于2020年加入公司。", "Li Nali joined the company in 2020."),
        Good("广交会明天开幕。", "The Fair opens tomorrow. It is an expo."),
        Good("电影“科罗拉多之夜”上映。", "The film “A Night in Corolado” opens."),
        Good("据新华社和财联社报道", "Xinhua and others report"),
    ),
)
def known_name_replaced(pair: Pair, context: Context) -> Iterator[Hit]:
    """Something else stands where a name of the built-in tables should.

    That is a misspelling of the name, its plain pinyin where it is known by another form, another news
    outlet, or a name of the same sort (a bank, an agency), a surname or an acronym that nothing in the source
    accounts for; and a name made of what the characters mean, where the right one has other words.

    ## Why is this a problem?
    The reader takes it for another company, or finds none.

    ## Known limits
    A name that is only absent is not reported; it may be left out, or a pronoun stands for it. Where one word
    of several in the name of a body has a letter wrong, the finding is `info`.
    """
    for usage in known_names(pair, context):
        rival = rival_of(usage, pair, context)
        if rival is not None and rival.of(pair.tgt) not in pair.src:
            for span in (rival,) if usage.is_person else _repeated(rival, pair.tgt):
                yield _replaced(usage, span, pair)


def _repeated(span: Span, text: str) -> Iterator[Span]:
    """Return a place in a text, and the others that have the same words: each is to be put right."""
    yield span
    for found in re.finditer(rf"(?<![\w-]){re.escape(span.of(text))}(?![\w-])", text):
        other = Span(*found.span())
        if other != span:
            yield other


def _replaced(usage: Usage, span: Span, pair: Pair) -> Hit:
    wanted, written = usage.forms[0], span.of(pair.tgt)
    return Hit(
        f'{usage.text} is {wanted}, not "{written}"',
        src=usage.span,
        tgt=span,
        fix=Fix(span, wanted),
        suggestion=wanted,
        severity=_slight(usage.forms, written, usage.entries[0].kind),
    )
