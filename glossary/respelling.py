"""A Chinese name spelled as it reads, in the manner of an English name that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.reading import keys_of
from glossary.romanise import parses
from glossary.spelling import joined
from glossary.syllables import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.pinyin_name import EnglishName, PinyinName


def respelled(zh: str, name: EnglishName) -> str:
    """Return a Chinese name in pinyin, in the order of an English name and with its hyphen and capitals.

    What the English has right is kept, where a character has several readings.

    >>> from glossary.pinyin_name import english_names
    >>> [respelled("李絮兰", name) for name in english_names("Shu-lan LI, Li Shulan, Li Shu Lan")]
    ['Xu-lan LI', 'Li Xulan', 'Li Xu Lan']
    """
    parse = max(name.parses, key=lambda parse: _closeness(zh, parse))
    cut = next((item for item in parses(zh) if len(item.surname) == len(parse.surname)), parses(zh)[0])
    size = len(cut.surname)
    written = parse.keys if len(parse.keys) == len(zh) else ()
    surname = max(cut.surname_readings, key=lambda reading: reading == written[:size])
    given = [
        key if key in keys_of(char) else readings[0]
        for char, readings, key in zip(
            cut.given, cut.given_readings, written[size:] or cut.usual_given, strict=True
        )
    ]
    return _styled(joined(surname), given, name.text, given_first=parse.given_first)


def _closeness(zh: str, parse: PinyinName) -> float:
    pairs = zip(zh, parse.keys, strict=False)
    score = sum(
        max((likeness(key, reading) for reading in keys_of(char)), default=0.0) for char, key in pairs
    )
    return score - abs(len(zh) - len(parse.keys))


def _styled(surname: str, given: Sequence[str], model: str, *, given_first: bool) -> str:
    words = model.split()
    surname_word = words[-1] if given_first else words[0]
    if len(surname_word) > 1 and surname_word.isupper():
        surname = surname.upper()
    text = joined(given)
    if "-" in model:
        text = "-".join(given).capitalize()
    elif len(words) > 2:
        text = " ".join(given).title()
    whole = f"{text} {surname}" if given_first else f"{surname} {text}"
    return whole.upper() if model.isupper() else whole
