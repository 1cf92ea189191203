"""The Chinese texts of an article, asked for names."""

from __future__ import annotations

import pytest

from align.clues.chinese import ChineseText
from glossary.pinyin_name import english_names


def test_what_a_name_is_a_spelling_of_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ChineseText("陈川仁来了。")
    first, second = english_names("Minister Tan Chuan-Jin met Tan Chuan-Jin.")
    found = text.accepted(first)
    assert [window.text for window in found] == ["陈川仁"]
    monkeypatch.setattr(text, "near", lambda _name: pytest.fail("looked for again"))
    assert text.accepted(second) is found
