"""The pre-commit hooks, run by the real pre-commit in a real repository.

The entries are those of the manifest, run with ``language: system``: ``language: python`` would
install this distribution anew, which needs a network.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
SOURCE = "小米营销总监周钘已经离职。\n\n周钘于2011年加入五菱。\n\n周钘来自广西。\n"
MENDED = """Zhou Xin, the marketing director of Xiaomi, has left.

Zhou Xin joined Wuling in 2011.

Zhou Xin comes from Guangxi.
"""
FLAWED = MENDED.replace("Zhou Xin", "Zhou Jin", 1)

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(os.name == "nt", reason="the command that the hook runs here is a shell script"),
]


class Repository:
    """A git repository in which pre-commit runs one of our hooks."""

    def __init__(self, folder: Path, hook: str) -> None:
        self.folder = folder / "repository"
        self.folder.mkdir()
        self.env = {
            key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))
        }
        self.env |= {
            "PATH": f"{_align(folder)}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(folder / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "NO_COLOR": "1",
        }
        self.run("git", "init", "--quiet")
        self.run("git", "config", "user.name", "An Editor")
        self.run("git", "config", "user.email", "editor@example.org")
        config = {"repos": [{"repo": "local", "hooks": [hooks()[hook] | {"language": "system"}]}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        self.write("glossary.csv", "source,target,kind\n周钘,Zhou Xin,person\n")
        self.commit()
        self.run(sys.executable, "-m", "pre_commit", "install")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        self.run("git", "add", name)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self, *options: str) -> str:
        """Commit what is staged; return what the hook said when it refused, ``""`` when it did not."""
        try:
            self.run("git", "commit", "--quiet", "-m", "News", *options)
        except subprocess.CalledProcessError as refused:
            return f"{refused.stdout}{refused.stderr}"
        return ""


def _align(folder: Path) -> Path:
    """Return a folder with an ``align`` command that runs the code under test, installed or not."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    command = bin_folder / "align"
    start = "import sys; sys.argv[0] = 'align'; from align.cli import main; main()"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "{start}" "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return bin_folder


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def test_the_manifest_is_valid_and_lints_all_changed_files_at_once() -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)], check=True)
    assert list(hooks()) == ["align-lint", "align-lint-fix"]
    for hook in hooks().values():
        assert hook["language"] == "python"
        assert hook["require_serial"]
        assert "--force-exclude" in hook["entry"]


def test_a_commit_with_a_wrong_name_is_refused_and_the_mended_one_passes(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "align-lint")
    repository.write("news.en.txt", FLAWED)
    said = repository.commit()
    assert re.search(r"^news\.en\.txt:1:1: (error|warning) NAM", said, re.MULTILINE)
    assert "write Zhou Xin" in said
    assert repository.read("news.en.txt") == FLAWED
    repository.write("news.en.txt", MENDED)
    assert repository.commit() == ""


def test_a_changed_source_lints_its_translation(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "align-lint")
    repository.write("zh/news.md", SOURCE.replace("已经", ""))
    repository.write("en/news.md", FLAWED)
    assert repository.commit("--no-verify") == ""
    repository.write("zh/news.md", SOURCE)
    assert re.search(r"^en/news\.md:1:1: (error|warning) NAM", repository.commit(), re.MULTILINE)


def test_only_changed_files_are_linted(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "align-lint")
    repository.write("old.en.txt", FLAWED)
    assert repository.commit("--no-verify") == ""
    repository.write("new.en.txt", MENDED)
    assert repository.commit() == ""


def test_excluded_files_are_left_out_although_the_hook_names_them(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "align-lint")
    repository.write("align.toml", 'exclude = ["drafts"]\n')
    repository.write("drafts/news.en.txt", FLAWED)
    assert repository.commit() == ""


def test_the_fixing_hook_mends_the_file_and_the_next_commit_passes(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "align-lint-fix")
    repository.write("news.zh.txt", SOURCE)
    repository.write("news.en.txt", FLAWED)
    assert "files were modified by this hook" in repository.commit()
    assert repository.read("news.en.txt") == MENDED
    repository.run("git", "add", "news.en.txt")
    assert repository.commit() == ""
