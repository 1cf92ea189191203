"""Full names of bodies and events with a word left out or moved: National Development and Commission."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.match import holds, level
from glossary.nearmiss import abbreviates
from glossary.term import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from glossary.term import Entry

KINDS = frozenset({Kind.ORGANISATION, Kind.TERM, Kind.MEDIA, Kind.PRODUCT, None})
LEAST_WORDS = 3
LEAST_LEFT = 2
MANY_WORDS = 4  # of a name of which the first alone are none: China International (Import Expo)
# A run of capitalised words; small words and commas may join them.
_RUN = lazy(
    r"(?<![\w-])(?!(?:A|An|At|In|The|This) )[A-Z][\w’'-]*"
    r"(?:(?:,? (?:and|of|for|on|the|to|in) (?:the )?|, | & | )[A-Z][\w’'-]*)+"
)
_DIVIDER = lazy(r",? and the |, ")
_JOINT = lazy(r" (?:of|for|in|on|to) |['’]s ")
_WORD = lazy(r"[A-Za-z][A-Za-z’'-]*")
_SMALL = frozenset("and of for on the to in".split())
# Words that the name of a company or a state body may do without.
_LOOSE = frozenset(
    """
    agency association authority bureau center centre china chinese co college commission committee company
    corporation council department group inc institute limited ltd ministry national organisation organization
    school state university
    """.split()
)


def scrambled_names(pair: Pair, context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Return where a source has a name, what a translation has instead, and the name in full.

    That is its words in another order, or all but one where no form of the name is right.
    """
    known = _known(pair, context)
    runs = list(_runs(pair.tgt)) if known else []
    named = {span for span, _ in context.senses(pair.tgt, pair.tgt_lang)} if runs else set()
    for span, forms in known if runs else ():
        for form in forms:
            place = next((run for run in runs if is_scrambled(run.of(pair.tgt), form)), None)
            if place is None or place in named:
                continue
            if is_moved(place.of(pair.tgt), form) or not _is_named(span, pair, context):
                yield span, place, form
                break


def _known(pair: Pair, context: Context) -> list[tuple[Span, tuple[str, ...]]]:
    """Return where a source has names of several words, with those that its translation has words of."""
    found = context.senses(pair.src, pair.src_lang)
    known = [
        (span, full)
        for span, senses in found
        for entry in senses.entries
        if (full := context.terms.kept(_full_names, entry))
    ]
    if not known:
        return []
    text = level(pair.tgt)
    names: dict[Span, tuple[str, ...]] = {}
    for span, full in known:
        near = tuple(name for name, flat, words in full if _may_be_scrambled(flat, words, text))
        if near:
            names[span] = names.get(span, ()) + near
    proper = [span for span, senses in found if any(entry.kind in KINDS for entry in senses.entries)]
    return [(span, full) for span, full in names.items() if span in proper]


def _full_names(entry: Entry) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the names of several words of an entry, each with its level text and its words."""
    return tuple((name, level(name), _words(name)) for name in entry.accepted("en") if _is_full(name))


def _may_be_scrambled(name: str, words: Sequence[str], text: str) -> bool:
    """Tell whether a level text has all words of a name but one, or the first ones, whatever their order.

    Where it has the name as it should be, all the words must be there once more.
    """
    if name in text:
        rest = text.replace(name, "")
        return all(word in rest for word in words)
    if words[0] not in text and words[1] not in text:  # as of most names that are put otherwise
        return False
    missing = [place for place, word in enumerate(words) if word not in text]
    return len(missing) < 2 or missing[0] >= LEAST_LEFT


def _runs(text: str) -> Iterator[Span]:
    """Return the runs of capitalised words, and what a comma and "and the" divide them into.

    Of "Japan's Ministry of Trade" only what is behind the possessive.
    """
    for match in _RUN.finditer(text):
        owner = max(match[0].rfind("'s "), match[0].rfind("’s "))
        start = match.start() + (owner + len("'s ") if owner >= 0 else 0)
        yield Span(start, match.end())
        if _DIVIDER.search(text, start, match.end()):
            yield from _pieces(text, start, match.end())


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    for divider in _DIVIDER.finditer(text, start, end):
        yield Span(start, divider.start())
        start = divider.end()
    yield Span(start, end)


@lru_cache(maxsize=8192)
def _is_full(form: str) -> bool:
    """Tell whether a form is a name of several words, with no number, that are all different."""
    words = _words(form)
    if len(words) < LEAST_WORDS or len(set(words)) < len(words) or any(map(str.isdigit, form)):
        return False
    return all(word[0].isupper() for word in _WORD.findall(form) if word not in _SMALL)


def _is_named(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether a translation has one of the forms of what stands at a place of the source."""
    same = (item.entry for item in context.occurrences(pair.src, pair.src_lang) if item.span == span)
    forms = (form for entry in same for form in entry.accepted("en"))
    return any(holds(pair.tgt, form, "en") or abbreviates(form, pair.tgt) for form in forms)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(level(text)) if word not in _SMALL)


def is_scrambled(written: str, form: str) -> bool:
    """Tell whether words are those of a name in another order, or all but one.

    >>> form = "China International Import Expo"
    >>> is_scrambled("China International Expo Import", form)
    True
    >>> is_scrambled("China International Import", form)
    True
    >>> is_scrambled("St. Paul's Ruins", "Ruins of St. Paul's")
    False
    """
    found, wanted = _words(written), _words(form)
    if len(found) < LEAST_LEFT or not set(found) <= set(wanted) or len(set(found)) < len(found):
        return False
    if len(found) == len(wanted):
        return is_moved(written, form)
    if len(wanted) >= MANY_WORDS and found == wanted[: len(found)]:
        return True
    missing = set(wanted) - set(found)
    complete = " of " in form and wanted[-1] in missing  # University of Brunei (Darussalam)
    return len(missing) == 1 and _LOOSE.isdisjoint(missing) and not complete


def is_moved(written: str, form: str) -> bool:
    """Tell whether words are those of a name in another order, which no "of" or "in" explains."""
    found, wanted = _words(written), _words(form)
    joined = any(map(_JOINT.search, (written, form)))
    return not joined and found != wanted and sorted(found) == sorted(wanted)
