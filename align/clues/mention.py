"""Where an article names people: mentions, grouped by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from corpus.pattern import lazy
from glossary.pinyin_name import english_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from align.article import Article
    from corpus import Span
    from glossary.pinyin_name import EnglishName
    from glossary.surnames import Reading

SENTENCE_END = lazy(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.!?][\"”’)]*(?:\s|$)|\n")
CONSISTENT = 3  # mentions that make a spelling the article's own
LEAST_SHARED = 3  # words of two sentences on one topic
LIMIT_COMPARED = 50  # mentions whose sentences are compared with that of another
LIMIT_SENTENCE = 400  # characters before and behind a name that are looked at
LEAST_WORD = 4  # letters of a word that says what a sentence is about
# Words of that length that say nothing about it.
COMMON = frozenset(
    """
    about after again against also although among another because been before began being between both
    called came could does doing done during each even every first following from further given have having
    here however into itself just last later like made make many more most much must near never next once
    only other over people said same says several should since some still such than that their them then
    there these they this those three through time times today told took toward under until upon very want
    well went were what when where which while whom whose will with within without would year years
    yesterday your
    """.split()
)
# Words before a name that do not introduce a person; a noun or a title does.
BARE = frozenset(
    """
    a about after against although among and as at because before behind between but by for from if in into
    like near of on only or over since so than that then though through to toward under until when where
    which while with without said told asked says called named is was
    """.split()
)
# Who someone is, behind the name: a clause, an apposition, a bracket.
_DESCRIBED = lazy(r",? who(?:se)?\b|, (?!and\b|but\b|or\b)[a-z0-9]|\s?[(（]")
KIN = lazy(
    r"\b(?:wife|husband|brothers?|sisters?|sons?|daughters?|father|mother|twins?|cousins?|uncle|aunt|nephew|niece|"
    r"siblings?|namesake|surnamed|parents?|children|grandfather|grandmother|grandson|granddaughter)\b",
    re.IGNORECASE,
)
KIN_REACH = 60  # characters


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the English text of a pair, and the sentence it stands in."""

    pair: int
    text: str
    span: Span

    @property
    def before(self) -> str:
        """What comes before the name in its sentence."""
        first = max(0, self.span.start - LIMIT_SENTENCE)
        start = max(
            (match.end() for match in SENTENCE_END.finditer(self.text, first, self.span.start)), default=first
        )
        return self.text[start : self.span.start]

    @property
    def after(self) -> str:
        """What comes after the name in its sentence."""
        last = min(len(self.text), self.span.end + LIMIT_SENTENCE)
        end = SENTENCE_END.search(self.text, self.span.end, last)
        return self.text[self.span.end : end.start() if end else last]

    @property
    def introduced(self) -> bool:
        """Whether a title or a description stands beside the name, as where a person comes in."""
        before = self.before.rstrip("“‘\"'( ")
        if before.endswith(","):
            titled = self.after.startswith(",")  # the director, Zhou Xin, ...
        else:
            titled = bool(before) and before.split()[-1].casefold() not in BARE
        return titled or _DESCRIBED.match(self.after) is not None

    @property
    def topic(self) -> frozenset[str]:
        """The words that say what the sentence is about."""
        words = re.findall(f"[^\\W\\d_]{{{LEAST_WORD},}}", f"{self.before} {self.after}")
        return frozenset(word.casefold() for word in words) - COMMON

    @property
    def beside_kin(self) -> bool:
        """Whether a word for a relative or a namesake stands near the name."""
        near = self.before[-KIN_REACH:] + " " + self.after[:KIN_REACH]
        return KIN.search(near) is not None

    def in_sentence_with(self, other: Mention) -> bool:
        """Tell whether two mentions stand in one sentence."""
        first, second = sorted((self.span, other.span))
        if self.pair != other.pair or second.start - first.end > LIMIT_SENTENCE:
            return False
        return SENTENCE_END.search(self.text, first.end, second.start) is None

    def stands_beside(self, others: Sequence[Mention]) -> bool:
        """Tell whether one of some mentions, given in their order, stands in the sentence of this one."""
        reach = self.pair, self.span.start - LIMIT_SENTENCE
        for other in islice(others, bisect_left(others, reach, key=_place), None):
            if _place(other) > (self.pair, self.span.end + LIMIT_SENTENCE):
                return False
            if self.in_sentence_with(other):
                return True
        return False

    def shares_topic(self, others: Iterable[Mention]) -> bool:
        """Tell whether its sentence is about the same as that of another mention."""
        topic = self.topic
        return any(len(topic & other.topic) >= LEAST_SHARED for other in islice(others, LIMIT_COMPARED))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.pair, mention.span.start


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A mention of a name that can be read as pinyin."""

    name: EnglishName

    @classmethod
    def of(cls, pair: int, text: str, name: EnglishName) -> NameMention:
        """Return the mention of a name in the text of a pair."""
        return cls(pair, text, name.span, name)

    @property
    def key(self) -> frozenset[Reading]:
        """Surname and given name, whichever comes first: mentions with one key name one person."""
        return frozenset((self.name.parses[0].surname, self.name.parses[0].given))


def mentions(article: Article) -> Mapping[frozenset[Reading], Sequence[NameMention]]:
    """Return the names of an article that can be read as pinyin, and where it has them, in order."""
    found: defaultdict[frozenset[Reading], list[NameMention]] = defaultdict(list)
    keys: dict[str, frozenset[Reading]] = {}
    for number, pair in enumerate(article.pairs):
        for name in english_names(pair.en):
            mention = NameMention.of(number, pair.en, name)
            key = keys.get(name.text) or keys.setdefault(name.text, mention.key)
            found[key].append(mention)
    return found
