"""When a stretch of text is a form of a term: what is folded away, and where a form may begin and end.

A text is compared *level*: without case, accents and full-width letters, with one kind of quote and
hyphen. A search runs on the *bare* text, that is the level one without blanks and hyphens, and what it
finds is then checked against the level text. Levelling keeps the length, so spans are those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress
from string import ascii_lowercase
from typing import TYPE_CHECKING

from corpus import script
from corpus.pattern import lazy
from corpus.script import fold, is_han, simplified
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus import Lang

# Marks that are written in several ways, and the way they are compared in. A middle dot (大卫·贝克汉姆)
# joins as a hyphen does. What cannot be seen (zero-width marks, soft hyphens, combining accents) is NUL.
_SAME = {
    "'": "‘’ʼ′＇",
    '"': "“”＂",
    "-": "‐‑‒–−－·・‧•",
    "\0": "\u00ad\u200b\u200c\u200d\u2060\ufeff",
}
_LEVEL = {char: plain for plain, chars in _SAME.items() for char in chars}
_CURLY = tuple((mark, _LEVEL[mark]) for mark in "‘’“”–")  # the most frequent, replaced without a match each
# Letters with accents, combining accents, full-width forms but for marks that no term holds (，：；？！).
_ODD = lazy(
    "[" + "".join(_LEVEL) + "\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"
    "\uff02-\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e]"
)
# What the bare text is without: all that str.split() splits at, hyphens, and what cannot be seen.
DROPPED = frozenset(
    "-\0\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# What may follow an English form in its last word: nothing, the possessive, the plural.
_POSSESSIVE = lazy(r"(?:'s?)?(?!\0*[0-9a-z])")
_PLURAL = lazy(r"(?:'s|s'|e?s|')?(?!\0*[0-9a-z])")
_NO_ENDING = _WORD - {"e", "s"}
_GOES_ON = _WORD | {"\0"}  # behind a word, it may go on; anything else ends it
_KEPT = bytes(chr(code) not in DROPPED for code in range(256))
_ODD_BLANK = lazy("[" + "".join(sorted(char for char in DROPPED if not char.isascii())) + "]")
# Between the parts of an ASCII form: blanks, a capital behind a small letter, digits beside others.
_JOINT = lazy(
    r"[\s\0-]+(?=[^\s\0-])|(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[^\s\0\-0-9])|(?<=[^\s\0\-0-9])(?=[0-9])"
)
AMBIGUOUS = frozenset(script.AMBIGUOUS)
LIMIT_EXACT = 5  # a capitalised word this short is an English word too often: IT, May, Nio
LEAST_PLURAL = 3  # no plural of shorter words: Xis, Mas


def level(text: str) -> str:
    """Return a text in the way it is compared, of equal length.

    >>> level("Ｚｈōu‑Ｘin’s"), level("İstanbul")
    ("zhou-xin's", 'istanbul')
    """
    return plain(text).lower()


def plain(text: str) -> str:
    """Return a text that is level but for its capitals."""
    if text.isascii():
        return text
    for mark, same in _CURLY:
        text = text.replace(mark, same)
    return _ODD.sub(_plain_match, text)


def _plain_match(match: re.Match[str]) -> str:
    return _plain_char(match[0])


@cache
def _plain_char(char: str) -> str:
    if char in _LEVEL:
        return _LEVEL[char]
    if unicodedata.combining(char):
        return "\0"
    return unicodedata.normalize("NFKD", char)[0]


def bare(text: str) -> str:
    """Return a level text without blanks, hyphens and what cannot be seen.

    >>> bare(level("SAIC-GM‑Wuling")) == bare(level("SAIC  GM Wuling"))
    True
    """
    return "".join(text.split()).replace("-", "").replace("\0", "")


class View:
    """A text made ready to be searched; places in the bare text lead back to places in the text."""

    __slots__ = ("_capitals", "_kept", "bare", "level", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self.level = self.plain.lower()
        self.bare = bare(self.level)
        self._kept: list[int] | None = None
        self._capitals: str | None = None

    @property
    def capitals(self) -> str:
        """The bare text with its capitals."""
        if self._capitals is None:
            self._capitals = bare(self.plain)
        return self._capitals

    def bounded(self, found: Iterable[tuple[int, int, int]], lang: Lang) -> list[tuple[int, int, int]]:
        """Return those of some numbered stretches of the bare text that are bounded, with places in the text.

        Much of what an automaton finds in English lies inside words: this is sorted out first.
        """
        kept, text = self._places(), self.level
        bounded = []
        for start, end, number in found:
            place = kept[start]
            if place and text[place - 1] in _WORD and text[place] in _WORD:
                continue
            last = kept[end - 1] + 1
            after = text[last : last + 1]
            ends = after not in _GOES_ON or text[last - 1] not in _WORD
            if ends or (after not in _NO_ENDING and self.is_bounded(place, last, lang)):
                bounded.append((place, last, number))
        return bounded

    def _places(self) -> list[int]:
        """Return the place in the text of every character of the bare text."""
        if self._kept is None:
            text = self.level
            if text.isascii() or not _ODD_BLANK.search(text):
                kept = text.encode("ascii", "replace").translate(_KEPT)
                self._kept = list(compress(range(len(text)), kept))
            else:
                self._kept = [place for place, char in enumerate(text) if char not in DROPPED]
        return self._kept

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the start and end in the text of a stretch of the bare text that is not empty."""
        kept = self._places()
        return kept[start], kept[end - 1] + 1

    def is_bounded(self, start: int, end: int, lang: Lang) -> bool:
        """Tell whether a stretch of the text begins and ends where words do; Han beside Latin is an end.

        >>> view = View("SU7与SU70")
        >>> view.is_bounded(0, 3, "zh"), view.is_bounded(4, 7, "zh")
        (True, False)
        """
        text = self.level
        if text[start] in _WORD and start and text[start - 1] in _WORD:
            return False
        if text[end - 1] not in _WORD:
            return True
        plural = lang == "en" and text[max(start, end - LEAST_PLURAL) : end].isalpha()
        tail = _PLURAL if plural and end - start >= LEAST_PLURAL else _POSSESSIVE
        return tail.match(text, end) is not None


@lru_cache(maxsize=8)
def views(text: str, lang: Lang) -> tuple[View, ...]:
    """Return what must be searched of a text: itself and, for traditional Chinese, itself simplified.

    The views of the last texts are kept, since the texts of a pair are asked for again and again.
    """
    simple = text if lang == "en" else simplified(text)
    return (View(text),) if simple == text else (View(text), View(simple))


@dataclass(frozen=True, slots=True)
class Shape:
    """What is to be checked of a form once its letters have been found.

    ``joints`` are the places in the bare form where a blank may stand; a hyphen may stand anywhere.
    ``exact``: the form is one short or common word, and is found only with its capitals.
    """

    form: str
    level: str
    joints: frozenset[int]
    exact: bool

    @classmethod
    @lru_cache(maxsize=50_000)
    def of(cls, form: str) -> Shape:
        """Return the shape of a form.

        >>> sorted(Shape.of("SAIC-GM-Wuling NanoEV").joints), Shape.of("Nio").exact
        ([4, 6, 12, 16], True)
        """
        form = without_article(form)
        joints = frozenset(range(len(form)) if _is_long_acronym(form) else _joints(form))
        one_word = form.isalpha() and not joints
        short = len(form) <= LIMIT_EXACT or form.lower() in COMMON
        return cls(form, level(form), joints, exact=one_word and short and not form.islower())

    def fits(self, view: View, start: int, end: int) -> bool:
        """Tell whether a stretch whose letters are right has its capitals and blanks right, too."""
        if self.exact and not self._fits_case(fold(view.text[start:end])):
            return False
        found = view.level[start:end]
        return found == self.level or all(place in self.joints for place in _blanks(found))

    def _fits_case(self, found: str) -> bool:
        # A plural or singular differs at its end only.
        return found.isupper() or self.form.startswith(found) or found.startswith(self.form)


def without_article(form: str) -> str:
    """Return an English form without the "the" that may be left out.

    >>> without_article("the Grand Canyon"), without_article("Theresa")
    ('Grand Canyon', 'Theresa')
    """
    return form[4:] if form[:4].lower() == "the " and form[4:].strip() else form


def _joints(form: str) -> Iterator[int]:
    """Return the places in the bare form where one part ends and the next begins."""
    if form.isascii():
        yield from _ascii_joints(form)
        return
    place, before = 0, ""
    for char, flat in zip(form, level(form), strict=True):
        if flat in DROPPED:
            before = " "
            continue
        if before and _divides(before, char):
            yield place
        place, before = place + 1, char


def _ascii_joints(form: str) -> Iterator[int]:
    dropped = 0
    for match in _JOINT.finditer(form):
        yield match.start() - dropped
        dropped += len(match[0])


def _is_long_acronym(form: str) -> bool:
    """Tell whether a form gives no hint where its parts end: MINIEV is written MINI EV as well."""
    return form.isalpha() and form.isupper() and len(form) > LIMIT_EXACT


def _divides(before: str, char: str) -> bool:
    return (
        before == " "
        or before.isdigit() != char.isdigit()
        or (before.islower() and char.isupper())
        or (not (before + char).isascii() and (is_han(before) or is_han(char)))
    )


def spellings(form: str, key: str) -> frozenset[str]:
    """Return how a key of an exact form must be written to be found, but for blanks: with these capitals.

    >>> sorted(spellings("May", "may")), sorted(spellings("Xis", "xi"))
    (['MAY', 'May'], ['XI', 'Xi'])
    """
    start = plain(form)[: len(key)]
    return frozenset({capitals(key), start} if start.lower() == key else {capitals(key)})


def capitals(text: str) -> str:
    """Return a text of equal length in capitals."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


def _blanks(found: str) -> Iterator[int]:
    """Return the places in the bare text where a level text has a blank.

    >>> list(_blanks("saic gm-wu - ling"))
    [4, 8]
    """
    place = 0
    for piece in re.split(r"([\s-]+)", found):
        if piece[:1].isspace() or piece[-1:].isspace():
            yield place
        place += len(bare(piece))


@lru_cache(maxsize=8192)
def keys(form: str, lang: Lang) -> frozenset[str]:
    """Return the bare texts to search for: of Chinese as it is and simplified, of English both numbers.

    乾 and the like stay in a simplified form (陈乾旺), but not in a text that is otherwise traditional.

    >>> sorted(keys("賽力斯", "zh")), sorted(keys("the listed company", "en"))
    (['賽力斯', '赛力斯'], ['listedcompanies', 'listedcompany'])
    """
    if lang == "zh":
        forms = {form, simplified(form)}
        if not AMBIGUOUS.isdisjoint(form):
            forms.add(simplified("陳" + form)[1:])
        return frozenset({bare(level(form)) for form in forms} - {""})
    form = level(without_article(form))
    return frozenset({bare(form), *(bare(other) for other in _numbers(form))} - {""})


def _numbers(form: str) -> Iterator[str]:
    """Return the singular of a level form that looks like a plural, or else its plural in -ies."""
    last = len(form) - len(form.rstrip(ascii_lowercase))
    if last < LEAST_PLURAL:
        return
    if re.search("[^aeiou]y$", form):
        yield form[:-1] + "ies"
    elif last > LEAST_PLURAL and re.search("[^sui]s$", form):
        yield re.sub("(?:(?<=[^aeiou])ies|(?<=[sx])es|(?<=[cs]h)es|s)$", _singular, form)


def _singular(ending: re.Match[str]) -> str:
    return "y" if ending[0] == "ies" else ""


def holds(text: str, form: str, lang: Lang) -> bool:
    """Tell whether a text has a form somewhere, whatever its capitals and blanks; inside a longer form, too.

    >>> holds("SAIC-GM-Wuling's cars", "Wuling", "en"), holds("said", "AI", "en")
    (True, False)
    """
    return any(_has(view, key, lang) for view in views(text, lang) for key in keys(form, lang))


def _has(view: View, key: str, lang: Lang) -> bool:
    start = view.bare.find(key)
    while start >= 0:
        if view.is_bounded(*view.stretch(start, start + len(key)), lang):
            return True
        start = view.bare.find(key, start + 1)
    return False
