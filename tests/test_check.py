from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus import ConfigError
from glossary.check import check_entries, check_glossary
from glossary.table import entries_of_rows

if TYPE_CHECKING:
    from pathlib import Path


def messages(*rows: tuple[str, ...]) -> list[str]:
    typed = [row if len(row) > 2 else (*row, "term") for row in rows]
    return [problem.message for problem in check_entries(entries_of_rows(typed))]


def test_an_orderly_glossary_gives_nothing_to_report() -> None:
    rows = [
        ("小米", "Xiaomi", "organisation", "", "Mi"),
        ("雷军", "Lei Jun", "person"),
        ("许正宇", "Christopher Hui", "person"),
        ("马斯克", "Elon Musk", "person"),
        ("陈大文", "Chan Tai Man", "person"),
        ("R国", "R国", "place"),
        ("爆款", "hit|big seller", "term", "", "", "explosive model"),
    ]
    assert messages(*rows) == []


def test_a_repeated_entry_is_reported_whatever_its_characters_and_capitals() -> None:
    assert messages(("賽力斯", "Seres"), ("赛力斯", "SERES")) == ["赛力斯 is already in line 1"]


def test_two_renderings_of_one_form_need_a_note() -> None:
    assert messages(("会", "meeting"), ("会员", "member"), ("会员", "affiliate"))[-1:] == [
        '会员 is "affiliate" here and "member" in line 2; a note tells them apart'
    ]
    assert messages(("会员", "member"), ("会员", "affiliate", "term", "", "", "", "of a bank")) == []


def test_a_form_cannot_be_used_in_one_row_and_avoided_in_another() -> None:
    rows = [("爆款", "explosive model", "term"), ("爆款", "hit", "term", "", "", "explosive model", "note")]
    (problem,) = check_entries(entries_of_rows(rows))
    assert problem.severity == "error"
    assert problem.message == '"explosive model" is to be avoided here and to be used in line 1'


def test_a_form_may_be_right_for_one_term_and_wrong_for_another() -> None:
    assert messages(("经理", "manager", "term"), ("总监", "director", "term", "", "", "manager")) == []


def test_homophones_among_persons_need_a_note() -> None:
    assert messages(("张伟", "Zhang Wei", "person"), ("章伟", "Zhang Wei", "person")) == [
        '章伟 and 张伟 (line 1) are both "Zhang Wei"; a note says that they are two'
    ]
    assert messages(("张伟", "Zhang Wei", "person"), ("章伟", "Zhang Wei", "person", "", "", "", "two")) == []


def test_a_name_that_does_not_read_so_needs_a_note() -> None:
    assert messages(("周钘", "Zhou Xin", "person")) == [
        '周钘 reads Zhou Xing, not "Zhou Xin"; where the person spells it so, say so in a note'
    ]
    assert messages(("周钘", "Zhou Xin", "person", "", "", "", "his own spelling")) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("小米", "Xiaomi 小米"), "there is Chinese in the English form"),
        (("小鹏", "XPeng，Inc."), "a mark of Chinese text, U+FF0C"),
        (("小鹏", "ＸPeng"), "a mark of Chinese text, U+FF38"),
        (("小鹏", "X\u200bPeng"), "a mark of Chinese text, U+200B"),
        (("小米", "Xiaomi; Mi"), "put | between them"),
        (("小米、红米", "Xiaomi"), "put | between them"),
        (("会", "meeting"), "is so short"),
        (("新", "xi"), "is so short"),
    ],
)
def test_odd_forms_are_reported(row: tuple[str, str], message: str) -> None:
    assert any(message in text for text in messages(row))


def test_rows_without_a_kind_are_told_once() -> None:
    (problem,) = check_entries(entries_of_rows([("小米", "Xiaomi"), ("五菱", "Wuling")]))
    assert problem.severity == "info"
    assert problem.message.startswith("2 rows have no kind (person, organisation, ")


def test_a_file_is_reported_in_the_order_of_its_rows_with_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text(
        "source,target,kind\n五菱,,\n小米,Xiaomi,firm\n小米,Xiaomi,term\n小米,Xiaomi,term\n", "utf-8"
    )
    assert [(problem.line, problem.severity) for problem in check_glossary(path)] == [
        (2, "warning"),
        (3, "error"),
        (5, "warning"),
    ]


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"the suffix tells no format of a glossary; known: \.csv"):
        check_glossary(tmp_path / "glossary.docx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deepl.csv", "会员,member\n小米,Xiaomi\n会员,affiliate\n"),
        ("glossary.txt", "小米\tXiaomi\n会员\tmember\n雷军\tLei Jun\n会员\taffiliate\n"),
        ("terms.csv", "Entry_ID,Chinese_PRC,English_USA\n1,小米,Xiaomi\n2,会员,member\n3,会员,affiliate\n"),
        ("terms.json", '[{"zh": ["会员"], "en": ["member"]}, {"zh": ["会员"], "en": ["affiliate"]}]'),
    ],
)
def test_glossaries_of_other_programs_are_checked(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert any("会员 is" in problem.message for problem in check_glossary(tmp_path / name))


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"zh": "小米", "en": "Xiaomi", "colour": "red"}]', encoding="utf-8")
    messages = [problem.message for problem in check_glossary(tmp_path / "a.json")]
    assert 'not read: the key "colour" (once)' in messages
