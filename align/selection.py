"""Which rules run: selectors, and who wins where they contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from align.finding import Severity
from align.nearest import hint
from corpus import ConfigError
from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALL = "ALL"
LISTED = "; `align rules` lists them"
CODE_START = lazy(r"[A-Z]{3}\d{0,3}")


class Coded(Protocol):
    """What a selector can choose: a rule, a notice, a finding."""

    @property
    def code(self) -> str:
        """Three letters and three digits."""

    @property
    def name(self) -> str:
        """The kebab-case name."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""


Item = TypeVar("Item", bound=Coded)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place says (a file, the command line); None for ``select`` leaves things as they are."""

    select: Sequence[str] | None = None
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def closeness(selector: str, item: Coded) -> int | None:
    """Return how closely a selector fits, or None: 0 for ``ALL``, else how much of the code it gives.

    >>> from align.suppressions.notice import UNUSED
    >>> [closeness(selector, UNUSED) for selector in ("ALL", "SUP", "sup001", "unused-suppression", "NAM")]
    [0, 3, 6, 6, None]
    """
    code = selector.upper()
    if code == ALL:
        return 0
    if selector.lower() == item.name:
        return len(item.code)
    return len(code) if CODE_START.fullmatch(code) and item.code.startswith(code) else None


def selected(items: Iterable[Item], layers: Sequence[Layer]) -> tuple[Item, ...]:
    """Return the items that are on: all but those of severity info, as changed by each layer in turn.

    In a layer the closest selector wins (``NAM001`` over ``NAM`` over ``ALL``), and ``ignore``
    where both are as close. A layer with ``select`` forgets the layers before it.
    """
    return tuple(item for item in items if _is_on(item, layers))


def _is_on(item: Coded, layers: Sequence[Layer]) -> bool:
    on = item.severity is not Severity.INFO
    for layer in layers:
        chosen = closest((*(layer.select or ()), *layer.extend_select), item)
        ignored = closest(layer.ignore, item)
        if chosen >= 0 or ignored >= 0:
            on = chosen > ignored
        elif layer.select is not None:
            on = False
    return on


def closest(selectors: Iterable[str], item: Coded) -> int:
    """Return the greatest closeness, or -1 where none fits."""
    found = (closeness(selector, item) for selector in selectors)
    return max((close for close in found if close is not None), default=-1)


def check_selectors(selectors: Iterable[str], items: Sequence[Coded], *, where: str) -> None:
    """Refuse a selector that fits nothing.

    Raises:
        ConfigError: The message begins with ``where`` and has the nearest known selector.
    """
    for selector in selectors:
        if selector.upper() != ALL and all(closeness(selector, item) is None for item in items):
            raise ConfigError(f"{where}: unknown rule {selector!r}{unknown_hint(selector, items)}")


def unknown_hint(selector: str, items: Sequence[Coded]) -> str:
    """Return the end of an error message about an unknown selector: the nearest code, family or name.

    A mistyped name is near a name and a mistyped code near a code, so that ``NAM999`` is not taken for
    a family.
    """
    if re.search(r"\d", selector):
        known = {item.code for item in items}
    elif len(selector) > len("NAM"):
        known = {item.name for item in items} | {item.code[:3] for item in items}
    else:
        known = {ALL} | {item.code[:3] for item in items}
    return hint(selector, known) or LISTED
