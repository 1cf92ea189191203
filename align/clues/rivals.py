"""What stands in a translation in the place of a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from align.clues.by_meaning import made_of_meaning
from align.clues.capitals import CAPITALISED, is_inside
from align.clues.divisions import other_division
from align.clues.given_names import other_given_name
from align.clues.known import is_named, known_names
from align.clues.quoted import stands_in_title
from align.clues.sorts import has_others, of_same_sort, sorts_of
from align.clues.strangers import half_right, strange_surname, stranger_for
from align.clues.usage import is_right_form, rival, stands_in_article
from corpus import Span
from corpus.pattern import lazy
from corpus.script import is_han, simplified
from glossary.lexicon import ordinary_words, stem
from glossary.reading import keys_of, readings_of
from glossary.syllables import cuts, distance, near
from glossary.term import Kind
from glossary.transliteration import is_heard, reads_in
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.senses import Senses

_GENERIC = lazy(
    "(?:控股|股份|科技|集团|公司|有限公司|银行|汽车|证券|保险|航空|地产|置业|电子|药业|制药|医药|能源|食品|新闻|网)+$"
)
_ACRONYM = lazy(r"(?<![\w.-])[A-Z]{3,}(?![\w-])")
_LETTERS = lazy(r"[^\W\d_]+")
_JOINTS = ("", "-", "’", "'", " ")  # between two syllables of a name
LEAST_ACRONYM = 3  # letters
LEAST_STRANGE_ACRONYM = 4  # of three letters there are too many that everybody knows
LEAST_LONG_ACRONYM = 5  # beside the name itself another acronym of fewer letters may well be right
LEAST_NAME = 3  # characters; of two, one may end a word and the other begin the next
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
        if found is None and _is_sure_person(usage):
            found = half_right(usage, pair, context) or other_given_name(usage, pair, context)
        return found
    found = (
        _near(usage, pair, context)
        or _near_acronym(usage, pair, context, LEAST_ACRONYM)
        or _in_pinyin(usage, pair, context)
    )
    if found is not None or not usage.certain:
        return found
    if stands_in_article(usage.forms, pair.tgt_lang, context) or stands_in_title(usage.span, pair.src):
        return None  # a film or a book may have any title
    return _of_its_kind(usage, pair, context) or made_of_meaning(usage, pair, context)


def _of_its_kind(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return what stands for a person, a place, a medium or a body, each found by signs of its own."""
    found = _swapped(usage, pair, context) or other_division(usage, pair, context)
    if found is None and _is_sure_person(usage):
        found = stranger_for(usage, pair, context)
    if found is None and len(usage.text) >= LEAST_NAME:
        found = of_same_sort(usage, pair, context) or _alike(usage, pair, context)
    elif found is None and all(entry.kind is Kind.PLACE for entry in usage.entries):
        found = _misread(usage, pair, context)
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
    if near.strong and has_others(sorts_of(usage), pair, context):
        return None
    return near.span


def _near_acronym(usage: Usage, pair: Pair, context: Context, least: int) -> Span | None:
    """Return an unknown acronym that has one letter wrong, more or less, or the letters in another order."""
    right = [form for form in usage.forms if len(form) >= least and form.isupper() and form.isalpha()]
    for word in _ACRONYM.finditer(pair.tgt) if right else ():
        span = Span(*word.span())
        if word[0] in pair.src or is_right_form(span, pair, context):
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
        known = ordinary_words()[stem(word.lower())] or is_right_form(span, pair, context)
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
    return any(
        span.touches(other) and any(item.entry.id in in_source for item in senses.right)
        for other, senses in context.senses(pair.tgt, pair.tgt_lang)
    )


def _stem(name: str) -> str:
    """Return a name without what says only that it is a company, and of what sort."""
    return _GENERIC.sub("", name)


def _is_read(name: str) -> bool:
    """Tell whether a name can be told by its pinyin: it has two characters at least, all with a reading."""
    return len(name) >= LEAST_SYLLABLES and all(is_han(char) and readings_of(char) for char in name)


def _may_be_spelled(name: str, lowered: str) -> bool:
    """Tell whether a text in small letters has the first two syllables of a name in pinyin together."""
    first, second = (keys_of(char) for char in (name[:1], name[1:2]))
    return any(one + mark + other in lowered for one in first for mark in _JOINTS for other in second)


@cache
def _pinyin(name: str) -> re.Pattern[str] | None:
    """Return what finds a name in pinyin, joined or apart, with a capital; None for a name of other marks."""
    if not _is_read(name):
        return None
    syllables = (f"(?i:{'|'.join(sorted(keys_of(char)))})" for char in name)
    spelled = f"[{''.join(_JOINTS)}]?".join(syllables)
    return re.compile(rf"(?<![\w-])(?=[A-Z]){spelled}(?![\w-])")


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
    in_source = (entry for _, senses in context.senses(pair.src, pair.src_lang) for entry in senses.entries)
    right = {form for entry in in_source for form in entry.accepted(pair.tgt_lang)}
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        forms = {form for entry in senses.entries for form in entry.accepted(pair.tgt_lang)}
        if _is_medium(senses) and right.isdisjoint(forms) and _is_title(span.of(pair.tgt)):
            yield span


def _is_medium(senses: Senses) -> bool:
    """Tell whether entries with one form are news outlets, and one of them surely."""
    known = all(entry.kind is Kind.MEDIA and not entry.user for entry in senses.entries)
    return known and any(entry.certain for entry in senses.entries)


def _is_title(name: str) -> bool:
    """Tell whether a medium's name is no common word: Xinhua, AFP, Global Times, but not People."""
    if not name[:1].isupper():
        return False
    acronym = name.isupper() and len(name) > 2
    return acronym or " " in name or (len(name) >= LEAST_MEDIUM and name.lower() not in COMMON)


def _alike(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return an unknown word that sounds like the Chinese of a name, or nearly has the letters of a form."""
    for word in CAPITALISED.finditer(pair.tgt):
        span, letters = Span(*word.span()), word[0].lower()
        least = LEAST_ALIKE if is_inside(pair.tgt, span.start) else LEAST_FIRST
        known = letters in COMMON or letters.endswith(_ADJECTIVE) or word[0] in pair.src
        if known or is_right_form(span, pair, context) or not _is_like(usage, letters, least):
            continue
        if not reads_in(pair.src, letters):
            return span
    return None


def _misread(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a word in pinyin that reads like a place of two characters but for a near sound."""
    for word in CAPITALISED.finditer(pair.tgt):
        span, letters = Span(*word.span()), word[0].lower()
        if not any(_is_nearly(cut, usage.text) for cut in cuts(letters)) or reads_in(pair.src, letters):
            continue
        if letters not in COMMON and word[0] not in pair.src and not is_right_form(span, pair, context):
            return span
    return None


def _is_nearly(syllables: Sequence[str], name: str) -> bool:
    """Tell whether one syllable of as many as a name has is near the reading of its character.

    >>> [_is_nearly(syllables, "湘西") for syllables in (("xiang", "xi"), ("xiang", "shi"), ("jiang", "shi"))]
    [False, True, False]
    """
    if len(syllables) != len(name):
        return False
    wrong = [(one, char) for one, char in zip(syllables, name, strict=True) if one not in keys_of(char)]
    return len(wrong) == 1 and any(near(wrong[0][0], key) for key in keys_of(wrong[0][1]))


def _is_like(usage: Usage, letters: str, least: float) -> bool:
    """Tell whether letters are like a name's pinyin or a form."""
    if _is_derived(letters, usage):
        return False
    name = _stem(usage.text)
    if _is_read(name):
        pinyin = "".join(readings_of(char)[0] for char in name).replace("ü", "u")
        if _likeness(letters, pinyin) >= least:
            return True
    forms = (form.lower() for form in usage.forms if form.isalpha() and not form.isupper())
    return any(form[0] == letters[0] and _likeness(letters, form) >= LEAST_SAME for form in forms)


def _likeness(first: str, second: str) -> float:
    return 1 - distance(first, second) / max(len(first), len(second))
