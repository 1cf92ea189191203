"""Which file is whose translation, told by names and folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.project.settings import Settings
    from corpus import Lang

TAGS: dict[Lang, tuple[str, ...]] = {
    "zh": ("zh", "zh-cn", "zh-hans", "zh-hant", "zh-tw", "zh-hk", "zh_cn", "zh_tw", "cn"),
    "en": ("en", "en-us", "en-gb", "en_us", "en_gb"),
}
LANG_OF_TAG: dict[str, Lang] = {tag: lang for lang, tags in TAGS.items() for tag in tags}


@dataclass(frozen=True, slots=True)
class FilePair:
    """A translation and the file it was made from; None where none is known."""

    target: Path
    source: Path | None = None


def pair_of(path: Path, settings: Settings, *, source_lang: Lang = "zh") -> FilePair:
    """Return the pair that a file belongs to, as its translation or as its source.

    In this order: the ``pairs`` of the settings, the same stem with a language tag before the
    suffix (``news.zh.md``, ``news.en.md``), the same path below sibling folders (``zh/news.md``,
    ``en/news.md``). A ``source:`` in the front matter comes before all of them, but needs the file to
    be read, so the caller looks there first. A text whose other side does not exist stands alone.
    """
    for source in settings.sources_of(path):
        if source.is_file():
            return FilePair(path, source)
    for target in settings.targets_of(path):
        if target.is_file():
            return FilePair(target, path)
    for lang, counterpart in _counterparts(path):
        if counterpart.is_file():
            return FilePair(counterpart, path) if lang == source_lang else FilePair(path, counterpart)
    return FilePair(path)


def _counterparts(path: Path) -> Iterator[tuple[Lang, Path]]:
    """Return the language that a path's name says, with each path where the other language may lie."""
    stem, _, tag = path.stem.rpartition(".")
    if lang := LANG_OF_TAG.get(tag.casefold()):
        for other in TAGS["en" if lang == "zh" else "zh"]:
            yield lang, path.with_name(f"{stem}.{other}{path.suffix}")
    for place in reversed(range(len(path.parts) - 1)):
        if lang := LANG_OF_TAG.get(path.parts[place].casefold()):
            for other in TAGS["en" if lang == "zh" else "zh"]:
                yield lang, Path(*path.parts[:place], other, *path.parts[place + 1 :])


def source_in_front_matter(path: Path, metadata: Mapping[str, object]) -> Path | None:
    """Return the file that the front matter names as ``source:``, beside the translation; None for none.

    A web address there tells where an article was published, not where its text lies.
    """
    named = metadata.get("source")
    if not isinstance(named, str) or "://" in named:
        return None
    source = path.parent / named
    return source if source.is_file() else None


def folder_pairs(source: Path, target: Path) -> Iterator[FilePair]:
    """Return the files of two folders that belong together.

    Files are matched by their path below the folder without suffix and language tag; in one
    folder, ``NAME.zh`` goes with ``NAME.en``.
    """
    sources, targets = _both_by_name(source, target)
    for name in sorted(sources.keys() & targets.keys()):
        yield FilePair(targets[name], sources[name])


def unpaired_files(source: Path, target: Path) -> tuple[Path, ...]:
    """Return the files of two folders that belong to none of the other folder, by name."""
    sources, targets = _both_by_name(source, target)
    return tuple((sources | targets)[name] for name in sorted(sources.keys() ^ targets.keys()))


def _both_by_name(source: Path, target: Path) -> tuple[dict[Path, Path], dict[Path, Path]]:
    both = source == target
    return _by_name(source, "zh" if both else None), _by_name(target, "en" if both else None)


def _by_name(folder: Path, lang: Lang | None) -> dict[Path, Path]:
    """Return the files by name; of several, one that ends in its language tag, or else the first."""
    found: dict[Path, Path] = {}
    for path in sorted(folder.rglob("*"), key=lambda path: (not _ends_in_tag(path), path)):
        name, tagged = _untagged(path.relative_to(folder))
        if path.is_file() and lang in (None, tagged):
            found.setdefault(name, path)
    return found


def _ends_in_tag(path: Path) -> bool:
    return path.suffix.removeprefix(".").casefold() in LANG_OF_TAG


def untagged(path: Path) -> Path:
    """Return a path without suffix and language tag.

    >>> [str(untagged(Path(name))) for name in ("a/news.zh.md", "a/news.zh", "a/news.md")]
    ['a/news', 'a/news', 'a/news']
    """
    return _untagged(path)[0]


def _untagged(path: Path) -> tuple[Path, Lang | None]:
    """Return the same, and the language that the tag says."""
    suffix = path.suffix.removeprefix(".").casefold()
    if suffix in LANG_OF_TAG:
        return path.with_suffix(""), LANG_OF_TAG[suffix]
    stem, _, tag = path.stem.rpartition(".")
    if lang := LANG_OF_TAG.get(tag.casefold()):
        return path.with_name(stem), lang
    return path.with_suffix(""), None
