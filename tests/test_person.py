"""People are told from other entries, and slips in their names from other names."""

from __future__ import annotations

import pytest

from glossary.misspelling import misspellings
from glossary.person import Miss, Person, neighbours_of, person_of
from glossary.pinyin_name import english_names
from glossary.term import Entry, Kind, Status, Term


def entry(zh: str, en: str, kind: Kind | None = None) -> Entry:
    return Entry(zh, (Term(zh, "zh"), Term(en, "en")), kind)


def person(zh: str, en: str) -> Person:
    found = person_of(entry(zh, en))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("周钘", "Zhou Xin", None),
        ("范明政", "Pham Minh Chinh", None),
        ("马斯克", "Musk", Kind.PERSON),
        ("科林·鲍威尔", "Colin Powell", Kind.PERSON),
    ],
)
def test_an_entry_is_a_persons_by_its_kind_or_its_looks(zh: str, en: str, kind: Kind | None) -> None:
    assert person_of(entry(zh, en, kind)) is not None


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("小米", "Xiaomi", None),
        ("金融", "finance", None),
        ("上汽通用五菱", "SAIC-GM-Wuling", None),
        ("周钘", "Zhou Xin", Kind.PRODUCT),
    ],
)
def test_other_entries_are_not(zh: str, en: str, kind: Kind | None) -> None:
    assert person_of(entry(zh, en, kind)) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Zhou Xin", Miss.NONE),
        ("ZHOU Xin", Miss.NONE),
        ("Zhou Jin", Miss.NEAR),
        ("Zhou Xing", Miss.NEAR),
        ("Chou Xin", Miss.NEAR),
        ("Xin Zhou", Miss.ORDER),
        ("Zhou Ping", Miss.WIDE),
        ("Zhou Xinping", Miss.WIDE),
        ("Li Na", None),
    ],
)
def test_a_name_misses_a_form_nearly_or_widely(written: str, expected: Miss | None) -> None:
    assert person("周钘", "Zhou Xin").miss(english_names(written)[0]) is expected


def test_admitted_forms_count_and_deprecated_ones_do_not() -> None:
    terms = (
        Term("周钘", "zh"),
        Term("Zhou Xin", "en"),
        Term("Zhou Xing", "en", Status.ADMITTED),
        Term("Zhou Jin", "en", Status.DEPRECATED),
    )
    found = person_of(Entry("1", terms))
    assert found is not None
    assert found.miss(english_names("Zhou Xing")[0]) is Miss.NONE
    assert found.miss(english_names("Zhou Jin")[0]) is Miss.NEAR


def test_only_names_of_three_syllables_have_neighbours() -> None:
    assert not list(neighbours_of(english_names("Zhou Jin")[0]))
    assert "Zhou Xiaomin" in neighbours_of(english_names("Zhou Xiaoming")[0])


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Elon Musk", "Elon Mask met Ellon Musk.", ["Elon Mask", "Ellon Musk"]),
        ("Christopher Hui", "Mr. Christophr Hui", ["Christophr Hui"]),
        ("Biden", "Bidden spoke", ["Bidden"]),
        ("Biden", "the Bidens", []),
        ("Elon Musk", "Elon Musk, Elon Musks", []),
        ("Elon Musk", "Elon. Mask", []),
        ("Musk", "Mask", []),
        ("Musk", "", []),
        ("iPhone", "Iphone", []),
    ],
)
def test_a_letter_wrong_in_one_word_is_a_misspelling(form: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in misspellings(form, text)] == expected
