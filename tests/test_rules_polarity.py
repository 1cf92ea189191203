"""Negations and directions: what is counted, what is not, in any text."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pace import assert_linear

from align.article import Article, Context, Pair
from align.clues.negators import chinese_negators, count_chinese_negatives, english_negations, has_negative
from align.clues.opposites import swapped_words
from align.rules.direction import reversed_direction
from align.rules.negation import added_negation, dropped_negation
from corpus import Span
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from align.finding import Hit

TEXT = st.text(
    st.sampled_from("不没未无法会能上涨下跌买卖，。？ notNOTcannever fellrose'’.?")
    | st.characters(codec="utf-8"),
    max_size=80,
)
CONTEXT = Context(TermBase(()), Article(()))


def hits(src: str, tgt: str, src_lang: str = "zh") -> list[Hit]:
    pair = Pair(src, tgt, src_lang, "en" if src_lang == "zh" else "zh")
    return [
        hit for rule in (added_negation, dropped_negation, reversed_direction) for hit in rule(pair, CONTEXT)
    ]


@given(TEXT, TEXT, st.sampled_from(["zh", "en"]))
def test_hits_lie_in_any_text(src: str, tgt: str, src_lang: str) -> None:
    for hit in hits(src, tgt, src_lang):
        assert hit.message
        assert hit.src is None or hit.src.end <= len(src)
        assert hit.tgt is None or hit.tgt.end <= len(tgt)


@pytest.mark.parametrize(
    "english",
    [
        "It is not only fast but cheap.",
        "Don't worry.",
        "It's new, isn't it?",
        "Whether or not it is new, try it.",
        "It does not open until May.",
        "Why not try it?",
    ],
)
def test_a_not_that_chinese_has_no_word_for_is_not_counted(english: str) -> None:
    assert english_negations(english) == ()


def test_a_refusal_that_is_one_on_both_sides_leaves_no_negation_to_expect() -> None:
    assert count_chinese_negatives("公司拒绝评论", "The company refused to comment") == 0
    assert count_chinese_negatives("公司拒绝评论", "The company would not comment") == 1


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("这种说法尚待专家核实。", "Experts have not verified this claim."),
        ("停车费另算。", "Parking is not covered."),
        ("晚上的演出取消了。", "The evening show will not take place."),
        ("面对记者，部长选择沉默。", "The minister would not talk to reporters."),
        ("图书馆内请保持肃静。", "Please do not talk in the library."),
        ("二号线今日停运。", "Line 2 is not running today."),
        ("这张票已经作废。", "This ticket is not valid."),
        ("他时隔三年重返赛场。", "He had not competed for three years."),
        ("传言是捏造的。", "The rumour is not true."),
        ("租客拖欠房租。", "The tenant has not paid the rent."),
    ],
)
def test_chinese_may_affirm_what_english_negates(chinese: str, english: str) -> None:
    assert hits(chinese, english) == []


def test_what_is_ruled_out_in_both_leaves_no_negation_to_expect() -> None:
    assert count_chinese_negatives("警方排除了他杀。", "Police ruled out homicide.") == 0


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("投标保证金至少为十万元。", "The bid bond shall not be less than 100,000 yuan."),
        ("车速最高每小时六十公里。", "Speed must not exceed 60 km an hour."),
        ("室温不应高于26度。", "Keep the room at 26 degrees or below."),
        ("报名者年龄不能小于16岁。", "Applicants must be 16 or older."),
        ("论文不可迟于周五提交。", "Papers are due by Friday."),
    ],
)
def test_a_bound_needs_no_negation(chinese: str, english: str) -> None:
    assert hits(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("他没有一天不想家。", "He thinks of home every day."),
        ("并非没有希望。", "There is hope."),
        ("没有人不知道这首歌。", "Everybody knows this song."),
        ("她没有放弃，最终夺冠。", "She kept going and won in the end."),
        ("法院不否认双方存在劳动关系。", "The court accepts that they had an employment relationship."),
    ],
)
def test_two_negations_make_an_affirmation(chinese: str, english: str) -> None:
    assert hits(chinese, english) == []


@pytest.mark.parametrize(
    ("chinese", "english", "marked"),
    [
        ("他不是医生也没有执照。", "He is a doctor and has a licence.", Span(1, 3)),
        ("他没有缺席会议。", "He was absent from the meeting.", Span(1, 3)),
        ("这样的讨论没有意义。", "Such a discussion is meaningful.", Span(5, 7)),
    ],
)
def test_negations_side_by_side_and_of_negative_words_count(chinese: str, english: str, marked: Span) -> None:
    assert [hit.src for hit in hits(chinese, english)] == [marked]


@pytest.mark.parametrize(
    ("chinese", "english", "marked"),
    [
        ("包裹还没送到。", "The parcel has arrived yet.", "还没"),
        ("她根本没有练习。", "She practised at all.", "没有"),
        ("他不再抽烟了。", "He smokes anymore.", "不再"),
        ("家里不收任何礼物。", "The family takes any gifts.", "不"),
        ("目前没有迹象表明有人受伤。", "So far there are signs that someone was hurt.", "没有"),
        ("去年他没有参赛。", "He took part in the race last year.", "没有"),
        ("这份合同不符合法律。", "The contract is in line with the law.", "不"),
        ("我从来没吃过榴莲。", "I have eaten durian.", "从来没"),
        ("请勿拍照。", "Please take photographs.", "请勿"),
        ("婴儿睡不着。", "The baby fell asleep.", "睡不着"),
        ("她来不及换衣服。", "She had time to change.", "来不及"),
        ("不是每个人都喜欢香菜。", "Everyone likes coriander.", "不是每个"),
    ],
)
def test_a_negation_was_dropped(chinese: str, english: str, marked: str) -> None:
    assert [hit.src.of(chinese) for hit in hits(chinese, english) if hit.src] == [marked]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("他还没来。", "He is yet to come."),
        ("银行不收取任何费用。", "The bank waives any fee."),
        ("我们不接受任何附加条件。", "Any strings attached are out of the question."),
        ("他还没睡。", "He is up."),
        ("切勿空腹服用。", "Take with food."),
        ("他睡不着，翻来覆去。", "He tossed and turned."),
        ("很多人买不起房。", "Many have been priced out of the market."),
        ("不是每天都下雨。", "It rains on some days."),
        ("没有去年热。", "It is less hot than last year."),
    ],
)
def test_a_negation_is_told_by_other_words(chinese: str, english: str) -> None:
    assert hits(chinese, english) == []


def test_phrases_with_a_negative_word_render_no_negation() -> None:
    phrases = (
        "more than ten",
        "last year",
        "so far",
        "carried out",
        "under the law",
        "a few",
        "Wang Holdings Limited",
    )
    assert not any(map(has_negative, phrases))
    assert all(
        map(
            has_negative,
            ("less than ten", "the last resort", "far from it", "under the age of 18", "limited"),
        )
    )


def test_a_negation_in_a_set_phrase_is_none() -> None:
    assert hits("他的菜我不敢恭维。", "His cooking leaves much to be desired.") == []
    assert hits("他对闲言碎语满不在乎。", "He shrugs off gossip.") == []


def test_names_of_places_do_not_negate() -> None:
    assert count_chinese_negatives("南非和莫斯科的未来", "the future of South Africa and Moscow") == 0


def test_words_that_only_begin_like_a_negation_are_no_negators() -> None:
    assert chinese_negators("产量不断提高，不仅如此，未来可期。") == ()


def test_english_words_are_negative_by_their_beginning_with_exceptions() -> None:
    assert all(map(has_negative, ("unable", "careless", "Didn’t")))
    assert not any(map(has_negative, ("united", "display", "distance", "understand", "mission")))


def test_traditional_chinese_is_read_as_well() -> None:
    assert [hit.src for hit in hits("工廠並沒有關閉。", "The plant was closed.")]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("公司没有上涨的空间", "Shares fell"),  # negated: it may well have fallen
        ("价格上涨，成本下降", "Costs fell"),
        ("股价上涨", "Shares rose, then fell"),
        ("股价上涨", "Shares did not fall"),
        ("没有专家认为房价会上涨", "Experts say home prices will fall"),
        ("别忘了带伞", "Remember your umbrella"),
        ("提高门槛以减少投机", "Raise the bar to cut speculation"),
        ("该药提高了生存率", "The drug cut deaths"),
        ("新规降低了成本", "The new rules raised profit margins"),
        ("最后孩子们安静下来", "In the end the children's noise died down"),
        ("警方逮捕三人，后准其保释", "Three were caught and were released"),
        ("英格兰淘汰对手，晋级八强", "England knocked out its opponents"),
    ],
)
def test_a_direction_is_reversed_only_where_nothing_stands_for_both(chinese: str, english: str) -> None:
    assert list(swapped_words(chinese, english)) == []


@pytest.mark.parametrize(
    ("chinese", "english", "marked"),
    [
        ("这种茶能降低胆固醇。", "This tea raises cholesterol.", ("降低", "raises")),
        ("两市决定扩大合作。", "The two cities decided to reduce cooperation.", ("扩大", "reduce")),
        ("雨量不足会提高粮价。", "Too little rain lowers grain prices.", ("提高", "lowers")),
        ("古城在西北。", "The old town is in the southeast.", ("西北", "southeast")),
        ("你的答案正确。", "Your answer is wrong.", ("正确", "wrong")),
        ("水库水位在警戒线以下。", "The reservoir stands above the warning mark.", ("线以下", "above")),
        ("双方愿继续合作。", "Both are unwilling to cooperate.", ("愿继续", "unwilling")),
        ("他否认撒谎。", "He admitted lying.", ("否认", "admitted")),
        ("公司扭亏为盈。", "It swung from profit to loss.", ("扭亏为盈", "from profit to loss")),
        ("圆的半径是三米。", "The diameter of the circle is three metres.", ("半径", "diameter")),
    ],
)
def test_a_direction_is_reversed(chinese: str, english: str, marked: tuple[str, str]) -> None:
    found = [(swap.chinese.of(chinese), swap.english.of(english)) for swap in swapped_words(chinese, english)]
    assert marked in found


def test_the_table_of_directions_has_two_sides_a_pair_and_patterns_that_compile() -> None:
    text = files("glossary.data").joinpath("directions.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    numbers = [row[0].split()[0] for row in rows]
    assert numbers[::2] == numbers[1::2]
    for _, chinese, _, english, _ in rows:
        assert all(len(word) > 1 for word in chinese.split())
        assert re.compile("|".join(english.split()))


@pytest.mark.parametrize(
    "piece", ["不", "没有", "not ", "n't ", "上涨", "fell ", "不会关闭，", "never do not "]
)
def test_long_repetitions_are_read_in_linear_time(piece: str) -> None:
    assert_linear(lambda text: (hits(text, text), hits("工厂不会关闭。", text)), piece)
