"""Residue of the process: words and segments that were left in the language of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.quote import Quotations
from corpus.script import HAN, LATIN, has_han
from corpus.token import prose_matches
from glossary.reading import keys_of
from glossary.syllables import cuts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

LIMIT_GLOSS = 120  # characters between a bracket and the Chinese in it
NEARBY = 60  # characters in which a word such as "character" explains the Chinese beside it
LEAST_WORDS = 4  # small English words that make a segment English; fewer may be a name or a code
HAN_A_WORD = 3  # characters for every Latin word make a segment Chinese: "Zhou Xin (周钘)" is not
LEAST_LETTERS = 4  # of a single word left in Chinese; shorter ones are units and codes

TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_RUN = lazy(rf"[{HAN}]++(?:[，、；：！？。·《》“”‘’ ]{{0,3}}+[{HAN}]++)*+")
# Right before Chinese that is not quoted: the text is about writing, or gives the form in Chinese.
_EXPLAINED_BARE = lazy(
    r"(?i)\b(?:characters?|radicals?|hanzi|kanji|ideogra\w+|glyphs?|strokes?|pronounced|written(?: as)?"
    r"|hashtags?|calligraph\w+|pinyin|in (?:simplified |traditional )?chinese|chinese(?: name)?[:：])"
    r"[\s:：“‘\"'#,]*$"
)
# Near a quotation in Chinese: it is named, explained, or quoted for its own sake.
_EXPLAINED_QUOTE = lazy(
    r"(?i)\b(?:characters?|words?|terms?|phrases?|names?|named|known|called|titled?|entitled|means?|meaning"
    r"|liter\w+|translat\w+|pronounced|writ\w+|slogans?|reads?|reading|says?|inscri\w+|motto|hashtags?|idioms?"
    r"|proverbs?|sayings?|expressions?|pun|chinese)\b"
)
# A gloss stands alone in its bracket, or beside pinyin, a name or a label.
_GLOSS_BEFORE = lazy(r"(?i)(?:^|[,，;；:：/|=–—-]|\b(?:chinese|pinyin|lit\w*\.?|or))[\s“‘\"'《]*$")
_GLOSS_AFTER = lazy(rf"[\s”’\"'》]*(?:[)）\]］,，;；:：/|=.·–—-]|[A-Z]|[a-z]*[{TONES}]|$)")
_TRANSLATION_BEHIND = lazy(rf"[》”’\"』」]?\s*[(（\[]\s*[“\"‘']?[{LATIN}]")
_ENTRY_BEHIND = lazy(rf"[》”’\"』」]?\s*[:：/|–—-]\s*[{LATIN}]")
_SPELT_BEHIND = lazy(rf"[》”’\"』」]?\s*(?:=\s*[{LATIN}]|(?:as )?[A-Za-z]*[{TONES}])")
_WORDS_BEFORE = lazy(r"([A-Za-z’'-]{2,20})(?:[ \u00a0]([A-Za-z’'-]{2,20}))?[ \u00a0]$")
_LIST_BEFORE = lazy(r"(?:^|[|/·•,])\s*$")
_LIST_BEHIND = lazy(r"\s*(?:$|[|/·•,])")
_LANGUAGE_NAMES = lazy("[简簡繁]?[体體]?中文|[汉漢国國粤粵]语|[汉漢国國粤粵]語|[简繁简簡][体體]|日本語")

# Words in small letters that Chinese writes as they are.
LOANWORDS = frozenset(
    """
    app apps blog bps bug cosplay demo dota email emo emoji feat gbps http https ins kpi kwh live logo mbps
    mini mmhg modem offline ok online pdf ping plus podcast ppt pro remix root rpm show vlog vs web wifi www
    """.split()
)
_HAN = lazy(f"[{HAN}]")
_LATIN_WORD = lazy(f"[{LATIN}]+")
_SMALL_WORD = lazy(r"(?<![\w.@/-])[a-z]{2,}(?![\w@/-])")
_LATIN_RUN = lazy(rf"[{LATIN}](?:[{LATIN}'’-]*+(?: (?=[{LATIN}0-9]))?)++")


@rule(
    code="RES005",
    name="untranslated-chinese",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad("工厂在五月被关闭。", "The plant was ⟦关闭⟧ in May."),
        Bad("", "Sales reached 16⟦万⟧, and ⟦当然，工厂⟧ is full."),
        Bad("", "Visit the ⟦中文⟧ site and see what the 85⟦后⟧ like."),
        Bad("", "It is a “⟦爆款⟧” in Liuzhou."),
        Bad("", "The words “new ⟦工厂⟧” stand on the wall (especially ⟦大门⟧ and yard)."),
    ),
    good=(
        Good(
            "",
            "Wuling (Chinese: 五菱; pinyin: Wǔlíng), Zhou (周钘, born in 1985), GM (通用 Tōngyòng).",
        ),
        Good("", "Zhou Xin (周钘) joined; 五菱 (Wuling) grew; see “Dream of the Red Chamber” (《红楼梦》)."),
        Good("", "The character 福 hangs on doors. He called it “爆款”, a word for hits."),
        Good("", "English | 中文"),
        Good("", "信 xìn: faith. We read 爱 as ài; 五菱 = Wuling."),
        Good("", "信: faith"),
        Good("", "Hu Shi 胡適 taught in Beijing. Name in Chinese: 胡適"),
        Good("小米42号", "The 小米42号 is here.", glossary=(("小米42号", "小米42号"),)),
        Good("", "See https://example.com/新闻 for more."),
    ),
)
def untranslated_chinese(pair: Pair, context: Context) -> Iterator[Hit]:
    """Chinese characters are left in the English text.

    ## Why is this a problem?
    The reader cannot read them. Models leave a word when they are cut off, or when they do not know it.

    ## Known limits
    Chinese is right, and left alone, as a gloss in brackets or beside its pinyin, before a translation in
    brackets, where the text talks about characters, as an entry of a word list, and where the glossary
    keeps it. Between quotation marks it is a warning, unless a word nearby explains it.
    """
    if pair.tgt.isascii() or not has_han(pair.tgt) or _is_chinese(pair.tgt):
        return
    quotations = Quotations.of(pair.tgt)
    for match in prose_matches(_RUN, pair.tgt):
        span = Span(*match.span())
        quoted = quotations.around(span)
        alone = quoted is not None and not _LATIN_WORD.search(quoted.of(pair.tgt))
        if not _is_meant(pair.tgt, span, quoted=alone) and not _is_kept(pair.tgt, span, context):
            yield Hit(f"{match[0]} is not translated", tgt=span, severity=Severity.WARNING if alone else None)


def _is_meant(text: str, span: Span, *, quoted: bool) -> bool:
    """Tell whether a text has Chinese on purpose: glossed, explained, or as an entry of a list."""
    before, word = text[max(0, span.start - LIMIT_GLOSS) : span.start], span.of(text)
    if _is_gloss(before, text, span) or _TRANSLATION_BEHIND.match(text, span.end):
        return True
    if _SPELT_BEHIND.match(text, span.end) or _EXPLAINED_BARE.search(before) or _has_pinyin(before, word):
        return True
    if quoted:
        return _EXPLAINED_QUOTE.search(text, max(0, span.start - NEARBY), span.end + NEARBY) is not None
    if _LANGUAGE_NAMES.fullmatch(word) and _LIST_BEFORE.search(before):
        return _LIST_BEHIND.match(text, span.end) is not None
    return not before.strip() and _ENTRY_BEHIND.match(text, span.end) is not None


def _is_gloss(before: str, text: str, span: Span) -> bool:
    """Tell whether Chinese stands in a bracket behind a word, and not amid other words there."""
    opening = max(before.rfind(mark) for mark in "(（[［")
    closing = max(before.rfind(mark) for mark in ")）]］")
    follows = before[: max(0, opening)].rstrip(" “”‘’\"'")[-1:].isalnum()
    inside = before[opening + 1 :]
    return (
        opening > closing
        and follows
        and bool(_GLOSS_BEFORE.search(inside) and _GLOSS_AFTER.match(text, span.end))
    )


def _has_pinyin(before: str, word: str) -> bool:
    """Tell whether the one or two English words before a Chinese one are its reading: Hu Shi 胡適."""
    match = _WORDS_BEFORE.search(before)
    if match is None or len(word) < 2:
        return False
    read = [keys_of(char) for char in word]
    return any(
        len(cut) == len(read) and all(key in keys for key, keys in zip(cut, read, strict=True))
        for spelt in (match[1] + (match[2] or ""), match[2] or match[1])
        for cut in cuts(spelt)
    )


def _is_kept(text: str, span: Span, context: Context) -> bool:
    """Tell whether the glossary keeps these words in English."""
    kept = [item.span for item in context.occurrences(text, "zh") if item.entry.verbatim]
    kept += [item.span for item in context.occurrences(text, "en") if has_han(item.span.of(text))]
    return any(item.covers(span) for item in kept)


@rule(
    code="RES006",
    name="untranslated-english",
    severity=Severity.WARNING,
    since="0.1.0",
    into="zh",
    bad=(
        Bad("The plant was shut down in May.", "工厂在五月⟦was shut down⟧。", src_lang="en"),
        Bad("I have not received my order.", "我没有收到⟦order⟧。", src_lang="en"),
    ),
    good=(
        Good("They use machine learning.", "他们使用机器学习（machine learning）。", src_lang="en"),
        Good("The film is Cave of Outlaws.", "电影是Cave of Outlaws，见example.com。", src_lang="en"),
        Good("It weighs 5 kg and has an app.", "它重5 kg，有app和email。", src_lang="en"),
        Good("The word is “order”.", "这个词是“order”。", src_lang="en"),
        Good("See host.wuling.example.", "见host . wuling . example。", src_lang="en"),
    ),
)
def untranslated_english(pair: Pair, context: Context) -> Iterator[Hit]:
    """English words in small letters are left in the Chinese text.

    ## Why is this a problem?
    A model left them out when it was cut off, or took them for a name.

    ## Known limits
    Beside a source, words count that the source has; without one, only three and more of them.
    Capitals, brackets and quotation marks make a name, a gloss or a quotation, which are left alone.
    """
    if not has_han(pair.tgt):
        return
    quotations = Quotations.of(pair.tgt)
    for match in prose_matches(_LATIN_RUN, pair.tgt):
        span = Span(*match.span())
        if not _is_left(match[0], pair) or quotations.around(span) or _is_bracketed(pair.tgt, span):
            continue
        if not any(item.span.covers(span) for item in context.occurrences(pair.tgt, "en")):
            yield Hit(f"{match[0]} is not translated", tgt=span)


def _is_left(words: str, pair: Pair) -> bool:
    """Tell whether small English words are too many, or too much like the source, to belong there."""
    if words in LOANWORDS or not words.islower():
        return False
    if not pair.bilingual:
        return words.count(" ") >= 2
    if len(words) < LEAST_LETTERS:
        return False
    # Not in an address: wuling.example.org
    return re.search(rf"(?<![\w@/])(?<!\w\.){re.escape(words)}(?![\w@/]|\.\w)", pair.src) is not None


def _is_bracketed(text: str, span: Span) -> bool:
    before = text[max(0, span.start - LIMIT_GLOSS) : span.start]
    return any(before.rfind(marks[0]) > before.rfind(marks[1]) for marks in ("()", "（）", "《》", "[]"))


@rule(
    code="RES007",
    name="untranslated-segment",
    severity=Severity.ERROR,
    since="0.1.0",
    bad=(
        Bad("工厂五月开业。", "⟦工厂五月开业。⟧"),
        Bad("", "It opened in May.\n⟦工厂已满负荷。⟧"),
        Bad("The plant is open now.", "⟦The plant is open now.⟧", src_lang="en"),
    ),
    good=(
        Good("42HOW", "42HOW"),
        Good("周钘", "Zhou Xin (周钘)"),
        Good("SAIC-GM-Wuling Automobile Co., Ltd.", "SAIC-GM-Wuling Automobile Co., Ltd.", src_lang="en"),
    ),
)
def untranslated_segment(pair: Pair, context: Context) -> Iterator[Hit]:
    """A whole segment is left in the language of the source.

    ## Why is this a problem?
    It was passed over, or the model gave back what it was given.

    ## Known limits
    English in a Chinese text counts from four words in small letters on: titles and names stay.
    """
    if _is_chinese(pair.tgt) if pair.tgt_lang == "en" else _is_english(pair.tgt) and not has_han(pair.src):
        copied = pair.tgt.strip() == pair.src.strip()
        message = "this is a copy of the source" if copied else "this is not translated"
        start = len(pair.tgt) - len(pair.tgt.lstrip())
        yield Hit(message, tgt=Span(start, start + len(pair.tgt.strip())))


def _is_chinese(text: str) -> bool:
    han = 0 if text.isascii() else len(_HAN.findall(text))
    return han > 1 and han > HAN_A_WORD * len(_LATIN_WORD.findall(text))


def _is_english(text: str) -> bool:
    return not has_han(text) and len(_SMALL_WORD.findall(text)) >= LEAST_WORDS
