"""Aligns files with their translations, and writes what comes of it: the work of `align pair`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from align.project.glossaries import glossaries_of
from align.project.outputs import check_output
from align.project.pairs import folder_pairs, untagged
from align.report.wording import amount
from align.version import version
from corpus import BitextError, ConfigError, InputError
from corpus.aside import write_aside
from corpus.documents import read_document
from corpus.errors import one_line
from corpus.readers.presegmented import read_presegmented
from corpus.writers import FORMATS, format_of, write_bitext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.aligner.doubt import Doubt
    from corpus import Document
    from corpus.bead import Bitext
    from glossary.termbase import TermBase

LIMIT_NAMED = 5  # files without a partner; the others are counted


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are read and aligned; ``form`` None is told by the output's suffix.

    ``glossaries`` replace those that are configured or stand beside the target.
    """

    form: str | None = None
    presegmented: bool = False
    any_order: bool = False
    encoder: str = "use"
    glossaries: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A text, its translation, and where the alignment goes; None is standard output."""

    source: Path
    target: Path
    output: Path | None
    form: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class Aligned:
    """What came of a task: how many beads, how many with one side only, and the doubtful ones.

    ``warnings`` say what speaks against the texts being translations of each other. ``error`` is the
    one line for a task that could not be done.
    """

    task: Task
    beads: int = 0
    gaps: int = 0
    doubtful: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks for two files or two folders, and a line for each sort of files that are left alone."""

    tasks: tuple[Task, ...]
    left_alone: tuple[str, ...] = ()


def plan(
    source: Path, target: Path, output: Path | None, manner: Manner, *, into_folder: bool = False
) -> Plan:
    """Return what there is to do for two files or two folders.

    ``into_folder``: the output is a folder, though there may be none as yet.

    Raises:
        ConfigError: The format is unknown, or folders have no output folder.
        InputError: Nothing in the folders belongs together, or a file stands where a folder is to be.
    """
    form = manner.form or ("beads" if manner.presegmented else "tsv")
    if manner.form is not None and manner.form not in FORMATS:
        raise ConfigError(f"unknown format {manner.form!r}; known: {', '.join(sorted(FORMATS))}")
    if source.is_dir() != target.is_dir():
        raise InputError("a folder and a file; name two files or two folders", path=source)
    if not source.is_dir():
        if output is not None and (into_folder or output.is_dir()):
            output = output / f"{untagged(Path(target.name)).name}.{form}"
        elif output is not None and manner.form is None:
            form = format_of(output)
        if output is not None:
            _check_folder(output)
            check_output(output, (source, target))
        return Plan((Task(source, target, output, form, manner),))
    if output is None:
        raise ConfigError("folders need a folder to write to; name it with -o")
    _check_folder(output / form)
    found = folder_pairs(source, target)
    tasks = tuple(
        Task(
            pair.source,
            pair.target,
            output / f"{untagged(pair.target.relative_to(target))}.{form}",
            form,
            manner,
        )
        for pair in found.pairs
        if pair.source is not None
    )
    if not tasks:
        raise InputError(f"no text belongs to one in {target}; texts are matched by name", path=source)
    for task in tasks:
        check_output(task.output, (task.source, task.target))
    left = ((found.alone, "without a partner"), (found.passed_over, "passed over for another of its name"))
    return Plan(tasks, tuple(f"{_named(files)} {why}" for files, why in left if files))


def _named(files: Sequence[Path]) -> str:
    """Return how many files there are, and the first of them."""
    names = ", ".join(map(str, files[:LIMIT_NAMED])) + (", …" if len(files) > LIMIT_NAMED else "")
    return f"{amount(len(files), 'file')} ({names})"


def _check_folder(output: Path) -> None:
    """Raise where a file stands in the place of a folder that is to hold the output."""
    above = next((path for path in output.parents if path.exists()), None)
    if above is not None and not above.is_dir():
        raise InputError("a file, expected a folder to write to", path=above)


def align_all(tasks: Sequence[Task], jobs: int) -> Iterator[Aligned]:
    """Return what came of each task, in order; one that cannot be done does not stop the others."""
    if jobs == 1 or len(tasks) == 1:
        yield from map(align_task, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(align_task, tasks)


def align_task(task: Task) -> Aligned:
    """Align one text with its translation and write the result."""
    try:
        source, target = _read(task.source, task.manner), _read(task.target, task.manner)
        bitext = _bitext(source, target, task.manner)
        _write(bitext, task)
    except (BitextError, OSError) as error:
        return Aligned(task, error=one_line(error))
    from align.aligner.doubt import doubtful_beads, doubts_about

    beads = bitext.beads
    gaps = sum(not (bead.src and bead.tgt) for bead in beads)
    return Aligned(task, len(beads), gaps, doubtful_beads(bitext), tuple(doubts_about(bitext)))


def _read(path: Path, manner: Manner) -> Document:
    return read_presegmented(path) if manner.presegmented else read_document(path)


def _bitext(source: Document, target: Document, manner: Manner) -> Bitext:
    if source.lang == target.lang is not None:
        problem = (
            f"both texts are {'Chinese' if source.lang == 'zh' else 'English'}; expected one in each language"
        )
        raise InputError(problem, path=target.path)
    terms = _terms(target.path, manner.glossaries) if target.path else None
    if manner.any_order:
        from align.aligner.anyorder import match_documents

        return match_documents(source, target, encoder=manner.encoder, terms=terms)
    from align.aligner.pairing import pair_documents

    return pair_documents(source, target, encoder=manner.encoder, terms=terms)


def _terms(path: Path, glossaries: tuple[Path, ...]) -> TermBase | None:
    """Return the names of the glossaries of a text: given, configured or beside it; None without any."""
    chosen = glossaries_of(path, glossaries)
    return _term_base(chosen) if chosen else None


@lru_cache(maxsize=4)
def _term_base(glossaries: tuple[Path, ...]) -> TermBase:
    from glossary.discovery import load_layer
    from glossary.termbase import TermBase

    return TermBase(map(load_layer, glossaries))


def _write(bitext: Bitext, task: Task) -> None:
    out = BytesIO()
    signature = f"align|{version()}|encoder:{task.manner.encoder}"
    write_bitext(bitext, task.form, out, signature=signature)
    if task.output is None:
        sys.stdout.buffer.write(out.getvalue())
        sys.stdout.buffer.flush()
        return
    task.output.parent.mkdir(parents=True, exist_ok=True)
    write_aside(task.output, out.getvalue())
