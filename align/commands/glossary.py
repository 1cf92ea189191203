"""`align glossary`: check the term base, and look names and terms up in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from align.commands.rules import ListFormat, print_json
from glossary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus import Lang
    from glossary import Entry
    from glossary.termbase import TermBase

Glossaries = Annotated[
    list[Path] | None,
    typer.Option("--glossary", metavar="FILE", help="A glossary; replaces those found from here upwards."),
]


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Glossaries; those found from here upwards by default."),
    ] = None,
) -> None:
    """Report duplicates, conflicts, and names that do not fit their reading.

    Example: align glossary check glossary.csv
    """
    from align.paths import shown
    from align.project.glossaries import glossaries_of
    from corpus import InputError
    from glossary.check import check_glossary

    glossaries = tuple(Path(shown(path, Path())) for path in glossaries_of(Path(), paths))
    if not glossaries:
        raise InputError("no glossary here or in a folder above; name one")
    problems = [problem for path in glossaries for problem in check_glossary(path)]
    for problem in problems:
        typer.echo(f"{problem.severity}: {problem}")
    if not problems:
        typer.echo(f"{', '.join(map(str, glossaries))}: nothing to report")
    raise typer.Exit(int(any(problem.severity != "info" for problem in problems)))


def lookup(
    terms: Annotated[list[str], typer.Argument(metavar="TERM…", help="Names or terms in either language.")],
    glossary: Glossaries = None,
    output_format: Annotated[
        ListFormat, typer.Option("--output-format", help="text, json or jsonl")
    ] = ListFormat.TEXT,
) -> None:
    """Look up names and terms in the glossary.

    What is in no glossary is looked up in CC-CEDICT, and a Chinese name is spelled by its reading.

    Example: align glossary lookup 周钘 "Lei Jun"
    """
    from corpus.encoding import whole

    base = term_base(glossary)
    answers = [_answer(term, base) for term in map(whole, terms)]
    if output_format is ListFormat.TEXT:
        typer.echo("\n".join(line for answer in answers for line in _lines(answer)))
    else:
        print_json(answers, output_format)
    raise typer.Exit(int(not all(answer["entries"] for answer in answers)))


class Found(TypedDict):
    """An entry as `lookup` shows it: the forms of each language, the one to use first."""

    zh: list[str]
    en: list[str]
    deprecated: list[str]
    kind: str | None
    note: str
    place: str


class Answer(TypedDict):
    """What is known of a term: ``title``, ``dictionary`` and ``spellings`` are of one that no entry has."""

    term: str
    entries: list[Found]
    title: str
    dictionary: list[str]
    spellings: list[str]


def term_base(glossaries: list[Path] | None) -> TermBase:
    """Return the term base of the glossaries given, or of those found from here upwards, and the built-in."""
    from align.project.glossaries import term_base_of

    return term_base_of(Path(), glossaries)


def _answer(term: str, base: TermBase) -> Answer:
    from corpus.script import simplified
    from glossary.spelling import spellings
    from glossary.title import composed_title

    entries = [_found(entry) for entry in entries_of(term, base)]
    composed = None if entries else composed_title(simplified(term))
    meanings = [] if entries or composed else list(_in_dictionary(term))
    spelled = [] if entries or composed or meanings else [spelling.text for spelling in spellings(term)]
    return {
        "term": term,
        "entries": entries,
        "title": composed.english if composed else "",
        "dictionary": meanings,
        "spellings": spelled,
    }


def entries_of(term: str, base: TermBase) -> tuple[Entry, ...]:
    """Return the entries of a term, and those of the names that are only looked up if they say more."""
    from corpus.script import has_han
    from glossary.builtin import lookup_layer
    from glossary.termbase import TermBase

    entries = base.lookup(term)
    other: Lang = "en" if has_han(term) else "zh"
    known = {form for entry in entries for form in entry.accepted(other)}
    rest = TermBase([lookup_layer()]).lookup(term)
    return (*entries, *(entry for entry in rest if known.isdisjoint(entry.accepted(other))))


def _in_dictionary(term: str) -> Iterator[str]:
    """Return what CC-CEDICT has for a Chinese word, or for an English name."""
    from corpus.script import has_han
    from glossary.cedict import define, names_layer, spelled
    from glossary.termbase import TermBase

    if has_han(term):
        for word in define(term):
            yield f"{spelled(word.pinyin)}: {'; '.join(word.meanings)}"
    else:
        for entry in TermBase([names_layer()]).lookup(term):
            yield f"{entry.preferred('zh')} = {' | '.join(entry.accepted('en'))}"


def _found(entry: Entry) -> Found:
    return {
        "zh": list(entry.accepted("zh")),
        "en": list(entry.accepted("en")),
        "deprecated": [*entry.forms("zh", Status.DEPRECATED), *entry.forms("en", Status.DEPRECATED)],
        "kind": entry.kind,
        "note": entry.note,
        "place": place_of(entry),
    }


def place_of(entry: Entry) -> str:
    """Return the file and row of an entry, from the current folder on."""
    if not entry.user:
        return entry.origin
    from align.paths import shown

    origin = shown(Path(entry.origin), Path())
    return f"{origin}:{entry.line}" if entry.line else origin


def _lines(answer: Answer) -> Iterator[str]:
    for entry in answer["entries"]:
        kind = f" ({entry['kind']})" if entry["kind"] else ""
        yield f"{' | '.join(entry['zh'])} = {' | '.join(entry['en'])}{kind}"
        if entry["deprecated"]:
            yield f"    not: {', '.join(entry['deprecated'])}"
        if entry["note"]:
            yield f"    note: {entry['note']}"
        yield f"    from {entry['place']}"
    term = answer["term"]
    if answer["title"]:
        yield f"{term}: in no glossary; as a title it is {answer['title']}"
    elif answer["dictionary"]:
        yield f"{term}: in no glossary; CC-CEDICT has"
        yield from (f"    {line}" for line in answer["dictionary"])
    elif answer["spellings"]:
        yield f"{term}: in no glossary; as the name of a person it reads {answer['spellings'][0]}"
        yield f"    `align name {term}` lists the accepted spellings"
    elif not answer["entries"]:
        yield f"{term}: in no glossary"
