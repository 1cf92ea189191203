"""Write the pages that are generated from the code: the rules and the command reference."""

from __future__ import annotations

from pathlib import Path

from align.explain import index, page
from align.notice import catalogue

DOCS = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Return the text of every generated page, by its path below ``docs/``."""
    items = catalogue()
    found = {Path("rules", f"{item.code}.md"): page(item) for item in items}
    return {Path("rules.md"): index(items), **found}


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
