from __future__ import annotations

from glossary import Entry, Status, Term

ENTRY = Entry(
    "1",
    (
        Term("五菱", "zh"),
        Term("SGMW", "en", Status.ADMITTED),
        Term("Wuling", "en"),
        Term("Woo Ling", "en", Status.DEPRECATED),
    ),
)


def test_the_preferred_form_comes_first_even_where_an_admitted_one_is_written_before() -> None:
    assert ENTRY.preferred("en") == "Wuling"


def test_accepted_forms_are_all_but_the_deprecated_ones() -> None:
    assert ENTRY.accepted("en") == ("SGMW", "Wuling")


def test_an_admitted_form_stands_in_for_a_preferred_one_and_a_deprecated_one_does_not() -> None:
    assert Entry("2", (Term("A", "en", Status.ADMITTED),)).preferred("en") == "A"
    assert Entry("3", (Term("A", "en", Status.DEPRECATED),)).preferred("en") == ""
