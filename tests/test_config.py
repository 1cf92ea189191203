"""Configuration files: what is accepted, what is refused, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.project.config import find_config, load_settings, read_settings
from align.project.glob import Glob
from align.project.settings import PairPattern, Settings
from corpus import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: str, name: str = "align.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read_settings(write(folder, text))
    message = str(caught.value)
    assert message.startswith(str(folder / "align.toml"))
    assert "\n" not in message
    return message.removeprefix(f"{folder / 'align.toml'}: ")


def test_every_key_is_read(tmp_path: Path) -> None:
    settings = read_settings(
        write(
            tmp_path,
            """
            select = ["SUP"]
            extend-select = ["SUP003"]
            ignore = ["unused-suppression"]
            fixable = ["ALL"]
            unfixable = ["SUP002"]
            glossary = ["names.csv", "more/terms.csv"]
            builtin = false
            baseline = "known.json"
            output-format = "sarif"
            exclude = ["drafts"]
            pairs = [{ source = "zh/**/*.md", target = "en/**/*.md" }]
            [per-file-ignores]
            "old/*" = ["ALL"]
            """,
        )
    )
    assert settings.select == ("SUP",)
    assert settings.extend_select == ("SUP003",)
    assert settings.ignore == ("unused-suppression",)
    assert settings.unfixable == ("SUP002",)
    assert settings.glossary == (tmp_path / "names.csv", tmp_path / "more/terms.csv")
    assert not settings.builtin
    assert settings.baseline == tmp_path / "known.json"
    assert settings.output_format == "sarif"
    assert settings.exclude == (Glob("drafts"),)
    assert settings.pairs == (PairPattern(Glob("zh/**/*.md"), Glob("en/**/*.md")),)
    assert settings.per_file_ignores == ((Glob("old/*"), ("ALL",)),)


def test_a_single_glossary_and_a_table_of_pairs_are_read(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, 'glossary = "g.csv"\n[pairs]\n"zh/*.md" = "en/*.md"'))
    assert settings.glossary == (tmp_path / "g.csv",)
    assert list(settings.sources_of(tmp_path / "en/a.md")) == [tmp_path / "zh/a.md"]
    assert list(settings.targets_of(tmp_path / "zh/a.md")) == [tmp_path / "en/a.md"]
    assert list(settings.sources_of(tmp_path / "fr/a.md")) == []
    assert list(settings.sources_of(tmp_path.parent / "a.md")) == []


def test_the_nearest_file_wins_and_align_toml_before_pyproject(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    text = inner / "news.md"
    write(tmp_path, "[tool.align]\nbuiltin = false", "pyproject.toml")
    assert find_config(text) == tmp_path / "pyproject.toml"
    write(tmp_path, "")
    assert find_config(text) == tmp_path / "align.toml"
    write(inner, "[tool.other]", "pyproject.toml")
    assert find_config(text) == tmp_path / "align.toml"
    write(inner, "[tool.align]", "pyproject.toml")
    assert load_settings(text).root == inner


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(write(tmp_path, "")).output_format == "text"
    assert Settings(tmp_path).builtin
    assert Settings(tmp_path).select is None


def test_an_unknown_key_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert refusal(tmp_path, "ingore = []") == "unknown key 'ingore'; did you mean 'ignore'?"
    assert "did you mean 'extend-select'?" in refusal(tmp_path, "extend_select = []")
    assert "without [tool.align]" in refusal(tmp_path, "[tool.align]\nselect = []")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = "NAM"', "select: expected a list of strings, got a string"),
        ("select = [1]", "select: expected a string, got a number"),
        ("builtin = 1", "builtin: expected true or false, got a number"),
        ("baseline = true", "baseline: expected a string, got true or false"),
        ("glossary = 1979-05-27", "glossary: expected a string, got a date or time"),
        ("pairs = 3", "pairs: expected a list of { source, target } or a table, got a number"),
        ('pairs = ["a"]', "pairs: expected { source, target }, got a string"),
        ('pairs = [{ source = "a" }]', "pairs: 'target' is missing"),
        (
            'pairs = [{ sorce = "a", target = "b" }]',
            "pairs: unknown key 'sorce'; did you mean 'source'?",
        ),
        (
            'pairs = [{ source = "zh/*.md", target = "en/**/*.md" }]',
            "pairs: 'zh/*.md' and 'en/**/*.md' must have the same wildcards in the same order",
        ),
        (
            'per-file-ignores = ["a"]',
            "per-file-ignores: expected a table of patterns and lists of rules, got a list",
        ),
        ('output-format = "sarff"', "output-format: unknown format 'sarff'; did you mean 'sarif'?"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(tmp_path: Path, text: str, message: str) -> None:
    assert refusal(tmp_path, text) == message


def test_an_unknown_rule_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert refusal(tmp_path, 'select = ["SUP009"]').startswith(
        "select: unknown rule 'SUP009'; did you mean 'SUP"
    )
    assert (
        refusal(tmp_path, 'ignore = ["unused-supression"]')
        == "ignore: unknown rule 'unused-supression'; did you mean 'unused-suppression'?"
    )
    message = refusal(tmp_path, '[per-file-ignores]\n"a*" = ["SUQ"]')
    assert message.startswith("per-file-ignores.\"a*\": unknown rule 'SUQ'; did you mean 'SUP'?")


def test_a_file_that_is_not_toml_is_refused_with_the_place(tmp_path: Path) -> None:
    assert refusal(tmp_path, "select = [").startswith("not TOML: ")
    (tmp_path / "align.toml").write_bytes('select = ["人"]'.encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8 "):
        read_settings(tmp_path / "align.toml")
    write(tmp_path, "[tool]\nalign = 1", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"tool\.align: expected a table, got a number"):
        read_settings(tmp_path / "pyproject.toml")


def test_excluded_folders_cover_what_lies_in_them(tmp_path: Path) -> None:
    settings = Settings(tmp_path, exclude=(Glob("drafts/*.md"), Glob("old")))
    assert settings.excludes(tmp_path / "drafts" / "a.md")
    assert settings.excludes(tmp_path / "2019" / "old" / "deep" / "a.md")
    assert settings.excludes(tmp_path / "node_modules" / "x" / "README.md")
    assert not settings.excludes(tmp_path / "drafts" / "in" / "a.md")
    assert not settings.excludes(tmp_path.parent / "old")


def test_paths_outside_the_root_match_no_pattern(tmp_path: Path) -> None:
    settings = Settings(tmp_path, per_file_ignores=((Glob("*"), ("ALL",)),))
    assert settings.ignored_in(tmp_path / "a.md") == ("ALL",)
    assert settings.ignored_in(tmp_path.parent / "a.md") == ()


def test_a_path_given_with_dots_is_matched_as_the_file_it_names(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "here" / "..", exclude=(Glob("en/*"),))
    assert settings.excludes(tmp_path / "zh" / ".." / "en" / "a.md")


@pytest.mark.parametrize(
    ("pattern", "path", "captures"),
    [
        ("en/*.md", "en/a.md", ("a",)),
        ("en/*.md", "en/x/a.md", None),
        ("**/en/*.md", "en/a.md", ("", "a")),
        ("**/en/*.md", "x/y/en/a.md", ("x/y/", "a")),
        ("[slug].md", "[slug].md", ()),
        ("?.md", "文.md", ("文",)),
        ("news.en.*", "newsXen.md", None),
    ],
)
def test_a_pattern_captures_what_its_wildcards_stand_for(
    pattern: str, path: str, captures: tuple[str, ...] | None
) -> None:
    assert Glob(pattern).captures(path) == captures
    if captures is not None:
        assert Glob(pattern).filled(captures) == path
