"""Full names of bodies and events with a word left out or moved: National Development and Commission."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.usage import by_span
from corpus import Span
from corpus.pattern import lazy
from glossary.match import holds, level
from glossary.nearmiss import abbreviates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.article import Context, Pair

LEAST_WORDS = 3
LEAST_LEFT = 2
# A run of capitalised words; small words and commas may join them.
_RUN = lazy(
    r"(?<![\w-])(?!(?:A|An|At|In|The|This) )[A-Z][\w’'-]*"
    r"(?:(?:,? (?:and|of|for|on|the|to|in) (?:the )?|, | & | )[A-Z][\w’'-]*)+"
)
_WORD = lazy(r"[A-Za-z][A-Za-z’'-]*")
_SMALL = frozenset("and of for on the to in".split())  # noqa: SIM905  # as below
# Words that the name of a company or a state body may do without.
_LOOSE = frozenset(
    """
    agency association authority bureau china chinese co commission committee company corporation council
    department group inc limited ltd national organisation organization state
    """.split()  # noqa: SIM905  # a list of quoted words would not be read by anyone
)


def scrambled_names(pair: Pair, context: Context) -> Iterator[tuple[Span, Span, str]]:
    """Return where a source has a name, what a translation has instead, and the name in full.

    That is most of its words with one missing or moved, where the name is nowhere in a form that is right.
    """
    runs = list(_runs(pair.tgt))
    if not runs:
        return
    for span, same in by_span(context.occurrences(pair.src, pair.src_lang)):
        forms = tuple(dict.fromkeys(form for item in same for form in item.entry.accepted(pair.tgt_lang)))
        for form in filter(_is_full, forms):
            place = next((run for run in runs if is_scrambled(run.of(pair.tgt), form)), None)
            if place is not None and not _is_named(forms, pair.tgt):
                yield span, place, form
                break


def _runs(text: str) -> Iterator[Span]:
    """Return the runs of capitalised words; of "Japan's Ministry of Trade" what is behind the possessive."""
    for match in _RUN.finditer(text):
        owner = max(match[0].rfind("'s "), match[0].rfind("’s "))
        yield Span(match.start() + (owner + len("'s ") if owner >= 0 else 0), match.end())


@lru_cache(maxsize=8192)
def _is_full(form: str) -> bool:
    """Tell whether a form is a name of several words, with no number, that are all different."""
    words = _words(form)
    if len(words) < LEAST_WORDS or len(set(words)) < len(words) or any(map(str.isdigit, form)):
        return False
    return all(word[0].isupper() for word in _WORD.findall(form) if word not in _SMALL)


def _is_named(forms: Iterable[str], text: str) -> bool:
    return any(holds(text, form, "en") or abbreviates(form, text) for form in forms)


@lru_cache(maxsize=1024)
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
        return found != wanted and " of " not in form
    missing = set(wanted) - set(found)
    return len(missing) == 1 and _LOOSE.isdisjoint(missing)
