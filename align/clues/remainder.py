"""A group that Chinese counts as a whole, and English by those left after the ones it names.

水利部等七部门 are the Ministry of Water Resources and six other departments; 父子四人 are a father and his
three sons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy

if TYPE_CHECKING:
    from decimal import Decimal

    from align.article import Pair
    from align.facts.assign import Change
    from corpus import Span

# What names some of a group before the number of all: 王女士等三人, 包括王女士在内的三人, 校长一行九人.
_NAMED = lazy(
    r"(?:^|[，。；：！？,;:!?\n])(?P<named>[^，。；：！？,;:!?\n]*)"
    r"(?:等(?:在[内內])?的?(?:中国|中國|国家|國家|国内|國內|全国|全國|全省|全市|中央)?|在[内內]的|一行)"
    r"(?:一?共|[总總]共|共[计計]|[总總][计計])?$"
)
_ENUMERATED = lazy("、")
_JOINED = lazy("[和与與及跟或·・]")
_COUPLE = lazy("夫妇|夫婦|夫妻|父子|母子|父女|母女|兄弟|姐妹|姊妹|师徒|師徒")
_REST = lazy(
    r"(?:,? (?:[a-z-]+ )?(?:others?|fellow|additional|further)\b| more\b(?! than)"
    r"| of (?:his|her|its|their|my|our) )"
)
_FURTHER = lazy(r"\b(?:another|(?:a )?further|an additional) $")
_MOST_NAMED = 4  # where the names are not told apart: 李白杜甫等五人
# Those whom English names by themselves before it counts the rest: the father and his three sons.
_FAMILY = lazy(
    "(?P<one>[父母][子女]|兄弟|姐妹|姊妹|兄妹|姐弟|师徒|師徒)|(?P<two>夫[妻妇婦])|(?P<some>祖孙|祖孫|一家老?小?)"
)


def is_remainder(change: Change, pair: Pair) -> bool:
    """Tell whether one number of a change counts a whole group, and the other those not named of it."""
    chinese, english = pair.chinese_first(change.source, change.target)
    whole, rest = chinese.number, english.number
    if whole is None or rest is None or rest >= whole or english.unit:
        return False
    before = pair.zh[max(0, chinese.fact.span.start - 60) : chinese.fact.span.start]
    return _is_family(before, whole - rest) or (
        _counts_the_rest(english.fact.span, pair.en) and _are_named(before, whole - rest)
    )


def _is_family(before: str, named: Decimal) -> bool:
    """Tell whether so many of a family are named by what they are to each other."""
    found = _FAMILY.search(before[-4:])
    if found is None or found.end() != len(before[-4:]):
        return False
    return (named == 1 and not found["two"]) or (named == 2 and not found["one"])


def _counts_the_rest(span: Span, text: str) -> bool:
    return _REST.match(text, span.end) is not None or (
        _FURTHER.search(text, max(0, span.start - 16), span.start) is not None
    )


def _are_named(before: str, number: Decimal) -> bool:
    """Tell whether so many of a group may be named before the Chinese number of all."""
    found = _NAMED.search(before)
    if found is None:
        return False
    named = found["named"]
    if not named:
        return 1 <= number <= _MOST_NAMED
    least = 1 + len(_ENUMERATED.findall(named.rpartition("的")[2]))
    most = 1 + sum(len(signs.findall(named)) for signs in (_ENUMERATED, _JOINED, _COUPLE))
    return least <= number <= max(most, 2 if least == 1 else most)
