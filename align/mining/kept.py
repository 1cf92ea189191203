"""The candidates of units, kept in a file from the first reading to the second."""

from __future__ import annotations

import json
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from align.mining.candidates import Candidates, Pairing
from align.mining.links import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


class Kept:
    """Candidates that can be read again inside ``with``: finding them takes most of the time of mining."""

    def __init__(self) -> None:
        self._file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  # closed on leaving

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, found: Candidates) -> None:
        """Keep the candidates of the next unit."""
        pairings = [
            (item.zh, item.en, item.strength, item.reason, item.name, item.person) for item in found.pairings
        ]
        self._file.write(json.dumps([found.zh, found.en, pairings], ensure_ascii=False) + "\n")

    def __iter__(self) -> Iterator[Candidates]:
        self._file.seek(0)
        for line in self._file:
            zh, en, pairings = json.loads(line)
            yield Candidates(tuple(zh), tuple(en), tuple(map(_pairing, pairings)))


def _pairing(fields: list[str | float | bool]) -> Pairing:
    zh, en, strength, reason, name, person = fields
    return Pairing(str(zh), str(en), float(strength), Reason(str(reason)), bool(name), bool(person))
