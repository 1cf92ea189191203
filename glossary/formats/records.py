"""Glossaries as JSON: a list with an object a concept, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from corpus.errors import InputError, json_problem
from glossary.formats.grid import read_text
from glossary.formats.record import LABELS, SIDES, Place, entry_of, fields_of
from glossary.term import Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from corpus import Lang
    from glossary.formats import Manner
    from glossary.formats.losses import Losses
    from glossary.term import Entry

AVOIDED = {"zh": "deprecated_zh", "en": "deprecated_en"}


def read(path: Path, losses: Losses) -> Iterator[Entry]:
    """Return the entries of a JSON list.

    Raises:
        InputError: It is no JSON, or no list of objects with texts and lists of texts.
    """
    for number, item in enumerate(_items(path), 1):
        if not isinstance(item, dict):
            raise InputError(f"item {number} is no object", path=path)
        terms = [
            Term(text, lang, status)
            for lang in SIDES
            for key, status in ((lang, Status.PREFERRED), (AVOIDED[lang], Status.DEPRECATED))
            for text in _texts(item, key, number, path)
        ]
        fields = {name: "|".join(_texts(item, name, number, path)) for name in LABELS if name in item}
        for name in item.keys() - set(SIDES) - set(AVOIDED.values()) - fields.keys():
            losses.add(f'the key "{name[:40]}"')
        if entry := entry_of(terms, fields, Place(path, number), losses):
            yield entry


def write(entries: Iterable[Entry], out: BinaryIO, manner: Manner, losses: Losses) -> None:  # noqa: ARG001
    """Write a list with an object a line; JSON holds everything and has no direction."""
    before = b"[\n"
    for entry in entries:
        item: dict[str, object] = {lang: entry.accepted(lang) for lang in SIDES}
        item |= {key: forms for lang in SIDES for key, forms in [_avoided(entry, lang)] if forms}
        out.write(before + json.dumps(item | fields_of(entry), ensure_ascii=False).encode())
        before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _avoided(entry: Entry, lang: Lang) -> tuple[str, tuple[str, ...]]:
    return AVOIDED[lang], entry.forms(lang, Status.DEPRECATED)


def _items(path: Path) -> list[Any]:
    try:
        items = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
        raise InputError(f"not JSON: {json_problem(error)}", path=path, line=line, column=column) from error
    if not isinstance(items, list):
        raise InputError("expected a list of objects with zh and en", path=path, line=1)
    return items


def _texts(item: dict[str, Any], key: str, number: int, path: Path) -> list[str]:
    value = item.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(text, str) for text in values):
        raise InputError(f"{key!r} of item {number} is neither a text nor a list of texts", path=path)
    return values
