"""Word matches through the lexicon."""

from __future__ import annotations

import numpy as np

from align.aligner.candidates import Band, Candidates
from align.aligner.coverage import match_words, matched_shares
from align.aligner.keys import NameReader, chinese_keys, english_keys, read_keys
from align.aligner.lexicon import load_lexicon
from align.aligner.strip import Frame

ZH = ["老师走进教室。", "外面下着大雨。", "王小芳买了35本书。"]
EN = [
    "The teacher walked into the classroom.",
    "It rained heavily outside.",
    "Wang Xiaofang bought 35 books.",
]


def covered(zh, en):
    """Return the coverage of two texts, and a function that gives one of its matrices."""
    band = Band(np.zeros(len(zh) + 1, dtype=np.int64), np.full(len(zh) + 1, len(en)))
    cells = Candidates(
        np.repeat(np.arange(len(zh)), len(en)),
        np.tile(np.arange(len(en)), len(zh)),
        *[np.ones(len(zh) * len(en), dtype=np.int64)] * 2,
    )
    found = match_words(read_keys(zh, en, load_lexicon()), band, Frame(band))
    return found, lambda sums: sums.inside(cells).reshape(len(zh), len(en))


def test_translations_meet_where_they_should():
    found, matrix = covered(ZH, EN)
    for sums in (found.zh, found.en):
        assert matrix(sums).argmax(axis=1).tolist() == [0, 1, 2]
    assert (matrix(found.zh).max(axis=1) <= found.zh_total + 1e-9).all()
    assert (matrix(found.en).max(axis=0) <= found.en_total + 1e-9).all()


def test_names_meet_by_their_reading():
    lexicon = load_lexicon()
    assert "^xiaofang" in english_keys(EN[2])
    assert "^xiaofang" in chinese_keys(ZH[2], lexicon, NameReader(frozenset({"xiaofang"}), lexicon))
    nameless = NameReader(frozenset(), lexicon)
    assert not any(key.startswith("^") for key in chinese_keys(ZH[2], lexicon, nameless))


def test_names_of_one_to_three_characters_are_read():
    reader = NameReader(frozenset({"zhang", "zhongguo", "taiyuanshi"}), load_lexicon())
    assert reader.read("张") == ["^zhang"]
    assert reader.read("在中国太原市") == ["^zhongguo", "^taiyuanshi"]


def test_numbers_meet_however_they_are_written():
    lexicon = load_lexicon()
    found = chinese_keys("约１，２３４.５米", lexicon, NameReader(frozenset(), lexicon))
    assert "1234.5" in found
    assert "1234.5" in english_keys("about 1,234.5 metres")


def test_a_word_said_twice_in_a_row_counts_once():
    found, matrix = covered(["老师"], ["The teacher.", "A teacher.", "Rain."])
    once, again = matrix(found.zh), matrix(found.zh_again)
    assert once[0, 0] > 0
    assert np.isclose(once[0, :2].sum() - again[0, 1], once[0, 0])


def test_shares_are_high_for_pairs_and_low_for_others():
    rows, columns = np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3)
    keys = read_keys(ZH, EN, load_lexicon())
    shares = np.minimum(*matched_shares(keys, (rows, columns))).reshape(3, 3)
    assert shares.argmax(axis=1).tolist() == [0, 1, 2]
    assert ((shares >= 0) & (shares <= 1)).all()


def test_texts_that_share_nothing_match_nothing():
    found, matrix = covered(["啊"], ["zzz"])
    assert not matrix(found.zh).any()
    assert not matrix(found.en).any()


def test_a_part_of_the_keys_is_the_keys_of_the_part():
    keys = read_keys(ZH, EN, load_lexicon()).part(slice(1, 3), slice(1, 3))
    assert (len(keys.zh), len(keys.en)) == (2, 2)
    pairs = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    shares = np.minimum(*matched_shares(keys, pairs)).reshape(2, 2)
    assert shares.argmax(axis=1).tolist() == [0, 1]
