"""Texts and translations become beads that tile both."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligner.anyorder import match_documents, match_segments
from align.aligner.encode import HashEncoder, load_encoder
from align.aligner.pairing import guess_lang, pair_documents, pair_segments
from corpus import Document, OffsetMap, Segment, Span
from corpus.bead import check_tiling
from corpus.documents import parse_document
from glossary.table import entries_of_rows
from glossary.termbase import TermBase

ZH = (
    "小镇的冬天",
    "老张在镇上开了一家面馆，已经开了三十年。",
    "每天早上四点，他就起床和面。",
    "他的妻子去世得早，女儿在上海工作，一年只回来一次。",
    "“爸，你搬来跟我住吧。”女儿在电话里说。",
    "“店怎么办？”老张问。",
    "去年冬天下了一场大雪。",
    "路封了，没有客人来。",
    "老张还是煮了一大锅汤，送给扫雪的工人。",
    "工人们围着炉子，谁也没有说话。",
    "春天，女儿回来了，再也没有走。",
)
EN = (
    "Winter in a Small Town",
    "Old Zhang ran a noodle shop in the town.",
    "He had kept it for thirty years.",
    "At four every morning he got up to knead the dough.",
    "His wife had died young; his daughter worked in Shanghai and came home only once a year.",
    '"Dad, come and live with me," his daughter said over the phone.',
    '"And the shop?" asked Old Zhang.',
    "Last winter there was a great snowfall, and with the roads closed no customers came.",
    "Old Zhang still boiled a big pot of soup and gave it to the workers who were clearing the snow.",
    "In spring his daughter came back, and she never left again.",
)
GOLD = [
    ([0], [0]), ([1], [1, 2]), ([2], [3]), ([3], [4]), ([4], [5]), ([5], [6]),
    ([6, 7], [7]), ([8], [8]), ([9], []), ([10], [9]),
]  # fmt: skip


def numbers(beads):
    return [(list(bead.src), list(bead.tgt)) for bead in beads]


def document(texts, lang):
    text, segments = "\n".join(texts), []
    start = 0
    for one in texts:
        segments.append(Segment(Span(start, start + len(one)), one))
        start += len(one) + 1
    return Document(text, lang, tuple(segments), text, OffsetMap.identity(len(text)))


def test_a_story_is_aligned_with_its_translation():
    assert numbers(pair_segments(ZH, EN)) == GOLD


def test_the_lexicon_alone_aligns_most_of_a_story():
    found = numbers(pair_segments(ZH, EN, encoder="none"))
    assert sum(bead in found for bead in GOLD) >= 8


def test_the_other_direction_gives_the_same_beads_turned():
    assert numbers(pair_segments(EN, ZH)) == [(en, zh) for zh, en in GOLD]


def test_documents_become_a_bitext():
    bitext = pair_documents(document(ZH, "zh"), document(EN, "en"))
    assert bitext.in_order
    assert bitext.texts(bitext.beads[6])[0] == f"{ZH[6]}\n{ZH[7]}"


def test_sure_beads_are_more_probable_than_doubtful_ones():
    beads = pair_segments(ZH, EN)
    assert all(bead.score is not None for bead in beads)
    assert beads[3].score > 0.95
    swapped = pair_segments(ZH, [*EN[:3], EN[8], EN[4], EN[3], *EN[5:8], EN[9]])
    assert min(bead.score for bead in swapped) < 0.9


def test_traditional_text_is_aligned_like_simplified():
    zh = ("小鎮的冬天", "老張在鎮上開了一家麵館，已經開了三十年。", "每天早上四點，他就起床和麵。")
    assert numbers(pair_segments(zh, EN[:4])) == GOLD[:3]


def test_a_chapter_that_one_side_lacks_is_left_alone():
    zh, en = chapter(80, 1), chapter(80, 1, lang="en")
    beads = numbers(pair_segments(zh, en[:20] + en[50:], encoder="none"))
    alone = [zh for zh, en in beads if not en]
    assert sum(20 <= segments[0] < 50 for segments in alone) >= 28
    assert sum(([n], [n]) in beads for n in range(20)) >= 18
    assert sum(([n + 30], [n]) in beads for n in range(20, 50)) >= 28


NOUNS = {
    "桌子": "table", "老虎": "tiger", "苹果": "apple", "医生": "doctor", "火车": "train", "河流": "river",
    "山峰": "peak", "律师": "lawyer", "月亮": "moon", "图书馆": "library", "警察": "police", "香蕉": "banana",
    "钥匙": "key", "雨伞": "umbrella", "帽子": "hat", "蜜蜂": "bee", "桥梁": "bridge", "信封": "envelope",
}  # fmt: skip


def chapter(size: int, seed: int, lang: str = "zh") -> list[str]:
    """Return sentences of three nouns each and a number, the same in either language."""
    rng = random.Random(seed)
    rows = [(rng.sample(sorted(NOUNS), 3), rng.randrange(1000)) for _ in range(size)]
    if lang == "zh":
        return [f"{'和'.join(nouns)}是第{number}号。" for nouns, number in rows]
    return [
        f"The {' and the '.join(NOUNS[noun] for noun in nouns)} were number {number}."
        for nouns, number in rows
    ]


def test_long_texts_are_cut_into_passages_without_a_seam():
    zh, en = chapter(2500, 2), chapter(2500, 2, lang="en")
    beads = pair_segments(zh, en[:1000] + en[1040:], encoder="none")
    check_tiling(beads, 2500, 2460)
    right = sum(
        list(bead.src) == [n] and list(bead.tgt) == [n if n < 1000 else n - 40]
        for bead in beads
        for n in bead.src
        if not 1000 <= n < 1040
    )
    assert right > 2440


@settings(max_examples=40)
@given(st.lists(st.text(max_size=12), max_size=9), st.lists(st.text(max_size=12), max_size=9), st.booleans())
def test_every_segment_stands_in_exactly_one_bead_whatever_the_texts(src, tgt, in_order):
    pair = pair_segments if in_order else match_segments
    beads = pair(src, tgt, encoder=HashEncoder(), src_lang="zh")
    check_tiling(beads, len(src), len(tgt))
    assert all(bead.score is None or 0 <= bead.score <= 1 for bead in beads)
    assert beads == pair(src, tgt, encoder=HashEncoder(), src_lang="zh")


PIECES = {
    "zh": (
        "# 第二章",
        "第三章",
        "- 苹果\n- 梨",
        "|甲|乙|\n|-|-|\n|1|2|",
        "他来了。“走吧。”她说。",
        "> 雪",
        "一。",
    ),
    "en": (
        "# Chapter 2",
        "CHAPTER III",
        "1. Apple\n2. Pear",
        "|A|B|\n|-|-|\n|1|2|",
        'He came. "Go," she said.',
        "x",
    ),
}


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(PIECES["zh"]), min_size=1, max_size=8),
    st.lists(st.sampled_from(PIECES["en"]), min_size=1, max_size=8),
    st.booleans(),
    st.booleans(),
)
def test_every_segment_of_a_document_stands_in_exactly_one_bead(zh, en, in_order, turned):
    sides = [parse_document("\n\n".join(side), format="markdown") for side in (zh, en)]
    pair = pair_documents if in_order else match_documents
    bitext = pair(*(sides[::-1] if turned else sides), encoder="none")
    check_tiling(bitext.beads, len(bitext.src.segments), len(bitext.tgt.segments))
    assert bitext.in_order or not in_order


def test_an_empty_side_leaves_the_other_alone():
    assert numbers(pair_segments(ZH[:2], [])) == [([0], []), ([1], [])]
    assert numbers(pair_segments([], EN[:2])) == [([], [0]), ([], [1])]
    assert pair_segments([], []) == ()


def test_the_same_text_twice_is_aligned_with_itself():
    for encoder in ("use", "none"):
        assert numbers(pair_segments(ZH, ZH, encoder=encoder)) == [([n], [n]) for n in range(len(ZH))]


def test_sides_of_absurd_lengths_are_aligned_all_the_same():
    beads = pair_segments(ZH[3:4], [*chapter(1500, 3, lang="en"), EN[4]], encoder="none")
    check_tiling(beads, 1, 1501)
    assert any(list(bead.src) == [0] and 1500 in bead.tgt for bead in beads)


def test_a_line_of_two_megabytes_takes_its_place():
    encoder = load_encoder("none")
    long = "雨一直下到天亮，街上没有一个人。" * 40_000
    beads = pair_segments(
        [*ZH[:4], long], [*EN[:5], "It rained until dawn, and the street was empty."], encoder=encoder
    )
    check_tiling(beads, 5, 6)
    assert numbers(beads)[:4] == GOLD[:4]


def test_the_language_of_the_source_is_told_by_its_script():
    assert guess_lang(ZH, EN) == "zh"
    assert guess_lang(EN, ZH) == "en"
    assert guess_lang(["1"], ["2"]) == "zh"


def test_pieces_that_moved_are_found_in_any_order():
    order = [9, 4, 0, 8, 3, 6, 5]
    beads = match_segments(ZH, [EN[n] for n in order])
    check_tiling(beads, len(ZH), len(order))
    found = {(bead.src.start, order[bead.tgt.start]) for bead in beads if bead.src and bead.tgt}
    assert {(0, 0), (3, 4), (4, 5), (5, 6), (8, 8), (10, 9)} <= found
    turned = match_segments([EN[n] for n in order], ZH)
    assert {(order[bead.src.start], bead.tgt.start) for bead in turned if bead.src and bead.tgt} == {
        (en, zh) for zh, en in found
    }


def test_a_neighbour_that_belongs_to_a_pair_joins_it_in_any_order():
    order = [6, 7, 4, 5, 1, 2, 0, 8, 3, 9]
    beads = match_segments(ZH, [EN[n] for n in order])
    check_tiling(beads, len(ZH), len(order))
    found = {(tuple(bead.src), tuple(order[n] for n in bead.tgt)) for bead in beads}
    assert ((1,), (1, 2)) in found
    assert ((0,), (0,)) in found


def test_unpaired_pieces_stay_alone_in_any_order():
    beads = match_segments(ZH[:5], ["Taxes were raised in March.", "The ship sank off Norway."])
    assert all(not (bead.src and bead.tgt) for bead in beads)


CODE_NAMES = [
    ("青羽", "Project Merlin"), ("石渡", "Fernhill"), ("暖泉", "Wellspring"),
    ("北槐", "Old Acacia"), ("燕尾", "Swallowtail"), ("小满", "Ripening"),
]  # fmt: skip
STATUS = (
    [f"{zh}的进度比上个月快了一些。" for zh, _ in CODE_NAMES],
    [f"{en} has made a little more progress than last month." for _, en in CODE_NAMES],
)


def test_a_glossary_tells_which_of_many_like_sentences_is_missing():
    zh, en = STATUS[0], STATUS[1][:1] + STATUS[1][2:]
    terms = TermBase.of(entries_of_rows(CODE_NAMES))
    right = [([0], [0]), ([1], []), *(([n], [n - 1]) for n in range(2, 6))]
    assert numbers(pair_segments(zh, en, encoder="none")) != right
    assert numbers(pair_segments(zh, en, encoder="none", terms=terms)) == right
    assert numbers(pair_segments(zh, en, encoder="use", terms=terms)) == right


def test_a_glossary_tells_like_sentences_apart_in_any_order():
    order = [4, 2, 0, 5, 1, 3]
    zh, en = STATUS[0], [STATUS[1][n] for n in order]
    right = [([n], [order.index(n)]) for n in range(6)]
    terms = TermBase.of(entries_of_rows(CODE_NAMES))
    for encoder in ("none", "use"):
        assert numbers(match_segments(zh, en, encoder=encoder)) != right
        assert numbers(match_segments(zh, en, encoder=encoder, terms=terms)) == right


def test_passages_that_moved_keep_their_split_and_merged_sentences():
    order = [3, 4, 5, 8, 9, 6, 7, 0, 1, 2]
    beads = match_segments(ZH, [EN[n] for n in order])
    check_tiling(beads, len(ZH), len(order))
    found = {(tuple(bead.src), tuple(sorted(order[n] for n in bead.tgt))) for bead in beads}
    assert {(tuple(zh), tuple(en)) for zh, en in GOLD} <= found
