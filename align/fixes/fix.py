"""Applies fixes: to a text, as a diff, to the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from align.finding import Fix
from align.fixes.escape import written
from corpus.lines import LINE_END
from corpus.token import code_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus import Document, Span


@dataclass(frozen=True, slots=True)
class FixResult:
    """A mended text, the fixes that made it so, and those that must wait for another round."""

    text: str
    applied: tuple[Fix, ...]
    waiting: tuple[Fix, ...]


def to_raw_fix(document: Document, fix: Fix) -> Fix | None:
    """Return a fix of ``document.text`` as a fix of ``document.raw``, or None where markup is in its way.

    So is code, a template or mathematics that the fix would change a part of. The replacement is escaped
    as the format asks.
    """
    place = document.offsets.edit_span(fix.span)
    if place is None or any(
        fix.span.touches(code) and not fix.span.covers(code) for code in _code(document.text)
    ):
        return None
    text = written(fix.text, document, at=fix.span, place=place)
    return None if text is None else Fix(place, text, fix.safe)


@lru_cache(maxsize=4)  # the fixes of a file follow each other
def _code(text: str) -> tuple[Span, ...]:
    return tuple(code_spans(text))


def apply_fixes(text: str, fixes: Iterable[Fix]) -> FixResult:
    """Return the text with its fixes applied, from the front; of two that meet, the first.

    The same fix given twice is applied once and counts twice.

    >>> from corpus import Span
    >>> apply_fixes("他来。", [Fix(Span(2, 3), "了。"), Fix(Span(0, 1), "她")]).text
    '她来了。'
    """
    pieces: list[str] = []
    applied: list[Fix] = []
    waiting: list[Fix] = []
    end = 0
    for fix in sorted(fixes, key=lambda fix: (fix.span, fix.text)):
        if applied and _same(fix, applied[-1]):
            applied.append(fix)
        elif applied and _meet(applied[-1], fix):
            waiting.append(fix)
        else:
            pieces += (text[end : fix.span.start], fix.text)
            applied.append(fix)
            end = fix.span.end
    return FixResult("".join([*pieces, text[end:]]), tuple(applied), tuple(waiting))


def _same(one: Fix, other: Fix) -> bool:
    return one.span == other.span and one.text == other.text


def _meet(before: Fix, fix: Fix) -> bool:
    """Tell whether two fixes overlap; an insertion also meets what it touches, where order matters."""
    if len(before.span) and len(fix.span):
        return fix.span.start < before.span.end
    return fix.span.start <= before.span.end


def unified_diff(before: str, after: str, path: str) -> str:
    """Return what changed, as ``diff -u`` and git print it; ``""`` for nothing.

    Lines end at line ends only, not at U+2028 and the like, so that the diff can be applied.
    """
    import difflib

    lines = difflib.unified_diff(_lines(before), _lines(after), path, path)
    return "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    ends = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
    lines = [text[start:end] for start, end in pairwise(ends)]
    return lines if lines[-1] else lines[:-1]
