"""Values that changed places."""

from __future__ import annotations

import pytest

from align.article import Pair
from align.clues.swap import swapped_values
from align.facts import extract_values
from align.facts.assign import assign


def swapped(chinese: str, english: str) -> list[tuple[str, str]]:
    facts = assign(extract_values(chinese, "zh"), extract_values(english, "en"))
    return [
        tuple(part.fact.text for part in swap.source)
        for swap in swapped_values(facts, Pair(chinese, english))
    ]


@pytest.mark.parametrize(
    ("chinese", "english", "found"),
    [
        ("大河有29条，水站有44座。", "There are 44 large rivers and 29 water stations.", ("29", "44")),
        ("占63.3%和86.3%", "86.3% and 63.3% of it", ("63.3%", "86.3%")),
        ("狗有300只，猫有40只。", "There are 40 dogs and 300 cats.", ("300", "40")),
    ],
)
def test_values_with_each_others_words_are_swapped(
    chinese: str, english: str, found: tuple[str, str]
) -> None:
    assert swapped(chinese, english) == [found]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("大河有29条，水站有44座。", "There are 44 water stations and 29 large rivers."),
        ("利率由0.5%升至0.75%。", "The rate rose to 0.75% from 0.5%."),
        ("《条例》（第66章）第7条", "section 7 of the Ordinance (Cap. 66)"),
        ("狗有300只，猫有40只。", "Of the animals 40 are these and 300 are those."),
        ("狗有300只，狗窝有300个，猫有40只。", "40 cats and 300 dogs in 300 kennels."),
    ],
)
def test_values_that_moved_with_their_words_are_not(chinese: str, english: str) -> None:
    assert swapped(chinese, english) == []
