"""Names in a translation that nothing in its Chinese source accounts for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.capitals import is_inside
from align.clues.foreign import sounds_in, without_words
from align.clues.standins import calls_for
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.lexicon import content_stems, is_meant, ordinary_words, stem
from glossary.term import NAMED, Kind
from glossary.transliteration import reads_in
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.article import Context, Pair
    from glossary.senses import Places, Senses
    from glossary.term import Entry

LEAST_LETTERS = 4  # of a word that may be a foreign name
LONG_WORD = 6  # letters of a name that the dictionary may mention once
LEAST_LIKE = 0.7  # how much an unknown word must sound like the source to be taken for right
LEAST_LIKE_KNOWN = 0.75  # a known name, like what is no word there
LEAST_ALIKE = 0.9  # a known name, like anything there
LEAST_SOUNDS_LETTERS = 4
LEAST_SAID = 2  # characters of a Chinese name, which may be cut short: 伦敦 of 伦敦警察厅
SURNAME_MENTIONS = 4  # dictionary entries with a word that is a person's name all the same

# What single characters stand for in 中美, 欧盟, and names for one's own country.
_SHORT = """
    美 America American Americans US U.S. USA
    英 Britain British UK U.K. England English
    法 France French
    德 Germany German Germans
    俄 Russia Russian Russians
    苏 Russia Russian Soviet
    日 Japan Japanese
    韩 Korea Korean
    朝 Korea Korean
    印 India Indian Indonesia Indonesian
    澳 Australia Australian Macao Macau
    加 Canada Canadian
    意 Italy Italian
    西 Spain Spanish
    欧 Europe European Europeans
    非 Africa African
    亚 Asia Asian
    泰 Thailand Thai
    越 Vietnam Vietnamese
    菲 Philippines Philippine Filipino
    巴 Pakistan Pakistani Palestinian Palestine Brazil Brazilian Panama
    台 Taiwan Taiwanese Taipei
    中 China Chinese Sino
    华 China Chinese
    汉 China Chinese Han
"""
_OWN_COUNTRY = ("我国", "国内", "全国", "国家", "本国", "祖国", "大陆", "内地")
_OWN = frozenset({"China", "Chinese"})
# Words that places are called, that other names begin with, or that are hardly ever the place (Split, Nice).
_GENERAL = frozenset(
    """
    alpine bay canyon causeway central city colon corona east eastern emirates erode fleet galaxy great gulf
    hue island islands key kiwi lake land law loop lower male man mile mobile mountain mount new nice north
    northern ocean paradise park peak pearl perm pole police pyramid queens river riverside saga sari sea
    south southern sphinx split state states strait sultan sultanate surprise town united upper valley vista
    west western
    """.split()
)
_WORD = lazy(r"[A-Z](?<![\w.'’-][A-Z])[^\W\d_]+(?:['’-][A-Z]?[^\W\d_]+)*")
_PART = lazy(r"[^\W\d_]{3,}")
_POSSESSIVE = lazy("['’]s$")
_DERIVED = lazy(
    "(?:ism|ists?|tions?|ics|logy|ment|ity|ive|ing|ed|[eo]rs|i?c?al|ness|ship|i[sz]ed|phy|ware|water|ian|ish|ese)$"
)


class Sort(Enum):
    """What an unaccounted name is: a known one of a place, a person or anything else, or an unknown word.

    An unknown word where a sentence begins is a sort of its own.
    """

    PLACE = "place"
    PERSON = "person"
    KNOWN = "known"
    WORD = "word"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class EnglishOrphan:
    """A name in a translation, where it stands and of what sort it is."""

    span: Span
    text: str
    sort: Sort

    def is_explained(self, source: str) -> bool:
        """Tell whether a simplified Chinese text has a word of that meaning, or sounds like it."""
        words = [word for word in _PART.findall(self.text) if word.lower() not in _GENERAL]
        return any(is_meant(word, source) or reads_in(source, word.lower()) for word in words) or any(
            self._is_heard(word, source) for word in words
        )

    def _is_heard(self, word: str, source: str) -> bool:
        if self.sort in {Sort.WORD, Sort.FIRST}:
            return sounds_in(word, source, LEAST_LIKE)
        if len(word) < LEAST_SOUNDS_LETTERS:
            return False
        rest = without_words(source)
        return sounds_in(word, rest, LEAST_LIKE_KNOWN) or sounds_in(word, source, LEAST_ALIKE)


def unaccounted_names(pair: Pair, context: Context) -> list[EnglishOrphan]:
    """Return the names of a translation whose known Chinese the source has not, and its unknown words.

    Whether something in the source sounds like them is another question, which takes longer.
    """
    found = context.senses(pair.tgt, "en")
    known = list(_unaccounted_known(pair, found, context))
    return known + [word for word in _unknown_words(pair) if not _is_part(word.span, found)]


def _is_part(span: Span, found: Places) -> bool:
    """Tell whether a word begins or ends in a known name."""
    ends = span.start, span.end - 1
    return any(known.start <= place < known.end for known, _ in found for place in ends)


def _unaccounted_known(pair: Pair, found: Places, context: Context) -> Iterator[EnglishOrphan]:
    in_source = context.ids(pair.src, "zh")
    for span, senses in found:
        if not (pair.tgt[span.start].isupper() and senses.ids.isdisjoint(in_source)):
            continue
        orphan = _orphan(span, senses, pair.tgt)
        if orphan is not None and not _is_told(orphan, senses.entries, pair, context):
            yield orphan


def _orphan(span: Span, senses: Senses, text: str) -> EnglishOrphan | None:
    """Return a known name as one that may be unaccounted for; None of a word that is hardly a name."""
    name = span.of(text)
    if senses.deprecated:
        return None
    if {entry.kind for entry in senses.entries} & NAMED == {Kind.PLACE}:
        general = " " not in name and name.lower() in _GENERAL
        return None if general else EnglishOrphan(span, name, Sort.PLACE)
    if _is_name(name, senses.entries) and (" " in name or name.isupper() or is_inside(text, span.start)):
        return EnglishOrphan(span, name, Sort.PERSON if senses.has_kind(Kind.PERSON) else Sort.KNOWN)
    return None


def _is_told(name: EnglishOrphan, entries: Sequence[Entry], pair: Pair, context: Context) -> bool:
    """Tell whether a source has a name in Chinese, or the beginning of that, or in Latin letters."""
    parts = [name.text] if name.text.isalpha() and name.text.isupper() else _PART.findall(name.text)
    if not parts or any(part in pair.src for part in parts):
        return True
    source = context.kept(simplified, pair.src)
    if any(form[:LEAST_SAID] in source for entry in entries for form in entry.forms("zh")):
        return True
    if calls_for(source, name.text):
        return True
    return name.sort is Sort.PLACE and _is_shortened(name.text, source)


def _is_name(name: str, entries: Sequence[Entry]) -> bool:
    """Tell whether a known name is hardly a word: an acronym, several words, or a rare one."""
    if len(name) > 2 and name.isupper():
        return name.isalpha()
    if not any(entry.kind in NAMED for entry in entries):
        return False
    if " " in name:
        return True
    person = all(entry.kind is Kind.PERSON and entry.certain for entry in entries)
    return name.lower() not in COMMON and ordinary_words()[stem(name)] < (SURNAME_MENTIONS if person else 1)


def _is_shortened(name: str, source: str) -> bool:
    """Tell whether a source has a single character for a place, or speaks of its own country."""
    words = name.split()
    if not _OWN.isdisjoint(words) and any(own in source for own in _OWN_COUNTRY):
        return True
    return any(char in source for word in words for char in short_forms().get(word, ""))


@lru_cache(maxsize=1)
def short_forms() -> Mapping[str, str]:
    """Return the single characters that stand for a country or a region, by its English names."""
    chars: dict[str, str] = {}
    for row in _SHORT.strip().splitlines():
        char, *names = row.split()
        for name in names:
            chars[name] = chars.get(name, "") + char
    return chars


def _unknown_words(pair: Pair) -> Iterator[EnglishOrphan]:
    """Return the capitalised words that no dictionary has and the source has not itself."""
    for match in _WORD.finditer(pair.tgt):
        word = _foreign_word(match[0])
        if word and not any(part in pair.src for part in _PART.findall(word)):
            span = Span(match.start(), match.start() + len(word))
            if is_inside(pair.tgt, span.start):
                yield EnglishOrphan(span, word, Sort.WORD)
            elif len(word) > LEAST_LETTERS and content_stems(word):
                yield EnglishOrphan(span, word, Sort.FIRST)


@lru_cache(maxsize=1 << 14)
def _foreign_word(written: str) -> str:
    """Return a word without its possessive where it may be foreign, or else nothing."""
    word = _POSSESSIVE.sub("", written)
    return word if _may_be_foreign(word) else ""


def _may_be_foreign(word: str) -> bool:
    if (len(word) < LEAST_LETTERS and word.isascii()) or word.isupper() or _DERIVED.search(word):
        return False
    if word[1:] != word[1:].lower() and "-" not in word:
        return False  # SMEs, McNuggets
    return word.lower() not in COMMON and not any(
        ordinary_words()[stem(part)] >= (1 if len(part) < LONG_WORD else 2) for part in _PART.findall(word)
    )
