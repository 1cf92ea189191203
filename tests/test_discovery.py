from __future__ import annotations

from pathlib import Path

import pytest

from corpus import ConfigError, InputError
from glossary.discovery import find_glossaries, load_layer
from glossary.termbase import TermBase


def glossary(folder: Path, name: str = "glossary.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("source,target\n小米,Xiaomi\n", "utf-8")
    return path


def test_glossaries_beside_a_file_and_above_it_are_found_the_nearest_first(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    far = glossary(tmp_path)
    near = glossary(tmp_path / "news" / "cars")
    tabbed = glossary(tmp_path / "news" / "cars", "glossary.tsv")
    article = tmp_path / "news" / "cars" / "article.en.md"
    assert find_glossaries(article) == (near, tabbed, far)
    assert find_glossaries(article.parent) == (near, tabbed, far)


@pytest.mark.parametrize("mark", [".git", "pyproject.toml", "align.toml"])
def test_the_root_of_the_project_is_the_last_folder(tmp_path: Path, mark: str) -> None:
    glossary(tmp_path)
    root = tmp_path / "project"
    inside = glossary(root)
    (root / mark).mkdir()
    assert find_glossaries(root / "en" / "article.md") == (inside,)


def test_a_given_folder_is_the_last_one(tmp_path: Path) -> None:
    above = glossary(tmp_path)
    inside = glossary(tmp_path / "project" / "en")
    (tmp_path / "project" / ".git").mkdir()
    article = tmp_path / "project" / "en" / "article.md"
    assert find_glossaries(article, stop=article.parent) == (inside,)
    assert find_glossaries(article, stop=tmp_path) == (inside, above)


def test_the_home_directory_is_looked_at_only_for_files_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    glossary(tmp_path)
    at_home = glossary(tmp_path / "home")
    assert find_glossaries(tmp_path / "home" / "news" / "article.md") == ()
    assert find_glossaries(tmp_path / "home" / "article.md") == (at_home,)


def test_a_folder_named_like_a_glossary_is_none(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").mkdir()
    assert find_glossaries(tmp_path / "article.md", stop=tmp_path) == ()
    with pytest.raises(InputError, match="a folder, expected a glossary"):
        load_layer(tmp_path / "glossary.csv")


def test_the_suffix_tells_the_format(tmp_path: Path) -> None:
    terms = TermBase([load_layer(glossary(tmp_path, "names.TSV").rename(tmp_path / "names.CSV"))])
    (entry,) = terms.lookup("小米")
    assert entry.preferred("en") == "Xiaomi"
    with pytest.raises(ConfigError, match=r"the suffix tells no format of a glossary; known: \.csv, \.tsv"):
        load_layer(tmp_path / "names.docx")


def test_a_missing_glossary_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_layer(tmp_path / "glossary.csv")
