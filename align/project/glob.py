"""File patterns with ``*``, ``**`` and ``?``, and what each wildcard stood for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.pattern import lazy

WILDCARD = lazy(r"(\*\*/|\*\*|\*|\?)")
MEANING = {"**/": "((?:.*/)?)", "**": "(.*)", "*": "([^/]*)", "?": "([^/])"}


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern for paths with forward slashes.

    ``*`` is anything in one name, ``**`` any number of folders, ``?`` one character. Brackets stand
    for themselves, because file names have them.
    """

    pattern: str

    @property
    def wildcards(self) -> tuple[str, ...]:
        """The wildcards, in order."""
        return tuple(WILDCARD.findall(self.pattern))

    def matches(self, path: str) -> bool:
        """Tell whether the pattern fits the path; without a slash it fits the name in any folder.

        >>> Glob("*.md").matches("en/draft/a.md"), Glob("en/*.md").matches("en/draft/a.md")
        (True, False)
        """
        anchored = "/" in self.pattern.rstrip("/")
        pattern = self.pattern.strip("/") if anchored else f"**/{self.pattern.strip('/')}"
        return _compiled(pattern).fullmatch(path) is not None

    def covers(self, path: str) -> bool:
        """Tell whether the pattern fits the path or a folder that it lies in.

        >>> Glob("build").covers("docs/build/index.html")
        True
        """
        parts = path.split("/")
        return any(self.matches("/".join(parts[:count])) for count in range(1, len(parts) + 1))

    def captures(self, path: str) -> tuple[str, ...] | None:
        """Return what each wildcard stands for in a path, or None where the whole path does not fit.

        >>> Glob("zh/**/*.md").captures("zh/2022/07/cars.md")
        ('2022/07/', 'cars')
        """
        found = _compiled(self.pattern).fullmatch(path)
        return found.groups() if found else None

    def filled(self, captures: tuple[str, ...]) -> str:
        """Return the path with each wildcard replaced.

        >>> Glob("en/**/*.en.md").filled(("2022/07/", "cars"))
        'en/2022/07/cars.en.md'
        """
        parts = WILDCARD.split(self.pattern)
        parts[1::2] = captures
        return "".join(parts)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = WILDCARD.split(pattern)
    return re.compile("".join(MEANING.get(piece) or re.escape(piece) for piece in pieces), re.DOTALL)
