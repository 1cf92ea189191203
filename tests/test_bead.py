"""Beads tile both documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, OffsetError, OffsetMap, Segment, Span
from corpus.bead import Bead, Bitext, check_tiling


def document(*texts: str) -> Document:
    text = " ".join(texts)
    segments, start = [], 0
    for one in texts:
        segments.append(Segment(Span(start, start + len(one)), one))
        start += len(one) + 1
    return Document(text, None, tuple(segments), text, OffsetMap.identity(len(text)))


@st.composite
def tilings(draw):
    sizes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=12))
    beads, zh, en = [], 0, 0
    for n, m in sizes:
        beads.append(Bead(range(zh, zh + n), range(en, en + m)))
        zh, en = zh + n, en + m
    return beads, zh, en


@given(tilings())
def test_beads_one_after_the_other_tile_both_sides(tiling):
    check_tiling(*tiling)


@given(tilings().filter(lambda tiling: tiling[0]), st.data())
def test_a_bead_that_is_left_out_or_doubled_is_noticed(tiling, data):
    beads, zh, en = tiling
    place = data.draw(st.integers(0, len(beads) - 1))
    with pytest.raises(OffsetError):
        check_tiling(beads[:place] + beads[place + 1 :], zh, en)
    with pytest.raises(OffsetError):
        check_tiling([*beads[: place + 1], *beads[place:]], zh, en)


def test_targets_may_have_moved_but_sources_may_not():
    moved = [Bead(range(1), range(1, 2)), Bead(range(1, 2), range(1))]
    check_tiling(moved, 2, 2)
    with pytest.raises(OffsetError, match="source segment 0"):
        check_tiling([bead.turned() for bead in moved], 2, 2)


def test_a_bitext_tells_whether_its_targets_are_in_order():
    sides = document("一", "二"), document("One", "Two")
    straight = (Bead(range(1), range(1)), Bead(range(1, 2), range(1, 2)))
    crossed = (Bead(range(1), range(1, 2)), Bead(range(1, 2), range(1)))
    assert Bitext(*sides, straight).in_order
    assert not Bitext(*sides, crossed).in_order


def test_the_texts_of_a_bead_are_slices_of_the_documents():
    bitext = Bitext(
        document("甲。", "乙。"),
        document("A.", "B."),
        (Bead(range(2), range(1)), Bead(range(2, 2), range(1, 2))),
    )
    assert [bitext.texts(bead) for bead in bitext.beads] == [("甲。 乙。", "A."), ("", "B.")]


@pytest.mark.parametrize(
    ("src", "tgt", "score"),
    [
        (range(0), range(0), None),
        (range(-1, 1), range(1), None),
        (range(0, 4, 2), range(1), None),
        (range(1), range(1), 1.5),
    ],
)
def test_a_bead_that_makes_no_sense_is_refused(src, tgt, score):
    with pytest.raises(OffsetError):
        Bead(src, tgt, score)


def test_a_bead_names_its_kind():
    assert Bead(range(2), range(3, 6)).kind == "2-3"
    assert Bead(range(2, 2), range(1)).kind == "0-1"
