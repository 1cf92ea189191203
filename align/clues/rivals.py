"""What stands in a translation in the place of a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from align.aligner.lexicon import stem
from align.clues.foreign import is_meant
from align.clues.known import is_named, known_names
from align.clues.quoted import stands_in_title
from align.clues.sounding import is_heard, reads_in
from align.clues.strangers import half_right, strange_surname, stranger_for
from align.clues.usage import by_span, has_status, rival, stands_in_article
from align.comparison.transliteration import ordinary_words
from corpus import Span
from corpus.pattern import lazy
from corpus.script import is_han, simplified
from glossary.reading import keys_of, readings_of
from glossary.syllables import distance
from glossary.term import Kind
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.termbase import Occurrence

    Sort = tuple[tuple[str, ...], frozenset[str]]

# What names of one sort are called, in Chinese and in English.
_SORTS = """
    通讯社 新闻社 社: agency news press service
    新闻: news
    报: daily news times post journal newspaper herald evening paper
    网 在线: net network online website
    电视 卫视 电视台: tv television satellite channel broadcasting
    广播 电台: radio broadcasting voice station
    周刊 杂志 月刊: weekly magazine week monthly
    银行: bank banking
    证券: securities
    保险 人寿 财险: insurance life
    航空 航空公司: airlines airways air aviation airline
    汽车: auto automobile motor motors automotive
    基金: fund funds
    交易所: exchange
    电力 电网 能源: power electric grid energy
    石油 石化: petroleum oil petrochemical
    制药 医药 药业: pharmaceutical pharma pharmaceuticals medicine
    快递 速递 物流: express logistics
    大学: university
    半导体: semiconductor semiconductors
    博会 博览 展会 展览会 交易会 洽谈会 书展 车展 航展 庙会 集市 招聘会: expo exposition fair exhibition
"""
_GENERIC = lazy(
    "(?:控股|股份|科技|集团|公司|有限公司|银行|汽车|证券|保险|航空|地产|置业|电子|药业|制药|医药|能源|食品|新闻|网)+$"
)
_RUN = lazy(r"(?<![\w.-])[A-Z][\w’'-]*(?:(?: & | of (?:the )?| and | )[A-Z][\w’'-]*)+")
_INSIDE = lazy(r"[^.!?:;\s] \(?$")  # what comes before a word that does not begin a sentence
_WORD = lazy(r"(?<![\w.-])[A-Z][A-Za-z]{3,}(?![\w-])")
_POINTING = "(?:The|This|That|An?|Our|Its|At|In|For) "  # words that begin a sentence and no name
_CAPITAL_BEFORE = lazy(rf"(?<!\w)(?!{_POINTING})[A-Z][\w’'.-]* (?:& )?$")
_OPENER = lazy(_POINTING)
_ACRONYM = lazy(r"(?<![\w.-])[A-Z]{3,}(?![\w-])")
_LETTERS = lazy(r"[^\W\d_]+")
_JOINTS = ("", "-", "’", "'", " ")  # between two syllables of a name
LIMIT_BEFORE = 40  # characters before a word that are looked at
LEAST_ACRONYM = 3  # letters
LEAST_STRANGE_ACRONYM = 4  # of three letters there are too many that everybody knows
LEAST_LONG_ACRONYM = 5  # beside the name itself another acronym of fewer letters may well be right
LEAST_NAME = (
    3  # characters; two that are a name may as well be the end of a word and the beginning of another
)
LEAST_SYLLABLES = 2  # of a name in pinyin; one may be anything
LEAST_ALIKE = 0.55  # share of letters that a word and the pinyin of a name have alike
LEAST_FIRST = 0.7  # where the word begins a sentence and so may be any
LEAST_SAME = 0.75  # share of letters that a word and a form have alike
_ADJECTIVE = ("ian", "ean", "ese", "ish")  # Asian is no name
LEAST_MEDIUM = 6  # letters of a medium's name that is no common word; shorter ones are acronyms


def rival_of(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return what a translation has instead of a name that it has in no accepted form.

    A misspelt form counts, the plain pinyin, something like it in sound, another medium, and a name of the
    same sort that nothing in the source accounts for. A name that is merely absent may be left out, or a
    pronoun stands for it.
    """
    found = _rival(usage, pair, context)
    return None if found is None or _is_part(found.of(pair.tgt), usage) else found


def _is_part(word: str, usage: Usage) -> bool:
    """Tell whether a word is one of a name's own: Jike for Summer Jike Junyi."""
    return any(word.lower() in form.lower().split() for form in usage.forms)


def _rival(usage: Usage, pair: Pair, context: Context) -> Span | None:
    if is_named(usage, pair, context):
        found = _near_acronym(usage, pair, context, LEAST_LONG_ACRONYM)
        return found or (half_right(usage, pair, context) if _is_sure_person(usage) else None)
    found = (
        _near(usage, pair, context)
        or _near_acronym(usage, pair, context, LEAST_ACRONYM)
        or _in_pinyin(usage, pair, context)
    )
    if found is not None or not usage.certain:
        return found
    if stands_in_article(usage.forms, pair.tgt_lang, context) or stands_in_title(usage.span, pair.src):
        return None  # a film or a book may have any title
    found = _swapped(usage, pair, context)
    if found is None and _is_sure_person(usage):
        found = stranger_for(usage, pair, context)
    if found is None and len(usage.text) >= LEAST_NAME:
        found = _of_same_sort(usage, pair, context) or _alike(usage, pair, context)
    if found is None and _is_sure_person(usage):
        found = strange_surname(pair, context)
    if found is None and all(entry.kind is Kind.ORGANISATION for entry in usage.entries):
        found = _strange_acronym(pair, context)
    return found


def _is_sure_person(usage: Usage) -> bool:
    return usage.certain and all(entry.kind is Kind.PERSON for entry in usage.entries)


def _near(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a form with a wrong letter, or with another word in it where nothing else accounts for that."""
    near = rival(usage, pair, context)
    if near is None or _is_derived(near.span.of(pair.tgt), usage):
        return None
    if near.strong and _has_others(_sorts_of(usage), pair, context):
        return None
    return near.span


def _near_acronym(usage: Usage, pair: Pair, context: Context, least: int) -> Span | None:
    """Return an unknown acronym that has one letter wrong, more or less, or the letters in another order."""
    right = [form for form in usage.forms if len(form) >= least and form.isupper() and form.isalpha()]
    for word in _ACRONYM.finditer(pair.tgt) if right else ():
        span = Span(*word.span())
        if word[0] in pair.src or _is_known(span, pair, context):
            continue
        if any(_is_garbled(word[0], form) for form in right):
            return span
    return None


def _strange_acronym(pair: Pair, context: Context) -> Span | None:
    """Return an acronym that nothing accounts for: the tables, the source, the words of the translation.

    It is asked for where a body of the source is missing.
    """
    words = _LETTERS.findall(pair.tgt)
    if 2 * sum(word.isupper() for word in words) > len(words):
        return None  # a heading in capitals
    for found in _ACRONYM.finditer(pair.tgt):
        word, span = found[0], Span(*found.span())
        known = ordinary_words()[stem(word.lower())] or _is_known(span, pair, context)
        if len(word) >= LEAST_STRANGE_ACRONYM and not known and not _is_spelled_out(word, words, pair):
            return span
    return None


def _is_spelled_out(acronym: str, words: Sequence[str], pair: Pair) -> bool:
    """Tell whether an acronym stands in the source, sounds like something there, or is of words beside it."""
    initials = "".join(word[0] for word in words)
    large = "".join(letter for letter in initials if letter.isupper())
    if f"({acronym})" in pair.tgt or acronym in initials.upper() or acronym in large:
        return True
    return acronym in pair.src.upper() or is_heard(acronym.capitalize(), simplified(pair.src))


def _is_garbled(written: str, right: str) -> bool:
    if len(written) != len(right):
        return len(right) > LEAST_ACRONYM and distance(written, right) == 1
    return distance(written, right) == 1 or sorted(written) == sorted(right)


def _is_derived(word: str, usage: Usage) -> bool:
    """Tell whether a word begins with a form, as Leninism does with Lenin."""
    return word.lower().startswith(tuple(form.lower() for form in usage.forms if form.isalpha()))


def _in_pinyin(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name in plain pinyin that is known by another one."""
    lowered = pair.tgt.lower()
    for name in dict.fromkeys((usage.text, _stem(usage.text))):
        pattern = _pinyin(name) if _may_be_spelled(name, lowered) else None
        found = pattern.search(pair.tgt) if pattern else None
        if found and not _is_named_so(Span(*found.span()), pair, context):
            return Span(*found.span())
    return None


def _is_named_so(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch of a translation is the right form of some name in the source."""
    in_source = context.ids(pair.src, pair.src_lang)
    found = has_status(context.occurrences(pair.tgt, pair.tgt_lang), deprecated=False)
    return any(item.entry.id in in_source and span.touches(item.span) for item in found)


def _stem(name: str) -> str:
    """Return a name without what says only that it is a company, and of what sort."""
    return _GENERIC.sub("", name)


def _may_be_spelled(name: str, lowered: str) -> bool:
    """Tell whether a text in small letters has the first two syllables of a name in pinyin together."""
    first, second = (keys_of(char) for char in (name[:1], name[1:2]))
    return any(one + mark + other in lowered for one in first for mark in _JOINTS for other in second)


@cache
def _pinyin(name: str) -> re.Pattern[str] | None:
    """Return what finds a name in pinyin, joined or apart, with a capital; None for a name of other marks."""
    if len(name) < LEAST_SYLLABLES or not all(is_han(char) and readings_of(char) for char in name):
        return None
    syllables = (f"(?i:{'|'.join(sorted(keys_of(char)))})" for char in name)
    spelled = f"[{''.join(_JOINTS)}]?".join(syllables)
    return re.compile(rf"(?<![\w-])(?=[A-Z]){spelled}(?![\w-])")


def _is_known(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch of a translation is the right form of some name."""
    found = has_status(context.occurrences(pair.tgt, pair.tgt_lang), deprecated=False)
    return any(span.touches(item.span) for item in found)


def _swapped(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return another medium of the tables where the source names this one, and not that one.

    Of several, each stands for one that is missing, in the same order.
    """
    if not _is_of_media(usage):
        return None
    missing = [
        other.span
        for other in known_names(pair, context)
        if _is_of_media(other) and not is_named(other, pair, context)
    ]
    strange = list(_strange_media(pair, context))
    return dict(zip(missing, strange, strict=False)).get(usage.span)


def _is_of_media(usage: Usage) -> bool:
    return all(entry.kind is Kind.MEDIA for entry in usage.entries)


def _strange_media(pair: Pair, context: Context) -> Iterator[Span]:
    """Return the media of the tables that a translation names, and its source does not."""
    in_source = context.occurrences(pair.src, pair.src_lang)
    right = {form for item in in_source for form in item.entry.accepted(pair.tgt_lang)}
    for span, found in by_span(context.occurrences(pair.tgt, pair.tgt_lang)):
        forms = {form for item in found for form in item.entry.accepted(pair.tgt_lang)}
        if _is_medium(found) and right.isdisjoint(forms) and _is_title(span.of(pair.tgt)):
            yield span


def _is_medium(found: Sequence[Occurrence]) -> bool:
    """Tell whether entries with one form are news outlets, and one of them surely."""
    known = all(item.entry.kind is Kind.MEDIA and not item.entry.user for item in found)
    return known and any(item.entry.certain for item in found)


def _is_title(name: str) -> bool:
    """Tell whether a medium's name is no common word: Xinhua, AFP, Global Times, but not People."""
    if not name[:1].isupper():
        return False
    acronym = name.isupper() and len(name) > 2
    return acronym or " " in name or (len(name) >= LEAST_MEDIUM and name.lower() not in COMMON)


def _of_same_sort(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name of the same sort that nothing in the source accounts for."""
    sorts = _sorts_of(usage)
    if not sorts or _has_others(sorts, pair, context):
        return None
    words = {word for _, english in sorts for word in english}
    is_event = all(entry.kind is Kind.TERM for entry in usage.entries)
    generic = _as_generic(words, usage, pair, context) if is_event else None
    if generic is not None:
        return generic
    for run in _RUN.finditer(pair.tgt):
        parts = re.findall(r"[\w’'-]+", run[0])
        span = Span(*run.span())
        named = _is_of_sort(run[0], words) and not _is_known(span, pair, context)
        if named and not all(part in pair.src for part in parts):
            return span
    return None


def _is_of_sort(name: str, words: Set[str]) -> bool:
    """Tell whether a name is of a sort by one of its words, but not the first: Fair Trade Office is no fair.

    >>> words = frozenset({"bank"})
    >>> [_is_of_sort(name, words) for name in ("Hill Bank", "Bank of Hills", "The Bank", "Bank Street")]
    [True, True, False, False]
    """
    first, *others = _OPENER.sub("", name, count=1).lower().split()
    return any(word in words for word in others) or (first in words and "of" in others)


def _as_generic(words: Set[str], usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a word that says only what is meant, with a capital as if that were the name: the Fair.

    A word of the name itself is right: the Expo for the World Expo.
    """
    others = words - {word for form in usage.forms for word in form.lower().split()}
    rest = simplified(pair.src.replace(usage.text, "\n"))
    for word in _WORD.finditer(pair.tgt):
        span, start = Span(*word.span()), max(0, word.start() - LIMIT_BEFORE)
        if word[0].lower() not in others or not _INSIDE.search(pair.tgt, start, span.start):
            continue
        if _CAPITAL_BEFORE.search(pair.tgt, start, span.start) or is_meant(word[0], rest):
            continue
        if not _is_known(span, pair, context):
            return span
    return None


def _sorts_of(usage: Usage) -> Sequence[Sort]:
    """Return the sorts of names that one is of, by its Chinese or one of its forms."""
    words = {word for form in usage.forms for word in form.lower().split()}
    return [sort for sort in _sorts() if usage.text.endswith(sort[0]) or not sort[1].isdisjoint(words)]


def _has_others(sorts: Sequence[Sort], pair: Pair, context: Context) -> bool:
    """Tell whether a source may have more names of some sorts than those that are known."""
    rest = _without(pair.src, context.occurrences(pair.src, pair.src_lang))
    return any(name in rest for chinese, _ in sorts for name in chinese)


@cache
def _sorts() -> Sequence[Sort]:
    """Return the sorts of names: how they are called in Chinese, and in English."""
    rows = (row.split(":") for row in _SORTS.strip().splitlines())
    return tuple((tuple(chinese.split()), frozenset(english.split())) for chinese, english in rows)


def _without(text: str, found: Sequence[Occurrence]) -> str:
    """Return a text without the names known in it."""
    rest, end = [], 0
    for item in found:
        rest.append(text[end : item.span.start])
        end = max(end, item.span.end)
    return "\n".join((*rest, text[end:]))


def _alike(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return an unknown word that sounds like the Chinese of a name, or nearly has the letters of a form."""
    for word in _WORD.finditer(pair.tgt):
        span, letters = Span(*word.span()), word[0].lower()
        least = LEAST_ALIKE if _INSIDE.search(pair.tgt, 0, span.start) else LEAST_FIRST
        known = letters in COMMON or letters.endswith(_ADJECTIVE) or word[0] in pair.src
        if known or _is_known(span, pair, context) or not _is_like(usage, letters, least):
            continue
        if not reads_in(pair.src, letters):
            return span
    return None


def _is_like(usage: Usage, letters: str, least: float) -> bool:
    """Tell whether letters are like a name's pinyin or a form."""
    if _is_derived(letters, usage):
        return False
    stem = _stem(usage.text)
    if len(stem) >= LEAST_SYLLABLES and all(is_han(char) and readings_of(char) for char in stem):
        pinyin = "".join(readings_of(char)[0] for char in stem).replace("ü", "u")
        if _likeness(letters, pinyin) >= least:
            return True
    forms = (form.lower() for form in usage.forms if form.isalpha() and not form.isupper())
    return any(form[0] == letters[0] and _likeness(letters, form) >= LEAST_SAME for form in forms)


def _likeness(first: str, second: str) -> float:
    return 1 - distance(first, second) / max(len(first), len(second))
