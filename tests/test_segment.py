from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.segment import segment_spans

if TYPE_CHECKING:
    from corpus.document import Lang

# A bar stands where a segment ends.
CHINESE = [
    "他来了。|她走了。",
    "他来了！|她走了？|谁也没说话。",
    "他来了|",
    "真的吗？！|不会吧！！！|是的。",
    "他来了。 |她走了。",
    "他来了。　|她走了。",
    "五菱宏光｡|小米",
    # quotation marks
    "“我来了。”|第二天他又走了。",
    "他说：“我来了。”|大家都笑了。",
    "他说：“我来了。|你呢？”|大家都笑了。",
    "“我来了。”他说。|大家都笑了。",
    "“你是谁？”周钘笑着问道。|没有人回答。",
    "“走！”他喊，“快走！”|大家都跑了。",
    "“我来了，”他说，“你呢？”|没有人回答。",
    "“走吧。”他说，转身走了。|大家都笑了。",
    "“走吧。”他表示，“我留下。”|大家都笑了。",
    "“第一句。|第二句。”他告诉记者。|完了。",
    "“祝福他一切顺利。”|业内人士认为，进展顺利。",
    "“走吧。”|雷军说：“好。”",
    "「我來了。」他說。|大家都笑了。",
    "他說：「老師說『走吧！』我沒聽見。」|大家都笑了。",
    "‘走吧。’|他走了。",
    '他问："你是谁？"|没有人回答。',
    '他走了。|"你是谁？"|没有人问过。',
    "他喊“站住！别跑！”就追了上去。|没追上。",
    "打出了“加油！”的横幅。|很大。",
    "他大声喊“站住！|别跑！”",
    "“冲啊！”是他的口号。|没人听。",
    "“好。”的声音不断。",
    "被问及“为什么离开？”时，他没有回答。",
    "他说“走吧。”|大家走了。",
    "他说：“我来了。 ”|她没动。",
    # brackets and titles
    "他走了（没有回头。）。|她留下了。",
    "他走了（真的！）然后又回来了。",
    "（他走了。她留下了。）|第二天，雪停了。",
    "《谁动了我的奶酪？》是一本书。|我读过。",
    "他读过《你好，世界！》和《谁在那里？》。|都不好看。",
    "【他走了。】|第二天，雪停了。",
    "他真的（？）走了。",
    "周钘（生于1985年。柳州人。）加入小米。",
    # ellipses
    "我……我不知道。",
    "天黑了，雪还在不停地下……|远处传来狗叫声。",
    "等等……",
    "“我不知道……”他说。|大家都笑了。",
    "“我以为你不会来了……”|第二天雪停了。",
    "他会来吗？……|没有人知道。",
    "……他走了。 ……",
    "？！",
    "这个…那个…他说不清楚。",
    "电池、电机、电控……，都在这里。",
    # semicolons, colons, dashes end no sentence
    "2019年，任总监；2020年，任经理；随后又升任副总。|业绩突出。",
    "原因有三：一是价格；二是质量。|没有了。",
    "你是谁？——我是周钘。|好。",
    # Latin stops, numbers and names
    "涨了3.5%，到42.4亿元。|不错。",
    "他来了.|她走了.",
    "版本是V2.0.1。|请升级。",
    "图1.小米汽车。|图2.五菱。",
    "1.小米",
    "1. 小米造车。|2. 五菱造车。",
    "一、小米。|二、五菱。",
    "（1）小米。|（2）五菱。",
    "１．小米造车。",
    "由Xiaomi Inc. 负责。|没有别人。",
    "有J. K. 罗琳、P. Diddy和小米Inc. 的人。|没有别人。",
    "SAIC-GM-Wuling Co., Ltd.是合资公司。",
    "见https://a.cn/?b=1&c=2!d。|好。",
    "他说Hello!|我没听见。",
    "他去了Yahoo!Japan。|好。",
    "他走了。[1]|她没走。",
    "他在5 p.m.到了。",
    "车名是“Yes!”和“No?”两种。",
    "𠮷野家来了。|𠮷！|好。",
]

ENGLISH = [
    "He left. |She stayed.",
    "He left! |She stayed? |Nobody knew.",
    "A heading without a stop",
    "He left.  |She stayed.",
    "Really?! |No way!!! |Yes.",
    # abbreviations
    "Mr. Zhou met Dr. Lei and Prof. Li. |They talked.",
    "SAIC-GM Wuling Motor Co., Ltd. hired him. |He was 26.",
    "He joined Wuling Motor Co., Ltd. |In 2019 he was promoted.",
    "He joined Wuling Motor Co., Ltd. |The firm is in Liuzhou.",
    "Apple Inc. Chief Executive Tim Cook came. |He smiled.",
    "It is No. 5 on the list. |No. 6 is Wuling.",
    "Did he say so? |No. |He did not.",
    "See Fig. 3 and pp. 5–7 in Vol. II. |Then go on.",
    "The U.S. President spoke. |He left the U.S. |The press stayed.",
    "He lives in Washington, D.C. |She does not.",
    "Some cars, e.g. Wuling, i.e. small ones, sell well. |Others do not.",
    "It opens at 5 p.m. |The show is at 7 p.m. on Friday.",
    "It opens at 3 p.m. Eastern Time.",
    "He came on Feb. 21 and left on Sept. 3. |She stayed.",
    "He has a Ph.D. in chemistry. |He earned it in 2011.",
    "He has a Ph.D. |She does not.",
    "Smith et al. (2019) say so. |Others do not.",
    "Cars, buses, etc. were sold. |Trains, etc. |Nothing else.",
    "Roe v. Wade was overturned. |Ali vs. Frazier was long.",
    "He went to St. Petersburg via Mt. Athos. |It was cold.",
    "Sammy Davis Jr. sang. |He was good.",
    "Gen. Li and Lt. Col. Wang came.",
    # initials
    "J. K. Rowling and George W. Bush met. |They talked.",
    "It was plan B. |It failed.",
    "So did I. |He did not.",
    # numbers, versions, addresses
    "It grew 3.5% to $4.2 billion. |Good.",
    "Version 2.0.1 is out. |Upgrade now.",
    "It was 2011. |2012 was better.",
    "See https://a.cn/?b=1&c=2 for more. |Thanks.",
    "See www.xiaomi.com. |Thanks.",
    "Write to bd@example.com. |Thanks.",
    "Node.js is fast. |So is Vue.js.",
    "1. Xiaomi builds cars. |2. Wuling does too.",
    "A. The first case. |B. The second case.",
    "IV. Results",
    "(1) Xiaomi builds cars. |(2) Wuling does too.",
    "It impacted their marketing.The wording is poor.",
    # quotation marks
    "“I came.” |He left.",
    "“I came. |I saw. |I won,” he said. |She laughed.",
    '"I came." |He left.',
    '"Really?" he asked. |"Yes," she said.',
    "“Really?” Zhou Xin asked. |“Yes,” said Lei.",
    "He said, “I came.” |She laughed.",
    "“I came.” Zhou Xin said. |She laughed.",
    '"I came." |He said no more.',
    "He came to “Yahoo! Inc.” |She did not.",
    "“I won’t. |You won’t.”",
    "He called it ‘a soil-and-water problem’. |She laughed.",
    "She called him ‘a fool.’ |He left.",
    "He shouted “Stop! Don’t run!” and ran after them. |It was late.",
    "He shouted “Stop! |Don’t run!” |They ran.",
    "‘Go!’ he cried. |‘Now.’",
    "He asked, “Why?” |“Because,” she said.",
    "The “No. 1” brand won. |It was Wuling.",
    # ellipses, brackets
    "Wait... what? |Yes!",
    "He thought ... and left. |She stayed.",
    "Nobody knew… |Then he came.",
    "It was . . . odd. |He left . . . |She stayed.",
    "(He left. She stayed.) |Then it rained.",
    "He left (see the note.) and came back.",
    "He left (for good!). |She stayed.",
    "He left.[1] |She stayed.[2]",
    "He left.) |She stayed.",
    "“He left. |She stayed. ”",
    "He left. . . |She stayed . . .",
    # odd ones
    "Yahoo! Inc. was sold. |It was late.",
    "He likes it. |iPhone sales rose.",
    "He left。|She stayed。",
    "He met 周钘. |She left.",
    "Élan vital. |Él vino.",
    "It sold 1 million. |“Wow.”",
    "He left. |— She stayed.",
]


def cut(text: str, lang: Lang | None) -> list[str]:
    return [span.of(text) for span in segment_spans(text, lang)]


def expected(marked: str) -> list[str]:
    return [piece.strip() for piece in marked.split("|") if piece.strip()]


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese_sentences_end_where_marked(marked: str) -> None:
    assert cut(marked.replace("|", ""), "zh") == expected(marked)


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences_end_where_marked(marked: str) -> None:
    assert cut(marked.replace("|", ""), "en") == expected(marked)


def test_language_is_told_by_the_script_where_it_is_not_given() -> None:
    assert cut("他来了.她走了.", None) == ["他来了.", "她走了."]
    assert cut("He left. She stayed.", None) == ["He left.", "She stayed."]
    assert cut("42", None) == ["42"]


def test_english_inside_chinese_keeps_its_abbreviations() -> None:
    assert cut("你好。Mr. Zhou came. He left.再见。", "zh") == ["你好。", "Mr. Zhou came.", "He left.再见。"]


@given(
    st.text(alphabet=st.sampled_from("他来A b.。！?…”“\"'）（《》 \u3000\n1;，𠮷e\u0301")),
    st.sampled_from(["zh", "en", None]),
)
def test_segments_and_the_blanks_between_them_give_the_text_back(text: str, lang: Lang | None) -> None:
    end = 0
    for span in segment_spans(text, lang):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert not text[end:].strip()


@given(st.lists(st.sampled_from(["他来了。", "她走了！", "谁？"]), min_size=1))
def test_plain_sentences_are_cut_one_by_one(sentences: list[str]) -> None:
    assert cut("".join(sentences), "zh") == sentences


@pytest.mark.parametrize(
    "unit",
    [
        "。",
        ".",
        ". ",
        "“",
        "“。",
        "（",
        "（）",
        '"',
        "a. ",
        "他。”",
        "…",
        "……他",
        "他说",
        "(a. ",
        "'",
        "（a。）他",
        "“a。”的",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert sum(len(piece) for piece in cut(text, "zh")) <= len(text)
    assert sum(len(piece) for piece in cut(text, "en")) <= len(text)
