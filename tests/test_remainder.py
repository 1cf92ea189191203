"""Groups that Chinese counts as a whole, and English by those it does not name."""

from __future__ import annotations

import pytest

from align.article import Article, Context, Pair
from align.clues.pairfacts import facts_of
from glossary.termbase import TermBase

KEPT = [
    ("水利部等七部门", "the Ministry of Water Resources and six other departments"),
    ("法国、德国、意大利等十二国", "France, Germany, Italy and nine others"),
    ("在茶叶局等12个单位", "at the tea bureau and 11 more units"),
    ("文化和旅游部等九个部门", "the Ministry of Culture and Tourism and eight other departments"),
    ("来自云南、贵州的周先生等3人", "Mr. Zhou and two others from Yunnan and Guizhou"),
    ("周先生夫妇等7人获救", "Mr. Zhou, his wife and five others were rescued"),
    ("李白杜甫等五人", "Li Bai, Du Fu and three others"),
    ("校长一行九人", "the headmaster and eight of his colleagues"),
    ("包括周先生在内的三人", "Mr. Zhou and two others"),
    ("周先生等六人受傷", "Mr. Zhou was hurt, as were another five people"),
    ("师徒三人", "the master and his two apprentices"),
    ("祖孙四人", "the grandparents and their three grandchildren"),
    ("一家四口", "the couple and their two children"),
]
CHANGED = [
    ("周先生等9人获救", "Mr. Zhou and three others were rescued"),
    ("周先生等9人获救", "eight people were rescued"),
    ("法国、德国、意大利等十二国", "France, Germany, Italy and eleven others"),
    ("父子四人", "the father and his two sons"),
    ("九人获救", "eight others were rescued"),
]


def changes(chinese: str, english: str) -> int:
    """Return how many values change, the same into either language."""
    pairs = Pair(chinese, english), Pair(english, chinese, "en", "zh")
    into_english, into_chinese = (
        len(facts_of(pair, Context(TermBase(()), Article((pair,)))).changes) for pair in pairs
    )
    assert into_english == into_chinese
    return into_english


@pytest.mark.parametrize(("chinese", "english"), KEPT)
def test_those_left_after_the_named_ones_are_no_change(chinese: str, english: str) -> None:
    assert not changes(chinese, english)


@pytest.mark.parametrize(("chinese", "english"), CHANGED)
def test_a_number_that_does_not_add_up_is_a_change(chinese: str, english: str) -> None:
    assert changes(chinese, english) == 1
