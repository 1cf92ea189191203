"""Make glossary/data/readings.csv, the readings of every Chinese character without tones, from pypinyin.

Usage: python benchmarks/make_readings.py

pypinyin takes 0.15 s to import, which is too much for a linter's start; the table loads in 10 ms. A row has
a syllable, the characters it is the usual reading of, and those it is a rarer one of. The readings are
those of pypinyin (MIT licence, https://github.com/mozillazg/python-pinyin) and of its source, pinyin-data.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).parents[1] / "glossary" / "data" / "readings.csv"
DIAERESIS = "\u0308"
# The usual reading in given names, where pypinyin has another one first.
IN_NAMES = {"晟": "sheng", "隽": "jun", "雋": "jun", "长": "chang", "長": "chang", "泊": "bo", "似": "si"}


def toneless(reading: str) -> str:
    """Return a syllable without its tone mark; ü stays, ê becomes e."""
    plain = "".join(
        char
        for char in unicodedata.normalize("NFD", reading)
        if char == DIAERESIS or not unicodedata.combining(char)
    )
    return unicodedata.normalize("NFC", plain)


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of the table, by syllable; interjections without a vowel are left out."""
    from pypinyin.constants import PINYIN_DICT

    usual: defaultdict[str, str] = defaultdict(str)
    rarer: defaultdict[str, str] = defaultdict(str)
    for code in sorted(PINYIN_DICT):
        named = [IN_NAMES[chr(code)]] if chr(code) in IN_NAMES else []
        syllables = dict.fromkeys([*named, *map(toneless, PINYIN_DICT[code].split(","))])
        first, *rest = [syllable for syllable in syllables if set(syllable) & set("aeiouü")] or [""]
        usual[first] += chr(code)
        for syllable in rest:
            rarer[syllable] += chr(code)
    return [(key, usual[key], rarer[key]) for key in sorted(usual.keys() | rarer.keys()) if key]


def main() -> None:
    """Write the table."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("syllable", "usual", "rarer"))
        writer.writerows(rows())


if __name__ == "__main__":
    main()
