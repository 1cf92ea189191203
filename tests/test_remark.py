from __future__ import annotations

import re

import pytest

from align.clues.remark import Remark, find_remarks, load_remarks

ROWS = load_remarks()


@pytest.mark.parametrize("remark", ROWS, ids=lambda remark: remark.example[:40])
def test_a_row_finds_its_example(remark: Remark) -> None:
    found = find_remarks(remark.example, "", kind=remark.kind)
    assert found
    assert any(list(other.spans(remark.example)) for other, _ in found)
    assert list(remark.spans(remark.example))


@pytest.mark.parametrize("remark", ROWS, ids=lambda remark: remark.example[:40])
def test_the_triggers_of_a_row_are_small_letters_and_stand_in_its_example(remark: Remark) -> None:
    assert all(trigger and trigger == trigger.lower() for trigger in remark.triggers)
    assert any(trigger in remark.example.lower() for trigger in remark.triggers)


@pytest.mark.parametrize("remark", ROWS, ids=lambda remark: remark.example[:40])
def test_a_row_is_complete(remark: Remark) -> None:
    assert remark.kind in {"remark", "prompt", "token", "credit"}
    assert remark.note
    re.compile(remark.pattern)
    re.compile(remark.unless)


def test_no_row_stands_twice() -> None:
    assert len({remark.pattern for remark in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    "remark", [row for row in ROWS if row.kind != "token"], ids=lambda row: row.example[:40]
)
def test_what_is_quoted_is_no_remark(remark: Remark) -> None:
    example = remark.example.replace("“", "").replace("”", "")
    assert find_remarks(f"It said “{example}” to him.", "", kind=remark.kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "Here is the man who made the translation possible.",
        "He wrote as an AI researcher, I believe.",
        "I'm sorry, but I can't come to dinner.",
        "The wording of the law is clear. The text appears on page 3.",
        "Please note that the plant is closed on Mondays.",
        "The system is open. The user wants a car. Let me know if you need a lift.",
        "You are a good driver. You are a translator of note, they said to Li Wen.",
        "The novel was translated into English in 1990.",
        "以下是参加翻译比赛的学生名单。他翻译的小说如下所述。",
        "请把文件交给翻译。他把这本书翻译成英文。",
        "对不起，我不能参加晚会。注：价格不含税。",
        "作为一个公司，我们重视人工智能。",
    ],
)
def test_ordinary_sentences_are_no_remarks(text: str) -> None:
    kinds = ("remark", "prompt", "token", "credit")
    assert [remark.note for kind in kinds for remark, _ in find_remarks(text, "", kind=kind)] == []


def test_what_the_source_says_too_is_no_remark() -> None:
    text = "Here is the translation:"
    assert find_remarks(text, "工厂开业。", kind="remark")
    assert find_remarks(text, "以下是译文：", kind="remark") == []
    assert find_remarks(text, "以下是譯文：", kind="remark") == []


def test_a_remark_goes_on_to_the_end_of_its_sentence() -> None:
    text = "Note: The original text gives 3.5 million. The plant opened."
    [(_, span)] = find_remarks(text, "", kind="remark")
    assert span.of(text) == "Note: The original text gives 3.5 million."
