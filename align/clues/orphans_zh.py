"""Names in a Chinese source that have no counterpart in its translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.foreign import foreign_names, may_have_foreign_names, sounds_as, sounds_in
from align.clues.known import is_named, known_names
from corpus import Span
from corpus.pattern import lazy
from corpus.script import LATIN, fold, simplified
from glossary.lexicon import content_stems, load_lexicon
from glossary.nearmiss import share_of_words
from glossary.term import Kind
from glossary.transliteration import reads_in
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.term import Entry

LEAST_FORMS = 4  # of a place that is often put as an adjective, a capital or not at all
LEAST_SHARE = 0.5  # of the words of a name
LEAST_LIKE = 0.55  # how much a word must sound like a foreign name to be taken for it
LEAST_LIKE_KNOWN = 0.75  # the same where one of the two is known
LEAST_LETTERS = 3
BEGINNING = 4  # letters by which two spellings of a Latin name agree
_CAPITALISED = lazy(r"[A-Z][^\W\d_]+")
_MAYBE_LATIN = lazy("[A-ZＡ-Ｚ][a-zａ-ｚ'’＇－-]")  # in full-width letters, too
_LATIN = lazy(r"(?<![A-Za-z])[A-Z][a-z'’-]{2,}(?![A-Za-z])")
_BRACKET = lazy(r"[（(]\s*[A-ZＡ-Ｚ]")
_BRACKETED = lazy(rf"[（(]\s*([A-Z][{LATIN}'’.\-]*(?: [{LATIN}'’.\-]+)*)\s*[)）]")
_LETTERS = lazy(f"[{LATIN}]{{3,}}")


class Kin(Enum):
    """What a name of the source is: how sure it is to be one, and how often it is left out rightly."""

    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"
    BODY = "body"
    LATIN = "latin"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class ChineseOrphan:
    """A name in a source, where it stands and what it is."""

    span: Span
    kin: Kin


def may_lack_names(pair: Pair, context: Context) -> bool:
    """Tell whether a source has anything that may be an unrendered name: mostly it has not."""
    ids = context.ids(pair.tgt, "en")
    for _, senses in context.senses(pair.src, "zh"):
        if any(entry.id not in ids and _may_be_of_kin(entry) for entry in senses.entries):
            return True
    source = context.kept(simplified, pair.src)
    return may_have_foreign_names(source) or _MAYBE_LATIN.search(source) is not None


def _may_be_of_kin(entry: Entry) -> bool:
    return not entry.user and entry.kind is not Kind.TITLE and (entry.kind is Kind.PLACE or entry.certain)


def unrendered_names(
    pair: Pair, context: Context, among: Collection[Kin] = frozenset(Kin)
) -> Iterator[ChineseOrphan]:
    """Return the names of a source that its translation has in no form, and nothing there sounds like.

    Only those of some kin, since to ask of the others takes long.
    """
    words = [word for word in _CAPITALISED.findall(pair.tgt) if _may_be_name(word)]
    yield from _unrendered_known(pair, words, context, among)
    lower = pair.tgt.casefold()
    for match in _LATIN.finditer(fold(pair.src)) if Kin.LATIN in among else ():
        if match[0].casefold() not in lower:
            yield ChineseOrphan(Span(*match.span()), Kin.LATIN)
    if Kin.FOREIGN in among:
        yield from _unrendered_foreign(pair, words, context)


@lru_cache(maxsize=1 << 14)
def _may_be_name(word: str) -> bool:
    return len(word) >= LEAST_LETTERS and word.lower() not in COMMON and bool(content_stems(word))


def _unrendered_known(
    pair: Pair, words: Sequence[str], context: Context, among: Collection[Kin]
) -> Iterator[ChineseOrphan]:
    for usage in known_names(pair, context):
        kin = _kin(usage)
        if kin is None or kin not in among or is_named(usage, pair, context):
            continue
        if any(share_of_words(form, pair.tgt) >= LEAST_SHARE for form in usage.forms):
            continue
        if _is_meant(usage.text, pair, context):
            continue
        if not any(_is_heard(word, usage.text, LEAST_LIKE_KNOWN) for word in words):
            yield ChineseOrphan(usage.span, kin)


def _is_meant(name: str, pair: Pair, context: Context) -> bool:
    """Tell whether a translation has what a word in a name means: guests for 来宾, which is a city, too."""
    lexicon = load_lexicon()
    said = context.kept(_stems, pair.tgt)
    words = (word for word in lexicon.words(simplified(name)) if len(word) > 1)
    return any(not said.isdisjoint(lexicon.glosses(word)) for word in words)


def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))


def _kin(usage: Usage) -> Kin | None:
    kinds = {entry.kind for entry in usage.entries}
    if kinds == {Kind.PLACE}:
        return Kin.COUNTRY if len(usage.forms) >= LEAST_FORMS else Kin.PLACE
    if not usage.certain:
        return None
    return Kin.PERSON if kinds == {Kind.PERSON} else Kin.BODY


def _unrendered_foreign(pair: Pair, words: Sequence[str], context: Context) -> Iterator[ChineseOrphan]:
    source = context.kept(simplified, pair.src)
    known = [span for span, _ in context.senses(pair.src, "zh")]
    named = {part for span, _ in context.senses(pair.tgt, "en") for part in span.of(pair.tgt).split()}
    for span in foreign_names(source):
        if any(span.touches(other) and (other == span or not span.covers(other)) for other in known):
            continue
        if not _is_heard_among(_cuts(span, source), words, named):
            yield ChineseOrphan(span, Kin.FOREIGN)


def _cuts(span: Span, text: str) -> tuple[str, ...]:
    """Return a stretch as it is, with a character more on either side, and with one less."""
    wider = (Span(max(0, span.start - 1), span.end), Span(span.start, min(len(text), span.end + 1)))
    shorter = (Span(span.start + 1, span.end), Span(span.start, span.end - 1)) if len(span) > 2 else ()
    return tuple(cut.of(text) for cut in (span, *wider, *shorter))


def _is_heard_among(names: Sequence[str], words: Sequence[str], known: Collection[str]) -> bool:
    """Tell whether a word sounds like a foreign name; one that is known for another must do so plainly."""
    return any(
        reads_in(names[0], word.lower())
        or sounds_as(word, names, LEAST_LIKE_KNOWN if word in known else LEAST_LIKE)
        for word in words
    )


def _is_heard(word: str, name: str, least: float) -> bool:
    return reads_in(name, word.lower()) or sounds_in(word, name, least)


def bracketed_names(pair: Pair) -> Iterator[tuple[Span, str]]:
    """Return the names in Latin letters and brackets of a source of which its translation has no word.

    An acronym in brackets does not count, since its words may stand for it.
    """
    for match in _BRACKETED.finditer(fold(pair.src)) if _BRACKET.search(pair.src) else ():
        words = [word for word in _LETTERS.findall(match[1]) if not word.isupper()]
        lower = pair.tgt.casefold()
        if words and not any(word.casefold()[:BEGINNING] in lower for word in words):
            yield Span(*match.span(1)), match[1]
