"""The lexicon: words, stems, and its place in the cache."""

from __future__ import annotations

import pytest

from glossary import lexicon
from glossary.lexicon import Lexicon, content_stems, load_lexicon, stem, toneless


@pytest.fixture
def fresh(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(tmp_path))
    _forget()
    yield tmp_path
    _forget()


def _forget():
    load_lexicon.cache_clear()
    lexicon._columns.cache_clear()


def test_a_word_has_the_stems_of_its_glosses():
    words = load_lexicon()
    assert {"chairman", "board"} <= set(words.glosses("董事长"))
    assert {"walk", "go"} <= set(words.glosses("走"))
    assert words.glosses("没有这个词") == []


def test_a_character_has_all_its_readings():
    readings = load_lexicon().readings
    assert {"hang", "xing"} <= set(readings["行"])
    assert readings["吕"] == ("lu",)


def test_remarks_of_the_dictionary_are_no_glosses():
    stems = load_lexicon().stems
    assert "variant" not in stems["吃"].split()
    assert "surnam" not in stems["周"].split()


def test_the_table_is_compiled_once(fresh, monkeypatch):
    first = load_lexicon()
    assert len(list(fresh.iterdir())) == 1
    _forget()
    monkeypatch.setattr(lexicon, "_compile", lambda: pytest.fail("compiled twice"))
    assert load_lexicon().stems == first.stems


def test_a_damaged_table_is_compiled_anew(fresh):
    load_lexicon()
    (path,) = fresh.iterdir()
    path.write_bytes(b"no table\xff")
    _forget()
    assert load_lexicon().glosses("董事长")
    assert path.read_bytes()[:8] != b"no table"


def test_a_cache_that_cannot_be_written_does_not_matter(fresh, monkeypatch):
    (fresh / "file").write_text("")
    monkeypatch.setenv("ALIGN_CACHE_DIR", str(fresh / "file" / "below"))
    assert load_lexicon().glosses("董事长")


def test_the_longest_words_are_found_and_those_inside_them():
    words = Lexicon(dict.fromkeys(("大学", "大学生", "学生", "生活"), ""), {})
    assert list(words.words("大学生生活")) == ["大学生", "大学", "生活"]
    assert list(words.words("啊𠮷")) == []


def test_forms_of_a_word_share_a_stem():
    assert len({stem(word) for word in ("promote", "promoted", "promotes", "promoting")}) == 1
    assert stem("Is") == "is"


def test_function_words_carry_no_meaning():
    assert content_stems("He was in the new Office’s garden") == ["new", "offic", "garden"]


def test_readings_are_spelt_as_in_names():
    assert toneless("Zhou1 Xing2") == "zhouxing"


def test_a_table_cut_short_is_compiled_anew(fresh):
    load_lexicon()
    (path,) = fresh.iterdir()
    path.write_bytes(path.read_bytes()[:1000])
    _forget()
    assert load_lexicon().glosses("董事长")


def test_common_words_stand_in_many_entries():
    assert lexicon.ordinary_words()["car"] > 10
    assert lexicon.ordinary_words()["wuling"] == 0
