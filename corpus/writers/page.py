"""Writes a bitext as one web page: both texts side by side, the doubtful places marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from corpus.encoding import whole
from corpus.folder import generator
from corpus.writers.xml import lang_tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from corpus.bead import Bead, Bitext

STYLE = """
:root { color-scheme: light dark; --line: #8884; --doubt: #f5b30044; --gap: #e5393544; }
body { margin: 0 auto; padding: 1.5rem; max-width: 76rem; font: 1rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td, th { padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: left;
  overflow-wrap: anywhere; white-space: pre-line; }
td:first-child, th:first-child { width: 4rem; opacity: .7; font-size: .85rem; }
tr.doubtful { background: var(--doubt); }
tr.gap { background: var(--gap); }
"""


def write_html(bitext: Bitext, out: BinaryIO, *, signature: str) -> None:
    """Write a row a bead; null beads are red and beads under a probability of 0.8 yellow."""
    out.writelines(f"{line}\n".encode() for line in _lines(bitext, signature))


def _lines(bitext: Bitext, signature: str) -> Iterator[str]:
    names = [escape(whole(side.path.name)) if side.path else "" for side in (bitext.src, bitext.tgt)]
    langs = [lang_tag(side.lang) for side in (bitext.src, bitext.tgt)]
    yield "<!doctype html>"
    yield f'<html lang="{langs[1]}">'
    yield f'<meta charset="utf-8">{generator(signature)}'
    yield f"<title>{names[0]} – {names[1]}</title>"
    yield f"<style>{STYLE}</style>"
    yield f"<p>{_summary(bitext)}</p>"
    yield f"<table><thead><tr><th></th><th>{names[0]}</th><th>{names[1]}</th></tr></thead><tbody>"
    for bead in bitext.beads:
        source, target = map(escape, bitext.texts(bead))
        score = "" if bead.score is None else f"{bead.score:.2f}"
        yield (
            f'<tr{_class(bead)}><td>{bead.kind}<br>{score}</td><td lang="{langs[0]}">{source}</td>'
            f'<td lang="{langs[1]}">{target}</td></tr>'
        )
    yield "</tbody></table></html>"


def _summary(bitext: Bitext) -> str:
    gaps = sum(not (bead.src and bead.tgt) for bead in bitext.beads)
    doubtful = sum(bead.is_doubtful for bead in bitext.beads)
    return f"{len(bitext.beads)} beads, {gaps} with one side only, {doubtful} doubtful"


def _class(bead: Bead) -> str:
    if not (bead.src and bead.tgt):
        return ' class="gap"'
    return ' class="doubtful"' if bead.is_doubtful else ""
