"""Word matches through the lexicon."""

from __future__ import annotations

import numpy as np

from align.aligner.candidates import Band, Candidates
from align.aligner.concepts import with_terms
from align.aligner.coverage import match_words, matched_shares
from align.aligner.keys import read_keys
from align.aligner.names import NameReader
from align.aligner.reading import read_texts
from align.aligner.strip import Frame
from glossary.lexicon import load_lexicon
from glossary.table import entries_of_rows
from glossary.termbase import TermBase

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
    found = match_words(read_keys(*read_texts(zh, en)), band, Frame(band))
    return found, lambda sums: sums.inside(cells).reshape(len(zh), len(en))


def test_translations_meet_where_they_should():
    found, matrix = covered(ZH, EN)
    for sums in (found.zh, found.en):
        assert matrix(sums).argmax(axis=1).tolist() == [0, 1, 2]
    assert (matrix(found.zh).max(axis=1) <= found.zh_total + 1e-9).all()
    assert (matrix(found.en).max(axis=0) <= found.en_total + 1e-9).all()


def said(zh, en):
    """Return the keys of the first segment of either text."""
    readings = read_texts(zh, en)
    keys, words = read_keys(*readings), list(readings[0].vocabulary)
    return [{words[number] for number in side.part(slice(0, 1)).keys} for side in (keys.zh, keys.en)]


def test_names_meet_by_their_reading():
    zh, en = said(ZH[2:], EN[2:])
    assert "^xiaofang" in zh & en
    assert not any(key.startswith("^") for key in said(ZH[2:], EN[:2])[0])


def test_names_of_one_to_three_characters_are_read():
    reader = NameReader(frozenset({"zhang", "zhongguo", "taiyuanshi"}), load_lexicon().readings)
    assert reader.read("张") == ["zhang"]
    assert reader.read("在中国太原市") == ["zhongguo", "taiyuanshi"]


def test_numbers_meet_however_they_are_written():
    zh, en = said(["约１，２３４.５米"], ["about 1,234.5 metres"])
    assert "1234.5" in zh & en


def test_numbers_meet_whatever_words_they_are_written_in():
    for zh, en, number in (
        ("有三百二十万人", "3.2 million people", "3200000"),
        ("有4.5亿人", "four hundred and fifty million people", "450000000"),
        ("二十五岁", "aged twenty-five", "25"),
        ("5月出发", "We leave in May", "may"),
    ):
        left, right = said([zh], [en])
        assert number in left & right
    assert not {"1", "2", "10"} & said(["一起走了十几里"], ["one of two"])[0]


def test_entries_that_both_texts_name_are_shared_words():
    zh, en = ["青羽落地了，石渡没有。", "走吧。"], ["Merlin has landed.", "Let us go."]
    terms = TermBase.of(entries_of_rows([("青羽", "Merlin"), ("石渡", "Fernhill")]))
    plain = read_texts(zh, en)
    before = [len(side.words.numbers) for side in plain]
    left, right = with_terms(*plain, terms)
    assert [len(side.words.numbers) - count for side, count in zip((left, right), before, strict=True)] == [
        1,
        1,
    ]
    assert left.words.bounds[1] == plain[0].words.bounds[1] + 1
    rows, columns = np.repeat(np.arange(2), 2), np.tile(np.arange(2), 2)
    shares = np.minimum(*matched_shares(read_keys(left, right), (rows, columns))).reshape(2, 2)
    assert shares.argmax(axis=1).tolist() == [0, 1]


def test_a_line_end_inside_a_segment_moves_no_word_to_another():
    broken = [f"{text[:2]}\n{text[2:]}" for text in ZH], [text.replace(" ", "\n", 1) for text in EN]
    whole, found = read_texts(ZH, EN), read_texts(*broken)
    assert [len(side) for side in found] == [len(side) for side in whole]
    assert said(ZH[:1], EN[:1])[1] == said(*(side[:1] for side in broken))[1]


def test_a_word_said_twice_in_a_row_counts_once():
    found, matrix = covered(["老师"], ["The teacher.", "A teacher.", "Rain."])
    once, again = matrix(found.zh), matrix(found.zh_again)
    assert once[0, 0] > 0
    assert np.isclose(once[0, :2].sum() - again[0, 1], once[0, 0])


def test_shares_are_high_for_pairs_and_low_for_others():
    rows, columns = np.repeat(np.arange(3), 3), np.tile(np.arange(3), 3)
    keys = read_keys(*read_texts(ZH, EN))
    shares = np.minimum(*matched_shares(keys, (rows, columns))).reshape(3, 3)
    assert shares.argmax(axis=1).tolist() == [0, 1, 2]
    assert ((shares >= 0) & (shares <= 1)).all()


def test_texts_that_share_nothing_match_nothing():
    found, matrix = covered(["啊"], ["zzz"])
    assert not matrix(found.zh).any()
    assert not matrix(found.en).any()


def test_a_part_of_the_keys_is_the_keys_of_the_part():
    keys = read_keys(*read_texts(ZH, EN)).part(slice(1, 3), slice(1, 3))
    assert (len(keys.zh), len(keys.en)) == (2, 2)
    pairs = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    shares = np.minimum(*matched_shares(keys, pairs)).reshape(2, 2)
    assert shares.argmax(axis=1).tolist() == [0, 1]
