"""Which file is whose translation, told by names and folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.paths import absolute, relative
from corpus.documents import SUFFIXES, read_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.project.settings import Settings
    from corpus import Lang

# The tags of file names and folders as they are mostly written, the usual ones first.
TAGS: dict[Lang, tuple[str, ...]] = {
    "zh": (
        *("zh", "zh-CN", "zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "zh-SG", "zh-Hans-CN", "zh-Hant-TW"),
        *("zh_CN", "zh_Hans", "zh_Hant", "zh_TW", "zh_HK", "cn"),
    ),
    "en": ("en", "en-US", "en-GB", "en_US", "en_GB"),
}
_WRITTEN: dict[Lang, tuple[str, ...]] = {
    lang: tuple(dict.fromkeys(form for tag in tags for form in (tag, tag.lower(), tag.upper())))
    for lang, tags in TAGS.items()
}
_OTHER: dict[Lang, Lang] = {"zh": "en", "en": "zh"}
_TEXTS = frozenset({"", ".txt", *SUFFIXES})
LANG_OF_TAG: dict[str, Lang] = {tag.casefold(): lang for lang, tags in TAGS.items() for tag in tags}


@dataclass(frozen=True, slots=True)
class FilePair:
    """A translation and the file it was made from; None where none is known."""

    target: Path
    source: Path | None = None


def pair_of(path: Path, settings: Settings) -> FilePair:
    """Return the pair that a file belongs to, as its translation or as its source.

    In this order: ``source:`` in the front matter of either, the ``pairs`` of the settings, the same stem
    with a language tag before the suffix (``news.zh.md``, ``news.en.md``), the same path below sibling
    folders (``zh/news.md``, ``en/news.md``). By names alone the text in the ``source-lang`` of the settings
    is the source. A text whose other side does not exist stands alone; a source in the front matter may be
    missing, which is a mistake.
    """
    if source := source_in_front_matter(path):
        return FilePair(path, source)
    pair = _pair_by_name(path, settings)
    if pair.source is None or pair.source == path:
        return pair  # the front matter of the source is that of the file itself, and names nothing
    named = source_in_front_matter(pair.source)
    turned = named is not None and absolute(named) == absolute(pair.target)
    return FilePair(pair.source, pair.target) if turned else pair


def _pair_by_name(path: Path, settings: Settings) -> FilePair:
    for source in settings.sources_of(path):
        if source.is_file():
            return FilePair(path, source)
    for target in settings.targets_of(path):
        if target.is_file():
            return FilePair(target, path)
    for lang, counterpart in _counterparts(path):
        if counterpart.is_file():
            is_source = lang == settings.source_lang
            return FilePair(counterpart, path) if is_source else FilePair(path, counterpart)
    return FilePair(path)


def _counterparts(path: Path) -> Iterator[tuple[Lang, Path]]:
    """Return the language that a path's name says, with each path where the other language may lie."""
    stem, _, tag = path.stem.rpartition(".")
    if lang := LANG_OF_TAG.get(tag.casefold()):
        for other in _WRITTEN[_OTHER[lang]]:
            yield lang, path.with_name(f"{stem}.{other}{path.suffix}")
    parts = absolute(path).parts  # a path may be given from inside the folder that has the tag
    for place in reversed(range(len(parts) - 1)):
        if lang := LANG_OF_TAG.get(parts[place].casefold()):
            for other in _WRITTEN[_OTHER[lang]]:
                yield lang, _as_given(Path(*parts[:place], other, *parts[place + 1 :]), path)


def _as_given(counterpart: Path, path: Path) -> Path:
    """Return a path in the way that another one is given: whole, or from the current folder on."""
    return counterpart if path.is_absolute() else Path(relative(counterpart, Path()))


def source_in_front_matter(path: Path) -> Path | None:
    """Return the file that the front matter of a text names as ``source:``, beside the text; None for none.

    Only the name of a text counts: others tell where an article was published, not where its text lies.
    """
    named = read_metadata(path, "source")
    if not isinstance(named, str) or "://" in named or Path(named).suffix.lower() not in {".txt", *SUFFIXES}:
        return None
    return path.parent / named


@dataclass(frozen=True, slots=True)
class FolderPairs:
    """What belongs together in two folders of texts, and what is left over there.

    ``alone`` are the files that no file of the other folder has the name of; ``passed_over`` those whose
    name another file has that was taken, such as ``news.html`` beside ``news.md``.
    """

    pairs: tuple[FilePair, ...]
    alone: tuple[Path, ...] = ()
    passed_over: tuple[Path, ...] = ()


def folder_pairs(source: Path, target: Path) -> FolderPairs:
    """Return the texts of two folders that belong together.

    Texts are matched by their path below the folder without suffix and language tag; in one folder,
    ``NAME.zh`` goes with ``NAME.en``. Of several with one name, two with the same suffix are taken.
    """
    both = source == target
    sources, targets = _by_name(source, "zh" if both else None), _by_name(target, "en" if both else None)
    pairs = tuple(_best(sources[name], targets[name]) for name in sorted(sources.keys() & targets.keys()))
    used = {path for pair in pairs for path in (pair.source, pair.target)}
    by_name = [(name, path) for side in (sources, targets) for name in side for path in side[name]]
    left = [(name, path) for name, path in sorted(by_name) if path not in used]
    return FolderPairs(
        pairs,
        alone=tuple(path for name, path in left if not (name in sources and name in targets)),
        passed_over=tuple(path for name, path in left if name in sources and name in targets),
    )


def _best(sources: Sequence[Path], targets: Sequence[Path]) -> FilePair:
    """Return the first two files with the same suffix, or else the first of either side."""
    for source in sources:
        for target in targets:
            if _suffix(source) == _suffix(target):
                return FilePair(target, source)
    return FilePair(targets[0], sources[0])


def _suffix(path: Path) -> str:
    """Return what tells how a text is written; nothing where the suffix tells its language."""
    return "" if _ends_in_tag(path) else path.suffix.lower()


def _by_name(folder: Path, lang: Lang | None) -> dict[Path, list[Path]]:
    """Return the texts of a folder by name; of several, those that end in their language tag come first."""
    found: dict[Path, list[Path]] = {}
    for path in sorted(folder.rglob("*"), key=lambda path: (not _ends_in_tag(path), path)):
        name, tagged = _untagged(path.relative_to(folder))
        is_text = _suffix(path) in _TEXTS and not path.name.startswith(".")
        if is_text and lang in (None, tagged) and path.is_file():
            found.setdefault(name, []).append(path)
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
