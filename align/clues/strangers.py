"""What stands for a person whom the built-in tables know, where none of the person's names does."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from align.clues.capitals import is_inside
from align.facts.date_en import MONTH_NAMES
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from corpus.span import blanked
from glossary.match import level
from glossary.reading import keys_of
from glossary.surnames import spelled_surnames, surname_keys, surnames
from glossary.term import Kind
from glossary.transliteration import foreign_words, is_heard, reads_in
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.senses import Senses

LEAST_WORD = 4  # letters of a company or a place that is no syllable of a name: Van, Xi
LEAST_SHARED_WORD = 3  # letters of a word that two names share
LEAST_SHARED_LETTERS = 4  # at the beginning of two names: Kishimoto, Kishida
LEAST_SHARE = 0.5  # of the longer one
COMMON_SURNAMES = 200  # of the table, which has the most frequent ones first
LIMIT_CHARS = 4  # of a name in Chinese characters
_RUN = lazy(r"(?<![\w.’'-])[A-Z][\w-]+(?: [A-Z][\w-]+)*(?![\w-])")
# A surname alone: with Mr., behind a word that persons stand behind, or before what persons do.
_SURNAME = lazy(
    r"(?<=Mr\. )[A-Z][a-z]{1,5}(?![\w-]| [A-Z])"
    r"|(?<=M[rs] )[A-Z][a-z]{1,5}(?![\w-]| [A-Z])"
    r"|(?:(?<=\bsaid )|(?<=\bwith )|(?<=\bmet )|(?<=\btold )|(?<=\bto ))[A-Z][a-z]{1,5}(?![\w-]| [A-Z])"
    r"|(?<=[a-z,] )[A-Z][a-z]{1,5}(?=’s [a-z]|'s [a-z]| sa(?:id|ys)\b| told\b| added\b| also\b)"
)
# Surnames in pinyin that are words, too.
_WORDS = frozenset(
    "an bin can fan gang he hang lan lang long man men pan ran she song sun tan we you".split()
)
_CAPITAL = lazy(r"(?<![\w-])[A-Z]")


def stranger_for(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name that nothing in a source accounts for, where a translation leaves out a person's."""
    rest = _without(pair.src, usage.span)
    for span in _unknown_runs(pair, context):
        words = span.of(pair.tgt).split()
        if any(word in pair.src for word in words) or any(is_heard(word, rest) for word in words):
            continue
        if _shares_word(words, usage) or _is_surname(words, usage) or _begins_alike(words, usage):
            return span
    return _unaccounted(pair, context)


def half_right(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name of as many syllables as a person's whose surname it has, but not the given name.

    Only of names in Chinese characters, a word or a part of one a character: Pham Van Dong for 范明政, Pham
    Minh Chinh, and Chan Mo-bo for 陈茂波, Paul Chan Mo-po.
    """
    size = len(usage.text)
    full = {tuple(_syllables(form)[-size:]) for form in usage.forms if len(_syllables(form)) >= size}
    rest = _without(pair.src, usage.span)
    if size > LIMIT_CHARS or not full or usage.text[0] in rest:
        return None
    if any(_is_of_others(name[0], rest) for name in full):
        return None
    for run in _RUN.finditer(pair.tgt):
        span = _namesake(Span(*run.span()), full, pair, context)
        if span and not _touches_longer(span, pair, context):
            return span
    return None


def _is_of_others(surname: str, source: str) -> bool:
    """Tell whether a source has another character that is a common surname spelled so: 罗 for Lo, and 卢."""
    spelled = spelled_surnames().get(surname, frozenset())
    return any(
        char in source and (char in spelled or (surname,) in found.keys)
        for char, found in islice(surnames().items(), COMMON_SURNAMES)
    )


def _syllables(name: str) -> list[str]:
    """Return the words of a name and the parts of those with a hyphen, in small letters."""
    return level(name).lower().replace("-", " ").split()


def _namesake(run: Span, full: Set[tuple[str, ...]], pair: Pair, context: Context) -> Span | None:
    """Return the end of a run of words that has the surname of a full name, and as many syllables.

    Nothing stands before it but a title: Prime Minister Pham Van Dong.
    """
    size = len(next(iter(full)))
    for word in _CAPITAL.finditer(pair.tgt, run.start, run.end):
        span = Span(word.start(), run.end)
        name = tuple(_syllables(span.of(pair.tgt)))
        if len(name) == size and name not in full and any(name[0] == form[0] for form in full):
            return span if span == run or _is_titled(span, pair, context) else None
    return None


def _is_titled(name: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a known title stands before a name."""
    return any(
        name.start - 1 == span.end and senses.has_kind(Kind.TITLE)
        for span, senses in context.senses(pair.tgt, pair.tgt_lang)
    )


def _touches_longer(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a run has a known name of two words and more in it."""
    places = context.senses(pair.tgt, pair.tgt_lang)
    return any(known.touches(span) and " " in known.of(pair.tgt) for known, _ in places)


def _unknown_runs(pair: Pair, context: Context) -> Iterator[Span]:
    """Return the capitalised words of a translation inside its sentences that no entry has."""
    for run in _RUN.finditer(_unknown(pair, context)):
        if is_inside(pair.tgt, run.start()):
            yield Span(*run.span())


def _unknown(pair: Pair, context: Context) -> str:
    """Return a translation with marks for what its known names and terms have.

    A name of one word is known where the source has it, or where it is no person's (Huawei); else it is the
    surname of somebody else, or his.
    """
    in_source = context.ids(pair.src, pair.src_lang)
    known = (
        span
        for span, senses in context.senses(pair.tgt, pair.tgt_lang)
        if _is_no_person(span.of(pair.tgt), senses) or not senses.ids.isdisjoint(in_source)
    )
    return blanked(pair.tgt, known, "/")


def _is_no_person(name: str, senses: Senses) -> bool:
    """Tell whether a known name or word cannot be the surname of somebody."""
    if " " in name or senses.has_kind(Kind.TITLE):
        return True
    return len(name) >= LEAST_WORD and not senses.has_kind(Kind.PERSON)


def _without(text: str, span: Span) -> str:
    """Return a text in simplified characters without a stretch of it, and without what is the same."""
    plain = simplified(text)
    return plain.replace(span.of(plain), "\n")


def _shares_word(words: Sequence[str], usage: Usage) -> bool:
    own = {word.lower() for form in usage.forms for word in form.split() if len(word) >= LEAST_SHARED_WORD}
    return len(words) > 1 and any(word.lower() in own for word in words)


def _is_surname(words: Sequence[str], usage: Usage) -> bool:
    """Tell whether a word alone is the surname of a person in pinyin, who is known by another one."""
    return len(words) == 1 and usage.text[0] in surnames() and words[0].lower() in keys_of(usage.text[0])


def _begins_alike(words: Sequence[str], usage: Usage) -> bool:
    """Tell whether a word alone begins as one of the names of a person does."""
    word = words[0].lower()
    if len(words) > 1 or word in COMMON:
        return False
    parts = {part.lower() for form in usage.forms for part in form.split()}
    return any(_shares_beginning(word, part) for part in parts)


def _shares_beginning(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= LEAST_SHARED_LETTERS and shared / max(len(one), len(other)) >= LEAST_SHARE


def _unaccounted(pair: Pair, context: Context) -> Span | None:
    """Return a word that is no ordinary one and sounds like nothing in a source."""
    source = simplified(pair.src)
    unknown = _unknown(pair, context)
    for word, (span, *_) in foreign_words(unknown).items():
        lower = word.lower()
        known = word.isupper() or word in pair.src or lower in COMMON or lower in MONTH_NAMES
        if not known and is_inside(pair.tgt, span.start) and not is_heard(word, source):
            return span
    return None


def strange_surname(pair: Pair, context: Context) -> Span | None:
    """Return a Chinese surname by itself, of a person, that no character of a source is read as.

    It is asked for where a person of the source is missing. A name that the source has, too, may be spelled
    so in Hong Kong or elsewhere.
    """
    source = simplified(pair.src)
    for found in _SURNAME.finditer(_unknown(pair, context)):
        key = found[0].lower()
        if (key,) not in surname_keys() or key in _WORDS or found[0] in pair.src:
            continue
        if not reads_in(source, key) and not _is_of_others(key, source):
            return Span(*found.span())
    return None
