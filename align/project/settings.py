"""What a configuration file says, and what it means for one file or rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from align.paths import below
from align.project.glob import Glob
from align.selection import Layer, closeness, closest, selected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.selection import Coded
    from corpus import Lang

    Item = TypeVar("Item", bound=Coded)

# Folders that hold no texts of the project; `exclude` adds to them.
ALWAYS_EXCLUDED = tuple(
    Glob(name)
    for name in (
        ".git",
        ".hg",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".tox",
        ".venv",
        "node_modules",
        "venv",
    )
)


@dataclass(frozen=True, slots=True)
class PairPattern:
    """Where translations lie: the wildcards of one pattern stand for the same in the other."""

    source: Glob
    target: Glob

    def source_of(self, target: str) -> str | None:
        """Return the source of a translation, or None where the pattern does not fit.

        >>> PairPattern(Glob("zh/*.md"), Glob("en/*.md")).source_of("en/cars.md")
        'zh/cars.md'
        """
        found = self.target.captures(target)
        return None if found is None else self.source.filled(found)

    def target_of(self, source: str) -> str | None:
        """Return the translation of a source, or None where the pattern does not fit."""
        found = self.source.captures(source)
        return None if found is None else self.target.filled(found)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says.

    ``root`` is its folder: patterns are relative to it, ``glossary`` and ``baseline`` are joined to it.
    ``select`` None is the default choice, every rule but those of severity info. ``source_lang`` is the
    language that is translated from, where only the names of two texts tell that they belong together.
    """

    root: Path
    path: Path | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...] = ()
    fixable: tuple[str, ...] = ("ALL",)
    unfixable: tuple[str, ...] = ()
    pairs: tuple[PairPattern, ...] = ()
    source_lang: Lang = "zh"
    glossary: tuple[Path, ...] = ()
    builtin: bool = True
    baseline: Path | None = None
    output_format: str = "text"
    exclude: tuple[Glob, ...] = ()

    def relative(self, path: Path) -> str | None:
        """Return a path as patterns see it: from the root, with forward slashes; None outside the root."""
        return below(path, self.root)

    def excludes(self, path: Path) -> bool:
        """Tell whether a path, or a folder it lies in, is excluded."""
        relative = self.relative(path)
        globs = (*ALWAYS_EXCLUDED, *self.exclude)
        return relative is not None and any(glob.covers(relative) for glob in globs)

    def ignored_in(self, path: Path) -> tuple[str, ...]:
        """Return the selectors that ``per-file-ignores`` switches off for a file."""
        relative = self.relative(path)
        if relative is None:
            return ()
        return tuple(code for glob, codes in self.per_file_ignores if glob.covers(relative) for code in codes)

    def sources_of(self, path: Path) -> Iterator[Path]:
        """Return where ``pairs`` says that the source of a translation lies, whether it exists or not."""
        if (relative := self.relative(path)) is not None:
            found = (pair.source_of(relative) for pair in self.pairs)
            yield from (self.root / source for source in found if source is not None)

    def targets_of(self, path: Path) -> Iterator[Path]:
        """Return where ``pairs`` says that the translation of a source lies, whether it exists or not."""
        if (relative := self.relative(path)) is not None:
            found = (pair.target_of(relative) for pair in self.pairs)
            yield from (self.root / target for target in found if target is not None)

    def may_fix(self, item: Coded) -> bool:
        """Tell whether ``fixable`` and ``unfixable`` let a rule's fixes be applied; the closest one wins."""
        return closest(self.fixable, item) > closest(self.unfixable, item)


def enabled(
    items: Iterable[Item],
    settings: Settings,
    *,
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    path: Path | None = None,
) -> tuple[Item, ...]:
    """Return the rules (or notices) that are on, for a file where one is given.

    The command line's ``select`` replaces what the settings say; its ``extend_select`` and
    ``ignore`` change it. What ``per-file-ignores`` switches off stays off.
    """
    layers = (
        Layer(settings.select, settings.extend_select, settings.ignore),
        Layer(select, extend_select, ignore),
    )
    off = settings.ignored_in(path) if path else ()
    chosen = selected(items, layers)
    return tuple(item for item in chosen if all(closeness(selector, item) is None for selector in off))
