"""`align compare`."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from align.commands.completion import encoders


def compare(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The text to compare.")],
    references: Annotated[
        list[Path],
        typer.Argument(metavar="REFERENCE…", help="Texts about the same events, in the other language."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Where to; .jsonl, .html or .txt tells the format."
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="text (a table), jsonl or html.")
    ] = None,
    glossary: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A glossary; replaces those found beside ARTICLE."),
    ] = None,
    encoder: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="use (the default), none (fast), or sentence-transformers:PATH.",
            autocompletion=encoders,
        ),
    ] = "use",
) -> None:
    """Find statements about the same facts in texts that are no translations of each other.

    Either side may be the Chinese one. Every match says what agrees (=) and what conflicts (≠).

    \b
    Examples:
      align compare article.en.md report.zh.html
      align compare article.en.md zh/one.html zh/two.html -o matches.jsonl
    """
    from align.aligner.encode import load_encoder
    from align.comparison.comparison import compare_documents
    from align.comparison.report import WRITERS, format_of, summary
    from align.progress import tracked
    from align.project.glossaries import term_base_of
    from align.project.outputs import check_output
    from corpus.aside import write_aside
    from corpus.documents import read_beside, read_document

    chosen = format_of(output, form)
    check_output(output, (article, *references, *(glossary or ())))
    terms = term_base_of(article, glossary)
    document = read_document(article)
    texts = [read_beside(path, document) for path in references]
    found = compare_documents(
        document, texts, encoder=load_encoder(encoder), terms=terms,
        track=lambda sides: tracked(sides, "comparing", len(texts)),
    )  # fmt: skip
    if output is None:
        WRITERS[chosen](found, Path(), sys.stdout)
        return
    out = io.StringIO()
    WRITERS[chosen](found, Path(), out)
    write_aside(output, out.getvalue().encode("utf-8"))
    typer.echo(summary(found), err=True)
