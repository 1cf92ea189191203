"""Vectors of slow encoders are kept by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from align.aligner import vectorcache
from align.aligner.encode import HashEncoder
from align.aligner.vectorcache import CachedEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXTS = ["雪停了。", "The snow stopped.", "雪停了。"]


class Counting(HashEncoder):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]):
        self.asked += texts
        return super().encode(texts)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_vectors_are_those_of_the_encoder_and_each_text_is_encoded_once():
    encoder = Counting()
    found = CachedEncoder(encoder).encode(TEXTS)
    assert np.array_equal(found, HashEncoder().encode(TEXTS))
    assert encoder.asked == TEXTS[:2]


def test_a_later_run_encodes_only_what_is_new():
    CachedEncoder(HashEncoder()).encode(TEXTS)
    encoder = Counting()
    found = CachedEncoder(encoder).encode([*TEXTS, "天亮了。"])
    assert encoder.asked == ["天亮了。"]
    assert np.array_equal(found, HashEncoder().encode([*TEXTS, "天亮了。"]))


def test_no_texts_give_no_rows():
    assert CachedEncoder(HashEncoder()).encode([]).shape == (0, 64)


def test_another_encoder_has_vectors_of_its_own():
    CachedEncoder(HashEncoder()).encode(TEXTS)
    other = Counting()
    other.signature = "hash-2"
    CachedEncoder(other).encode(TEXTS)
    assert other.asked == TEXTS[:2]


def test_a_model_that_was_replaced_has_new_vectors(tmp_path: Path):
    model = tmp_path / "model"
    model.mkdir()
    (model / "weights").write_bytes(b"1")
    CachedEncoder(HashEncoder(), model).encode(TEXTS)
    (model / "weights").write_bytes(b"22")
    encoder = Counting()
    CachedEncoder(encoder, model).encode(TEXTS)
    assert encoder.asked == TEXTS[:2]


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 what", None])
def test_a_damaged_file_is_left_out(folder: Path, damage: bytes | None):
    CachedEncoder(HashEncoder()).encode(TEXTS)
    (path,) = folder.rglob("*.npz")
    path.write_bytes(path.read_bytes()[:-40] if damage is None else damage)
    encoder = Counting()
    CachedEncoder(encoder).encode(TEXTS)
    assert encoder.asked == TEXTS[:2]


def test_runs_at_once_do_not_disturb_each_other():
    runs = CachedEncoder(HashEncoder()), CachedEncoder(HashEncoder())
    for number, run in enumerate(runs):
        run.encode([*TEXTS, str(number)])
    encoder = Counting()
    CachedEncoder(encoder).encode([*TEXTS, "0", "1"])
    assert encoder.asked == []


def test_many_files_become_one_and_lose_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(vectorcache, "LIMIT_FILES", 3)
    for number in range(5):
        CachedEncoder(HashEncoder()).encode([str(number)])
    encoder = Counting()
    CachedEncoder(encoder).encode([str(number) for number in range(5)])
    assert encoder.asked == []
    assert len(list(folder.rglob("*.npz"))) < 5


def test_the_oldest_vectors_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(vectorcache, "LIMIT_BYTES", 2000)
    for number in range(6):
        CachedEncoder(HashEncoder()).encode([str(number)])
    CachedEncoder(HashEncoder())
    assert sum(path.stat().st_size for path in folder.rglob("*.npz")) <= 2000


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path):
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert CachedEncoder(HashEncoder()).encode(TEXTS).shape == (3, 64)
