"""Residue of the process: characters that were decoded wrongly, cannot be seen, or belong to no script."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.quote import Quotations
from corpus.script import CJK_PUNCTUATION, HAN, KANA, LATIN
from corpus.token import prose_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

# What cp1252 shows for the bytes 0x80 to 0xBF, which in UTF-8 only follow another byte.
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Of these, the ones that may well stand behind an accented letter: “café”, « déjà », naïve…
_PROSE = frozenset("’‘“”…–—»«›‹•™®°·\u00a0")
_LATIN_FOR_CHARACTER = (
    rf"[\u00c2-\u00df][{_TRAIL}]|[\u00e0-\u00ef][{_TRAIL}]{{2}}|[\u00f0-\u00f4][{_TRAIL}]{{3}}"
)
_LATIN_FOR_BYTES = lazy(rf"(?:{_LATIN_FOR_CHARACTER})++")
_CHARACTERS = lazy(_LATIN_FOR_CHARACTER)
# What a wrong guess is taken for: letters of Europe, marks and symbols, East Asian text, emoji.
_PLAUSIBLE = lazy(
    f"[\u00a0-\u024f\u0370-\u04ff\u2010-\u2bff\uac00-\ud7a3\U0001f000-\U0001faff{HAN}{KANA}{CJK_PUNCTUATION}]+"
)
# The replacement character; UTF-8 read as GBK, seen by characters that nobody uses; debug fillings of memory.
_WRONG_HAN = lazy("\ufffd+|(?:锟斤拷?)+|烫烫烫+|屯屯屯+|[鈥銆].?\ufffd?|锛[屽屼堝堟夊夌熷氾]")
_SUSPECT = lazy("[\u00c2-\u00f4\ufffd锟烫屯鈥銆锛]")

_INVISIBLE = lazy(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064"
    "\ufeff\ufff9-\ufffb]+"
)
_JOINERS = frozenset(
    "\u200b\u200c\u200d\u2060"
)  # at work between emoji, and in Indic, Thai and Arabic script
_PLAIN = lazy(f"[\\s!-~“”‘’…—–{LATIN}{HAN}{CJK_PUNCTUATION}]")
_LINE_BREAKS = frozenset("\u2028\u2029\u0085\u000b\u000c")
_BIDI = lazy("[\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_PRIVATE = lazy("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")


@rule(
    code="RES008",
    name="mojibake",
    severity=Severity.ERROR,
    since="0.1.0",
    bad=(
        Bad("", "The caf⟦Ã©⟧ is China⟦â€™⟧s first.", fixed="The café is China’s first."),
        Bad("", "The plant of ⟦å…¬å\u008f¸⟧ opened.", fixed="The plant of 公司 opened."),
        Bad("It opened.", "工厂⟦锟斤拷⟧开业，⟦\ufffd⟧很热闹。", src_lang="en"),
    ),
    good=(
        Good("", "The “café”—a naïve déjà-vu… costs £5 at 20°C. ESPAÑA, Ångström, Łódź, São Paulo’s."),
        Good("It opened.", "“锟斤拷”是乱码。", src_lang="en"),
    ),
)
def mojibake(pair: Pair, context: Context) -> Iterator[Hit]:
    """Text was decoded with the wrong encoding: Ã© for é, 锟斤拷, the replacement character.

    ## Why is this a problem?
    The reader sees rubbish. Where the right characters can be recovered they are proposed; where the
    replacement character stands they are lost, and must be looked up.
    """
    if pair.tgt.isascii() or not _SUSPECT.search(pair.tgt):
        return
    for match in _LATIN_FOR_BYTES.finditer(pair.tgt):
        right = _recovered(match[0])
        if right:
            span = Span(*match.span())
            yield Hit(f"{match[0]} was {right} once", tgt=span, fix=Fix(span, right, safe=True))
    quotations = Quotations.of(pair.tgt)
    for match in _WRONG_HAN.finditer(pair.tgt):
        span = Span(*match.span())
        if quotations.around(span) is None:
            yield Hit("these characters were lost; look them up", tgt=span)


def _recovered(seen: str) -> str:
    """Return what was read as cp1252 though it was UTF-8; ``""`` where that is no good guess.

    >>> _recovered("â€™"), _recovered("é”—"), _recovered("É…ç««")
    ('’', '', '')
    """
    if all(_PROSE.issuperset(char[1:]) for char in _CHARACTERS.findall(seen)):
        return ""
    raw = bytes(_byte_of(char) for char in seen)
    try:
        right = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return right if _PLAUSIBLE.fullmatch(right) else ""


@cache
def _byte_of(char: str) -> int:
    try:
        return char.encode("cp1252")[0]
    except UnicodeEncodeError:  # cp1252 leaves five bytes out; decoders pass them on as they are
        return ord(char)


@rule(
    code="RES009",
    name="invisible-character",
    severity=Severity.WARNING,
    since="0.1.0",
    bad=(
        Bad("", "The plant⟦\u200b⟧ opened⟦\ufeff⟧ in⟦\u0007⟧ May.", fixed="The plant opened in May."),
        Bad("It opened.", "工厂⟦\u200b⟧开业。", src_lang="en", fixed="工厂开业。"),
        Bad("", "It opened.⟦\u2028⟧It is full.", fixed="It opened. It is full."),
    ),
    good=(
        Good("", "The family 👩\u200d👩\u200d👧 likes it ❤\ufe0f; so do क्\u200dष and می\u200cخواهم."),
        Good("", "Line one\tand\nline\r\ntwo."),
    ),
)
def invisible_character(pair: Pair, context: Context) -> Iterator[Hit]:
    """A character stands in the text that cannot be seen, such as a zero-width blank or a control character.

    ## Why is this a problem?
    Searches do not find the word, and software stumbles over it.

    ## Known limits
    Joiners are left alone beside emoji and in scripts that need them. A soft hyphen may be meant.
    """
    if pair.tgt.isprintable():
        return
    for match in prose_matches(_INVISIBLE, pair.tgt):
        span = Span(*match.span())
        if not _at_work(pair.tgt, span):
            names = ", ".join(dict.fromkeys(_name(char) for char in match[0]))
            blank = " " if _LINE_BREAKS.intersection(match[0]) else ""
            severity = Severity.INFO if set(match[0]) == {"\u00ad"} else None
            yield Hit(f"delete {names}", tgt=span, fix=Fix(span, blank, safe=True), severity=severity)


def _at_work(text: str, span: Span) -> bool:
    """Tell whether a joiner joins what needs it, or a direction mark stands in right-to-left text."""
    invisible = span.of(text)
    if not _JOINERS.isdisjoint(invisible):
        around = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        return any(char and not _PLAIN.match(char) for char in around)
    return invisible[0] in "\u200e\u200f\u061c" and _RIGHT_TO_LEFT.search(text) is not None


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return name.lower() or f"U+{ord(char):04X}"


@rule(
    code="RES010",
    name="bidi-control",
    severity=Severity.ERROR,
    since="0.1.0",
    bad=(Bad("", "The plant⟦\u202e⟧ opened⟦\u202c⟧ in May.", fixed="The plant opened in May."),),
    good=(Good("", "It is called \u2067مصنع\u2069 there."),),
)
def bidi_control(pair: Pair, context: Context) -> Iterator[Hit]:
    """A mark that turns the direction of writing stands in a text that is written from left to right only.

    ## Why is this a problem?
    It makes words appear in another order than they are stored, and can hide what a text really says.

    ## References
    CVE-2021-42574, "Trojan Source".
    """
    if pair.tgt.isprintable() or _RIGHT_TO_LEFT.search(pair.tgt):
        return
    for match in _BIDI.finditer(pair.tgt):
        span = Span(*match.span())
        yield Hit(f"delete {_name(match[0][0])}", tgt=span, fix=Fix(span, "", safe=True))


@rule(
    code="RES011",
    name="private-character",
    severity=Severity.INFO,
    since="0.1.0",
    bad=(Bad("", "The plant⟦\ue123⟧ opened."),),
    good=(Good("工厂\ue123开业。", "The plant\ue123 opened."), Good("", "The plant opened.")),
)
def private_character(pair: Pair, context: Context) -> Iterator[Hit]:
    """A character of the private use area stands in the text, and not in the source.

    ## Why is this a problem?
    It means something in one font only; elsewhere the reader sees an empty box.
    """
    if pair.tgt.isprintable():
        return
    for match in _PRIVATE.finditer(pair.tgt):
        if match[0] not in pair.src:
            yield Hit(f"{_name(match[0][0])} has no meaning outside one font", tgt=Span(*match.span()))
