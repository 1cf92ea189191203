"""What a rule is, and the register of all of them."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.article import Context, Pair
    from align.finding import Hit, Severity
    from corpus import Lang

    Need = Callable[[Pair, Context], bool]

Check = TypeVar("Check", bound="Callable[..., Iterator[Hit]]")
HEADINGS = ("Why is this a problem?", "Known limits", "Options", "References")

CODE = lazy(r"[A-Z]{3}\d{3}")
NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """Texts that a rule is shown, a line a pair; ``glossary`` rows are Chinese and English forms.

    An empty ``src`` is a translation alone.
    """

    src: str
    tgt: str
    glossary: tuple[tuple[str, ...], ...] = ()
    references: tuple[str, ...] = ()
    src_lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Bad(Example):
    """Texts with an error: ``⟦ ⟧`` marks what must be reported, ``fixed`` is the target after every fix."""

    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class Good(Example):
    """Texts that look like the bad ones and must be left alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code, name, promise, documentation and examples.

    ``into``: the target language it is for; None for both. ``scope``: whether it is shown
    one pair, a whole article, or the layouts of two documents. ``bilingual``: whether it needs the source.
    ``needs`` tells whether a pair has what the rule speaks about at all, such as a number that changed; it is
    asked once a pair for all the rules with the same need, and changes nothing but the speed.
    """

    code: str
    name: str
    severity: Severity
    since: str
    check: Callable[..., Iterator[Hit]]
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    into: Lang | None = None
    scope: Literal["pair", "article", "document"] = "pair"
    bilingual: bool = False
    needs: Need | None = None

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def doc(self) -> str:
        """The documentation, Markdown."""
        return inspect.getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The first line of the documentation: the problem in a sentence."""
        return self.doc.partition("\n")[0]


_REGISTER: dict[str, Rule] = {}


def rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    since: str,
    bad: tuple[Bad, ...],
    good: tuple[Good, ...],
    into: Lang | None = None,
    scope: Literal["pair", "article", "document"] = "pair",
    bilingual: bool = False,
    needs: Need | None = None,
) -> Callable[[Check], Check]:
    """Return a decorator that registers a check as a rule and leaves the function as it is."""

    def register(check: Check) -> Check:
        assert CODE.fullmatch(code), code
        assert NAME.fullmatch(name), name
        assert code not in _REGISTER, code
        _REGISTER[code] = Rule(code, name, severity, since, check, bad, good, into, scope, bilingual, needs)
        return check

    return register


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    import align.rules  # noqa: F401  # importing the family modules registers their rules

    return tuple(_REGISTER[code] for code in sorted(_REGISTER))
