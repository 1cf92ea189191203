"""Selectors: which rules run."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.finding import Severity
from align.nearest import hint
from align.project.glob import Glob
from align.project.settings import Settings, enabled
from align.selection import check_selectors
from align.suppressions.notice import NOTICES, Notice, catalogue, described
from corpus import ConfigError


def item(code: str, name: str, severity: Severity = Severity.ERROR) -> Notice:
    return Notice(code, name, severity, "0.1.0", "")


ITEMS = (
    item("NAM001", "near-miss"),
    item("NAM002", "surname-order", Severity.WARNING),
    item("NAM003", "bare-surname", Severity.INFO),
    item("PUN001", "chinese-mark"),
)


def codes(settings: Settings | None = None, **options: object) -> list[str]:
    return [one.code for one in enabled(ITEMS, settings or Settings(Path()), **options)]  # type: ignore[arg-type]


def test_by_default_all_but_info_run() -> None:
    assert codes() == ["NAM001", "NAM002", "PUN001"]


def test_select_is_exactly_what_it_names() -> None:
    assert codes(select=["NAM"]) == ["NAM001", "NAM002", "NAM003"]
    assert codes(select=["bare-surname"]) == ["NAM003"]
    assert codes(select=["pun001"]) == ["PUN001"]
    assert codes(select=[]) == []
    assert codes(select=["ALL"]) == ["NAM001", "NAM002", "NAM003", "PUN001"]


def test_the_closest_selector_wins() -> None:
    assert codes(select=["NAM001"], ignore=["NAM"]) == ["NAM001"]
    assert codes(select=["NAM"], ignore=["NAM001"]) == ["NAM002", "NAM003"]
    assert codes(select=["ALL"], ignore=["NAM00"]) == ["PUN001"]
    assert codes(select=["NAM00", "PUN"], ignore=["surname-order"]) == ["NAM001", "NAM003", "PUN001"]


def test_ignore_wins_where_both_are_as_close() -> None:
    assert codes(select=["NAM", "PUN"], ignore=["NAM"]) == ["PUN001"]


def test_ignore_and_extend_change_the_default_choice() -> None:
    assert codes(ignore=["NAM"]) == ["PUN001"]
    assert codes(extend_select=["NAM003"]) == ["NAM001", "NAM002", "NAM003", "PUN001"]


def test_the_command_line_replaces_or_changes_the_settings() -> None:
    settings = Settings(Path(), select=("NAM",), ignore=("NAM001",))
    assert codes(settings) == ["NAM002", "NAM003"]
    assert codes(settings, select=["PUN"]) == ["PUN001"]
    assert codes(settings, select=["NAM001"]) == ["NAM001"]
    assert codes(settings, ignore=["NAM002"]) == ["NAM003"]
    assert codes(settings, extend_select=["PUN001"]) == ["NAM002", "NAM003", "PUN001"]


def test_what_a_file_ignores_stays_off(tmp_path: Path) -> None:
    settings = Settings(tmp_path, per_file_ignores=((Glob("drafts/**"), ("NAM",)),))
    assert codes(settings, path=tmp_path / "drafts" / "a" / "b.md", select=["ALL"]) == ["PUN001"]
    assert codes(settings, path=tmp_path / "b.md") == ["NAM001", "NAM002", "PUN001"]


def test_fixes_can_be_switched_off_by_rule() -> None:
    settings = Settings(Path(), unfixable=("NAM", "PUN001"), fixable=("ALL", "NAM002"))
    assert [one.code for one in ITEMS if settings.may_fix(one)] == ["NAM002"]
    assert not Settings(Path(), fixable=("NAM",), unfixable=("NAM",)).may_fix(ITEMS[0])


@pytest.mark.parametrize(
    ("selector", "end"),
    [
        ("NAM007", "; did you mean 'NAM00"),
        ("NAN", "; did you mean 'NAM'?"),
        ("surname-oder", "; did you mean 'surname-order'?"),
        ("N", "; known: ALL, NAM, PUN"),
        ("", "; known: ALL, NAM, PUN"),
        ("PUN001x", "; did you mean 'PUN001'?"),
    ],
)
def test_an_unknown_selector_is_refused_with_the_nearest(selector: str, end: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_selectors(["NAM", selector], ITEMS, where="--select")
    assert str(caught.value).startswith(f"--select: unknown rule {selector!r}{end}")


def test_a_notice_is_found_by_code_and_by_name() -> None:
    for notice in NOTICES:
        assert described(notice.code) is notice
        assert described(notice.name.upper()) is notice
        assert notice in catalogue()
    with pytest.raises(ConfigError, match="unknown rule 'SUP01'; did you mean"):
        described("SUP01")


def test_every_notice_is_documented_as_a_rule_is() -> None:
    for notice in NOTICES:
        assert notice.summary.endswith(".")
        assert "## Why is this a problem?" in notice.doc


def test_a_long_list_of_names_is_left_out() -> None:
    assert hint("x", [f"name-{number}" for number in range(100)]) == ""
