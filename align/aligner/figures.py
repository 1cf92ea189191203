"""Figures: the numbers that numerals of either language mean, so that 三百万 meets "three million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.facts.date_en import MONTH_NAMES
from align.facts.numeral_en import SMALL_NUMBERS, read_numeral
from align.facts.numeral_zh import DIGITS, SCALES, read_run
from glossary.lexicon import stem

if TYPE_CHECKING:
    from decimal import Decimal

_SCALES = "hundred|thousand|million|billion|trillion|dozen"
_SCALES_ZH = "".join(SCALES)
_NUMBERS = f"{'|'.join(SMALL_NUMBERS)}|{_SCALES}"
# Patterns of what may be a numeral, in lower case; figures may have a Chinese scale, or be those of a month.
IN_WORDS = rf"(?:{_NUMBERS})(?:[ -](?:and )?(?:{_NUMBERS}))*\b"
IN_FIGURES = rf"\d+(?:[.,]\d+)*(?: (?:{_SCALES})\b|[{_SCALES_ZH}]+|月)?"
IN_HAN = f"[{''.join(DIGITS)}{_SCALES_ZH}]{{2,}}"
# Smaller numbers are words of the dictionary, and too common to tell a place.
_LEAST = 10


def words_of_numeral(written: str) -> list[str]:
    """Return the number that a numeral means, and the words or the figure that it is written with.

    >>> words_of_numeral("三百万"), words_of_numeral("1.2万"), words_of_numeral("3月")
    (['3000000'], ['12000', '1.2'], ['march', '3'])
    >>> words_of_numeral("three million"), words_of_numeral("1,234"), words_of_numeral("two")
    (['3000000', 'thre', 'million'], ['1234'], ['two'])
    """
    if not written.isascii():
        return _chinese(written)
    if written[0].isdigit() and written[-1].isdigit():
        return [written.replace(",", "")]
    reading = read_numeral(written, 0)
    known = reading is not None and reading.end == len(written)
    words = [word for word in written.replace("-", " ").split() if word not in ("and", "one")]
    return [*(_large(reading.numeral.value) if reading and known else ()), *map(stem, words)]


def _chinese(written: str) -> list[str]:
    figure = written.rstrip(f"{_SCALES_ZH}月").replace(",", "") if written[0].isdigit() else ""
    if written.endswith("月"):
        month = int(figure) if len(figure) <= 2 and figure.isdigit() else 0
        return [*(stem(name) for name in MONTH_NAMES[month - 1 : month] if month), figure]
    numeral = read_run(written)
    return [*(_large(numeral.value) if numeral and not numeral.vague else ()), *filter(None, [figure])]


def _large(value: Decimal) -> list[str]:
    return [f"{value.normalize():f}"] if value >= _LEAST else []
