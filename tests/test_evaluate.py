"""Strict and lax figures, and where two alignments differ."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from align.aligner.evaluate import differences, score_alignments

GOLD = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3, 4), (3,))]


def test_an_alignment_agrees_with_itself():
    result = score_alignments([(GOLD, GOLD)])
    assert result.strict.f1 == result.lax.f1 == 1
    assert result.predicted == result.gold == 4


def test_precision_counts_beads_with_one_side_and_recall_does_not():
    predicted = [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), ()), ((3, 4), (3,))]
    result = score_alignments([(GOLD, predicted)])
    assert (result.strict.precision, result.strict.recall) == (3 / 5, 2 / 3)
    assert (result.lax.precision, result.lax.recall) == (4 / 5, 1)


def test_counts_are_pooled_over_documents():
    result = score_alignments([(GOLD, GOLD), ([((0,), (0,))], [((0,), (1,))])])
    assert result.strict.precision == 4 / 5
    assert result.strict.recall == 3 / 4


def test_kinds_tell_what_was_found_exactly():
    result = score_alignments([(GOLD, [((0,), (0,)), ((1,), (1, 2)), ((2, 3, 4), (3,))])])
    assert {kind.kind: (kind.found, kind.gold) for kind in result.kinds} == {
        "1-1": (1, 1), "1-2": (1, 1), "1-0": (0, 1), "2-1": (0, 1),
    }  # fmt: skip


def test_nothing_predicted_scores_nothing():
    result = score_alignments([(GOLD, [])])
    assert result.strict.f1 == result.lax.precision == 0


def test_differences_are_the_smallest_stretches_the_longest_first():
    predicted = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4,), ())]
    found = differences(GOLD, predicted)
    assert [(part.gold, part.predicted) for part in found] == [
        (tuple(GOLD[1:3]), (((1,), (1,)), ((2,), (2,)))),
        (tuple(GOLD[3:]), (((3,), (3,)), ((4,), ()))),
    ]


def tiling(zh_cuts, en_cuts):
    """Return beads that tile six and five segments, cut at so many places of both."""
    borders = list(zip([0, *sorted(zh_cuts), 6], [0, *sorted(en_cuts), 5], strict=True))
    sides = [(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(borders)]
    return [(zh, en) for zh, en in sides if zh or en]


def tilings():
    cuts = st.integers(0, 5).flatmap(
        lambda n: st.tuples(*(st.lists(st.integers(0, last), min_size=n, max_size=n) for last in (6, 5)))
    )
    return cuts.map(lambda both: tiling(*both))


@given(tilings(), tilings())
def test_differences_hold_every_bead_that_differs(gold, predicted):
    found = differences(gold, predicted)
    assert {bead for part in found for bead in part.gold} >= set(gold) - set(predicted)
    assert {bead for part in found for bead in part.predicted} >= set(predicted) - set(gold)
    for part in found:
        for side in (0, 1):
            texts = [[n for bead in beads for n in bead[side]] for beads in (part.gold, part.predicted)]
            assert texts[0] == texts[1]
