"""Conflicts that the statements around them make probable, and what many references cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.aligner.encode import HashEncoder, load_encoder
from align.comparison.comparison import compare_documents
from align.comparison.evidence import gather
from align.comparison.matching import LEAST_FOR_CLASH, clash_features, pieces_of
from align.comparison.model import load_models, score_parts
from align.comparison.side import read_side
from align.comparison.vectors import Vectors
from corpus.documents import parse_document
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from align.comparison.match import Match

ARTICLE = """The harbour museum opened a new hall for old maps in May.

In 2021, the museum lent 62 maps to schools on the islands.

The hall was built by the sailors' guild, which also pays for the lighting.
"""
REFERENCE = """海港博物馆5月新开了一个古地图展厅。

2020年，馆方向各岛学校出借了48幅地图。

展厅由水手行会出资修建，照明费用也由行会承担。
"""
STRANGERS = (
    "市政府宣布修建三条地铁线路，预计2027年通车。",
    "昨天下了一场大雨，部分路段交通受到影响。警方提醒市民减速慢行。",
    "这家面包店每天凌晨四点开始烤面包，七点开门。",
    "球队主帅表示，年轻球员需要更多比赛机会，下周的对手并不容易对付。",
    "研究人员在高原湖泊中发现了一种新的水藻，论文已于上月发表。",
    "剧团将于秋天开始巡演，首站定在成都。",
    "医院提醒老年人及时接种流感疫苗，接种点共有12处。",
    "铁路部门表示，春运期间将增开夜间列车。",
    "果农说，今年的苹果比去年小，但更甜。",
)


def matches(*references: str, article: str = ARTICLE) -> Sequence[Match]:
    documents = [parse_document(text) for text in references]
    found = compare_documents(
        parse_document(article), documents, encoder=load_encoder("use"), terms=TermBase.empty()
    )
    return found.matches


def told(found: Sequence[Match]) -> set[tuple[str, str]]:
    return {(item.article.text, item.reference.text) for match in found for item in match.conflict}


def test_figures_that_clash_between_two_matches_are_told() -> None:
    assert told(matches(REFERENCE)) == {("2021", "2020年"), ("62", "48")}


def test_what_clashes_in_statements_on_other_things_is_not_told() -> None:
    assert not told(matches("2020年，全市新增了48个公共厕所。\n"))


def test_the_likeness_of_clashing_clauses_does_not_depend_on_their_figures() -> None:
    def cosine(figure: str) -> float:
        sides = [
            read_side(parse_document(ARTICLE)),
            read_side(parse_document(REFERENCE.replace("48", figure))),
        ]
        encoder = load_encoder("use")
        evidence = gather(*sides, Vectors(encoder), TermBase.empty())
        models = load_models(encoder.signature)
        scored = score_parts(evidence, models.first, models.second)
        (piece,) = (
            piece for piece in pieces_of(evidence, scored, 1.0, looking=0.0)
            if piece.found.conflict and "maps to schools" in evidence.article.text_of(piece.article)
            and "出借" in evidence.reference.text_of(piece.reference)
        )  # fmt: skip
        return float(clash_features(evidence, scored, [piece])["cosine without figures"][0])

    assert cosine("48") == pytest.approx(cosine("57"))


def test_a_probable_clash_is_the_score_of_its_match() -> None:
    clashing = [match for match in matches(REFERENCE) if match.conflict]
    assert clashing
    assert all(match.score >= LEAST_FOR_CLASH for match in clashing)


def test_nine_references_on_other_things_change_nothing_and_match_nothing() -> None:
    alone = matches(REFERENCE)
    assert list(matches(REFERENCE, *STRANGERS)) == list(alone)


class CountingEncoder(HashEncoder):
    """Keeps what it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        return super().encode(texts)


def test_every_text_is_encoded_once_however_many_references_there_are() -> None:
    encoder = CountingEncoder()
    documents = [parse_document(text) for text in (REFERENCE, *STRANGERS)]
    compare_documents(parse_document(ARTICLE), documents, encoder=encoder, terms=TermBase.empty())
    assert len(encoder.texts) == len(set(encoder.texts))
