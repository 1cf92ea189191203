"""Posts that both languages have a fixed word for."""

from __future__ import annotations

import pytest

from align.comparison.posts import common_posts, posts


def common(zh: str, en: str) -> list[tuple[str, str]]:
    found = common_posts(list(posts(en, "en")), list(posts(zh, "zh")))
    return [(here.text, there.text) for here, there in found]


@pytest.mark.parametrize(
    ("zh", "en", "wanted"),
    [
        ("他升任副总经理。", "He became deputy general manager.", ("deputy general manager", "副总经理")),
        ("外交部长昨天表示", "the foreign minister said yesterday", ("foreign minister", "外交部长")),
        ("公司CEO辞职", "its chief executive resigned", ("chief executive", "CEO")),
    ],
)
def test_a_post_that_both_texts_name_is_shared(zh: str, en: str, wanted: tuple[str, str]) -> None:
    assert common(zh, en) == [wanted]


@pytest.mark.parametrize(
    ("zh", "en"),
    [("他升任副总经理。", "He became general manager."), ("总监辞职了。", "The chairman resigned.")],
)
def test_a_deputy_is_not_the_head_and_other_posts_are_others(zh: str, en: str) -> None:
    assert common(zh, en) == []


def test_a_word_inside_another_is_no_post() -> None:
    assert [post.words.text for post in posts("The directory lists the coaches.", "en")] == []


def test_each_post_is_used_once() -> None:
    assert len(common("总监来了。", "A director met a director.")) == 1
