"""What the dictionary says names belong to: 义乌 lies in Zhejiang, 普京 is Russian.

It is compiled from the definitions of CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0) on first use, and
kept in the user's cache folder.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.cache import cache_folder, store
from corpus.pattern import lazy
from glossary.cedict import definitions, edition, read_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FORMAT = 1  # to be raised when the compiled table changes
LEAST_CHARS = 2  # of a name; a single character is part of a word too often
_ASIDE = lazy(r"\[[^\[\]]*\]|[^\x00-\u024f]")  # pinyin, and the Chinese of other names
_NAME = lazy(r"[A-Z][\w’'.-]*(?: (?:(?:of|the|and) )*[A-Z][\w’'.-]*)*")


def belongs_to(source: str, name: str) -> bool:
    """Tell whether a simplified Chinese text names what lies in, or is of, something with an English name.

    >>> belongs_to("义乌的商人", "Zhejiang"), belongs_to("义乌的商人", "Hunan")
    (True, False)
    """
    return any(word in source for word in _belongings().get(name, "").split())


@cache
def _belongings() -> Mapping[str, str]:
    """Return by each English name what the dictionary speaks of it for, blanks between."""
    path = cache_folder() / f"whereabouts-{_FORMAT}-{edition()}.tsv"
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        text = "\n".join(_compile())
        store(path, text.encode(), kind="whereabouts-*.tsv")
    rows = (line.partition("\t") for line in text.split("\n"))
    return {name: words for name, _, words in rows}


def _compile() -> Iterator[str]:
    found: dict[str, dict[str, None]] = {}
    for word in definitions(read_dictionary()):
        if word.is_name and len(word.simplified) >= LEAST_CHARS:
            for name in _NAME.findall(_ASIDE.sub("", "; ".join(word.meanings))):
                found.setdefault(re.sub(r"['’]s?$", "", name), {})[word.simplified] = None
    for name, words in found.items():
        yield f"{name}\t{' '.join(words)}"
