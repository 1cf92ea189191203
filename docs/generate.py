"""Write the pages that are generated from the code: the rules and the command reference."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from align.cli import app
from align.explain import index, page
from align.suppressions.notice import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent
COMMANDS = (
    "lint",
    "pair",
    "compare",
    "eval",
    "score",
    "search",
    "rules",
    "explain",
    "name",
    "glossary check",
    "glossary lookup",
    "glossary import",
    "glossary export",
    "glossary convert",
    "glossary mine",
)


def pages() -> dict[Path, str]:
    """Return the text of every generated page, by its path below ``docs/``."""
    items = catalogue()
    found = {Path("rules", f"{item.code}.md"): page(item) for item in items}
    return {Path("rules.md"): index(items), Path("commands.md"): "\n".join(_commands()) + "\n", **found}


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "Generated from the commands' own help by `python docs/generate.py`."
    for command in COMMANDS:
        os.environ["COLUMNS"] = "100"
        shown = CliRunner().invoke(app, [*command.split(), "--help"], prog_name="align").stdout
        yield ""
        yield f"## align {command}"
        yield ""
        yield "```text"
        yield from (line.rstrip() for line in shown.strip().splitlines())
        yield "```"


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    wanted = pages()
    for stale in (DOCS / "rules").glob("*.md"):
        if stale.relative_to(DOCS) not in wanted:
            stale.unlink()
    for path, text in wanted.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
