"""The table of readings is that of pypinyin."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from glossary.reading import keys_of, readings_of

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from make_readings import IN_NAMES, TABLE, rows, toneless


def test_the_table_is_what_its_script_makes() -> None:
    lines = ["syllable,usual,rarer", *(",".join(row) for row in rows())]
    assert TABLE.read_text(encoding="utf-8") == "\n".join(lines) + "\n"


def test_every_character_has_the_readings_of_pypinyin_and_the_usual_one_first() -> None:
    from pypinyin.constants import PINYIN_DICT

    for code, cell in PINYIN_DICT.items():
        expected = [reading for reading in map(toneless, cell.split(",")) if set(reading) & set("aeiouü")]
        assert set(readings_of(chr(code))) == set(expected)
        if expected and chr(code) not in IN_NAMES:
            assert readings_of(chr(code))[0] == expected[0]


def test_characters_beyond_sixteen_bits_are_read() -> None:
    assert readings_of("𬭎") == ("hong",)
    assert readings_of("𠮷") == ()


@given(st.characters())
def test_any_character_has_readings_or_none(char: str) -> None:
    assert len(keys_of(char)) <= len(readings_of(char))


def test_keys_have_no_dots() -> None:
    assert keys_of("吕") == {"lu"}
    assert readings_of("吕") == ("lü",)
