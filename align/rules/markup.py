"""Placeholders, tags and addresses: a translation has the same ones as its source."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from align.clues.inline import addresses, placeholders, tags
from align.finding import Fix, Hit, Severity
from align.layouts import lacking
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.clues.inline import Piece

_BROKEN_ENTITY = lazy(
    r"&\s{1,3}(?:nbsp|amp|lt|gt|quot|apos|#\d{2,5})\s{0,3};|&(?:nbsp|amp|lt|gt|quot|apos)\s{1,3};"
    r"|&amp;(?:amp|lt|gt|quot|nbsp|apos|#\d{2,5});"
)


@rule(
    code="FMT001",
    name="changed-placeholder",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("已售出⟦%d⟧辆车。", "Cars were sold."),
        Bad("欢迎，⟦{name}⟧！", "Welcome, ⟦{Name}⟧!"),
        Bad("共%s页", "⟦% s⟧ pages", fixed="%s pages"),
        Bad("欢迎！", "Welcome, ⟦{{user}}⟧!"),
        Bad("Welcome, ⟦${user}⟧!", "欢迎！", src_lang="en"),
    ),
    good=(
        Good("%1$s售出%2$d辆车。", "%2$d cars were sold by %1$s."),
        Good("增长50%，达到100辆。", "It grew by 50% and reached 100 cars."),
        Good("{0}和{1}", "{1} and {0}"),
    ),
)
def changed_placeholder(pair: Pair, context: Context) -> Iterator[Hit]:
    """A placeholder of the source is missing or changed, or one was added.

    ## Why is this a problem?
    The program prints the wrong text, or stops.

    ## Known limits
    Printf formats, names in braces and names between percent signs are known. Their order is free.
    """
    src, tgt = placeholders(pair.src), placeholders(pair.tgt)
    if not src and not tgt:
        return
    missing = _lacking(src, tgt)
    for piece in tuple(missing):
        spaced = _spaced(piece, pair.tgt)
        if spaced:
            missing.remove(piece)
            right = piece.span.of(pair.src)
            yield Hit(f"write {right} without blanks", tgt=spaced, fix=Fix(spaced, right, safe=True))
    yield from _differences(missing, _lacking(tgt, src), pair, "placeholder")


def _spaced(piece: Piece, text: str) -> Span | None:
    """Return where a placeholder is written with blanks in it."""
    spaced = re.search(r"\s?".join(map(re.escape, piece.key)), text)
    return Span(*spaced.span()) if spaced and spaced[0] != piece.key else None


@rule(
    code="FMT002",
    name="changed-tag",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("⟦<b>⟧新车⟦</b>⟧", "New car"),
        Bad('点击<g id="1">⟦</g>⟧', 'Click <g id="1">'),
        Bad("新车", "New⟦<br/>⟧car"),
        Bad("The ⟦<ph/>⟧ car", "新车", src_lang="en"),
    ),
    good=(
        Good("<b>新</b>车", "<b>New</b> car"),
        Good('<a href="/zh" title="车">新车</a>', '<a href="/en" title="Car">New car</a>'),
        Good("《爱车》上映", "<Love Cars> is on"),
        Good("a<b", "a < b"),
    ),
)
def changed_tag(pair: Pair, context: Context) -> Iterator[Hit]:
    """A tag of the source is missing, or one was added.

    ## Why is this a problem?
    The file cannot be read back, or a link or an emphasis is lost.

    ## Known limits
    Attributes may differ, except *id* and its like. Tags may stand in another order.
    """
    src, tgt = tags(pair.src), tags(pair.tgt)
    if src or tgt:
        yield from _differences(_lacking(src, tgt), _lacking(tgt, src), pair, "tag")


@rule(
    code="FMT003",
    name="changed-address",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(
        Bad("详见⟦https://example.com/car⟧。", "See ⟦https://example.com/cars⟧."),
        Bad("写信给⟦li@example.com⟧", "Write to ⟦li@example.cn⟧"),
        Bad("详见⟦www.example.com⟧。", "See there."),
    ),
    good=(
        Good("详见https://example.com/zh/car。", "See https://example.com/en/car."),
        Good("详见 www.example.com/", "See https://www.example.com."),
        Good("详见官网。", "See www.example.com."),
    ),
)
def changed_address(pair: Pair, context: Context) -> Iterator[Hit]:
    """A web or e-mail address is missing or changed.

    ## Why is this a problem?
    It leads nowhere, or to a stranger.

    ## Known limits
    Parts of a path that name a language may differ. An address that only the translation has is left alone.
    A missing one is a warning.
    """
    src = list(addresses(pair.src))
    if not src:
        return
    tgt = list(addresses(pair.tgt))
    missing, added = _lacking(src, tgt), _lacking(tgt, src)
    if missing and len(missing) == len(added):
        yield from _differences(missing, added, pair, "address")
        return
    for piece in missing:
        message = f"the address {piece.span.of(pair.src)} is missing"
        yield Hit(message, src=piece.span, severity=Severity.WARNING)


@rule(
    code="FMT004",
    name="broken-entity",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    bad=(Bad("新车&nbsp;上市", "The new car⟦& nbsp;⟧is out"), Bad("车 &amp; 人", "Cars ⟦&amp;amp;⟧ people")),
    good=(Good("新车&nbsp;上市", "The new car&nbsp;is out"), Good("车与人", "Cars & people; this & that")),
)
def broken_entity(pair: Pair, context: Context) -> Iterator[Hit]:
    """A character reference such as ``&nbsp;`` has a blank in it, or was escaped twice.

    ## Why is this a problem?
    It is shown as it is written.
    """
    if "&" in pair.tgt and not _BROKEN_ENTITY.search(pair.src):
        for match in _BROKEN_ENTITY.finditer(pair.tgt):
            yield Hit(f"{match[0]} is not a character reference", tgt=Span(*match.span()))


def _lacking(pieces: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    return lacking(pieces, others, attrgetter("key")) if pieces else []


def _differences(missing: Sequence[Piece], added: Sequence[Piece], pair: Pair, what: str) -> Iterator[Hit]:
    """Yield a hit for every piece that is missing, added, or has another in its place."""
    changed = min(len(missing), len(added))
    for gone, new in zip(missing, added, strict=False):
        message = f"the {what} should be {gone.span.of(pair.src)}, not {new.span.of(pair.tgt)}"
        yield Hit(message, src=gone.span, tgt=new.span)
    for piece in missing[changed:]:
        yield Hit(f"the {what} {piece.span.of(pair.src)} is missing", src=piece.span)
    for piece in added[changed:]:
        yield Hit(f"the source has no {what} {piece.span.of(pair.tgt)}", tgt=piece.span)
