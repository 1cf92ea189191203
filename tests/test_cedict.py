"""CC-CEDICT as it comes with its package: what words mean, and the names in it."""

from __future__ import annotations

import pytest

from glossary.cedict import Definition, define, definitions, english_forms, name_entries, names_layer
from glossary.termbase import TermBase

LINES = """\
# a comment
林溪 林溪 [Lin2 xi1] /Linxi or Lynnsea, a town (pop. 3)/
林溪 林溪 [lin2 xi1] /stream in a wood/
林 林 [Lin2] /surname Lin/
"""


def name(*meanings: str, pinyin: str = "Lin2 xi1") -> Definition:
    return Definition("林溪", "林溪", pinyin, meanings)


def test_every_line_is_a_word_but_for_comments() -> None:
    assert [word.is_name for word in definitions(LINES)] == [True, False, True]


@pytest.mark.parametrize(
    ("meanings", "forms"),
    [
        (("Linxi or Lynnsea, a town",), ("Linxi", "Lynnsea")),
        (("the Gulf of Linxi (in the north)",), ("Gulf of Linxi",)),
        (("surname Lin", "Linxi county in Hebei"), ("Linxi",)),
        (("Linxi", "Other Name"), ("Linxi",)),
        (("Linxi (name)",), ()),
        (("a town",), ()),
        ((), ()),
    ],
)
def test_names_begin_the_first_definition(meanings: tuple[str, ...], forms: tuple[str, ...]) -> None:
    assert english_forms(name(*meanings)) == forms


def test_only_names_of_two_characters_become_entries_and_none_is_certain() -> None:
    (entry,) = name_entries(definitions(LINES))
    assert entry.accepted("en") == ("Linxi", "Lynnsea")
    assert not entry.certain
    assert not entry.user


def test_a_word_is_defined_in_both_kinds_of_characters() -> None:
    assert define("量子纠缠") == define("量子糾纏")
    assert "entanglement" in define("量子纠缠")[0].meanings[0]


@pytest.mark.parametrize("word", ["", " ", "xyzzy", "[", "(", "林溪溪溪"])
def test_what_is_no_word_has_no_definition(word: str) -> None:
    assert define(word) == ()


def test_names_are_found_in_both_directions() -> None:
    base = TermBase([names_layer()])
    assert [entry.preferred("en") for entry in base.lookup("岘港")] == ["Da Nang"]
    assert "岘港" in [entry.preferred("zh") for entry in base.lookup("da nang")]
