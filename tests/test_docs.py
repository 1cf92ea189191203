"""Generated pages are up to date, and the README shows what the command prints."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    import pytest
    from conftest import Align

HOUSE = re.compile(r"```python\n(# house\.py\n.*?)```", re.DOTALL)
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


def test_the_examples_for_python_print_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "examples")
    done = doctest.testfile(str(DOCS / "library.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 10
    assert not done.failed


def test_the_rule_of_ones_own_works_as_the_page_says(tmp_path: Path) -> None:
    found = HOUSE.search((DOCS / "library.md").read_text(encoding="utf-8"))
    assert found
    (tmp_path / "house.py").write_text(found[1], "utf-8")
    (tmp_path / "tickers.csv").write_text("Xiaomi,1810.HK\n", "utf-8")
    (tmp_path / "article.en.md").write_text("Xiaomi (1801.HK) rose.\n", "utf-8")

    def house(*words: str) -> str:
        command = [sys.executable, "house.py", *words]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        ).stdout

    listed = house("lint", "article.en.md", "--output-format", "concise")
    assert listed == "article.en.md:1:9: OWN001 Xiaomi is 1810.HK [*]\n"
    assert "A company stands with the ticker of another." in house("explain", "wrong-ticker")
    house("lint", "article.en.md", "--fix")
    assert (tmp_path / "article.en.md").read_text("utf-8") == "Xiaomi (1810.HK) rose.\n"


def test_the_glossary_of_the_page_is_right_and_answers_as_it_shows(tmp_path: Path, align: Align) -> None:
    page = (DOCS / "glossary.md").read_text(encoding="utf-8")
    table, shown = (
        re.search(r"```csv\n(.*?)```", page, re.DOTALL),
        re.search(r"\n\$ align (.+)\n([^`]*)```", page),
    )
    assert table
    assert shown
    (tmp_path / "glossary.csv").write_text(table[1], "utf-8")
    assert align("glossary", "check").stdout == "glossary.csv: nothing to report\n"
    assert align(*shlex.split(shown[1])).stdout == shown[2]
