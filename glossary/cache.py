"""Compiled glossaries in the user's cache folder, so that a big one costs its compilation only once.

A file in the cache is named after what it was made of. One that is damaged, or a folder that cannot be
written, is as good as none: the glossary is compiled again.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from daachorse import CharwiseDoubleArrayAhoCorasick as Automaton

from corpus.cache import cache_folder, store
from glossary.index import Index
from glossary.term import Entry, Kind, Status, Term
from glossary.termbase import LANGS, EntryLayer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from corpus import Lang

FORMAT = f"align-terms-5 {sys.byteorder}"  # to be raised when the layout, or what is folded away, changes
LEAST_BYTES = 16_384  # a smaller table is compiled in the time that looking for the cache takes
LIMIT_FILES = 24  # the newest are kept


# By their values: faster than calling the classes.
_STATUSES = {status.value: status for status in Status}
_KINDS: dict[str | None, Kind | None] = {None: None} | {kind.value: kind for kind in Kind}


class CompiledLayer:
    """A layer read from the cache; an entry is decoded when it is first asked for."""

    def __init__(
        self, indexes: Mapping[Lang, Index], starts: Sequence[int], records: memoryview, origin: str
    ) -> None:
        self.indexes = indexes
        self._starts = starts
        self._records = records
        self._origin = origin

    def entry(self, number: int) -> Entry:
        """Return an entry by its number."""
        record = self._records[self._starts[number] : self._starts[number + 1]]
        return _decoded(json.loads(bytes(record)), self._origin)


def cached_layer(path: Path, read: Callable[[Path], Iterable[Entry]]) -> EntryLayer | CompiledLayer:
    """Return the layer of a glossary file, from the cache where it has been compiled before.

    Args:
        path: The glossary.
        read: What reads its entries when they are needed.
    """
    if path.stat().st_size < LEAST_BYTES:
        return EntryLayer(read(path))
    return compiled_layer(path.read_bytes(), path.suffix.lower(), str(path), lambda: read(path))


def compiled_layer(
    content: bytes, suffix: str, origin: str, read: Callable[[], Iterable[Entry]]
) -> EntryLayer | CompiledLayer:
    """Return the layer of a glossary's content, from the cache where it has been compiled before.

    Args:
        content: What the entries are made of.
        suffix: The format of the content.
        origin: Where the entries are told to come from.
        read: What reads the entries when they are needed.
    """
    file = cache_folder() / f"{_digest(content, suffix)}.terms"
    try:
        return load(file.read_bytes(), origin)
    except (OSError, ValueError):
        entries = tuple(read())
    layer = EntryLayer(entries)
    store(file, dump(layer, entries), kind="*.terms", limit=LIMIT_FILES)
    return layer


def _digest(content: bytes, suffix: str) -> str:
    digest = blake2b(content, digest_size=16)
    digest.update(f"{FORMAT} {suffix}".encode())
    return digest.hexdigest()


def dump(layer: EntryLayer, entries: Sequence[Entry]) -> bytes:
    """Return a layer as bytes: a header with the length of every part and a checksum, and the parts."""
    records = [_encoded(entry) for entry in entries]
    parts = [_ends(records), b"".join(records)]
    for lang in LANGS:
        index = layer.indexes[lang]
        parts += [
            *(array("I", numbers).tobytes() for numbers in (index.starts, index.refs, index.spelled)),
            *(found.serialize() if found else b"" for found in (index.automaton, index.capitals)),
        ]
    body = b"".join(parts)
    lengths = [len(part) for part in parts]
    header = {"format": FORMAT, "checksum": _checksum(lengths, body), "parts": lengths}
    return json.dumps(header).encode() + b"\n" + body


def load(data: bytes, origin: str) -> CompiledLayer:
    """Return the layer that ``dump`` wrote; its entries are told to come from ``origin``.

    Raises:
        ValueError: The bytes are damaged, or of another format.
    """
    start = data.find(b"\n") + 1
    header = json.loads(data[:start])
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise ValueError("another format")
    body = memoryview(data)[start:]
    if header["checksum"] != _checksum(header["parts"], body):
        raise ValueError("damaged")
    parts, start = [], 0
    for length in header["parts"]:
        parts.append(body[start : start + length])
        start += length
    starts, records, *rest = parts
    indexes: dict[Lang, Index] = {}
    for place, lang in enumerate(LANGS):
        begins, refs, spelled, automaton, capitals = rest[5 * place : 5 * place + 5]
        indexes[lang] = Index(
            lang,
            _automaton(automaton),
            _numbers(begins),
            _numbers(refs),
            _automaton(capitals),
            _numbers(spelled),
        )
    return CompiledLayer(indexes, _numbers(starts), records, origin)


def _checksum(lengths: Sequence[int], body: bytes | memoryview) -> int:
    return zlib.crc32(body, zlib.crc32(repr(lengths).encode()))


def _numbers(data: memoryview) -> Sequence[int]:
    return data.cast("I")


def _automaton(data: memoryview) -> Automaton | None:
    return Automaton.deserialize(bytes(data)) if data else None


def _ends(records: Iterable[bytes]) -> bytes:
    ends = array("I", [0])
    for record in records:
        ends.append(ends[-1] + len(record))
    return ends.tobytes()


def _encoded(entry: Entry) -> bytes:
    terms = [[term.text, term.lang, term.status] for term in entry.terms]
    place = [entry.id.removeprefix(entry.origin), entry.line, entry.user]
    marks = [entry.kind, entry.certain, entry.verbatim, entry.context, entry.vetoes]
    texts = [entry.note, entry.domain, entry.definition, entry.reference, entry.created, entry.changed]
    return json.dumps([terms, place, marks, texts], ensure_ascii=False).encode()


def _decoded(fields: list[Any], origin: str) -> Entry:
    terms, (number, line, user), (kind, certain, verbatim, context, vetoes), texts = fields
    note, domain, definition, reference, created, changed = texts
    return Entry(
        id=f"{origin}{number}",
        terms=tuple([Term(text, lang, _STATUSES[status]) for text, lang, status in terms]),
        kind=_KINDS[kind],
        certain=certain,
        verbatim=verbatim,
        note=note,
        origin=origin,
        line=line,
        user=user,
        context=tuple(context),
        vetoes=tuple(vetoes),
        domain=domain,
        definition=definition,
        reference=reference,
        created=created,
        changed=changed,
    )
