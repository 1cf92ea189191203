"""Ways and changes told the wrong way round: from the city to the countryside for 从乡下搬到城里."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.clues.counterparts import Counterparts
from align.facts.extract import extract_values
from align.facts.value import Quantity
from corpus import Span
from corpus.pattern import lazy
from glossary.lexicon import content_stems, load_lexicon, stem

if TYPE_CHECKING:
    from decimal import Decimal

    from align.facts.fact import Fact
    from align.facts.value import Value

_OUT_OF = "从由自"
_CHINESE = lazy(
    rf"[{_OUT_OF}](?P<start>[^，。；：、！？,;“”《》（）(){_OUT_OF}到至]{{1,16}}?)"
    r"(?P<verb>[搬飞升降增减涨跌提移转驶开跑走变改扩缩跃延回推调迁换][\u4e00-\u9fff]{0,2}|)"
    r"(?:[到至往]|(?<=[转变改调升降换])[为成入])了?"
    r"(?P<end>[^，。；：、！？,;“”《》（）()]{1,10})"
)
_ENGLISH = lazy(
    r"\bfrom (?P<start>(?:(?!to |from )[^\s,;:()]+ ){1,5})(?:in)?to "
    r"(?P<end>[^\s,;:()]+(?: [^\s,;:()]+){0,3})",
    re.IGNORECASE,
)
LONGEST_NAME = 4  # characters of a place that may be spelt in pinyin
_FROM = lazy(r"(?i)\bfrom\b")
_FIGURE = lazy(r"\d|[一二三四五六七八九十百千万亿两]")


Ends = tuple[str, str]


def reversed_course(chinese: str, english: str) -> Counterparts | None:
    """Return the one from-to of simplified Chinese whose ends changed places in that of the English.

    >>> chinese, english = "他们从乡下搬到城里。", "They moved from the city to the countryside."
    >>> (course := reversed_course(chinese, english)) and course.english.of(english)
    'from the city to the countryside'
    """
    if "from " not in english and "From " not in english:
        return None
    said, written = list(_CHINESE.finditer(chinese)), list(_ENGLISH.finditer(english))
    if len(said) != 1 or len(written) != 1 or len(_FROM.findall(english)) != 1:
        return None
    ours, theirs = (_ends(match) for match in (said[0], written[0]))
    figures = [_FIGURE.search(end) is not None for end in ours]
    turned = _values_turned if all(figures) else _words_turned
    if figures[0] != figures[1] or not turned(ours, theirs):
        return None
    return Counterparts(
        Span(*said[0].span()), Span(written[0].start(), written[0].start("end") + len(theirs[1]))
    )


def _ends(match: re.Match[str]) -> Ends:
    return match["start"].rstrip(), match["end"].rstrip(" .")


def _values_turned(said: Ends, written: Ends) -> bool:
    """Tell whether the value of each end stands at the other."""
    ours = [{_plain(fact) for fact in extract_values(text, "zh")} for text in said]
    theirs = [{_plain(fact) for fact in extract_values(text, "en")} for text in written]
    straight = ours[0] & theirs[0] or ours[1] & theirs[1]
    return not straight and bool(ours[0] & theirs[1]) and bool(ours[1] & theirs[0])


def _plain(fact: Fact) -> Value | Decimal:
    """Return a value without its unit, which English gives once: from 50 to 80 yuan."""
    return fact.value.value if isinstance(fact.value, Quantity) else fact.value


def _words_turned(said: Ends, written: Ends) -> bool:
    """Tell whether English words for each end stand at the other, and none at its own."""
    theirs = [set(content_stems(text)) for text in written]
    sure, loose = ([_glosses(text, by_character=loosely) for text in said] for loosely in (False, True))
    if theirs[0] & (loose[0] - loose[1]) or theirs[1] & (loose[1] - loose[0]):
        return False
    return bool(theirs[0] & (sure[1] - sure[0]) and theirs[1] & (sure[0] - sure[1]))


def _glosses(text: str, *, by_character: bool) -> set[str]:
    """Return what the words of a Chinese text may mean, or its characters, and how a name is spelt."""
    lexicon = load_lexicon()
    words = set(lexicon.words(text))
    words = words | set(text) if by_character else {word for word in words if len(word) > 1} or words
    sounds = [lexicon.readings.get(char, ("?",))[0] for char in text[: LONGEST_NAME + 1]]
    named = {stem("".join(sounds))} if len(sounds) in range(2, LONGEST_NAME + 1) else set()
    return named | {gloss for word in words for gloss in lexicon.glosses(word)}
