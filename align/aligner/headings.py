"""The numbers of headings: 第三章, Chapter 3, 一、, I., 2.1; equal ones belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.pattern import lazy

if TYPE_CHECKING:
    from corpus import Lang

# What is counted; a book of a work may be a 卷 or a 部.
_UNITS_ZH = {
    "章": ("chapter",),
    "回": ("chapter",),
    "节": ("section",),
    "卷": ("volume", "book"),
    "部": ("part", "book"),
    "篇": ("part", "chapter"),
    "条": ("article",),
    "集": ("episode",),
    "讲": ("lecture",),
    "课": ("lesson",),
    "幕": ("act",),
    "场": ("scene",),
}
_UNITS = sorted({name for names in _UNITS_ZH.values() for name in names})
_BITS = {name: 1 << place for place, name in enumerate(_UNITS)}
# A longer line that begins so is a sentence about a chapter.
_LONGEST = {"zh": 40, "en": 100}
_NAMED_ZH = lazy(
    rf"\s*+第\s*+([0-9〇零一二三四五六七八九十百千两廿卅]{{1,8}})\s*+([{''.join(_UNITS_ZH)}])(?!\w*[的了])"
)
_NAMED_EN = lazy(rf"\W*+({'|'.join(_UNITS)})\s++(?:([ivxlc]{{1,8}}|\d{{1,4}})\b|(?=[a-z]))")
_PLAIN_ZH = lazy(r"\s*+[（(]?([〇零一二三四五六七八九十百]{1,5})[）)、．.]")
_PLAIN_EN = lazy(r"\s*+\(?([ivxlc]{1,8})[).](?:\s|$)")
_FIGURES = lazy(r"\s*+[（(]?(\d{1,3}(?:\.\d{1,3}){0,3})(?:[）)、．.:：]|\s|$)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Count(NamedTuple):
    """What a heading counts, as bits of the units it may mean (0 for a bare number), and its number."""

    units: int
    number: tuple[int, ...]

    def agrees(self, other: Count) -> bool:
        """Tell whether both may count the same."""
        return not (self.units and other.units) or bool(self.units & other.units)


def read_count(text: str, lang: Lang, *, heading: bool) -> Count | None:
    """Return what a segment counts where it is a numbered heading; None where it is none.

    Args:
        text: The segment.
        lang: Its language.
        heading: Whether the document says that it is a heading; if not, only 第三章 and the like count.

    >>> read_count("第十二回 雪夜", "zh", heading=False) == read_count("Chapter XII", "en", heading=False)
    True
    >>> read_count("二、背景", "zh", heading=True).number, read_count("2.1 Costs", "en", heading=True).number
    ((2,), (2, 1))
    """
    if len(text) > _LONGEST[lang]:
        return None
    found = _named_zh(text) if lang == "zh" else _named_en(text.lower())
    if found or not heading:
        return found
    if match := _FIGURES.match(text):
        return Count(0, tuple(map(int, match[1].split("."))))
    if lang == "zh":
        match = _PLAIN_ZH.match(text)
        return _counted(0, match and _chinese(match[1]))
    match = _PLAIN_EN.match(text.lower())
    return _counted(0, match and _roman(match[1]))


def _named_zh(text: str) -> Count | None:
    match = _NAMED_ZH.match(text)
    return _counted(sum(_BITS[name] for name in _UNITS_ZH[match[2]]), _chinese(match[1])) if match else None


def _named_en(lower: str) -> Count | None:
    match = _NAMED_EN.match(lower)
    if not match:
        return None
    if not match[2]:
        from align.facts.numeral_en import read_numeral

        reading = read_numeral(lower, match.end())
        return _counted(_BITS[match[1]], reading and int(reading.numeral.value))
    return _counted(_BITS[match[1]], int(match[2]) if match[2].isdigit() else _roman(match[2]))


def _counted(units: int, number: int | None) -> Count | None:
    return Count(units, (number,)) if number else None


def _chinese(written: str) -> int | None:
    from align.facts.numeral_zh import read_run

    numeral = read_run(written)
    return int(numeral.value) if numeral else None


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
