"""What is doubtful about an alignment is said."""

from __future__ import annotations

from pathlib import Path

from align.aligner.doubt import doubtful_beads, doubts_about
from corpus.bead import Bead, Bitext
from corpus.documents import parse_document

ZH = "# 雪夜\n\n夜里下了一场大雪。\n路上没有人。\n\n第二天雪停了。\n"
EN = "# A Night of Snow\n\nIt snowed heavily at night. There was nobody\non the road.\n\nThe snow stopped.\n"


def bitext(zh, en, beads):
    documents = [
        parse_document(text, path=Path(name)) for text, name in ((zh, "snow.zh.md"), (en, "snow.en.md"))
    ]
    return Bitext(*documents, tuple(Bead(range(*src), range(*tgt), score) for src, tgt, score in beads))


def test_beads_that_may_be_wrong_are_listed_with_their_lines():
    found = doubtful_beads(
        bitext(
            ZH,
            EN,
            [((0, 1), (0, 1), 1.0), ((1, 2), (1, 2), 0.9), ((2, 3), (2, 3), 0.6), ((3, 4), (3, 4), 0.5)],
        )
    )
    assert [(doubt.number, doubt.lines) for doubt in found] == [(3, (4, 3)), (4, (6, 6))]
    assert str(found[0]) == "bead 3 (0.60), lines 4 and 3: 路上没有人。 | There was nobody on the…"


def test_segments_alone_and_beads_without_a_score_are_not_doubtful():
    beads = [((0, 1), (0, 1), None), ((1, 2), (1, 1), 0.5), ((2, 4), (1, 4), None)]
    assert doubtful_beads(bitext(ZH, EN, beads)) == ()


def test_texts_that_fit_together_raise_no_doubt():
    assert list(doubts_about(bitext(ZH, EN, [((n, n + 1), (n, n + 1), 0.9) for n in range(4)]))) == []


def test_texts_of_which_hardly_anything_is_paired_are_doubtful():
    beads = [((n, n + 1), (0, 0), 0.9) for n in range(4)] + [((4, 4), (n, n + 1), 0.9) for n in range(4)]
    (doubt,) = doubts_about(bitext(ZH, EN, beads))
    assert doubt == "snow.zh.md: 0 of 4 segments have a partner; are both the same text?"


def test_texts_of_very_different_length_are_doubtful():
    zh = "夜里下了一场大雪。" * 40
    beads = [((0, 1), (0, 4), 0.9), *(((n, n + 1), (4, 4), 0.9) for n in range(1, 40))]
    assert "snow.zh.md has 40 segments, snow.en.md 4" in list(doubts_about(bitext(zh, EN, beads)))


def test_another_language_is_noticed():
    french = "Il a beaucoup neigé pendant la nuit et les routes étaient désertes. " * 8
    found = list(doubts_about(bitext(ZH, french, [((0, 4), (0, 8), 0.9)])))
    assert found == ["snow.en.md: hardly any word is English"]
    kana = "よるにゆきがたくさんふりました。みちにはだれもいませんでした。\n" * 40
    japanese = parse_document(kana, path=Path("snow.zh.md"))
    english = parse_document(EN, path=Path("snow.en.md"))
    beads = (Bead(range(len(japanese.segments)), range(4), 0.9),)
    assert japanese.lang is None
    doubts = list(doubts_about(Bitext(japanese, english, beads)))
    assert "snow.zh.md has 80 segments, snow.en.md 4" in doubts
