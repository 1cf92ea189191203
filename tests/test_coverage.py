"""Word matches through the lexicon."""

from __future__ import annotations

import numpy as np

from align.aligner.candidates import Band
from align.aligner.coverage import chinese_keys, english_keys, match_words, matched_shares
from align.aligner.lexicon import load_lexicon

ZH = ["老师走进教室。", "外面下着大雨。", "王小芳买了35本书。"]
EN = [
    "The teacher walked into the classroom.",
    "It rained heavily outside.",
    "Wang Xiaofang bought 35 books.",
]
BAND = Band(np.zeros(4, dtype=np.int64), np.full(4, 3))


def test_translations_meet_where_they_should():
    found = match_words(ZH, EN, load_lexicon(), BAND)
    for matrix in (found.zh, found.en):
        assert matrix.argmax(axis=1).tolist() == [0, 1, 2]
    assert (found.zh.max(axis=1) <= found.zh_total + 1e-9).all()
    assert (found.en.max(axis=0) <= found.en_total + 1e-9).all()


def test_names_meet_by_their_reading():
    assert "^xiaofang" in english_keys(EN[2])
    assert "^xiaofang" in chinese_keys(ZH[2], load_lexicon(), frozenset({"xiaofang"}))
    assert not any(key.startswith("^") for key in chinese_keys(ZH[2], load_lexicon(), frozenset()))


def test_numbers_meet_however_they_are_written():
    assert "1234.5" in english_keys("about 1,234.5 metres") & chinese_keys(
        "约１，２３４.５米", load_lexicon(), frozenset()
    )


def test_a_word_said_twice_in_a_row_counts_once():
    found = match_words(
        ["老师"],
        ["The teacher.", "A teacher.", "Rain."],
        load_lexicon(),
        Band(np.array([0, 0]), np.array([3, 3])),
    )
    assert np.isclose(found.zh[0, :2].sum() - found.zh_again[0, 1], found.zh[0, 0])


def test_shares_are_high_for_pairs_and_low_for_others():
    rows, columns = np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3)
    shares = np.minimum(*matched_shares(ZH, EN, load_lexicon(), (rows, columns))).reshape(3, 3)
    assert shares.argmax(axis=1).tolist() == [0, 1, 2]
    assert ((shares >= 0) & (shares <= 1)).all()


def test_texts_that_share_nothing_match_nothing():
    assert not match_words(["啊"], ["zzz"], load_lexicon(), Band(np.array([0, 0]), np.array([1, 1]))).zh.any()
