"""What a rule reads: a pair of texts, and the article it stands in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from align.shared import Shared
from corpus import Role
from corpus.script import simplified
from glossary.termbase import Occurrence, occurrences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from corpus import Document, Lang, Span
    from glossary.senses import Places, Sense, Senses
    from glossary.termbase import TermBase

Key = TypeVar("Key", bound="Hashable")
Value = TypeVar("Value")
_NOTHING = object()


@dataclass(frozen=True, eq=False)  # two pairs with the same texts are still two places
class Pair:
    """The two texts of one bead. A translation alone has the source ``""``.

    ``score`` is the probability that the two belong together, or that a text has no other side;
    None where a person or a file says so.
    """

    src: str
    tgt: str
    src_lang: Lang = "zh"
    tgt_lang: Lang = "en"
    role: Role = Role.PARAGRAPH
    score: float | None = None

    @property
    def bilingual(self) -> bool:
        """Whether there is a source to compare with."""
        return bool(self.src)

    @property
    def zh(self) -> str:
        """The Chinese side; ``""`` where it is missing."""
        return self.src if self.src_lang == "zh" else self.tgt

    @property
    def en(self) -> str:
        """The English side; ``""`` where it is missing."""
        return self.tgt if self.tgt_lang == "en" else self.src

    def source_first(self, zh: Value, en: Value) -> tuple[Value, Value]:
        """Return what was found in the Chinese and in the English side, that of the source first."""
        return (zh, en) if self.src_lang == "zh" else (en, zh)

    def chinese_first(self, src: Value, tgt: Value) -> tuple[Value, Value]:
        """Return what was found in the source and in the target, that of the Chinese side first."""
        return (src, tgt) if self.src_lang == "zh" else (tgt, src)


@dataclass(frozen=True, eq=False)
class Article:
    """The pairs of one text, in order, and articles about the same events.

    ``name`` is what a message calls it: its file, or the document of a bitext's rows. ``metadata`` is its
    front matter, such as the date that *last year* counts from.
    """

    pairs: tuple[Pair, ...]
    references: tuple[Document, ...] = ()
    name: str = ""
    metadata: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def zh(self) -> str:
        """All that is Chinese, the references too, a line a text; traditional text is simplified as well."""
        texts = "\n".join((*(pair.zh for pair in self.pairs), *(item.text for item in self.references)))
        simple = simplified(texts)
        return texts if simple == texts else f"{texts}\n{simple}"

    @cached_property
    def chars(self) -> frozenset[str]:
        """The characters of all that is Chinese: most words that are asked for have one that is not there."""
        return frozenset(self.zh)

    @cached_property
    def tgt(self) -> str:
        """The whole translation, a line a pair."""
        return "\n".join(pair.tgt for pair in self.pairs)


@dataclass(frozen=True, eq=False)
class Context:
    """What a rule may ask besides the pair: the term base, the article, and what the run has seen before.

    One context serves one article; what it keeps goes with it. Articles and contexts are compared by
    identity, as are pairs: they are asked for as keys many times a pair.
    """

    terms: TermBase
    article: Article = field(default_factory=lambda: Article(()))
    shared: Shared = field(default_factory=Shared)
    _kept: defaultdict[Callable[..., Any], dict[Any, Any]] = field(
        default_factory=lambda: defaultdict(dict), init=False, repr=False
    )
    _senses: dict[tuple[str, Lang], Places] = field(default_factory=dict, init=False, repr=False)
    _unsifted: dict[tuple[str, Lang], Places] = field(default_factory=dict, init=False, repr=False)
    _found: dict[tuple[str, Lang], tuple[Occurrence, ...]] = field(
        default_factory=dict, init=False, repr=False
    )
    _ids: dict[tuple[str, Lang], frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    def kept(self, compute: Callable[[Key], Value], key: Key) -> Value:
        """Return ``compute(key)``, worked out once an article however many rules ask."""
        known = self._kept[compute]
        kept: Value = known.get(key, _NOTHING)
        if kept is _NOTHING:
            kept = known[key] = compute(key)
        return kept

    def of_pair(self, compute: Callable[[Pair, Context], Value], pair: Pair) -> Value:
        """Return ``compute(pair, context)``, worked out once a pair however many rules ask."""
        known = self._kept[compute]
        kept: Value = known.get(pair, _NOTHING)
        if kept is _NOTHING:
            kept = known[pair] = compute(pair, self)
        return kept

    def senses(self, text: str, lang: Lang) -> Places:
        """Return where a text has forms of entries, leftmost-longest, and which entries may be meant."""
        found = self._senses.get((text, lang))
        if found is None:
            found = self.terms.senses(text, lang)
            if any(senses.contextual or senses.vetoed for _, senses in found):
                self._unsifted[text, lang] = found
                found = tuple(self._meant(found, text))
            self._senses[text, lang] = found
        return found

    def unsifted(self, text: str, lang: Lang) -> Places:
        """Return the same with the entries that are meant only in articles of other words: 小米 as Xiaomi."""
        found = self.senses(text, lang)
        return self._unsifted.get((text, lang), found)

    def occurrences(self, text: str, lang: Lang) -> tuple[Occurrence, ...]:
        """Return the entries found in a text, one by one."""
        found = self._found.get((text, lang))
        if found is None:
            found = self._found[text, lang] = occurrences_of(self.senses(text, lang))
        return found

    def ids(self, text: str, lang: Lang) -> frozenset[str]:
        """Return the ids of the entries found in a text."""
        found = self._ids.get((text, lang))
        if found is None:
            places = self.senses(text, lang)
            found = self._ids[text, lang] = frozenset().union(*[senses.ids for _, senses in places])
        return found

    def forget(self) -> None:
        """Let go of all that was kept: as it leads back here, it would stay until garbage is looked for."""
        for kept in (self._kept, self._senses, self._unsifted, self._found, self._ids):
            kept.clear()

    def found_in_translation(self, lang: Lang) -> str:
        """Return what the whole translation has of the term base, a mark between one name and the next."""
        return self.kept(self._names, lang)

    def _names(self, lang: Lang) -> str:
        texts = dict.fromkeys(pair.tgt for pair in self.article.pairs)
        return "|".join({span.of(text): None for text in texts for span, _ in self.senses(text, lang)})

    def _meant(self, found: Places, text: str) -> Iterator[tuple[Span, Senses]]:
        """Return what is meant of what was found: of names that are common words as well, the names."""
        for span, senses in found:
            meant = self.kept(self._spoken_of, senses) if senses.contextual else senses
            if meant and meant.vetoed:
                inside = [item.entry.id for item in meant.vetoed if self._is_inside(item, span, text)]
                meant = _without(meant, frozenset(inside))
            if meant:
                yield span, meant

    def _spoken_of(self, senses: Senses) -> Senses | None:
        """Return the senses that an article of its words can have."""
        doubtful = [item.id for item in senses.contextual if not self.kept(self._has_one, item.context)]
        return _without(senses, frozenset(doubtful))

    def _has_one(self, words: tuple[str, ...]) -> bool:
        """Tell whether the article has one of some Chinese words."""
        text, chars = self.article.zh, self.article.chars
        return any(word in text for word in words if chars.issuperset(word))

    def _is_inside(self, sense: Sense, span: Span, text: str) -> bool:
        """Tell whether a name is a part of a word that it is not meant in."""
        return Occurrence(*sense, span).is_inside(sense.entry.vetoes, self.kept(simplified, text))


@lru_cache(maxsize=1 << 12)  # the same words are doubtful in most articles
def _without(senses: Senses, ids: frozenset[str]) -> Senses | None:
    return senses.without(ids) if ids else senses
