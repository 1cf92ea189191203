"""Names that a translation makes of what the characters of a name mean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.lexicon import is_meant, load_lexicon, stem

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from align.article import Context, Pair
    from align.clues.usage import Usage

LEAST_CHARS = 3  # of a name; one of two may as well be a word
LONGEST_WORD = 4  # characters
LEAST_SAID = 2  # characters of a name that may stand for it, or for another that begins so
LEAST_WORDS = 2
MOST_MEANT = 0.6  # share of the words of a right form that the characters mean; with more it is a translation
LEAST_MEANT = 0.66  # share of the words of what is made of the meaning
BEGINNING = 4  # letters by which words are alike
MOST_SHARED = 0.7  # share of its words that a right form has
_RUN = lazy(r"(?<![\w.-])[A-Z][\w’'-]*(?:(?: & | of (?:the )?| and | for | )[A-Z][\w’'-]*)+")
_WORD = lazy(r"[^\W\d_][\w-]*")
_SMALL = frozenset("a and for of s the".split())


def made_of_meaning(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return a name made of what the characters of a name mean, where all forms of that are other words.

    Green Pine Hall stands so for 青松堂, if the tables have Jadepine.
    """
    name = simplified(usage.text)
    if len(name) < LEAST_CHARS or _is_translated(name, usage.forms):
        return None
    for run in _RUN.finditer(pair.tgt):
        span = _trimmed(Span(*run.span()), _meanings(name), pair.tgt)
        words = _words_of(span.of(pair.tgt))
        if not _is_made_of(words, _meanings(name)) or _is_like_a_form(words, usage.forms):
            continue
        if not _is_of_others(words, span, name, pair, context):
            return span
    return None


def _trimmed(run: Span, meanings: Set[str], text: str) -> Span:
    """Return a run of words from the first one of a meaning on: Pine Hall in Members of Pine Hall."""
    for word in _WORD.finditer(text, run.start, run.end):
        if stem(word[0].lower()) in meanings:
            before = text[run.start : word.start()].lower().split()
            return Span(word.start(), run.end) if before and before[-1] in _SMALL else run
    return run


@lru_cache(maxsize=1 << 10)
def _is_translated(name: str, forms: tuple[str, ...]) -> bool:
    """Tell whether a form of a name has mostly words that its characters mean.

    >>> _is_translated("建设银行", ("Construction Bank", "CCB")), _is_translated("高瓴资本", ("Hillhouse",))
    (True, False)
    """
    meant = {word[:BEGINNING] for word in _meanings(name)}
    found = ([word[:BEGINNING] in meant for word in _words_of(form)] for form in forms)
    return any(sum(known) > MOST_MEANT * len(known) for known in found if known)


@lru_cache(maxsize=1 << 10)
def _meanings(name: str) -> frozenset[str]:
    """Return the stems of the English words that the words in a name may mean, cut in whatever way."""
    lexicon = load_lexicon()
    ends = ((start, start + size) for start in range(len(name)) for size in range(1, LONGEST_WORD + 1))
    return frozenset(gloss for start, end in ends for gloss in lexicon.glosses(name[start:end]))


def _words_of(name: str) -> list[str]:
    """Return the stems of the words of a name but for the small ones."""
    return [stem(word) for word in _WORD.findall(name.lower()) if word not in _SMALL]


def _is_made_of(words: Sequence[str], meanings: Set[str]) -> bool:
    meant = sum(word in meanings for word in words)
    return meant >= LEAST_WORDS and meant >= LEAST_MEANT * len(words)


def _is_like_a_form(words: Sequence[str], forms: Sequence[str]) -> bool:
    """Tell whether a right form has most of some words, or words that begin as they do: Maritime, Marine."""
    begun = {word[:BEGINNING] for word in words}
    return any(
        len(begun & {word[:BEGINNING] for word in _words_of(form)}) >= MOST_SHARED * len(words)
        for form in forms
    )


def _is_of_others(words: Sequence[str], span: Span, name: str, pair: Pair, context: Context) -> bool:
    """Tell whether a name stands for something else: an entry of the source has it, or the rest means it."""
    said = context.ids(pair.src, pair.src_lang)
    known = context.senses(pair.tgt, pair.tgt_lang)
    if any(other.covers(span) and not senses.ids.isdisjoint(said) for other, senses in known):
        return True
    rest = simplified(pair.src).replace(name, "\n")
    return name[:LEAST_SAID] in rest or all(is_meant(word, rest) for word in words if word in _meanings(name))
