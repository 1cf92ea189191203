"""Generated pages are up to date, and the README shows what the command prints."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from conftest import Align

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date() -> None:
    pages = generator().pages()
    stale = [path for path, text in pages.items() if (DOCS / path).read_text(encoding="utf-8") != text]
    assert not stale, "run `python docs/generate.py`"
    rules = {path.relative_to(DOCS) for path in (DOCS / "rules").glob("*.md")}
    assert rules <= pages.keys()


def test_the_readme_shows_what_the_command_prints(align: Align) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n\$ (align .+)\n(.*?)```", text, re.DOTALL)
    assert blocks
    for command, shown in blocks:
        assert align(*command.split()[1:], cwd=ROOT).stdout == shown


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *DOCS.rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
