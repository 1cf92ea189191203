"""Which files a run looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.session import Request, Session
from corpus.documents import SUFFIXES
from corpus.rows import ROW_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("suffix", sorted({".txt", ".HTML", *SUFFIXES, *ROW_SUFFIXES}))
def test_a_folder_gives_every_file_that_can_be_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / "inner" / f"news{suffix}"
    file.parent.mkdir()
    for path in (file, tmp_path / "photo.jpg", tmp_path / "glossary.csv"):
        path.touch()
    assert [pair.target for pair in Session(Request((tmp_path,))).files()] == [file]
