"""Who speaks in a pair: the people named beside a verb of speaking, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.pinyin_name import english_names
from glossary.term import Kind
from glossary.window import exact_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.article import Context, Pair
    from corpus import Span

_SIGN = lazy("[说說示称稱指认認强強告透回坦问問答宣]")
_SAYS_CHINESE = lazy(
    "(?!后|後)[^，。；：“”「」、！？（）\\n]{0,4}?(?:[说說](?![法明服])|表示|[称稱](?![为為号號赞讚])|指出|认为|認為"
    "|强调|強調|告诉|告訴|透露|回应|回應|坦言|[问問](?![题題])|回?答|宣布)"
)
_BESIDE = frozenset("与與和同跟")  # who is named behind these does not speak alone
_SAYS_ENGLISH = lazy(
    r",?\s+(?:(?:also|then|later|\w+ly)\s+)?(?:said|says|told|added|adds|stated|noted|pointed out|announced"
    r"|stressed|emphasi[sz]ed|explained|claimed|believes?|asked|replied|revealed|admitted|responded)\b"
)
_SPEECH = lazy(
    r"\b(?:sa(?:id|ys)|told|add(?:ed|s)|according|stated|noted|stressed|claimed|believes?|asked|replied"
    r"|announced|pointed out)\b"
)
_SAID_BY = lazy(r"(?:[,.!?\"”’]\s*(?:said|says|added|noted|explained|replied)|\b[Aa]ccording to)\s*$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person whom both sides name: where each names them first, and which side has them speak."""

    chinese: Span
    english: Span
    speaks_in_chinese: bool
    speaks_in_english: bool


def speakers(pair: Pair, context: Context) -> list[Speaker]:
    """Return the people whom both sides of a pair name; none where nobody is said to speak."""
    if not (_SIGN.search(pair.zh) and _has_two_names(pair, context) and _SPEECH.search(pair.en)):
        return []
    found = [_speaker(pair, *places) for places in (*_known(pair, context), *_read(pair))]
    return list({speaker.chinese: speaker for speaker in found}.values())


def _has_two_names(pair: Pair, context: Context) -> bool:
    """Tell whether a pair may name two people: where it names one, nobody can be taken for another."""
    read = english_names(pair.en)
    names = {name.text for name in read}
    if len(names) > 1:
        return True
    known = {item.entry.id for item in context.occurrences(pair.zh, "zh") if item.entry.kind is Kind.PERSON}
    if len(names) + len(known) > 1:
        places = {name.span.start for name in read}
        for item in context.occurrences(pair.en, "en"):
            if item.entry.id in known and item.span.start not in places:
                names.add(item.span.of(pair.en))
    return len(names) > 1


def _known(pair: Pair, context: Context) -> Iterator[tuple[list[Span], list[Span]]]:
    """Yield the places of the people that the term base knows."""
    english: dict[str, list[Span]] = {}
    for item in context.occurrences(pair.en, "en"):
        if item.entry.kind is Kind.PERSON:
            english.setdefault(item.entry.id, []).append(item.span)
    chinese: dict[str, list[Span]] = {}
    for item in context.occurrences(pair.zh, "zh") if english else ():
        if item.entry.id in english:
            chinese.setdefault(item.entry.id, []).append(item.span)
    yield from ((places, english[name]) for name, places in chinese.items())


def _read(pair: Pair) -> Iterator[tuple[list[Span], list[Span]]]:
    """Yield the places of the people whose English names read like their Chinese ones."""
    for name in english_names(pair.en):
        windows = [window.span for window in exact_windows(pair.zh, name)]
        if windows:
            yield windows, [name.span]


def _speaker(pair: Pair, chinese: list[Span], english: list[Span]) -> Speaker:
    return Speaker(
        chinese[0],
        english[0],
        any(_says(pair.zh, span) for span in chinese),
        _speaks(pair.en, english),
    )


def _says(text: str, span: Span) -> bool:
    """Tell whether a verb of speaking is behind a name that is no object, as in 会见默克尔后表示."""
    return bool(_SAYS_CHINESE.match(text, span.end)) and text[span.start - 1 : span.start] not in _BESIDE


def _speaks(text: str, spans: Iterable[Span]) -> bool:
    return any(
        _SAYS_ENGLISH.match(text, span.end) or _SAID_BY.search(text, max(0, span.start - 20), span.start)
        for span in spans
    )
