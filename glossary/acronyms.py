"""Acronyms: what the built-in table knows them to stand for, and which are others garbled."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.builtin import table_entries
from glossary.match import keys, views
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.term import Entry

TABLE = "acronyms"
LEAST_LETTERS = 2
LEAST_CHANGED = 3  # letters of an acronym with one wrong; of two it is another
LEAST_SHORTENED = 5  # letters of an acronym that may have lost two
# An acronym with a small letter or two in it (IoT, SoCs), and what may follow one: a plural, a possessive.
_ACRONYM = lazy(r"[A-Z](?<![A-Za-z0-9.&@#_/-][A-Z])[A-Za-z]{0,5}[A-Z](?=s?(?![A-Za-z0-9$&@_/-]))")
_WORD = lazy(r"[A-Za-z]+")
_SMALL = frozenset("a an and at by de for from in of on or the to und von with".split())
_ROMAN = frozenset("IVXLCDM")
# So common that a text may have one without saying what it stands for.
COMMON = frozenset(
    """
    AC AD AM BC CV DC DIY DJ DVD ID IQ IT KO LED MC MV NO OK PC PM PR TV UK UN US USA VIP VS
    """.split()
)


@cache
def acronym_terms() -> TermBase:
    """Return the terms and bodies of the table, each with its acronym and what that stands for."""
    return TermBase.of(table_entries(TABLE))


def acronyms_in(text: str) -> list[tuple[int, int]]:
    """Return where a text has acronyms: words of capitals, up to seven, that are no Roman numbers.

    >>> text = "The IAEA's SMEs, U.S. (WWII), III-V, I and IoT"
    >>> [text[slice(*place)] for place in acronyms_in(text)]
    ['IAEA', 'SME', 'WWII', 'IoT']
    """
    return [match.span() for match in _ACRONYM.finditer(text) if not _ROMAN.issuperset(match[0])]


@lru_cache(maxsize=4096)
def is_acronym(form: str) -> bool:
    """Tell whether a form of a term is an acronym."""
    return acronyms_in(form) == [(0, len(form))]


@lru_cache(maxsize=8192)
def is_garbled(written: str, right: str) -> bool:
    """Tell whether letters are those of an acronym with one wrong, more or less, or in another order.

    Of two letters only the order may be wrong; of five and more, two may be missing. An S more is a plural,
    a C before a body is China's own.

    >>> is_garbled("SRR", "SAR"), is_garbled("TI", "IT"), is_garbled("AAN", "ASEAN"), is_garbled("UK", "US")
    (True, True, True, False)
    """
    written, right = written.upper(), right.upper()
    if written in (right, right + "S", "C" + right) or written + "S" == right:
        return False
    if sorted(written) == sorted(right):
        return True
    if len(right) < LEAST_CHANGED or len(written) < LEAST_LETTERS:
        return False
    if len(right) - len(written) == 2:
        return len(right) >= LEAST_SHORTENED and written[0] == right[0] and _is_part(written, right)
    return _is_one_off(written, right)


def may_be_garbled(written: str, source: str) -> bool:
    """Tell whether a Chinese text has what an acronym of the table stands for that letters are garbled from.

    >>> may_be_garbled("SRR", "特区政府"), may_be_garbled("SRR", "省政府")
    (True, False)
    """
    near = _near(written)
    return bool(near) and any(key in view.bare for view in views(source, "zh") for key in near)


@lru_cache(maxsize=8192)
def _near(written: str) -> tuple[str, ...]:
    """Return how those terms of the table are searched for whose acronyms are letters garbled."""
    found = [entry for letters in _letters(written, 1) for entry in _by_letters().get(letters, ())]
    near = (entry for entry in found if any(is_garbled(written, form) for form in _acronyms(entry)))
    return tuple({key for entry in near for term in entry.forms("zh") for key in keys(term, "zh")})


@cache
def _by_letters() -> dict[str, list[Entry]]:
    """Return the entries of the table by the letters of their acronyms, two at most left out."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in table_entries(TABLE):
        for letters in {letters for form in _acronyms(entry) for letters in _letters(form, 2)}:
            found[letters].append(entry)
    return found


def _acronyms(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(is_acronym, entry.accepted("en")))


def _letters(acronym: str, limit: int) -> set[str]:
    """Return the letters of an acronym in their order in the alphabet, so many at most left out."""
    found = {"".join(sorted(acronym.upper()))}
    for _ in range(limit):
        found |= {word[:place] + word[place + 1 :] for word in found for place in range(len(word))}
    return found


def _is_one_off(written: str, right: str) -> bool:
    """Tell whether two different words differ in one letter, which is another one, more or less.

    Written out because importing rapidfuzz takes longer than all the acronyms of an article.
    """
    letters = enumerate(zip(written, right, strict=False))
    place = next((place for place, (one, other) in letters if one != other), min(len(written), len(right)))
    rest, other = written[place:], right[place:]
    return rest[1:] in (other[1:], other) or rest == other[1:]


def _is_part(letters: Iterable[str], word: str) -> bool:
    """Tell whether letters stand in a word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def spells(acronym: str, text: str) -> bool:
    """Tell whether neighbouring words of a text begin with the letters of an acronym; small ones or not.

    >>> spells("HKMA", "the Hong Kong Monetary Authority"), spells("BoC", "the Bank of China")
    (True, True)
    """
    return any(acronym.lower() in initials for initials in _initials(text))


def ends_spelling(acronym: str, text: str) -> bool:
    """Tell whether the last words of a text begin with the letters of an acronym.

    >>> ends_spelling("NMR", "by nuclear magnetic resonance (")
    True
    """
    return any(initials.endswith(acronym.lower()) for initials in _initials(text))


def _initials(text: str) -> tuple[str, str]:
    """Return the first letters of the words of a text, of all and of those that are not small."""
    words = [word.lower() for word in _WORD.findall(text)]
    every = "".join(word[0] for word in words)
    return every, "".join(word[0] for word in words if word not in _SMALL)
