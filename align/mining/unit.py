"""Texts that say the same, kept in a file so that memory does not grow with them."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType


@dataclass(frozen=True, slots=True)
class Unit:
    """A Chinese and an English text that say the same.

    A ``loose`` one has an English sentence and whole Chinese texts about the same events, so that
    only readings count in it.
    """

    zh: str
    en: str
    loose: bool = False


class Spool:
    """Units that can be read several times inside ``with``; they lie in a temporary file."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = units
        self._file: IO[str] | None = None
        self._size = 0

    def __enter__(self) -> Spool:
        with ExitStack() as stack:
            file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))
            for unit in self._units:
                file.write(json.dumps([unit.zh, unit.en, unit.loose], ensure_ascii=False) + "\n")
                self._size += 1
            stack.pop_all()  # all went well: the file stays open until the spool is left
        self._file = file
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._file is not None
        self._file.close()

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Unit]:
        assert self._file is not None
        self._file.seek(0)
        for line in self._file:
            yield Unit(*json.loads(line))
