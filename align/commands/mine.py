"""`align glossary mine`: propose entries from texts and their translations."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from align.commands.glossary import Glossaries, place_of, term_base

if TYPE_CHECKING:
    from align.mining.tally import Track
    from align.mining.unit import Spool
    from glossary.proposal import Proposal

Item = TypeVar("Item")


def mine(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…",
            help="Bitext rows (.tmx, .jsonl, .tsv …), a folder with pairs, or articles in both languages.",
        ),
    ],
    source: Annotated[
        list[Path] | None,
        typer.Option("--source", metavar="FILE", help="A text in the other language; may be repeated."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to, as CSV; to stdout by default."),
    ] = None,
    glossary: Glossaries = None,
    least: Annotated[
        float, typer.Option(metavar="N", min=0, max=1, help="Propose nothing less sure than this.")
    ] = 0.6,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Propose at most so many.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Leave out what the glossary has already.")] = False,
    review: Annotated[bool, typer.Option("--review", help="Ask about each: yes, no or edit.")] = False,
    encoder: Annotated[
        str, typer.Option(metavar="NAME", help="What aligns texts: use (the default) or none (fast).")
    ] = "use",
    force: Annotated[bool, typer.Option("--force", help="Replace a glossary that is in use.")] = False,
) -> None:
    """Propose entries for a glossary: names and terms that occur on both sides, the surest first.

    Articles that are no translations of each other will do. The result is a glossary of drafts, to be
    edited and used as it is; its notes have counts, evidence, and conflicts.

    \b
    Examples:
      align glossary mine article.en.md --source one.zh.html --source two.zh.html
      align glossary mine memory.tmx -o drafts.csv
      align glossary mine texts/ --review -o glossary-new.csv
    """
    from align.mining.mine import mine as propose
    from align.mining.sources import units_of
    from align.mining.unit import Spool
    from align.progress import tracked
    from align.project.outputs import check_output

    if review and not sys.stdin.isatty():
        raise typer.BadParameter("needs a terminal to ask at", param_hint="--review")
    check_output(output, (*paths, *(source or ()), *(glossary or ())), force=force)
    terms = term_base(glossary)
    units = units_of([*paths, *(source or ())], terms=terms, encoder=encoder, track=tracked)
    with Spool(units) as spool:
        found = propose(spool, terms=terms, place_of=place_of, least=least, track=_tracker(spool))
    wanted = [proposal for proposal in found if not ((new or review) and proposal.agrees)][:limit]
    if review:
        from align.mining.review import review as ask_about

        wanted = list(ask_about(wanted, _ask, lambda line: typer.echo(line, err=True)))
    _write(wanted, output)


def _tracker(spool: Spool) -> Track:
    from align.progress import tracked

    def track(items: Iterable[Item], description: str, /) -> Iterable[Item]:
        return tracked(items, description, len(spool))

    return track


def _ask(question: str) -> str:
    answer: str = typer.prompt(question, default="", show_default=False, err=True)
    return answer


def _write(proposals: list[Proposal], output: Path | None) -> None:
    from corpus.aside import write_aside
    from glossary.proposal import write_proposals

    if output is None:
        write_proposals(proposals, sys.stdout)
        return
    out = io.StringIO()
    write_proposals(proposals, out)
    write_aside(output, out.getvalue().encode("utf-8"))
    said = f"{len(proposals)} {'entry' if len(proposals) == 1 else 'entries'} in {output}"
    typer.echo(said, err=True)
