"""What kind of thing a Chinese form names, told by how it ends."""

from __future__ import annotations

from glossary.phrase_words import phrase_words
from glossary.term import Kind

_KINDS = (Kind.TITLE, Kind.ORGANISATION, Kind.PLACE, Kind.MEDIA)
_BY_ENDING: dict[str, Kind | None] = {
    **{ending: kind for kind in _KINDS for ending in phrase_words(f"ending-{kind}")},
    **dict.fromkeys(phrase_words("ending-none")),  # 超市 is no city
}
_LONGEST = max(map(len, _BY_ENDING))


def kind_of(zh: str) -> Kind | None:
    """Return what a Chinese form names by its ending; None where that does not tell.

    >>> kind_of("营销中心总监"), kind_of("大超市")
    (<Kind.TITLE: 'title'>, None)
    """
    sizes = range(min(_LONGEST, len(zh) - 1), 0, -1)
    return next((_BY_ENDING[zh[-size:]] for size in sizes if zh[-size:] in _BY_ENDING), None)
