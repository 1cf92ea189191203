"""People of an English source whose Chinese name is written with a wrong character: 雷君 for 雷军."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.clues.usage import is_person
from corpus import Span
from corpus.pattern import lazy
from corpus.script import is_han, simplified
from glossary.fit import Closeness, reads_as
from glossary.lexicon import load_lexicon
from glossary.pinyin_name import english_names
from glossary.reading import keys_of
from glossary.spelling import System
from glossary.surnames import spelled_key, spelled_surnames, surname_at, surnames
from glossary.term import Kind
from glossary.window import exact_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.article import Context, Pair
    from glossary.senses import Senses
    from glossary.surnames import Surname
    from glossary.term import Entry

LENGTHS = range(2, 5)  # characters of a Chinese name
_WORD = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What hardly stands in a name, and stands behind a part of one: 王小 and 姐, 张一 and 说.
_NEVER_IN_NAMES = frozenset(
    "的了是在不么们吗呢吧啊也都就很这那你我他她它和与及或把被让给对将向从到说称曾已为以等则还又再才总姐哥嫂"
    "妈爸爷奶叔姨婶某氏女先导局长部老些个次场届名位至"
)
# Characters of which one is written for the other without another name being meant.
_VARIANTS = tuple(map(frozenset, "锺钟 峯峰 昇升 叡睿 於于 甯宁 淩凌 喆哲 堃坤 珮佩 祐佑".split()))


@dataclass(frozen=True, slots=True)
class Miswritten:
    """A person's name with a character wrong: where it stands, the right form and the entry."""

    src: Span
    tgt: Span
    name: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Name:
    """A Chinese name in simplified characters, with its surname and its English."""

    text: str
    surname: Surname
    english: str

    @property
    def is_read(self) -> bool:
        """Whether the English is a spelling of the Chinese."""
        return reads_as(self.text, self.english).closeness is Closeness.ACCEPTED

    def is_near(self, found: str, before: str, behind: str) -> bool:
        """Tell whether a stretch as long is the name but for one character, and can hardly be words.

        A given name of one character must sound alike, since every word that begins with the surname would
        do; so must another surname.
        """
        wrong = [place for place, char in enumerate(self.text) if found[place] != char]
        if len(wrong) != 1 or not all(map(is_han, found)):
            return False
        place = wrong[0]
        char, right = found[place], self.text[place]
        if any(char in pair and right in pair for pair in _VARIANTS):
            return False
        size = len(self.surname.text)
        alike = self.sounds_like(found)
        if place < size:
            return alike and found[:size] in surnames() and not _is_in_word(found, before, behind)
        if len(self.text) - size > 1:
            return alike or not (
                char in _NEVER_IN_NAMES
                or found in load_lexicon().stems
                or _joins(found, place, before, behind)
            )
        return alike and char not in _NEVER_IN_NAMES and not _is_in_word(found, before, behind)

    def sounds_like(self, found: str) -> bool:
        """Tell whether each character of a stretch sounds like the one of the name, or all as the English."""
        chars = zip(found, self.text, strict=True)
        if all(char == right or not keys_of(char).isdisjoint(keys_of(right)) for char, right in chars):
            return True
        fit = reads_as(found, self.english)
        return fit.closeness is Closeness.ACCEPTED and fit.system is System.PINYIN


def miswritten_people(pair: Pair, context: Context) -> Iterator[Miswritten]:
    """Return the names in a Chinese translation that are people's of its source but for a character."""
    text = context.kept(simplified, pair.tgt)
    seen = set()
    for span, senses in context.senses(pair.src, pair.src_lang):
        person = _person(span.of(pair.src), senses)
        if person is None or person.id in seen:
            continue
        seen.add(person.id)
        forms = person.forms("zh")
        if any(simplified(form) in text or form in pair.tgt for form in forms):
            continue
        form = person.preferred("zh")
        for place in _places(form, span, pair, context, user=person.user):
            yield Miswritten(span, place, form, person)


def _person(written: str, senses: Senses) -> Entry | None:
    """Return the one person whom a full English name is surely of."""
    entries = [item.entry for item in senses.of_user()] or list(senses.entries)
    if len(entries) != 1 or " " not in written or senses.deprecated:
        return None
    (entry,) = entries
    return entry if entry.certain and not entry.context and is_person(entry) else None


def _places(form: str, src: Span, pair: Pair, context: Context, *, user: bool) -> Iterator[Span]:
    """Return where a translation has a stretch that is a Chinese name but for one character.

    Of Korean and Vietnamese names, which are written in one of several ways, the user may choose one.
    """
    name = _name(simplified(form), src.of(pair.src))
    if name is None or not (user or name.is_read):
        return
    text = context.kept(simplified, pair.tgt)
    size = len(name.text)
    for start in range(len(text) - size + 1):
        span = Span(start, start + size)
        found = span.of(text)
        if name.is_near(found, text[max(0, start - 1) : start], text[span.end : span.end + 1]) and not (
            _is_known(span, name, pair, context) or _is_another(span, src, pair, context)
        ):
            yield span


def _name(form: str, english: str) -> _Name | None:
    """Return a Chinese name of which an English one has the surname; None of what may be a foreign one."""
    surname = surname_at(form)
    if surname is None or len(form) not in LENGTHS or not all(map(is_han, form)):
        return None
    if len(form) == len(surname.text):
        return None
    spellings = {"".join(key) for key in surname.keys}
    words = [spelled_key(word) for word in _WORD.findall(english)]
    spelled = spelled_surnames()
    read = any(word in spellings or surname.text in spelled.get(word, ()) for word in words)
    return _Name(form, surname, english) if read else None


def _is_known(span: Span, name: _Name, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch is a known name or a part of one, or has one inside that it may go on from.

    What sounds like the person is more than 馬華, which stands in 馬華騰.
    """
    alike = name.sounds_like(span.of(context.kept(simplified, pair.tgt)))
    return any(
        span.touches(other)
        and not (alike and len(other) < len(span) and span.covers(other) and not senses.has_kind(Kind.PERSON))
        for other, senses in context.unsifted(pair.tgt, pair.tgt_lang)
    )


def _is_another(span: Span, src: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a stretch touches what reads as another name that the English of the article has."""
    written = src.of(pair.src)
    texts: Iterable[str] = (other.en for other in context.article.pairs)
    names = (name for text in texts for name in english_names(text) if name.text not in written)
    others = (window.span for name in names for window in exact_windows(pair.tgt, name))
    return any(span.touches(other) for other in others)


def _is_in_word(found: str, before: str, behind: str) -> bool:
    """Tell whether a stretch is a word, or begins or ends inside one: 章一鸣 in 文章一鸣惊人."""
    words = load_lexicon().stems
    begins = bool(before) and before + found[0] in words
    return begins or found in words or (bool(behind) and found[-1] + behind in words)


def _joins(found: str, place: int, before: str, behind: str) -> bool:
    """Tell whether a character makes a word with one beside it."""
    text = before + found + behind
    at = place + len(before)
    words = load_lexicon().stems
    return any(len(two) > 1 and two in words for two in (text[max(0, at - 1) : at + 1], text[at : at + 2]))
