"""Names: characters next to each other that are read like a name of the English text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Found = tuple[str, ...]


class NameReader:
    """Finds the names of an English text that characters next to each other are read like."""

    def __init__(self, names: frozenset[str], readings: Mapping[str, Found]) -> None:
        """Take names in small letters, and how each character may be read."""
        self._names = names
        self._beginnings = frozenset(name[:end] for name in names for end in range(1, len(name) + 1))
        self._readings = readings
        # What a character begins; what two begin, and the names that they are.
        self._one: dict[str, Found] = {}
        self._two: dict[str, tuple[Found, Found]] = {}

    def read(self, run: str) -> list[str]:
        """Return the names in a run of Chinese characters."""
        found: list[str] = []
        if not self._names:
            return found
        two = self._two
        for start in range(len(run)):
            pair = run[start : start + 2]
            known = two.get(pair)
            if known is None:
                known = two[pair] = self._read_pair(pair)
            begun, names = known
            if names:
                found += names
            if begun:
                found += self._among_names(self._longer(begun, run[start + 2 : start + 3]))
        return found

    def _read_pair(self, pair: str) -> tuple[Found, Found]:
        """Return what two characters begin, and the names that the first or both are."""
        char = pair[0]
        if char not in self._one:
            self._one[char] = self._longer(("",), char)
        one = self._one[char]
        two = self._longer(one, pair[1:]) if one else ()
        return two, (*self._among_names(one), *self._among_names(two))

    def _longer(self, begun: Iterable[str], char: str) -> Found:
        """Return what begins a name when a character follows, in each of its readings."""
        beginnings = self._beginnings
        return tuple(
            [
                name
                for old in begun
                for new in self._readings.get(char, ())
                if (name := old + new) in beginnings
            ]
        )

    def _among_names(self, begun: Iterable[str]) -> Found:
        return tuple(filter(self._names.__contains__, begun))
