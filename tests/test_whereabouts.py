"""The dictionary says where places lie and what names belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import whereabouts
from glossary.whereabouts import belongs_to

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("source", "name"),
    [("九龙的夜市", "Hong Kong"), ("熊本的工厂", "Japan"), ("在景德镇", "Jiangxi"), ("魔都", "Shanghai")],
)
def test_a_place_belongs_to_what_it_lies_in(source: str, name: str) -> None:
    assert belongs_to(source, name)


def test_a_place_does_not_belong_to_another() -> None:
    assert not belongs_to("熊本的工厂", "South Korea")
    assert not belongs_to("熊本的工厂", "No Such Place")
    assert not belongs_to("", "Japan")


def test_what_is_kept_is_what_was_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(tmp_path))
    whereabouts._belongings.cache_clear()
    first = whereabouts._belongings()
    whereabouts._belongings.cache_clear()
    assert [path.name[:11] for path in tmp_path.iterdir()] == ["whereabouts"]
    assert whereabouts._belongings() == first
