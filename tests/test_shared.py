"""What the articles of one run share: the encoder, and earlier renderings."""

from __future__ import annotations

from align.clues.relatedness import is_unrelated
from align.shared import LIMIT_SEEN, Shared

ZH = "森林公园里树种繁多，主要有山毛榉、云杉和冷杉，湖水清澈见底。"
EN = "The surplus will be used for the upkeep of the bronze statue."


def test_the_encoder_decides_only_where_hardly_a_word_is_met() -> None:
    asked = []

    def likeness(chinese: str, english: str) -> float:
        asked.append(english)
        return 0.0

    assert not is_unrelated(ZH, EN)
    assert is_unrelated(ZH, EN, likeness=likeness)
    assert not is_unrelated(
        ZH, "The forest park has spruce, fir and beech, and a clear lake.", likeness=likeness
    )
    assert asked == [EN]


def test_texts_that_mean_the_same_are_related_however_few_words_are_met() -> None:
    assert not is_unrelated(ZH, EN, likeness=lambda chinese, english: 0.6)


def test_the_encoder_is_loaded_when_asked_and_gives_a_cosine() -> None:
    assert Shared("hash").likeness("a b", "a b") > 0.99


def test_an_article_is_not_compared_with_itself_and_the_first_rendering_stays() -> None:
    shared = Shared()
    assert shared.rendered_otherwise("甲", "A", "one") is None
    assert shared.rendered_otherwise("甲", "B", "one") is None
    assert shared.rendered_otherwise("甲", "B", "two") == "one"
    assert shared.rendered_otherwise("甲", "A", "two") is None


def test_what_is_remembered_is_bounded() -> None:
    shared = Shared()
    for number in range(LIMIT_SEEN + 10):
        shared.rendered_otherwise(str(number), "x", "one")
    assert shared.rendered_otherwise(str(LIMIT_SEEN + 5), "y", "two") is None
    assert shared.rendered_otherwise("5", "y", "two") == "one"
