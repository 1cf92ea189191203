"""What stands in a text where a form should: the form with another word in it, or with a wrong letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpus import Span
from corpus.pattern import lazy
from corpus.script import has_han
from glossary.match import level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = lazy(r"[a-z0-9]+(?:'[a-z]+)?")
_NONE = frozenset[str]()
_JOINED = ("", " ")  # what is mostly between two words
_ARTICLES = frozenset({"a", "an", "the"})
_SMALL = _ARTICLES | {"of", "for", "in", "on", "to", "by", "with", "from", "at", "as"}
_APART = lazy(r"[^\w\s&'-]|\b(?:and|or)\b")  # nothing is one term across these
# A name of several words: capitals, and small words between them.
_NAME_RUN = lazy(r"[A-Z][\w’'-]*(?: (?:(?:of|for|and|in|on|to|&) )?(?:the )?[A-Z0-9][\w’'-]*)+")
_SPELLINGS = (("z", "s"), ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("mme", "m"), ("ll", "l"))
LEAST_WORDS = 3  # of which one may be another; of two, "local market" would stand for "stock market"
MANY_WORDS = 6  # of which two may be others
LEAST_NAME_WORDS = 2
LEAST_SHARED = 0.5  # of the words of the longer of two names
LEAST_LETTERS = 5
MANY_LETTERS = 9
LEAST_HAN = 4


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Words that stand where a form should; ``strong`` where they can hardly be anything else."""

    span: Span
    form: str
    strong: bool


class _Word(NamedTuple):
    """A word that is not a small one; ``small`` are those before it, ``apart`` tells of a mark there."""

    key: str
    start: int
    end: int
    capital: bool
    small: frozenset[str]
    apart: bool

    @property
    def has_digit(self) -> bool:
        return not self.key.isalpha() and any(char.isdigit() for char in self.key)


def near_miss(form: str, text: str) -> NearMiss | None:
    """Return what a text has instead of a form that it does not hold; None where nothing is near it.

    Of three and more words one may be another, or, in a name, be put in between: "International
    Seminar on the Chinese Economy" for "International Conference on the Chinese Economy". In a form
    without capitals it must be a word in the middle, since at the ends a free rendering looks the same.
    A capitalised word may have one letter wrong. Of four Chinese characters and more one may be wrong.

    >>> text = "the Fintech Regulatory Sandbox of Xiaome"
    >>> [near_miss(form, text).span.of(text) for form in ("Fintech Supervisory Sandbox", "Xiaomi")]
    ['Fintech Regulatory Sandbox', 'Xiaome']
    """
    if has_han(form):
        return _near_han(form, text)
    wanted = _words_of_form(form)
    capital = is_name(form)
    if len(wanted) == 1:
        return _near_word(form, wanted[0], text) if capital else None
    if not wanted or not _may_be_near(wanted, text, capital=capital):
        return None
    words = _words_of(text)
    longest = len(wanted) + (len(wanted) >= LEAST_WORDS)
    for place, found in _runs(words, wanted, range(len(wanted), longest + 1)):
        inside = capital and _goes_on(words, place, len(found))
        if _stands_for(wanted, found, capital=capital, inside=inside):
            span = Span(found[0].start, found[-1].end)
            return NearMiss(span, form, strong=capital and len(wanted) >= LEAST_WORDS)
    return None


def _near_word(form: str, wanted: _Word, text: str) -> NearMiss | None:
    """Return a capitalised word that is a form of one word but for a letter."""
    if len(wanted.key) < LEAST_LETTERS or wanted.has_digit:
        return None
    for word in _words_of(text):
        if word.capital and not word.has_digit and is_misspelt(wanted.key, word.key):
            return NearMiss(Span(word.start, word.end), form, strong=False)
    return None


def reworded(form: str, text: str) -> NearMiss | None:
    """Return a name in a text that has half of the words of a form and more, in whatever order.

    Both are names of two words and more; the nearest is taken. One with all of the words is no other: the
    HKMA Chief Executive for the Chief Executive of the HKMA.

    >>> reworded("Global Leaders’ Investment Summit", "At the International Leaders Investment Summit").span
    Span(start=7, end=46)
    """
    wanted = {word.key for word in _words_of_form(form)}
    if len(wanted) < LEAST_NAME_WORDS or not is_name(form):
        return None
    shares: dict[Span, float] = {}
    for run in _NAME_RUN.finditer(text):
        words = _words_of(run[0])
        found = {word.key for word in words}
        if len(found) >= LEAST_NAME_WORDS and not wanted <= found:
            span = Span(words[0].start, words[-1].end).shift(run.start())
            shares[span] = len(wanted & found) / max(len(wanted), len(found))
    nearest = max(shares, key=lambda span: shares[span], default=None)
    if nearest is None or shares[nearest] < LEAST_SHARED:
        return None
    return NearMiss(nearest, form, strong=False)


def is_inflected(form: str, text: str) -> bool:
    """Tell whether a text has the words of a form in their order but in other inflections or spellings.

    >>> is_inflected("statement of cash flows", "the Statements of Cash Flow")
    True
    """
    wanted = _words_of_form(form)
    keys = [word.key for word in wanted]
    if not wanted or not _keys_of(text).issuperset(keys):
        return False
    runs = _runs(_words_of(text), wanted, (len(wanted),))
    return any([word.key for word in found] == keys for _, found in runs)


def is_name(form: str) -> bool:
    """Tell whether an English form is written as a name: every word but the small ones has a capital.

    >>> is_name("Bank of China"), is_name("SU7"), is_name("new energy vehicle")
    (True, True, False)
    """
    words = _words_of_form(form)
    return bool(words) and False not in [word.capital for word in words]


def abbreviates(form: str, text: str) -> bool:
    """Tell whether a text has the initials of a form, or the words whose initials an acronym is made of.

    >>> abbreviates("Bank of China", "the BC said"), abbreviates("ECB", "European Central Bank")
    (True, True)
    """
    initials = "".join([word.key[0] for word in _words_of_form(form)])
    if len(initials) > 1:
        return initials in {word.key for word in _words_of(text) if word.capital}
    return form.isupper() and form.lower() in "".join(word.key[0] for word in _words_of(text) if word.capital)


def share_of_words(form: str, text: str) -> float:
    """Return how many of the words of a form a text has anywhere, between 0 and 1.

    Words that begin alike are the same: Belgian for Belgium, Democrats for Democratic Party.
    """
    wanted = {word.key[:LEAST_LETTERS] for word in _words_of_form(form)}
    found = {key[:LEAST_LETTERS] for key in _keys_of(text)}
    return len(wanted & found) / len(wanted) if wanted else 0.0


def is_reworded(form: str, text: str) -> bool:
    """Tell whether a text is made of words of a form alone, in another order or with some left out.

    Everybody knows what is meant, so that only who keeps to official names minds.

    >>> is_reworded("University of Science and Technology Beijing", "Beijing University of Technology")
    True
    """
    found = _keys_of(text)
    return len(found) >= LEAST_WORDS and found <= _keys_of(form)


@lru_cache(maxsize=8192)
def _words_of_form(form: str) -> tuple[_Word, ...]:
    return tuple(_split(form))


@lru_cache(maxsize=64)
def _words_of(text: str) -> tuple[_Word, ...]:
    return tuple(_split(text))


def _split(text: str) -> Iterator[_Word]:
    end, small = 0, _NONE
    lower = level(text)
    for match in _WORD.finditer(lower):
        word, (start, stop) = match[0], match.span()
        if word in _SMALL:
            small |= {word}
            continue
        capital = text[start].isupper() or word[0].isdigit()
        apart = lower[end:start] not in _JOINED and _APART.search(lower, end, start) is not None
        yield _Word(_key(word), start, stop, capital, small - _ARTICLES if small else _NONE, apart)
        end, small = stop, _NONE


@lru_cache(maxsize=64)
def _keys_of(text: str) -> frozenset[str]:
    return frozenset([word.key for word in _words_of(text)])


def _may_be_near(wanted: Sequence[_Word], text: str, *, capital: bool) -> bool:
    """Tell whether a text has enough of the words at all, to look no further in most texts."""
    if len(wanted) < LEAST_WORDS and not capital:
        return False
    missing = {word.key for word in wanted} - _keys_of(text)
    return len(missing) <= _most_others(wanted)


def _most_others(wanted: Sequence[_Word]) -> int:
    return 2 if len(wanted) >= MANY_WORDS else 1


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Return a word without its plural, its possessive, and what British and American spelling differ in.

    >>> _key("organizations") == _key("organisation's"), _key("centre") == _key("centers")
    (True, True)
    """
    word = word.removesuffix("'s")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return word


def _runs(
    words: Sequence[_Word], wanted: Sequence[_Word], sizes: Sequence[int]
) -> Iterator[tuple[int, Sequence[_Word]]]:
    """Return so many neighbouring words with no mark between them, and which is the first.

    Only where a word stands in the place that it has in the form: others have nothing to do with it.
    """
    keys = [word.key for word in words]
    starts = sorted({place - ahead for ahead, word in enumerate(wanted) for place in _places(keys, word.key)})
    for size in sizes:
        for start in starts:
            found = words[start : start + size]
            if start >= 0 and len(found) == size and True not in [word.apart for word in found[1:]]:
                yield start, found


def _places(keys: Sequence[str], key: str) -> Sequence[int]:
    return [place for place, other in enumerate(keys) if other == key] if key in keys else ()


def _stands_for(wanted: Sequence[_Word], found: Sequence[_Word], *, capital: bool, inside: bool) -> bool:
    """Tell whether words are a form with a word exchanged or put in.

    Inside a longer name its first and last word must be there, since the cut may be wrong.
    """
    if capital and False in [word.capital for word in found]:
        return False
    if len(found) > len(wanted):
        return capital and len(wanted) >= LEAST_WORDS and _is_extended(wanted, found)
    others = _others(wanted, found)
    if not 1 <= len(others) <= _most_others(wanted):
        return False
    if len(wanted) < LEAST_WORDS:
        return capital and is_misspelt(wanted[others[0]].key, found[others[0]].key)
    framed = all(0 < place < len(wanted) - 1 for place in others)
    return framed or (capital and len(wanted) > LEAST_WORDS and not inside)


def _others(wanted: Sequence[_Word], found: Sequence[_Word]) -> list[int]:
    """Return where the words differ; nowhere if small words or numbers do, which is another thing."""
    others = [place for place, word in enumerate(wanted) if word.key != found[place].key]
    small = any(word.small != other.small for word, other in zip(wanted[1:], found[1:], strict=True))
    return (
        [] if small or any(wanted[place].has_digit or found[place].has_digit for place in others) else others
    )


def _is_extended(wanted: Sequence[_Word], found: Sequence[_Word]) -> bool:
    """Tell whether one word is put in between, and no small one."""
    keys = [word.key for word in found]
    small = frozenset[str]().union(*(word.small for word in wanted[1:]))
    return all(word.small <= small for word in found[1:]) and any(
        [*keys[:place], *keys[place + 1 :]] == [word.key for word in wanted] and not found[place].has_digit
        for place in range(1, len(keys) - 1)
    )


def _goes_on(words: Sequence[_Word], start: int, size: int) -> bool:
    """Tell whether words are part of a longer name: a capitalised word is next to them."""
    end = start + size
    before = start > 0 and not words[start].apart and _is_part(words[start - 1])
    return before or (end < len(words) and not words[end].apart and _is_part(words[end]))


def _is_part(word: _Word) -> bool:
    return word.capital and not word.has_digit


def is_misspelt(right: str, found: str) -> bool:
    """Tell whether a word is another with a letter wrong, or two in a long word.

    The first letter stays, and a word that is the beginning of the other is another one: German, Germany.
    """
    if min(len(right), len(found)) < LEAST_LETTERS or right[0] != found[0]:
        return False
    if right.startswith(found) or found.startswith(right):
        return False
    from rapidfuzz.distance import OSA

    limit = 2 if len(right) >= MANY_LETTERS else 1
    return OSA.distance(right, found, score_cutoff=limit) <= limit


def _near_han(form: str, text: str) -> NearMiss | None:
    for start in range(len(text) - len(form) + 1) if len(form) >= LEAST_HAN else ():
        found = text[start : start + len(form)]
        if sum(one != other for one, other in zip(form, found, strict=True)) == 1:
            return NearMiss(Span(start, start + len(form)), form, strong=False)
    return None
