"""Whether a Chinese text has something that an English word may be the sound of."""

from __future__ import annotations

from glossary.reading import keys_of
from glossary.syllables import cuts
from glossary.transliteration import sounding_stretches


def is_heard(word: str, text: str) -> bool:
    """Tell whether a Chinese text has what reads like an English word, or was written for its sound.

    >>> is_heard("Kavanaugh", "提名卡瓦诺"), is_heard("Xin", "提名卡瓦诺")
    (True, False)
    """
    return reads_in(text, word.lower()) or bool(sounding_stretches(word, text))


def reads_in(text: str, letters: str) -> bool:
    """Tell whether a word is the pinyin of something in a Chinese text.

    >>> reads_in("周钘来了", "xinglai"), reads_in("周钘来了", "xinlai")
    (True, False)
    """
    return any(
        all(key in keys_of(char) for key, char in zip(cut, text[start:], strict=False))
        for cut in cuts(letters)
        for start in range(len(text) - len(cut) + 1)
    )
