"""Reads bitext rows from PO, the files of gettext."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import InputError
from corpus.pattern import lazy
from corpus.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEYWORD = lazy(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=\")")
ESCAPE = lazy(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class _Message:
    """What has been read of a message: its strings and where each begins, its references, its flags."""

    strings: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    reference: str | None = None
    fuzzy: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the translation has begun: what comes next and is none of it is another message."""
        return any(key.startswith("msgstr") for key in self.strings)


def po_rows(lines: Iterable[tuple[int, str]], path: Path) -> Iterator[Row]:
    """Return the messages that are translated, one at a time; fuzzy and obsolete ones are left out.

    Every plural form is a row. Messages whose first reference (``#:``) names one file are one article;
    the context (``msgctxt``) is the row's id.

    Args:
        lines: The lines of the file with their numbers.
        path: The file, for the errors.

    Raises:
        InputError: A line is not what the format says; the rows before it have been returned.
    """
    for message in _messages(lines, path):
        if not message.fuzzy and message.strings.get("msgid"):
            yield from _rows(message)


def _rows(message: _Message) -> Iterator[Row]:
    singular = message.strings["msgid"]
    plural = message.strings.get("msgid_plural")
    translated = [key for key in message.strings if key.startswith("msgstr")]
    for key in translated:
        is_plural = plural is not None and (key != "msgstr[0]" or len(translated) == 1)
        source, target = plural if is_plural and plural else singular, message.strings[key]
        if target.strip():
            number = message.strings.get("msgctxt")
            yield Row(source, target, message.lines[key], "", number, message.reference)


def _messages(lines: Iterable[tuple[int, str]], path: Path) -> Iterator[_Message]:
    message, key = _Message(), ""
    for number, line in lines:
        text = line.strip().removeprefix("\ufeff")
        opens = KEYWORD.match(text)
        if message.is_whole and (text.startswith("#") or (opens and not opens[1].startswith("msgstr"))):
            yield message
            message = _Message()
        if opens:
            key = opens[1]
            message.strings[key], message.lines[key] = "", number
            text = text[opens.end() :]
        if text.startswith("#"):
            _comment(message, text)
        elif text:
            if not key:
                raise InputError("a text before the first msgid", path=path, line=number)
            message.strings[key] += _string(text, path, number)
    yield message


def _comment(message: _Message, text: str) -> None:
    if text.startswith("#,"):
        message.fuzzy = "fuzzy" in re.split(r"[,\s]+", text)
    elif text.startswith("#:") and message.reference is None and text[2:].split():
        message.reference = re.sub(r":\d+$", "", text[2:].split(maxsplit=1)[0])


def _string(text: str, path: Path, number: int) -> str:
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        problem = f'expected a keyword or a text in double quotes, not "{text[:40]}"'
        raise InputError(problem, path=path, line=number)
    return ESCAPE.sub(_unescaped, text[1:-1])


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code[0] in "01234567" else ESCAPES.get(code, code)
