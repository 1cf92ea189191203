from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.cache import LEAST_BYTES, LIMIT_FILES, CompiledLayer, cached_layer, dump, load
from glossary.discovery import load_layer
from glossary.formats import read_glossary
from glossary.table import entries_of_rows
from glossary.termbase import EntryLayer, TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glossary.term import Entry

ROWS = [
    ("周钘", "Zhou Xin", "person", "", "ZHOU Xin", "Zhou Jin", "his own spelling"),
    ("賽力斯", "Seres", "organisation", "draft"),
    ("42HOW", "42HOW"),
]
TEXT = "周钘、赛力斯与賽力斯、42HOW"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    return write_glossary(tmp_path / "glossary.csv", "note")


def write_glossary(path: Path, note: str) -> Path:
    rows = [f"词条{number},term {number},term,,,,{note}" for number in range(LEAST_BYTES // 20)]
    path.write_text("\n".join(["source,target,kind,status,variants,deprecated,note", *rows]), "utf-8")
    return path


def test_a_layer_that_was_written_and_read_is_the_same() -> None:
    entries = entries_of_rows(ROWS)
    layer = EntryLayer(entries)
    compiled = load(dump(layer, entries), "")
    assert [compiled.entry(number) for number in range(len(entries))] == list(entries)
    for text, lang in ((TEXT, "zh"), ("Zhou Jin of Seres’s 42HOW, ZHOU Xin", "en")):
        found = TermBase([compiled]).find(text, lang)
        assert found == TermBase([layer]).find(text, lang)
        assert len(found) > 2


def test_a_layer_without_entries_can_be_kept() -> None:
    assert TermBase([load(dump(EntryLayer(()), ()), "")]).find(TEXT, "zh") == ()


def test_damaged_bytes_are_told() -> None:
    entries = entries_of_rows(ROWS)
    data = dump(EntryLayer(entries), entries)
    flipped = data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]
    for damaged in (data[:-1], flipped, data.replace(b'"parts": [', b'"parts": [4, ')):
        with pytest.raises(ValueError, match="damaged"):
            load(damaged, "")
    for other in (b"{}\n", b"[]\n", data.replace(b"align-terms-", b"align-terms+")):
        with pytest.raises(ValueError, match="another format"):
            load(other, "")
    with pytest.raises(ValueError, match="Expecting value"):
        load(b"", "")


def test_the_second_run_reads_the_cache_and_not_the_glossary(cache: Path, glossary: Path) -> None:
    first = load_layer(glossary)
    assert len(list(cache.iterdir())) == 1

    def read(path: Path) -> Iterable[Entry]:
        raise AssertionError(path)

    second = cached_layer(glossary, read)
    assert isinstance(second, CompiledLayer)
    assert second.entry(7) == first.entry(7)
    assert second.entry(7).origin == str(glossary)


def test_a_changed_glossary_is_compiled_again(cache: Path, glossary: Path) -> None:
    load_layer(glossary)
    assert load_layer(write_glossary(glossary, "other")).entry(0).note == "other"
    assert len(list(cache.iterdir())) == 2


def test_a_damaged_file_is_made_anew(cache: Path, glossary: Path) -> None:
    load_layer(glossary)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert load_layer(glossary).entry(0).preferred("en") == "term 0"
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", "utf-8")
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(blocked))
    assert load_layer(glossary).entry(0).preferred("en") == "term 0"


def test_a_file_that_cannot_be_moved_to_its_place_leaves_nothing_behind(
    cache: Path, glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(target)

    monkeypatch.setattr(type(cache), "replace", refuse)
    assert load_layer(glossary).entry(0).preferred("en") == "term 0"
    assert list(cache.iterdir()) == []


def test_a_small_glossary_is_not_kept(cache: Path, tmp_path: Path) -> None:
    small = tmp_path / "glossary.csv"
    small.write_text("source,target\n小米,Xiaomi\n", "utf-8")
    load_layer(small)
    assert not cache.exists()


def test_old_files_make_room(cache: Path, glossary: Path) -> None:
    cache.mkdir()
    for number in range(LIMIT_FILES + 5):
        (cache / f"{number}.terms").write_bytes(b"")
    cached_layer(glossary, read_glossary)
    assert len(list(cache.iterdir())) == LIMIT_FILES
