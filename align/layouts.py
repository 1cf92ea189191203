"""The layouts of a text and its translation, and what one has that the other has not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.layout import Element, Kind

Item = TypeVar("Item")
LIMIT_COMPARED = 400  # elements of a sequence that differ; beyond, they are compared one by one


@dataclass(frozen=True, slots=True)
class Layouts:
    """What a document rule reads: the elements of both files; their spans count from the raw files."""

    src: tuple[Element, ...]
    tgt: tuple[Element, ...]

    def of(self, *kinds: Kind) -> tuple[list[Element], list[Element]]:
        """Return the elements of some kinds, of the source and of the translation."""
        src, tgt = ([item for item in side if item.kind in kinds] for side in (self.src, self.tgt))
        return src, tgt


Difference = tuple["Element | None", "Element | None"]


def set_differences(
    src: Sequence[Element], tgt: Sequence[Element], same: Callable[[str], str]
) -> Iterator[Difference]:
    """Yield what one side has and the other has not, in any order; what was changed is paired up.

    ``same`` makes keys equal that say the same.
    """

    def key(item: Element) -> str:
        return same(item.key)

    missing, added = lacking(src, tgt, key), lacking(tgt, src, key)
    if len(missing) == len(added):
        yield from zip(missing, added, strict=True)
        return
    yield from ((item, None) for item in missing)
    yield from ((None, item) for item in added)


def lacking(items: Sequence[Item], others: Sequence[Item], key: Callable[[Item], str]) -> list[Item]:
    """Return the items that the other side has less often by their keys, the last ones first left over.

    >>> lacking(["a", "B", "b"], ["b"], str.lower)
    ['a', 'b']
    """
    spare = Counter(map(key, others))
    left = []
    for item in items:
        name = key(item)
        spare[name] -= 1
        if spare[name] < 0:
            left.append(item)
    return left


def order_differences(src: Sequence[Element], tgt: Sequence[Element]) -> Iterator[Difference]:
    """Yield what differs between two sequences of elements: changed, missing or added ones."""
    start = next((n for n, (one, two) in enumerate(zip(src, tgt, strict=False)) if one.key != two.key), None)
    if start is None:
        start = min(len(src), len(tgt))
    src, tgt = src[start:], tgt[start:]
    if len(src) == len(tgt) or max(len(src), len(tgt)) > LIMIT_COMPARED:
        yield from (
            (one, two) for one, two in zip_longest(src, tgt) if not one or not two or one.key != two.key
        )
        return
    keys = [item.key for item in src], [item.key for item in tgt]
    for tag, one, one_end, two, two_end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(src[one:one_end], tgt[two:two_end])
