"""Lists with 、 that English renders with an item less: trade and agriculture for 贸易、能源和农业."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.counterparts import Counterparts
from corpus import Span
from corpus.pattern import lazy
from corpus.script import HAN
from glossary.lexicon import load_lexicon, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glossary.lexicon import Lexicon

MARK = "、"
LEAST_ITEMS = 3  # the first and the last run on into the sentence, so one between them is asked for
LEAST_ITEM = 2  # characters: 衣、食、住、行 is as good as an idiom
_EDGE = 4  # characters of the first and the last item in which its word stands
_REACH = 7  # words from one item of a coordination to the next
_BESIDE = 3  # words around a coordination in which it may go on
_STEM = 4  # letters that two words of one origin share
_LONGEST = 10  # characters of an item
_ITEM = f"[{HAN}]{{1,{_LONGEST}}}"
_AND = "以及|及其|[和及与或]"
_LIST = lazy(rf"{_ITEM}(?:{MARK}{_ITEM})+(?:{_AND}|{MARK}){_ITEM}")
_MARK, _PARTS = lazy(MARK), lazy(_AND)
_WORDS = lazy(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[^\w\s]")
_JOINTS = {",": ",", "and": "+", "or": "+", "&": "+", "-": "w"}
_MIDDLE, _LAST = lazy("w*,w*"), lazy(r"w*,?\+w*")
_STOPS = frozenset(".;:!?()—–")
_GOES_ON = frozenset((*"&,/", "and", "or", "as", "plus", "with", "including", "such"))


def lost_items(chinese: str, english: str) -> Iterator[Counterparts]:
    """Yield the items of lists in simplified Chinese that an English list of one item less leaves out.

    >>> chinese, english = "我们讨论了贸易、能源和农业。", "We discussed trade and agriculture."
    >>> [(lost.chinese.of(chinese), lost.english.of(english)) for lost in lost_items(chinese, english)]
    [('能源', 'trade and agriculture')]
    """
    lower = f" {english.lower()}"
    lists = [
        items
        for found in _LIST.finditer(chinese, max(0, chinese.find(MARK) - _LONGEST))
        if (items := _items(chinese, Span(*found.span()))) and _may_lack(items, chinese, lower)
    ]
    if not lists:
        return
    places = list(_WORDS.finditer(english))
    words = [place[0].lower() for place in places]
    stems = [stem(word) for word in words]
    for items in lists:
        missing = [item for item in items[1:-1] if not _places(item.of(chinese), stems)]
        if len(missing) != 1:
            continue
        kept = (_core(items, number) for number, item in enumerate(items) if item is not missing[0])
        whole = _coordination([_places(item.of(chinese), stems) for item in kept], words)
        if whole and is_lost(missing[0].of(chinese), stems):
            yield Counterparts(missing[0], Span(places[whole[0]].start(), places[whole[1]].end()))


def _items(text: str, listed: Span) -> list[Span]:
    """Return the items of a list; none where there are few, or one between the marks is a list itself."""
    cuts = [match.span() for match in _MARK.finditer(text, listed.start, listed.end)]
    last = _PARTS.search(text, cuts[-1][1], listed.end)
    cuts += [last.span()] if last else []
    starts, ends = [listed.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), listed.end]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    if len(spans) < LEAST_ITEMS or any(_PARTS.search(span.of(text)) for span in spans[1:-1]):
        return []
    return spans


def _may_lack(items: Sequence[Span], chinese: str, english: str) -> bool:
    """Tell, at a first look, whether no word of lower-case English begins as one for an inner item."""
    lexicon = load_lexicon()
    return any(
        meant and not any(f" {gloss}" in english for gloss in meant)
        for meant in (lexicon.glosses(item.of(chinese)) for item in items[1:-1])
    )


def _core(items: Sequence[Span], number: int) -> Span:
    """Return where the word of an item stands: the outer items run on into the sentence."""
    start, end = items[number].start, items[number].end
    if number == 0:
        return Span(max(start, end - _EDGE), end)
    return Span(start, min(end, start + _EDGE)) if number == len(items) - 1 else items[number]


def _places(item: str, stems: Sequence[str]) -> list[int]:
    """Return where an English text has words for an item."""
    lexicon = load_lexicon()
    meant = _glosses({word for word in lexicon.words(item) if len(word) > 1 or len(item) == 1}, lexicon)
    return [] if meant.isdisjoint(stems) else [place for place, one in enumerate(stems) if one in meant]


def is_lost(item: str, stems: Sequence[str]) -> bool:
    """Tell whether the dictionary knows an item, and none of the stems is like anything that it may mean.

    >>> is_lost("能源", ["trade", "agriculture"]), is_lost("能源", ["energetic"])
    (True, False)
    """
    lexicon = load_lexicon()
    if len(item) < LEAST_ITEM or not lexicon.glosses(item):
        return False
    meant = _glosses({*lexicon.words(item), *item}, lexicon)
    begun = tuple(gloss[:_STEM] for gloss in meant if len(gloss) >= _STEM)
    return not any(one in meant or one.startswith(begun) for one in stems)


def _glosses(words: set[str], lexicon: Lexicon) -> set[str]:
    return {gloss for word in words for gloss in lexicon.glosses(word)}


def _coordination(items: Sequence[Sequence[int]], words: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last word of a list that has just these items in order, and ends there."""
    starts = {place: place for place in items[0]}
    for found in items[1:]:
        joint = _LAST if found is items[-1] else _MIDDLE
        starts = {
            place: starts[before]
            for place in found
            for before in starts
            if before < place <= before + _REACH and joint.fullmatch(_joints(words[before + 1 : place]))
        }
    whole = [(start, end) for end, start in starts.items()]
    return whole[0] if whole and not any(_goes_on(start, end, words) for start, end in whole) else None


def _joints(words: Sequence[str]) -> str:
    return "".join(_JOINTS.get(word, "w" if word[0].isalnum() else "/") for word in words)


def _goes_on(start: int, end: int, words: Sequence[str]) -> bool:
    """Tell whether a list may have another item before or behind the words found."""
    behind, before = words[end + 1 : end + 1 + _BESIDE], words[max(0, start - _BESIDE) : start]
    return _is_joined(behind, _GOES_ON) or _is_joined(before[::-1], _JOINTS.keys())


def _is_joined(words: Sequence[str], joints: Collection[str]) -> bool:
    for word in words:
        if word in _STOPS:
            return False
        if word in joints:
            return True
    return False
