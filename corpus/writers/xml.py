"""What the XML formats share."""

from __future__ import annotations

from corpus.pattern import lazy

LANG_TAGS = {"zh": "zh-CN", "en": "en-US"}
ILLEGAL = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def legal(text: str) -> str:
    r"""Return a text as XML 1.0 can hold it: characters it forbids become U+FFFD.

    >>> legal("a\x0bb")
    'a\ufffdb'
    """
    return ILLEGAL.sub("\ufffd", text)


def lang_tag(lang: str | None) -> str:
    """Return the language tag that translation tools expect for a language; English where it is unknown."""
    return LANG_TAGS.get(lang or "en", "en-US")
