"""The forms in which a bitext is written; each module loads on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from corpus.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from corpus.bead import Bitext

__all__ = ["FORMATS", "format_of", "write_bitext"]

FORMATS = {
    "beads": "corpus.writers.records:write_beads",
    "csv": "corpus.writers.tables:write_csv",
    "html": "corpus.writers.page:write_html",
    "jsonl": "corpus.writers.records:write_jsonl",
    "tmx": "corpus.writers.tmx:write_tmx",
    "tsv": "corpus.writers.tables:write_tsv",
    "xliff": "corpus.writers.xliff:write_xliff",
    "xlsx": "corpus.writers.tables:write_xlsx",
}
SUFFIXES = {".xlf": "xliff", ".htm": "html"} | {f".{name}": name for name in FORMATS}


def format_of(path: Path) -> str:
    """Return the format that the suffix of a file to be written stands for.

    Raises:
        ConfigError: There is none; the message lists the known ones.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(FORMATS))
        raise ConfigError(f"{path}: the suffix tells no format; use --format with one of {known}")
    return SUFFIXES[path.suffix.lower()]


def write_bitext(bitext: Bitext, form: str, out: BinaryIO, *, signature: str) -> None:
    """Write a bitext in one of ``FORMATS``.

    Args:
        bitext: What to write, in the order of its beads.
        form: The name of the format.
        out: Where to.
        signature: The run signature, for the formats that have a header.
    """
    if form not in FORMATS:
        raise ConfigError(f"unknown format {form!r}; known: {', '.join(sorted(FORMATS))}")
    module, _, function = FORMATS[form].partition(":")
    getattr(import_module(module), function)(bitext, out, signature=signature)
