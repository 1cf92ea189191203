"""What `align name` says of a name."""

from __future__ import annotations

from glossary.fit import Closeness
from glossary.name_report import describe
from glossary.term import Entry, Term

ZHOU = Entry("1", (Term("周钘", "zh"), Term("Zhou Xin", "en")), origin="glossary.csv")


def test_the_glossary_is_named_first_although_the_dictionary_reads_otherwise() -> None:
    report = describe("周钘", [ZHOU])
    assert [(form.text, form.fit.closeness, form.origin) for form in report.forms] == [
        ("Zhou Xin", Closeness.NEAR, "glossary.csv")
    ]
    assert report.spellings[0].text == "Zhou Xing"


def test_the_parts_have_their_readings_the_usual_one_first() -> None:
    report = describe("翟絮")
    assert [(part.text, part.readings[:2]) for part in report.parts] == [
        ("翟", ("zhai", "di")),
        ("絮", ("xu", "chu")),
    ]


def test_a_compound_surname_is_one_part() -> None:
    assert [part.text for part in describe("欧阳娜娜").parts] == ["欧阳", "娜", "娜"]


def test_entries_of_other_names_are_left_out_and_what_is_no_name_has_no_parts() -> None:
    report = describe("埃隆·马斯克", [ZHOU])
    assert (report.forms, report.parts, report.spellings) == ((), (), ())
