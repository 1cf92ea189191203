"""Language tags such as ``zh-Hans-CN``: which of our two languages they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Lang

# ISO 639 codes, the bibliographic and the macro-language's members that are written Chinese included.
PRIMARY: dict[str, Lang] = {
    **dict.fromkeys(("zh", "zho", "chi", "cmn", "yue"), "zh"),
    **dict.fromkeys(("en", "eng"), "en"),
}


def lang_of_tag(tag: str | None) -> Lang | None:
    """Return the language of a tag, whatever its case, script and region; None for a third language.

    >>> lang_of_tag("ZH_hant-TW"), lang_of_tag("en-GB"), lang_of_tag("*all*")
    ('zh', 'en', None)
    """
    return PRIMARY.get(re.split("[-_]", (tag or "").strip(), maxsplit=1)[0].lower())
