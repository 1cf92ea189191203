"""Where texts that say the same come from: rows, translations, and articles about the same events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from align.mining.unit import Unit
from align.project.pairs import folder_pairs
from corpus import ConfigError, InputError
from corpus.documents import read_document
from corpus.rows import ROW_SUFFIXES, read_rows
from corpus.script import lang_of
from glossary.formats.size import estimated_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from corpus import Document
    from corpus.bead import Bitext
    from glossary.termbase import TermBase

    class Track(Protocol):
        """Wraps what is gone through, to show progress: what is done, and how many there are."""

        def __call__(self, items: Iterable[Item], description: str, total: int, /) -> Iterable[Item]:
            """Return the items."""


Item = TypeVar("Item")
# Sentences of a translation that find a partner, as a share; of articles of their own far fewer do.
LEAST_TRANSLATED = 0.6
SURE_BEAD = 0.5


def units_of(paths: Sequence[Path], *, terms: TermBase, encoder: str, track: Track) -> Iterator[Unit]:
    """Return the units of files with rows, of a folder or two with pairs of files, or of articles.

    Raises:
        ConfigError: The paths do not belong together.
        InputError: A file cannot be read, or a folder has no pairs.
    """
    if all(path.suffix.lower() in ROW_SUFFIXES and not path.is_dir() for path in paths):
        return _of_rows(paths, track)
    if any(path.is_dir() for path in paths):
        return _of_folders(paths, encoder, track)
    return _of_articles(paths, terms, encoder)


def _of_rows(paths: Sequence[Path], track: Track) -> Iterator[Unit]:
    for path in paths:
        count = estimated_entries(path, path.suffix.lower().removeprefix("."))
        for row in track(read_rows(path), f"reading {path.name}", count):
            if row.source.strip() and row.target.strip():
                turned = lang_of(row.source) == "en" and lang_of(row.target) == "zh"
                yield Unit(row.target, row.source) if turned else Unit(row.source, row.target)


def _of_folders(paths: Sequence[Path], encoder: str, track: Track) -> Iterator[Unit]:
    if len(paths) > 2 or not all(path.is_dir() for path in paths):
        raise ConfigError("name one folder, two folders, or files")
    first, last = paths[0], paths[-1]
    if first == last and (first / "zh").is_dir() and (first / "en").is_dir():
        first, last = first / "zh", first / "en"
    found = [(pair.source, pair.target) for pair in folder_pairs(first, last).pairs if pair.source]
    if not found:
        raise InputError("no file belongs to one in the other language; they are matched by name", path=first)
    for source, target in track(found, "aligning", len(found)):
        yield from _of_bitext(_bitext(read_document(source), read_document(target), encoder))


def _of_articles(paths: Sequence[Path], terms: TermBase, encoder: str) -> Iterator[Unit]:
    documents = [read_document(path) for path in paths]
    for document in documents:
        if document.lang is None or not document.segments:
            raise InputError("no text in Chinese or English", path=document.path)
    by_lang = {lang: [item for item in documents if item.lang == lang] for lang in ("zh", "en")}
    if not all(by_lang.values()):
        only = "Chinese" if by_lang["zh"] else "English"
        raise InputError(f"{only} only; name a text in the other language too", path=paths[0])
    few, many = sorted((by_lang["en"], by_lang["zh"]), key=len)
    if len(few) > 1:
        raise ConfigError("several texts in both languages; put them into a folder, with one name a pair")
    if len(many) == 1:
        bitext = _bitext(many[0], few[0], encoder)
        if _is_translation(bitext):
            return _of_bitext(bitext)
    return _of_comparable(few[0], many, terms, encoder)


def _bitext(first: Document, last: Document, encoder: str) -> Bitext:
    from align.aligner.pairing import pair_documents

    return pair_documents(*((last, first) if first.lang == "en" else (first, last)), encoder=encoder)


def _is_translation(bitext: Bitext) -> bool:
    """Tell whether most sentences of the shorter text have a partner that is probably theirs."""
    sure = [bead for bead in bitext.beads if bead.src and bead.tgt and (bead.score or 0) >= SURE_BEAD]
    shares = (
        sum(len(bead.src) for bead in sure) / len(bitext.src.segments),
        sum(len(bead.tgt) for bead in sure) / len(bitext.tgt.segments),
    )
    return max(shares) >= LEAST_TRANSLATED


def _of_bitext(bitext: Bitext) -> Iterator[Unit]:
    for bead in bitext.beads:
        if bead.src and bead.tgt:
            yield Unit(
                "".join(bitext.src.segments[number].text for number in bead.src),
                " ".join(bitext.tgt.segments[number].text for number in bead.tgt),
            )


def _of_comparable(
    article: Document, references: Sequence[Document], terms: TermBase, encoder: str
) -> Iterator[Unit]:
    """Yield every sentence in English with all that is Chinese, and the statements about the same facts."""
    from align.aligner.encode import load_encoder
    from align.comparison.comparison import compare_documents

    texts = [text for item in references for text in _text_of(item)]
    english, chinese = ([article], texts) if article.lang == "en" else (references, _text_of(article))
    for document in english:
        for segment in document.segments:
            yield Unit("\n".join(chinese), segment.text, loose=True)
    found = compare_documents(article, references, encoder=load_encoder(encoder), terms=terms)
    for match in found.matches:
        sides = match.article.text, match.reference.text
        yield Unit(*(sides if article.lang == "zh" else sides[::-1]))


def _text_of(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]
