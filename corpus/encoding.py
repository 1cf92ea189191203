"""Bytes to text: which encoding a file is in, or why it is no text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from corpus.errors import InputError
from corpus.lines import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from pathlib import Path

SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, such as a Word, Excel or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

# The Chinese encodings, the next of a family only where the one before cannot do it, and the codec and
# lead bytes that hold the ordinary characters and marks (level 1 of GB 2312 and of Big5).
FAMILIES = (
    (("gb18030",), "gb2312", frozenset(range(0xA1, 0xA4)) | frozenset(range(0xB0, 0xD8))),
    (("big5", "cp950", "big5hkscs"), "big5", frozenset(range(0xA1, 0xC7))),
)
_HALF = re.compile("[\ud800-\udfff]")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?(gb|big5)""", re.IGNORECASE)
# Right decodings of 2,000 pieces of news of two and more characters reach .5, whole sentences .87.
LEAST_ORDINARY = 0.5
DECLARED_BONUS = 0.25
LEAST_PLAIN = 0.9
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MOST_CONTROL = 0.005
WESTERN = re.compile(r"[\u00a0-\u00ff–—‘’‚“”„†‡•…‰‹›€™ŒœŠšŽžŸƒ]")  # what cp1252 adds to ASCII
MOST_WESTERN = 0.2
SAVE = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: ``text.encode(encoding)`` gives its bytes; a byte order mark is character 0."""

    text: str
    encoding: str


def whole(text: str) -> str:
    r"""Return a text with ``\ufffd`` for halves of surrogate pairs, which JSON and command lines may have.

    Length and places stay. No UTF-8 can hold such a half.

    >>> whole("\ud800他") == "\ufffd他"
    True
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def decode(data: bytes, path: Path | None = None) -> Decoded:
    """Return the text of a file and the encoding it is in.

    UTF-8, and UTF-16 and UTF-32 with a byte order mark, are told by validity. GB18030 and Big5 are both
    valid for nearly any Chinese file, so that one is taken which gives more ordinary characters; what the
    file itself declares counts too. English with a few bytes of Windows' cp1252 is recognised last.

    Raises:
        InputError: The file is empty, is not text, or its encoding is broken or not recognised.

    >>> decode("周钘加盟".encode("gb18030"))
    Decoded(text='周钘加盟', encoding='gb18030')
    """
    decoded = _decoded(data, path)
    if not decoded.text.strip(BYTE_ORDER_MARK + " \t\r\n\f\v\u3000"):
        raise InputError("the file is empty", path=path)
    _refuse_control_characters(decoded.text, path)
    return decoded


def _decoded(data: bytes, path: Path | None) -> Decoded:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise InputError(
                f"this is {kind}, not text; export it as plain text, Markdown or HTML", path=path
            )
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, path)
    if b"\0" in data:
        return _utf16(data) or _refuse_nul(data, path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, path)


def _marked(data: bytes, encoding: str, path: Path | None) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start + 1} is not valid {encoding.upper()}, as which the file is marked; {SAVE}",
            path=path,
        ) from error


def _utf16(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 without a mark, where one byte order gives plain text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(data, encoding)
        if text is not None and "\0" not in text and _plain_share(text) > LEAST_PLAIN:
            return Decoded(text, encoding)
    return None


def _legacy(data: bytes, error: UnicodeDecodeError, path: Path | None) -> Decoded:
    """Return the text of a file that is not UTF-8."""
    if _nearly_utf8(data):
        line_start = data.rfind(b"\n", 0, error.start) + 1
        raise InputError(
            f"byte 0x{data[error.start]:02X} is not valid UTF-8, as which the rest is written; {SAVE}",
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            column=len(data[line_start : error.start].decode("utf-8")) + 1,
        ) from error
    found = _chinese(data) or _utf16(data) or _western(data)
    if found is None:
        raise InputError(
            f"the encoding is not recognised (not UTF-8, UTF-16, GB18030 or Big5); {SAVE}", path=path
        ) from error
    return found


def _nearly_utf8(data: bytes) -> bool:
    """Tell whether most sequences beyond ASCII are valid UTF-8, as by chance few are in GB18030 and Big5."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - broken > 2 * broken


def _chinese(data: bytes) -> Decoded | None:
    declared = DECLARED.search(data, 0, 2048)
    found: list[tuple[float, Decoded]] = []
    for names, codec, leads in FAMILIES:
        decoded = next(filter(None, (_round_trip(data, name) for name in names)), None)
        if decoded is None:
            continue
        bonus = DECLARED_BONUS if declared and names[0].startswith(declared[1].decode().lower()) else 0
        found.append((_ordinary_share(decoded.text, codec, leads) + bonus, decoded))
    score, best = max(found, key=lambda scored: scored[0], default=(0.0, None))
    return best if score >= LEAST_ORDINARY else None


def _ordinary_share(text: str, codec: str, leads: frozenset[int]) -> float:
    """Return the share of characters beyond ASCII that a codec keeps among its ordinary ones."""
    counts = Counter(char for char in text if not char.isascii())
    ordinary = sum(count for char, count in counts.items() if char.encode(codec, "replace")[0] in leads)
    return ordinary / max(1, counts.total())


def _western(data: bytes) -> Decoded | None:
    decoded = _round_trip(data, "cp1252")
    if decoded is None:
        return None
    beyond = sum(not char.isascii() for char in decoded.text)
    typical = len(WESTERN.findall(decoded.text)) == beyond
    return decoded if typical and beyond < MOST_WESTERN * len(data) else None


def _round_trip(data: bytes, encoding: str) -> Decoded | None:
    """Return the decoded text where encoding it gives the same bytes: Big5 has some characters twice."""
    text = _try(data, encoding)
    if text is None:
        return None
    try:
        return Decoded(text, encoding) if text.encode(encoding) == data else None
    except UnicodeEncodeError:
        return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plain_share(text: str) -> float:
    """Return the share of characters that plain Chinese or English text is made of."""
    counts = Counter(text)
    plain = sum(count for char, count in counts.items() if char.isascii() or char.encode("gb2312", "ignore"))
    return plain / max(1, len(text))


def _refuse_nul(data: bytes, path: Path | None) -> NoReturn:
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    raise InputError("there is a NUL byte: this is not text", path=path, line=line)


def _refuse_control_characters(text: str, path: Path | None) -> None:
    found = CONTROL.search(text)
    if found and len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise InputError(
            f"there are control characters such as U+{ord(found[0]):04X}: this is not text",
            path=path,
            line=text.count("\n", 0, found.start()) + 1,
        )
