from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Segment
from corpus.span import Span
from corpus.statement import statements

if TYPE_CHECKING:
    from corpus.document import Lang

# A bar stands where a statement ends.
CHINESE = [
    "周钘加入小米汽车，|直接向雷军汇报。",
    "随后，由于业绩突出，|周钘又升任副总经理。",
    "2019年，任营销中心总监；|2020年，任品牌与市场总监；|随后升任副总经理。",
    "有网友认为：|“周钘的职业规划属于他个人，|我们不便多做探讨。”",
    "注册资金1,000万元，|折合约150万美元。",
    "会议在10：30开始，|一直开到12：00为止。",
    "他写了《你好，再见，谢谢》这本书，|销量相当不错。",
    "首期投资（约100亿元，分三年）已经到位，|预计后年量产。",
    "他高喊“冲啊，快冲啊！”跑了出去，|没有人跟上。",
    "小米汽车落户北京",
    "是的，没错，好。",
    "小米汽车进展很顺利,|雷军对此非常满意。",
    "他加入SAIC-GM-Wuling Automobile Co., Ltd.之后，|很快就升任了总监。",
    "详见https://a.cn/b:c,d 这个网页，|里面有详细说明。",
    "我以为你不会再来了……|可是你还是来了啊。",
]
ENGLISH = [
    "Zhou Xin left Xiaomi in February, |and he returned to Wuling Motors.",
    "In 2019, he became the director; |in 2020, he was promoted to manager.",
    "He joined SAIC-GM Wuling Motor Co., Ltd. in 2011, |and he left in 2021.",
    "The deal was announced on July 21, 2022, |by the chairman himself.",
    "The deal of July, 2022 was worth 1,000,000 yuan, |a large sum indeed.",
    "Investment reached 10:30 on the clock: |nobody had ever expected it.",
    "The company — which he had founded himself — |was sold a year later.",
    "The company—which he had founded himself—|was sold a year later.",
    "The company – which he had founded himself – |was sold a year later.",
    "The plan (first announced in March, then dropped) is back, |he told the board.",
    "Well, yes, no, he said.",
    "He asked, “Why did you leave us?” |and nobody gave him an answer.",
    "Reverend King, Jr. spoke to the crowd, |and the crowd listened.",
    "It was 10-12 km away, |and the road was well-kept.",
]


def cut(text: str, lang: Lang, at: int = 0) -> list[str]:
    found = statements(Segment(Span(at, at + len(text)), text), lang)
    assert all(statement.span.shift(0).of(" " * at + text) == statement.text for statement in found)
    return [statement.text for statement in found]


def expected(marked: str) -> list[str]:
    return [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese_statements_end_where_marked(marked: str) -> None:
    assert cut(marked.replace("|", ""), "zh", at=7) == expected(marked)


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_statements_end_where_marked(marked: str) -> None:
    assert cut(marked.replace("|", ""), "en", at=3) == expected(marked)


@given(
    st.text(alphabet=st.sampled_from("周钘加盟，；：。“”《》（）1,:abcde. —-!𠮷\u0301"), min_size=1),
    st.sampled_from(["zh", "en"]),
)
def test_statements_tile_their_segment(text: str, lang: Lang) -> None:
    text = text.strip() or "好"
    end = 0
    for statement in statements(Segment(Span(0, len(text)), text), lang):
        assert not text[end : statement.span.start].strip()
        assert statement.span.of(text) == statement.text
        assert statement.text.strip() == statement.text != ""
        end = statement.span.end
    assert end == len(text)


@pytest.mark.parametrize("unit", ["，", "，（", "他，", ", ", "a, ", "—", "“，", "July 1, ", ".", ". "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit))).strip()
    assert cut(text, "zh")
    assert cut(text, "en")
