"""A comparison for people and programs: a table, one JSON object a match, or a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from align.paths import shown
from align.report.excerpt import printable
from corpus import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from rich.text import Text

    from align.comparison.match import Comparison, Match, Witness, Words
    from corpus import Document

SUFFIXES = {".jsonl": "jsonl", ".html": "html", ".htm": "html", ".txt": "text"}
WIDTH = 120  # columns of the table where it is not written to a terminal
SHARES = (5, 5, 4)  # of the article, the reference and what agrees
MARGINS = 8  # columns of the table that hold no text


def format_of(path: Path | None, given: str | None) -> str:
    """Return the format of a report: the one given, or that of the file's suffix, or else a table.

    Raises:
        ConfigError: The format or the suffix is unknown.
    """
    known = ", ".join(sorted(WRITERS))
    if given is not None:
        if given not in WRITERS:
            raise ConfigError(f"unknown format {given!r}; known: {known}")
        return given
    if path is None:
        return "text"
    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError(f"{path}: the suffix tells no format; use --format with one of {known}")
    return SUFFIXES[path.suffix.lower()]


def write_jsonl(comparison: Comparison, folder: Path, out: TextIO) -> None:
    """Write an object a match; spans count code points of the decoded files."""
    for match in comparison.matches:
        reference = comparison.references[match.number]
        row = {
            "article": _place(comparison.article, match.article, folder),
            "reference": _place(reference, match.reference, folder),
            "score": match.score,
            "agree": _rows(match.agree),
            "conflict": _rows(match.conflict),
        }
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _place(document: Document, words: Words, folder: Path) -> dict[str, object]:
    span = document.to_raw(words.span)
    path = shown(document.path, folder) if document.path else None
    return {"path": path, "span": [span.start, span.end], "text": words.text}


def _rows(witnesses: Iterable[Witness]) -> list[list[str]]:
    return [[item.kind, item.article.text, item.reference.text] for item in witnesses]


def write_text(comparison: Comparison, folder: Path, out: TextIO) -> None:
    """Write a table of the matches, the article's statement once for all references that have it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, width=None if out.isatty() else WIDTH, highlight=False)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    widths = [max(MARGINS, (console.width - MARGINS) * share // sum(SHARES)) for share in SHARES]
    heads = (_name(comparison.article, folder), "reference", "= agrees, ≠ conflicts, probability")
    for head, width in zip(heads, widths, strict=True):
        table.add_column(head, width=width, overflow="fold")
    shown: Words | None = None
    for match in comparison.matches:
        repeated = match.article == shown
        shown = match.article
        if not repeated:
            table.add_section()
        reference = _name(comparison.references[match.number], folder)
        table.add_row(
            Text("″" if repeated else _folded(match.article, comparison.article, widths[0])),
            Text(_folded(match.reference, comparison.references[match.number], widths[1])).append(
                f"\n{reference}", style="dim"
            ),
            Text("\n").join(_told(match, Text)),
        )
    if comparison.matches:
        console.print(table)
    console.print(summary(comparison))


def _folded(words: Words, document: Document, width: int) -> str:
    """Return a text in lines of a width; a Chinese one may break anywhere, and not only at its blanks."""
    from rich.cells import chop_cells

    text = printable(words.text)
    return "\n".join(chop_cells(text, width)) if document.lang == "zh" else text


def _told(match: Match, text: Callable[..., Text]) -> Iterator[Text]:
    for item in match.conflict:
        yield text(f"≠ {item.kind}: {item.article.text} / {item.reference.text}", style="bold red")
    for item in match.agree:
        yield text(f"= {item.kind}: {item.article.text} / {item.reference.text}", style="green")
    yield text(f"p {match.score:.2f}", style="dim")


def _name(document: Document, folder: Path) -> str:
    return shown(document.path, folder) if document.path else ""


def summary(comparison: Comparison) -> str:
    """Return how many matches there are, and how many with conflicts."""
    matches = len(comparison.matches)
    conflicts = sum(bool(match.conflict) for match in comparison.matches)
    return f"{matches} {'match' if matches == 1 else 'matches'}, {conflicts} with a conflict"


def write_html(comparison: Comparison, folder: Path, out: TextIO) -> None:
    """Write a page that needs no other file."""
    out.writelines(f"{line}\n" for line in _page(comparison, folder))


def _page(comparison: Comparison, folder: Path) -> Iterator[str]:
    from html import escape

    from align.report.page import POLICY
    from align.report.page_parts import STYLE
    from align.version import version
    from corpus.folder import generator

    title = escape(f"{_name(comparison.article, folder)}: {summary(comparison)}")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield generator(f"align|{version()}|{comparison.signature}")
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1>"
    yield f'<p class="quiet">{escape(comparison.signature)}</p></header>\n<main>'
    for match in comparison.matches:
        reference = comparison.references[match.number]
        yield f'<article class="{"error" if match.conflict else "info"}"><div class="texts">'
        yield _quotation(comparison.article, match.article, (item.article for item in match.conflict), folder)
        yield _quotation(reference, match.reference, (item.reference for item in match.conflict), folder)
        yield "</div>"
        for sign, items, style in (("≠", match.conflict, "problems"), ("=", match.agree, "help")):
            for item in items:
                words = f"{sign} {item.kind}: {item.article.text} / {item.reference.text}"
                yield f'<p class="{style}">{escape(printable(words))}</p>'
        yield f'<p class="quiet">probability {match.score:.2f}</p></article>'
    yield "</main>\n</body>\n</html>"


def _quotation(document: Document, words: Words, marked: Iterable[Words], folder: Path) -> str:
    from html import escape

    pieces, place = [], words.span.start
    for item in sorted(marked, key=lambda item: item.span):
        before = document.text[place : item.span.start]
        pieces.append(f"{escape(printable(before))}<mark>{escape(printable(item.text))}</mark>")
        place = item.span.end
    pieces.append(escape(printable(document.text[place : words.span.end])))
    label = escape(_name(document, folder))
    return (
        f'<blockquote lang="{document.lang}"><small lang="en">{label}</small>{"".join(pieces)}</blockquote>'
    )


WRITERS: dict[str, Callable[[Comparison, Path, TextIO], None]] = {
    "html": write_html,
    "jsonl": write_jsonl,
    "text": write_text,
}
