"""One run of `align lint`: which files, with which source, glossary and rules; and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from align.linter import lint_document
from align.paths import absolute
from align.placement import place_alone, place_beads
from align.progress import explained
from align.project.config import load_settings, read_settings
from align.project.glossaries import glossaries_of, layered
from align.project.pairs import FilePair, pair_of
from align.project.settings import enabled
from align.row_linter import lint_rows
from align.rule import all_rules
from align.selection import check_selectors
from align.shared import Shared
from align.suppressions.notice import NOTICES
from align.suppressions.suppression import apply_suppressions
from corpus import InputError
from corpus.documents import SUFFIXES, read_beside, read_document
from corpus.folder import has_text
from corpus.rows import ROW_SUFFIXES, is_bitext, read_rows
from glossary.discovery import NAMES as GLOSSARY_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.finding import Finding
    from align.placement import Placed
    from align.project.settings import Settings
    from align.rule import Rule
    from align.selection import Coded
    from corpus import Document
    from corpus.rows import Row
    from glossary.termbase import TermBase

    Item = TypeVar("Item", bound=Coded)

FIRST_USE = "align: preparing the names that are looked for; this is done once ..."
LINTED_SUFFIXES = ROW_SUFFIXES | {".txt", *SUFFIXES}  # of the files in a folder


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that comes from standard input, and the file that it is, will be or was."""

    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for; None leaves a matter to the settings."""

    paths: tuple[Path, ...]
    typed: Typed | None = None
    source: Path | None = None
    references: tuple[Path, ...] = ()
    glossaries: tuple[Path, ...] = ()
    config: Path | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force_exclude: bool = False
    encoder: str = "none"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, before the baseline; ``document`` is None for bitext rows."""

    path: Path
    findings: tuple[Finding, ...]
    suppressed: int = 0
    document: Document | None = None


class Session:
    """Lints the files of a request; what they share (settings, glossaries, references) is read once."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.folder = Path()  # paths are shown from here on
        self._settings: dict[Path, Settings] = {}
        self._terms: dict[tuple[tuple[Path, ...], bool], TermBase] = {}
        if request.encoder != "none":  # which is known; to look at the others takes numpy
            from align.aligner.encode import check_encoder

            check_encoder(request.encoder)
        self._shared = Shared(request.encoder)
        check_selectors(
            chain(request.select or (), request.extend_select, request.ignore),
            (*all_rules(), *NOTICES),
            where="the command line",
        )

    @cached_property
    def files(self) -> tuple[FilePair, ...]:
        """The files to lint, each once: a source stands for its translation.

        Folders give the texts and bitext rows in them; a file named outright is taken whatever its
        suffix, and even where the settings exclude it unless the request says otherwise.
        """
        found: dict[Path, FilePair] = {}
        for path in self.request.paths:
            chosen = not path.is_dir() and not self.request.force_exclude
            for file in self._expanded(path):
                pair = self._paired(file)
                if chosen or pair.target == file or not self.settings(pair.target).excludes(pair.target):
                    found.setdefault(absolute(pair.target), pair)
        sources = {absolute(pair.source) for pair in found.values() if pair.source}
        return tuple(
            pair for target, pair in found.items() if target not in sources or not _is_alone(pair, target)
        )

    def inputs(self) -> Iterator[Path]:
        """Return the texts, references and glossaries that are named or found by name."""
        for pair in self.files:
            yield from filter(None, (pair.target, pair.source))
        yield from (*self.request.references, *self.request.glossaries)

    def _expanded(self, path: Path) -> Iterator[Path]:
        if not path.is_dir():
            if not (self.request.force_exclude and self.settings(path).excludes(path)):
                yield path
            return
        named = {absolute(file) for file in self.request.glossaries or self.settings(path).glossary}
        for file in sorted(path.rglob("*")):
            is_glossary = file.name in GLOSSARY_NAMES or absolute(file) in named
            wanted = file.suffix.lower() in LINTED_SUFFIXES and not is_glossary and file.is_file()
            if wanted and not self.settings(path).excludes(file) and _may_be_linted(file):
                yield file

    def _paired(self, path: Path) -> FilePair:
        if self.request.source is not None:
            return FilePair(path, self.request.source)
        if path.suffix.lower() in ROW_SUFFIXES:
            return FilePair(path)
        return pair_of(path, self.settings(path))

    def settings(self, path: Path) -> Settings:
        """Return the settings that apply to a file or folder."""
        folder = path if path.is_dir() else path.parent
        if folder not in self._settings:
            config = self.request.config
            self._settings[folder] = read_settings(config) if config else load_settings(folder)
        return self._settings[folder]

    def rules(self, path: Path) -> tuple[Rule, ...]:
        """Return the rules that are on for a file."""
        return self._enabled(all_rules(), path)

    def _rules_for(self, document: Document) -> tuple[Rule, ...]:
        """Return the rules that are on for a document; in a third language only those on layout."""
        assert document.path is not None, "a document to lint has a path"
        rules = self.rules(document.path)
        foreign = document.lang is None and any(map(str.isalpha, document.text))
        return tuple(rule for rule in rules if rule.scope == "document") if foreign else rules

    def _enabled(self, items: Iterable[Item], path: Path) -> tuple[Item, ...]:
        """Return the rules, notices or findings that are on; a finding weaker than its rule may be off."""
        return enabled(
            items,
            self.settings(path),
            select=self.request.select,
            extend_select=self.request.extend_select,
            ignore=self.request.ignore,
            path=path,
        )

    def terms(self, path: Path) -> TermBase:
        """Return the term base of a file: glossaries given, configured or beside it, then the built-in."""
        settings = self.settings(path)
        glossaries, builtin = glossaries_of(path, self.request.glossaries, settings), settings.builtin
        if (glossaries, builtin) not in self._terms:
            with explained(FIRST_USE):
                self._terms[glossaries, builtin] = layered(glossaries, builtin=builtin)
        return self._terms[glossaries, builtin]

    @cached_property
    def references(self) -> tuple[Document, ...]:
        """The articles about the same events."""
        return tuple(read_document(path) for path in self.request.references)

    def check(self, pair: FilePair, found: list[Finding] | None = None) -> Checked:
        """Return what is found in a file.

        Args:
            pair: The file, and its source.
            found: Takes the findings in bitext rows as they come: a bad row loses none that stands before.

        Raises:
            BitextError: The file, its source or its glossary cannot be read.
        """
        path = pair.target
        if path.suffix.lower() in ROW_SUFFIXES:
            if self._typed(path) is not None:
                raise InputError("bitext rows are read from a file only", path=path)
            if self.request.source:
                raise InputError("rows have their source beside them; --source is for texts", path=path)
            found = [] if found is None else found
            for finding in self.check_rows(read_rows(path), path):
                found.append(finding)  # an error must not lose what came before it
            return Checked(path, tuple(found))
        return self.check_document(read_document(path, data=self._typed(path)), pair.source)

    def _typed(self, path: Path) -> bytes | None:
        """Return the bytes that stand for a file on standard input."""
        typed = self.request.typed
        return typed.data if typed and typed.path == path else None

    def check_rows(self, rows: Iterable[Row], path: Path) -> Iterator[Finding]:
        """Return what is found in bitext rows, as they are read."""
        found = lint_rows(rows, path, terms=self.terms(path), rules=self.rules(path), shared=self._shared)
        for finding in found:
            yield from self._enabled((finding,), path)

    def check_document(self, document: Document, source_path: Path | None) -> Checked:
        """Return what is found in a document, with its source where there is one."""
        assert document.path is not None, "a document to lint has a path"
        path = document.path
        if source_path and source_path != self.request.source and not source_path.is_file():
            raise InputError(f"the front matter names a source that is not there: {source_path}", path=path)
        source = None
        if source_path:
            source = read_beside(source_path, document, data=self._typed(source_path))
        self._check_languages(document, source)
        rules = self._rules_for(document)
        findings = lint_document(
            document,
            source,
            _placed(document, source, self.request.encoder, self.terms(path)),
            references=self.references,
            terms=self.terms(path),
            rules=rules,
            shared=self._shared,
        )
        findings = list(self._enabled(findings, path))
        findings, suppressed = self._unsuppressed(findings, document, source)
        return Checked(path, tuple(findings), suppressed, document)

    def _check_languages(self, document: Document, source: Document | None) -> None:
        """Refuse texts that tell nothing about a translation, as they are in its own language.

        Of a folder some texts may be in the language of the references: these are checked without.
        """
        if document.lang is None:
            return
        language = "Chinese" if document.lang == "zh" else "English"
        if source and source.lang == document.lang:
            problem = f"{language} like its source {source.path}; expected one in each language"
            raise InputError(problem, path=document.path)
        if document.path in self.request.paths:
            for reference in self.references:
                if reference.lang == document.lang:
                    problem = f"{language} like {document.path}; expected a reference in the other language"
                    raise InputError(problem, path=reference.path)

    def _unsuppressed(
        self, findings: list[Finding], document: Document, source: Document | None
    ) -> tuple[list[Finding], int]:
        """Return the findings that no comment hides in the file where they stand, and how many are hidden."""
        assert document.path is not None, "a document to lint has a path"
        ran = {rule.code for rule in self._rules_for(document) if _applies(rule, document, source)}
        ran |= {notice.code for notice in self._enabled(NOTICES, document.path)}
        suppressed = 0
        for side in (document, source):
            if side is not None:
                findings, hidden = apply_suppressions(findings, side, rules=all_rules(), ran=ran)
                suppressed += len(hidden)
        return findings, suppressed


def _is_alone(pair: FilePair, target: Path) -> bool:
    """Tell whether a text has no source, or only itself."""
    return pair.source is None or absolute(pair.source) == target


def _may_be_linted(file: Path) -> bool:
    """Tell whether a file met in a folder has a text: an empty page, a report or a price list has none."""
    return is_bitext(file) if file.suffix.lower() in ROW_SUFFIXES else has_text(file)


def _applies(rule: Rule, document: Document, source: Document | None) -> bool:
    return rule.into in (None, document.lang) and (source is not None or not rule.bilingual)


def _placed(document: Document, source: Document | None, encoder: str, terms: TermBase) -> tuple[Placed, ...]:
    if source is None:
        return place_alone(document)
    from align.aligner.pairing import pair_documents

    return place_beads(pair_documents(source, document, encoder=encoder, terms=terms))
