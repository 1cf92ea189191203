"""A notation for English phrases that may be worded a little differently, compiled to regular expressions.

=====================  =====================================================================
``soil water``         these words in this order, in any case and inflection; articles,
                       possessives, "and" and light marks may stand between them, so that
                       "soil and water", "the soil's water" and "soil-water" are found
``ox/cow``             either word; a hyphen joins several: ``closed-door/shut-door soup``
``fresh meat?``        a word that may be missing
``stir * pot``         up to three words between
``=landing``           this form only
=====================  =====================================================================

A phrase may also be compiled *loosely*: words of five letters and more with any ending, so that "adapt"
covers "adaptation". That is for renderings that show a text to be right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from os.path import commonprefix

from corpus.pattern import lazy
from glossary.inflection import forms_of

LIMIT_GAP_WORDS = 3
LIMIT_SHORT = 4  # shorter words are never shortened to a stem: "cat" must not cover "catch"
LIMIT_COMPILED = 4_000  # patterns kept; more than a lint run on one article ever needs

_PASSED_OVER = "a an the and or my your his her its our their one's somebody's someone's another's"
_SKIPPED = frozenset(_PASSED_OVER.split())
# What may stand between two words; bounded, so that a search stays linear.
_MARKS = "[\\s,'\"‘’“”()/–—-]{1,4}"
_PASSED = "|".join(word.replace("'", "['’]") for word in sorted(_SKIPPED, key=len, reverse=True))
_BETWEEN = f"{_MARKS}(?:(?:{_PASSED}){_MARKS}){{0,2}}"
_POSSESSIVE = "(?:['’]s?)?"
_GAP = f"(?:{_MARKS}\\w{{1,30}}(?:['’]\\w{{1,3}})?){{0,{LIMIT_GAP_WORDS}}}"
_STEM_ENDING = lazy("(?:i[sz]e|e|y)$")
_TOKEN = lazy(r"\*|=?[\w'’.,%&]+(?:[-/][\w'’.,%&]+)*\??")
_BLANK = lazy(r",?\s+")  # a comma between two words says nothing


@dataclass(frozen=True, slots=True)
class Token:
    """A place of a phrase: the alternatives that may stand there, each of one word or more.

    No alternatives mean a gap.
    """

    alternatives: tuple[tuple[str, ...], ...]
    exact: bool = False
    optional: bool = False

    @classmethod
    def of(cls, text: str) -> Token:
        """Return the token that a text denotes.

        Raises:
            ValueError: The text is not of the notation.
        """
        if not _TOKEN.fullmatch(text):
            raise ValueError(f"{text!r} is no word of a phrase")
        if text == "*":
            return cls(())
        words = text.removeprefix("=").removesuffix("?")
        alternatives = tuple(
            tuple(word.removesuffix("'s") for word in alternative.split("-"))  # found with and without it
            for alternative in words.split("/")
        )
        return cls(alternatives, text.startswith("="), text.endswith("?"))


def tokens_of(phrase: str) -> tuple[Token, ...]:
    """Return the tokens of a phrase; words that are passed over in texts do not count.

    Raises:
        ValueError: The phrase has no word, begins or ends with a gap, or is not of the notation.
    """
    tokens = tuple(Token.of(word) for word in _BLANK.split(phrase) if word.lower() not in _SKIPPED)
    solid = [bool(token.alternatives) and not token.optional for token in tokens]
    if not solid or not (solid[0] and solid[-1]):
        raise ValueError(f"{phrase!r} must begin and end with a word that is always there")
    return tokens


@lru_cache(maxsize=LIMIT_COMPILED)
def compile_phrase(phrase: str, *, loose: bool = False) -> re.Pattern[str]:
    """Return the regular expression of a phrase.

    >>> pattern = compile_phrase("soil * acclimate")
    >>> [bool(pattern.search(text)) for text in ("The soil has not acclimated", "turmoil, acclimate")]
    [True, False]
    >>> bool(compile_phrase("adapt", loose=True).search("no adaptation"))
    True

    Raises:
        ValueError: The phrase is not of the notation.
    """
    pieces, glue = [], ""
    for token in tokens_of(phrase):
        if not token.alternatives:
            pieces.append(_GAP)
            continue
        either = "|".join(_alternative(words, token, loose) for words in token.alternatives)
        pieces.append(f"(?:{glue}(?:{either})){'?' if token.optional else ''}")
        glue = _BETWEEN
    return re.compile(f"(?<!\\w){''.join(pieces)}(?!\\w)", re.IGNORECASE)


def _alternative(words: tuple[str, ...], token: Token, loose: bool) -> str:
    return _BETWEEN.join(_word(word, token.exact, loose) for word in words)


def _word(word: str, exact: bool, loose: bool) -> str:
    if exact:
        return _escaped(word)
    if loose and len(word) > LIMIT_SHORT and word.isalpha():
        return f"{_escaped(_STEM_ENDING.sub('', word))}\\w*{_POSSESSIVE}"
    return f"(?:{'|'.join(_escaped(form) for form in forms_of(word))}){_POSSESSIVE}"


def _escaped(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


@lru_cache(maxsize=LIMIT_COMPILED)
def needed(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Return what a text must hold for a phrase to match: of each tuple one string, in lower case.

    The hardest to fulfil comes first: the one whose shortest string is longest.

    >>> needed("wear/don small =shoes")
    (('small',), ('shoes',), ('w', 'don'))
    """
    choices = [
        tuple(_beginning(words, token.exact) for words in token.alternatives)
        for token in tokens_of(phrase)
        if token.alternatives and not token.optional
    ]
    return tuple(sorted(choices, key=lambda choice: -min(map(len, choice))))


def _beginning(words: tuple[str, ...], exact: bool) -> str:
    """Return the longest string that every form of some word of an alternative begins with."""
    return max((word.lower() if exact else _common(forms_of(word)) for word in words), key=len)


def _common(forms: tuple[str, ...]) -> str:
    return commonprefix(forms)  # noqa: RUF071  # characters are compared on purpose


def is_possible(phrase: str, lowered: str) -> bool:
    """Tell whether a text in lower case holds all that a phrase needs; cheaper than a search."""
    return all(any(string in lowered for string in choice) for choice in needed(phrase))
