"""Scores agree with sacrebleu's own, and Chinese is cut into characters."""

from __future__ import annotations

import pytest
import sacrebleu

from align.translation_score import score_translation
from corpus import InputError

MACHINE = ["He came home late.", "She left the room.", "Nobody was there."]
HUMAN = ["He came home late.", "She had left the room.", "There was nobody."]


def test_scores_are_those_of_sacrebleu() -> None:
    found = {score.metric: score.value for score in score_translation(MACHINE, [HUMAN], "en")}
    assert found["BLEU"] == pytest.approx(sacrebleu.corpus_bleu(MACHINE, [HUMAN]).score)
    assert found["chrF"] == pytest.approx(sacrebleu.corpus_chrf(MACHINE, [HUMAN]).score)
    assert found["chrF++"] == pytest.approx(sacrebleu.corpus_chrf(MACHINE, [HUMAN], word_order=2).score)
    assert found["TER"] == pytest.approx(sacrebleu.corpus_ter(MACHINE, [HUMAN]).score)


def test_chinese_is_compared_character_by_character() -> None:
    bleu, *_ = score_translation(["他昨天晚上回家了。"], [["他昨天晚上回了家。"]], "zh")
    assert "tok:zh" in bleu.signature
    assert 20 < bleu.value < 100


def test_an_interval_repeats_and_a_single_segment_has_none() -> None:
    first, second = (score_translation(MACHINE, [HUMAN], "en") for _ in range(2))
    assert first == second
    assert first[0].interval is not None
    assert score_translation(MACHINE[:1], [HUMAN[:1]], "en")[0].interval is None


@pytest.mark.parametrize(("machine", "human"), [([], []), (MACHINE, HUMAN[:2])])
def test_texts_that_do_not_match_are_refused(machine: list[str], human: list[str]) -> None:
    with pytest.raises(InputError, match="segments"):
        score_translation(machine, [human], "en")
