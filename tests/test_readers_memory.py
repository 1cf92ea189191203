"""A translation memory is read as a text in one of its languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import parse_document, read_beside, read_document

if TYPE_CHECKING:
    from corpus import Lang

MEMORY = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header srclang="zh-CN" datatype="plaintext"/><body>
<tu>
<tuv xml:lang="zh-CN"><seg>林一苇去了<bpt i="1">&lt;b&gt;</bpt>青岛<ept i="1">&lt;/b&gt;</ept>。</seg></tuv>
<tuv xml:lang="en-US"><seg>Lin Yiwei went to Qingdao.</seg></tuv></tu>
<tu><tuv xml:lang="EN"><seg>Smith &amp; Co<ph/> left.</seg></tuv>
<tuv xml:lang="zh"><seg>他们走了。</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Sie gingen.</seg></tuv></tu>
</body></tmx>
"""
PATH = Path("memory.tmx")


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        (None, ["林一苇去了青岛。", "他们走了。"]),
        ("zh", ["林一苇去了青岛。", "他们走了。"]),
        ("en", ["Lin Yiwei went to Qingdao.", "Smith & Co left."]),
    ],
)
def test_one_language_is_read_without_markup(lang: Lang | None, texts: list[str]) -> None:
    document = parse_document(MEMORY, path=PATH, lang=lang)
    assert [segment.text for segment in document.segments] == texts
    assert document.lang == (lang or "zh")


def test_a_memory_beside_an_article_is_read_in_the_other_language(tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text(MEMORY, encoding="utf-8")
    (tmp_path / "a.md").write_text("Lin Yiwei left Qingdao.", encoding="utf-8")
    article = read_document(tmp_path / "a.md")
    assert read_beside(tmp_path / "memory.tmx", article).segments[0].text == "林一苇去了青岛。"


@given(st.text(alphabet="<>/tuvsegbpht =\"'zhen中&;", max_size=80), st.sampled_from(["zh", "en", None]))
def test_no_text_breaks_the_reader(body: str, lang: Lang | None) -> None:
    document = parse_document(f"<tmx>{body}", path=PATH, lang=lang)
    for segment in document.segments:
        assert segment.span.of(document.text) == segment.text
